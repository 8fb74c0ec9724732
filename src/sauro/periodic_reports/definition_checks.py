"""What a version of a definition says, as a value, and whether it makes sense. No database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sauro.common.errors import DomainError
from sauro.periodic_reports.enums import FigureRule
from sauro.periodic_reports.figure_sources import find_source
from sauro.periods.enums import PeriodKind

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
JOINT, UNITS = 0, 1
LOWEST = 4
"""The deepest level a definition may name."""
MOST_FIELDS = 80


@dataclass(frozen=True, slots=True)
class LevelEdit:
    """A level: 0 the joint report, 1 the units asked, 2 and more those below each of them; working days after closing;
    who approves, as printed."""

    level: int
    name: str
    working_days: int
    signer_title: str


@dataclass(frozen=True, slots=True)
class FigureEdit:
    """A figure; see :class:`~sauro.periodic_reports.models.FigureField`."""

    code: str
    label: str
    measure: str = ""
    rule: FigureRule = FigureRule.SUM
    source: str = ""
    numerator: str = ""
    denominator: str = ""
    hint: str = ""
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class SectionEdit:
    """A section of text."""

    code: str
    label: str
    hint: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class VersionEdit:
    """A whole version."""

    title: str
    period_kind: PeriodKind
    subject: str
    basis: str
    levels: Sequence[LevelEdit]
    figures: Sequence[FigureEdit]
    sections: Sequence[SectionEdit]


def check_version(edit: VersionEdit) -> None:
    """Raise a ``DomainError`` with a sentence for the first thing that makes no sense."""
    if not edit.title.strip():
        raise DomainError("title-needed", _("Hãy ghi tên báo cáo."), field="title")
    if not edit.subject.strip():
        raise DomainError("subject-needed", _("Hãy ghi trích yếu."), field="subject")
    if not edit.figures and not edit.sections:
        raise DomainError("nothing-asked", _("Mẫu phải có ít nhất một số liệu hoặc một mục nội dung."))
    if len(edit.figures) + len(edit.sections) > MOST_FIELDS:
        raise DomainError("too-many", _("Một mẫu có nhiều nhất 80 số liệu và mục nội dung."))
    _check_levels(edit.levels)
    _check_codes([one.code for one in edit.figures], [one.label for one in edit.figures])
    _check_codes([one.code for one in edit.sections], [one.label for one in edit.sections])
    by_code = {one.code: one for one in edit.figures}
    for figure in edit.figures:
        _check_figure(figure, by_code)


def _check_levels(levels: Sequence[LevelEdit]) -> None:
    days = {one.level: one.working_days for one in levels}
    lowest = max(days, default=JOINT)
    if len(levels) != len(days) or set(days) != set(range(lowest + 1)) or not UNITS <= lowest <= LOWEST:
        raise DomainError(
            "levels",
            _("Mẫu phải có hạn cho báo cáo chung, đơn vị báo cáo và các cấp dưới nối nhau, nhiều nhất %(most)s cấp.")
            % {"most": LOWEST + 1},
        )
    if any(not one.name.strip() for one in levels):
        raise DomainError("level-name", _("Hãy ghi tên từng cấp báo cáo."))
    if days[lowest] < 1:
        # NĐ 09/2019/NĐ-CP, Article 8(5): at least one working day between closing and sending.
        raise DomainError(
            "too-soon", _("Hạn gửi ít nhất là 1 ngày làm việc sau khi chốt số liệu."), field=days_field(lowest)
        )
    for level in range(lowest):
        if days[level] < days[level + 1]:
            raise DomainError(
                "joint-first", _("Hạn của cấp trên không được trước hạn của cấp dưới."), field=days_field(level)
            )
    if days[JOINT] > 120:
        raise DomainError("too-late", _("Hạn gửi nhiều nhất là 120 ngày làm việc sau khi chốt."), field="joint_days")


def days_field(level: int) -> str:
    """Return the name of the field of forms that holds the working days of a level."""
    return {JOINT: "joint_days", UNITS: "unit_days"}.get(level, f"days_{level}")


def due_field(level: int) -> str:
    """Return the name of the field of forms that holds the last day of a level."""
    return {JOINT: "joint_due", UNITS: "units_due"}.get(level, f"due_{level}")


def _check_codes(codes: Sequence[str], labels: Sequence[str]) -> None:
    for code, label in zip(codes, labels, strict=True):
        if not label.strip():
            raise DomainError("label-needed", _("Hãy ghi tên cho mục có mã “%(code)s”.") % {"code": code})
        if not _CODE.fullmatch(code):
            raise DomainError(
                "code-form",
                _("Mã của “%(label)s” chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ dung-han.")
                % {"label": label},
            )
        if codes.count(code) > 1:
            raise DomainError("code-twice", _("Mã “%(code)s” dùng hai lần. Mỗi mục một mã.") % {"code": code})


def _check_figure(figure: FigureEdit, by_code: dict[str, FigureEdit]) -> None:
    if figure.rule != FigureRule.RATIO:
        if figure.source and find_source(figure.source) is None:
            raise DomainError(
                "source-unknown",
                _("Nguồn của “%(label)s” không có trong hệ thống này. Hãy chọn lại.") % {"label": figure.label},
            )
        return
    parts = [by_code.get(figure.numerator), by_code.get(figure.denominator)]
    if any(part is None or part.rule not in (FigureRule.SUM, FigureRule.LATEST) for part in parts):
        raise DomainError(
            "ratio-parts",
            _("Tỷ lệ “%(label)s” cần mã tử số và mẫu số là hai số liệu cộng được của chính mẫu này.")
            % {"label": figure.label},
        )
    if figure.source:
        raise DomainError(
            "ratio-source", _("Tỷ lệ “%(label)s” được tính nên không có nguồn.") % {"label": figure.label}
        )
