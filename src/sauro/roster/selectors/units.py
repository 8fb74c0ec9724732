"""Finds the unit and the job position that words in a sheet mean, or says which come near."""

from __future__ import annotations

import datetime as dt
import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.organizations.enums import UnitKind
from sauro.organizations.models import Unit, UnitAlias
from sauro.roster.policies import RECORD
from sauro.roster.sheets.faults import Complaint
from sauro.workforce.models import Post
from vanban.text.normalize import fold

_NEAREST, _CUTOFF = 3, 0.55


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as sheets need it. ``name`` is written as in the register, with the territory it belongs to."""

    pk: UUID
    code: str
    name: str
    path: str
    kind: str
    lower: dt.date | None
    upper: dt.date | None
    is_ours: bool


@dataclass(slots=True)
class Units:
    """The units of a domain by code and by name. ``today`` decides which are closed."""

    today: dt.date
    by_code: dict[str, Place] = field(default_factory=dict)
    by_name: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    paths: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[tuple[str, str], Place | Complaint] = field(default_factory=dict)

    def find(self, text: str, body: str = "") -> Place | Complaint:
        """Return the unit that a code or a name means, narrowed by the words for a body above it, or what is wrong."""
        key = (text, body)
        if key not in self._known:
            self._known[key] = self._checked(self._found(text, body))
        return self._known[key]

    def _found(self, text: str, body: str) -> Place | Complaint:
        by_code = self.by_code.get(text.casefold())
        if by_code is not None:
            return by_code
        names = self.by_name.get(fold(text)) or self.by_name.get(fold(f"{text} {body}")) or []
        if body and len(names) > 1:
            above = self.paths.get(fold(body), [])
            names = [one for one in names if any(one.path.startswith(path) for path in above)]
        ours = [one for one in names if one.is_ours and self._is_open(one)] or names
        if len(ours) == 1:
            return ours[0]
        if len(ours) > 1:
            words = _("Có %(count)d đơn vị cùng tên này. Hãy ghi mã đơn vị, hoặc thêm cột xã, phường: %(codes)s.")
            codes = ", ".join(f"{one.code} ({one.name})" for one in ours[:_NEAREST])
            return Complaint("unit-ambiguous", words % {"count": len(ours), "codes": codes})
        return self._unknown(text)

    def _unknown(self, text: str) -> Complaint:
        near = difflib.get_close_matches(fold(text), self.by_name, n=_NEAREST * 2, cutoff=_CUTOFF)
        places = [one for key in near for one in self.by_name[key] if one.is_ours and self._is_open(one)][:_NEAREST]
        words = _("Không có đơn vị “%(text)s” trong danh mục.") % {"text": text[:60]}
        if places:
            names = "; ".join(f"{one.name} ({one.code})" for one in places)
            words += " " + _("Gần nhất: %(names)s. Hãy ghi một trong các tên hoặc mã đó.") % {"names": names}
        return Complaint("unit-unknown", words)

    def _checked(self, found: Place | Complaint) -> Place | Complaint:
        if isinstance(found, Complaint):
            return found
        named = {"unit": found.name}
        if found.kind == UnitKind.TERRITORY:
            words = _("%(unit)s là đơn vị hành chính, không có biên chế. Hãy ghi cơ quan, đơn vị.")
            return Complaint("territory", words % named)
        if not found.is_ours:
            words = _(
                "%(unit)s nằm ngoài phạm vi hồ sơ bạn quản lý. Hãy bỏ dòng này, hoặc nhờ người quản lý đơn vị đó."
            )
            return Complaint("unit-outside", words % named)
        if not self._is_open(found):
            near = self._unknown(found.name).message.partition(". ")[2]
            words = _("%(unit)s đã giải thể, sáp nhập hoặc chưa thành lập. Hãy ghi đơn vị đang hoạt động.")
            return Complaint("unit-closed", f"{words % named} {near}".strip())
        return found

    def _is_open(self, place: Place) -> bool:
        return (place.lower is None or place.lower <= self.today) and (place.upper is None or place.upper > self.today)


def load_units(actor: Actor, domain: str, today: dt.date) -> Units:
    """Return the units of a domain; ``is_ours`` marks those whose records the actor keeps. Takes two queries."""
    found = Units(today)
    places: dict[UUID, Place] = {}
    rows = Unit.objects.filter(Q(domain=domain) | Q(kind=UnitKind.TERRITORY)).values_list(
        "pk", "code", "name", "short_name", "path", "kind", "valid", "territory__name", "domain"
    )
    for pk, code, name, short, path, kind, valid, territory, own_domain in rows.order_by():
        shown = name if not territory or fold(territory) in fold(name) else f"{name}, {territory}"
        is_ours = actor.holds_for(RECORD, path, domain) and own_domain == domain
        place = places[pk] = Place(pk, code, shown, path, kind, valid.lower, valid.upper, is_ours)
        found.by_code[code.casefold()] = place
        names = {name, short, f"{name} {territory}" if territory else ""}
        _name(found, place, names)
    for pk, key in UnitAlias.objects.filter(unit__domain=domain).values_list("unit_id", "key"):
        _name(found, places[pk], [key])
    return found


def _name(units: Units, place: Place, names: Iterable[str]) -> None:
    for name in names:
        key = fold(name)
        if key and place not in units.by_name[key]:
            units.by_name[key].append(place)
            units.paths[key].append(place.path)


@dataclass(slots=True)
class Posts:
    """The job positions in use, by code and by title."""

    by_key: dict[str, list[Post]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[str, Post | Complaint] = field(default_factory=dict)

    def find(self, text: str) -> Post | Complaint:
        """Return the job position that a code or a title means, or what is wrong."""
        if text not in self._known:
            self._known[text] = self._found(text)
        return self._known[text]

    def _found(self, text: str) -> Post | Complaint:
        found = self.by_key.get(fold(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            codes = ", ".join(post.code for post in found[:_NEAREST])
            words = _("Có nhiều vị trí việc làm cùng tên. Hãy ghi mã: %(codes)s.")
            return Complaint("post-ambiguous", words % {"codes": codes})
        near = difflib.get_close_matches(fold(text), self.by_key, n=_NEAREST, cutoff=_CUTOFF)
        titles = "; ".join(dict.fromkeys(f"{post.title} ({post.code})" for key in near for post in self.by_key[key]))
        words = _("Không có vị trí việc làm “%(text)s” trong danh mục.") % {"text": text[:60]}
        if titles:
            words += " " + _("Gần nhất: %(names)s.") % {"names": titles}
        return Complaint("post-unknown", words)


def load_posts() -> Posts:
    """Return the job positions in use. Takes one query."""
    found = Posts()
    for post in Post.objects.filter(is_closed=False).order_by("rank", "code"):
        for name in {fold(post.code), fold(post.title)}:
            found.by_key[name].append(post)
    return found
