"""What the admins of `pages` share: steps beside the form, and a preview in each language."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation

from kme_portal.base.status import IllegalTransition


class AdminAddresses:
    """Names of the admin's own addresses for this model."""

    def url_name(self, name: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{name}"

    def address(self, name: str, obj=None) -> str:
        return reverse(f"admin:{self.url_name(name)}", args=[obj.pk] if obj else [])


class StepsMixin(AdminAddresses):
    """Buttons above the form; each leads to a page that says what it does before it does it.

    `steps` maps the last part of an address to the name of a method `(request, obj)`;
    `steps_of(obj)` gives those that are open now, as (name, label, is the next one).
    """

    change_form_template = "pages/admin/change_form.html"
    steps: dict[str, str] = {}

    def steps_of(self, obj) -> list[tuple[str, str, bool]]:
        return []

    def get_urls(self):
        wrap = self.admin_site.admin_view
        return [
            *[
                path(f"<int:pk>/{name}/", wrap(self._step(method)), name=self.url_name(name))
                for name, method in self.steps.items()
            ],
            *super().get_urls(),
        ]

    def _step(self, method: str) -> Callable:
        def view(request, pk):
            obj = get_object_or_404(self.model, pk=pk)
            if not self.has_change_permission(request, obj):
                raise PermissionDenied
            return getattr(self, method)(request, obj)

        return view

    def change_view(self, request, object_id, form_url="", extra_context=None):
        obj = self.get_object(request, object_id)
        steps = self.steps_of(obj) if obj and self.has_change_permission(request, obj) else []
        shown = [(self.address(name, obj), label, is_next) for name, label, is_next in steps]
        extra_context = {"steps": shown} | (extra_context or {})
        return super().change_view(request, object_id, form_url, extra_context)

    def ask(self, request, obj, *, title, text, submit, form=None, problems=()):
        """The page before a step."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": obj,
            "list_url": self.address("changelist"),
            "back_url": self.address("change", obj),
            "title": title,
            "text": text,
            "submit": submit,
            "form": form,
            "problems": list(problems),
        }
        return TemplateResponse(request, "pages/admin/step.html", context)

    def do(self, request, obj, step: Callable[[], Any], *, done: str):
        """Take a step and show the record again; a refusal is told there."""
        try:
            step()
        except IllegalTransition as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, done)
        return HttpResponseRedirect(self.address("change", obj))


class PreviewMixin(AdminAddresses):
    """A button a language: the page as readers would see it with what stands in the form."""

    change_form_template = "pages/admin/change_form.html"
    preview_template = ""

    def preview_context(self, obj) -> dict[str, Any]:
        raise NotImplementedError

    def get_urls(self):
        preview = path(
            "<int:pk>/preview/",
            self.admin_site.admin_view(self.preview),
            name=self.url_name("preview"),
        )
        return [preview, *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        obj = self.get_object(request, object_id)
        if obj and self.has_change_permission(request, obj):
            extra_context = {
                "preview_url": self.address("preview", obj),
                "preview_languages": settings.LANGUAGES,
            } | (extra_context or {})
        return super().change_view(request, object_id, form_url, extra_context)

    def preview(self, request, pk):
        """Nothing is saved."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        obj = get_object_or_404(self.model, pk=pk)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        for field in obj.translated_fields():
            for code, _name in settings.LANGUAGES:
                setattr(obj, f"{field}_{code}", request.POST.get(f"{field}_{code}", ""))
        language = request.POST.get("preview_language", "")
        if language not in dict(settings.LANGUAGES):
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            return render(
                request, self.preview_template, self.preview_context(obj) | {"is_preview": True}
            )
