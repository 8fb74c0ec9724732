"""A report as a value: written, read again, hashed and compared."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from sauro.periodic_reports.comparing import difference
from sauro.periodic_reports.content import (
    FigureLine,
    Part,
    ReportContent,
    SectionLine,
    SourceText,
    Standing,
    as_number,
    as_text,
    digest_of,
    from_json,
    to_json,
)

PART = Part("r1", "UBND xã A Thử", "XA.UBND", 1, "0" * 64, Decimal(7))
LINE = FigureLine(
    "ho", "Hộ", "hộ", "sum", Decimal("7.5"), "changed", Decimal(7), "Đếm lại", "tasks.given", ("NV-2026-000001",),
    Decimal(1), Decimal(2), 1, (PART,),
)  # fmt: skip
SOURCE = SourceText("r1", "UBND xã A Thử", "XA.UBND", 1, "0" * 64, "Đã làm xong phần của xã")
CONTENT = ReportContent(
    code="BC-2026-000001", definition="Báo cáo tháng", version=1, subject="Kết quả", basis="", label="tháng 11/2026",
    first=dt.date(2026, 10, 15), last=dt.date(2026, 11, 14), unit="UBND tỉnh Lạc Giang", unit_code="T.UBND",
    receiver="", signer_title="CHỦ TỊCH", is_joint=True, figures=(LINE,),
    sections=(SectionLine("kq", "Kết quả", "Đã xong", (SOURCE,)),),
    standings=(Standing("UBND xã A Thử", "XA.UBND", "late", dt.date(2026, 11, 18), dt.date(2026, 11, 19)),
               Standing("UBND phường B Thử", "XB.UBND", "missing", dt.date(2026, 11, 18))),
)  # fmt: skip


def test_a_frozen_report_is_read_again_as_it_was() -> None:
    held = json.loads(json.dumps(to_json(CONTENT), ensure_ascii=False))
    assert from_json(held) == CONTENT
    assert digest_of(held) == digest_of(to_json(CONTENT))


def test_whatever_changes_changes_the_digest() -> None:
    digests = {
        digest_of(to_json(one))
        for one in (
            CONTENT,
            replace(CONTENT, label="tháng 12/2026"),
            replace(CONTENT, figures=(replace(LINE, value=Decimal("7.6")),)),
            replace(CONTENT, figures=(replace(LINE, rows=()),)),
            replace(CONTENT, sections=()),
            replace(CONTENT, standings=()),
        )
    }
    assert len(digests) == 6


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown form"):
        from_json({**to_json(CONTENT), "form": 99})


@pytest.mark.parametrize(
    ("number", "text"),
    [("7.5000", "7.5"), ("100", "100"), ("1E+3", "1000"), ("-0.0500", "-0.05"), ("0", "0"), ("1200.00", "1200")],
)
def test_numbers_are_kept_as_text_that_reads_back(number: str, text: str) -> None:
    assert as_text(Decimal(number)) == text
    assert as_number(text) == Decimal(number)
    assert as_text(None) is None


def test_difference_says_what_changed_and_nothing_else() -> None:
    assert not difference(CONTENT, CONTENT)
    other = replace(PART, report="r2", unit="UBND phường B Thử", unit_code="XB.UBND", value=Decimal(3))
    line = replace(LINE, value=Decimal(9), rows=("NV-2026-000002",), parts=(replace(PART, value=Decimal(6)), other))
    after = replace(CONTENT, figures=(line,), sections=(replace(CONTENT.sections[0], text="Đã xong hết"),))
    found = difference(CONTENT, after)
    (figure,) = found.figures
    assert (figure.label, figure.before, figure.after) == ("Hộ", Decimal("7.5"), Decimal(9))
    assert (figure.gone, figure.come) == (("NV-2026-000001",), ("NV-2026-000002",))
    assert figure.units == (
        ("UBND xã A Thử", Decimal(7), Decimal(6)),
        ("UBND phường B Thử", None, Decimal(3)),
    )
    (text,) = found.texts
    assert (text.label, text.before, text.after) == ("Kết quả", "Đã xong", "Đã xong hết")


def test_what_only_one_form_has_is_a_change() -> None:
    found = difference(CONTENT, replace(CONTENT, figures=(), sections=()))
    assert [(one.before, one.after) for one in found.figures] == [(Decimal("7.5"), None)]
    assert [(one.before, one.after) for one in found.texts] == [("Đã xong", "")]
