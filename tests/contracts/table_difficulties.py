"""Who may do what: difficulties. The one meant was raised by commune A on work the province gave it."""

from tests.contracts.entries import EVERYBODY, Entry, people

SEE = people("office_a clerk head chair inspector")
ANSWER = people("head chair")
RAISE_ALONE = people("head chair snv_head office_a office_b party_a")
ONE = {"at": lambda objects: [objects.difficulty.pk]}

ENTRIES = [
    Entry("difficulty-list", EVERYBODY),
    Entry("difficulty-raise", people("clerk head chair office_a inspector"), at=lambda o: [o.assignment.pk]),
    Entry(
        "difficulty-raise", people("office_a"), people("clerk head chair inspector"), method="post", status=302,
        data={"text": "Thiếu kinh phí"}, at=lambda o: [o.assignment.pk],
    ),
    # Raised in the name of a unit, tied to no work: by whoever works for one.
    Entry("difficulty-raise-alone", RAISE_ALONE, rest=403),
    Entry("difficulty-raise-alone", RAISE_ALONE, method="post", status=422, rest=403, data={"text": ""}),
    Entry("difficulty-summary", EVERYBODY),
    Entry("difficulty-detail", SEE, **ONE),
    Entry(
        "difficulty-act", ANSWER, SEE - ANSWER, method="post", status=302,
        data={"text": "Bố trí quý I", "cause": "objective"}, at=lambda o: [o.difficulty.pk, "tra-loi"],
    ),
]  # fmt: skip
