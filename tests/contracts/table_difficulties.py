"""Who may do what: difficulties. The one meant was raised by commune A on work the province gave it."""

from tests.contracts.entries import EVERYBODY, Entry, people

SEE = people("office_a clerk head chair inspector")
ANSWER = people("head chair")
ONE = {"at": lambda objects: [objects.difficulty.pk]}

ENTRIES = [
    Entry("difficulty-list", EVERYBODY),
    Entry("difficulty-raise", people("clerk head chair office_a inspector"), at=lambda o: [o.assignment.pk]),
    Entry(
        "difficulty-raise", people("office_a"), people("clerk head chair inspector"), method="post", status=302,
        data={"text": "Thiếu kinh phí"}, at=lambda o: [o.assignment.pk],
    ),
    Entry("difficulty-detail", SEE, **ONE),
    Entry(
        "difficulty-act", ANSWER, SEE - ANSWER, method="post", status=302,
        data={"text": "Bố trí quý I", "cause": "objective"}, at=lambda o: [o.difficulty.pk, "tra-loi"],
    ),
]  # fmt: skip
