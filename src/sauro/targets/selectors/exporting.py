"""The register of a unit as rows of a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sauro.access.actor import Actor
from sauro.common.clock import today
from sauro.organizations.models import Unit
from sauro.targets.enums import AskKind, AskState
from sauro.targets.models import Share
from sauro.targets.policies import share_policy
from sauro.targets.sheet import COLUMNS, SheetRow
from sauro.tasks.figures import written_number

LAST_PLANNED = 2030


def sheet_rows(actor: Actor, unit: Unit) -> list[SheetRow]:
    """Return all shares of the unit and, below each, the parts it gave."""
    own = share_policy.visible(actor).filter(unit=unit, indicator__is_closed=False)
    shares = own.select_related("indicator__field", "unit").prefetch_related("lines", "parts__unit", "parts__asks")
    cells = (one for share in shares.order_by("indicator__sort_key", "pk") for one in _cells(share))
    rows = [SheetRow(number, held) for number, held in enumerate(cells, start=2)]
    return rows or [SheetRow(2, {**dict.fromkeys(COLUMNS, ""), **_years({})})]


def _cells(share: Share) -> Iterator[dict[str, str]]:
    indicator = share.indicator
    defined = {
        "code": indicator.code, "name": indicator.name, "unit": share.unit.name, "measure": indicator.measure,
        "direction": indicator.get_direction_display(), "rule": indicator.get_rule_display(),
        "numerator_label": indicator.numerator_label, "denominator_label": indicator.denominator_label,
        "field": indicator.field.name if indicator.field else "",
        "baseline_year": str(share.baseline_year or ""), "baseline": _number(share.baseline),
    }  # fmt: skip
    yield defined | _years({line.year: line.target for line in share.lines.all()})
    for part in share.parts.all():
        named = {"code": indicator.code, "name": indicator.name, "unit": part.unit.code}
        # What was given, not what the unit goes by: it may have set itself more.
        given = [one for one in part.asks.all() if one.kind == AskKind.GIVEN and one.state != AskState.WITHDRAWN]
        yield named | _years({ask.year: ask.value for ask in given})


def _years(targets: dict[int, Decimal | None]) -> dict[str, str]:
    years = sorted({*targets, *range(today().year, LAST_PLANNED + 1)})
    return {f"target_{year}": _number(targets.get(year)) for year in years}


def _number(value: Decimal | None) -> str:
    return "" if value is None else written_number(value)
