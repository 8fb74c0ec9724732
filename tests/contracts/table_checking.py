"""Who may do what: the rules of the proofreader. Everybody signed in reads them, administrators change them."""

from tests.contracts.entries import EVERYBODY, Entry, people

CONFIGURE = people("admin")
RULE = {"at": lambda _objects: ["SL001"]}
OTHERS = EVERYBODY - CONFIGURE
COMPETENCE = {"at": lambda objects: [objects.competence.pk]}
FIELDS = {
    "field": "Xây dựng", "act": "cấp phép thử", "words": "cấp phép", "holders": "Sở Xây dựng", "basis": "Quy định mẫu",
}  # fmt: skip

ENTRIES = [
    Entry("rule-list", EVERYBODY),
    Entry("rule-detail", EVERYBODY, **RULE),
    Entry(
        "rule-switch", CONFIGURE, OTHERS, method="post", status=302,
        data={"off": "1", "reason": "Thử nghiệm tại tỉnh"}, **RULE,
    ),
    Entry("competence-list", EVERYBODY),
    Entry("competence-add", CONFIGURE, OTHERS, method="post", status=302, data=FIELDS),
    Entry("competence-edit", CONFIGURE, OTHERS, **COMPETENCE),
    Entry("competence-edit", CONFIGURE, OTHERS, method="post", status=302, data=FIELDS, **COMPETENCE),
    Entry("competence-remove", CONFIGURE, OTHERS, method="post", status=302, **COMPETENCE),
    # Without a file there is nothing to take in.
    Entry("competence-import", CONFIGURE, OTHERS, method="post", status=422),
    Entry("wording-choose", CONFIGURE, OTHERS, method="post", status=302, data={"wording": "cap-uy"}),
]  # fmt: skip
