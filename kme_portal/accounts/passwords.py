"""Rules for passwords that Django does not bring."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class MaximumLengthValidator:
    """Hashing is dear: nobody makes the portal hash a book."""

    def __init__(self, max_length: int = 128) -> None:
        self.max_length = max_length

    def validate(self, password, user=None):
        if len(password) > self.max_length:
            raise ValidationError(
                gettext("The password may have %(max_length)d characters at most.")
                % {"max_length": self.max_length},
                code="password_too_long",
            )

    def get_help_text(self):
        return _("At most %(max_length)d characters.") % {"max_length": self.max_length}
