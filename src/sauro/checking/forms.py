"""Forms of the catalogue of competence; rows of a workbook are judged by the same one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sauro.checking.competence_sheet import COLUMNS, LISTS, MOST_FAULTS, SheetRow
from sauro.checking.models import CompetenceRow
from sauro.checking.services.competence import CompetenceFields
from sauro.ui.forms import DayField, PageForm
from vanban.check.wording import WORDINGS
from vanban.text.normalize import nfc

_SEVERAL = gettext_lazy("Nhiều mục thì cách nhau bằng dấu chấm phẩy.")


class SeveralField(forms.CharField):
    """Several phrases, separated by semicolons."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(max_length=2_000, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the phrases, without empty ones and repetitions."""
        parts = [" ".join(part.split()) for part in nfc(super().clean(value)).split(";")]
        found = tuple(dict.fromkeys(part for part in parts if part))
        if self.required and not found:
            raise forms.ValidationError(_("Hãy ghi ít nhất một mục."))
        if any(len(part) > self.longest for part in found):
            raise forms.ValidationError(_("Mỗi mục dài nhất %(most)d ký tự.") % {"most": self.longest})
        return found


class CompetenceForm(PageForm):
    """An entry of the catalogue."""

    field = forms.CharField(label=COLUMNS["field"], max_length=200)
    act = forms.CharField(label=COLUMNS["act"], max_length=300)
    words = SeveralField(
        label=COLUMNS["words"],
        longest=100,
        help_text=gettext_lazy("Nhiệm vụ phải có đủ các cụm từ này thì mục mới áp dụng; cách nhau bằng dấu chấm phẩy."),
    )
    holders = SeveralField(
        label=COLUMNS["holders"],
        longest=300,
        help_text=gettext_lazy("Phần đầu của tên, ví dụ: Ủy ban nhân dân tỉnh; Sở Xây dựng."),
    )
    basis = forms.CharField(label=COLUMNS["basis"], max_length=500, help_text=gettext_lazy("Văn bản, điều, khoản."))
    valid_from = DayField(label=COLUMNS["valid_from"], required=False)
    valid_to = DayField(label=COLUMNS["valid_to"], required=False)
    delegated_to = SeveralField(label=COLUMNS["delegated_to"], longest=300, required=False, help_text=_SEVERAL)

    def clean(self) -> dict[str, Any]:
        """Hold the two days against each other."""
        held: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = held.get("valid_from"), held.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("Hiệu lực kết thúc trước khi bắt đầu."))
        return held

    @property
    def fields_written(self) -> CompetenceFields:
        """What a valid form holds."""
        return CompetenceFields(**self.cleaned_data)

    @classmethod
    def of_row(cls, row: CompetenceRow) -> CompetenceForm:
        """Return the form of an entry that is there."""
        held = {name: getattr(row, name) for name in COLUMNS}
        return cls(initial=held | {name: "; ".join(held[name]) for name in LISTS})


class WordingForm(PageForm):
    """Which wording of the six clears the site goes by."""

    wording = forms.ChoiceField(
        label=gettext_lazy("Theo"),
        choices=[(one.code, one.source[:1].upper() + one.source[1:]) for one in WORDINGS.values()],
    )


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row of a workbook."""

    row: int
    column: str
    message: str


def judge_rows(rows: Sequence[SheetRow]) -> tuple[list[CompetenceFields], list[RowFault]]:
    """Return the entries that are well written, and what is wrong in the others, :data:`MOST_FAULTS` at most."""
    entries: list[CompetenceFields] = []
    faults: list[RowFault] = []
    for row in rows:
        form = CompetenceForm(row.cells)
        if form.is_valid():
            entries.append(form.fields_written)
            continue
        faults += [
            RowFault(row.number, str(COLUMNS[name]), str(message))
            for name, messages in form.errors.items()
            for message in messages
        ]
    return entries, faults[:MOST_FAULTS]
