"""Who may do what: the desk, sending, and assignments. The assignment was given by the province to commune A."""

from tests.contracts.entries import EVERYBODY, GRANTED, Entry, people

READERS = people("clerk head chair inspector")
REVIEWERS = people("clerk head")
GIVERS = people("clerk head chair snv_head party_clerk office_a office_b party_a inspector")
LEADS = people("office_a")
SEE_ASSIGNMENT = people("clerk head chair office_a inspector")
DOCUMENT = {"at": lambda objects: [objects.document.pk]}
OBLIGATION = {"at": lambda objects: [objects.document.pk, objects.obligation.pk]}
PAIR = {"at": lambda objects: [objects.likely_pair.pk]}
DECIDERS = people("head chair snv_head office_a office_b party_a")
KEEPERS = people("head chair")
# A template of the province serves its departments too.
TEMPLATE_READERS = people("clerk head chair inspector snv_head")
FIELD_KEEPERS = people("head admin")
FIELD = {"at": lambda objects: [objects.work_field.pk]}
TEMPLATE = {"at": lambda objects: [objects.checklist_template.pk]}
ASSIGNMENT = {"at": lambda objects: [objects.assignment.pk]}

ENTRIES = [
    Entry("home", EVERYBODY),
    Entry("my-work", EVERYBODY),
    Entry("assignment-list", EVERYBODY),
    Entry("light-rules", EVERYBODY),
    Entry("given-list", GIVERS, rest=403),
    # The desk. Its parts are fetched by scripts, which want a plain 401 and no sign-in page.
    Entry("desk", READERS, **DOCUMENT),
    Entry("desk-cards", READERS, anonymous=401, **DOCUMENT),
    Entry("desk-presence", REVIEWERS, READERS - REVIEWERS, method="post", anonymous=401, **DOCUMENT),
    Entry("desk-edit-form", READERS, anonymous=401, **OBLIGATION),
    Entry("desk-split-form", READERS, anonymous=401, **OBLIGATION),
    Entry(
        "desk-deed", REVIEWERS, READERS - REVIEWERS, method="post", anonymous=401,
        at=lambda objects: [objects.document.pk, "accept-confident"],
    ),
    Entry("send-preview", READERS, **DOCUMENT),
    # Nothing is accepted yet, so whoever may send is told what is missing.
    Entry("send-preview", REVIEWERS, READERS - REVIEWERS, method="post", status=422, **DOCUMENT),
    # Assignments.
    Entry("assignment-detail", SEE_ASSIGNMENT, **ASSIGNMENT),
    Entry("assignment-split", LEADS, SEE_ASSIGNMENT - LEADS, **ASSIGNMENT),
    # No row was filled in.
    Entry("assignment-split", LEADS, SEE_ASSIGNMENT - LEADS, method="post", status=422, **ASSIGNMENT),
    Entry("likely-list", people("clerk head chair snv_head party_clerk office_a office_b party_a inspector"), rest=403),
    # The giver of one of the two learns nothing of a pair.
    Entry("likely-pair", LEADS, **PAIR),
    Entry("likely-pair", LEADS, method="post", status=422, **PAIR),
    Entry("likely-dismiss", LEADS, method="post", status=302, **PAIR),
    Entry("assignment-bind", LEADS, SEE_ASSIGNMENT - LEADS, **ASSIGNMENT),
    Entry("assignment-bind", LEADS, SEE_ASSIGNMENT - LEADS, method="post", status=422, **ASSIGNMENT),
    Entry("assignment-unbind", LEADS, SEE_ASSIGNMENT - LEADS, **ASSIGNMENT),
    Entry("assignment-unbind", LEADS, SEE_ASSIGNMENT - LEADS, method="post", status=422, **ASSIGNMENT),
    Entry("assignment-source", SEE_ASSIGNMENT, at=lambda objects: [objects.assignment_of_document.pk]),
    Entry("product-file", SEE_ASSIGNMENT, at=lambda objects: [objects.product.assignment_id, 1]),
    Entry("product-annex", SEE_ASSIGNMENT, at=lambda objects: [objects.annex.product.assignment_id, 1, 1]),
    Entry("assignment-chronicle", SEE_ASSIGNMENT, **ASSIGNMENT),
    Entry("assignment-chronicle", SEE_ASSIGNMENT, query="?loc=quyet-dinh&tt=cu", **ASSIGNMENT),
    # Templates of criteria. The one meant is kept by the province.
    Entry("checklist-template-list", GIVERS, rest=403),
    Entry("checklist-template-add", DECIDERS, rest=403),
    Entry("checklist-template-add", DECIDERS, method="post", status=422, rest=403),
    Entry("checklist-template-edit", TEMPLATE_READERS, **TEMPLATE),
    Entry(
        "checklist-template-edit", KEEPERS, TEMPLATE_READERS - KEEPERS, method="post", status=302,
        data={"product_kind": "Báo cáo", "criteria": "Có số liệu"}, **TEMPLATE,
    ),
    Entry("checklist-template-retire", KEEPERS, TEMPLATE_READERS - KEEPERS, method="post", status=302, **TEMPLATE),
    # The list of fields, one for the province: its head of office and the administrator change it.
    Entry("field-list", EVERYBODY),
    Entry("field-add", FIELD_KEEPERS, rest=403),
    Entry("field-add", FIELD_KEEPERS, method="post", status=422, rest=403),
    Entry("field-import", FIELD_KEEPERS, rest=403),
    Entry("field-import", FIELD_KEEPERS, method="post", status=302, rest=403),
    Entry("field-edit", GRANTED, **FIELD),
    Entry(
        "field-edit", FIELD_KEEPERS, GRANTED - FIELD_KEEPERS, method="post", status=302,
        data={"name": "Đất đai", "is_open": "on"}, **FIELD,
    ),
    Entry(
        "assignment-step", KEEPERS, SEE_ASSIGNMENT - KEEPERS, method="post", status=302,
        data={"product": "Báo cáo", "criteria": "Có số liệu"}, at=lambda objects: [objects.assignment.pk, "yeu-cau"],
    ),
    Entry(
        "assignment-step", people("office_a"), SEE_ASSIGNMENT - people("office_a"), method="post", status=302,
        at=lambda objects: [objects.assignment.pk, "nhan"],
    ),
]  # fmt: skip
