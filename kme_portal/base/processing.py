"""The record of processing (Verzeichnis von Verarbeitungstätigkeiten, Artikel 30) and the models.

What is personal stands in `registries.personal_data`, what only looks like it in
`registries.not_personal`; `unjudged` names what nobody has thought about yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import translation

from kme_portal.base.registries import not_personal, person_models, personal_data, retentions

CAN_HOLD_ANYTHING = (
    models.CharField,
    models.TextField,
    models.JSONField,
    models.FileField,
    models.BinaryField,
    models.GenericIPAddressField,
    ArrayField,
)
HISTORY = "pgh_"


@dataclass(frozen=True)
class Activity:
    """One processing: what for, on which basis, how long, and which fields."""

    title: str
    purpose: str
    basis: str
    period: str
    fields: list[str]


def is_history(model: type[models.Model]) -> bool:
    return any(field.name.startswith(HISTORY) for field in model._meta.fields)


def can_be_personal(field: models.Field) -> bool:
    """Free text, files and the like, and whatever points to a person.

    A choice from a list says nothing about who chose; a slug is made of another field.
    """
    if field.is_relation:
        people = {settings.AUTH_USER_MODEL, *person_models}
        return field.related_model is not None and field.related_model._meta.label in people
    if isinstance(field, models.SlugField) or field.choices:
        return False
    return isinstance(field, CAN_HOLD_ANYTHING)


def fields_to_judge() -> Iterator[str]:
    """Names of all such fields of all tables, as "app.Model.field".

    Of a text in several languages the one name stands for all; history repeats its model.
    """
    for model in apps.get_models():
        if not model._meta.managed or model._meta.proxy or is_history(model):
            continue
        for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
            if can_be_personal(field) and not hasattr(field, "translated_field"):
                yield f"{model._meta.label}.{field.name}"


def personal_fields() -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for entry in personal_data:
        found |= entry.fields
    return found


def impersonal_fields() -> set[str]:
    return {name for entry in not_personal for name in entry.names()}


def unjudged() -> list[str]:
    """Fields that nobody declared personal or not."""
    return sorted(set(fields_to_judge()) - set(personal_fields()) - impersonal_fields())


def unknown() -> list[str]:
    """Declared, but there is no such field (any more), or it is declared both ways."""
    declared = [*personal_fields(), *impersonal_fields()]
    twice = set(personal_fields()) & impersonal_fields()
    return sorted({name for name in declared if not _exists(name)} | twice)


def _exists(name: str) -> bool:
    label, _dot, field = name.rpartition(".")
    try:
        apps.get_model(label)._meta.get_field(field)
    except (LookupError, FieldDoesNotExist):
        return False
    return True


def addresses_without_owner() -> list[str]:
    """Models with an e-mail address of a person that no app would erase."""
    owned = {name.rpartition(".")[0] for name in personal_fields()}
    return sorted(
        {
            model._meta.label
            for model in apps.get_models()
            if not is_history(model) and model._meta.label not in owned
            for field in model._meta.concrete_fields
            if isinstance(field, models.EmailField)
        }
    )


def kept_in_history() -> list[str]:
    """Personal texts that a history table copies, where erasing would have to find them."""
    found = []
    for model in apps.get_models():
        if not is_history(model):
            continue
        original = model._meta.label.removesuffix("History")
        for field in model._meta.concrete_fields:
            name = f"{original}.{field.name}"
            # A number of another row, or a choice from a list, names nobody.
            if name in personal_fields() and not field.is_relation and not field.choices:
                found.append(name)
    return sorted(found)


def activities() -> list[Activity]:
    """The record by alphabet: every purpose once for each kind of data, with its fields."""
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for entry in personal_data:
        for name, (purpose, basis, period) in entry.fields.items():
            key = (str(entry.title), str(purpose), str(basis), str(period))
            found.setdefault(key, []).append(name)
    return [Activity(*key, sorted(names)) for key, names in sorted(found.items())]


def purposes() -> list[str]:
    """Each purpose once."""
    return sorted({str(purpose) for purpose, _basis, _period in personal_fields().values()})


def field_names(name: str) -> str:
    """What a field is called: model and field in words, such as "Account: name"."""
    label, _dot, field_name = name.rpartition(".")
    model = apps.get_model(label)
    return f"{model._meta.verbose_name}: {model._meta.get_field(field_name).verbose_name}"


def as_markdown() -> str:
    """The record in German, for docs/ and for the supervisory authority."""
    with translation.override("de"):
        lines = [INTRODUCTION]
        for number, activity in enumerate(activities(), 1):
            lines += [
                f"## {number}. {activity.title}: {activity.purpose}",
                "",
                f"- **Rechtsgrundlage:** {activity.basis}",
                f"- **Löschung:** {activity.period}",
                "- **Daten:** " + "; ".join(field_names(name) for name in activity.fields),
                "- **Felder:** " + ", ".join(f"`{name}`" for name in activity.fields),
                "",
            ]
        lines += ["## Löschfristen", "", "| was | wann |", "| --- | --- |"]
        lines += sorted(f"| {entry.title} | {entry.period} |" for entry in retentions)
    return "\n".join(lines) + "\n"


INTRODUCTION = """# Verzeichnis von Verarbeitungstätigkeiten (Artikel 30 DSGVO)

Erzeugt mit `manage.py processing_record` aus den Angaben, die jede App zu ihren Feldern macht; ein
Test prüft, dass kein Feld fehlt und dieser Text dem Stand des Codes entspricht. Bitte nicht von
Hand ändern. Die Fristen sind Einstellungen (`KEPT` in `kme_portal/settings.py`); die behördliche
Datenschutzbeauftragte oder der behördliche Datenschutzbeauftragte bestätigt sie vor dem Start.

- **Verantwortlich:** Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und
  Integration des Landes Nordrhein-Westfalen, Koordinierungsstelle Muslimisches Engagement in NRW
- **Betroffene:** Ansprechpersonen von Vereinen, Behörden und Beratungsstellen; Menschen, die sich
  zu Veranstaltungen anmelden; Beschäftigte der Koordinierungsstelle
- **Empfänger:** Beschäftigte der Koordinierungsstelle nach ihren Gruppen; wer eine Veranstaltung
  mit ausrichtet, für diese; Auftragsverarbeiter für den Betrieb (Artikel 28 DSGVO)
- **Drittländer:** keine
- **Technische und organisatorische Maßnahmen:** `docs/datenschutz.md`
"""
