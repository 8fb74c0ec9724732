"""Who may do what: status reports. The one meant is a draft of the province on the work it gave."""

from tests.contracts.entries import EVERYBODY, Entry, people

SEE = people("clerk head chair inspector")
WRITE = people("clerk head chair")
ISSUE = people("head chair")
DRAFT = people("clerk head chair snv_head office_a office_b party_a party_clerk")
ONE = {"at": lambda objects: [objects.status_report.pk]}

ENTRIES = [
    Entry("status-report-list", EVERYBODY),
    Entry("status-report-rows", EVERYBODY),
    Entry("status-report-draft", DRAFT, rest=403),
    Entry("status-report-of-document", WRITE, SEE - WRITE, at=lambda o: [o.document.pk]),
    Entry("status-report-detail", SEE, **ONE),
    Entry("status-report-differences", SEE, **ONE),
    Entry("status-report-file", SEE, at=lambda o: [o.status_report.pk, "xlsx"]),
    Entry("status-report-file", SEE, at=lambda o: [o.status_report.pk, "docx"]),
    Entry("status-report-file", SEE, at=lambda o: [o.status_report.pk, "pdf"]),
    Entry(
        "status-report-act", WRITE, SEE - WRITE, method="post", status=302, data={"remarks": "Đạt", "proposals": ""},
        at=lambda o: [o.status_report.pk, "loi"],
    ),
    Entry(
        "status-report-act", ISSUE, SEE - ISSUE, method="post", status=302, data={"number": "1/BC-UBND"},
        at=lambda o: [o.status_report.pk, "phat-hanh"],
    ),
]  # fmt: skip
