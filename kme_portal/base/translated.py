"""Office texts in four languages: German counts, the others say when it has changed since."""

import hashlib

from django.conf import settings
from django.db import models
from modeltranslation.translator import translator

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
