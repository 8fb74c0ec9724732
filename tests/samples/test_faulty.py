"""The faulty documents and their annotations agree, are up to date, and are recognisably invented."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.samples.reading import COMMUNES
from tests.samples.test_sources import is_invented, names_after
from tools.build_faulty import FOLDER, build, faulty_sources, read_marked, rendered
from tools.samples.model import SAMPLE_MARK

from vanban import api

SOURCES = faulty_sources()
IDS = [source.stem for source in SOURCES]
FEWEST = 50
FEWEST_WITHOUT_TASKS = 7
ROLES = ("Đảng", "Phó", "Tỉnh", "Bí", "Chủ", "Ủy")
KINDS = {
    "thong_bao", "cong_dien", "chi_thi", "cong_van", "ke_hoach", "chuong_trinh", "ket_luan", "nghi_quyet", "quyet_dinh",
    "huong_dan", "bao_cao", "to_trinh", "giay_moi", "bien_ban",
}  # fmt: skip


def annotation(source: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / "expected" / f"{source.stem}.json").read_text(encoding="utf-8"))
    return loaded


def test_every_kind_level_and_side_is_there() -> None:
    all_of_them = [annotation(source) for source in SOURCES]
    assert len(all_of_them) >= FEWEST
    assert {one["metadata"]["kind"] for one in all_of_them} == KINDS
    assert {one["level"] for one in all_of_them} == {"central", "province", "commune"}
    assert {one["metadata"]["side"] for one in all_of_them} == {"state", "party", "front"}
    assert all(one["faults"] for one in all_of_them)
    assert sum(not one["tasks"] for one in all_of_them) >= FEWEST_WITHOUT_TASKS


def test_annotations_and_plain_files_are_up_to_date() -> None:
    # Word and PDF files differ by bytes with another version of the libraries; their words are compared below.
    assert [name for name in build(FOLDER, check=True) if not name.endswith((".docx", ".pdf"))] == []


def test_nothing_else_is_committed() -> None:
    names = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    built = {name for source in SOURCES for name, _ in rendered(source.stem, read_marked(source))}
    assert names == built | {f"src/{source.name}" for source in SOURCES}


@pytest.mark.parametrize("source", SOURCES, ids=IDS)
def test_the_file_holds_the_words_of_the_annotation(source: Path) -> None:
    expected = annotation(source)
    file = FOLDER / expected["source"]
    # Capitals of old encodings are a matter of fonts, so case is not compared.
    read = set(re.findall(r"\w+", api.read(file.read_bytes(), name=file.name).text.lower()))
    words = re.findall(r"\w+", re.sub(r"</?sup>", " ", expected["text"]).lower())
    assert sum(word in read for word in words) >= 0.97 * len(words)


@pytest.mark.parametrize("source", SOURCES, ids=IDS)
def test_task_texts_occur_once_in_order_and_apart(source: Path) -> None:
    expected = annotation(source)
    spans = []
    for task in expected["tasks"]:
        assert expected["text"].count(task["text"]) == 1, task["id"]
        start = expected["text"].index(task["text"])
        spans.append((start, start + len(task["text"])))
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


@pytest.mark.parametrize("source", SOURCES, ids=IDS)
def test_tasks_are_well_formed(source: Path) -> None:
    for task in annotation(source)["tasks"]:
        assert bool(task["leads"]) == (task["lead_source"] is not None), task["id"]
        assert not set(task["leads"]) & set(task["coordinators"]), task["id"]
        assert not task["text"].startswith(("-", "+", "*", "•")), task["id"]
        assert not task["text"].endswith((":", ";", "./")), task["id"]
        assert not (task["standing"] and (task["product"] or task["recurrence"])), task["id"]
        assert task["standing"] or "note" not in task, task["id"]


@pytest.mark.parametrize("source", SOURCES, ids=IDS)
def test_dues_are_days_their_words_can_mean(source: Path) -> None:
    for task in annotation(source)["tasks"]:
        due = task["due"] or {}
        # Counted from a day, or the first such day of a month behind the document's own.
        counted = "kể từ ngày" in due.get("text", "") or task["recurrence"] == "monthly"
        if due.get("kind") == "date" and due["value"] and not counted:
            _, month, day = (int(part) for part in due["value"].split("-"))
            # Recognised text prints 1 as l and 0 as O.
            printed = due["text"].replace("l", "1").replace("O", "0")
            assert re.search(rf"\b0?{day}(/| tháng )0?{month}\b", printed), task["id"]
        if due.get("value") is None and due:
            assert due["kind"] in ("event", "vague") or due.get("readings") or due.get("value_corrected"), task["id"]


@pytest.mark.parametrize("source", SOURCES, ids=IDS)
def test_the_header_is_printed(source: Path) -> None:
    expected = annotation(source)
    text, header = expected["text"], expected["metadata"]
    printed = [header["subject"], header["signer_name"], header["place"], *header["addressees"], *header["recipients"]]
    printed += (header["signer_capacity"] or "").split("; ")
    assert [line for line in printed if line and line not in text] == []
    for reference in header["references"]:
        assert re.search(rf"\b{reference['number']}[-/]{re.escape(reference['symbol'])}", reference["text"])


@pytest.mark.parametrize("source", SOURCES, ids=IDS)
def test_people_and_places_are_invented(source: Path) -> None:
    expected = annotation(source)
    text = expected["text"]
    file = FOLDER / expected["source"]
    first = api.read(file.read_bytes(), name=file.name).text.strip().splitlines()[0]
    assert first.casefold() == SAMPLE_MARK.casefold()
    signer = expected["metadata"]["signer_name"]
    assert signer is None or is_invented(signer)
    named = [name for _, name in names_after("đồng chí|ông|bà", text)]
    assert [name for name in named if not is_invented(name) and not name.startswith(ROLES)] == []
    communes = {name.casefold() for name in COMMUNES.read_text(encoding="utf-8").splitlines()}
    places = {
        f"{kind} {name}".casefold()
        for kind, name in names_after("xã|phường|đặc khu", text)
        if not name.isupper() and name.endswith(("Mẫu", "Thử"))
    }
    assert places <= communes
