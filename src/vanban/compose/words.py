"""Making paragraphs: text into runs, normalised, bound, with the emphasis of a heading or an end mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vanban.compose.forms import Role
from vanban.compose.model import Run, Text, runs_of
from vanban.compose.sheet import Para
from vanban.compose.typography import WORD_JOINER, bind, tidy

_END_MARKS = ".,;:/ \u00a0"


def clean_runs(text: Text, *, emphasise: bool = False, narrow: bool = False) -> tuple[Run, ...]:
    """``text`` as tidy runs with no-break spaces put in; all bold when ``emphasise``, for a ``narrow`` column."""
    runs: list[Run] = []
    for run in runs_of(text):
        words = tidy(run.text)
        if runs and runs[-1].text.endswith(" "):
            words = words.lstrip(" ")
        if words:
            runs.append(replace(run, text=words, bold=run.bold or emphasise))
    runs = _stripped(runs)
    whole = "".join(run.text for run in runs)
    return tuple(_cut(bind(whole, narrow=narrow), runs))


def _cut(bound: str, runs: list[Run]) -> Iterator[Run]:
    """``bound`` cut at the ends of ``runs``: it is their text with joiners put in."""
    at, has_joiners = 0, WORD_JOINER in bound
    for run in runs:
        end = at + len(run.text)
        while has_joiners and end - at - bound.count(WORD_JOINER, at, end) < len(run.text):
            end += 1
        yield run if run.text == bound[at:end] else replace(run, text=bound[at:end])
        at = end


def _stripped(runs: list[Run]) -> list[Run]:
    """Without white space at the two ends."""
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    while runs and not runs[-1].text.strip():
        runs = runs[:-1]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return runs


def para(role: Role, text: Text) -> Para:
    """A paragraph without a label."""
    return Para(role, clean_runs(text))


def ended(paragraph: Para, mark: str) -> Para:
    """``paragraph`` with ``mark`` at its end, in place of the marks that it ends with."""
    runs = list(paragraph.runs)
    while runs and not runs[-1].text.rstrip(_END_MARKS):
        runs.pop()
    if not runs:
        return paragraph
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(_END_MARKS) + mark)
    return replace(paragraph, runs=tuple(runs))


def entry(text: str, mark: str) -> str:
    """An entry of a list of the form: its own dash and mark taken off, ``mark`` put on."""
    return f"- {text.strip().lstrip('-–—').strip().rstrip(_END_MARKS)}{mark}"
