"""A profile is opened and saved, as in a browser."""

from django.urls import reverse


def part(organisation, name: str) -> str:
    return reverse("my_association:part", args=[organisation.pk, name])


def opened(client, url) -> dict:
    """What the form would send if nothing were touched."""
    form = client.get(url).context["form"]
    data = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, list):
            data[bound.html_name] = [getattr(one, "pk", one) for one in value]
        elif value is True:
            data[bound.html_name] = "on"
        elif value not in (None, False):
            data[bound.html_name] = value
    return data


def save(client, url, data=None, **changes):
    return client.post(url, (data or opened(client, url)) | changes)


def opened_from(response) -> dict:
    form = response.context["form"]
    return {bound.html_name: bound.value() for bound in form if bound.value() is not None}
