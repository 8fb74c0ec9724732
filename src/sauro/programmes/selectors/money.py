"""Sums of money by source and year, allocated from above and own apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from sauro.programmes.enums import FundSource
from sauro.programmes.models import Funding, Programme
from sauro.tasks.figures import written_number


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """One source, allocated or own, with an amount for each year of the table."""

    source: str
    origin: str
    amounts: tuple[Decimal, ...]

    @property
    def printed(self) -> list[str]:
        """The amounts and their sum, as printed."""
        return [written_number(one) for one in (*self.amounts, self.total)]

    @property
    def total(self) -> Decimal:
        """The sum over the years."""
        return sum(self.amounts, Decimal())


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """The sums of a programme in million đồng. ``national`` are those of national target programmes, by name."""

    years: tuple[int, ...]
    rows: tuple[MoneyRow, ...]
    national: tuple[tuple[str, str], ...]

    @property
    def sums(self) -> tuple[Decimal, ...]:
        """The sum of each year."""
        return tuple(sum((row.amounts[place] for row in self.rows), Decimal()) for place in range(len(self.years)))

    @property
    def printed_sums(self) -> list[str]:
        """The sum of each year and of all, as printed."""
        return [written_number(one) for one in (*self.sums, self.total)]

    @property
    def total(self) -> Decimal:
        """The sum of all."""
        return sum(self.sums, Decimal())


def money_table(programme: Programme) -> MoneyTable:
    """Return the sums of the lines in force. Takes two queries."""
    rows = Funding.objects.filter(entry__programme=programme, entry__is_removed=False)
    grouped = rows.order_by().values_list("source", "is_allocated", "year").annotate(amount=Sum("amount"))
    amounts: dict[tuple[str, bool], dict[int, Decimal]] = defaultdict(dict)
    for source, is_allocated, year, amount in grouped:
        amounts[source, is_allocated][year] = amount
    years = tuple(sorted({year for held in amounts.values() for year in held}))
    order = list(FundSource)
    lines = tuple(
        MoneyRow(
            str(FundSource(source).label), _("cấp trên phân bổ") if is_allocated else _("tự cân đối"),
            tuple(held.get(year, Decimal()) for year in years),
        )
        for (source, is_allocated), held in sorted(amounts.items(), key=lambda one:
        (order.index(FundSource(one[0][0])), one[0][1]))
    )  # fmt: skip
    national = rows.exclude(national_programme="").order_by("national_programme").values_list("national_programme")
    return MoneyTable(
        years, lines, tuple((name, written_number(total)) for name, total in national.annotate(amount=Sum("amount")))
    )
