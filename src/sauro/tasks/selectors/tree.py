"""The tree of delegation: what was split into what, as far as the actor may see it. Always two or three queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from sauro.access.actor import Actor
from sauro.tasks.enums import AssignmentState, BodyRole
from sauro.tasks.holdings import holds
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.selectors.work import visible_assignments
from sauro.tasks.transitions import OPEN_STATES

MOST_NODES = 1_000
"""More of one tree is never shown at once; the page says so."""

# Occurrences of recurring work have a table of their own: neither way is walked between them and their head.
_TOP = """
WITH RECURSIVE above AS (
    SELECT id, parent_id, period_first, 0 AS height FROM tasks_assignment WHERE id = %s
    UNION ALL
    SELECT whole.id, whole.parent_id, whole.period_first, above.height + 1 FROM tasks_assignment whole
    JOIN above ON whole.id = above.parent_id WHERE above.period_first IS NULL)
SELECT id FROM above ORDER BY height DESC LIMIT 1
"""
_BELOW = """
WITH RECURSIVE below AS (
    SELECT id, state, id AS root FROM tasks_assignment WHERE id = ANY (%(roots)s)
    UNION
    SELECT part.id, part.state, below.root FROM tasks_assignment part
    JOIN below ON part.parent_id = below.id WHERE part.period_first IS NULL AND part.id <> ALL (%(roots)s))
SELECT id, state, root FROM below LIMIT %(limit)s
"""


@dataclass(slots=True)
class Node:
    """An assignment in the tree with the parts below it; coordinators stand apart from what was delegated."""

    assignment: TimedAssignment
    parts: list[Node] = field(default_factory=list)
    coordinators: list[Node] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Tell whether its progress rolls up into the work above it."""
        return self.assignment.is_part and self.assignment.state != AssignmentState.STOPPED

    @property
    def is_after_whole(self) -> bool:
        """Tell whether the part is due after the work it belongs to: the deadline of the whole was moved since."""
        whole = self.assignment.parent
        return bool(whole and whole.due_on and self.assignment.due_on and self.assignment.due_on > whole.due_on)


@dataclass(frozen=True, slots=True)
class Line:
    """A node at its depth, for showing a tree as a table."""

    node: Node
    depth: int
    is_coordinator: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree, with its topmost visible assignments. ``is_cut`` tells that there is more than is shown."""

    roots: Sequence[Node]
    is_cut: bool

    @property
    def lines(self) -> list[Line]:
        """Every node from the top down: what was delegated first, then the coordinators."""
        return [line for root in self.roots for line in _lines(root, 0, root.assignment.role)]

    @property
    def is_split(self) -> bool:
        """Tell whether there is more in it than its roots."""
        return any(root.parts or root.coordinators for root in self.roots)


def tree_around(actor: Actor, assignment: TimedAssignment) -> Tree:
    """Return the whole tree an assignment the caller may see stands in: from the topmost down, without what is hidden.

    A visible part whose whole is hidden from the actor stands below the nearest visible one, or at the top.
    """
    is_whole = assignment.parent_id is None or assignment.period_first is not None
    if is_whole and not holds(assignment, "below"):
        return Tree([Node(assignment)], is_cut=False)
    with connection.cursor() as cursor:
        cursor.execute(_TOP, [assignment.pk])
        (top,) = cursor.fetchone()
    ids = [pk for pk, _state, _root in _below([top], MOST_NODES + 1)]
    return Tree(_grown(_nodes(actor, ids[:MOST_NODES])), len(ids) > MOST_NODES)


def lines_below(actor: Actor, roots: Collection[UUID]) -> dict[UUID, list[Line]]:
    """Return what was delegated below each of some assignments, as far as the actor may see it; two queries for all.

    An assignment that is itself among the roots stands for itself alone.
    """
    root_of = {pk: root for pk, _state, root in _below(roots, MOST_NODES + len(roots)) if pk != root}
    found = defaultdict[UUID, list[Line]](list)
    for top in _grown(_nodes(actor, root_of)):
        found[root_of[top.assignment.pk]] += _lines(top, 1, BodyRole.LEAD)
    return found


def open_ids_below(assignment_id: UUID) -> list[UUID]:
    """Return the open assignments below one, at every level, whoever may see them. For acts on a whole tree."""
    rows = _below([assignment_id], None)
    return [pk for pk, state, root in rows if state in OPEN_STATES and pk != root]


def _below(roots: Collection[UUID], limit: int | None) -> list[tuple[UUID, str, UUID]]:
    """The assignments below some roots and the roots themselves: identity, state, root."""
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, {"roots": list(roots), "limit": limit})
        return list(cursor.fetchall())


def _nodes(actor: Actor, ids: Collection[UUID]) -> dict[UUID, Node]:
    if not ids:
        return {}
    rows = visible_assignments(actor).filter(pk__in=ids).select_related("parent")
    return {row.pk: Node(row) for row in rows.order_by("-role", "unit__level", "unit__sort_key", "pk")}


def _grown(nodes: dict[UUID, Node]) -> list[Node]:
    """Hang every node below its whole, and return those that have none among them."""
    tops = list[Node]()
    for node in nodes.values():
        above = nodes.get(node.assignment.parent_id) if node.assignment.parent_id else None
        if above is None:
            tops.append(node)
        elif node.assignment.role == BodyRole.COORDINATOR:
            above.coordinators.append(node)
        else:
            above.parts.append(node)
    return tops


def _lines(node: Node, depth: int, role: str) -> Iterator[Line]:
    yield Line(node, depth, role == BodyRole.COORDINATOR)
    for part in node.parts:
        yield from _lines(part, depth + 1, BodyRole.LEAD)
    for coordinator in node.coordinators:
        yield from _lines(coordinator, depth + 1, BodyRole.COORDINATOR)
