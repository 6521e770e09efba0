"""A form as somebody honest fills it in, and what somebody else would send besides."""

from collections import defaultdict
from datetime import timedelta
from functools import cache
from typing import Any

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.utils import timezone

from tests.factories.accounts import PASSWORD
from tests.factories.files import picture_bytes
from tests.hostile.forms import Control, Form
from tests.hostile.strangers import FIRST
from tests.hostile.typed import OURS

Answers = dict[str, Any]
PLANTED = ("gepflanzt", "2001-02-03", "77777")
"""What stands in no honest form; a row that holds it took what it was not asked."""
SOON = (timezone.localdate() + timedelta(days=20)).isoformat()
OF_KIND = {
    "email": "sonst-niemand@verein.example",
    "tel": "0212 4711",
    "url": "https://verein.example/",
    "password": "ein anderer langer Satz",
    "date": SOON,
    "time": "18:00",
    "datetime-local": f"{SOON}T18:00",
    "color": "#0b5850",
}
FREE_TEXT = {"text", "textarea"}
WAYS = [
    {"anew": True, "everything": True, "boxes": True},
    {"anew": False, "everything": True, "boxes": True},
    {"anew": False, "everything": True, "boxes": False},
    {"anew": False, "everything": False, "boxes": True},
    {"anew": False, "everything": False, "boxes": False},
]
CODE = {"postal-code": "42651"}


def fillings(form: Form) -> list[Answers]:
    """From the fullest to the barest: which one a form takes depends on its rules."""
    return [_filled(form, **way) for way in WAYS]


def _filled(form: Form, **way: bool) -> Answers:
    answers: Answers = {}
    for name, control in form.controls.items():
        # A trap for machines.
        if control.is_hidden_from_people and control.kind != "hidden":
            continue
        if values := _values(control, **way):
            answers[name] = values
    return answers


def _values(control: Control, *, anew: bool, everything: bool, boxes: bool) -> list[Any]:
    is_wanted = everything or "required" in control.attributes
    said = [value for value in control.values if value.strip()]
    if control.kind == "file":
        return [_file(control.attributes.get("accept", ""))] if is_wanted else []
    if control.kind == "checkbox":
        is_ticked = boxes or "required" in control.attributes
        return control.choices if is_ticked else control.values
    if control.choices:
        first = [value for value in control.choices if value][:1]
        return said or (first if is_wanted else control.values)
    if control.kind == "hidden" or (said and not (anew and control.kind in FREE_TEXT)):
        return control.values
    return [_text(control)] if is_wanted else control.values


def _text(control: Control) -> str:
    given = control.attributes
    if control.name == "oldpassword":
        return PASSWORD
    if control.kind == "number":
        return given.get("min") or "1"
    if code := CODE.get(given.get("autocomplete", "")):
        return code
    return OF_KIND.get(control.kind, "Eine Angabe")


def _file(accept: str) -> SimpleUploadedFile:
    if "csv" in accept:
        content = b"Verein;Ort\nEin Verein;Solingen\n"
        return SimpleUploadedFile("liste.csv", content, "text/csv")
    return SimpleUploadedFile("bild.png", picture_bytes(), "image/png")


def besides(form: Form, tables: set[str], turn: int) -> Answers:
    """A value for every field of every model of ours, also in each row of several.

    Fields of the models that an honest answer writes take turns with all they could be.
    """
    prefixes = {""} | {_prefix(name) for name in form.controls}
    return {
        f"{prefix}{name}": values[turn % len(values)]
        for name, values in _plants(frozenset(tables)).items()
        for prefix in prefixes
        if f"{prefix}{name}" not in form.controls and f"{prefix}{name}" not in dict(form.buttons)
    }


def turns(tables: set[str]) -> int:
    return max(map(len, _plants(frozenset(tables)).values()))


def _prefix(name: str) -> str:
    """`agenda-0-` of a row among several of a form."""
    first, _dash, rest = name.partition("-")
    number, dash, _field = rest.partition("-")
    return f"{first}-{number}-" if dash and number.isdecimal() else ""


@cache
def _plants(tables: frozenset[str]) -> dict[str, list[str]]:
    plants: dict[str, list[str]] = defaultdict(list)
    every = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    # Those that the form is about come first, with all they could be.
    for model in sorted(every, key=lambda model: model._meta.db_table not in tables):
        is_about = model._meta.db_table in tables
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
            if getattr(field, "generated", False):
                continue
            values = _planted(field)
            for name in {field.name, getattr(field, "attname", field.name)}:
                if is_about:
                    plants[name] += [one for one in values if one not in plants[name]]
                else:
                    plants[name] = plants[name] or values[:1]
    return plants


def _planted(field: models.Field) -> list[str]:
    if field.is_relation or field.primary_key:
        return [str(FIRST)]
    if field.choices:
        return [str(key) for key, _label in field.flatchoices if key]
    if isinstance(field, models.BooleanField):
        return ["on", "False"]
    if isinstance(field, models.DateTimeField):
        return ["2001-02-03T04:05"]
    if isinstance(field, models.DateField):
        return ["2001-02-03"]
    if isinstance(field, models.IntegerField | models.DecimalField | models.FloatField):
        return ["77777"]
    if isinstance(field, models.EmailField):
        return ["gepflanzt@verein.example"]
    if isinstance(field, models.URLField):
        return ["https://gepflanzt.example/"]
    return ["gepflanzt"]
