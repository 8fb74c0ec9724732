"""What the records say about when somebody may be moved, and where they come from; for proposals of moves.

Read here and nowhere else: the first day in the present post, the first day of a rotation, the last day of a legal bar
without what it is, and the home town as the dossier words it. Expressions over tenures, so that they cost no query.
"""

from __future__ import annotations

import datetime as dt

from django.db.models import OuterRef, Subquery

from sauro.workforce.enums import FactKind
from sauro.workforce.models import Fact
from sauro.workforce.rules.terms import ROTATION_MONTHS, last_day

_BAR = FactKind.DISCIPLINE


def rotation_days(day: dt.date) -> Subquery:
    """The days of the rotation, as a range, on which somebody in a tenure is on a day."""
    rows = Fact.objects.as_of(day).filter(dossier=OuterRef("dossier"), kind=FactKind.MOVE, value="rotation")
    return Subquery(rows.order_by("-valid").values("valid")[:1])


def bar_days(day: dt.date) -> Subquery:
    """The days, as a range, for which the law keeps somebody from being moved (Law 80/2025/QH15, Article 38).

    Nothing sealed is opened: why is not known here.
    """
    rows = Fact.objects.as_of(day).filter(dossier=OuterRef("dossier"), kind=_BAR)
    return Subquery(rows.order_by("-valid__endswith").values("valid")[:1])


def rotation_ends(since: dt.date) -> dt.date:
    """Return the last day of the least time that a rotation lasts."""
    return last_day(since, ROTATION_MONTHS)
