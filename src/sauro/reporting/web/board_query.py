"""The address of the board: read into a scope, and written again for links that change one thing of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from sauro.organizations.comparison import UnitGroup
from sauro.organizations.models import Unit
from sauro.reporting.due_spans import parse_span
from sauro.reporting.enums import BoardSide, BoardTab
from sauro.reporting.selectors.scope import BoardScope
from sauro.tasks.enums import WITHOUT_FIELD
from sauro.tasks.models import WorkField

_LISTS = {BoardSide.GIVEN: "given-list", BoardSide.ALL: "assignment-list"}
_LAST_PAGE = 1000


@dataclass(frozen=True)
class BoardQuery:
    """What one address asks for. What makes no sense in it is as good as absent.

    ``document`` is None while ``scope`` names a directive that the actor may not open: then nothing is counted.
    """

    scope: BoardScope
    tab: BoardTab
    document: Document | None
    field: WorkField | None
    unit: Unit | None
    page: int
    is_wall: bool

    @property
    def parameters(self) -> dict[str, str]:
        """The address as parameters, those alone that say something."""
        scope = self.scope
        field = WITHOUT_FIELD if scope.is_without_field else (self.field.code if self.field else "")
        found = {
            "pv": str(scope.side),
            "muc": str(self.tab) if self.tab != BoardTab.OVERVIEW else "",
            "vb": str(scope.document_id or ""),
            "lv": field,
            "nhom": str(scope.group or ""),
            "ky": scope.due.code if scope.due else "",
            "dv": self.unit.code if self.unit else "",
            "trang": str(self.page) if self.page > 1 else "",
            "man-hinh": "1" if self.is_wall else "",
        }
        return {key: value for key, value in found.items() if value}

    def board(self, **changes: str) -> str:
        """The address of the board with some parameters changed; an empty value leaves one out."""
        return _address(reverse("board"), {**self.parameters, **{_key(name): value for name, value in changes.items()}})

    def list(self, **parameters: str) -> str:
        """The list of what the board counts, narrowed by more parameters of lists."""
        path, base = self._whole_list
        return _address(path, base | {name.replace("_", "-"): value for name, value in parameters.items()})

    @cached_property
    def _whole_list(self) -> tuple[str, dict[str, str]]:
        # Every number of the board opens a list: what their addresses have in common is made once.
        base = {key: value for key, value in self.parameters.items() if key in ("vb", "lv", "nhom")}
        if self.scope.due is not None:
            first, last = self.scope.due.days
            base |= {"h-tu": written_day(first), "h-den": written_day(last)}
        return reverse(_LISTS[self.scope.side]), base

    def last_between(self, first: dt.date | None, last: dt.date, **parameters: str) -> str:
        """The list of work whose last day that counts is one of these days."""
        ends = {"cuoi_tu": written_day(first)} if first else {}
        return self.list(**parameters, **ends, cuoi_den=written_day(last))


def written_day(day: dt.date) -> str:
    """Return a day as the filters of lists read it."""
    return f"{day:%d/%m/%Y}"


def _key(name: str) -> str:
    """Parameters have dashes where names of Python have none."""
    return name.replace("_", "-")


def _address(path: str, parameters: Mapping[str, str]) -> str:
    query = "&".join(_pair(key, value) for key, value in parameters.items() if value)
    return f"{path}?{query}" if query else path


@lru_cache(maxsize=8_192)
def _pair(key: str, value: str) -> str:
    return urlencode({key: value})


def read_query(data: QueryDict, actor: Actor) -> BoardQuery:
    """Read the address of the board."""
    asked = data.get("pv", "")
    # Who sends directives looks at what they gave first; who only splits work of their own, at all of it.
    side = BoardSide.GIVEN if actor.holds("documents.send") else BoardSide.ALL
    side = BoardSide(asked) if asked in BoardSide.values else side
    document_id = _identity(data.get("vb", ""))
    code = data.get("lv", "")
    field = WorkField.objects.filter(code=code).first() if code else None
    group = data.get("nhom", "")
    is_wall = bool(data.get("man-hinh"))
    # A wall screen ranks units and names nobody, whatever else its address says.
    tab, unit_code = ("", "") if is_wall else (data.get("muc", ""), data.get("dv", ""))
    scope = BoardScope(
        side,
        document_id=document_id,
        field_id=field.pk if field else None,
        is_without_field=code == WITHOUT_FIELD and field is None,
        group=UnitGroup(group) if group in UnitGroup.values else None,
        due=parse_span(data.get("ky", "")),
    )
    return BoardQuery(
        scope,
        BoardTab(tab) if tab in BoardTab.values else BoardTab.OVERVIEW,
        document_policy.visible(actor).filter(pk=document_id).first() if document_id else None,
        field,
        Unit.objects.filter(code=unit_code).first() if unit_code else None,
        _page(data.get("trang", "")),
        is_wall,
    )


def _identity(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _page(text: str) -> int:
    return min(int(text), _LAST_PAGE) if text.isascii() and text.isdigit() and int(text) > 0 else 1
