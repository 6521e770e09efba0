"""Office texts in four languages: German counts, the others say when it has changed since."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, override
from modeltranslation.translator import translator
from modeltranslation.utils import fallbacks

GERMAN = "de"


class TranslatedTexts(models.Model):
    """Texts with a version per language (modeltranslation) and a mark where German moved on.

    `translated_from` holds, per language, the digest of the German texts that were translated.
    German alone suffices to publish; readers of another language get German where it is missing.
    """

    translated_from = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def translated_fields(cls) -> list[str]:
        return sorted(translator.get_options_for_model(cls).all_fields)

    def german_digest(self) -> str:
        texts = "\x1f".join(
            str(getattr(self, f"{name}_{GERMAN}") or "") for name in self.translated_fields()
        )
        return hashlib.sha256(texts.encode()).hexdigest()[:16]

    def has_language(self, language: str) -> bool:
        return any(getattr(self, f"{name}_{language}") for name in self.translated_fields())

    def mark_translated(self, language: str) -> None:
        """The texts in this language follow the German ones as they stand now; not saved here."""
        self.translated_from[language] = self.german_digest()

    def outdated_languages(self) -> list[str]:
        """Languages with a text that was made from an older German one."""
        digest = self.german_digest()
        return [
            language
            for language, _name in settings.LANGUAGES
            if language != GERMAN
            and self.has_language(language)
            and self.translated_from.get(language) != digest
        ]

    def missing_languages(self) -> list[str]:
        return [
            language for language, _name in settings.LANGUAGES if not self.has_language(language)
        ]


def in_one_language(read: Callable[[Any], str], row: Any) -> tuple[str, str]:
    """What `read` makes of a row's texts, in the reader's language alone, else in German alone.

    With the language where that is not the reader's. Falling back text by text would put German
    sentences among Arabic ones.
    """
    with fallbacks(False):
        text = read(row)
    if get_language() == GERMAN or not isinstance(row, TranslatedTexts) or text.strip():
        return text, ""
    with override(GERMAN):
        text = read(row)
    return text, GERMAN if text.strip() else ""
