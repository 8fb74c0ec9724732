"""A small store of invented documents for the rules that ask one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.vanban.building import FOOT, LETTERHEAD, document

from vanban import api
from vanban.check.rule import Rule
from vanban.check.runner import check_document
from vanban.check.store import DocumentsInMemory, DocumentStore, StoredDocument
from vanban.results import Finding

PLAN = StoredDocument(
    "12", "KH-UBND", "Kế hoạch số 12/KH-UBND về tiêm chủng", date(2026, 1, 10), "Ủy ban nhân dân tỉnh Lạc Giang"
)
REPEALED = StoredDocument(
    "41", "2019/NĐ-CP", "Nghị định số 41/2019/NĐ-CP", date(2019, 5, 20), "Chính phủ",
    repealed_by="Nghị định số 15/2026/NĐ-CP", repealed_on=date(2026, 2, 1),
)  # fmt: skip
AMENDED = StoredDocument(
    "62", "2021/NĐ-CP", "Nghị định số 62/2021/NĐ-CP", date(2021, 6, 29), "Chính phủ",
    amended_by=("Nghị định số 70/2025/NĐ-CP",),
)  # fmt: skip
STORE = DocumentsInMemory([PLAN, REPEALED, AMENDED], complete_symbols=["KH-UBND"])


def found_with(
    rule: Rule, body: str, store: DocumentStore | None = STORE, *, decomposed: bool = False
) -> list[Finding]:
    """What ``rule`` reports in a letter of 5 March 2026 with ``body``, next to ``store``."""
    letter = document(f"{LETTERHEAD}\n{body}\n\n{FOOT}", decomposed=decomposed)
    return list(check_document(replace(api.understand(letter), store=store), rules=[rule]).findings)


def texts_with(rule: Rule, body: str) -> list[str]:
    """The passages that ``rule`` reports."""
    return [finding.text for finding in found_with(rule, body)]
