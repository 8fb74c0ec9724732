"""Answers cases of the conformance format, one JSON object in and one out (conformance/appraisal/README.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from sauro.appraisals.rules import wire_reading as read
from sauro.appraisals.rules.appraisal import appraise
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import KEPT, UNIT, UNIT_PLACES, rounded
from sauro.appraisals.rules.instruments import QD366, RULE_SETS, Subject, rule_set_for
from sauro.appraisals.rules.levels import Level
from sauro.appraisals.rules.months import year_of
from sauro.appraisals.rules.options import Settings, settings_for
from sauro.appraisals.rules.people import rate_cadre, rate_person
from sauro.appraisals.rules.proposals import Proposal, check_decision
from sauro.appraisals.rules.quota import Circle, share_out
from sauro.appraisals.rules.splitting import side_by_side
from sauro.appraisals.rules.tasks import Sums
from sauro.appraisals.rules.units import rate_unit

Answer = dict[str, Any]
FIGURE_PLACES = 6


def answer(case: Mapping[str, Any]) -> Answer:
    """The answer to one case; ``{"error": code}`` where the rules refuse it."""
    try:
        if case.get("rule_set") not in RULE_SETS or case.get("operation") not in OPERATIONS:
            raise RuleError("bad_input", "rule_set, operation")
        settings = settings_for(RULE_SETS[case["rule_set"]], case.get("settings"))
        return OPERATIONS[case["operation"]](case["input"], settings)
    except RuleError as refusal:
        return {"error": refusal.code}
    except (KeyError, TypeError, ValueError, AttributeError):
        return {"error": "bad_input"}


def figure(value: Fraction | None, places: int = FIGURE_PLACES) -> str | None:
    """A number as the format writes it: a decimal with a point, half up."""
    return None if value is None else f"{rounded(value, places):f}"


def _catalogue(data: read.Data, _settings: Settings) -> Answer:
    known = read.products(data)
    return {
        "units": {code: figure(Fraction(one.units, UNIT), UNIT_PLACES) for code, one in known.items()},
        "groups": len({one.group for one in known.values()}),
        "pending": sorted(code for code, one in known.items() if one.pending),
    }


def _sheet(data: read.Data, settings: Settings) -> Answer:
    appraisal = appraise(read.tasks(data), read.points(data), read.leader(data), settings)
    score = appraisal.score
    result: Answer = {
        "assigned": figure(Fraction(score.sums.assigned, UNIT), UNIT_PLACES),
        "general": figure(score.general),
        "provisional": score.sums.provisional,
        "trace": [[line.text, line.article] for line in appraisal.lines],
        **_amounts(score.sums),
        "done": figure(Fraction(score.sums.done, UNIT), UNIT_PLACES),
        "score": figure(score.score),
    }
    if score.score is None or score.k is None:
        return {**result, "reason": score.reason}
    return {
        **result,
        **{name: figure(value * 100) for name, value in score.terms.items()},
        "k": figure(score.k * 100),
        "results_uncapped": figure(score.results_uncapped),
        "results": figure(score.results),
        "shown": figure(score.score, 2),
    }


def _amounts(sums: Sums) -> Answer:
    return {
        "done": figure(Fraction(sums.done, UNIT)),
        "quality": figure(Fraction(sums.quality, KEPT)),
        "progress": figure(Fraction(sums.progress, KEPT)),
    }


def _split(data: read.Data, settings: Settings) -> Answer:
    parts = read.tasks({"tasks": data["parts"]})
    found = side_by_side(parts, settings)
    return {
        "units": figure(Fraction(sum(part.units for part in parts), UNIT), UNIT_PLACES),
        "parts": _amounts(found.parts),
        "whole": _amounts(found.whole),
        "same": found.same,
    }


def _year(data: read.Data, settings: Settings) -> Answer:
    worked = read.number(data, "months_worked") if "months_worked" in data else None
    found = year_of(read.periods(data), settings, worked)
    return {
        "quarters": [figure(value) for value in found.quarters],
        "halves": [figure(value) for value in found.halves],
        "year": figure(found.year),
        "shown": figure(found.year, 2),
        "counted": found.counted,
        "missing": list(found.missing),
        "provisional": found.provisional,
        "months_worked": figure(found.months_worked, 2),
        "rated": found.rated,
    }


def _choose(data: read.Data, _settings: Settings) -> Answer:
    day = date.fromisoformat(data["date"])
    regulated = read.flag(data, "unit_has_regulation")
    return {"rule_set": rule_set_for(Subject(data["subject"]), day, unit_has_regulation=regulated).code}


def _rating(data: read.Data, settings: Settings) -> Answer:
    record = read.record(data)
    if settings.rules is QD366:
        return _proposal(rate_cadre(record, read.work(data), read.led_unit(data), settings))
    return _proposal(rate_person(record, settings))


def _decision(data: read.Data, _settings: Settings) -> Answer:
    return {"accepted": True, "departs": check_decision(read.proposed(data), read.decided(data), data["reason"])}


def _organisation(data: read.Data, settings: Settings) -> Answer:
    return _proposal(rate_unit(read.unit_year(data), settings))


def _proposal(found: Proposal) -> Answer:
    return {
        "rated": found.rated,
        "by_score": found.by_score.code,
        "highest": _code(found.highest),
        "proposed": _code(found.proposed),
        "reasons": list(found.reasons),
    }


def _code(level: Level | None) -> str | None:
    return None if level is None else level.code


def _cap(data: read.Data, settings: Settings) -> Answer:
    organisations = data.get("of") == "organisations"
    found = share_out(read.candidates(data), read.merit(data), settings, organisations=organisations)
    return {
        "share": figure(found.share, 2),
        "unit": _circle(found.unit),
        "groups": {name: _circle(circle) for name, circle in found.groups.items()},
        "proposed": {code: level.code for code, level in found.proposed.items()},
        "tied": list(found.tied),
    }


def _circle(circle: Circle) -> Answer:
    return {"base": circle.base, "most": circle.most, "candidates": circle.candidates}


OPERATIONS: dict[str, Callable[[read.Data, Settings], Answer]] = {
    "catalogue": _catalogue,
    "sheet": _sheet,
    "split": _split,
    "year": _year,
    "choose": _choose,
    "rating": _rating,
    "decision": _decision,
    "organisation": _organisation,
    "cap": _cap,
}
