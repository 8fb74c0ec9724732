"""Forms of documents."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.documents.enums import DocumentKind
from sauro.organizations.models import Unit
from sauro.ui.forms import DayField, PageForm, UnitField, UnitPicker


class HeaderForm(PageForm):
    """What the head of a document says, as a person corrects it. ``version`` tells what the person saw."""

    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=DocumentKind.choices)
    number = forms.CharField(label=_("Số"), max_length=40, required=False)
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=80, required=False)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    place = forms.CharField(label=_("Địa danh"), max_length=120, required=False)
    issuer_name = forms.CharField(label=_("Cơ quan ban hành (như trên văn bản)"), max_length=300, required=False)
    issuer_unit = UnitField(label=_("Cơ quan ban hành trong danh mục"), required=False)
    subject = forms.CharField(
        label=_("Trích yếu"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    signer_name = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    signer_capacity = forms.CharField(label=_("Thẩm quyền ký"), max_length=300, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def ask_reason(self) -> None:
        """Ask why as well: the document was sent, and others know it by what is changed here."""
        self.add_last_field("reason", _reason_field())

    def show_unit(self, unit: Unit | None) -> None:
        """Show the name of the issuer's unit that is set now."""
        widget = self.fields["issuer_unit"].widget
        if unit is not None and isinstance(widget, UnitPicker):
            widget.text = unit.name


def _reason_field() -> forms.CharField:
    return forms.CharField(
        label=_("Lý do sửa"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Văn bản đã giao việc nên sửa số, ký hiệu, ngày, cơ quan ban hành hay trích yếu phải có lý do. "
            "Lý do được lưu vĩnh viễn; không chép lại nội dung văn bản."
        ),
    )


class PurgeReasonForm(PageForm):
    """Why a document has to be purged, or why not."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lý do được lưu vĩnh viễn. Không chép lại số, trích yếu hay nội dung của văn bản."),
    )
