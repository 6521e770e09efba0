"""What the office holds about a person, behind the link of the notice of Article 14."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView

from kme_portal.base.token_pages import TokenPageMixin
from kme_portal.mailings.links import read_token
from organisations.models import Representative
from organisations.services import people


class MyDataView(TokenPageMixin, TemplateView):
    """Shows what is stored; with a button it stops invitations or deletes everything."""

    template_name = "organisations/my_data.html"

    def find_row(self, token):
        if (read := read_token("person-data", token)) is None:
            return None
        return (
            Representative.objects.select_related("organisation", "function")
            .filter(public_id=read[0])
            .first()
        )

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.row, done=self.request.GET.get("stand"))

    def post(self, request, token):
        if "delete" in request.POST:
            people.forget(representative_id=self.row.pk)
            return HttpResponseRedirect(reverse("organisations:my_data_gone"))
        people.stop_invitations(representative_id=self.row.pk)
        return HttpResponseRedirect(f"{request.path}?stand=gespeichert")
