"""Who may do what: saved views. One is the clerk's own; the other is the head's, shared in the province."""

from tests.contracts.entries import EVERYBODY, NOBODY, Entry, people

GIVERS = people("clerk head chair snv_head party_clerk office_a office_b party_a inspector")
# Those who hold a role in the province itself; sharing there needs one that may.
SHARED_WITH = people("clerk head chair inspector")
SHARING = people("clerk head chair")
OWN = {"at": lambda objects: [objects.saved_view.pk, "len"]}

ENTRIES = [
    Entry("view-list", EVERYBODY, at=lambda _objects: ["assignment-list"]),
    Entry("view-list", GIVERS, rest=403, at=lambda _objects: ["given-list"]),
    Entry("view-list", NOBODY, at=lambda _objects: ["khong-co"]),
    Entry(
        "view-save", EVERYBODY, method="post", status=302, data={"name": "Của tôi", "query": "mo=mo"},
        at=lambda _objects: ["assignment-list"],
    ),
    Entry(
        "view-save", GIVERS, method="post", status=302, rest=403, data={"name": "Đã giao", "query": ""},
        at=lambda _objects: ["given-list"],
    ),
    Entry(
        "columns-keep", EVERYBODY, method="post", status=302, data={"cot": ["viec", "ma"]},
        at=lambda _objects: ["assignment-list"],
    ),
    Entry("view-act", people("clerk"), method="post", status=302, **OWN),
    Entry(
        "view-act", SHARED_WITH, method="post", status=302,
        at=lambda objects: [objects.shared_view.pk, "mac-dinh"],
    ),
    Entry(
        "view-act", people("head"), SHARED_WITH - people("head"), method="post", status=302,
        at=lambda objects: [objects.shared_view.pk, "xoa"],
    ),
    Entry(
        "view-act", SHARING, SHARED_WITH - SHARING, method="post", status=302,
        at=lambda objects: [objects.shared_view.pk, "thoi-chia-se"],
    ),
]  # fmt: skip
