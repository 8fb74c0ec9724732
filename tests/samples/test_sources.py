"""The samples are recognisably invented: their people, their communes, their province."""

from __future__ import annotations

import importlib.util
import itertools
import re
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from tests.samples.reading import BUILT, COMMUNES, SLUGS, read
from tools.build_samples import SAMPLES, sources
from tools.samples.model import SAMPLE_MARK, read_source

INVENTED_GIVEN_NAMES = ("Mẫu", "Thử", "Ví Dụ", "Giả Định")
TITLES = ("Phó", "Tỉnh", "Bí", "Chủ", "Ủy")


def names_after(heads: str, text: str) -> list[tuple[str, str]]:
    """(head, the words with a capital that follow it on the same line), where there are such words."""
    found = []
    for match in re.finditer(rf"\b({heads})(?= \w)", text):
        following = re.match(r"(?: \w+)+", text[match.end() :])
        words = following[0].split() if following else []
        name = " ".join(itertools.takewhile(lambda word: word[0].isupper(), words))
        if name:
            found.append((match[1], name))
    return found


def commune_names() -> list[str]:
    return read(COMMUNES).splitlines()


def text_of(slug: str) -> str:
    return read(BUILT / f"{slug}.txt")


def is_invented(name: str) -> bool:
    return name.endswith(INVENTED_GIVEN_NAMES)


@pytest.mark.parametrize("source", sources(SAMPLES), ids=lambda path: path.stem)
def test_signers_are_invented_people(source: Path) -> None:
    assert is_invented(read_source(source).signer)


@pytest.mark.parametrize("slug", SLUGS)
def test_people_named_in_the_text_are_invented(slug: str) -> None:
    named = [name for _, name in names_after("đồng chí|Đồng chí|ông|bà", text_of(slug))]
    assert [name for name in named if not is_invented(name) and not name.startswith(TITLES)] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_communes_are_those_of_the_list(slug: str) -> None:
    named = {f"{kind} {name}" for kind, name in names_after("xã|phường|đặc khu", text_of(slug)) if not name.isupper()}
    assert named <= set(commune_names())


@pytest.mark.parametrize("slug", SLUGS)
def test_no_other_province_is_named(slug: str) -> None:
    named = {name for _, name in names_after("tỉnh|Tỉnh ủy|thành phố", text_of(slug))}
    assert {name for name in named if not is_invented(name)} <= {"Lạc Giang"}


def test_names_are_found_up_to_the_first_small_word() -> None:
    text = "tại xã Đá Dựng Thử, phường Bến Mẫu và đặc khu Hòn Mẫu thuộc tỉnh; các xã, phường\nKính gửi: xã Ấp"
    assert names_after("xã|phường|đặc khu", text) == [
        ("xã", "Đá Dựng Thử"),
        ("phường", "Bến Mẫu"),
        ("đặc khu", "Hòn Mẫu"),
        ("xã", "Ấp"),
    ]
    assert names_after("đồng chí", "giao đồng chí Ngô Thị Thử trực tiếp phụ trách") == [("đồng chí", "Ngô Thị Thử")]


def test_the_list_of_communes_is_well_formed() -> None:
    names = commune_names()
    assert len(set(names)) == len(names)
    for name in names:
        assert name.startswith(("xã ", "phường ", "đặc khu "))
        assert name.endswith(("Mẫu", "Thử"))


def test_no_commune_of_the_list_is_a_real_one() -> None:
    spec = importlib.util.find_spec("vietnamadminunits")
    assert spec is not None
    assert spec.submodule_search_locations
    database = Path(next(iter(spec.submodule_search_locations))) / "data" / "dataset.db"
    with sqlite3.connect(database) as connection:
        real = {row[0].casefold() for row in connection.execute("SELECT ward FROM admin_units")}
        real |= {row[0].casefold() for row in connection.execute("SELECT ward FROM admin_units_legacy") if row[0]}
    assert "xã cờ đỏ" in real
    assert {name.casefold() for name in commune_names()} & real == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sample_says_first_that_it_is_one(slug: str) -> None:
    assert read(BUILT / f"{slug}.txt").splitlines()[0] == SAMPLE_MARK


@pytest.mark.parametrize("source", sources(SAMPLES), ids=lambda path: path.stem)
def test_sources_are_composed_unicode(source: Path) -> None:
    text = read(source)
    assert text == unicodedata.normalize("NFC", text)
    assert text != unicodedata.normalize("NFD", text)
