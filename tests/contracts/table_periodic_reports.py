"""Who may do what: periodic reports. The round is the province's; the report meant first is commune A's, being filled
in; the one that was sent is the department of home affairs'."""

from __future__ import annotations

from typing import Any

from tests.contracts.entries import EVERYBODY, Entry, people
from tests.contracts.objects import Objects

FOLLOW = people("clerk head chair inspector")
COLLECT = people("head")
COLLECTORS = people("clerk head chair inspector snv_head office_a office_b party_clerk party_a")
"""Everybody who follows rounds of their own unit, and so may open its empty lists."""
OWN = people("office_a servant_a")
SEE = OWN | FOLLOW
SNV = people("snv_head snv_servant")
_DAY = {"due_on": "31/12/2099", "reason": "Mưa lũ"}


def _report(objects: Objects, *more: Any) -> list[Any]:
    return [objects.report.pk, *more]


def _sent(objects: Objects, *more: Any) -> list[Any]:
    return [objects.report_sent.pk, *more]


def _form(objects: Objects) -> dict[str, Any]:
    """The form of a draft, with one section."""
    version = objects.report_draft
    return {
        "edits": version.edits, "title": "Báo cáo thử", "subject": "Kết quả", "period_kind": "report_month",
        "unit_name": "Xã", "unit_days": 2, "unit_signer": "CHỦ TỊCH", "joint_days": 5, "joint_signer": "CHỦ TỊCH",
        "so-TOTAL_FORMS": 0, "so-INITIAL_FORMS": 0, "muc-TOTAL_FORMS": 1, "muc-INITIAL_FORMS": 0,
        "muc-0-label": "Kết quả", "muc-0-code": "ket-qua",
    }  # fmt: skip


def _definition(objects: Objects) -> list[Any]:
    return [objects.report_version.definition_id]


def _draft(objects: Objects) -> list[Any]:
    return [objects.report_draft.pk]


ENTRIES = [
    Entry("report-list", EVERYBODY),
    Entry("report-detail", SEE, at=_report),
    Entry("report-detail", SNV | FOLLOW, at=_sent),
    Entry("report-figure", OWN, at=lambda o: _report(o, "ho")),
    Entry("report-figure", SNV | FOLLOW, at=lambda o: _sent(o, "ho")),
    Entry(
        "report-figure-save", OWN, FOLLOW, method="post", data={"value": "12", "edits": "0"},
        at=lambda o: _report(o, "ho"),
    ),
    Entry(
        "report-text-save", OWN, FOLLOW, method="post", data={"text": "Kết quả", "edits": "0"},
        at=lambda o: _report(o, "ket-qua"),
    ),
    # Whoever fills the joint report in takes texts into it; what is meant was not sent, so nobody finds it.
    Entry(
        "report-source-take", people(""), SEE - OWN, method="post",
        at=lambda o: [o.report.pk, "ket-qua", o.report.pk],
    ),
    # Nothing is said of a figure that is not there.
    Entry(
        "report-sentence-take", people(""), SEE - OWN, method="post",
        at=lambda o: [o.report.pk, "ket-qua", "khong-co"],
    ),
    Entry(
        "report-aside-settle", OWN, FOLLOW, method="post", status=302, data={"use": "1"},
        at=lambda o: [o.report_aside.section.report_id, o.report_aside.pk],
    ),
    Entry("report-refresh", OWN, FOLLOW, method="post", status=302, at=_report),
    Entry("report-step", COLLECT, SNV | FOLLOW - COLLECT, method="post", status=302, at=lambda o: _sent(o, "accept")),
    Entry(
        "report-step", SNV, FOLLOW, method="post", status=302, data={"reason": "Đính chính"},
        at=lambda o: _sent(o, "recall"),
    ),
    Entry("report-due", COLLECT, SEE - COLLECT, method="post", status=302, data=_DAY, at=_report),
    Entry("report-version", SNV | FOLLOW, at=lambda o: _sent(o, 1)),
    Entry("report-changes", SNV | FOLLOW, at=_sent),
    Entry("report-file", SNV | FOLLOW, at=lambda o: _sent(o, "docx")),
    Entry("report-file", OWN, at=lambda o: _report(o, "xlsx")),
    Entry("round-list", COLLECTORS, rest=403),
    Entry("round-detail", FOLLOW, at=lambda o: [o.report_round.pk]),
    Entry("round-urge", COLLECT, FOLLOW - COLLECT, method="post", status=302, at=lambda o: [o.report_round.pk]),
    Entry("round-file", FOLLOW, at=lambda o: [o.report_round.pk]),
    Entry("definition-list", COLLECTORS, rest=403),
    Entry("definition-new", people("head snv_head office_a office_b party_a"), rest=403),
    Entry("definition-detail", FOLLOW, at=_definition),
    Entry("definition-revise", COLLECT, FOLLOW - COLLECT, method="post", status=302, at=_definition),
    Entry("round-open", COLLECT, FOLLOW - COLLECT, at=_definition),
    Entry("definition-version", COLLECT, FOLLOW - COLLECT, at=_draft),
    Entry("definition-version", COLLECT, FOLLOW - COLLECT, method="post", status=302, data=_form, at=_draft),
]  # fmt: skip
