"""The tree of delegation as pages show it: a table with the lights, and what belongs to one assignment of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from sauro.access.actor import Actor
from sauro.tasks.badges import light_badge, state_badge
from sauro.tasks.holdings import holds
from sauro.tasks.models import Assignment
from sauro.tasks.parts import split_of
from sauro.tasks.querysets import TimedAssignment
from sauro.tasks.roll_up import Split
from sauro.tasks.selectors.tree import Line, Node, tree_around
from sauro.tasks.selectors.work import visible_assignments
from sauro.ui.badges import Badge

DEEPEST_INDENT = 6


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A line of the tree with its marks. ``indent`` is its depth as far as the page still indents."""

    line: Line
    light: Badge
    state: Badge
    indent: int

    @property
    def assignment(self) -> TimedAssignment:
        """The assignment of the line."""
        return self.line.node.assignment


@dataclass(frozen=True, slots=True)
class Family:
    """What the page of an assignment shows of its tree.

    ``rows`` is empty when the assignment stands alone; ``whole`` is what it is a part of; ``moved`` where it was before
    or goes on now; ``split`` its roll-up, for those who may see all parts it sums up.
    """

    rows: Sequence[TreeRow]
    is_cut: bool
    whole: Assignment | None
    moved: Sequence[Assignment]
    split: Split | None


def tree_rows(lines: Iterable[Line]) -> list[TreeRow]:
    """Return lines of a tree with their marks."""
    return [
        TreeRow(
            line,
            light_badge(line.node.assignment),
            state_badge(line.node.assignment),
            min(line.depth, DEEPEST_INDENT),
        )
        for line in lines
    ]


def family_of(actor: Actor, assignment: TimedAssignment) -> Family:
    """Return what belongs to an assignment, as far as the actor may see it."""
    tree = tree_around(actor, assignment)
    rows = tree_rows(tree.lines)
    seen = {row.assignment.pk: row.line.node for row in rows}
    whole = seen.get(assignment.parent_id) if assignment.parent_id else None
    return Family(
        rows=rows if tree.is_split else (),
        is_cut=tree.is_cut,
        whole=whole.assignment if whole else None,
        moved=_moved(actor, assignment) if assignment.is_part else (),
        split=_split(assignment, seen.get(assignment.pk)),
    )


def _split(assignment: Assignment, node: Node | None) -> Split | None:
    """The roll-up. A sum over parts of which the actor may not see all would tell of those they may not see."""
    split = split_of(assignment)
    shown = sum(part.counts for part in node.parts) if node else 0
    return split if split.parts and shown == len(split.parts) else None


def _moved(actor: Actor, assignment: Assignment) -> list[TimedAssignment]:
    if assignment.continues_id is None and not holds(assignment, "moved"):
        return []
    return list(visible_assignments(actor).filter(Q(continues=assignment) | Q(pk=assignment.continues_id)))
