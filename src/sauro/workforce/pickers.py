"""A field of forms that completes the names of people."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.ui.forms import UnitPicker


class DossierPicker(UnitPicker):
    """A field that completes the name of a person and sends the identity of the dossier."""

    source = "person-completion"
    placeholder = _("Gõ họ tên hoặc mã hồ sơ")
    options_label = _("Người")
    none = _("Không có hồ sơ nào khớp trong phạm vi bạn xem được.")


class DossierField(forms.UUIDField):
    """The identity of a dossier, chosen by the person's name."""

    widget = DossierPicker
    default_error_messages = {
        "required": _("Hãy chọn một người trong danh sách gợi ý."),
        "invalid": _("Hãy chọn một người trong danh sách gợi ý."),
    }
