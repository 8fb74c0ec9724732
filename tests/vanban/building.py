"""Small documents for the tests of vanban, read the way a file is read."""

from __future__ import annotations

import unicodedata

from vanban import api
from vanban.results import Extraction, Task
from vanban.types import ReadDocument

LETTERHEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 125/UBND-TH

Lạc Giang, ngày 05 tháng 3 năm 2026

V/v chuẩn bị mùa mưa lũ

Kính gửi:

- Các sở, ban, ngành tỉnh;
- Ủy ban nhân dân các xã, phường, đặc khu.
"""
FOOT = """Nơi nhận:

- Như trên;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn Mẫu
"""


def document(text: str, *, decomposed: bool = False) -> ReadDocument:
    """Read ``text`` as a plain text file; ``decomposed`` stores it in NFD, as some programs do."""
    stored = unicodedata.normalize("NFD", text) if decomposed else text
    return api.read(stored.encode("utf-8"), name="van-ban.txt")


def extract(text: str, *, decomposed: bool = False) -> Extraction:
    """Extract from ``text``."""
    return api.extract(document(text, decomposed=decomposed))


def tasks_of(body: str, *, decomposed: bool = False) -> tuple[Task, ...]:
    """The tasks of a provincial letter with ``body`` between its head and its foot."""
    return extract(f"{LETTERHEAD}\n{body}\n\n{FOOT}", decomposed=decomposed).tasks


def only_task(body: str, *, decomposed: bool = False) -> Task:
    """The one task of a letter with ``body``."""
    (task,) = tasks_of(body, decomposed=decomposed)
    return task
