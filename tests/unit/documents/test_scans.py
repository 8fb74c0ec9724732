"""Scans at the door: recognised page by page, a mark of secrecy stops them at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typst
from pytest_django.fixtures import Settings
from tests.factories.scans import ORDER, PAGE, scanned
from tests.vanban.readers.scans import grey_page, needs_tesseract, png

from sauro.documents.quarantine import quarantined
from sauro.documents.reader_purpose import Purpose
from sauro.documents.secrecy import Level, Place, SecrecyMark
from sauro.documents.services.reading import ReadFile, Unreadable, _last_line, read_quarantined

pytestmark = pytest.mark.django_db


def read(data: bytes, name: str = "a.pdf", purpose: Purpose = Purpose.READ) -> ReadFile | SecrecyMark:
    with quarantined([data], name=name) as upload:
        return read_quarantined(upload, purpose=purpose)


@needs_tesseract
def test_scan_is_read_with_its_tasks_and_a_notice(quarantine_folder: Path) -> None:
    found = read(scanned(ORDER))
    assert isinstance(found, ReadFile)
    assert (found.media_type, found.reader) == ("application/pdf", "pdf/1+ocr/1")
    assert [notice["code"] for notice in found.notices] == ["recognised-text"]
    assert [task["leads"] for task in found.extraction["tasks"]] == [["Sở Nội vụ"]]
    assert found.extraction["tasks"][0]["confidence"] < 0.9
    assert list(quarantine_folder.iterdir()) == []


@needs_tesseract
@pytest.mark.parametrize("purpose", [Purpose.READ, Purpose.CHECK])
def test_mark_on_a_scan_is_told_without_a_word_of_it(purpose: Purpose) -> None:
    found = read(scanned(f"#text(size: 18pt)[*TỐI MẬT*]\n\n{ORDER}", ORDER), purpose=purpose)
    assert isinstance(found, SecrecyMark)
    assert (found.level, found.place) == (Level.HIGHLY, Place.STAMP)


@needs_tesseract
def test_scan_of_too_many_pages_is_refused_with_both_numbers(settings: Settings) -> None:
    settings.SCAN_PAGES = 1
    with pytest.raises(Unreadable) as refused:
        read(scanned("Giao Sở Nội vụ.", "Hai."))
    assert refused.value.code == "long-scan"
    assert "có 2 trang" in refused.value.message
    assert "tối đa 1 trang" in refused.value.message


@needs_tesseract
def test_scan_that_is_only_stored_is_looked_at_on_its_first_pages() -> None:
    with pytest.raises(Unreadable) as refused:
        read(scanned("Một.", "Hai.", "#text(size: 18pt)[*MẬT*]"), purpose=Purpose.CHECK)
    assert refused.value.code == "scanned"


@needs_tesseract
def test_picture_is_told_by_content() -> None:
    width, _, pixels = grey_page(typst.compile((PAGE + ORDER).encode(), format="pdf"), 1)
    found = read(png(width, 900, pixels[: width * 900]), "ảnh.docx")
    assert isinstance(found, ReadFile)
    assert found.media_type == "image/png"


def printing(code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-I", "-c", f"import time\n{code}"], stdout=subprocess.PIPE)


def test_every_page_gives_the_reader_its_time_anew() -> None:
    code = "for page in range(4):\n print('{\"page\": %d}' % page, flush=True)\n time.sleep(0.8)\nprint('{}', end='')"
    heard: list[dict[str, Any]] = []
    with printing(code) as process:
        assert _last_line(process, 2, heard.append) == b"{}"
    assert [told["page"] for told in heard] == [0, 1, 2, 3]


def test_a_reader_that_tells_nothing_for_too_long_is_given_up() -> None:
    with printing("print(1, flush=True)\ntime.sleep(30)") as process:
        with pytest.raises(Unreadable) as refused:
            _last_line(process, 1, lambda told: None)
        process.kill()
    assert refused.value.code == "too-slow"
