"""Who sees what a Party committee says of its cadres: the person, and those of the committee. Only grants of the Party
count, and nobody records or decides anything of themselves."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, within
from sauro.appraisals.enums import TermState
from sauro.appraisals.models import PeriodReview, Review
from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Appointment, Unit

_PERSON = "appointment__person__user"


def _own(actor: Actor, prefix: str = "") -> Q:
    return Q(**{f"{prefix}{_PERSON}": actor.user_id}) if actor.user_id else NOBODY


def _not_own(actor: Actor, person: str = _PERSON) -> Q:
    # Not ``~Q`` alone: a person without an account has no user, and nothing is unequal to that in SQL.
    return Q(**{f"{person}__isnull": True}) | ~Q(**{person: actor.user_id})


def _held(actor: Actor, permission: str, prefix: str = "") -> Q:
    unit, domain = f"{prefix}committee", f"{prefix}domain"
    return within(actor, permission, unit=unit, domain=domain) & Q(**{domain: Domain.PARTY})


def _keeps(actor: Actor, prefix: str = "") -> Q:
    return _held(actor, "ratings.keep", prefix) & _not_own(actor, f"{prefix}{_PERSON}")


review_policy = Policy(
    Review,
    {"view": lambda actor: _own(actor) | _held(actor, "ratings.keep"), "own": _own, "keep": _keeps},
    is_plain=True,
)


def _own_decided(actor: Actor, prefix: str = "") -> Q:
    return _own(actor, prefix) & Q(**{f"{prefix}state": TermState.DECIDED})


def sees_period(actor: Actor, prefix: str = "") -> Q:
    """Whose rating of a period an actor sees: their own once it is decided, and those they keep."""
    return _own_decided(actor, prefix) | _keeps(actor, prefix)


def decides_period(actor: Actor, prefix: str = "") -> Q:
    """Whose rating of a period an actor decides: never their own."""
    return _held(actor, "ratings.decide", prefix) & _not_own(actor, f"{prefix}{_PERSON}")


period_review_policy = Policy(
    PeriodReview,
    {
        "view": sees_period,
        "own": _own_decided,
        "keep": _keeps,
        "decide": decides_period,
    },
    is_plain=True,
)
"""A person sees their own once it is decided, even one who prepares those of others."""


def _of_party(actor: Actor) -> Q:
    kept = within(actor, "ratings.keep", unit="unit", domain="unit__domain")
    return kept & Q(unit__domain=Domain.PARTY) & _not_own(actor, "person__user")


cadre_policy = Policy(Appointment, {"view": _of_party, "keep": _of_party}, is_plain=True)
"""Of an appointment: of whom an actor may record something."""


def _committee(actor: Actor) -> Q:
    return within(actor, "ratings.keep", unit=None) & Q(domain=Domain.PARTY, kind=UnitKind.PARTY_COMMITTEE)


committee_policy = Policy(Unit, {"view": _committee, "keep": _committee}, is_plain=True)
"""Of a unit: for which committees an actor keeps the records of cadres."""


def keeps_cadres(actor: Actor) -> bool:
    """Tell whether somebody keeps records of cadres anywhere; for menus and the lists."""
    return any(scope.domain == Domain.PARTY for scope in actor.scopes("ratings.keep"))
