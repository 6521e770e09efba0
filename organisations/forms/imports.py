"""The upload of an address list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.imports import preview, reading


class UploadForm(forms.Form):
    """Takes a file only when a preview can be made of it; the reason stands beside the field."""

    file = forms.FileField(
        label=_("Address list"),
        help_text=_(
            "An Excel file (.xlsx) or a text file (.csv), up to 10 MB. Nothing is imported before "
            "you have seen the preview."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            preview.understand(reading.read(file, filename=file.name, size=file.size))
        except reading.Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        return file
