"""Inviting, letting go, and the ways back in."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.core import mail
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from kme_portal.accounts import readlog, services
from kme_portal.accounts.models import ReadLog, User
from kme_portal.accounts.seed import GROUPS, seed
from kme_portal.base.registries import personal_data
from kme_portal.mailings.models import Message
from tests.factories import make_staff, make_user
from tests.mail import deliver_all

pytestmark = pytest.mark.django_db
NEW = "ein ganz neuer Satz"


def link_in(message) -> str:
    return re.search(r"http\S+/konto/einladung/\S+", message.body)[0]


def test_an_invited_coordinator_sets_a_password_and_is_led_to_a_second_factor(client):
    services.invite_user(email="Neu@Office.example", is_staff=True, groups=["Koordination"])
    deliver_all()

    response = client.post(link_in(mail.outbox[0]), {"password1": NEW, "password2": NEW})

    assert response.url == reverse("mfa_index")
    user = User.objects.get(email="neu@office.example")
    assert EmailAddress.objects.get(user=user).verified
    assert list(user.groups.values_list("name", flat=True)) == ["Koordination"]
    assert client.get(reverse("admin:index")).status_code == 302


def test_an_invitation_works_once(client):
    services.invite_user(email="neu@office.example")
    deliver_all()
    link = link_in(mail.outbox[0])
    client.post(link, {"password1": NEW, "password2": NEW})

    assert client.get(link).status_code == 404


def test_a_new_invitation_ends_the_older_one(client):
    user = services.invite_user(email="neu@office.example")
    old = services.invitation_token(user)

    services.send_invitation(user=user)

    assert services.invited_by(old) is None
    assert services.invited_by(services.invitation_token(user)) == user


def test_an_invitation_ends_after_fourteen_days():
    user = services.invite_user(email="neu@office.example")
    token = services.invitation_token(user)

    assert services.invited_by(token, now=timezone.now() + timedelta(days=13))
    assert services.invited_by(token, now=timezone.now() + timedelta(days=15)) is None


def test_whoever_leaves_is_signed_out_and_kept_out(client):
    user = make_staff()
    client.force_login(user)
    assert client.get(reverse("accounts:overview")).status_code == 200

    services.close_account(user=user)

    assert client.get(reverse("accounts:overview")).status_code == 302
    user.refresh_from_db()
    assert (user.is_active, user.is_staff, user.groups.count()) == (False, False, 0)
    assert not Authenticator.objects.filter(user=user).exists()


def test_an_account_differs_from_another_by_more_than_capitals():
    make_user(email="person@test.example")

    with pytest.raises(DatabaseError), transaction.atomic():
        User.objects.create(email="PERSON@test.example")


def test_a_reset_factor_is_told_to_the_owner_and_ends_the_sessions(client):
    user = make_staff()
    client.force_login(user)

    call_command("reset_second_factor", user.email, stdout=StringIO())

    assert not Authenticator.objects.filter(user=user).exists()
    assert client.get(reverse("accounts:overview")).status_code == 302
    assert Message.objects.get(kind="accounts.security_notice").about_id == user.pk


def test_the_first_coordinator_is_invited_and_the_mail_server_tried(mail_server):
    out = StringIO()

    call_command("invite_coordinator", "erste@office.example", stdout=out)

    assert "answers" in out.getvalue()
    assert len(mail_server.mails) == 2
    assert User.objects.get(email="erste@office.example").is_staff


@override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1)
def test_a_mail_server_that_does_not_answer_is_named_and_nothing_is_changed():
    with pytest.raises(CommandError, match="Check EMAIL_URL"):
        call_command("invite_coordinator", "erste@office.example", stdout=StringIO())

    assert not User.objects.exists()


def test_the_groups_permissions_are_reset():
    group = Group.objects.get(name="Leitung")
    group.permissions.set(Group.objects.get(name="Koordination").permissions.all())

    seed()

    assert group.permissions.count() == 0


def test_every_grant_names_a_model_that_exists():
    seed()

    for name, grants in GROUPS.items():
        assert bool(grants) == Group.objects.get(name=name).permissions.exists()


def test_nobody_but_data_protection_reads_the_read_log():
    readers = {
        group.name
        for group in Group.objects.filter(permissions__codename="view_readlog").distinct()
    }

    assert readers == {"Datenschutz"}


def test_the_demonstration_is_no_way_in_elsewhere(client):
    response = client.post(reverse("accounts:demo"), {"role": "koordination"})

    assert response.status_code == 404
    assert not User.objects.exists()


def test_the_demonstration_opens_a_role_by_a_click(client, settings):
    settings.DEMO = True

    client.post(reverse("accounts:demo"), {"role": "koordination"})
    assert client.get(reverse("admin:index")).status_code == 200

    settings.DEMO = False
    assert client.get(reverse("admin:index")).status_code == 302


def test_an_unknown_role_opens_nothing(client, settings):
    settings.DEMO = True

    assert client.post(reverse("accounts:demo"), {"role": "admin"}).url == reverse("accounts:demo")


@pytest.mark.parametrize(
    "given",
    [
        {"ALLOWED_HOSTS": ["portal.example"]},
        {"PORTAL_URL": "https://localhost", "SECURE": True},
        {"PORTAL_URL": "http://portal.example"},
    ],
)
def test_a_demonstration_refuses_to_start_where_strangers_come(given, settings):
    settings.DEMO = True
    settings.ALLOWED_HOSTS = ["localhost"]
    assert "accounts.E001" not in {error.id for error in run_checks()}

    for name, value in given.items():
        setattr(settings, name, value)

    assert "accounts.E001" in {error.id for error in run_checks()}


def test_the_demonstration_sign_ins_are_listed(settings):
    settings.DEMO = True
    out = StringIO()

    call_command("demo_signins", stdout=out)

    assert "/konto/demo/" in out.getvalue()
    assert User.objects.count() == 6


def test_looking_at_a_person_is_noted_and_cannot_be_undone(client_as):
    person = make_user()
    client_as("Koordination").get(reverse("admin:accounts_user_change", args=[person.pk]))

    entry = ReadLog.objects.get()
    assert (entry.reading, entry.model, entry.ids) == ("view", "accounts.User", [person.pk])
    with pytest.raises(DatabaseError), transaction.atomic():
        ReadLog.objects.all().delete()


def test_an_export_without_purpose_is_refused():
    with pytest.raises(DatabaseError), transaction.atomic():
        readlog.note_export(user=make_user(), model=User, ids=[1], purpose="")


def test_the_office_invites_colleagues_in_the_admin(client_as):
    group = Group.objects.get(name="Redaktion")

    response = client_as("Koordination").post(
        reverse("admin:accounts_user_add"),
        {
            "email": "kollege@office.example",
            "name": "Kollege",
            "language": "de",
            "is_staff": "on",
            "groups": [group.pk],
        },
    )

    assert response.status_code == 302, response.content.decode()[-2000:]
    user = User.objects.get(email="kollege@office.example")
    assert list(user.groups.all()) == [group]
    assert Message.objects.get(kind="accounts.invitation").about_id == user.pk


def test_nobody_makes_a_superuser_in_the_admin(client_as):
    person = make_user()

    client_as("Koordination").post(
        reverse("admin:accounts_user_change", args=[person.pk]),
        {"name": "x", "language": "de", "is_superuser": "on", "email": "other@test.example"},
    )

    person.refresh_from_db()
    assert not person.is_superuser
    assert person.email != "other@test.example"


def test_an_erased_person_is_found_nowhere_in_the_accounts():
    user = make_staff(email="weg@test.example", name="Weg")
    parts = [personal_data["accounts.account"]]
    assert all(part.export("weg@test.example") for part in parts)

    for part in parts:
        part.erase("weg@test.example", timezone.now())

    assert not any(part.export("weg@test.example") for part in parts)
    user.refresh_from_db()
    assert (user.name, user.is_active) == ("", False)
    assert not EmailAddress.objects.exists()
