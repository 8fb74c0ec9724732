"""Who may do what: the frame, signing in, accounts and the history."""

from tests.contracts.entries import EVERYBODY, NOBODY, Entry, people

OWN_AND_ADMIN = people("clerk admin")
REASON = {"reason": "Theo đề nghị của đơn vị"}
# The account of the clerk stands for all accounts: its owner sees it, the administrator keeps it.
ACCOUNT = {"at": lambda objects: [objects.world.users["clerk"].pk]}

ENTRIES = [
    # The frame and the way in are open to everybody, signed in or not.
    Entry("theme-switch", EVERYBODY, method="post", status=302, anonymous=302),
    Entry("presence", EVERYBODY, status=204, anonymous=204),
    Entry("search", EVERYBODY, query="?q=noi+vu"),
    Entry("palette", EVERYBODY, query="?q=noi+vu"),
    Entry("sign-in", EVERYBODY, anonymous=200),
    Entry("sign-in-code", EVERYBODY, status=302, anonymous=302),
    Entry("sign-out", EVERYBODY, method="post", status=302, anonymous=302),
    Entry("lock", EVERYBODY, method="post", status=204, anonymous=204),
    Entry("unlock", NOBODY, method="post", rest=403, anonymous=403, data={"password": "sai"}),
    # One's own account.
    Entry("password-change", EVERYBODY),
    Entry("second-factor", EVERYBODY),
    Entry("acting-unit", EVERYBODY, method="post", status=302),
    Entry("token-list", EVERYBODY),
    Entry(
        "token-revoke", people("clerk"), method="post", status=302, at=lambda objects: [objects.token.pk]
    ),
    # The accounts of others.
    Entry("user-list", people("admin"), rest=403),
    Entry("user-create", people("admin"), rest=403),
    Entry("user-detail", OWN_AND_ADMIN, **ACCOUNT),
    Entry(
        "user-reset", people("admin"), people("clerk"), method="post", status=302,
        data={"password": "Mat-khau-moi-2026"}, **ACCOUNT,
    ),
    Entry(
        "user-state", people("admin"), people("clerk"), method="post", status=302,
        data={"active": "0", "reason": "Nghỉ hưu"}, **ACCOUNT,
    ),
    Entry(
        "grant-create", people("admin"), people("clerk"), method="post", status=302,
        data=lambda objects: {
            "role": "clerk", "unit": objects.world.units["snv"].pk, "domain": "state", "basis": "Quyết định số 1",
        },
        **ACCOUNT,
    ),
    Entry("grant-end", OWN_AND_ADMIN, at=lambda objects: [objects.grant.pk]),
    Entry(
        "grant-end", people("admin"), people("clerk"), method="post", status=302, data=REASON,
        at=lambda objects: [objects.grant.pk],
    ),
    Entry("event-list", people("inspector admin"), rest=403),
]  # fmt: skip
