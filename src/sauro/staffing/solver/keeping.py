"""A proposal as a few bytes, so that what it was calculated from can be asked again later, and with other weights.

Everything is written: places, people (by key, as the solver knows them), openings, rules, roads, moves and prices. The
form is compressed JSON; it is read by the version that wrote it or a later one.
"""

from __future__ import annotations

import datetime as dt
import json
import zlib
from dataclasses import asdict
from typing import Any

from sauro.staffing.solver.pairs import Terms
from sauro.staffing.solver.places import Crossing, Place, Point, Roads
from sauro.staffing.solver.problem import Mover, Opening, Problem, Rules, Weights
from sauro.staffing.solver.proposal import Move, Proposal

_PRICES = ("person_price", "opening_price", "place_price", "money_price", "linear_bound")


def packed(proposal: Proposal) -> bytes:
    """Return a proposal with its problem as bytes."""
    problem = proposal.problem
    held = {
        "places": [asdict(one) for one in problem.places],
        "movers": [_of_mover(one) for one in problem.movers],
        "openings": [{**_flat(one), "qualifications": sorted(one.qualifications)} for one in problem.openings],
        "rules": {**asdict(problem.rules), "on": problem.rules.on.isoformat()},
        "weights": asdict(problem.weights),
        "roads": _of_roads(problem.roads),
        "fixed": dict(problem.fixed),
        "moves": [{**_flat(one), "terms": _flat(one.terms)} for one in proposal.moves],
        "bound": proposal.bound,
        "candidates": proposal.candidates,
        "prices": {name: getattr(proposal, name) for name in _PRICES},
    }
    return zlib.compress(json.dumps(held, separators=(",", ":")).encode())


def unpacked(content: bytes) -> Proposal:
    """Return the proposal that was packed."""
    held: dict[str, Any] = json.loads(zlib.decompress(content))
    problem = Problem(
        places=tuple(Place(**{**one, "point": _point(one["point"])}) for one in held["places"]),
        movers=tuple(_mover(one) for one in held["movers"]),
        openings=tuple(
            Opening(**{**one, "qualifications": frozenset(one["qualifications"])}) for one in held["openings"]
        ),
        rules=Rules(**{**held["rules"], "on": dt.date.fromisoformat(held["rules"]["on"])}),
        weights=Weights(**held["weights"]),
        roads=_roads(held["roads"]),
        fixed=held["fixed"],
    )
    moves = tuple(Move(**{**one, "terms": Terms(**one["terms"])}) for one in held["moves"])
    return Proposal(problem, moves, held["bound"], held["candidates"], **held["prices"])


def _flat(row: Opening | Move | Terms) -> dict[str, Any]:
    """The fields of a row without a copy of what they hold: there are thousands of rows."""
    return {name: getattr(row, name) for name in row.__slots__}


def _of_mover(mover: Mover) -> dict[str, Any]:
    held = {
        "key": mover.key, "place": mover.place, "home": mover.home, "fields": sorted(mover.fields),
        "qualifications": sorted(mover.qualifications), "circumstances": mover.circumstances,
        "not_before": mover.not_before.isoformat() if mover.not_before else None,
        "stays_until": mover.stays_until.isoformat() if mover.stays_until else None, "consents": mover.consents,
    }  # fmt: skip
    return {name: value for name, value in held.items() if value or name in ("key", "place")}


def _mover(held: dict[str, Any]) -> Mover:
    sets: dict[str, Any] = {name: frozenset(held[name]) for name in ("fields", "qualifications") if name in held}
    days: dict[str, Any] = {
        name: dt.date.fromisoformat(held[name]) for name in ("not_before", "stays_until") if name in held
    }
    return Mover(**{**held, **sets, **days})


def _point(held: dict[str, float] | None) -> Point | None:
    return Point(**held) if held else None


def _of_roads(roads: Roads) -> dict[str, Any]:
    return {
        "measured": [[*sorted(pair), minutes] for pair, minutes in roads.measured.items()],
        "crossings": {key: asdict(one) for key, one in roads.crossings.items()},
        "detour_percent": roads.detour_percent,
        "kilometres_an_hour": roads.kilometres_an_hour,
    }


def _roads(held: dict[str, Any]) -> Roads:
    return Roads(
        measured={frozenset((one, other)): minutes for one, other, minutes in held["measured"]},
        crossings={key: Crossing(Point(**one["harbour"]), one["minutes"]) for key, one in held["crossings"].items()},
        detour_percent=held["detour_percent"],
        kilometres_an_hour=held["kilometres_an_hour"],
    )
