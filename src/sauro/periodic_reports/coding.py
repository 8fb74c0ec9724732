"""Codes of figures and sections for whoever typed only names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.text import slugify

from vanban.text.normalize import fold

MOST_LETTERS = 40
_PLAIN_D = str.maketrans("đĐ", "dD")
_PARTS = ("numerator", "denominator")


def coded(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a form, each with a code: the one typed, else one made of the name that no other row has.

    The parts of a ratio may be given by name as well as by code.
    """
    taken = {row["code"] for row in rows if row["code"]}
    made: list[dict[str, Any]] = []
    for row in rows:
        code = row["code"] or _free(_letters(row["label"]), taken)
        taken.add(code)
        made.append({**row, "code": code})
    by_name = {fold(row["label"].strip()): row["code"] for row in made}
    return [{**row, **{part: _part(row[part], by_name) for part in _PARTS if part in row}} for row in made]


def _letters(label: str) -> str:
    # slugify drops the accents and keeps y, which fold, made for searching, takes for i.
    return slugify(label.translate(_PLAIN_D))[:MOST_LETTERS].strip("-") or "muc"


def _free(base: str, taken: set[str]) -> str:
    if base not in taken:
        return base
    number = next(number for number in range(2, len(taken) + 3) if _numbered(base, number) not in taken)
    return _numbered(base, number)


def _numbered(base: str, number: int) -> str:
    end = f"-{number}"
    return base[: MOST_LETTERS - len(end)].rstrip("-") + end


def _part(typed: str, by_name: Mapping[str, str]) -> str:
    return by_name.get(fold(typed.strip()), typed) if typed else typed
