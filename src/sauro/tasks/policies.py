"""Who may see and do what with obligations and assignments."""

from __future__ import annotations

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.access.policies import EVERYTHING, NOBODY, Policy, Rule, within
from sauro.documents.policies import not_suspected
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Unit
from sauro.tasks.models import Assignment, Binding, ChecklistTemplate, Handover, LikelyPair, Obligation, WorkField


def own_work(actor: Actor) -> Q:
    """Return which assignments have the actor as the person in charge, through one of the posts held today."""
    return Q(person__in=actor.appointment_ids) if actor.appointment_ids else NOBODY


def placed_condition(actor: Actor) -> Q:
    """Return which assignments the actor sees because of the units on both sides, whoever is in charge.

    It asks for ``unit``, ``giver_unit`` and ``domain`` only, so it also holds for rows that count assignments by these.
    """
    return within(actor, "tasks.view", unit="unit") | within(actor, "giving.view", unit="giver_unit")


def _view_assignment(actor: Actor) -> Q:
    return own_work(actor) | placed_condition(actor)


def _work(actor: Actor) -> Q:
    """Report and hand in: the person in charge, the unit's own people, or the giver's office on its behalf."""
    kept = Q(is_kept_by_giver=True) & within(actor, "giving.follow", unit="giver_unit")
    return own_work(actor) | within(actor, "tasks.work", unit="unit") | kept


def _lead(actor: Actor) -> Q:
    """Accept, question, name the person in charge, split."""
    kept = Q(is_kept_by_giver=True) & within(actor, "giving.follow", unit="giver_unit")
    return within(actor, "tasks.lead", unit="unit") | kept


def _decide(actor: Actor) -> Q:
    """Confirm and return: the giver. Work that crossed has no giver in its domain: its own unit's lead closes it."""
    crossed = ~Q(giver_text="") & within(actor, "tasks.lead", unit="unit")
    return within(actor, "giving.decide", unit="giver_unit") | crossed


assignment_policy = Policy(
    Assignment,
    {
        "view": _view_assignment,
        "work": _work,
        "lead": _lead,
        "decide": _decide,
        "stop": lambda actor: within(actor, "giving.decide", unit="giver_unit"),
        # Remind: whoever follows what the unit gave.
        "urge": lambda actor: within(actor, "giving.follow", unit="giver_unit"),
    },
    is_plain=True,
)


def _of_open_document(permission: str) -> Rule:
    """The permission in the owning unit, unless the document is closed because it may be a state secret."""
    return lambda actor: within(actor, permission, unit="owner_unit") & not_suspected("document_id")


obligation_policy = Policy(
    Obligation,
    {
        "view": _of_open_document("documents.view"),
        "review": _of_open_document("documents.register"),
        "send": _of_open_document("documents.send"),
    },
)


def _kept(actor: Actor, assignment: str) -> Q:
    """The giver's office keeps the assignment for a body without an account."""
    follow = within(actor, "giving.follow", unit=f"{assignment}__giver_unit")
    return Q(**{f"{assignment}__is_kept_by_giver": True}) & follow


def _view_binding(actor: Actor) -> Q:
    """Those who see the work of the body. A giver sees its own assignment, and nothing of what it is bound to."""
    own = Q(members__assignment__person__in=actor.appointment_ids) if actor.appointment_ids else NOBODY
    return own | within(actor, "tasks.view", unit="unit") | _kept(actor, "members__assignment")


def _of_pair(permission: str) -> Rule:
    def rule(actor: Actor) -> Q:
        return within(actor, permission, unit="unit") | (_kept(actor, "first") & _kept(actor, "second"))

    return rule


binding_policy = Policy(Binding, {"view": _view_binding})
pair_policy = Policy(LikelyPair, {"view": _of_pair("tasks.view"), "decide": _of_pair("tasks.lead")})


def _view_template(actor: Actor) -> Q:
    """Templates of a unit serve it and everybody below it; they are seen from above as well."""
    condition = within(actor, "giving.view", unit="owner_unit")
    for scope in actor.scopes("giving.view"):
        codes = scope.path.rstrip("/").split("/")
        above = ["/".join(codes[:count]) + "/" for count in range(1, len(codes) + 1)]
        condition |= Q(owner_unit__path__in=above, domain=scope.domain)
    return condition


template_policy = Policy(
    ChecklistTemplate,
    {"view": _view_template, "change": lambda actor: within(actor, "giving.decide", unit="owner_unit")},
)

handover_policy = Policy(Handover, {"view": lambda actor: within(actor, "documents.view", unit="owner_unit")})

_PROVINCE_KINDS = (UnitKind.TERRITORY, UnitKind.PEOPLES_COMMITTEE, UnitKind.PARTY_COMMITTEE)


def manages_fields(actor: Actor) -> bool:
    """Tell whether the actor manages the list of fields. It is one for the whole province: a head of office does who is
    that of the province itself."""
    places = [scope.unit_id for scope in actor.scopes("work_fields.manage")]
    of_province = Unit.objects.filter(pk__in=places, level=UnitLevel.PROVINCE, kind__in=_PROVINCE_KINDS)
    return actor.is_system or (bool(places) and of_province.exists())


field_policy = Policy(
    WorkField,
    {
        # Names of fields say nothing about anybody's work; they are compared across all domains.
        "view": lambda actor: EVERYTHING if actor.grants or actor.is_system else NOBODY,
        "manage": lambda actor: EVERYTHING if manages_fields(actor) else NOBODY,
    },
)
