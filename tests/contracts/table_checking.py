"""Who may do what: the rules of the proofreader. Everybody signed in reads them, administrators switch them."""

from tests.contracts.entries import EVERYBODY, Entry, people

CONFIGURE = people("admin")
RULE = {"at": lambda _objects: ["SL001"]}

ENTRIES = [
    Entry("rule-list", EVERYBODY),
    Entry("rule-detail", EVERYBODY, **RULE),
    Entry(
        "rule-switch", CONFIGURE, EVERYBODY - CONFIGURE, method="post", status=302,
        data={"off": "1", "reason": "Thử nghiệm tại tỉnh"}, **RULE,
    ),
]  # fmt: skip
