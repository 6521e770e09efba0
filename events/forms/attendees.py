from kme_portal.accounts.admin_mixins import ExportPurposeForm
from kme_portal.base.forms import KernFormMixin


class PurposeForm(KernFormMixin, ExportPurposeForm):
    """What a list of names is taken out for, asked on a page of the portal."""
