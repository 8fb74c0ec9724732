"""Addresses of the calendars and timelines."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, path

from sauro.agenda.faces import CALENDAR, LISTS, TIMELINE
from sauro.agenda.web.calendar import draw_calendar
from sauro.agenda.web.timeline import draw_timeline
from sauro.ui.lists.faces import Draw, face_view
from sauro.ui.lists.head import Face

_FACES: dict[str, tuple[Face, str, Draw]] = {
    "lich": (CALENDAR, "agenda/calendar.html", draw_calendar),
    "dong-thoi-gian": (TIMELINE, "agenda/timeline.html", draw_timeline),
}


def _addresses() -> Iterator[URLPattern]:
    for start, page in LISTS.items():
        for end, (face, template, draw) in _FACES.items():
            yield path(f"{start}/{end}/", face_view(page, face, template, draw), name=f"{page.name}{face.suffix}")


urlpatterns: list[URLPattern | URLResolver] = [*_addresses()]
