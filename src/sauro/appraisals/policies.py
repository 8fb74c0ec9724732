"""Who sees points: the person, the line of command and the personnel unit. Nobody confirms their own sheet."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.db.models.lookups import StartsWith

from sauro.access.actor import Actor
from sauro.access.policies import NOBODY, Policy, Rule, within
from sauro.appraisals.cadre_policies import decides_period, sees_period
from sauro.appraisals.enums import Duty, RoundState
from sauro.appraisals.models import (
    Catalogue,
    Claim,
    Complaint,
    OwnLevel,
    Product,
    Rating,
    RatingRound,
    Regulation,
    Sheet,
    SheetItem,
    Sign,
    UnitRating,
    UnitRound,
)
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit
from sauro.organizations.paths import with_those_above


def _own(prefix: str = "") -> str:
    return f"{prefix}appointment__person__user"


def _is_own(actor: Actor, prefix: str = "") -> Q:
    return Q(**{_own(prefix): actor.user_id}) if actor.user_id else NOBODY


def _not_own(actor: Actor, prefix: str = "") -> Q:
    # Not ``~Q`` alone: a person without an account has no user, and nothing is unequal to that in SQL.
    return Q(**{f"{_own(prefix)}__isnull": True}) | ~Q(**{_own(prefix): actor.user_id})


def headed_units(actor: Actor) -> QuerySet[Unit]:
    """Return the units an actor heads by post, whatever role they hold in the product."""
    return Unit.objects.filter(appointments__in=actor.appointment_ids, appointments__position__is_head=True)


def _judge(actor: Actor, prefix: str = "") -> Q:
    """The line of command, by role or by post: of a head it begins above the unit (NĐ 335 Điều 10)."""
    unit, domain = f"{prefix}unit", f"{prefix}domain"
    led = within(actor, "appraisals.judge", unit=unit, domain=domain)
    above = within(actor, "appraisals.judge", unit=f"{unit}__parent", domain=domain)
    if actor.appointment_ids:
        headed = headed_units(actor).values("pk")
        led |= Q(**{f"{unit}__in": headed})
        above |= Q(**{f"{unit}__parent__in": headed})
    is_head = Q(**{f"{prefix}duty": Duty.HEAD})
    return ((led & ~is_head) | (above & is_head)) & _not_own(actor, prefix)


def _see(actor: Actor, prefix: str = "") -> Q:
    kept = within(actor, "appraisals.view", unit=f"{prefix}unit", domain=f"{prefix}domain")
    return _is_own(actor, prefix) | _judge(actor, prefix) | kept


sheet_policy = Policy(Sheet, {"view": _see, "own": _is_own, "judge": _judge}, is_plain=True)
item_policy = Policy(
    SheetItem,
    {
        "view": lambda actor: _see(actor, "sheet__"),
        "own": lambda actor: _is_own(actor, "sheet__"),
        "judge": lambda actor: _judge(actor, "sheet__"),
    },
    is_plain=True,
)
claim_policy = Policy(
    Claim,
    {
        "view": lambda actor: _see(actor, "item__sheet__"),
        "own": lambda actor: _is_own(actor, "item__sheet__"),
        "judge": lambda actor: _judge(actor, "item__sheet__"),
    },
    is_plain=True,
)

HEAD_WAITS = dt.timedelta(days=3)
"""How long what is to be explained stays with the person alone who has not looked at it yet."""


def _sees_sign(actor: Actor) -> Q:
    """The person at once; the line of command when the person has seen it, or after some days; nobody else."""
    is_told = Q(seen_at__isnull=False) | Q(found_at__lte=Now() - HEAD_WAITS)
    return _is_own(actor, "sheet__") | (_judge(actor, "sheet__") & is_told)


sign_policy = Policy(Sign, {"view": _sees_sign, "own": lambda actor: _is_own(actor, "sheet__")}, is_plain=True)


def _rules_of(unit: str) -> Rule:
    """Rules reach downwards: whoever holds a grant somewhere reads those of the units above, within its domain.

    They say nothing of any person. Who keeps rules reads those below as well.
    """

    def rule(actor: Actor) -> Q:
        condition = within(actor, "appraisal_rules.propose", unit=unit, domain="domain")
        for grant in actor.grants:
            condition |= Q(**{f"{unit}__path__in": with_those_above(grant.scope.path), "domain": grant.scope.domain})
        return condition

    return rule


def _product(permission: str) -> Rule:
    return lambda actor: within(actor, permission, unit="catalogue__unit", domain="catalogue__domain")


def _reads_products(actor: Actor) -> Q:
    condition = _product("appraisal_rules.propose")(actor)
    for grant in actor.grants:
        held = {
            "catalogue__unit__path__in": with_those_above(grant.scope.path),
            "catalogue__domain": grant.scope.domain,
        }
        condition |= Q(**held)
    return condition


regulation_policy = Policy(
    Regulation,
    {
        "view": _rules_of("unit"),
        "manage": lambda actor: within(actor, "appraisal_rules.manage", unit="unit"),
    },
    is_plain=True,
)
catalogue_policy = Policy(
    Catalogue,
    {
        "view": _rules_of("unit"),
        "manage": lambda actor: within(actor, "appraisal_rules.manage", unit="unit"),
        "decide": lambda actor: within(actor, "appraisal_rules.decide", unit="unit"),
    },
    is_plain=True,
)
product_policy = Policy(Product, {"view": _reads_products, "manage": _product("appraisal_rules.manage")}, is_plain=True)


def _closes(actor: Actor) -> Q:
    return within(actor, "appraisals.judge", unit=None) | Q(pk__in=headed_units(actor).values("pk"))


def _ruled(actor: Actor) -> Q:
    return within(actor, "appraisal_rules.propose", unit=None) | _closes(actor)


ruled_policy = Policy(
    Unit,
    {
        "view": _ruled,
        "propose": lambda actor: within(actor, "appraisal_rules.propose", unit=None),
        "manage": lambda actor: within(actor, "appraisal_rules.manage", unit=None),
        "judge": _closes,
    },
    is_plain=True,
)
"""Of a unit: for which ones an actor proposes products or lays down rules."""


def _keeps(actor: Actor, unit: str, domain: str) -> Q:
    return within(actor, "ratings.keep", unit=unit, domain=domain)


def _decides(actor: Actor, unit: str, domain: str) -> Q:
    """The head of a body decides for all its people; the head of a division only scores (NĐ 335 Điều 10)."""
    return within(actor, "ratings.decide", unit=unit, domain=domain) & ~Q(**{f"{unit}__kind": UnitKind.DIVISION})


round_policy = Policy(
    RatingRound,
    {
        "view": lambda actor: _keeps(actor, "unit", "domain"),
        "keep": lambda actor: _keeps(actor, "unit", "domain"),
        "decide": lambda actor: _decides(actor, "unit", "domain"),
    },
    is_plain=True,
)


def _is_rated(actor: Actor, prefix: str = "") -> Q:
    """A person sees their own rating once it is decided, with everything behind it."""
    return _is_own(actor, prefix) & Q(**{f"{prefix}round__state": RoundState.DECIDED})


def _sees_rating(actor: Actor, prefix: str = "") -> Q:
    return _keeps(actor, f"{prefix}round__unit", f"{prefix}round__domain") | _is_rated(actor, prefix)


def _decides_rating(actor: Actor, prefix: str = "") -> Q:
    """Nobody chooses their own level: another one with the same authority does."""
    return _decides(actor, f"{prefix}round__unit", f"{prefix}round__domain") & _not_own(actor, prefix)


rating_policy = Policy(
    Rating,
    {
        "view": _sees_rating,
        "own": _is_rated,
        "keep": lambda actor: _keeps(actor, "round__unit", "round__domain"),
        "decide": _decides_rating,
    },
    is_plain=True,
)
unit_round_policy = Policy(
    UnitRound,
    {
        "view": lambda actor: _keeps(actor, "unit", "domain"),
        "keep": lambda actor: _keeps(actor, "unit", "domain"),
        "decide": lambda actor: within(actor, "ratings.decide", unit="unit", domain="domain"),
    },
    is_plain=True,
)


def _heads_rated(actor: Actor, prefix: str = "") -> Q:
    """The head of a unit whose level is decided: who speaks for it."""
    if not actor.appointment_ids:
        return NOBODY
    headed = Q(**{f"{prefix}unit__in": headed_units(actor).values("pk")})
    return headed & Q(**{f"{prefix}round__state": RoundState.DECIDED})


def _sees_rated_unit(actor: Actor, prefix: str = "") -> Q:
    """Whoever heads a unit or keeps its ratings sees its own one once it is decided."""
    own = _keeps(actor, f"{prefix}unit", f"{prefix}round__domain")
    own &= Q(**{f"{prefix}round__state": RoundState.DECIDED})
    kept = _keeps(actor, f"{prefix}round__unit", f"{prefix}round__domain")
    return kept | own | _heads_rated(actor, prefix)


def _decides_unit(actor: Actor, prefix: str = "") -> Q:
    return within(actor, "ratings.decide", unit=f"{prefix}round__unit", domain=f"{prefix}round__domain")


unit_rating_policy = Policy(
    UnitRating,
    {
        "view": _sees_rated_unit,
        "own": _heads_rated,
        "keep": lambda actor: _keeps(actor, "round__unit", "round__domain"),
        "decide": _decides_unit,
    },
    is_plain=True,
)
own_level_policy = Policy(
    OwnLevel,
    {"view": lambda actor: _is_own(actor) | _keeps(actor, "unit", "domain"), "own": _is_own},
    is_plain=True,
)
complaint_policy = Policy(
    Complaint,
    {
        "view": lambda actor: (
            _sees_rating(actor, "rating__") | _sees_rated_unit(actor, "unit_rating__") | sees_period(actor, "period__")
        ),
        "decide": lambda actor: (
            _decides_rating(actor, "rating__")
            | (_decides_unit(actor, "unit_rating__") & ~_heads_rated(actor, "unit_rating__"))
            | decides_period(actor, "period__")
        ),
    },
    is_plain=True,
)
"""Of a complaint: whoever sees the level it is about. Nobody answers their own or that of a unit they head."""
rated_policy = Policy(
    Unit,
    {
        "view": lambda actor: within(actor, "ratings.keep", unit=None),
        "keep": lambda actor: within(actor, "ratings.keep", unit=None),
    },
    is_plain=True,
)
"""Of a unit: for which ones an actor may begin the rating of a year."""


def _sees_all(actor: Actor) -> Q:
    return within(actor, "appraisals.view", unit=None) | within(actor, "appraisals.judge", unit=None)


def _sees_results(actor: Actor) -> Q:
    condition = _sees_all(actor)
    for permission in ("ratings.keep", "ratings.decide"):
        condition |= within(actor, permission, unit=None)
    if actor.appointment_ids:
        below = StartsWith(OuterRef("path"), F("path"))
        condition |= Q(Exists(headed_units(actor).filter(below, domain=OuterRef("domain"))))
    return condition


results_policy = Policy(Unit, {"view": _sees_results, "whole": _sees_all}, is_plain=True)
"""Of a unit: whose results as numbers an actor sees, and where they see every sheet behind them (``whole``)."""


def leads_people(actor: Actor) -> bool:
    """Tell whether somebody confirms sheets anywhere; for menus, never for a decision on a sheet."""
    return actor.holds("appraisals.judge") or (bool(actor.appointment_ids) and headed_units(actor).exists())


def sees_results(actor: Actor) -> bool:
    """Tell whether somebody sees results of units anywhere; for menus."""
    return leads_people(actor) or any(actor.holds(one) for one in ("appraisals.view", "ratings.keep", "ratings.decide"))
