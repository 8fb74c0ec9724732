"""Texts for people go through gettext as constants: no f-string, no sum, no variable inside the call."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

SOURCES = sorted(path for path in Path(settings.BASE_DIR).rglob("*.py") if "migrations" not in path.parts)
_GETTEXT = {"gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}


def faults(source: str) -> Iterator[str]:
    """Yield each gettext call whose texts are not constants."""
    tree = ast.parse(source)
    names = set(_names_of_gettext(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            texts = node.args[: 2 if "n" in names_of(node) else 1]
            if not texts or not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
                yield f"line {node.lineno}: {ast.unparse(node)[:80]}"


def names_of(node: ast.Call) -> str:
    """Return ``"n"`` for a call that takes two texts, else nothing."""
    return "n" if isinstance(node.func, ast.Name) and node.func.id.startswith(("ngettext", "pgettext")) else ""


def _names_of_gettext(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            yield from (alias.asname or alias.name for alias in node.names if alias.name in _GETTEXT)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(settings.BASE_DIR)))
def test_gettext_takes_constants(path: Path) -> None:
    assert list(faults(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("call", ['_(f"Xin {x}")', "_(x)", '_("a" + x)', 'ngettext("một", f"{x}", 2)', "_()"])
def test_a_text_that_is_put_together_would_be_noticed(call: str) -> None:
    source = f"from django.utils.translation import gettext as _, ngettext\nx = 1\n{call}\n"
    assert len(list(faults(source))) == 1


def test_constants_with_placeholders_are_fine() -> None:
    source = 'from django.utils.translation import gettext as _\n_("Xin %(name)s") % {"name": 1}\n'
    assert list(faults(source)) == []
