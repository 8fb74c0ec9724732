"""Making paragraphs: text into runs, normalised, bound, with the emphasis of a heading or an end mark."""

from __future__ import annotations

from dataclasses import replace

from vanban.compose.forms import Role
from vanban.compose.model import Run, Text, runs_of
from vanban.compose.sheet import Para
from vanban.compose.typography import bind
from vanban.text.normalize import nfc

_END_MARKS = ".,;:/ \u00a0"


def clean_runs(text: Text, *, emphasise: bool = False) -> tuple[Run, ...]:
    """``text`` as runs in NFC, white space folded, no-break spaces put in; all bold when ``emphasise``."""
    runs = [replace(run, text=" ".join(nfc(run.text).replace("\u00a0", " ").split(" ")), bold=run.bold or emphasise)
            for run in runs_of(text)]  # fmt: skip
    whole = "".join(run.text for run in runs)
    bound = bind(whole)
    done, at = [], 0
    for run in runs:
        done.append(replace(run, text=bound[at : at + len(run.text)]))
        at += len(run.text)
    return tuple(done)


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
