"""What makes a target line sound: its indicator, its years, its values."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.programmes.models import Entry, Programme
from sauro.targets.models import Share
from sauro.targets.policies import share_policy
from sauro.targets.rules import LARGEST


def check_target(actor: Actor, programme: Programme, entry: Entry) -> None:
    """Refuse what could not become a target. A line of an indicator in the register is defined there alone."""
    if entry.target_share_id is not None:
        share = _share(actor, programme, entry.target_share_id)
        indicator = share.indicator
        entry.target_share, entry.value_unit = share, indicator.measure
        entry.direction, entry.rule = indicator.direction, indicator.rule
        entry.numerator_label, entry.denominator_label = indicator.numerator_label, indicator.denominator_label
    years = [*map(int, entry.path), *([entry.target_year] if entry.target_year else [])]
    if any(not programme.first_year <= year <= programme.last_year for year in years):
        raise DomainError(
            "year-outside",
            _("Năm phải trong thời kỳ của văn bản: %(first)s–%(last)s.")
            % {"first": programme.first_year, "last": programme.last_year},
            field="target_year",
        )
    if entry.path and entry.target_year is None:
        raise DomainError("year-needed", _("Đã ghi lộ trình thì ghi cả năm đạt."), field="target_year")
    if any(int(year) >= (entry.target_year or 0) for year in entry.path):
        raise DomainError("path-after", _("Lộ trình chỉ ghi các năm trước năm đạt."), field="target_year")
    if any(abs(value) >= LARGEST for value in entry.year_values.values()):
        raise DomainError("value-too-large", _("Giá trị quá lớn."), field="value")


def _share(actor: Actor, programme: Programme, share_id: UUID) -> Share:
    rows = share_policy.visible(actor).filter(unit=programme.unit_id, indicator__is_closed=False)
    share = rows.filter(pk=share_id).select_related("indicator").first()
    if share is None:
        raise DomainError(
            "share-unknown", _("Chỉ tiêu này không có trong danh mục của cơ quan. Hãy chọn lại."), field="target_share"
        )
    return share
