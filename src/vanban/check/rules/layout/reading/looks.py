"""The look of a span against what is prescribed, in words for a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.check.subject import CheckedDocument
from vanban.layout import DocumentLayout, ParagraphLook, RunLook
from vanban.structure.lines import Line
from vanban.types import Alignment

_ALIGNED = {Alignment.CENTER: "giữa", Alignment.LEFT: "trái", Alignment.RIGHT: "phải", Alignment.JUSTIFY: "đều hai bên"}
_MOST = 0.5
"""A span counts as bold, italic, of a size, when more than this share of its letters is."""


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What a component must look like; None where nothing is prescribed. ``sizes`` are the least and the largest."""

    sizes: tuple[float, float] | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    capitals: bool = False
    alignment: Alignment | None = None


def faults(document: CheckedDocument, start: int, end: int, prescribed: Prescribed) -> list[str]:
    """What is not as prescribed in ``text[start:end]``, each in Vietnamese words; none without layout."""
    layout = document.layout
    runs = list(layout.runs_in(start, end)) if layout else []
    text = document.text
    letters = sum(_letters(text, run) for run in runs)
    if not letters or layout is None:
        return []
    found = list(_type_faults(text, runs, letters, prescribed))
    if prescribed.capitals and not text[start:end].isupper():
        found.append("chưa viết hoa toàn bộ")
    paragraph = next(layout.paragraphs_in(start, end), None)
    wanted = prescribed.alignment
    if wanted and paragraph and paragraph.shape.alignment not in {wanted, Alignment.UNKNOWN}:
        found.append(f"chưa canh {_ALIGNED[wanted]}")
    return found


def _type_faults(text: str, runs: Sequence[RunLook], letters: int, prescribed: Prescribed) -> Iterator[str]:
    if prescribed.sizes is not None:
        least, largest = prescribed.sizes
        wrong = {run.face.size for run in runs if run.face.size and not least <= run.face.size <= largest}
        if sum(_letters(text, run) for run in runs if run.face.size in wrong) > letters * _MOST:
            yield f"cỡ chữ {_numbers(wrong)}, quy định {span_of_sizes(least, largest)}"
    for wanted, name, (yes, no) in (
        (prescribed.bold, "bold", ("chưa in đậm", "không in đậm")),
        (prescribed.italic, "italic", ("chưa in nghiêng", "không in nghiêng")),
        (prescribed.underline, "underline", ("chưa gạch chân", "không gạch chân")),
    ):
        if wanted is not None:
            share = sum(_letters(text, run) for run in runs if getattr(run.face, name)) / letters
            if (share > _MOST) is not wanted:
                yield yes if wanted else f"quy định {no}"


def span_of_sizes(least: float, largest: float) -> str:
    """ "13" or "13-14"."""
    return _number(least) if least == largest else f"{_number(least)}-{_number(largest)}"


def _numbers(values: set[float]) -> str:
    return ", ".join(_number(value) for value in sorted(values))


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _letters(text: str, run: RunLook) -> int:
    return sum(map(str.isalnum, text[run.start : run.end]))


def body_paragraphs(document: CheckedDocument) -> list[ParagraphLook]:
    """The paragraphs of running text of the main body, without headings, tables and short lines; read once."""
    return document.once(_body_paragraphs)


_RUNNING_TEXT = 60


def _body_paragraphs(document: CheckedDocument) -> list[ParagraphLook]:
    layout = document.layout
    if layout is None:
        return []
    lines = [line for line in document.structure.main.part.body if _is_running(line)]
    return [paragraph for line in lines for paragraph in _own_paragraph(layout, line)]


def _is_running(line: Line) -> bool:
    return line.table is None and line.cell is None and len(line.text) >= _RUNNING_TEXT and not line.text.isupper()


def _own_paragraph(layout: DocumentLayout, line: Line) -> Iterator[ParagraphLook]:
    found = next(layout.paragraphs_in(line.start, line.end), None)
    if found is not None:
        yield found


def millimetres(value: float) -> str:
    """A length for a message: "20", "12,7"."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")
