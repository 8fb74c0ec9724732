"""Drawing the models of a migration: why a first start takes seconds and not minutes.

Before each operation Django keeps the models as they were at that moment, and after a change it draws anew the changed
model and all that is joined with it by however many steps. Here everything is joined with the person and the unit, so
each operation drew all models: nine tenths of a first start. The SQL of the operations named here needs their own model
alone. That both ways make the same database is a test of its own (tests/unit/runtime/test_rendering.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterModelOptions,
    CreateModel,
    RemoveConstraint,
    RemoveIndex,
)
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger, RemoveTrigger

# Others (altered, renamed and removed fields) can change columns of other tables, and draw all that is joined.
OWN_MODEL_ALONE = (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    AlterModelOptions,
    CreateModel,
    RemoveConstraint,
    RemoveIndex,
    RemoveTrigger,
)


@contextmanager
def own_models_alone() -> Iterator[None]:
    """Let the operations named above draw only their own model while this lasts.

    Code that works on rows (RunPython) gets all models drawn anew before, as the state is marked as delayed.
    """
    with ExitStack() as changed:
        for operation in OWN_MODEL_ALONE:
            changed.enter_context(_drawing_own_model(operation))
        yield


@contextmanager
def _drawing_own_model(operation: Any) -> Iterator[None]:
    forwards = operation.state_forwards

    def state_forwards(self: Any, app_label: str, state: ProjectState) -> None:
        vars(state)["reload_model"] = partial(_reload_alone, state)
        try:
            forwards(self, app_label, state)
        finally:
            del vars(state)["reload_model"]

    operation.state_forwards = state_forwards
    try:
        yield
    finally:
        operation.state_forwards = forwards


def _reload_alone(state: Any, app_label: str, model_name: str, **_how_far: object) -> None:
    """Draw one model anew where ProjectState.reload_model draws all that is joined with it."""
    if "apps" in vars(state):
        state.is_delayed = True
        state._reload({(app_label, model_name)})
