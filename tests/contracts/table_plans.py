"""Who may do what: monthly plans. The plan is that of a civil servant of commune A."""

from tests.contracts.entries import EVERYBODY, Entry, people

ENTRIES = [
    Entry("month-plan", EVERYBODY),
    Entry("plan-detail", people("servant_a office_a"), at=lambda objects: [objects.monthly_plan.pk]),
]
