"""The appraisal rules a second time, from the legal text alone: the source of expected values of the conformance suite.

It shares no line with ``sauro.appraisals.rules`` and imports nothing of it. It is plain on purpose: cases go in and
come out as the dictionaries of ``conformance/appraisal``, every task is reckoned on its own, numbers are fractions.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Any

Case = dict[str, Any]

LEVELS = ["KHT", "HT", "TOT", "XS"]
CRITERIA_335 = {
    "I.1": Fraction(5),
    "I.2": Fraction(5),
    **dict.fromkeys(["II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4"], Fraction(5, 2)),
}
DEFAULTS: Case = {
    "period": "month",
    "points_cap": "points",
    "empty_plan": "not_scored",
    "pending_products": "provisional",
    "between_results": "full",
    "no_subordinates": "full",
    "threshold": "exact",
    "provisional": "counted",
    "moved": "by_days",
    "cap_base": "good_only",
    "small_groups": "strict",
    "targets": "all",
    "failure_deduction": "25",
    "late_deduction": "25",
    "weights": {},
    "criteria": {},
}
OWN_DEFAULTS = {
    "nd-335-2025": {"failed_conditions": "lower_level"},
    "nd-233-2026": {"failed_conditions": "authority"},
    "qd-366-2025": {"failed_conditions": "lower_level", "period": "quarter"},
}


class Refused(Exception):
    """The input breaks a rule of the format or of the law; the argument is the code of the refusal."""


def number(text: str | int) -> Fraction:
    return Fraction(text)


def shown(value: Fraction, places: int) -> str:
    """Half up, with exactly so many places. All figures of the decree are at least zero."""
    units = (value * 10**places * 2 + 1) // 2
    whole, rest = divmod(int(units), 10**places)
    return f"{whole}.{rest:0{places}d}"


def six(value: Fraction | None) -> str | None:
    return None if value is None else shown(value, 6)


def reaches(score: Fraction, limit: int, settings: Case) -> bool:
    return (number(shown(score, 2)) if settings["threshold"] == "shown" else score) >= limit


# Catalogue (Điều 13 NĐ 335/2025)


def catalogue(given: Case, _settings: Case, _rule_set: str) -> Case:
    units = units_of_products(given)
    return {
        "units": {code: shown(value, 4) for code, value in units.items()},
        "groups": len({product["group"] for product in given["products"]}),
        "pending": sorted(p["code"] for p in given["products"] if p.get("state", "decided") == "pending"),
    }


def units_of_products(given: Case) -> dict[str, Fraction]:
    products = given["products"]
    if any(times > 1 for times in Counter(p["code"] for p in products).values()):
        raise Refused("duplicate_product")
    if len({p["group"] for p in products}) > 5:
        raise Refused("too_many_groups")
    return {p["code"]: units_of_product(p, given) for p in products}


def units_of_product(product: Case, given: Case) -> Fraction:
    if "units" in product:
        units = number(product["units"])
    else:
        if number(given.get("standard_points", "0")) <= 0:
            raise Refused("standard_missing")
        points = number(product["points"])
        low, high = given.get("frames", {}).get(product["group"], [points, points])
        if not number(low) <= points <= number(high):
            raise Refused("points_outside_group")
        units = points / number(given["standard_points"])
    return checked_units(units)


def checked_units(units: Fraction) -> Fraction:
    if units <= 0:
        raise Refused("units_not_positive")
    if (units * 10000).denominator != 1:
        raise Refused("units_too_fine")
    return units


# One period (Điều 12, 14-18)


def sheet(given: Case, settings: Case, rule_set: str) -> Case:
    tasks, provisional = weighed_tasks(given, settings)
    assigned = sum((w for t, w in tasks if t["kind"] == "planned"), Fraction(0))
    done = sum((w for t, w in tasks if counts(t)), Fraction(0))
    quality = sum((w * kept(t, "failures", settings) for t, w in tasks if counts(t)), Fraction(0))
    progress = sum((w * kept(t, "late", settings) for t, w in tasks if counts(t)), Fraction(0))
    general = general_points(given["general"], settings, rule_set)
    result: Case = {
        "assigned": shown(assigned, 4),
        "done": shown(done, 4),
        "quality": six(quality),
        "progress": six(progress),
        "general": six(general),
        "provisional": provisional,
    }
    base = assigned
    if base == 0 and settings["empty_plan"] == "added_as_plan":
        base = sum((w for _, w in tasks), Fraction(0))
    if base == 0:
        return {**result, "score": None, "reason": "nothing_assigned"}
    terms = {"a": done / base, "b": quality / base, "c": progress / base}
    if settings["points_cap"] == "terms":
        terms = {name: min(value, Fraction(1)) for name, value in terms.items()}
    if given.get("leader") is not None:
        terms |= leader_terms(given["leader"], settings)
    weights = {name: number(settings["weights"].get(name, "1")) for name in terms}
    if sum(weights.values()) == 0:
        raise Refused("weights_empty")
    k = sum((terms[name] * weights[name] for name in terms), Fraction(0)) / sum(weights.values())
    results = min(70 * k, Fraction(70))
    return {
        **result,
        **{name: six(100 * value) for name, value in terms.items()},
        "k": six(100 * k),
        "results_uncapped": six(70 * k),
        "results": six(results),
        "score": six(general + results),
        "shown": shown(general + results, 2),
    }


def weighed_tasks(given: Case, settings: Case) -> tuple[list[tuple[Case, Fraction]], bool]:
    known = given.get("catalogue", {"products": []})
    units = units_of_products(known)
    pending = {p["code"] for p in known["products"] if p.get("state", "decided") == "pending"}
    if any(times > 1 for times in Counter(t["id"] for t in given["tasks"]).values()):
        raise Refused("duplicate_task")
    weighed, provisional = [], False
    for task in given["tasks"]:
        check_exemptions(task)
        alike = task.get("quantity", 1)
        if alike < 1:
            raise Refused("units_not_positive")
        if "units" in task:
            weighed.append((task, alike * checked_units(number(task["units"]))))
            continue
        code = task["product"]
        if code not in units:
            raise Refused("unknown_product")
        if code in pending:
            provisional = True
            if settings["pending_products"] == "left_out":
                continue
        weighed.append((task, alike * units[code]))
    return weighed, provisional


def check_exemptions(task: Case) -> None:
    for name in ("failures", "late"):
        if task.get(name, 0) < 0:
            raise Refused("negative_count")
        if task.get("exempt", {}).get(name, 0) > task.get(name, 0):
            raise Refused("exempt_too_many")


def counts(task: Case) -> bool:
    """Whether the person delivered it: done, and not handed back (Điều 18 khoản 1)."""
    return bool(task["done"]) and not task.get("given_back", False)


def kept(task: Case, name: str, settings: Case) -> Fraction:
    times = task.get(name, 0)
    exempt = task.get("exempt", {})
    if exempt.get("approver"):
        times -= exempt.get(name, 0)
    step = number(settings["failure_deduction" if name == "failures" else "late_deduction"]) / 100
    return max(Fraction(0), 1 - step * times)


def general_points(given: dict[str, str], settings: Case, rule_set: str) -> Fraction:
    limits = {code: number(most) for code, most in settings["criteria"].items()}
    if not limits:
        limits = CRITERIA_335 if rule_set == "nd-335-2025" else {"G": Fraction(30)}
    check_split(limits, rule_set)
    if set(given) - set(limits):
        raise Refused("unknown_criterion")
    if set(limits) - set(given):
        raise Refused("criterion_missing")
    for code, points in given.items():
        if not 0 <= number(points) <= limits[code]:
            raise Refused("points_out_of_range")
    return sum((number(points) for points in given.values()), Fraction(0))


def check_split(limits: dict[str, Fraction], rule_set: str) -> None:
    """The points of Phụ lục I stand; only what is inside one of them may be divided further."""
    expected = CRITERIA_335 if rule_set == "nd-335-2025" else {}
    for code, most in expected.items():
        if sum((m for c, m in limits.items() if c == code or c.startswith(code + ".")), Fraction(0)) != most:
            raise Refused("criteria_split")
    if sum(limits.values()) != 30:
        raise Refused("criteria_split")


def leader_terms(leader: Case, settings: Case) -> dict[str, Fraction]:
    def mine(entry: Case) -> bool:
        return leader["role"] == "head" or entry.get("field") in leader.get("fields", [])

    half, full = Fraction(1, 2), Fraction(1)
    terms = {}
    scores = [number(s["score"]) for s in leader["subordinates"] if mine(s) and s["score"] is not None]
    if scores or settings["no_subordinates"] == "full":
        terms["d"] = half if any(not reaches(score, 50, settings) for score in scores) else full
    results = [r for r in leader["results"] if mine(r)]
    if any(r["prolonged"] for r in results):
        terms["đ"] = half
    elif results and all(r["complete"] for r in results) and any(r["initiative"] for r in results):
        terms["đ"] = full
    else:
        terms["đ"] = full if settings["between_results"] == "full" else half
    terms["e"] = half if any(c["prolonged"] for c in leader["conflicts"] if mine(c)) else full
    return terms


# Quarter, half-year, year (Điều 17 khoản 3, Điều 11, Điều 19)


def year(given: Case, settings: Case, rule_set: str) -> Case:
    length = 12 if settings["period"] == "month" else 4
    scores: dict[int, Fraction] = {}
    states: dict[int, str] = {}
    for entry in given["periods"]:
        index = entry["period"]
        if not 1 <= index <= length:
            raise Refused("unknown_period")
        if index in states:
            raise Refused("duplicate_period")
        states[index] = entry["state"]
        if entry["state"] in ("worked", "provisional"):
            scores[index] = period_score(entry, settings)
    missing = [i for i in range(1, length + 1) if states.get(i, "missing") == "missing"]
    provisional = [i for i, state in states.items() if state == "provisional"]
    if settings["provisional"] == "left_out":
        scores = {i: s for i, s in scores.items() if i not in provisional}
    worked = months_worked(given, settings, states, missing)

    def mean(first: int, last: int) -> Fraction | None:
        inside = [scores[i] for i in range(first, last + 1) if i in scores]
        return sum(inside, Fraction(0)) / len(inside) if inside else None

    quarter = length // 4
    total = mean(1, length)
    return {
        "quarters": [six(mean(1 + quarter * i, quarter * (i + 1))) for i in range(4)],
        "halves": [six(mean(1, length // 2)), six(mean(length // 2 + 1, length))],
        "year": six(total),
        "shown": None if total is None else shown(total, 2),
        "counted": len(scores),
        "missing": missing,
        "provisional": bool(missing or provisional),
        "months_worked": shown(worked, 2),
        "rated": rule_set == "qd-366-2025" or worked >= 6,
    }


def months_worked(given: Case, settings: Case, states: dict[int, str], missing: list[int]) -> Fraction:
    if "months_worked" in given:
        return number(given["months_worked"])
    if settings["period"] == "quarter":
        raise Refused("months_worked_missing")
    return Fraction(sum(state in ("worked", "provisional") for state in states.values()) + len(missing))


def period_score(entry: Case, settings: Case) -> Fraction:
    pieces = entry.get("pieces")
    if pieces is None:
        if entry.get("score") is None:
            raise Refused("score_missing")
        return score_in_range(entry["score"])
    scores = [score_in_range(p["score"]) for p in pieces]
    days = [p["days"] for p in pieces]
    if not pieces or min(days) <= 0:
        raise Refused("days_not_positive")
    if settings["moved"] == "mean":
        return sum(scores, Fraction(0)) / len(scores)
    if settings["moved"] == "longest":
        # Of stays of equal length the last: that is where the person is now.
        return [s for s, d in zip(scores, days, strict=True) if d == max(days)][-1]
    return sum((s * d for s, d in zip(scores, days, strict=True)), Fraction(0)) / sum(days)


def score_in_range(text: str) -> Fraction:
    if not 0 <= number(text) <= 100:
        raise Refused("score_out_of_range")
    return number(text)


def choose(given: Case, _settings: Case, _rule_set: str) -> Case:
    subject, day = given["subject"], given["date"]
    if subject in ("civil_servant", "organisation") and day >= "2026-01-01":
        return {"rule_set": "nd-335-2025"}
    if subject == "cadre" and day >= "2025-08-30":
        return {"rule_set": "qd-366-2025"}
    if subject in ("public_employee", "public_unit") and day >= "2026-07-01":
        if given.get("unit_has_regulation", False):
            return {"rule_set": "nd-233-2026"}
        raise Refused("old_rules" if day < "2027-01-01" else "regulation_missing")
    raise Refused("no_rule_set")


# Splitting (Điều 18 khoản 1)


def split(given: Case, settings: Case, _rule_set: str) -> Case:
    parts = given["parts"]
    if not parts:
        raise Refused("no_parts")
    whole = {
        "done": all(p["done"] for p in parts),
        "failures": max(p.get("failures", 0) for p in parts),
        "late": max(p.get("late", 0) for p in parts),
    }
    weight = sum((checked_units(number(p["units"])) for p in parts), Fraction(0))
    as_parts = amounts([(p, number(p["units"])) for p in parts], settings)
    as_whole = amounts([(whole, weight)], settings)
    return {"units": shown(weight, 4), "parts": as_parts, "whole": as_whole, "same": as_parts == as_whole}


def amounts(tasks: list[tuple[Case, Fraction]], settings: Case) -> Case:
    return {
        "done": six(sum((w for t, w in tasks if t["done"]), Fraction(0))),
        "quality": six(sum((w * kept(t, "failures", settings) for t, w in tasks if t["done"]), Fraction(0))),
        "progress": six(sum((w * kept(t, "late", settings) for t, w in tasks if t["done"]), Fraction(0))),
    }


def level_of(score: Fraction, settings: Case) -> str:
    return LEVELS[sum(reaches(score, limit, settings) for limit in (50, 70, 90))]
