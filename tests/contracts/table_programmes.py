"""Who may do what: programmes and plans. The one meant is a draft plan of commune A, with a line and a demand."""

from tests.contracts.entries import NOBODY, Entry, people

OWN = people("office_a servant_a")
COMMITTEES = people("clerk head chair party_clerk office_a servant_a office_b servant_b party_a")
HOLDERS = COMMITTEES | people("snv_head snv_servant inspector")
STATE = people("clerk head chair office_a servant_a office_b servant_b")
ONE = {"at": lambda o: [o.plan.pk]}
SECTION = {"at": lambda o: [o.plan.pk, o.plan_section.pk]}
LINE = {"at": lambda o: [o.plan.pk, o.plan_line.pk]}

ENTRIES = [
    Entry("programme-list", HOLDERS, rest=403),
    Entry("programme-overview", HOLDERS, rest=403),
    Entry("programme-template-list", HOLDERS, rest=403),
    Entry("programme-new", COMMITTEES, rest=403),
    Entry("programme-template-new-programme", people("party_clerk party_a"), rest=403),
    Entry("programme-template-new-plan", STATE, rest=403),
    Entry("programme-template", OWN, at=lambda o: [o.plan_template.pk]),
    Entry("programme-detail", OWN, **ONE),
    Entry("programme-details", OWN, **ONE),
    Entry("programme-file", OWN, at=lambda o: [o.plan.pk, "docx"]),
    Entry("programme-file", OWN, at=lambda o: [o.plan.pk, "pdf"]),
    Entry("programme-approval", OWN, **ONE),
    Entry("programme-resources", OWN, **ONE),
    Entry("programme-step", OWN, method="post", status=302, data={"note": "Trình"}, at=lambda o: [o.plan.pk, "submit"]),
    Entry("programme-version-keep", OWN, method="post", status=302, **ONE),
    Entry("programme-give", people("office_a"), people("servant_a"), **ONE),
    Entry("programme-release", people("office_a"), people("servant_a"), **ONE),
    Entry(
        "programme-amend", NOBODY, OWN, method="post", data={"day": "31/12/2028", "reason": "Chờ vốn"},
        at=lambda o: [o.plan.pk, o.plan_line.pk],
    ),
    Entry(
        "programme-withdraw", NOBODY, OWN, method="post", data={"reason": "Chờ vốn"},
        at=lambda o: [o.plan.pk, o.plan_line.pk],
    ),
    Entry("programme-targets", people("office_a"), people("servant_a"), **ONE),
    Entry(
        "programme-target-amend", NOBODY, OWN, method="post",
        data={"value": "3", "year": "2028", "reason": "Chờ vốn"}, at=lambda o: [o.plan.pk, o.plan_line.pk],
    ),
    Entry("programme-gather", OWN, method="post", status=302, **ONE),
    Entry("programme-recheck", OWN, method="post", status=302, **ONE),
    Entry(
        "programme-demand-add", OWN, method="post", status=302,
        data={"kind": "task", "text": "Việc", "source_text": "Kế hoạch mẫu"}, **ONE,
    ),
    Entry(
        "programme-demand", OWN, method="post", status=302, data={"reason": "Không thuộc xã"},
        at=lambda o: [o.plan.pk, o.plan_demand.pk, "loai"],
    ),
    Entry("programme-reference-add", OWN, method="post", status=302, data={"names": "Đề án mẫu"}, **ONE),
    Entry(
        "programme-reference-judge", OWN, method="post", status=302, data={"state": "coordinated"},
        at=lambda o: [o.plan.pk, o.plan_reference.pk],
    ),
    Entry(
        "programme-remark-close", OWN, method="post", status=302, data={"answer": "Đã sửa"},
        at=lambda o: [o.plan.pk, o.plan_remark.pk],
    ),
    Entry("programme-section-add", OWN, method="post", status=302, data={"title": "Mục", "role": "text"}, **ONE),
    Entry(
        "programme-section", OWN, method="post", at=lambda o: [o.plan.pk, o.plan_section.pk, "giu"],
    ),
    Entry("programme-entry-add", OWN, **SECTION),
    Entry("programme-entry-go", OWN, query="?section=00000000-0000-0000-0000-000000000000", status=404, **ONE),
    Entry("programme-entry", OWN, **LINE),
    Entry(
        "programme-entry-deed", OWN, method="post", status=302, at=lambda o: [o.plan.pk, o.plan_line.pk, "len"],
    ),
]  # fmt: skip
