"""The format of case files: prose, then passages that break a rule (``sai``) and passages that do not (``đúng``).

    # SL001 ratio-mismatch
    One or more sentences about the rule.
    ## sai: mẫu số in nhầm
    ```text
    Tỷ lệ nữ chiếm [[40% (50/200)]].
    ```

``[[…]]`` marks each span the rule must report; it must report nothing else. Words after ``text`` on the fence set the
document: ``bare`` (the passage is the whole document), ``nfd``, ``markdown`` (for tables), ``date=2026-05-15``,
``side=party``, ``kind=ke_hoach``, ``wording=nguon-luc`` (the site's wording of the six clears).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tests.vanban.check.case_heads import Setting

from vanban import api
from vanban.check.rule import Rule
from vanban.check.runner import check_document
from vanban.check.settings import Settings
from vanban.check.wording import DEFAULT_WORDING, WORDINGS
from vanban.types import Span

_TITLE = re.compile(r"# (?P<code>\S+) (?P<name>\S+)")
_CASE = re.compile(r"## (?P<verdict>sai|đúng): (?P<title>\S.*)")
_FENCE = re.compile(r"```text(?P<options>(?: \S+)*)")
_MARK = re.compile(r"\[\[|\]\]")
WRONG, RIGHT = "sai", "đúng"


class MalformedCase(Exception):
    """A case file that does not keep the format; says which line."""


@dataclass(frozen=True, slots=True)
class Case:
    """One passage with the spans that must be reported, as characters of the passage without marks."""

    verdict: str
    title: str
    passage: str
    spans: tuple[Span, ...]
    setting: Setting


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The cases of one rule."""

    code: str
    name: str
    cases: tuple[Case, ...]

    def count(self, verdict: str) -> int:
        """How many passages there are of ``verdict``."""
        return sum(case.verdict == verdict for case in self.cases)


def read_cases(path: Path) -> CaseFile:
    """The cases of the file at ``path``."""
    return parse_cases(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))


def parse_cases(text: str) -> CaseFile:
    """The cases of a file's ``text``. Raises :class:`MalformedCase`."""
    lines = text.split("\n")
    title = _TITLE.fullmatch(lines[0])
    if title is None:
        raise MalformedCase(f"line 1: expected '# CODE name', found {lines[0]!r}")
    cases: list[Case] = []
    at, prose = 1, 0
    while at < len(lines):
        if lines[at].startswith("#"):
            case, at = _case(lines, at)
            cases.append(case)
        else:
            prose += bool(lines[at].strip()) and not cases
            at += 1
    if not prose:
        raise MalformedCase("line 2: expected a sentence about the rule")
    return CaseFile(title["code"], title["name"], tuple(cases))


def _case(lines: list[str], at: int) -> tuple[Case, int]:
    heading = _CASE.fullmatch(lines[at])
    if heading is None:
        raise MalformedCase(f"line {at + 1}: expected '## sai: …' or '## đúng: …', found {lines[at]!r}")
    opening = next((line for line in range(at + 1, len(lines)) if lines[line].strip()), at)
    fence = _FENCE.fullmatch(lines[opening])
    closing = next((line for line in range(opening + 1, len(lines)) if lines[line] == "```"), None)
    if fence is None or closing is None:
        raise MalformedCase(f"line {opening + 1}: expected a passage between '```text' and '```'")
    passage, spans = _unmarked("\n".join(lines[opening + 1 : closing]), opening + 2)
    if bool(spans) != (heading["verdict"] == WRONG):
        raise MalformedCase(f"line {at + 1}: a passage has marks when it is 'sai' and only then")
    setting = _setting(fence["options"].split(), opening + 1)
    return Case(heading["verdict"], heading["title"], passage, spans, setting), closing + 1


def _unmarked(marked: str, line: int) -> tuple[str, tuple[Span, ...]]:
    """The passage without marks, and the marked spans in it."""
    spans: list[Span] = []
    opened: int | None = None
    for removed, mark in enumerate(_MARK.finditer(marked)):
        at = mark.start() - 2 * removed
        if (mark.group() == "[[") != (opened is None):
            raise MalformedCase(f"line {line}: marks must open and close in turn")
        if opened is None:
            opened = at
        else:
            spans.append(Span(opened, at))
            opened = None
    if opened is not None:
        raise MalformedCase(f"line {line}: a mark is not closed")
    return _MARK.sub("", marked), tuple(spans)


def _setting(options: list[str], line: int) -> Setting:
    known = dict(option.split("=", 1) for option in options if "=" in option)
    switches = {option for option in options if "=" not in option}
    if switches - {"bare", "nfd", "markdown"} or set(known) - {"date", "side", "kind", "wording"}:
        raise MalformedCase(f"line {line}: unknown option in {options}")
    return Setting(
        date.fromisoformat(known.get("date", Setting().day.isoformat())),
        known.get("side", "state"),
        known.get("kind", "cong_van"),
        known.get("wording", DEFAULT_WORDING.code),
        bare="bare" in switches,
        markdown="markdown" in switches,
        decomposed="nfd" in switches,
    )


def reported(rule: Rule, case: Case) -> tuple[list[str], list[str]]:
    """What the passage says must be reported and what ``rule`` reports, both as "place: text"."""
    whole = case.setting.around(case.passage)
    begin = whole.index(case.passage)
    stored = unicodedata.normalize("NFD", whole) if case.setting.decomposed else whole
    name = "van-ban.md" if case.setting.markdown else "van-ban.txt"
    checked = api.understand(api.read(stored.encode("utf-8"), name=name))
    checked = replace(checked, wording=WORDINGS[case.setting.wording])
    places = _places(whole, checked.text)
    expected = [_shown(checked.text, *_moved(places, begin + start, begin + end)) for start, end in case.spans]
    report = check_document(checked, rules=[rule], settings=Settings(preview=True))
    outcome = report.outcomes[0]
    found = [_shown(checked.text, finding.start, finding.end) for finding in report.findings]
    return sorted(expected), sorted(found) or ([f"{outcome.outcome}: {outcome.why}"] if expected else [])


def _shown(text: str, start: int, end: int) -> str:
    return f"{start}: {text[start:end]}"


def _moved(places: list[int], start: int, end: int) -> tuple[int, int]:
    """The span in the text of the reader: from its first to its last character that the reader kept."""
    kept = [place for place in places[start:end] if place >= 0]
    return (kept[0], kept[-1] + 1) if kept else (0, 0)


def _places(source: str, text: str) -> list[int]:
    """Where each character of ``source`` went in ``text``; -1 for white space and characters the reader dropped."""
    places: list[int] = []
    at = 0
    for char in source:
        while at < len(text) and text[at].isspace():
            at += 1
        kept = at < len(text) and text[at] == char
        places.append(at if kept else -1)
        at += kept
    return places
