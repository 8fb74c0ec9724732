"""Names printed in capitals, put back into the capitals and small letters of running text."""

from __future__ import annotations

import re

from vanban.text.lexicon.bodies import DOMAINS, UNIT_LEVELS

_LEVEL = re.compile(rf"\b({'|'.join(UNIT_LEVELS)})\s+(?!ủy\b|uỷ\b)([^\W\d_]+(?:\s+[^\W\d_]+){{0,3}})\s*$")
_HEADS = re.compile(
    r"\b(ủy ban|hội đồng|đảng ủy|đảng bộ|tỉnh ủy|thành ủy|sở|ban|văn phòng|chi cục|cục|bộ|mặt trận tổ quốc việt nam|"
    r"công an|thanh tra|trung tâm|thủ tướng|chính phủ|trung ương|quốc hội|thường vụ|thường trực|chấp hành)\b"
)
_CAPITAL_WORDS = {"thủ tướng", "chính phủ", "trung ương", "quốc hội", "thường vụ", "thường trực", "chấp hành"}
_NAMES_OF_PARTY_BODIES = re.compile(r"\b((?:tỉnh|thành)\s+(?:ủy|uỷ)|đảng\s+bộ)\s+([^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s*$")

_NAMES_OF_SCHOOLS = re.compile(
    r"\btrường\s+(?P<level>đại\s+học|cao\s+đẳng|chính\s+trị)\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+)?)\s*$"
)


_ABBREVIATED = {short.lower(): short for short in ("UBND", "HĐND", "MTTQ")}
_ABBREVIATIONS = re.compile(rf"\b(?:{'|'.join(_ABBREVIATED)})\b")


_CASED = {
    "mặt trận tổ quốc": "Mặt trận Tổ quốc",
    "việt nam": "Việt Nam",
    "bộ chính trị": "Bộ Chính trị",
    "ban bí thư": "Ban Bí thư",
}


_DOMAINS = [(small, re.compile(rf"\b{re.escape(small)}\b"), domain) for domain in DOMAINS for small in [domain.lower()]]


def running_case(name: str) -> str:
    """Return "ỦY BAN NHÂN DÂN TỈNH LẠC GIANG" as "Ủy ban nhân dân tỉnh Lạc Giang"; mixed case stays as it is."""
    if not name.isupper():
        return name
    lowered = " ".join(name.lower().split())
    for small, pattern, domain in _DOMAINS:
        if small in lowered:
            lowered = pattern.sub(domain, lowered)
    lowered = _LEVEL.sub(lambda found: f"{found.group(1)} {found.group(2).title()}", lowered)
    lowered = _NAMES_OF_PARTY_BODIES.sub(lambda found: f"{found.group(1)} {found.group(2).title()}", lowered)
    lowered = _NAMES_OF_SCHOOLS.sub(_named_school, lowered)
    for words in _CAPITAL_WORDS:
        lowered = lowered.replace(words, words.capitalize())
    for words, cased in _CASED.items():
        lowered = lowered.replace(words, cased)
    lowered = _ABBREVIATIONS.sub(lambda found: _ABBREVIATED[found.group()], lowered)
    return lowered[:1].upper() + lowered[1:]


def _named_school(found: re.Match[str]) -> str:
    return f"trường {found.group('level').capitalize()} {found.group('name').title()}"


def heading_case(heading: str) -> str:
    """A heading in capitals as running text with the heads of names capitalised, character for character."""
    cased = running_case(heading)
    if len(cased) != len(heading):
        return heading
    small = cased[:1].lower() + cased[1:]
    named = small if small.startswith("các ") else _HEADS.sub(lambda found: found.group().capitalize(), small)
    return named[:1].upper() + named[1:]
