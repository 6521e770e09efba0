from datetime import UTC, date, datetime

from django import forms
from django.template.loader import render_to_string
from django.test import RequestFactory

from kme_portal.base.forms import DateInput, DateTimeInput, KernFormMixin


class Trial(KernFormMixin, forms.Form):
    name = forms.CharField(label="Name", help_text="As on your badge")
    email = forms.EmailField(label="E-mail", required=False)
    seat = forms.ChoiceField(
        label="Seat", choices=[("a", "on site"), ("b", "online")], widget=forms.RadioSelect
    )
    needs = forms.MultipleChoiceField(
        label="Needs",
        choices=[("a", "ramp"), ("b", "interpreter")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    consent = forms.BooleanField(label="I agree")


def request(path="/"):
    return RequestFactory().get(path)


def test_each_field_has_a_label_and_its_hint():
    html = str(Trial())

    assert '<label class="kern-label" for="id_name">Name' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert 'id="id_name_helptext">As on your badge' in html


def test_only_optional_fields_are_marked():
    html = str(Trial())

    assert html.count("kern-label__optional") == 2


def test_an_error_stands_beside_its_field_and_in_the_summary():
    html = render_to_string("components/form.html", {"form": Trial({"email": "x"})}, request())

    assert 'href="#id_email"' in html
    assert 'href="#id_seat_0"' in html
    assert 'aria-invalid="true" aria-describedby="id_email_error"' in html
    assert 'id="id_email_error"' in html


def test_what_was_typed_is_kept_when_something_is_wrong():
    html = str(Trial({"name": "Ayşe", "email": "wrong"}))

    assert 'value="Ayşe"' in html
    assert 'value="wrong"' in html


def test_a_group_bears_the_error_not_each_of_its_buttons():
    html = str(Trial({}))

    radio = html[html.index('type="radio"') : html.index('type="radio"') + 200]
    assert "aria-invalid" not in radio
    assert '<fieldset class="kern-fieldset kern-fieldset--error" id="id_seat"' in html


def test_what_somebody_typed_is_text_in_the_form():
    html = str(Trial({"name": '"><script>alert(1)</script>'}))

    assert "<script>" not in html


def test_pickers_speak_the_format_browsers_expect():
    assert 'value="2026-12-05"' in DateInput().render("day", date(2026, 12, 5))
    evening = datetime(2026, 12, 5, 18, 30, tzinfo=UTC)
    assert 'value="2026-12-05T18:30"' in DateTimeInput().render("at", evening)


def test_each_active_filter_can_be_removed_alone():
    path = "/?name=x&needs=a&needs=b&page=3"
    html = render_to_string(
        "components/filter_panel.html",
        {"form": Trial(request(path).GET), "result": "2 found"},
        request(path),
    )

    assert 'href="/?needs=a&amp;needs=b"' in html
    assert 'href="/?name=x&amp;needs=b"' in html
    assert "page=3" not in html
    assert 'role="status">2 found' in html


def test_errors_say_what_to_do_and_name_a_long_consent_by_its_beginning():
    class Agreement(KernFormMixin, forms.Form):
        name = forms.CharField()
        kind = forms.ChoiceField(choices=[("a", "A")])
        agreed = forms.BooleanField(label="I agree " + "very " * 30 + "much.")

    html = render_to_string("components/form.html", {"form": Agreement({})}, request())

    assert "Name: Bitte füllen Sie dieses Feld aus." in html
    assert "Kind: Bitte wählen Sie." in html
    assert html.count("Bitte setzen Sie das Häkchen.") == 2
    assert html.count("very much.") == 1
