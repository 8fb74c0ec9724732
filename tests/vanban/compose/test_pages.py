"""The .pdf and what LibreOffice makes of the .docx: same words, same places, the measures of the rules, nothing cut."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from tests.vanban.compose.contents import every
from tests.vanban.compose.generated import documents
from tests.vanban.compose.pages import Line, converted, lines_of, page_sizes
from tools.bench_compose import plan

from vanban.api import compose_docx, compose_pdf, read
from vanban.compose.forms import FORMS
from vanban.compose.model import Content, Layout
from vanban.compose.pdf.press import Press

_TOLERANCE = 1.0
"""Millimetres."""
_SMALL_SET = ("state-report", "party-letter")
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


class Made(NamedTuple):
    """A document, our .pdf, and the .pdf that LibreOffice makes of our .docx."""

    content: Content
    ours: bytes
    theirs: bytes


@pytest.fixture(scope="module")
def small_set(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Two documents, made once."""
    return _made({name: every()[name] for name in _SMALL_SET}, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def whole_set(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every kind in both layouts, and a long plan."""
    return _made({**every(), "long": plan(sections=12)}, tmp_path_factory.mktemp("whole"))


def _made(contents: dict[str, Content], folder: Path) -> dict[str, Made]:
    theirs = converted({name: compose_docx(content) for name, content in contents.items()}, folder)
    with Press() as press:
        return {
            name: Made(content, compose_pdf(content, press=press), theirs[name]) for name, content in contents.items()
        }


@needs_office
@pytest.mark.parametrize("name", _SMALL_SET)
def test_pages_are_alike(name: str, small_set: dict[str, Made]) -> None:
    _compare(small_set[name])


@pytest.mark.slow
@needs_office
@pytest.mark.parametrize("name", [*every(), "long"])
def test_pages_of_every_kind_are_alike(name: str, whole_set: dict[str, Made]) -> None:
    _compare(whole_set[name])


def _compare(made: Made) -> None:
    assert _words(made.ours) == _words(made.theirs)
    sizes = page_sizes(made.ours)
    assert abs(len(sizes) - len(page_sizes(made.theirs))) <= 0.03 * len(sizes)
    for pdf in (made.ours, made.theirs):
        _keeps_the_measures(made.content, pdf)
    theirs = _by_words(lines_of(made.theirs))
    compared = 0
    for words, line in _by_words(lines_of(made.ours)).items():
        other = theirs.get(words)
        if other is not None and _is_of_the_form(line, made.content):
            assert abs(line.baseline - other.baseline) < _TOLERANCE, line
            assert abs(line.left - other.left) < _TOLERANCE, line
            compared += 1
    assert compared >= 10


def _by_words(lines: list[Line]) -> dict[tuple[int, str, int], Line]:
    """Lines by page and words, those with the same words in their order."""
    seen: Counter[tuple[int, str]] = Counter()
    found = {}
    for line in lines:
        seen[line.page, line.text] += 1
        found[line.page, line.text, seen[line.page, line.text]] = line
    return found


def _words(pdf: bytes) -> list[str]:
    text = read(pdf, name="van-ban.pdf").text.replace("\u2011", "-")
    return text.split()


def _is_of_the_form(line: Line, content: Content) -> bool:
    """Lines of the first page, of signature and recipients, and of the heads of annexes."""
    signature = (*content.signature.capacity, content.signature.name)
    names = {"".join(words.split()).upper() for words in (*signature, *(annex.title for annex in content.annexes))}
    return line.page == 0 or line.text.upper() in names or line.text.startswith(("PHỤLỤC", "Nơinhận", "(Kèmtheo"))


def _keeps_the_measures(content: Content, pdf: bytes) -> None:
    """A4, every letter within the margins, the number of the page in the middle of the upper margin."""
    form, sizes = FORMS[content.layout], page_sizes(pdf)
    for width, height in sizes:
        assert sorted((round(width), round(height))) == [210, 297]
    for line in lines_of(pdf):
        width, height = sizes[line.page]
        assert line.left >= form.left - 0.2, line
        assert line.right <= width - form.right + 0.5, line
        assert line.baseline <= height - form.bottom + 0.2, line
        if line.baseline < form.top:
            assert line.text.isdecimal(), line
            assert abs((line.left + line.right) / 2 - (form.left + width - form.right) / 2) < _TOLERANCE


@pytest.mark.parametrize("layout", Layout)
def test_first_page_stands_where_the_rules_want_it(layout: Layout) -> None:
    content = every()[f"{layout}-plan"]
    form = FORMS[layout]
    lines = [line for line in lines_of(compose_pdf(content)) if line.page == 0]
    name = "ĐẢNGCỘNGSẢNVIỆTNAM" if layout is Layout.PARTY else "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM"
    place = next(line for line in lines if line.text == name)
    middle = form.left + form.head_left + (form.text_width() - form.head_left) / 2
    assert abs((place.left + place.right) / 2 - middle) < _TOLERANCE
    assert place.baseline == pytest.approx(form.top + 4.3, abs=_TOLERANCE)
    date = next(line for line in lines if line.text.startswith("ĐồiChèThử,ngày05"))
    assert abs((date.left + date.right) / 2 - middle) < _TOLERANCE
    number = next(line for line in lines if line.text.startswith("Số"))
    assert abs((number.left + number.right) / 2 - (form.left + form.head_left / 2)) < _TOLERANCE
    assert abs(number.baseline - date.baseline) < _TOLERANCE
    title = next(line for line in lines if line.text == "KẾHOẠCH")
    assert abs((title.left + title.right) / 2 - (form.left + form.text_width() / 2)) < _TOLERANCE
    part = next(line for line in lines if line.text.startswith("I"))
    assert part.left == pytest.approx(form.left + (10 if layout is Layout.PARTY else 12.7), abs=_TOLERANCE)


def test_page_numbers_begin_on_the_second_page_of_each_part() -> None:
    lines = lines_of(compose_pdf(every()["state-plan"]))
    numbers = [(line.page, line.text) for line in lines if line.baseline < 20]
    assert numbers == [(1, "2"), (3, "2"), (4, "3")]


@pytest.mark.slow
@needs_office
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=documents())
def test_generated_documents_show_the_same_words(content: Content, tmp_path_factory: pytest.TempPathFactory) -> None:
    theirs = converted({"a": compose_docx(content)}, tmp_path_factory.mktemp("one"))["a"]
    ours = compose_pdf(content)
    assert _words(ours) == _words(theirs)
    assert abs(len(page_sizes(ours)) - len(page_sizes(theirs))) <= max(1, 0.03 * len(page_sizes(ours)))
    _keeps_the_measures(content, ours)
