"""Who may do what: the calendar and the timeline of a list are for those who may open the list."""

from tests.contracts.entries import EVERYBODY, Entry, people

GIVERS = people("clerk head chair snv_head party_clerk office_a office_b party_a inspector")

ENTRIES = [
    Entry("my-work-calendar", EVERYBODY),
    Entry("assignment-list-calendar", EVERYBODY, query="?tuan=2026-11-25"),
    Entry("given-list-calendar", GIVERS, rest=403),
    Entry("my-work-timeline", EVERYBODY),
    Entry("assignment-list-timeline", EVERYBODY, query="?hang=nguoi"),
    Entry("given-list-timeline", GIVERS, rest=403),
]
