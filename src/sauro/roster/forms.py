"""Forms of imports of people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.common.domains import Domain
from sauro.roster.enums import EthnicTable
from sauro.roster.models import ImportRow
from sauro.roster.selectors.imports import SheetColumn
from sauro.roster.services.mapping import Said
from sauro.roster.services.planning import OTHER
from sauro.roster.sheets.columns import FIELDS
from sauro.roster.sheets.reader_process import ENCODINGS
from sauro.ui.forms import DayField, PageForm, UnitField

_NO_COLUMN = [("", _("– bỏ qua cột này –"))]


class UploadForm(PageForm):
    """A table of people. The domain is asked of those only who keep records in several."""

    file = forms.FileField(
        label=_("Tệp"), help_text=_("Tệp .xlsx, .xls hoặc .csv, tối đa 40 MB, 100.000 dòng."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
        error_messages={"required": _("Hãy chọn tệp."), "empty": _("Tệp rỗng.")},
    )  # fmt: skip

    def __init__(self, *args: Any, domains: Sequence[Domain], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.domains = domains
        if len(domains) > 1:
            choices = [(str(one), one.label) for one in domains]
            self.add_last_field("domain", forms.ChoiceField(label=_("Khối"), choices=choices))

    @property
    def domain(self) -> Domain:
        """The domain chosen. The form must be valid."""
        return Domain(self.cleaned_data.get("domain") or self.domains[0])


class SheetForm(PageForm):
    """Which sheet is read, which rows are its headings, and of a .csv its encoding."""

    def __init__(self, *args: Any, sheets: Sequence[str], is_csv: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if len(sheets) > 1:
            names: Any = [(number, name) for number, name in enumerate(sheets)]
            field = forms.TypedChoiceField(label=_("Trang tính"), choices=names, coerce=int)
            self.add_last_field("sheet", field)
        if is_csv:
            choices = [(one, one.upper()) for one in ENCODINGS]
            self.add_last_field("encoding", forms.ChoiceField(label=_("Bảng mã"), choices=choices))
        for name, label in (("first", _("Tiêu đề từ dòng")), ("last", _("đến dòng"))):
            self.add_last_field(name, forms.IntegerField(label=label, min_value=1, max_value=100_000))

    @property
    def headings(self) -> tuple[int, int] | None:
        """The rows of headings typed, None where they stand as they were found. The form must be valid."""
        if not {"first", "last"} & set(self.changed_data):
            return None
        return self.cleaned_data["first"] - 1, self.cleaned_data["last"] - 1


class MappingForm(PageForm):
    """What each column means, and what holds for all rows."""

    since = DayField(
        label=_("Thay đổi có hiệu lực từ ngày"),
        help_text=_("Thông tin khác với hồ sơ được ghi là bản mới từ ngày này; bản cũ vẫn còn."),
    )
    ethnic_table = forms.ChoiceField(
        label=_("Bảng mã dân tộc"), required=False, choices=[("", _("Bảng ghi tên dân tộc")), *EthnicTable.choices],
        help_text=_("Chỉ cần khi cột dân tộc ghi mã số: hai bảng đánh số khác nhau."),
    )  # fmt: skip
    decision = forms.CharField(
        label=_("Số quyết định bố trí"), max_length=120, required=False,
        help_text=_("Dùng cho các dòng bố trí vị trí mà bảng không ghi số quyết định."),
    )  # fmt: skip
    unit = UnitField(
        label=_("Đơn vị chung"), required=False, help_text=_("Dùng cho các dòng không ghi đơn vị."),
    )  # fmt: skip

    def __init__(self, *args: Any, columns: Sequence[SheetColumn], may_seal: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(code, one.label) for code, one in FIELDS.items() if may_seal or not one.is_sensitive]
        choices: Any = [*_NO_COLUMN, *offered]
        self._columns = columns
        for column in columns:
            label = _("Cột %(letter)s nghĩa là") % {"letter": column.letter}
            field = forms.ChoiceField(label=label, choices=choices, required=False, initial=column.field)
            self.add_last_field(f"c{column.number}", field)

    @property
    def of_columns(self) -> list[tuple[SheetColumn, Any]]:
        """Each column with the field that asks for its meaning."""
        return [(column, self[f"c{column.number}"]) for column in self._columns]

    @property
    def of_all(self) -> list[Any]:
        """The fields that hold for all rows."""
        return [self[name] for name in ("since", "ethnic_table", "decision", "unit")]

    def said(self, signature: str) -> Said:
        """Return what was said of headings with a signature. The form must be valid."""
        held = self.cleaned_data
        mapping = {one.number: held[f"c{one.number}"] for one in self._columns if held[f"c{one.number}"]}
        return Said(mapping, held["since"], held["ethnic_table"], held["decision"], held["unit"], signature)


class LikenessForm(PageForm):
    """Whether people of the same name and birth date are the same, one choice a row; what is left open stays asked."""

    def __init__(self, *args: Any, rows: Sequence[ImportRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in rows:
            same = [(one["id"], f"{one['code']} – {one['unit']}") for one in row.likely]
            choices: Any = [*same, (OTHER, _("Người khác: lập hồ sơ mới"))]
            label = _("Dòng %(row)d: %(name)s") % {"row": row.row + 1, "name": row.name}
            field = forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)
            self.add_last_field(f"r{row.row}", field)

    @property
    def answers(self) -> dict[int, str]:
        """The answers by row. The form must be valid."""
        return {int(name[1:]): answer for name, answer in self.cleaned_data.items() if answer}


class ApplyForm(PageForm):
    """Writing: with rows that have errors left out only when that is said."""

    skips_faulty = forms.BooleanField(
        label=_("Bỏ qua các dòng có lỗi hoặc chưa xác nhận, chỉ ghi các dòng còn lại"), required=False
    )
