"""What differs between two versions of a programme, or between a version and the content as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

_FIELDS: Mapping[str, str | Promise] = {
    "work": _("việc"),
    "part": _("phạm vi"),
    "lead": _("chủ trì"),
    "coordinators": _("phối hợp"),
    "in_charge": _("người chịu trách nhiệm"),
    "measures": _("biện pháp"),
    "money": _("kinh phí"),
    "due": _("thời gian"),
    "authority": _("thẩm quyền, trách nhiệm"),
    "product": _("sản phẩm"),
    "value": _("giá trị"),
    "year": _("đạt vào năm"),
    "path": _("lộ trình"),
    "definition": _("cách tính"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: ``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs: where, what, and the words as pieces."""

    place: str
    what: str | Promise
    pieces: tuple[Piece, ...]


def compare(older: Mapping[str, Any], newer: Mapping[str, Any]) -> list[Change]:
    """Return the changes from one content to another, in the order of the newer one. Pure."""
    return [*_details(older, newer), *_sections(older, newer), *_entries(older, newer)]


def _details(older: Mapping[str, Any], newer: Mapping[str, Any]) -> Iterator[Change]:
    for name, label in (("subject", _g("trích yếu")), ("opening", _g("đoạn mở đầu"))):
        if older.get(name, "") != newer.get(name, ""):
            yield Change(_g("Thông tin chung"), label, words_between(older.get(name, ""), newer.get(name, "")))


def _sections(older: Mapping[str, Any], newer: Mapping[str, Any]) -> Iterator[Change]:
    before = {one["id"]: one for one in older["sections"]}
    now = {one["id"] for one in newer["sections"]}
    for one in newer["sections"]:
        place = f"{one['label']}. {one['title']}"
        known = before.get(one["id"])
        if known is None:
            yield Change(place, _g("thêm mục"), words_between("", f"{one['title']}\n{one['text']}"))
            continue
        for name, label in (("title", _g("đề mục")), ("text", _g("lời văn"))):
            if known[name] != one[name]:
                yield Change(place, label, words_between(known[name], one[name]))
    for one in older["sections"]:
        if one["id"] not in now:
            yield Change(f"{one['label']}. {one['title']}", _g("bỏ mục"), words_between(one["title"], ""))


def _entries(older: Mapping[str, Any], newer: Mapping[str, Any]) -> Iterator[Change]:
    places = {one["id"]: f"{one['label']}. {one['title']}" for one in (*older["sections"], *newer["sections"])}
    before = {one["id"]: one for one in older["entries"]}
    now = {one["id"] for one in newer["entries"]}
    for one in newer["entries"]:
        place = places.get(one["section"], "")
        known = before.get(one["id"])
        if known is None:
            yield Change(place, _g("thêm dòng"), words_between("", one["work"]))
            continue
        for name, label in _FIELDS.items():
            # A version kept before a field was added has no word of it.
            was, is_now = known.get(name, ""), one.get(name, "")
            if was != is_now:
                yield Change(f"{place}: {one['work'][:80]}", label, words_between(was, is_now))
        if known["section"] != one["section"]:
            moved = words_between(places.get(known["section"], ""), place)
            yield Change(one["work"][:80], _g("chuyển mục"), moved)
    for one in older["entries"]:
        if one["id"] not in now:
            yield Change(places.get(one["section"], ""), _g("bỏ dòng"), words_between(one["work"], ""))


def words_between(older: str, newer: str) -> tuple[Piece, ...]:
    """Return both texts word by word: what stayed, what went, what is new."""
    mine, theirs = older.split(), newer.split()
    return tuple(_pieces(mine, theirs))


def _pieces(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Piece]:
    for kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece("same", " ".join(mine[a:b]))
            continue
        if a < b:
            yield Piece("gone", " ".join(mine[a:b]))
        if c < d:
            yield Piece("new", " ".join(theirs[c:d]))
