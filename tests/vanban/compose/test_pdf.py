"""The .pdf: words only as data, fonts embedded, a process that can be lost."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.vanban.compose.contents import report
from tests.vanban.compose.generated import wild_documents

from vanban.api import compose_pdf
from vanban.compose.fonts import FontsMissing
from vanban.compose.model import Content, Paragraph
from vanban.compose.pdf import press as press_module
from vanban.compose.pdf.press import NotComposed, Press
from vanban.compose.setting import set_content


@pytest.fixture(scope="module")
def press() -> Press:
    """One process for all tests of this file."""
    with Press() as opened:
        yield opened


def shown(pdf: bytes) -> str:
    """The words on all pages, one space between them."""
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


@pytest.mark.parametrize(
    "text",
    ["#import \"/sheet.json\"", "#read(\"/etc/passwd\")", "$x^2$", "*đậm* _nghiêng_ `mã`", "#{1/0}", "= Đề mục",
     "\\u{41} \\ <a> @b", "// chú thích", "#sys.inputs", "~ -- --- ..."],
)  # fmt: skip
def test_markup_is_only_text(text: str, press: Press) -> None:
    content = replace(report(), body=(Paragraph(f"Bắt đầu {text} kết thúc."),), annexes=())
    assert f"Bắt đầu {text} kết thúc" in shown(compose_pdf(content, press=press))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=wild_documents())
def test_any_text_can_be_set(content: Content, press: Press) -> None:
    assert "Nơi nhận:" in shown(compose_pdf(content, press=press))


def test_typeface_is_embedded_and_the_only_one(press: Press) -> None:
    pdf = compose_pdf(report(), press=press)
    assert b"Tinos" in pdf
    assert b"/FontFile2" in pdf or b"/FontFile3" in pdf or b"/ObjStm" in pdf
    faces = set()
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for object_ in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)):
            font = pypdfium2.raw.FPDFTextObj_GetFont(object_)
            assert pypdfium2.raw.FPDFFont_GetIsEmbedded(font) == 1
            faces.add(pypdfium2.raw.FPDFFont_GetWeight(font))
        text.close()
    assert len(faces) >= 1


def test_dated_document_is_made_for_the_archive_and_a_draft_is_not(press: Press) -> None:
    draft = replace(report(), header=replace(report().header, date=None, number=""))
    assert b"pdfaid" in compose_pdf(report(), press=press)
    assert b"pdfaid" not in compose_pdf(draft, press=press)


def test_sign_that_the_typeface_lacks_is_named(press: Press) -> None:
    with pytest.raises(NotComposed, match=r"không có ký tự “水” \(U\+6C34\)"):
        compose_pdf(replace(report(), subject="Về 水"), press=press)
    assert compose_pdf(report(), press=press)


def test_sign_that_the_typeface_lacks_may_become_a_box(press: Press) -> None:
    strange = replace(report(), subject="Về 水 và 👍🏽", body=(Paragraph("Đã hỗ trợ 12 hộ 😀."),), annexes=())
    words = shown(compose_pdf(strange, press=press, is_lenient=True))
    assert "Đã hỗ trợ 12 hộ □." in words
    assert "Về □ và □" in words


@given(st.characters(codec="utf-8"))
@example("\U0001f3fb")
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_sign_is_set_or_named(press: Press, sign: str) -> None:
    try:
        compose_pdf(replace(report(), subject=f"Về {sign}"), press=press)
    except NotComposed as error:
        assert f"U+{ord(sign):04X}" in error.message


def test_lost_process_is_replaced() -> None:
    with Press() as opened:
        assert opened.pdf(set_content(report()))
        opened._process.send_signal(signal.SIGKILL)
        opened._process.wait()
        assert opened.pdf(set_content(report()))


def test_process_that_takes_too_long_is_given_up() -> None:
    with Press(time_limit=0.001) as opened, pytest.raises(NotComposed, match="thời gian cho phép"):
        opened.pdf(set_content(report()))


def test_process_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o700)
    monkeypatch.setattr(press_module.sys, "executable", str(broken))
    with Press() as opened, pytest.raises(NotComposed):
        opened.pdf(set_content(report()))


def test_missing_fonts_are_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("vanban.compose.fonts.FONT_FOLDER", tmp_path)
    with pytest.raises(FontsMissing, match="make setup"):
        Press()


def test_same_content_gives_same_bytes(press: Press) -> None:
    assert compose_pdf(report(), press=press) == compose_pdf(report())
