"""Who may do what: the register of units, open to everybody with a role, kept by the administrator."""

from tests.contracts.entries import EVERYBODY, GRANTED, Entry, people

KEEPER = people("admin")
READERS = GRANTED - KEEPER
REASON = {"reason": "Nhập nhầm"}
UNIT = {"at": lambda objects: [objects.world.units["snv"].pk]}
ALIAS = {"at": lambda objects: [objects.alias.pk]}
POST = {"at": lambda objects: [objects.appointment.pk]}

ENTRIES = [
    # Somebody without a role opens the list and finds nothing in it.
    Entry("unit-list", EVERYBODY),
    Entry("unit-suggest", EVERYBODY, query="?q=noi+vu"),
    Entry("unit-completion", EVERYBODY, query="?q=noi+vu"),
    Entry("unit-detail", GRANTED, **UNIT),
    Entry(
        "alias-create", KEEPER, READERS, method="post", status=302,
        data={"text": "Sở Nội vụ Lạc Giang", "kind": "variant"}, **UNIT,
    ),
    Entry("alias-end", KEEPER, READERS, method="post", status=302, data=REASON, **ALIAS),
    Entry(
        "unit-rename", KEEPER, READERS, method="post", status=302,
        data={"name": "Sở Nội vụ mới", "on": "01/01/2026", "basis": "Nghị quyết số 1"}, **UNIT,
    ),
    Entry("unit-add", KEEPER, READERS, **UNIT),
    Entry(
        "unit-add", KEEPER, READERS, method="post", status=302,
        data={"name": "Phòng Văn thư thử", "kind": "division", "since": "01/01/2026", "basis": "Quyết định số 2"},
        **UNIT,
    ),
    Entry(
        "appointment-create", KEEPER, READERS, method="post", status=302,
        data={"full_name": "Lê Thị Ví Dụ", "title": "Phó Giám đốc", "since": "01/01/2026"}, **UNIT,
    ),
    Entry(
        "appointment-end", KEEPER, READERS, method="post", status=302,
        data={"last_day": "31/12/2026", "reason": "Nghỉ hưu"}, **POST,
    ),
]  # fmt: skip
