"""Where the leak test looks: pages without an object, lists in every shape, queries of the API, pages of objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse
from tests.contracts.entries import Entry
from tests.contracts.leak_plots import Plot
from tests.contracts.objects import Objects

from sauro.api import api
from sauro.difficulties.web.pages import ACTS
from sauro.tasks.web.desk_deeds import DEEDS
from sauro.tasks.web.step_forms import STEPS
from sauro.ui.lists.filters import ChoiceFilter, DateRangeFilter, UnitFilter
from sauro.ui.lists.page import ListPage, all_pages

# What may follow the object in an address, where the permission table tries one of several.
SLUGS: Mapping[str, Iterable[str]] = {"assignment-step": STEPS, "difficulty-act": ACTS, "desk-deed": DEEDS}


class ObjectsOf(Objects):
    """The objects of a place as the permission table asks for them, those that close others from a set of their own."""

    def __init__(self, plot: Plot) -> None:
        super().__init__(plot.world)
        self._plot = plot

    def __getattribute__(self, name: str) -> Any:
        """Ask the place for everything that has an address."""
        if name in OBJECT_NAMES:
            return getattr(object.__getattribute__(self, "_plot").holding(name), name)
        return super().__getattribute__(name)


_FOUND_EVERYWHERE = (
    "tasks.Assignment.search_key", "documents.Document.search_key", "difficulties.Difficulty.search_key",
)  # fmt: skip
_FACES = ("assignment-list-calendar", "assignment-list-timeline")

OBJECT_NAMES = frozenset(name for base in Objects.__mro__[:-1] for name in vars(base) if not name.startswith("_")) - {
    "world",
    "word",
}


def pages_without_object(table: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield name and address of every page that needs no object."""
    for name in sorted({entry.name for entry in table if entry.method == "get"}):
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        yield name, address
        for query in sorted({entry.query for entry in table if entry.name == name and entry.query}):
            yield name, address + query


def lists_as_files() -> Iterator[tuple[str, str]]:
    """Yield name and address of every list as a file, with all its columns."""
    for page in all_pages():
        columns = urlencode([("cot", column.key) for column in page.columns])
        yield page.name, f"{reverse(page.name)}?{columns}&xuat=xlsx"


def searches(words: Mapping[str, str], plot: Plot) -> Iterator[tuple[str, str]]:
    """Yield name and address of every search for a word of a place, ``words`` being its words by column."""
    for page in all_pages():
        yield from ((page.name, address) for address in _searches_of_list(page, words, plot))
    for column in _FOUND_EVERYWHERE:
        yield from ((name, f"{reverse(name)}?q={words[column]}") for name in ("search", "palette"))
    for name, parameters in _queries_of_api():
        yield from ((name, f"{reverse(name)}?{urlencode(one)}") for one in _filled(parameters, words, plot))
    yield "board", reverse("board") + f"?pv=tat-ca&vb={plot.objects.document.pk}"
    for name in _FACES:
        yield name, reverse(name) + f"?q={words['tasks.Assignment.search_key']}"


def _searches_of_list(page: ListPage[Any], words: Mapping[str, str], plot: Plot) -> Iterator[str]:
    address = reverse(page.name)
    label = page.rows(plot.world.actor("admin")).model._meta.label
    for name in page.search_fields:
        if word := words.get(f"{label}.{name}"):
            yield f"{address}?q={word}"
    for one in page.filters:
        if isinstance(one, UnitFilter):
            yield f"{address}?{one.key}={plot.world.units['ubnd'].code}"
        elif not isinstance(one, ChoiceFilter | DateRangeFilter):
            yield from (f"{address}?{one.key}={pk}" for pk in (plot.objects.document.pk, plot.objects.obligation.pk))


def _queries_of_api() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield every reading operation that takes a query and no object, with its parameters."""
    for address, methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].items():
        held = methods.get("get")
        parameters = [one for one in (held or {}).get("parameters", ()) if one["in"] == "query"]
        if held and parameters and "{" not in address:
            yield f"api:{held['operationId']}", parameters


def _filled(parameters: list[dict[str, Any]], words: Mapping[str, str], plot: Plot) -> Iterator[dict[str, str]]:
    for one in parameters:
        for kind in one["schema"].get("anyOf", [one["schema"]]):
            if kind.get("format") == "uuid":
                yield {one["name"]: str(plot.world.units["ubnd"].pk)}
            elif kind.get("type") == "string" and not kind.keys() & {"format", "enum"}:
                yield {one["name"]: words["tasks.Assignment.search_key"]}
                yield {one["name"]: words["documents.Document.search_key"]}


def addresses_of(entry: Entry, objects: Objects) -> list[str]:
    """Return the addresses of an entry for the objects of a place: one, or one for each word that may end it."""
    given = entry.at(objects)
    if not given:
        return []
    if entry.name in SLUGS:
        return [reverse(entry.name, args=[*given[:-1], slug]) for slug in SLUGS[entry.name]]
    return [reverse(entry.name, args=given) + entry.query]
