"""The prescribed forms: what stands in them, for whom, and that taking them out is on record."""

from __future__ import annotations

import datetime as dt
import io
import unicodedata

import docx
import pytest
from python_calamine import CalamineWorkbook
from tests.factories.appraisals import FULL_POINTS, make_rating, make_rating_round, make_sheet, own_line, set_score
from tests.factories.assignments import post_of
from tests.personas import World

from sauro.access.actor import Actor
from sauro.appraisals import events
from sauro.appraisals.enums import LevelChoice
from sauro.appraisals.models import OwnLevel, Sheet
from sauro.appraisals.services.own_data import own_data_file
from sauro.appraisals.services.own_levels import state_own_level
from sauro.appraisals.services.papers import (
    RatingPaper,
    RoundPaper,
    own_year_file,
    rating_file,
    round_file,
    sheet_file,
)
from sauro.appraisals.services.scoring import score_sheets
from sauro.audit.models import AuditEvent
from sauro.common.errors import DomainError, NotVisible
from sauro.documents.services.composing import PaperKind

SERVANT = "Đỗ Văn Mẫu"
MONTH = dt.date(2026, 10, 1)


def words_of(data: bytes) -> str:
    """All words of a .docx, those in tables too, one paragraph or cell on a line."""
    file = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return unicodedata.normalize("NFC", "\n".join([*(one.text for one in file.paragraphs), *cells])).replace(
        "\xa0", " "
    )


def filled(**columns: object) -> Sheet:
    """A sheet with one product, own points, and words of both."""
    held = {
        "own_points": FULL_POINTS, "own_note": unicodedata.normalize("NFD", "Làm tốt"), "own_shortcomings": "Còn chậm",
        "comment": "Nhất trí", "confirmed_by_name": "Võ Thị Thử", "points": FULL_POINTS | {"I.1": "4"},
    }  # fmt: skip
    sheet = make_sheet(post_of(SERVANT), MONTH, **held, **columns)
    own_line(sheet, is_done=True, kind="planned")
    Sheet.objects.filter(pk=sheet.pk).update(assigned=10_000, done=10_000, quality=1_000_000, progress=1_000_000)
    score_sheets([sheet.pk])
    return sheet


def person(world: World) -> Actor:
    return world.actor("snv_servant")


def test_form_of_a_month_is_filled_from_the_sheet(world: World) -> None:
    data, name = sheet_file(actor=person(world), sheet_id=filled().pk, kind=PaperKind.DOCX)
    words = words_of(data)
    assert name == "phieu-10-2026-do-van-mau.docx"
    for expected in (
        "Mẫu số 01", "PHIẾU THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC", "tháng 10/2026", SERVANT, "Làm tốt", "Còn chậm", "Nhất trí",
        "Trực tiếp dân", "Võ Thị Thử", "Phiếu chưa chốt",
    ):  # fmt: skip
        assert expected in words, expected
    lines = words.splitlines()
    total = lines.index("Tổng điểm tiêu chí chung")
    assert lines[total + 1 : total + 4] == ["30", "30", "29"]
    score = lines.index("Tổng điểm theo dõi, đánh giá")
    assert lines[score + 1 : score + 3] == ["100,00", "99,00"]


@pytest.mark.parametrize(
    ("subject", "title"),
    [("public_employee", "ĐÁNH GIÁ VIÊN CHỨC"), ("cadre", "ĐÁNH GIÁ CÁN BỘ")],
)
def test_form_is_named_after_whom_it_is_about(world: World, subject: str, title: str) -> None:
    settings = {"public_employee": "nd-233-2026", "cadre": "qd-366-2025"}
    sheet = make_sheet(post_of(SERVANT), MONTH, subject=subject, settings={"rules": settings[subject], "given": {}})
    words = words_of(sheet_file(actor=person(world), sheet_id=sheet.pk, kind=PaperKind.DOCX)[0])
    assert title in words and "Mẫu số 01" not in words


def test_whoever_takes_out_a_form_leaves_that_on_record(world: World) -> None:
    sheet = filled()
    sheet_file(actor=world.actor("snv_head"), sheet_id=sheet.pk, kind=PaperKind.PDF)
    event = AuditEvent.objects.get(code=events.SHEET_PRINTED.code)
    assert event.object_id == sheet.pk and event.actor_user_id == world.users["snv_head"].pk
    with pytest.raises(NotVisible):
        sheet_file(actor=world.actor("office_b"), sheet_id=sheet.pk, kind=PaperKind.DOCX)


def test_own_level_stands_in_the_form_until_the_year_is_decided(world: World) -> None:
    set_score(filled(), "91")
    state_own_level(actor=person(world), year=2026, level=LevelChoice.TOT)
    stated = state_own_level(actor=person(world), year=2026, level=LevelChoice.XS, note="Đã học thêm")
    assert OwnLevel.objects.get() == stated and stated.level == "XS"
    words = words_of(own_year_file(actor=person(world), year=2026, kind=PaperKind.DOCX)[0])
    assert "Mẫu số 02" in words and "91,00" in words and "Đã học thêm" in words and "Quý IV" in words
    found = make_rating_round(world.units["snv"], state="decided", decision="99/QĐ-SNV", decided_on=MONTH)
    make_rating(found, post_of(SERVANT), level="TOT")
    with pytest.raises(DomainError) as error:
        state_own_level(actor=person(world), year=2026, level=LevelChoice.XS)
    assert error.value.code == "round-decided"
    assert "99/QĐ-SNV" in words_of(own_year_file(actor=person(world), year=2026, kind=PaperKind.DOCX)[0])


def test_nobody_states_a_level_without_a_sheet_or_ahead_of_time(world: World) -> None:
    for year, code in ((2026, "no-sheet"), (2099, "year-ahead")):
        with pytest.raises(DomainError) as error:
            state_own_level(actor=person(world), year=year, level=LevelChoice.TOT)
        assert error.value.code == code
    with pytest.raises(DomainError):
        own_year_file(actor=person(world), year=2026, kind=PaperKind.DOCX)


def test_papers_of_a_round(world: World) -> None:
    set_score(filled(), "85")
    state_own_level(actor=person(world), year=2026, level=LevelChoice.XS)
    found = make_rating_round(world.units["snv"], minutes="Họp ngày 09/12", opinion="Nhất trí")
    rating = make_rating(found, post_of(SERVANT))
    head = world.actor("snv_head")
    minutes = words_of(round_file(actor=head, round_id=found.pk, paper=RoundPaper.MINUTES, kind=PaperKind.DOCX)[0])
    assert "Họp ngày 09/12" in minutes and "Hoàn thành xuất sắc nhiệm vụ" in minutes and SERVANT in minutes
    decision = words_of(round_file(actor=head, round_id=found.pk, paper=RoundPaper.DECISION, kind=PaperKind.DOCX)[0])
    assert "[chưa quyết định]" in decision and SERVANT in decision and "85" not in decision
    with pytest.raises(DomainError) as error:
        rating_file(actor=head, rating_id=rating.pk, paper=RatingPaper.NOTICE, kind=PaperKind.DOCX)
    assert error.value.code == "not-decided"
    form = words_of(rating_file(actor=head, rating_id=rating.pk, paper=RatingPaper.FORM, kind=PaperKind.DOCX)[0])
    assert "Mẫu số 02" in form and "85,00" in form


def test_notice_tells_the_level_and_no_points(world: World) -> None:
    found = make_rating_round(world.units["snv"], state="decided", decision="99/QĐ-SNV", decided_on=MONTH)
    rating = make_rating(found, post_of(SERVANT), level="TOT")
    words = words_of(
        rating_file(actor=person(world), rating_id=rating.pk, paper=RatingPaper.NOTICE, kind=PaperKind.DOCX)[0]
    )
    assert "hoàn thành tốt nhiệm vụ" in words and "99/QĐ-SNV" in words and "07 ngày làm việc" in words
    assert "85" not in words


def test_own_data_hold_the_work_the_reckoning_and_who_looked(world: World) -> None:
    sheet = filled()
    sheet_file(actor=world.actor("snv_head"), sheet_id=sheet.pk, kind=PaperKind.DOCX)
    state_own_level(actor=person(world), year=2026, level=LevelChoice.TOT, note="Năm nhiều việc (mẫu)")
    file, name = own_data_file(actor=person(world), year=2026)
    book = CalamineWorkbook.from_filelike(file)
    assert name == "danh-gia-cua-toi-2026.xlsx" and len(book.sheet_names) == 8
    cells = {
        title: [cell for row in book.get_sheet_by_name(title).to_python() for cell in row] for title in book.sheet_names
    }
    assert "Trực tiếp dân" in cells["Việc"] and "Nhất trí" in cells["Phiếu"]
    assert any("Điều 14" in str(cell) for cell in cells["Cách tính"])
    assert "I.2 Kỷ luật, kỷ cương" in cells["Tiêu chí chung"] and 2.5 in cells["Tiêu chí chung"]
    assert "Năm nhiều việc (mẫu)" in cells["Tự xếp loại, kiến nghị"]
    assert world.actor("snv_head").name in cells["Ai đã xem"]
