"""Who may do what: notices and the rules of reminders. The notice is that of the head of office of commune A."""

from tests.contracts.entries import EVERYBODY, NOBODY, Entry, people

OFFICE_A = people("office_a")
RULE = {
    "days_before": "3, 1",
    "days_after": 1,
    "every_days": 7,
    "unit_head_days": 5,
    "giver_head_days": 9,
    "answer_days": 4,
}

FEED = people("office_a")
MAIL = {"rhythm": "daily", "address": "thu@example.vn", "weekday": 0, "hour": 7}

SEE = people("office_a clerk head chair inspector")
GIVER = people("head chair")

ENTRIES = [
    Entry("explanation-ask", SEE, at=lambda o: [o.late_assignment.pk]),
    Entry(
        "explanation-ask", GIVER, SEE - GIVER, method="post", status=302, data={"question": "Vì sao chậm"},
        at=lambda o: [o.late_assignment.pk],
    ),
    Entry("explanation-list", EVERYBODY),
    Entry("explanation-list", EVERYBODY, query="?tt=muon"),
    Entry("explanation-answer", SEE, at=lambda o: [o.explanation.pk]),
    Entry(
        "explanation-answer", OFFICE_A, SEE - OFFICE_A, method="post", status=302, data={"answer": "Chờ số liệu"},
        at=lambda o: [o.explanation.pk],
    ),
    Entry("mail-preference", EVERYBODY),
    Entry("mail-preference", EVERYBODY, method="post", status=302, data=MAIL),
    Entry("feed-list", EVERYBODY),
    Entry("feed-list", EVERYBODY, method="post", data={"unit": ""}),
    Entry("feed-revoke", FEED, method="post", status=302, at=lambda o: [o.calendar_feed.pk]),
    # The secret is the only key: whoever does not have it finds nothing, signed in or not.
    Entry("feed-read", NOBODY, anonymous=404, at=lambda o: [o.calendar_feed.pk, "khong-phai-khoa"]),
    Entry("notice-list", EVERYBODY),
    Entry("notice-open", OFFICE_A, method="post", status=302, at=lambda o: [o.notice.pk]),
    Entry("notice-read-all", EVERYBODY, method="post", status=302),
    Entry("reminder-rule", OFFICE_A, at=lambda o: [o.world.units["ubnd_a"].pk]),
    Entry("reminder-rule", OFFICE_A, method="post", status=302, data=RULE, at=lambda o: [o.world.units["ubnd_a"].pk]),
]  # fmt: skip
