"""Forms of the register of units."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.organizations.enums import AliasKind, UnitKind
from sauro.ui.forms import DayField, PageForm

_ADDABLE = (AliasKind.VARIANT, AliasKind.ABBREVIATION, AliasKind.FORMER)


class AliasForm(PageForm):
    """Another name of a unit."""

    text = forms.CharField(
        label=_("Tên gọi khác"),
        max_length=300,
        help_text=_("Như viết trong văn bản. Không cần thêm cách viết hoa, bỏ dấu hay viết tắt UBND, HĐND, MTTQ."),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=[(kind.value, kind.label) for kind in _ADDABLE])


class ReasonForm(PageForm):
    """Why something ends."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)


class RenameForm(PageForm):
    """A new name from a day on."""

    name = forms.CharField(label=_("Tên mới"), max_length=300)
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=120, required=False)
    on = DayField(label=_("Có hiệu lực từ ngày"))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=_("Số, ký hiệu, ngày của văn bản đổi tên."))


class AddUnitForm(PageForm):
    """A new body below a unit."""

    name = forms.CharField(label=_("Tên đầy đủ"), max_length=300)
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=120, required=False)
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=[(kind.value, kind.label) for kind in UnitKind if kind != UnitKind.TERRITORY],
        initial=UnitKind.DEPARTMENT,
    )
    since = DayField(label=_("Có từ ngày"))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, help_text=_("Số, ký hiệu, ngày của văn bản thành lập."))


class AppointForm(PageForm):
    """A person and the post given."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    title = forms.CharField(label=_("Chức danh"), max_length=160)
    is_head = forms.BooleanField(label=_("Là người đứng đầu"), required=False)
    since = DayField(label=_("Từ ngày"))


class EndAppointmentForm(PageForm):
    """The last day in a post, and why."""

    last_day = DayField(label=_("Ngày cuối giữ chức danh"))
    reason = forms.CharField(label=_("Lý do"), max_length=300)
