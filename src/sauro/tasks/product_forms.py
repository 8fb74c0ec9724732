"""Forms about the product: what is demanded, what is handed in, and what the giver finds of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sauro.common.errors import DomainError
from sauro.tasks.enums import ReturnKind, Verdict
from sauro.tasks.figures import Figure, checked_figure, written_number
from sauro.tasks.forms import ReasonForm, StoryForm
from sauro.tasks.models import Assignment, CriterionAnswer
from sauro.tasks.selectors.checklists import answers_to_judge, criteria_of, lines_of, usable_templates
from sauro.tasks.selectors.deadlines import DeadlineStory
from sauro.tasks.services.demands import Demand
from sauro.tasks.services.judging import LONGEST_NOTE, Finding
from sauro.ui.forms import FilesField, PageForm

_LONG = forms.Textarea(attrs={"rows": 3})
_SHORT = forms.Textarea(attrs={"rows": 2})
_BLANK_ROWS = 3


class FiguresInput(forms.Widget):
    """Rows of three fields: name, unit of measure, value. The value is a list of rows, empty ones left out."""

    template_name = "tasks/figures_input.html"

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> list[tuple[str, ...]]:
        """Return what was typed, row by row."""
        columns = [data.getlist(f"{name}-{part}") for part in ("name", "unit", "value")]
        return [row for row in zip(*columns, strict=False) if any(cell.strip() for cell in row)]

    def value_omitted_from_data(self, data: Any, _files: Any, name: str) -> bool:
        """Tell whether the form came without these fields."""
        return f"{name}-name" not in data

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what the template needs: the rows typed and some blank ones."""
        rows = [row if isinstance(row, tuple) else _as_typed(row) for row in value or ()]
        return {**super().get_context(name, None, attrs), "rows": [*rows, *[("", "", "")] * _BLANK_ROWS]}

    def id_for_label(self, id_: str) -> str:
        """Return the id of the first field."""
        return f"{id_}-1" if id_ else ""


class FiguresField(forms.Field):
    """Figures, each with a name, a unit of measure and a number."""

    widget = FiguresInput

    def clean(self, value: Any) -> list[Figure]:
        """Return the figures, or say which row is at fault."""
        try:
            return [checked_figure(*row) for row in value or ()]
        except DomainError as error:
            raise forms.ValidationError(error.message) from error


class DemandForm(PageForm):
    """Which product is demanded, or none, and by which criteria it will be judged."""

    product = forms.CharField(label=_("Sản phẩm phải nộp"), widget=_SHORT, max_length=2000, required=False)
    no_product_needed = forms.BooleanField(label=_("Không cần sản phẩm"), required=False)
    criteria = forms.CharField(
        label=_("Tiêu chí nghiệm thu"),
        help_text=_("Mỗi dòng một tiêu chí. Đơn vị thực hiện thấy các tiêu chí này trước khi nộp."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=12_000,
        required=False,
    )

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].initial = assignment.product
        self.fields["no_product_needed"].initial = assignment.no_product_needed
        self.fields["criteria"].initial = "\n".join(row.text for row in criteria_of(assignment))
        self._templates = usable_templates(assignment.giver_unit, assignment.product)
        if self._templates:
            self.add_last_field("template", template_field([(str(row.pk), str(row)) for row in self._templates]))

    def clean(self) -> dict[str, Any]:
        """Add ``demand``: what was typed and chosen, as a value."""
        held = super().clean() or {}
        lines = lines_of(held.get("criteria", ""), self._templates, held.get("template", ""))
        held["demand"] = Demand(held.get("product", ""), bool(held.get("no_product_needed")), lines)
        return held


def template_field(choices: Sequence[tuple[str, str]]) -> forms.ChoiceField:
    """Return the field from which a template of criteria is chosen."""
    return forms.ChoiceField(label=_("Thêm tiêu chí từ mẫu"), choices=[("", _("— chọn —")), *choices], required=False)


class HandInForm(StoryForm):
    """The product: files, links, figures or a text; the criteria it meets; why now, when others still owe a part."""

    file = forms.FileField(
        label=_("Tệp sản phẩm"),
        required=False,
        help_text=_("Không nộp tệp chứa bí mật nhà nước. Tệp mang dấu mật sẽ bị từ chối và hủy."),
    )
    annexes = FilesField(label=_("Phụ lục, tệp kèm theo"), required=False)
    link = forms.CharField(
        label=_("Đường dẫn"), help_text=_("Mỗi dòng một đường dẫn."), required=False, widget=_SHORT, max_length=12_000
    )
    figures = FiguresField(label=_("Số liệu theo chỉ tiêu"), required=False)
    text = forms.CharField(label=_("Nội dung kết quả"), required=False, widget=_LONG, max_length=20000)

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._criteria = criteria_of(assignment)
        if assignment.no_product_needed:
            self.fields["file"].help_text = _("Bên giao xác định không cần sản phẩm: có thể nộp mà không kèm gì.")
        for row in self._criteria:
            self.add_last_field(f"claim-{row.pk}", forms.BooleanField(label=row.text, required=False))
            self.add_last_field(f"claim-note-{row.pk}", _note_field(_("Đạt ở đâu, trang nào")))

    def add_story(self, story: DeadlineStory) -> None:
        """Ask why the work is handed in while a part is open."""
        if story.owed_parts:
            owed = ", ".join(part.unit.name for part in story.owed_parts)
            field = forms.CharField(
                label=_("Vì sao nộp khi còn phần việc chưa xong"),
                help_text=_("Chưa xong: %(units)s.") % {"units": owed},
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                max_length=2000,
            )
            self.add_last_field("open_parts_reason", field)

    def claims(self) -> dict[UUID, str]:
        """Return the criteria that are claimed, with their notes."""
        held = self.cleaned_data
        ticked = [row.pk for row in self._criteria if held.get(f"claim-{row.pk}")]
        return {pk: held.get(f"claim-note-{pk}", "") for pk in ticked}

    def clean(self) -> dict[str, Any]:
        """Add ``claims``, and the lines of ``link`` as ``links``."""
        held = super().clean() or {}
        self.cleaned_data = held
        held["claims"] = self.claims()
        held["links"] = [line.strip() for line in held.get("link", "").splitlines() if line.strip()]
        return held


class _JudgingForm(PageForm):
    """Asks for a verdict on each criterion of the hand-in that waits."""

    _answers: Sequence[CriterionAnswer] = ()

    def ask_verdicts(self, assignment: Assignment, *, of_each: bool) -> None:
        """Add a choice (which has to be made ``of_each``) and a note for each criterion, before the other fields."""
        self._answers = answers_to_judge(assignment)
        for row in reversed(self._answers):
            self.add_first_field(f"note-{row.criterion_id}", _note_field(_("Nhận xét")))
            self.add_first_field(f"verdict-{row.criterion_id}", _verdict_field(row, is_required=of_each))

    def clean(self) -> dict[str, Any]:
        """Add ``findings``: what was decided of each criterion."""
        held = super().clean() or {}
        held["findings"] = {
            row.criterion_id: Finding(verdict == Verdict.MET, held.get(f"note-{row.criterion_id}", ""))
            for row in self._answers
            if (verdict := held.get(f"verdict-{row.criterion_id}"))
        }
        return held


class ConfirmForm(_JudgingForm):
    """A verdict on each criterion, and words where one was not met. Without criteria there is nothing to fill in."""

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_verdicts(assignment, of_each=True)
        if self._answers:
            field = forms.CharField(
                label=_("Ý kiến khi xác nhận"),
                help_text=_("Bắt buộc khi có tiêu chí không đạt mà vẫn xác nhận."),
                widget=_SHORT,
                max_length=4000,
                required=False,
            )
            self.add_last_field("words", field)


class ReturnForm(_JudgingForm, ReasonForm):
    """Why the product is returned, of what kind the reason is, and which criteria it does not meet."""

    kind = forms.ChoiceField(label=_("Loại lý do"), choices=[("", _("— chọn —")), *ReturnKind.choices])
    field_order = ("kind", "reason")

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_verdicts(assignment, of_each=False)


def _note_field(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=LONGEST_NOTE)


def _verdict_field(row: CriterionAnswer, *, is_required: bool) -> forms.ChoiceField:
    said = _("Người nộp cho là đạt.") if row.is_claimed else _("Người nộp không đánh dấu đạt.")
    return forms.ChoiceField(
        label=row.criterion.text,
        help_text=f"{said} {row.claim_note}".strip(),
        choices=[(Verdict.MET, Verdict.MET.label), (Verdict.UNMET, Verdict.UNMET.label)],
        widget=forms.RadioSelect,
        required=is_required,
        error_messages={"required": _("Hãy kết luận đạt hay không đạt.")},
    )


def _as_typed(figure: Figure) -> tuple[str, str, str]:
    return figure.name, figure.unit, written_number(figure.value)
