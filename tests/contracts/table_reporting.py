"""Who may do what: the board. Everybody has one; it counts only what its reader may see."""

from tests.contracts.entries import EVERYBODY, Entry

ENTRIES = [
    Entry("board", EVERYBODY),
    Entry("board", EVERYBODY, query="?pv=tat-ca&man-hinh=1"),
]
