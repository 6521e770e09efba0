"""History and figures that came with the portal, from texts/facts.toml.

The office may change and hide them; what is missing is created again, so they are hidden rather
than deleted.
"""

import tomllib

from kme_portal.pages.first_texts import LANGUAGES, TEXTS
from kme_portal.pages.models import Figure, Milestone


def seed() -> None:
    facts = tomllib.loads((TEXTS / "facts.toml").read_text(encoding="utf-8"))
    for model, name in ((Milestone, "milestone"), (Figure, "figure")):
        known = set(model.objects.exclude(key=None).values_list("key", flat=True))
        for fact in facts[name]:
            if fact["key"] not in known:
                row = model(**fact)
                for language in LANGUAGES[1:]:
                    row.mark_translated(language)
                row.save()
