"""The checks of `make lint`: each finds what it is for, and lets the rest pass."""

from __future__ import annotations

import pytest
from tools.check_file_sizes import file_finding, function_findings
from tools.check_reasons import unreasoned
from tools.check_templates import compile_fault
from tools.check_templates import findings as template_findings
from tools.check_text import findings as text_findings


@pytest.mark.parametrize(
    ("name", "lines", "fails"),
    [("src/a.py", 401, False), ("src/a.py", 601, True), ("tests/a.py", 601, False), ("tests/a.py", 1001, True)],
)
def test_long_file_is_warned_about_then_refused(name: str, lines: int, fails: bool) -> None:
    finding = file_finding(name, lines)
    assert finding is not None
    assert finding.fails is fails


@pytest.mark.parametrize(("name", "lines"), [("src/a.py", 400), ("tests/a.py", 600)])
def test_file_within_its_limit_passes(name: str, lines: int) -> None:
    assert file_finding(name, lines) is None


def _function(lines: int) -> str:
    return "def f():\n" + '    """One\n\n    two\n    three."""\n' + "    x = 1\n" * (lines - 1)


def test_function_is_measured_without_its_docstring() -> None:
    assert list(function_findings("a.py", _function(40))) == []
    (warning,) = function_findings("a.py", _function(41))
    (failure,) = function_findings("a.py", _function(61))
    assert (warning.fails, failure.fails) == (False, True)
    assert failure.place == "a.py:1"


@pytest.mark.parametrize(
    "comment",
    [
        "# noqa",
        "# noqa: S603",
        "# noqa: S603 -- ok",
        "# type: ignore",
        "# type: ignore[arg-type]",
        "# type: ignore[arg-type]  #",
        "# pragma: no cover",
    ],
)
def test_silencer_without_code_or_reason_is_found(comment: str) -> None:
    assert list(unreasoned(f"x = 1\ny = 2  {comment}\n")) == [(2, comment)]


@pytest.mark.parametrize(
    "line",
    [
        "y = 2  # noqa: S603, S607 -- the list is built in this file",
        "y = 2  # noqa: PLC0415 - loads the reader only when it is needed",
        "y = 2  # type: ignore[arg-type]  # the stubs want more than is used",
        "y = '# noqa'",
    ],
)
def test_reasoned_silencer_passes(line: str) -> None:
    assert list(unreasoned(line + "\n")) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("README.md", "see https://" + "pypi" + ".org/project/x"),
        ("docs/a.md", "cd /" + "root/x"),
        ("src/a.py", "open('/" + "work/shared/x')"),
        ("package-lock.json", '   "resolved": "https://mirror.example/x.tgz",'),
        ("requirements/runtime.txt", "--index-url https://mirror.example/simple"),
    ],
)
def test_registry_or_machine_in_a_text_is_found(name: str, line: str) -> None:
    assert [number for number, _ in text_findings(name, f"first\n{line}\n")] == [2]


def test_ordinary_text_passes() -> None:
    assert list(text_findings("README.md", 'root/branches "resolved": yes, /srv/sauro and homework/main\n')) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<script>go()</script>",
        "<style>p {}</style>",
        '<p style="color: red">',
        '<button type="button" onclick="go()">',
        '<div hx-on:click="go()">',
        '<div hx-on::after-swap="go()">',
        '<a href="javascript:go()">',
        '<img src="https://elsewhere.example/a.png">',
        '<script src="//elsewhere.example/a.js"></script>',
    ],
)
def test_inline_code_or_foreign_address_in_a_template_is_found(markup: str) -> None:
    assert [line for line, _ in template_findings(f"<main>\n{markup}\n</main>\n")] == [2]


@pytest.mark.parametrize(
    "markup",
    [
        "{# <style> is forbidden #}",
        '{% load static %}<script src="{% static "app.js" %}" defer></script>',
        '<script type="application/json" id="data">{}</script>',
        '<input name="one" data-style="wide">',
        '<a href="/tasks/?on=1">',
    ],
)
def test_clean_template_passes(markup: str) -> None:
    assert list(template_findings(markup)) == []


def test_long_template_is_found() -> None:
    assert [what for _, what in template_findings("<p></p>\n" * 151)] == ["151 lines (limit 150)"]
    assert list(template_findings("<p></p>\n" * 150)) == []


def test_template_that_does_not_compile_is_found() -> None:
    assert compile_fault("{% if x %}") is not None
    assert compile_fault("{% if x %}{% endif %}") is None
