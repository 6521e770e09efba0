"""Day and time of day in the admin, as one thing of two parts."""

from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils.translation import gettext


class MomentWidget(AdminSplitDateTime):
    """Both parts are tied to the help and the errors of their field, and say whose time it is.

    Django ties those of a field with several parts to a group that its admin does not write.
    """

    use_fieldset = False

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        # Django's note of the difference between "server" and browser is hidden: see admin.css.
        context["time_label"] = gettext("Time in Berlin:")
        return context
