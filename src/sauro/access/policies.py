"""Policies: one rule answers both "may this actor do this to that?" and "which ones?".

A policy declares, per action, a function that turns an actor into a condition (``Q``). ``visible`` filters a
queryset by it; ``can`` and ``allowed`` ask the database the same question for one row, so they can never disagree.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Generic, TypeVar

from django.db.models import Exists, Model, Q, QuerySet, Value
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.access.kept import ask
from sauro.common.errors import NotAllowed, NotVisible

M = TypeVar("M", bound=Model)
Rule = Callable[[Actor], Q]

NOBODY = Q(pk__in=[])
# Spelled out, because an empty ``Q`` vanishes when it is combined with another by "or".
EVERYTHING = Q(pk__isnull=False)


def within(actor: Actor, permission: str, *, unit: str | None, domain: str = "domain") -> Q:
    """Return the condition "the unit named by lookup ``unit`` lies where the actor holds ``permission``".

    ``unit`` is None when the row is itself a unit. ``domain`` is the lookup of the row's domain, which must match the
    grant's. Without any grant nothing matches.
    """
    path = f"{unit}__path__startswith" if unit else "path__startswith"
    condition = NOBODY
    for scope in actor.scopes(permission):
        place = Q(**{path: scope.path}) if scope.include_subtree else Q(**{unit or "pk": scope.unit_id})
        condition |= place & Q(**{domain: scope.domain})
    return condition


class Policy(Generic[M]):
    """The access rules of one model. ``rules`` maps an action to its rule; ``view`` must be among them.

    ``is_plain`` says that no rule follows a relation to many rows, so that no row can be found twice: its condition
    then stands in the query itself, where indexes can serve it and the order at once. Others stand in a query within.
    """

    def __init__(self, model: type[M], rules: Mapping[str, Rule], *, is_plain: bool = False) -> None:
        if "view" not in rules:
            raise ValueError(f"the policy of {model.__name__} has no rule for 'view'")
        self.model = model
        self.is_plain = is_plain
        self._rules = dict(rules)

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions this policy knows."""
        return tuple(self._rules)

    def condition(self, actor: Actor, action: str) -> Q:
        """Return the condition for an action. Raises ``KeyError`` for an unknown action."""
        return self._rules[action](actor)

    def visible(self, actor: Actor, action: str = "view", *, base: QuerySet[M] | None = None) -> QuerySet[M]:
        """Return the rows to which the actor may do ``action``, each once."""
        rows = self.model._default_manager.all() if base is None else base
        if self.is_plain:
            return rows.filter(self.condition(actor, action))
        permitted = self.model._default_manager.filter(self.condition(actor, action)).values("pk")
        return rows.filter(pk__in=permitted)

    def can(self, actor: Actor, action: str, obj: M) -> bool:
        """Tell whether the actor may do ``action`` to one row. Costs a query: for several ask :meth:`allowed`."""
        return bool(ask(self._may, actor, action, pk=obj.pk))

    def allowed(self, actor: Actor, actions: Collection[str], obj: M) -> set[str]:
        """Return which of some actions the actor may do to one row. Costs one query for all of them, none for none."""
        if not actions:
            return set()
        for answers in ask(self._rights, actor, tuple(actions), pk=obj.pk):
            return {action for action, may in zip(actions, answers, strict=True) if may}
        return set()

    def _seen(self, actor: Actor, *, pk: uuid.UUID) -> QuerySet[M]:
        return self.visible(actor).filter(pk=pk)

    def _may(self, actor: Actor, action: str, *, pk: uuid.UUID) -> QuerySet[M, Any]:
        """Whether a row is among those to which the actor may do something: one row of one value, or none."""
        return self.visible(actor, action).filter(pk=pk).order_by().values_list(Value(1))[:1]

    def _rights(self, actor: Actor, actions: tuple[str, ...], *, pk: uuid.UUID) -> QuerySet[M, Any]:
        """One row of as many answers as there are actions."""
        answers = [Exists(self.visible(actor, action).filter(pk=pk)) for action in actions]
        return self.model._default_manager.filter(pk=pk).order_by().values_list(*answers)

    def get_visible(self, actor: Actor, pk: uuid.UUID | str, *, base: QuerySet[M] | None = None) -> M:
        """Return a row the actor may see, or raise :class:`NotVisible`, whether it is missing or hidden."""
        if base is None and isinstance(pk, uuid.UUID):
            return self.found(ask(self._seen, actor, pk=pk))
        return self.found(self.visible(actor, base=base).filter(pk=pk)[:1])

    def found(self, rows: Iterable[M]) -> M:
        """Return the first of the rows that an actor may see, or raise :class:`NotVisible` when there is none."""
        for row in rows:
            return row
        raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))

    def get_locked(self, actor: Actor, pk: uuid.UUID | str) -> M:
        """Return a visible row locked for this transaction, re-read after the lock, or raise :class:`NotVisible`."""
        self.get_visible(actor, pk)
        locked = self.model._default_manager.select_for_update(of=("self",)).filter(pk=pk).first()
        if locked is None:
            raise NotVisible("not-found", _("Không tìm thấy mục này, hoặc bạn không có quyền xem."))
        return locked

    def require(self, actor: Actor, action: str, obj: M) -> None:
        """Raise :class:`NotAllowed` unless the actor may do ``action`` to the row."""
        if not self.can(actor, action, obj):
            raise NotAllowed("not-allowed", _("Bạn xem được mục này nhưng không có quyền thực hiện thao tác."))
