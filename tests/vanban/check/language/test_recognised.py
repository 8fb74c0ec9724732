"""What was read from a picture is no certain slip of its author."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban.check.rule import Rule
from vanban.check.rules.spelling import RULES
from vanban.check.rules.structure import RULES as STRUCTURE_RULES
from vanban.check.subject import CheckedDocument
from vanban.results import Severity
from vanban.structure.document import read_structure
from vanban.structure.header import read_header
from vanban.types import Notice, NoticeCode

_BODY = """1. Sở Y tế kiễm tra tòan bộ nghành , đươc giao,, nhiệmj vụ ( nếu có ) của của xã. tổng hợp “một cửa.

1. Sở Xây dựng đẩy mạnh chuyên đổi số,bổ xung nền tàng; luuật, nhândân, nguyểp, l5, nguời, (nếu có.

3. Các xã

- Rà soát;

- Kiểm tra

- Đôn đốc.

- Tổng hợp; Và hoà giải, hòa bình, qui định."""
_CERTAIN = {"CH019", "CH020", "CH021", "CH022", "CH025", "CH026", "CH029", "CH031"}
"""Rules on what recognition does not bring about."""


def _checked(*, recognised: bool) -> CheckedDocument:
    read = document(f"{LETTERHEAD}\n{_BODY}\n\n{FOOT}")
    notices = (Notice(NoticeCode.RECOGNISED_TEXT, "Chữ do máy nhận dạng."),) if recognised else ()
    structure = read_structure(replace(read, notices=notices))
    return CheckedDocument(structure, read_header(structure))


@pytest.mark.parametrize("rule", [*RULES, *STRUCTURE_RULES], ids=lambda rule: rule.code)
def test_nothing_read_from_a_picture_is_an_error(rule: Rule) -> None:
    if rule.code not in _CERTAIN:
        assert {finding.severity for finding in rule.check(_checked(recognised=True))} <= {Severity.INFO}


def test_the_same_text_typed_has_errors() -> None:
    found = {
        finding.code
        for rule in RULES
        for finding in rule.check(_checked(recognised=False))
        if finding.severity != "info"
    }
    assert {"CH002", "CH003", "CH004", "CH005", "CH006", "CH007", "CH008", "CH009", "CH010", "CH011", "CH012"} <= found
