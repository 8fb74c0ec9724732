"""Who sees and keeps targets: the unit that has a share, the units its share was given by, and the keeper of the whole.

Neighbours see nothing of each other's shares; a unit below sees its own share and the definition, not the whole.
"""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import Policy, Rule, within
from sauro.targets.models import Actual, Ask, Indicator, Share, YearLine


def _in_share(actor: Actor, permission: str, share: str) -> Q:
    """The unit of a share, the unit that gave it, or the keeper of the indicator. ``share`` is a lookup with ``__``."""
    domain = f"{share}indicator__domain"
    return (
        within(actor, permission, unit=f"{share}unit", domain=domain)
        | within(actor, permission, unit=f"{share}parent__unit", domain=domain)
        | within(actor, permission, unit=f"{share}indicator__owner_unit", domain=domain)
    )


def _view_of(share: str) -> Rule:
    """Besides, the body that answers for the indicator sees how all its shares stand."""
    return lambda actor: (
        _in_share(actor, "targets.view", share)
        | within(actor, "targets.view", unit=f"{share}indicator__responsible_unit", domain=f"{share}indicator__domain")
    )


def _own(permission: str, share: str = "") -> Rule:
    return lambda actor: within(actor, permission, unit=f"{share}unit", domain=f"{share}indicator__domain")


def _record(actor: Actor, share: str = "") -> Q:
    """The unit itself; for one without accounts whoever gave it its share."""
    domain = f"{share}indicator__domain"
    kept = Q(**{f"{share}unit__has_accounts": False}) & within(
        actor, "targets.keep", unit=f"{share}parent__unit", domain=domain
    )
    return within(actor, "targets.record", unit=f"{share}unit", domain=domain) | kept


def recorders_of(share: str) -> Rule:
    """Return the rule for rows of other areas that belong to a share, which ``share`` leads to: who may record it."""
    return lambda actor: _record(actor, share)


def _view_indicator(actor: Actor) -> Q:
    return (
        within(actor, "targets.view", unit="owner_unit")
        | within(actor, "targets.view", unit="responsible_unit")
        | within(actor, "targets.view", unit="shares__unit")
    )


indicator_policy = Policy(
    Indicator,
    {
        "view": _view_indicator,
        "keep": lambda actor: within(actor, "targets.keep", unit="owner_unit"),
    },
)
share_policy = Policy(
    Share,
    {
        "view": _view_of(""),
        "record": _record,
        "keep": _own("targets.keep"),
        "decide": _own("targets.decide"),
    },
)
line_policy = Policy(
    YearLine,
    {
        "view": _view_of("share__"),
        "decide": lambda actor: within(actor, "targets.decide", unit="share__unit", domain="share__indicator__domain"),
    },
)
ask_policy = Policy(Ask, {"view": _view_of("share__"), "keep": _own("targets.keep", "share__")})
actual_policy = Policy(Actual, {"view": _view_of("share__"), "record": lambda actor: _record(actor, "share__")})
