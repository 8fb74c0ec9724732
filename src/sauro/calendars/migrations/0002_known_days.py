"""The days of 2025 and 2026 that were announced, as far as they are known here; 2027 waits for its announcements.

2025 is complete. 2026 lacks the second day of National Day and what may be moved around it: an administrator enters
them and confirms the year.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import migrations

TET = "Tết Nguyên đán"
HUNG_KINGS = "Giỗ Tổ Hùng Vương"
ANNOUNCED = "theo thông báo nghỉ lễ, Tết hằng năm"
DAYS = [
    *((date(2025, 1, day), "holiday", TET) for day in range(27, 32)),
    (date(2025, 4, 7), "holiday", HUNG_KINGS),
    (date(2025, 4, 26), "worked", "Làm bù cho ngày 02/5/2025"),
    (date(2025, 5, 2), "holiday", "Nghỉ hoán đổi sang ngày 26/4/2025"),
    (date(2025, 9, 1), "holiday", "Quốc khánh, ngày thứ hai"),
    (date(2026, 1, 2), "holiday", "Nghỉ hoán đổi sang ngày 10/01/2026"),
    (date(2026, 1, 10), "worked", "Làm bù cho ngày 02/01/2026"),
    *((date(2026, 2, day), "holiday", TET) for day in range(16, 21)),
    (date(2026, 4, 27), "holiday", "Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)"),
]
NOTES = {
    2026: "Năm 2026 còn thiếu ngày nghỉ Quốc khánh thứ hai (liền trước hoặc liền sau 02/9) và ngày hoán đổi, nếu có.",
    2027: "Năm 2027 mới có các ngày nghỉ cố định theo luật.",
}


def fill(apps: Any, _editor: Any) -> None:
    """Write the days and years that are not there yet."""
    day_model, year_model = apps.get_model("calendars", "CalendarDay"), apps.get_model("calendars", "CalendarYear")
    for day, kind, name in DAYS:
        day_model.objects.get_or_create(day=day, defaults={"kind": kind, "name": name, "basis": ANNOUNCED})
    for year in (2025, 2026, 2027):
        year_model.objects.get_or_create(year=year, defaults={"is_complete": year == 2025, "note": NOTES.get(year, "")})


class Migration(migrations.Migration):
    # Its function puts the context into the row history.
    dependencies = [("calendars", "0001_initial"), ("pghistory", "0007_auto_20250421_0444")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
