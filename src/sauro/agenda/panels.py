"""Shows the way to the calendar and the timeline on the lists of assignments."""

from sauro.agenda.faces import CALENDAR, LISTS, TIMELINE
from sauro.ui.lists.head import register_face

for page in LISTS.values():
    register_face(page.name, CALENDAR)
    register_face(page.name, TIMELINE)
