"""Who may do what: the table of periods. The one meant is the province's."""

from tests.contracts.entries import Entry, people

SEE = people("clerk head chair")
MANAGE = people("head")
OFFICE = {"at": lambda objects: [objects.world.units["ubnd"].pk, 2026]}
ONE = {"at": lambda objects: [objects.period.pk]}
FORM = {
    "label": "tháng 1", "first": "15/12/2025", "last": "13/01/2026", "closing_day": "14/01/2026",
    "closing_time": "17:00",
}  # fmt: skip

ENTRIES = [
    Entry("periods", people("clerk head chair snv_head office_a office_b party_clerk party_a"), status=302, rest=403),
    Entry("period-year", SEE, **OFFICE),
    Entry(
        "period-make", MANAGE, SEE - MANAGE, method="post", status=302, data={"kind": "report_month", "year": "2026"},
        **OFFICE,
    ),
    Entry("period-edit", SEE, **ONE),
    Entry("period-edit", MANAGE, SEE - MANAGE, method="post", status=302, data=FORM, **ONE),
]  # fmt: skip
