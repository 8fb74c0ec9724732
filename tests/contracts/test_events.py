"""Domain events: each belongs to its area, has a label, is recorded somewhere, and every write path records one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from sauro.audit.registry import all_events

BASE = Path(settings.BASE_DIR)
SERVICES = sorted(path for path in BASE.glob("*/services/**/*.py") if path.name != "__init__.py")
_WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
# The event itself, or a helper of the same area that records it.
_RECORDING = {"record_event", "record_events", "begin_step", "save_with_event"}
# Who looks at a desk just now, or has read their notices, is no deed that anyone answers for.
_SILENT_ON_PURPOSE = {"open_question", "end_question", "mark_present", "open_notice", "mark_all_read"}


def test_events_belong_to_an_area_and_have_a_label() -> None:
    labels = {config.label for config in apps.get_app_configs()}
    assert all_events()
    for event in all_events():
        assert event.code.split(".")[0] in labels, event.code
        assert event.code.count(".") == 2, event.code
        assert str(event.label).strip(), event.code


def _constants(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id


@pytest.mark.parametrize("path", sorted(BASE.glob("*/events.py")), ids=lambda path: path.parent.name)
def test_every_declared_event_is_recorded_somewhere(path: Path) -> None:
    sources = [other.read_text(encoding="utf-8") for other in BASE.rglob("*.py") if other != path]
    unused = [name for name in _constants(path) if not any(name in source for source in sources)]
    assert unused == []


def silent_writers(source: str) -> list[str]:
    """Return the public service functions that take an actor and write, in a module that records no event."""
    tree = ast.parse(source)
    called = {_called(node) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    if called & _RECORDING:
        return []
    return [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and node.name not in _SILENT_ON_PURPOSE
        and "actor" in {argument.arg for argument in node.args.kwonlyargs}
        and any(_called(call) in _WRITES for call in ast.walk(node) if isinstance(call, ast.Call))
    ]


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: str(path.relative_to(BASE)))
def test_service_that_writes_for_somebody_records_an_event(path: Path) -> None:
    assert silent_writers(path.read_text(encoding="utf-8")) == []


def test_a_silent_service_would_be_noticed() -> None:
    silent = "def close_task(*, actor, task_id):\n    Task.objects.filter(pk=task_id).update(closed=True)\n"
    assert silent_writers(silent) == ["close_task"]
    assert silent_writers(silent + "    record_event(actor=actor)\n") == []
