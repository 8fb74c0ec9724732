"""The second implementation, continued: levels, their conditions and the cap on the highest level."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from tests.unit.appraisals.letter import (
    DEFAULTS,
    LEVELS,
    OWN_DEFAULTS,
    Case,
    Refused,
    catalogue,
    choose,
    level_of,
    number,
    sheet,
    shown,
    split,
    year,
)

CHOICES = {
    "period": ["month", "quarter"],
    "points_cap": ["points", "terms"],
    "empty_plan": ["not_scored", "added_as_plan"],
    "pending_products": ["provisional", "left_out"],
    "between_results": ["full", "half"],
    "no_subordinates": ["full", "left_out"],
    "threshold": ["exact", "shown"],
    "provisional": ["counted", "left_out"],
    "moved": ["by_days", "mean", "longest"],
    "cap_base": ["good_only", "good_or_better"],
    "small_groups": ["strict", "at_least_one"],
    "targets": ["all", "any"],
    "failed_conditions": ["lower_level", "authority"],
}


def answer(case: Case) -> Case:
    """Reckon one case (``rule_set``, ``settings``, ``operation``, ``input``) and give what the suite expects of it."""
    rule_set = case["rule_set"]
    given = case.get("settings", {})
    settings = {**DEFAULTS, **OWN_DEFAULTS.get(rule_set, {}), **given}
    try:
        check_settings(given, rule_set)
        return OPERATIONS[case["operation"]](case["input"], settings, rule_set)
    except Refused as refusal:
        return {"error": str(refusal)}


def check_settings(given: Case, rule_set: str) -> None:
    for name, value in given.items():
        if name in CHOICES:
            if value not in CHOICES[name]:
                raise Refused("setting_value")
        elif name not in ("failure_deduction", "late_deduction", "weights", "criteria"):
            raise Refused("unknown_setting")
        elif rule_set == "nd-335-2025" and name != "criteria" and value != DEFAULTS[name]:
            raise Refused("setting_fixed")
    for name in ("failure_deduction", "late_deduction"):
        if not 0 <= number(given.get(name, "25")) <= 100 or number(given.get(name, "25")).denominator != 1:
            raise Refused("setting_value")
    weights = given.get("weights", {})
    if set(weights) - set("abcdđe") or any(number(weight) < 0 for weight in weights.values()):
        raise Refused("setting_value")
    if rule_set == "nd-233-2026" and given.get("failed_conditions", "authority") != "authority":
        raise Refused("setting_fixed")


def lower(one: str, other: str) -> str:
    return min(one, other, key=LEVELS.index)


# People (Điều 20, 11 NĐ 335/2025; Điều 12, 14 NĐ 233/2026; Điều 11 QĐ 366-QĐ/TW)


def rating(given: Case, settings: Case, rule_set: str) -> Case:
    score = number(given["score"])
    if not 0 <= score <= 100:
        raise Refused("score_out_of_range")
    by_score = level_of(score, settings)
    if rule_set == "qd-366-2025":
        return party_rating(given, by_score, settings)
    short = number(given["months_worked"]) < 6
    if short and given.get("leave") not in ("sick", "maternity"):
        return {
            "rated": False,
            "by_score": by_score,
            "highest": None,
            "proposed": None,
            "reasons": ["under_six_months"],
        }
    forced, noted = triggers(given, rule_set)
    if short:
        noted.append("leave_exempts")
    if by_score == "KHT":
        forced.append("score_below_50")
    if forced:
        return outcome(by_score, "KHT", "KHT", [*forced, *noted])
    return bounded(given, by_score, noted)


def bounded(given: Case, by_score: str, noted: list[str]) -> Case:
    """Not above the level of the score, for a head not above the unit; nothing proposed while others decide first."""
    highest, waits = by_score, "unit_corruption_mitigated" in noted
    if waits:
        noted.append("authority_decides")
    if given.get("head", False) and given.get("unit_level") is None:
        noted.append("unit_not_rated")
        waits = True
    elif given.get("head", False):
        highest = lower(by_score, given["unit_level"])
    if highest != by_score:
        noted.append("head_above_unit")
    return outcome(by_score, highest, None if waits else highest, noted)


def outcome(by_score: str, highest: str, proposed: str | None, reasons: list[str]) -> Case:
    return {
        "rated": True,
        "by_score": by_score,
        "highest": highest,
        "proposed": proposed,
        "reasons": sorted(set(reasons)),
    }


def triggers(given: Case, rule_set: str) -> tuple[list[str], list[str]]:
    forced, noted = [], []
    for finding in given.get("findings", []):
        kind = finding["kind"]
        if kind in ("degradation", "forbidden_acts", "example"):
            forced.append(kind)
        elif kind == "unit_corruption":
            if not given.get("leader", False):
                noted.append("finding_not_for_staff")
            elif rule_set == "nd-233-2026" and finding.get("self_reported", False):
                noted.append("unit_corruption_mitigated")
            else:
                forced.append(kind)
        else:
            raise Refused("unknown_finding")
    for discipline in given.get("disciplines", []):
        reason = discipline_outcome(discipline, given)
        (forced if reason == "discipline" else noted).append(reason)
        if reason == "discipline" and discipline.get("old_organisation", False):
            noted.append("old_organisation")
    return sorted(set(forced)), sorted(set(noted))


def discipline_outcome(discipline: Case, given: Case) -> str:
    if discipline["year"] != given["year"]:
        return "discipline_other_year"
    if discipline["ground"] == "other":
        return "discipline_not_duty"
    if any(u["act"] == discipline["act"] and u["year"] != given["year"] for u in given.get("used_acts", [])):
        return "act_used_before"
    return "discipline"


def party_rating(given: Case, by_score: str, settings: Case) -> Case:
    work = given["work"]
    forced = party_triggers(given, by_score, settings)
    if forced:
        return {"rated": True, "by_score": by_score, "highest": "KHT", "proposed": "KHT", "reasons": forced}
    failing = {
        "XS": [
            code
            for code, holds in [
                ("not_all_done", number(work["done"]) == 100),
                ("not_beyond", number(work["beyond"]) >= 30),
                ("defects_not_fixed", work["defects_fixed"]),
                # Of leaders the article asks 100 % of what they lead, of others 100 % in time.
                ("not_on_time", given.get("leader", False) or number(work["on_time"]) == 100),
            ]
            if not holds
        ],
        "TOT": [] if number(work["on_time"]) == 100 else ["not_on_time"],
        "HT": [] if number(work["late"]) <= 20 else ["too_late"],
    }
    return by_conditions(by_score, failing, settings)


def by_conditions(by_score: str, failing: dict[str, list[str]], settings: Case) -> Case:
    reasons: list[str] = []
    level = by_score
    while level != "KHT" and failing[level]:
        reasons += failing[level]
        level = LEVELS[LEVELS.index(level) - 1]
    if not reasons:
        return {"rated": True, "by_score": by_score, "highest": by_score, "proposed": by_score, "reasons": []}
    # Nothing says that failing the conditions of "hoàn thành" is failing: a person decides between the two.
    undecided = level == "KHT" or settings["failed_conditions"] == "authority"
    return {
        "rated": True,
        "by_score": by_score,
        "highest": "HT" if level == "KHT" else level,
        "proposed": None if undecided else level,
        "reasons": sorted(set(reasons) | ({"authority_decides"} if undecided else set())),
    }


def party_triggers(given: Case, by_score: str, settings: Case) -> list[str]:
    work, leading = given["work"], given.get("leader", False)
    found = {"score_below_50"} if by_score == "KHT" else set()
    found |= {f["kind"] for f in given.get("findings", []) if f["kind"] == "degradation" or leading}
    if any(d["year"] == given["year"] for d in given.get("disciplines", [])):
        found.add("discipline")
    if not leading:
        if 100 - number(work["done"]) > 50:
            found.add("tasks_undone")
        return sorted(found)
    unit = given.get("unit", {})
    if number(unit.get("done", "100")) < 70:
        found.add("unit_under_70")
    failed = len(unit.get("targets_failed", []))
    if failed >= (5 if settings["targets"] == "all" else 1):
        found.add("targets")
    if number(unit.get("sub_units_failed", "0")) > 50:
        found.add("sub_units_failed")
    if number(unit.get("low_confidence", "0")) > 50:
        found.add("low_confidence")
    return sorted(found)


# The decision (Điều 21: the competent person decides; NĐ 335/2025 Điều 20 and what follows from it bound it)


def decision(given: Case, _settings: Case, _rule_set: str) -> Case:
    if not given["rated"]:
        raise Refused("not_rated")
    if LEVELS.index(given["decided"]) > LEVELS.index(given["highest"]):
        raise Refused("above_bound")
    if given["decided"] != given["proposed"] and not given.get("reason", "").strip():
        raise Refused("reason_missing")
    return {"accepted": True, "departs": given["decided"] != given["proposed"]}


# Organisations (Điều 8 NĐ 335/2025, Điều 7 NĐ 233/2026)


def organisation(given: Case, settings: Case, _rule_set: str) -> Case:
    score = number(given["score"])
    if not 0 <= score <= 100:
        raise Refused("score_out_of_range")
    work = given["work"]
    done, good = number(work["done"]), number(work["on_time_and_good"])
    by_score = level_of(score, settings)
    forced = ["score_below_50"] if by_score == "KHT" else []
    noted = []
    if given.get("personnel_violation", False):
        forced.append("personnel_violation")
    if done < 70:
        (noted if given.get("force_majeure", False) else forced).append(
            "force_majeure" if given.get("force_majeure", False) else "under_70"
        )
    if forced:
        reasons = sorted(forced + noted)
        return {"rated": True, "by_score": by_score, "highest": "KHT", "proposed": "KHT", "reasons": reasons}
    best = [
        ("not_on_time_and_good", good == 100),
        ("not_beyond", number(work["beyond"]) >= 30),
        ("sub_unit_failed", not given.get("sub_unit_failed", False)),
        ("defects_not_fixed", work["defects_fixed"]),
    ]
    failing = {
        "XS": [code for code, holds in best if not holds],
        "TOT": [] if good == 100 else ["not_on_time_and_good"],
        "HT": [
            c for c, holds in [("not_all_done", done == 100), ("too_late", number(work["late"]) <= 20)] if not holds
        ],
    }
    result = by_conditions(by_score, failing, settings)
    return {**result, "reasons": sorted([*result["reasons"], *noted])}


# The cap (Điều 20 khoản 5, Điều 8 khoản 5 NĐ 335/2025; Điều 12 khoản 6, Điều 7 khoản 7 NĐ 233/2026)


def cap(given: Case, settings: Case, rule_set: str) -> Case:
    people = given["people"]
    if any(times > 1 for times in Counter(p["id"] for p in people).values()):
        raise Refused("duplicate_person")
    share = share_of(given, rule_set)
    circles = {"": list(people)}
    for person in people:
        if person.get("group"):
            circles.setdefault(person["group"], []).append(person)
    few = given.get("of") == "organisations" and rule_set == "nd-233-2026" and len(people) < 5
    summary = {name: circle_of(members, share, settings, few=few) for name, members in circles.items()}
    chosen, left = chosen_people(people, {name: circle["most"] for name, circle in summary.items()})
    # Somebody passed over who could take the place of somebody chosen with the same score: people decide between them.
    tied = {
        one["id"]
        for p in left
        for q in chosen
        if number(p["score"]) == number(q["score"]) and room_if_other_left(p, q, chosen, summary)
        for one in (p, q)
    }
    return {
        "share": shown(share * 100, 2),
        "unit": summary.pop(""),
        "groups": summary,
        "proposed": {p["id"]: "XS" if p in chosen else lower(p["level"], "TOT") for p in people},
        "tied": sorted(tied),
    }


def share_of(given: Case, rule_set: str) -> Fraction:
    wanted = number(given.get("decided_share", "20"))
    if wanted == 20:
        return Fraction(20, 100)
    if rule_set == "nd-233-2026" and given.get("of") != "organisations":
        allowed = given.get("unit_level") == "XS"
    else:
        allowed = given.get("outstanding", False)
    if not allowed:
        raise Refused("share_without_merit")
    if not 20 < wanted <= 25:
        raise Refused("share_out_of_range")
    return wanted / 100


def circle_of(members: list[Case], share: Fraction, settings: Case, *, few: bool) -> Case:
    good = sum(p["level"] in ("XS", "TOT") for p in members)
    most = 0
    while most + 1 <= share * (good - (most + 1) if settings["cap_base"] == "good_only" else good):
        most += 1
    if settings["small_groups"] == "at_least_one" and good:
        most = max(most, 1)
    if few:
        most = 1
    return {"base": good, "most": most, "candidates": sum(p["level"] == "XS" for p in members)}


def chosen_people(people: list[Case], room: dict[str, int]) -> tuple[list[Case], list[Case]]:
    room = dict(room)
    chosen, left = [], []
    for person in sorted((p for p in people if p["level"] == "XS"), key=lambda p: (-number(p["score"]), p["id"])):
        circles = ["", *([person["group"]] if person.get("group") else [])]
        if all(room[circle] > 0 for circle in circles):
            chosen.append(person)
            for circle in circles:
                room[circle] -= 1
        else:
            left.append(person)
    return chosen, left


def room_if_other_left(person: Case, other: Case, chosen: list[Case], summary: dict[str, Case]) -> bool:
    rest = [p for p in chosen if p is not other]
    if len(rest) >= summary[""]["most"]:
        return False
    group = person.get("group")
    return not group or sum(p.get("group") == group for p in rest) < summary[group]["most"]


OPERATIONS = {
    "catalogue": catalogue,
    "sheet": sheet,
    "year": year,
    "choose": choose,
    "split": split,
    "rating": rating,
    "decision": decision,
    "organisation": organisation,
    "cap": cap,
}
