"""Who may do what: the working-day calendar. Everybody with a role reads it, the administrator changes it."""

from tests.contracts.entries import EVERYBODY, GRANTED, Entry, people

ADMIN = people("admin")
YEAR = {"at": lambda _objects: [2026]}
DAY = {"day": "01/09/2026", "kind": "holiday", "name": "Quốc khánh"}

ENTRIES = [
    Entry("calendar", EVERYBODY, status=302),
    Entry("calendar-year", GRANTED, rest=403, **YEAR),
    Entry("calendar-day-add", ADMIN, method="post", status=302, rest=403, data=DAY, **YEAR),
    Entry("calendar-year-saturdays", ADMIN, GRANTED - ADMIN, method="post", status=302, data={"worked": "1"}, **YEAR),
    Entry("calendar-day-remove", ADMIN, GRANTED - ADMIN, method="post", status=302, at=lambda o: [o.calendar_day.pk]),
    Entry("calendar-year-confirm", ADMIN, GRANTED - ADMIN, method="post", status=302, data={"complete": "1"}, **YEAR),
]
