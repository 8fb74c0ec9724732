"""Who may do what: notices and the rules of reminders. The notice is that of the head of office of commune A."""

from tests.contracts.entries import EVERYBODY, Entry, people

OFFICE_A = people("office_a")
RULE = {"days_before": "3, 1", "days_after": 1, "every_days": 7, "unit_head_days": 5, "giver_head_days": 9}

ENTRIES = [
    Entry("notice-list", EVERYBODY),
    Entry("notice-open", OFFICE_A, method="post", status=302, at=lambda o: [o.notice.pk]),
    Entry("notice-read-all", EVERYBODY, method="post", status=302),
    Entry("reminder-rule", OFFICE_A, at=lambda o: [o.world.units["ubnd_a"].pk]),
    Entry("reminder-rule", OFFICE_A, method="post", status=302, data=RULE, at=lambda o: [o.world.units["ubnd_a"].pk]),
]
