"""Who may do what: comments. The one meant was said by the head of office of commune A to both sides, the other to its
own side alone."""

from tests.contracts.entries import Entry, people
from tests.contracts.table_tasks import ASSIGNMENT, SEE_ASSIGNMENT

OWN_SIDE = people("office_a")
# An inspector looks and does not join in.
SPEAK = SEE_ASSIGNMENT - people("inspector")
COMMENT = {"at": lambda objects: [objects.comment.pk]}
OWN_COMMENT = {"at": lambda objects: [objects.own_comment.pk]}
FILE = {"at": lambda objects: [objects.comment.pk, 1]}
OWN_FILE = {"at": lambda objects: [objects.own_comment.pk, 1]}
WORDS = {"text": "Đã lập xong danh mục"}

ENTRIES = [
    Entry("comment-list", SEE_ASSIGNMENT, **ASSIGNMENT),
    Entry("comment-names", SEE_ASSIGNMENT, query="?q=a", **ASSIGNMENT),
    Entry("comment-names", OWN_SIDE, query="?q=a&pham-vi=body", **ASSIGNMENT),
    Entry(
        "comment-write", SPEAK, SEE_ASSIGNMENT - SPEAK, method="post", status=302, data={**WORDS, "scope": "both"},
        **ASSIGNMENT,
    ),
    Entry("comment-edit", OWN_SIDE, SEE_ASSIGNMENT - OWN_SIDE, method="post", status=302, data=WORDS, **COMMENT),
    Entry("comment-withdraw", OWN_SIDE, SEE_ASSIGNMENT - OWN_SIDE, method="post", status=302, **COMMENT),
    Entry("comment-file", SEE_ASSIGNMENT, **FILE),
    # What is said on one side does not exist for the other.
    Entry("comment-edit", OWN_SIDE, method="post", status=302, data=WORDS, **OWN_COMMENT),
    Entry("comment-withdraw", OWN_SIDE, method="post", status=302, **OWN_COMMENT),
    Entry("comment-file", OWN_SIDE, **OWN_FILE),
]  # fmt: skip
