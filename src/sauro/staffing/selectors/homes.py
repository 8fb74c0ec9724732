"""The commune somebody comes from, read from the home town as the dossier words it."""

from __future__ import annotations

from collections.abc import Callable

from sauro.organizations.selectors.register import current_register, place_of
from vanban.text.normalize import fold

ELSEWHERE = "elsewhere"
"""Stands for a home in another province: no place of a problem has this key."""

_PROVINCES = (" tinh ", " thanh pho ", " tp ")


def home_reader() -> Callable[[str], str]:
    """Return a function from the words of a home town to the key of a commune: "" where it cannot be told for sure.

    Former names count as well as present ones. Two communes in one text, or none, say nothing, unless the text names
    a province and not this one. Takes one query, for the register, whatever is asked of it then.
    """
    register = current_register()
    communes = {commune.pk for commune in register.communes}
    names = {
        name: str(one.unit.pk)
        for name, all_named in register.by_name.items()
        for one in all_named
        if one.unit.pk in communes
    }
    names |= {place_of(commune): str(commune.pk) for commune in register.communes}
    longest = max((len(name.split()) for name in names), default=0)
    province = f" {register.province_place} "

    def read(words: str) -> str:
        text = fold(words).split()
        found = {
            names[name]
            for start in range(len(text))
            for end in range(start + 1, min(len(text), start + longest) + 1)
            if (name := " ".join(text[start:end])) in names
        }
        if len(found) == 1:
            return found.pop()
        whole = f" {' '.join(text)} "
        names_a_province = any(word in whole for word in _PROVINCES)
        return ELSEWHERE if not found and names_a_province and province not in whole else ""

    return read
