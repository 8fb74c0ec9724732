"""The report: part I of the resolution, figure by figure, as of any day and beside another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import number_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sauro.access.requests import ActorRequest
from sauro.common.domains import Domain
from sauro.headcounts.catalogue import APPROVED, VACANT, WITHIN
from sauro.headcounts.selectors.places import MANAGE, places_of
from sauro.headcounts.selectors.report import Line, Report, report_of, words_above, words_below
from sauro.headcounts.sentences import more_than
from sauro.headcounts.services.exporting import FileKind
from sauro.headcounts.services.releases import releasing_domains
from sauro.headcounts.services.snapshots import snapshot_of
from sauro.headcounts.web.charts import charts_of
from sauro.headcounts.web.question import Question, question_of
from sauro.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as the table shows it. Empty addresses: the number opens no list.

    Where other domains have a part in it, what the reader's own has opens by itself (``own_url``).
    """

    line: Line
    above: str
    below: str
    above_url: str
    below_url: str
    before: Line | None = None
    own_domain: str = ""
    own_url: str = ""

    @property
    def change(self) -> int | None:
        """How much more the numerator is than on the other day."""
        return more_than(self.line, self.before)

    @property
    def is_unlike(self) -> bool:
        """Whether the other day's numbers are of other domains, so that the two are not compared."""
        return self.before is not None and not self.line.is_like(self.before)

    @property
    def percent(self) -> str:
        """The ratio in words, nothing without one."""
        return _shown(self.line.percent)

    @property
    def percent_before(self) -> str:
        """The ratio on the other day."""
        return _shown(self.before.percent) if self.before else ""

    @property
    def points(self) -> str:
        """How many points of per cent the ratio is higher than on the other day, with its sign."""
        if self.before is None or self.is_unlike or self.line.percent is None or self.before.percent is None:
            return ""
        more = self.line.percent - self.before.percent
        return f"{'+' if more > 0 else ''}{_shown(more)}"


def _shown(value: Decimal | None) -> str:
    return "" if value is None else number_format(value, 1)


@require_safe
@never_cache
@login_required
def headcount_report(request: ActorRequest) -> HttpResponse:
    """Show the report of the scope asked for."""
    question = question_of(request)
    report, before = reports_of(request, question)
    context = {
        "question": question, "form": question.form, "scope": question.scope, "units": question.units,
        "compared": question.compared, "is_full": report.is_full,
        "parts": [(part, list(rows_of(question, lines, before))) for part, lines in report.parts if lines],
        "given": list(report.given.items()), "charts": list(charts_of(question, report)),
        "kinds": [str(kind) for kind in FileKind],
        "may_size": bool(places_of(request.actor, MANAGE, Domain.PARTY)),
        "may_release": bool(releasing_domains(request.actor)),
    }  # fmt: skip
    return render(request, "headcounts/report.html", context)


def reports_of(request: ActorRequest, question: Question) -> tuple[Report, Report | None]:
    """Return the report asked for, and that of the other day."""
    scope = question.scope
    report = report_of(request.actor, scope, snapshot_of(scope.domain, scope.day))
    if question.compared is None:
        return report, None
    other = replace(scope, day=question.compared)
    return report, report_of(request.actor, other, snapshot_of(other.domain, other.day))


def rows_of(question: Question, lines: Iterable[Line], before: Report | None) -> Iterator[Row]:
    """Yield the figures of a part with what they are called and what they open."""
    for line in lines:
        figure = line.figure
        if not line.shares and not line.missing:
            continue
        yield Row(
            line, words_above(figure, question.scope.cut), words_below(figure),
            _opened(question, line, figure.numerator), _opened(question, line, figure.denominator),
            before.line(figure.code) if before else None,
            str(question.scope.domain), _opens(question, line, figure.numerator),
        )  # fmt: skip


def _opened(question: Question, line: Line, count: str) -> str:
    """Return what a number opens, where it is of one's own domain alone."""
    return _opens(question, line, count) if [one.domain for one in line.shares] == [question.scope.domain] else ""


def _opens(question: Question, line: Line, count: str) -> str:
    """Return what a number of one's own domain opens: its people, or for posts the establishment."""
    if line.figure.is_sensitive:
        return ""
    part = count.partition(".")[2]
    if part in (APPROVED, VACANT) or (part == WITHIN and line.figure.group not in _BY_POST):
        if line.figure.group in _BY_POST and len(question.units) <= 1:
            held = {"ngay": f"{question.scope.day:%d/%m/%Y}"}
            if (one := _one(question)) is not None:
                held["dv"] = one.code
            elif question.scope.level:
                held["cap"] = question.scope.level
            return f"{reverse('establishment')}?{urlencode(held)}"
        return ""
    return question.people(count)


def _one(question: Question) -> Unit | None:
    return question.units[0] if question.units else None


_BY_POST = frozenset({"everyone", "officials", "employees"})
