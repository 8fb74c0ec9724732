"""Who may do what: the board. Everybody has one; it counts only what its reader may see."""

from tests.contracts.entries import EVERYBODY, Entry, people

READERS = people("clerk head chair inspector")
DOCUMENT = {"at": lambda objects: [objects.document.pk]}

ENTRIES = [
    Entry("board", EVERYBODY),
    Entry("board", EVERYBODY, query="?pv=tat-ca&man-hinh=1"),
    Entry("follow-up", READERS, **DOCUMENT),
    Entry("follow-up-file", READERS, at=lambda o: [o.document.pk, "docx"]),
    Entry("follow-up-file", READERS, at=lambda o: [o.document.pk, "pdf"]),
]
