"""Faults of dates, numbering and typing planted in clean documents, and how many of them are found.

A fault changes one place of a generated document the way a hand slips. It counts as found when a finding of the
families named, error or warning, is there that the clean document has not. `make bench-check` prints the table.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from tools.generated_documents.generate import documents

from vanban import api
from vanban.results import Severity

COUNT = 120
SEED = "text-faults"
_DAY = re.compile(r"\bngày (\d{1,2})/(\d{1,2})/(\d{4})\b")
_MEANT_DAY = re.compile(rf"(?<=trước ){_DAY.pattern}|(?<=chậm nhất ){_DAY.pattern}")
_HEAD_DATE = re.compile(r"ngày (\d{2}) tháng (\d{2}) năm (\d{4})")
_ITEM = re.compile(r"^(\d{1,2})\. ", re.M)
_PART = re.compile(r"^([IVX]+)\. (?=[A-ZĐ]{2})", re.M)
_WORD = re.compile(r"\b[^\W\d_]{4,7}\b")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_SLIPS = (
    ("triển khai", "triễn khai"), ("kiểm tra", "kiễm tra"), ("chuyển đổi", "chuyên đổi"), ("bổ sung", "bổ xung"),
    ("hướng dẫn", "hướng đẫn"), ("thực hiện", "thưc hiện"), ("báo cáo", "báo cao"), ("kế hoạch", "kể hoạch"),
    ("tổng hợp", "tông hợp"), ("đơn vị", "đơn vi"), ("quy định", "quy đinh"), ("kinh phí", "kinh phi"),
)  # fmt: skip

Plant = Callable[[str, Random], str | None]
"""Gives the spoilt text, or None when the document has no place for the fault."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many planted faults were found, of how many."""

    found: int
    planted: int


def _put(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _pick(pattern: re.Pattern[str], text: str, random: Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return random.choice(found) if found else None


def _impossible_day(text: str, random: Random) -> str | None:
    found = _pick(_DAY, text, random)
    return found and _put(text, found.start(), found.end(), f"ngày 31/{random.choice((4, 6, 9, 11)):02}/{found[3]}")


def _impossible_month(text: str, random: Random) -> str | None:
    found = _pick(_DAY, text, random)
    return found and _put(text, found.start(), found.end(), f"ngày {found[1]}/{random.randint(13, 19)}/{found[3]}")


def _wrong_weekday(text: str, random: Random) -> str | None:
    found = _pick(_MEANT_DAY, text, random)
    if found is None:
        return None
    try:
        day = dt.date(*(int(part) for part in reversed([one for one in found.groups() if one])))
    except ValueError:
        return None
    wrong = random.choice([name for index, name in enumerate(_WEEKDAYS) if index != day.weekday()])
    return _put(text, found.start(), found.end(), f"{wrong}, {found.group()}")


def _deadline_of_another_decade(text: str, random: Random) -> str | None:
    issued = _HEAD_DATE.search(text)
    deadlines = list(re.finditer(r"(?:trước|chậm nhất) ngày \d{1,2}/\d{1,2}/(\d{4})", text))
    if issued is None or not deadlines:
        return None
    found = random.choice(deadlines)
    return _put(text, found.start(), found.end(), found.group()[:-4] + str(int(found[1]) - 10))


def _repeated_number(text: str, random: Random) -> str | None:
    found = [one for one in _ITEM.finditer(text) if int(one[1]) > 1]
    if not found:
        return None
    one = random.choice(found)
    return _put(text, one.start(), one.end(), f"{int(one[1]) - 1}. ")


def _skipped_number(text: str, random: Random) -> str | None:
    found = [one for one in _ITEM.finditer(text) if int(one[1]) > 1]
    if not found or not text[found[-1].end() :]:
        return None
    last = found[-1]
    return _put(text, last.start(), last.end(), f"{int(last[1]) + 1}. ")


def _repeated_part(text: str, random: Random) -> str | None:
    parts = list(_PART.finditer(text))
    if len(parts) < 2:
        return None
    at = random.randrange(1, len(parts))
    return _put(text, parts[at].start(), parts[at].end(), f"{parts[at - 1][1]}. ")


def _misspelt(text: str, random: Random) -> str | None:
    present = [(right, wrong) for right, wrong in _SLIPS if right in text]
    if not present:
        return None
    right, wrong = random.choice(present)
    start = text.index(right)
    return _put(text, start, start + len(right), wrong)


def _doubled_word(text: str, random: Random) -> str | None:
    body = [one for one in _WORD.finditer(text) if one.group().islower() and one.start() > len(text) // 4]
    if not body:
        return None
    one = random.choice(body)
    return _put(text, one.start(), one.end(), f"{one.group()} {one.group()}")


FAULTS: dict[str, tuple[tuple[str, ...], Plant]] = {
    "day that does not exist (31/6)": (("TG",), _impossible_day),
    "month that does not exist": (("TG",), _impossible_month),
    "weekday that does not match": (("TG",), _wrong_weekday),
    "deadline ten years before the document": (("TG",), _deadline_of_another_decade),
    "item number repeated": (("CT",), _repeated_number),
    "item number skipped": (("CT",), _skipped_number),
    "part number repeated": (("CT",), _repeated_part),
    "frequent word misspelt": (("CH",), _misspelt),
    "word typed twice": (("CH",), _doubled_word),
}
"""Each kind with the families of rules that have to find it."""


def clean_documents(count: int = COUNT) -> Iterator[tuple[str, str]]:
    """Names and texts of generated documents without faults."""
    for name, document in documents(count, faults=False):
        yield f"{name}.md", document.text


def measured(count: int = COUNT) -> dict[str, Tally]:
    """Found and planted faults by kind."""
    found = dict.fromkeys(FAULTS, 0)
    planted = dict.fromkeys(FAULTS, 0)
    for name, text in clean_documents(count):
        for kind, (families, plant) in FAULTS.items():
            random = Random(f"{SEED}/{name}/{kind}")  # noqa: S311 -- nothing secret is drawn
            spoilt = plant(text, random)
            if spoilt is not None:
                planted[kind] += 1
                found[kind] += _is_found(name, text, spoilt, families)
    return {kind: Tally(found[kind], planted[kind]) for kind in FAULTS}


def _is_found(name: str, clean: str, spoilt: str, families: tuple[str, ...]) -> bool:
    """True when the spoilt document has a finding of the families that the clean one has not."""
    return bool(_findings(name, spoilt, families) - _findings(name, clean, families))


def _findings(name: str, text: str, families: tuple[str, ...]) -> set[tuple[str, str]]:
    found = api.check(api.read(text.encode(), name=name))
    grave = (one for one in found if one.severity != Severity.INFO)
    return {(one.code, one.text) for one in grave if one.code.startswith(families)}
