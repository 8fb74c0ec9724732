"""The page of figures: it shows the scores, groups them, and reckons how far a confidence can be trusted."""

from __future__ import annotations

import datetime
from typing import Any

from tools.bench_figures import page
from tools.bench_scores import Belief, Score
from tools.bench_sets import Annotated, clean_documents, faulty_documents, generated_documents
from tools.bench_speed import PDF_PAGES, Speed, long_pdf

from vanban import api

DAY = datetime.date(2026, 11, 25)


def scored(kind: str, faults: list[str], **counts: Any) -> tuple[Annotated, Score]:
    score = Score(documents=1, beliefs=counts.pop("beliefs", []))
    for name, (right, extra, missed) in counts.items():
        score.found[name].right, score.found[name].extra, score.found[name].missed = right, extra, missed
    return Annotated("x.md", b"", {"metadata": {"kind": kind}, "faults": faults}, ""), score


def row(text: str, start: str) -> list[str]:
    line = next(line for line in text.splitlines() if line.startswith(f"| {start} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_fields_kinds_and_faults_have_their_rows() -> None:
    sets = {
        "by hand, clean": [scored("thong_bao", [], tasks=(3, 1, 1)), scored("chi_thi", [], tasks=(1, 0, 0))],
        "generated, with faults": [scored("ke_hoach", ["wrapped"], tasks=(1, 1, 0))],
    }
    text = page(sets, [scored("thong_bao", [], tasks=(1, 0, 1))], None, DAY)
    assert row(text, "tasks") == ["tasks", "0,800", "0,667", "0,95"]
    assert row(text, "thong_bao")[:4] == ["thong_bao", "1", "4", "0,750"]
    assert row(text, "chi_thi")[:4] == ["chi_thi", "1", "1", "1,000"]
    assert row(text, "md, clean")[:4] == ["md, clean", "3", "7", "0,769"]
    assert row(text, "wrapped")[:4] == ["wrapped", "1", "1", "0,667"]
    assert "25.11.2026" in text
    assert "## Speed" not in text


def test_confidence_is_compared_with_what_came_true() -> None:
    beliefs = [Belief(0.96, is_task=True, is_right=True), Belief(0.91, is_task=True, is_right=False)]
    beliefs += [Belief(0.85, is_task=False, is_right=False)]
    text = page({"by hand": [scored("thong_bao", [], beliefs=beliefs)]}, [], None, DAY)
    tasks, right = text.split("Its leads and its day are right too")
    assert row(tasks, "at least 0,90") == ["at least 0,90", "1,000 (2)"]
    assert row(tasks, "at least 0,80") == ["at least 0,80", "0,667 (3)"]
    assert row(right, "at least 0,90") == ["at least 0,90", "0,500 (2)"]
    assert row(right, "0,90 to 0,95") == ["0,90 to 0,95", "0,000 (1)"]


def test_speeds_are_shown_when_measured() -> None:
    text = page({}, [], Speed(0.0604, 0.04, 1.05, 1.1, 160, 70, 250), DAY)
    assert row(text, "40.000 characters of text, read and extracted")[1] == "60 ms"
    assert row(text, "PDF to blocks")[1] == "160 pages/s"
    assert row(text, "peak memory, a PDF of 300 pages read and extracted")[1] == "250 MB"


def test_the_sets_are_read_as_their_files_come() -> None:
    documents = [*clean_documents(), *faulty_documents(), *generated_documents(3, faults=True)]
    assert {document.file_name.rpartition(".")[2] for document in documents} == {"txt", "md", "html", "docx", "pdf"}
    for document in documents:
        assert all(task["text"].split()[0] in document.text for task in document.annotation["tasks"])


def test_the_long_pdf_has_its_pages() -> None:
    pages = 7
    assert pages < PDF_PAGES
    text = api.read(long_pdf(pages), name="long.pdf").text
    assert "LẠC GIANG" in text
