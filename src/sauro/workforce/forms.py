"""Forms of the workforce."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.common.clock import today
from sauro.ui.forms import DayField, PageForm, UnitField, UnitPicker
from sauro.workforce import fields as declared
from sauro.workforce.enums import Block, EndReason, PaperKind, PostGroup, Sex, TenureKind
from sauro.workforce.fields import FactSpec
from sauro.workforce.models import Dossier, Post
from sauro.workforce.services.appointing import AboveEstablishment, Place
from sauro.workforce.services.establishment import Paper
from sauro.workforce.services.facts import Content
from sauro.workforce.services.papers import Proves
from sauro.workforce.services.particulars import Stated
from sauro.workforce.services.posts import PostFields

_LONG = forms.Textarea(attrs={"rows": 4})
_DECISION = _("Số quyết định, văn bản")
_DECIDED_ON = _("Ngày văn bản")


def _called(field: declared.Field) -> Any:
    """Return the label of a declared field, translated when the form is shown."""
    return field.label


class ParticularsForm(PageForm):
    """What a dossier states of a person."""

    sex = forms.ChoiceField(label=_called(declared.SEX), choices=Sex.choices)
    birth_date = DayField(label=_called(declared.BIRTH_DATE))
    home_town = forms.CharField(label=_called(declared.HOME_TOWN), max_length=300, required=False)
    residence = forms.CharField(label=_called(declared.RESIDENCE), max_length=300, required=False)
    phone = forms.CharField(label=_called(declared.PHONE), max_length=30, required=False)
    recruited_on = DayField(label=_called(declared.RECRUITED_ON), required=False)
    schooling = forms.CharField(
        label=_called(declared.SCHOOLING), max_length=20, required=False, help_text=_("Ví dụ 12/12.")
    )

    @property
    def stated(self) -> Stated:
        """The particulars typed. The form must be valid."""
        held = self.cleaned_data
        return Stated(
            Sex(held["sex"]), held["birth_date"], held["home_town"], held["residence"], held["phone"],
            held["recruited_on"], held["schooling"],
        )  # fmt: skip


class NewPersonForm(ParticularsForm):
    """A new dossier."""

    unit = UnitField(label=_("Đơn vị quản lý hồ sơ"))
    full_name = forms.CharField(label=_called(declared.FULL_NAME), max_length=120)
    identity_number = forms.CharField(
        label=_called(declared.IDENTITY_NUMBER), max_length=20, required=False,
        help_text=_("12 chữ số. Được mã hóa khi lưu và che khi hiện."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    field_order = ("full_name", "identity_number", "sex", "birth_date", "unit")


class ChangeParticularsForm(ParticularsForm):
    """Particulars from a day on, or the correction of what was recorded from that day."""

    since = DayField(
        label=_("Có hiệu lực từ ngày"), help_text=_("Chọn đúng ngày bắt đầu của lần ghi trước thì là sửa sai.")
    )
    decision = forms.CharField(label=_DECISION, max_length=120, required=False)
    reason = forms.CharField(label=_("Lý do"), max_length=500, required=False, help_text=_("Bắt buộc khi sửa sai."))


class FactForm(PageForm):
    """A fact of one kind: the fields that the kind has, under its own names."""

    since = DayField(label=_("Từ ngày"))
    until = DayField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống khi còn hiệu lực."))
    decision = forms.CharField(label=_DECISION, max_length=120, required=False)
    decided_on = DayField(label=_DECIDED_ON, required=False)

    def __init__(self, *args: Any, spec: FactSpec, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts: list[tuple[str, forms.Field]] = []
        if spec.choices:
            choices: Any = [("", "–"), *reversed(spec.choices)]
            parts.append(("value", forms.ChoiceField(label=str(spec.label), choices=choices)))
        for name, label in (("detail", spec.detail_label), ("place", spec.place_label)):
            if label:
                is_needed = name == "detail" and not spec.choices
                parts.append((name, forms.CharField(label=str(label), max_length=300, required=is_needed)))
        if spec.amount_label:
            hours = forms.IntegerField(label=str(spec.amount_label), min_value=1, max_value=10_000, required=False)
            parts.append(("amount", hours))
        for name, field in reversed(parts):
            self.add_first_field(name, field)

    @property
    def content(self) -> Content:
        """What was typed. The form must be valid."""
        held = self.cleaned_data
        return Content(
            held["since"], held.get("value", ""), held.get("detail", ""), held.get("place", ""), held.get("amount"),
            held["until"],
        )  # fmt: skip

    @property
    def paper(self) -> Paper:
        """The paper it rests on."""
        return Paper(self.cleaned_data["decision"], self.cleaned_data["decided_on"])


class ReasonForm(PageForm):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=500)


class RevealForm(PageForm):
    """Why something masked is opened."""

    reason = forms.CharField(
        label=_("Lý do mở xem"), max_length=300,
        help_text=_("Lý do được ghi lại và người có hồ sơ đọc được."),
    )  # fmt: skip


class NumberForm(PageForm):
    """An identity number, entered or corrected."""

    identity_number = forms.CharField(
        label=_called(declared.IDENTITY_NUMBER), max_length=20,
        help_text=_("12 chữ số. Số cũ vẫn giữ niêm phong trong lịch sử."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class ErasureForm(PageForm):
    """The legal basis of erasing."""

    basis = forms.CharField(
        label=_("Căn cứ pháp lý"), max_length=300,
        help_text=_("Số văn bản, điều khoản. Không chép thông tin nhạy cảm vào đây."),
    )  # fmt: skip


class PaperForm(PageForm):
    """A file and what it proves."""

    kind = forms.ChoiceField(label=_("Loại giấy tờ"), choices=PaperKind.choices)
    proves = forms.ChoiceField(label=_("Chứng minh cho"), required=False)
    file = forms.FileField(label=_("Tệp"), help_text=_("Bản quét hoặc tệp gốc. Tệp được mã hóa khi lưu."))

    def __init__(self, *args: Any, proved: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proves"] = forms.ChoiceField(label=_("Chứng minh cho"), choices=[*proved], required=False)
        self.fields["proves"].widget.attrs["class"] = "form-select"

    @property
    def proved(self) -> Proves:
        """What was chosen. The form must be valid."""
        what, _colon, key = self.cleaned_data["proves"].partition(":")
        return Proves(**{f"{what}_id": UUID(key)}) if key else Proves()


class AllotmentForm(PageForm):
    """A decision on the posts of a unit."""

    unit = UnitField(label=_("Đơn vị"))
    block = forms.ChoiceField(label=_("Khối biên chế"), choices=Block.choices)
    posts = forms.IntegerField(label=_("Biên chế được giao"), min_value=0, max_value=5000)
    since = DayField(label=_("Có hiệu lực từ ngày"))
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = DayField(label=_("Ngày quyết định"), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=500, required=False)

    @property
    def paper(self) -> Paper:
        """The decision."""
        return Paper(self.cleaned_data["decision"], self.cleaned_data["decided_on"])


class SeatsForm(PageForm):
    """For which position seats are meant."""

    post = forms.ModelChoiceField(
        label=_("Định cho vị trí việc làm"), queryset=Post.objects.filter(is_closed=False), required=False,
        empty_label=_("Vị trí nào cũng được"),
    )  # fmt: skip


class PostForm(PageForm):
    """A job position."""

    code = forms.CharField(label=_("Mã"), max_length=40)
    title = forms.CharField(label=_("Vị trí việc làm"), max_length=200)
    block = forms.ChoiceField(label=_("Khối biên chế"), choices=Block.choices)
    group = forms.ChoiceField(label=_("Nhóm"), choices=PostGroup.choices, initial=PostGroup.PROFESSIONAL)
    field = forms.CharField(label=_("Lĩnh vực"), max_length=160, required=False)
    standard = forms.CharField(label=_("Tiêu chuẩn"), widget=_LONG, max_length=8000, required=False)
    rank = forms.IntegerField(
        label=_("Thứ bậc"), min_value=1, max_value=999, initial=100, help_text=_("Số nhỏ đứng trước trong danh sách.")
    )
    level = forms.IntegerField(
        label=_("Bậc chức danh"), min_value=0, max_value=20, initial=0,
        help_text=_("Theo danh mục chức danh của hệ thống chính trị; 0 là không có."),
    )  # fmt: skip
    is_head = forms.BooleanField(label=_("Là người đứng đầu đơn vị"), required=False)
    is_key = forms.BooleanField(label=_("Là chức danh chủ chốt"), required=False)
    is_barred_to_locals = forms.BooleanField(label=_("Không bố trí người địa phương"), required=False)
    is_closed = forms.BooleanField(label=_("Không còn dùng"), required=False)

    @property
    def values(self) -> PostFields:
        """What was typed. The form must be valid."""
        held = dict(self.cleaned_data)
        return PostFields(**{**held, "block": Block(held["block"]), "group": PostGroup(held["group"])})


class AppointForm(PageForm):
    """Putting somebody into a post."""

    unit = UnitField(label=_("Đơn vị"))
    post = forms.ModelChoiceField(
        label=_("Vị trí việc làm"), queryset=Post.objects.filter(is_closed=False), empty_label=None
    )
    kind = forms.ChoiceField(label=_("Hình thức"), choices=TenureKind.choices)
    since = DayField(label=_("Từ ngày"))
    until = DayField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống khi không định thời hạn."))
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)
    decided_on = DayField(label=_("Ngày quyết định"), required=False)
    ends_present = forms.BooleanField(
        label=_("Thôi vị trí chính thức đang giữ từ ngày này"), required=False,
        help_text=_("Dùng khi chuyển người sang vị trí mới."),
    )  # fmt: skip

    def __init__(self, *args: Any, dossier: Dossier, may_except: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].widget = UnitPicker(dossier.unit.name, {"class": "form-control"})
        self.fields["unit"].initial = dossier.unit_id
        self.fields["since"].initial = today()
        self.may_except = may_except
        if may_except:
            words = _("Chỉ ghi khi được phép bố trí vượt biên chế.")
            self.add_last_field(
                "above_decision",
                forms.CharField(
                    label=_("Quyết định cho phép vượt biên chế"), max_length=120, required=False, help_text=words
                ),
            )
            self.add_last_field(
                "above_reason", forms.CharField(label=_("Lý do vượt biên chế"), max_length=500, required=False)
            )
            self.add_last_field("above_until", DayField(label=_("Vượt biên chế đến hết ngày"), required=False))

    @property
    def place(self) -> Place:
        """The post. The form must be valid."""
        held = self.cleaned_data
        return Place(held["unit"], held["post"].pk, held["since"], held["until"], TenureKind(held["kind"]))

    @property
    def paper(self) -> Paper:
        """The decision."""
        return Paper(self.cleaned_data["decision"], self.cleaned_data["decided_on"])

    @property
    def above(self) -> AboveEstablishment | None:
        """What lets it stand above the establishment, when any of it was typed."""
        held = self.cleaned_data
        decision, reason, until = (held.get(f"above_{name}") for name in ("decision", "reason", "until"))
        if not self.may_except or not (decision or reason or until):
            return None
        return AboveEstablishment(decision or "", reason or "", until or held["until"] or held["since"])

    def clean(self) -> dict[str, Any]:
        """Ask for the last day of an exception."""
        held: dict[str, Any] = super().clean() or {}
        if held.get("above_decision") and not held.get("above_until"):
            self.add_error("above_until", _("Hãy ghi thời hạn của việc bố trí vượt biên chế."))
        return held


class MoveForm(PageForm):
    """The post that everybody chosen is to hold, from which day, by which decision."""

    unit = UnitField(label=_("Đơn vị"))
    post = forms.ModelChoiceField(
        label=_("Vị trí việc làm"), queryset=Post.objects.filter(is_closed=False), empty_label=None
    )
    since = DayField(label=_("Từ ngày"), help_text=_("Vị trí chính thức đang giữ thôi từ ngày này."))
    until = DayField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống khi không định thời hạn."))
    decision = forms.CharField(label=_DECISION, max_length=120)
    decided_on = DayField(label=_DECIDED_ON, required=False)


class EndForm(PageForm):
    """Ending a post."""

    last_day = DayField(label=_("Ngày cuối giữ vị trí"))
    reason = forms.ChoiceField(label=_("Lý do"), choices=EndReason.choices)
    decision = forms.CharField(label=_("Số quyết định"), max_length=120)


class OwnCheckForm(PageForm):
    """A person's word on their own dossier."""

    is_right = forms.TypedChoiceField(
        label=_("Thông tin trên đây"), coerce=lambda value: value == "dung", widget=forms.RadioSelect,
        choices=[("dung", _("Đúng với tôi")), ("sai", _("Có điểm chưa đúng"))],
    )  # fmt: skip
    remark = forms.CharField(
        label=_("Điểm chưa đúng"), widget=_LONG, max_length=4000, required=False,
        help_text=_("Người quản lý hồ sơ sẽ đối chiếu giấy tờ và sửa."),
    )  # fmt: skip
