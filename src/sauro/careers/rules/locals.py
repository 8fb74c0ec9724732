"""Whether somebody comes from the commune of a post, by the home town that the dossier states in free words.

Nothing is guessed: a home town that fits no commune known here, and names no other province, is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from vanban.text.normalize import fold

_KIND = re.compile(r"^(?:xa|phuong|thi tran|dac khu|tinh|thanh pho|tp\.?)\s+")


def bare(name: str) -> str:
    """Return a name of a place folded and without its kind: "Xã Vĩnh Hòa" and "vinh hoa" are one."""
    return _KIND.sub("", fold(name).strip())


def parts_of(home_town: str) -> Sequence[str]:
    """Return the places that a home town names, from the smallest on."""
    return [name for part in re.split(r"[,;–]| - ", home_town) if (name := bare(part))]


def comes_from(
    home_town: str, commune: str, names: Mapping[str, Collection[str]], provinces: Collection[str]
) -> bool | None:
    """Tell whether a home town lies in a commune; None when it cannot be told.

    ``names`` maps bare names of communes, former ones too, to the keys of the communes that bear them; ``provinces``
    are the bare names of this province, former ones too. A name that two communes bear tells nothing of either.
    """
    parts = parts_of(home_town)
    if not parts:
        return None
    bearers = set(names.get(parts[0], ()))
    if len(bearers) == 1:
        return commune in bearers
    is_elsewhere = len(parts) > 1 and parts[-1] not in provinces and parts[-1] not in names
    return False if is_elsewhere and not bearers else None
