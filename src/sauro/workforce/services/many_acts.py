"""What can be changed for many people at once: how each act is done, and what a dossier says before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sauro.access.actor import Actor
from sauro.organizations.models import Unit
from sauro.workforce.enums import FactKind
from sauro.workforce.fields import FACTS
from sauro.workforce.models import Dossier, Fact, Post
from sauro.workforce.services.appointing import Place, appoint
from sauro.workforce.services.establishment import Paper
from sauro.workforce.services.facts import Content, record_fact

Arguments = Mapping[str, str]
"""What an act says, as text: days as 2026-11-25, identities, words. What is not said is empty or absent."""

MOVE_TO_POST = "appoint"
_SEVERAL = frozenset({FactKind.TRAINING, FactKind.REWARD, FactKind.MOVE})
"""Kinds of which a person has one after another: the same again on another day is another one."""


@dataclass(frozen=True, slots=True)
class ManyAct:
    """An act. ``words`` gives what a dossier says of it on the day of the arguments, and whether that is it already."""

    code: str
    label: str | Promise
    icon: str
    do: Callable[[Actor, UUID, Arguments], object]
    words: Callable[[Dossier, Arguments], tuple[str, bool]]
    wanted: Callable[[Arguments], str]


def day_of(arguments: Arguments, name: str) -> dt.date | None:
    """Return a day of the arguments."""
    text = arguments.get(name, "")
    return dt.date.fromisoformat(text) if text else None


def _since(arguments: Arguments) -> dt.date:
    return dt.date.fromisoformat(arguments["since"])


def _paper(arguments: Arguments) -> Paper:
    return Paper(arguments.get("decision", ""), day_of(arguments, "decided_on"))


def _fact_act(kind: FactKind, icon: str) -> ManyAct:
    spec = FACTS[kind]

    def do(actor: Actor, dossier_id: UUID, arguments: Arguments) -> object:
        amount = arguments.get("amount", "")
        content = Content(
            _since(arguments), arguments.get("value", ""), arguments.get("detail", ""), arguments.get("place", ""),
            int(amount) if amount else None, day_of(arguments, "until"),
        )  # fmt: skip
        return record_fact(actor=actor, dossier_id=dossier_id, kind=kind, content=content, paper=_paper(arguments))

    def words(dossier: Dossier, arguments: Arguments) -> tuple[str, bool]:
        rows = Fact.objects.standing().filter(dossier=dossier, kind=kind)
        held = list(rows.filter(valid__contains=_since(arguments)).order_by("-level", "-valid"))
        said = ", ".join(_said(one.value, one.detail) for one in held[:2])
        return said, any(_is_same(one, arguments) for one in held)

    def _said(value: str, detail: str) -> str:
        return " – ".join(filter(None, [spec.words_of(value), detail]))

    def _is_same(fact: Fact, arguments: Arguments) -> bool:
        if fact.value != arguments.get("value", "") or (arguments.get("detail") and fact.detail != arguments["detail"]):
            return False
        return kind not in _SEVERAL or fact.first_day == _since(arguments)

    def wanted(arguments: Arguments) -> str:
        return _said(arguments.get("value", ""), arguments.get("detail", ""))

    return ManyAct(str(kind), kind.label, icon, do, words, wanted)


def _appoint(actor: Actor, dossier_id: UUID, arguments: Arguments) -> object:
    place = Place(
        UUID(arguments["unit"]), UUID(arguments["post"]), _since(arguments), day_of(arguments, "until")
    )  # fmt: skip
    return appoint(actor=actor, dossier_id=dossier_id, place=place, paper=_paper(arguments), ends_present=True)


def _held(dossier: Dossier, arguments: Arguments) -> tuple[str, bool]:
    tenure = dossier.tenure
    if tenure is None:
        return "", False
    said = f"{tenure.post.title}, {tenure.unit.name}"
    return said, str(tenure.unit_id) == arguments["unit"] and str(tenure.post_id) == arguments["post"]


def _wanted_post(arguments: Arguments) -> str:
    post, unit = Post.objects.filter(pk=arguments["post"]).first(), Unit.objects.filter(pk=arguments["unit"]).first()
    return ", ".join(filter(None, [post.title if post else "", unit.name if unit else ""]))


MANY_ACTS: Mapping[str, ManyAct] = MappingProxyType(
    {
        act.code: act
        for act in (
            _fact_act(FactKind.TRAINING, "school"), _fact_act(FactKind.RATING, "star"),
            _fact_act(FactKind.REWARD, "award"), _fact_act(FactKind.THEORY, "book-2"),
            _fact_act(FactKind.EDUCATION, "certificate"), _fact_act(FactKind.RANK, "stairs-up"),
            ManyAct(MOVE_TO_POST, _("Chuyển vị trí, đơn vị"), "transfer", _appoint, _held, _wanted_post),
        )
    }
)  # fmt: skip
"""The acts by code, in the order in which they are offered."""
