import pytest
from django.urls import reverse
from django.views.generic import TemplateView

from kme_portal.accounts import services
from kme_portal.base.token_pages import TokenPageMixin, token_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def link():
    user = services.invite_user(email="eingeladen@test.example")
    return reverse("accounts:invitation", args=[services.invitation_token(user)])


def test_a_secret_address_is_not_cached_indexed_or_passed_on(client, link):
    response = client.get(link)

    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Referrer-Policy"] in ("no-referrer", "origin", "strict-origin")


def test_unknown_forged_and_used_links_look_alike(client, link):
    user = services.invited_by(link.rstrip("/").rsplit("/", 1)[-1])
    services.accept_invitation(user=user, password="ein langer Satz im Test")

    def stripped(address):
        response = client.get(address)
        token = address.rstrip("/").rsplit("/", 1)[-1]
        return response.status_code, response.content.decode().replace(token, "")

    used = stripped(link)
    forged = stripped(link[:-3] + "xx/")
    unknown = stripped("/konto/einladung/unbekannt/")

    assert used[0] == 404
    assert used == forged == unknown


def test_a_view_with_the_mixin_is_public_even_when_it_has_a_dispatch_of_its_own():
    class View(TokenPageMixin, TemplateView):
        def dispatch(self, request, *args, **kwargs):
            return super().dispatch(request, *args, **kwargs)

    assert View.as_view().login_required is False


def test_a_function_that_finds_nothing_answers_as_an_unknown_link(rf):
    response = token_page(lambda request: None)(rf.get("/"))

    assert response.status_code == 404
    assert "no-store" in response.headers["Cache-Control"]
