"""Which documents the rules of form speak about, and when they say that they cannot."""

from __future__ import annotations

from dataclasses import replace

from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.needs import Need
from vanban.check.report import CheckReport, Outcome
from vanban.check.rule import Scope, Status
from vanban.check.rules import layout, party_layout
from vanban.check.runner import check_document
from vanban.check.settings import Settings
from vanban.types import Notice, NoticeCode, ReadDocument

RULES = (*layout.RULES, *party_layout.RULES)
BODY = "1. Sở Y tế rà soát cơ số thuốc của các trạm y tế xã."
PARTY = """TỈNH ỦY LẠC GIANG
*

Số 12-CV/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Lạc Giang, ngày {}

Kính gửi: Đảng ủy Sở Y tế,

1. Rà soát cơ số thuốc./.

Nơi nhận:

- Như trên;
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn Mẫu
"""


def report(read: ReadDocument) -> CheckReport:
    return check_document(api.understand(read), rules=RULES, settings=Settings(preview=True))


def outcomes(found: CheckReport, outcome: Outcome) -> set[str]:
    return {one.code for one in found.outcomes if one.outcome is outcome}


def letter(text: str = BODY) -> str:
    return f"{LETTERHEAD}\n{text}\n\n{FOOT}"


def test_a_text_file_says_that_its_look_cannot_be_checked() -> None:
    looks = {rule.code for rule in layout.RULES if Need.LAYOUT in rule.needs}
    assert outcomes(report(document(letter())), Outcome.NOT_CHECKABLE) == looks


def test_a_document_older_than_the_decree_is_not_measured_by_it() -> None:
    found = report(document(letter().replace("năm 2026", "năm 2019").replace("ngày 05", "ngày 5")))
    assert found.findings == ()
    assert outcomes(found, Outcome.NOT_MEANT) == {rule.code for rule in RULES} - {"TD001", "TD002"}


def test_rules_of_the_other_side_are_not_meant() -> None:
    state = report(document(letter()))
    party = report(document(PARTY.format("05 tháng 6 năm 2026")))
    assert outcomes(state, Outcome.NOT_MEANT) == {rule.code for rule in party_layout.RULES}
    ran = outcomes(party, Outcome.CHECKED)
    assert ran >= {"TL003", "TL012", "TL013"}
    assert not ran & {rule.code for rule in layout.RULES if rule.scope is Scope.STATE}


def test_the_guide_of_the_day_is_the_one_that_counts() -> None:
    codes = {
        day: {finding.code for finding in report(document(PARTY.format(day))).findings}
        for day in ("26 tháng 5 năm 2026", "27 tháng 5 năm 2026")
    }
    assert codes == {"26 tháng 5 năm 2026": {"TL014"}, "27 tháng 5 năm 2026": {"TL012"}}


def test_signs_of_text_recognised_in_pictures_are_not_judged() -> None:
    slips = (
        letter().replace("Số:", "Số").replace("Độc lập - Tự do", "Độc lập—Tự do").replace("- Như trên;", "- Như trên")
    )
    read = document(slips)
    assert {finding.code for finding in report(read).findings} >= {"TD005", "TD006", "TD023"}
    scanned = replace(read, notices=(Notice(NoticeCode.RECOGNISED_TEXT, "Bản quét."),))
    assert report(scanned).findings == ()


def test_acts_of_the_national_assembly_have_rules_of_their_own() -> None:
    act = letter().replace("125/UBND-TH", "105/2025/UBTVQH15").replace("- Như trên;", "- Như trên")
    assert report(document(act)).findings == ()


def test_what_sources_do_not_agree_on_is_in_preview() -> None:
    assert {rule.code for rule in RULES if rule.status is Status.PREVIEW} == {"TL025", "TL029"}


def test_every_rule_of_form_names_its_basis() -> None:
    assert [rule.code for rule in RULES if not rule.basis] == []
