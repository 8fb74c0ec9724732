"""The real provinces and communes of the country, read from the data of the package ``vietnamadminunits``.

Only its data files are read (SQLite and JSON); the package itself is never imported, since its own requirements are
not installed. Codes are those of QĐ 19/2025/QĐ-TTg: two digits for a province, five for a commune.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sauro.organizations.enums import CommuneType
from vanban.text.normalize import nfc

_PACKAGE = "vietnamadminunits"
TYPE_WORDS = {CommuneType.COMMUNE: "xã", CommuneType.WARD: "phường", CommuneType.SPECIAL_ZONE: "đặc khu"}
"""The word for each kind as it stands in names. Not the label, which follows the language of the reader."""
_TYPES = {word: kind for kind, word in TYPE_WORDS.items()}
_PROVINCES = "SELECT DISTINCT provinceCode, province FROM admin_units ORDER BY provinceCode"
_COMMUNES = "SELECT wardCode, wardType, wardShort, wardKey FROM admin_units WHERE provinceCode = ? ORDER BY wardCode"
_FORMER = "SELECT provinceKey, districtKey, wardKey, wardCode, ward, district FROM admin_units_legacy"


class TerritoryDataMissing(RuntimeError):
    """The package with the data is not installed."""


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A province: its code, and its name with the word for its kind in lower case ("tỉnh An Giang")."""

    code: str
    name: str

    @property
    def is_city(self) -> bool:
        """Tell whether it is a city under the central government."""
        return self.name.startswith("thành phố ")

    @property
    def short_name(self) -> str:
        """The name alone ("An Giang")."""
        return self.name.removeprefix("tỉnh ").removeprefix("thành phố ")


@dataclass(frozen=True, slots=True)
class CommuneRow:
    """A commune-level unit: its code, its name alone, and what it is."""

    code: str
    short_name: str
    type: CommuneType

    @property
    def name(self) -> str:
        """The name with the word for its kind in lower case ("phường Long Xuyên")."""
        return f"{TYPE_WORDS[self.type]} {self.short_name}"


@dataclass(frozen=True, slots=True)
class FormerCommuneRow:
    """A commune that ended on 30/6/2025. ``successors`` are codes of today's communes, the main one first."""

    code: str
    name: str
    district: str
    successors: tuple[str, ...]


def provinces() -> tuple[ProvinceRow, ...]:
    """Return the 34 provinces by code. Raises :class:`TerritoryDataMissing` without the data."""
    return tuple(ProvinceRow(code, _lower_kind(name)) for code, name in _query(_PROVINCES))


def province(code: str) -> ProvinceRow | None:
    """Return one province by its two-digit code, or nothing for an unknown one."""
    return next((row for row in provinces() if row.code == code), None)


def communes(province_code: str) -> tuple[CommuneRow, ...]:
    """Return the communes of a province by code; empty for an unknown one."""
    rows = _query(_COMMUNES, province_code)
    return tuple(CommuneRow(code, nfc(short), _TYPES[nfc(kind).lower()]) for code, kind, short, _key in rows)


def former_communes(province_code: str) -> tuple[FormerCommuneRow, ...]:
    """Return the communes before 01/7/2025 whose area lies in today's communes of a province.

    A commune that was divided has several successors. Districts without communes (islands) stand for themselves.
    """
    code_of = {key: code for code, _kind, _short, key in _query(_COMMUNES, province_code)}
    province_key = _query("SELECT DISTINCT provinceKey FROM admin_units WHERE provinceCode = ?", province_code)
    if not code_of:
        return ()
    successors = _successors(str(province_key[0][0]), code_of)
    return tuple(
        FormerCommuneRow(
            code=ward_code or f"H{district_key}", name=_lower_kind(ward or district), district=_lower_kind(district),
            successors=tuple(successors[f"{province}_{district_key}_{ward_key or ''}"]),
        )
        for province, district_key, ward_key, ward_code, ward, district in _query(_FORMER)
        if f"{province}_{district_key}_{ward_key or ''}" in successors
    )  # fmt: skip


def _successors(province_key: str, code_of: Mapping[str, str]) -> dict[str, list[str]]:
    mapping = _conversion()
    found: dict[str, list[str]] = defaultdict(list)
    for new_key, old_keys in mapping["DICT_PROVINCE_WARD_NO_DIVIDED"].get(province_key, {}).items():
        for old_key in old_keys:
            found[old_key].append(code_of[new_key])
    for old_key, parts in mapping["DICT_PROVINCE_WARD_DIVIDED"].get(province_key, {}).items():
        main_first = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
        found[old_key].extend(code_of[part["newWardKey"]] for part in main_first)
    return dict(found)


def _lower_kind(name: str) -> str:
    """Write the kind of a territory in lower case: "Tỉnh An Giang" becomes "tỉnh An Giang"."""
    text = nfc(name)
    for kind in ("Thành phố", "Tỉnh", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Xã", "Quận", "Huyện"):
        if text.startswith(f"{kind} "):
            return kind.lower() + text[len(kind) :]
    return text


def _query(statement: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{_data_folder() / 'dataset.db'}?mode=ro", uri=True)) as connection:
        rows: Iterable[tuple[Any, ...]] = connection.execute(statement, values)
        return list(rows)


def _conversion() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((_data_folder() / "converter_2025.json").read_text(encoding="utf-8"))
    return content


@lru_cache(maxsize=1)
def _data_folder() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise TerritoryDataMissing(f"the package {_PACKAGE} with the provinces and communes is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"
