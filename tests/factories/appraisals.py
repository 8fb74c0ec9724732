"""Makes monthly sheets with work for tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sauro.appraisals.enums import CatalogueState, Duty, ItemKind, OwnLine, ProductState
from sauro.appraisals.models import (
    Catalogue,
    PeriodReview,
    Product,
    Rating,
    RatingRound,
    Review,
    Sheet,
    SheetItem,
)
from sauro.appraisals.rules.criteria import CRITERIA_335
from sauro.appraisals.rules.figures import UNIT
from sauro.common.clock import now, today
from sauro.organizations.models import Appointment, Unit
from sauro.plans.models import MonthlyPlan, PlanItem
from sauro.tasks.models import Assignment
from vanban.text.normalize import fold

ND335 = {"rules": "nd-335-2025", "given": {}}
QD366 = {"rules": "qd-366-2025", "given": {}}
FULL_POINTS = {code: f"{float(most):g}" for code, most in CRITERIA_335.items()}


def make_sheet(appointment: Appointment, month: dt.date, **columns: Any) -> Sheet:
    """Store the sheet of an appointment for a month, or return the one there is."""
    held: dict[str, Any] = {
        "unit": appointment.unit, "domain": appointment.unit.domain, "subject": "civil_servant", "duty": Duty.STAFF,
        "settings": ND335, "days": 30,
    }  # fmt: skip
    return Sheet.objects.get_or_create(appointment=appointment, month=month, defaults={**held, **columns})[0]


def planned(appointment: Appointment, month: dt.date, *works: Assignment, kind: str = "planned") -> list[PlanItem]:
    """Put works into the monthly plan of an appointment."""
    plan, _made = MonthlyPlan.objects.get_or_create(
        appointment=appointment, month=month,
        defaults={"unit": appointment.unit, "domain": appointment.unit.domain, "opened_at": now()},
    )  # fmt: skip
    return [
        PlanItem.objects.create(
            plan=plan, assignment=work, kind=kind, wording=work.wording, due_on=work.due_on,
            added_at=dt.datetime.combine(month, dt.time(), tzinfo=dt.UTC), added_by_name="Hệ thống",
        )
        for work in works
    ]  # fmt: skip


def own_line(sheet: Sheet, units: int = UNIT, **columns: Any) -> SheetItem:
    """Store work that a person added."""
    held: dict[str, Any] = {"wording": "Trực tiếp dân", "own": OwnLine.ACCEPTED, "kind": ItemKind.AD_HOC}
    return SheetItem.objects.create(sheet=sheet, units=units, **{**held, **columns})


def make_catalogue(unit: Unit, year: int = 2026, *, state: str = CatalogueState.DECIDED) -> Catalogue:
    """Store a catalogue of a unit, or return the one there is."""
    held = {"domain": unit.domain, "state": state, "standard": "Soạn văn bản đơn giản", "decision": "283/QĐ-UBND"}
    return Catalogue.objects.get_or_create(unit=unit, year=year, number=1, defaults=held)[0]


def make_product(catalogue: Catalogue, code: str, product: str, units: int, **columns: Any) -> Product:
    """Store a product; units are ten-thousandths of a standard unit."""
    held: dict[str, Any] = {
        "work": product, "group": 1, "state": ProductState.ACCEPTED, "proposed_by": catalogue.unit,
        "search_key": fold(f"{code} {product}"), "product_key": fold(product),
    }  # fmt: skip
    held |= {"product": product, "units": units, **columns}
    return Product.objects.get_or_create(catalogue=catalogue, code=code, defaults=held)[0]


def set_score(sheet: Sheet, score: str) -> None:
    """Store a score, as reckoning does."""
    Sheet.objects.filter(pk=sheet.pk).update(score_exact=score, score=score, assigned=UNIT, done=UNIT)


def make_rating_round(unit: Unit, year: int = 2026, **columns: Any) -> RatingRound:
    """Store the round of a body for a year, or return the one there is."""
    held = {"domain": unit.domain, "made_at": now(), "made_by_name": "Đỗ Văn Mẫu", **columns}
    return RatingRound.objects.get_or_create(unit=unit, year=year, defaults=held)[0]


def make_rating(found: RatingRound, appointment: Appointment, **columns: Any) -> Rating:
    """Store what a round comes to for one appointment, or return what there is."""
    held: dict[str, Any] = {
        "unit": appointment.unit, "months": 11, "score_exact": "85", "score": 85, "by_score": "TOT", "highest": "TOT",
        "proposed": "TOT", "settings": ND335,
    }  # fmt: skip
    return Rating.objects.get_or_create(round=found, appointment=appointment, defaults={**held, **columns})[0]


def make_review(appointment: Appointment, committee: Unit, **columns: Any) -> Review:
    """Store a reminder in force that a committee gave a cadre, or another review."""
    held: dict[str, Any] = {
        "domain": committee.domain, "kind": "reminder", "body": "standing", "fact": "Họp muộn ba lần",
        "basis": "Kết luận 12-KL/TU", "decided_on": today() - dt.timedelta(days=9),
        "ends_on": today() + dt.timedelta(days=90), "made_at": now(), "made_by_name": "Trương Văn Ví Dụ",
    }  # fmt: skip
    return Review.objects.create(appointment=appointment, committee=committee, **{**held, **columns})


def make_period_review(
    appointment: Appointment, committee: Unit, *, year: int = 2026, period: str = "q1", **columns: Any
) -> PeriodReview:
    """Store what a committee says of a cadre for a period, or return what there is."""
    held: dict[str, Any] = {
        "committee": committee, "domain": committee.domain, "duty": "staff", "settings": QD366, "parts": 3,
        "score_exact": "85", "score": 85, "done": 10_000, "on_time": 10_000, "by_score": "TOT", "highest": "TOT",
        "proposed": "TOT", "made_at": now(), "made_by_name": "Trương Văn Ví Dụ",
    }  # fmt: skip
    key = {"appointment": appointment, "year": year, "period": period}
    return PeriodReview.objects.get_or_create(**key, defaults={**held, **columns})[0]
