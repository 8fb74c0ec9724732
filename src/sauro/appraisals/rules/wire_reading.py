"""The inputs of the conformance format (conformance/appraisal/README.md), read into the types of the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Literal

from sauro.appraisals.rules.catalogue import Product, Scale, catalogue_of, converted
from sauro.appraisals.rules.errors import RuleError
from sauro.appraisals.rules.figures import exact, units_of
from sauro.appraisals.rules.leadership import Conflict, Leader, Subordinate, UnitResult
from sauro.appraisals.rules.levels import BY_CODE, Level
from sauro.appraisals.rules.months import Period, State, Stay
from sauro.appraisals.rules.people import Conclusion, Discipline, Finding, LedUnit, Record, Work
from sauro.appraisals.rules.proposals import Proposal
from sauro.appraisals.rules.quota import USUAL_SHARE, Candidate, Merit
from sauro.appraisals.rules.tasks import Exemption, Kind, Task
from sauro.appraisals.rules.units import UnitYear

Data = Mapping[str, Any]


def number(data: Data, name: str, default: str | None = None) -> Fraction:
    """A number of the input, exact; refused when it is missing and has no default."""
    return exact(data.get(name, default), name)


def flag(data: Data, name: str) -> bool:
    """A true or false of the input; false where it is not given."""
    value = data.get(name, False)
    if not isinstance(value, bool):
        raise RuleError("bad_input", name)
    return value


def count(data: Data, name: str) -> int:
    """A number of times; nothing where it is not given."""
    value = data.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool):
        raise RuleError("bad_input", name)
    return value


def items(data: Data, name: str) -> Sequence[Data]:
    """A list of objects of the input; empty where it is not given."""
    value = data.get(name) or []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise RuleError("bad_input", name)
    return value


def level(data: Data, name: str) -> Level | None:
    """A level by its code, or None."""
    code = data.get(name)
    if code is None:
        return None
    if code not in BY_CODE:
        raise RuleError("unknown_level", str(code))
    return BY_CODE[code]


def products(data: Data) -> dict[str, Product]:
    """A catalogue: products with units, or with points and the points of the standard product."""
    scale = None
    if "standard_points" in data:
        frames = {name: (exact(low), exact(high)) for name, (low, high) in data.get("frames", {}).items()}
        scale = Scale(number(data, "standard_points"), frames)
    return catalogue_of([_product(one, scale) for one in items(data, "products")])


def _product(data: Data, scale: Scale | None) -> Product:
    code, group = str(data["code"]), str(data["group"])
    if "units" in data:
        units = units_of(number(data, "units"), code)
    else:
        units = converted(code, group, number(data, "points"), scale)
    return Product(code, group, units, pending=data.get("state") == "pending")


def tasks(data: Data) -> list[Task]:
    """The tasks of a period, their units by the catalogue where they name a product."""
    known = products(data.get("catalogue") or {})
    return [_task(one, known) for one in items(data, "tasks")]


def _task(data: Data, known: Mapping[str, Product]) -> Task:
    id_ = str(data["id"])
    if "units" in data:
        units, pending = units_of(number(data, "units"), id_), False
    else:
        product = known.get(str(data["product"]))
        if product is None:
            raise RuleError("unknown_product", id_)
        units, pending = product.units, product.pending
    alike = count(data, "quantity") if "quantity" in data else 1
    if alike < 1:
        raise RuleError("units_not_positive", id_)
    exempt = data.get("exempt") or {}
    return Task(
        id=id_,
        units=units * alike,
        kind=Kind(data.get("kind", "planned")),
        done=flag(data, "done"),
        given_back=flag(data, "given_back"),
        failures=count(data, "failures"),
        late=count(data, "late"),
        exemption=Exemption(count(exempt, "failures"), count(exempt, "late"), str(exempt.get("approver", ""))),
        pending=pending,
        title=str(data.get("title", "")),
    )


def points(data: Data) -> dict[str, Fraction]:
    """The points of the general criteria by code."""
    return {str(code): exact(value, str(code)) for code, value in data["general"].items()}


def leader(data: Data) -> Leader | None:
    """What a leader's further terms are judged by; None for staff."""
    given = data.get("leader")
    if given is None:
        return None
    role: Literal["head", "deputy"] = "deputy" if given["role"] == "deputy" else "head"
    return Leader(
        role=role,
        fields=frozenset(given.get("fields", [])),
        subordinates=tuple(
            Subordinate(str(one["id"]), None if one["score"] is None else number(one, "score"), one.get("field", ""))
            for one in items(given, "subordinates")
        ),
        results=tuple(
            UnitResult(flag(one, "complete"), flag(one, "initiative"), flag(one, "prolonged"), one.get("field", ""))
            for one in items(given, "results")
        ),
        conflicts=tuple(Conflict(flag(one, "prolonged"), one.get("field", "")) for one in items(given, "conflicts")),
    )


def periods(data: Data) -> list[Period]:
    """The months or quarters of a year."""
    return [_period(one) for one in items(data, "periods")]


def _period(data: Data) -> Period:
    stays = None
    if "pieces" in data:
        stays = tuple(Stay(str(one["unit"]), count(one, "days"), number(one, "score")) for one in items(data, "pieces"))
    score = None if data.get("score") is None else number(data, "score")
    return Period(count(data, "period"), State(data["state"]), score, stays)


def record(data: Data) -> Record:
    """What a rating of a person looks at besides work."""
    return Record(
        year=count(data, "year"),
        score=number(data, "score"),
        months_worked=number(data, "months_worked", "12"),
        leave=data.get("leave") or "",
        leader=flag(data, "leader"),
        head=flag(data, "head"),
        unit_level=level(data, "unit_level"),
        conclusions=tuple(Conclusion(_finding(one), flag(one, "self_reported")) for one in items(data, "findings")),
        disciplines=tuple(
            Discipline(str(one["act"]), count(one, "year"), one["ground"], flag(one, "old_organisation"))
            for one in items(data, "disciplines")
        ),
        used_acts=frozenset((str(one["act"]), count(one, "year")) for one in items(data, "used_acts")),
    )


def _finding(data: Data) -> Finding:
    try:
        return Finding(data["kind"])
    except ValueError:
        raise RuleError("unknown_finding", str(data["kind"])) from None


def proposed(data: Data) -> Proposal:
    """A proposal that somebody decides on. The level of the score alone plays no part in that."""
    highest = level(data, "highest")
    return Proposal(highest or Level.FAILED, highest, level(data, "proposed"), (), rated=flag(data, "rated"))


def decided(data: Data) -> Level:
    """The level somebody decided."""
    found = level(data, "decided")
    if found is None:
        raise RuleError("bad_input", "decided")
    return found


def work(data: Data) -> Work:
    """Shares of a cadre's tasks."""
    given = data["work"]
    return Work(
        done=number(given, "done"),
        on_time=number(given, "on_time"),
        late=number(given, "late"),
        beyond=number(given, "beyond"),
        defects_fixed=flag(given, "defects_fixed"),
    )


def led_unit(data: Data) -> LedUnit:
    """What a leading cadre answers for."""
    given = data.get("unit") or {}
    return LedUnit(
        done=number(given, "done", "100"),
        sub_units_failed=number(given, "sub_units_failed", "0"),
        low_confidence=number(given, "low_confidence", "0"),
        targets_failed=frozenset(given.get("targets_failed", [])),
    )


def unit_year(data: Data) -> UnitYear:
    """An organisation's year."""
    given = data["work"]
    return UnitYear(
        score=number(data, "score"),
        done=number(given, "done"),
        on_time_and_good=number(given, "on_time_and_good"),
        late=number(given, "late"),
        beyond=number(given, "beyond"),
        defects_fixed=flag(given, "defects_fixed"),
        sub_unit_failed=flag(data, "sub_unit_failed"),
        personnel_violation=flag(data, "personnel_violation"),
        force_majeure=flag(data, "force_majeure"),
    )


def candidates(data: Data) -> list[Candidate]:
    """The people (or organisations) among whom the cap is applied."""
    return [
        Candidate(str(one["id"]), BY_CODE[one["level"]], number(one, "score"), one.get("group") or "")
        for one in items(data, "people")
    ]


def merit(data: Data) -> Merit:
    """What may carry the share over 20 %."""
    share = number(data, "decided_share", str(USUAL_SHARE))
    return Merit(share, flag(data, "outstanding"), level(data, "unit_level"))
