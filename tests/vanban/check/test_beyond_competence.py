"""Leads against a catalogue of competence; what the catalogue does not know is neither right nor wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.competence import CatalogueInMemory, CompetenceEntry
from vanban.check.report import CheckReport, Outcome
from vanban.check.rules.clarity.beyond_competence import RULE
from vanban.check.runner import check_document

_ENTRY = CompetenceEntry(
    "xây dựng", "cấp giấy phép xây dựng công trình cấp II", ("giấy phép", "công trình cấp II"), ("Sở Xây dựng",),
    "Quyết định số 9/QĐ-UBND của Ủy ban nhân dân tỉnh", date(2026, 1, 1), date(2026, 12, 31),
)  # fmt: skip
_PERMIT = "1. Ủy ban nhân dân xã Vàm Lúa Mẫu cấp giấy phép xây dựng công trình cấp II trước ngày 15/4/2026."


def _report(body: str, *entries: CompetenceEntry, decomposed: bool = False) -> CheckReport:
    known = api.understand(document(f"{LETTERHEAD}\n{body}\n\n{FOOT}", decomposed=decomposed))
    return check_document(replace(known, catalogue=CatalogueInMemory(entries)), rules=[RULE])


@pytest.mark.parametrize("decomposed", [False, True])
def test_a_body_without_the_competence_is_reported_with_its_basis(*, decomposed: bool) -> None:
    (finding,) = _report(_PERMIT, _ENTRY, decomposed=decomposed).findings
    assert finding.text.startswith("Ủy ban nhân dân xã")
    assert "Sở Xây dựng" in finding.message
    assert _ENTRY.basis in finding.message


@pytest.mark.parametrize(
    ("body", "entry"),
    [
        ("1. Sở Xây dựng cấp giấy phép xây dựng công trình cấp II trước ngày 15/4/2026.", _ENTRY),
        (_PERMIT, replace(_ENTRY, delegated_to=("UBND xã Vàm Lúa Mẫu",))),
        (_PERMIT, replace(_ENTRY, valid_to=date(2026, 2, 1))),
        (_PERMIT, replace(_ENTRY, valid_from=date(2026, 6, 1))),
        ("1. Ủy ban nhân dân xã Vàm Lúa Mẫu lập danh sách hộ nghèo trước ngày 15/4/2026.", _ENTRY),
    ],
)
def test_holders_delegates_other_times_and_other_acts_are_left(body: str, entry: CompetenceEntry) -> None:
    assert _report(body, entry).findings == ()


def test_without_an_entry_nothing_is_judged() -> None:
    seen = _report(_PERMIT).outcomes[0].seen
    assert seen is not None
    assert (seen.seen, seen.judged) == (1, 0)


def test_without_a_catalogue_there_is_no_ground() -> None:
    known = api.understand(document(f"{LETTERHEAD}\n{_PERMIT}\n\n{FOOT}"))
    outcome = check_document(known, rules=[RULE]).outcomes[0]
    assert outcome.outcome is Outcome.NOT_CHECKABLE
    assert outcome.why.startswith("chưa có căn cứ")
