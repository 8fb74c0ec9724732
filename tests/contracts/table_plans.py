"""Who may do what: monthly plans. The plan is that of a civil servant of commune A."""

from tests.contracts.entries import EVERYBODY, Entry, people

PART = {"at": lambda objects: [objects.monthly_part.pk, "nop"]}
SEE_WORK = people("clerk head chair office_a servant_a inspector")
OWN = people("servant_a office_a")

ENTRIES = [
    Entry("month-plan", EVERYBODY),
    Entry("plan-detail", people("servant_a office_a"), at=lambda objects: [objects.monthly_plan.pk]),
    Entry("assignment-months", OWN, SEE_WORK - OWN, at=lambda objects: [objects.long_work.pk]),
    Entry(
        "assignment-months", OWN, SEE_WORK - OWN, method="post", status=422, data={"rows": "3"},
        at=lambda objects: [objects.long_work.pk],
    ),
    Entry("monthly-part-act", OWN, **PART),
    Entry("monthly-part-act", OWN, method="post", status=302, data={"text": "Báo cáo số 12/BC-UBND"}, **PART),
]  # fmt: skip
