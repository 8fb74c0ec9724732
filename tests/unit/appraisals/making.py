"""Short ways to write the inputs of conformance cases."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]

ND335 = "nd-335-2025"
ND233 = "nd-233-2026"
QD366 = "qd-366-2025"
DECREE = {ND335: "NĐ 335/2025/NĐ-CP", ND233: "NĐ 233/2026/NĐ-CP", QD366: "QĐ 366-QĐ/TW"}

FULL = {
    "I.1": "5",
    "I.2": "5",
    **dict.fromkeys(["II.1", "II.2", "II.3", "II.4", "III.1", "III.2", "III.3", "III.4"], "2.5"),
}
# 27,5 points, as in the worked example: III.1 gets none.
GENERAL = {**FULL, "III.1": "0"}


def task(id_: str, units: str, **more: Any) -> Case:
    """A planned task that is done, unless ``more`` says otherwise."""
    return {"id": id_, "units": units, "kind": "planned", "done": True, **more}


def sheet(tasks: list[Case], general: dict[str, str] | None = None, **more: Any) -> Case:
    return {"tasks": tasks, "general": GENERAL if general is None else general, **more}


def head(**more: Any) -> Case:
    """The head of a unit about whom nothing bad is known and whose unit did everything with an initiative."""
    return {
        "role": "head",
        "subordinates": [{"id": "cb1", "score": "82"}, {"id": "cb2", "score": "75.5"}],
        "results": [{"complete": True, "initiative": True, "prolonged": False}],
        "conflicts": [],
        **more,
    }


def months(scores: list[str | None], **more: Any) -> Case:
    """Monthly scores from January on; None is a month of leave."""
    periods = [
        {"period": i, "state": "absent"} if score is None else {"period": i, "state": "worked", "score": score}
        for i, score in enumerate(scores, start=1)
    ]
    return {"periods": periods, **more}


def person(score: str, **more: Any) -> Case:
    return {"year": 2026, "score": score, "months_worked": "12", **more}


def people(count: int, level: str = "XS", group: str | None = None, start: int = 1, top: int = 9900) -> list[Case]:
    """So many people of one level, each a hundredth of a point below the one before."""
    made = []
    for i in range(start, start + count):
        hundredths = top - i
        one: Case = {"id": f"p{i:02}", "level": level, "score": f"{hundredths // 100}.{hundredths % 100:02}"}
        made.append(one | ({"group": group} if group else {}))
    return made


def case(title: str, rule_set: str, operation: str, given: Case, articles: str, **settings: Any) -> Case:
    """A case without its expected answer. ``articles`` of the rule set's instrument, separated by semicolons."""
    cited = [f"{DECREE[rule_set]} {article.strip()}" for article in articles.split(";")]
    return {
        "title": title,
        "rule_set": rule_set,
        "operation": operation,
        "settings": settings,
        "input": given,
        "articles": cited,
    }
