"""The pinned requirements: exact, hashed, without addresses, and without the GPL."""

from __future__ import annotations

import re
from importlib import metadata

import pytest
from tools.lock import FOLDER, NAMES

PIN = re.compile(r"^([A-Za-z0-9._-]+)==\S+ \\$")
COPYLEFT = re.compile(r"\bA?GPL|GNU (?:Affero )?General Public", re.IGNORECASE)
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)


def _blocks(name: str) -> list[str]:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [block for block in re.split(r"\n(?=\S)", text) if not block.startswith("#")]


def _packages(name: str) -> list[str]:
    return [block.split("==")[0] for block in _blocks(name)]


@pytest.mark.parametrize("name", NAMES)
def test_every_package_is_pinned_and_hashed(name: str) -> None:
    blocks = _blocks(name)
    assert blocks
    for block in blocks:
        assert PIN.match(block.splitlines()[0]), block.splitlines()[0]
        assert "--hash=sha256:" in block
        assert "http" not in block


def test_place_names_come_without_their_dependencies() -> None:
    assert _packages("nodeps") == ["vietnamadminunits"]


def _licence(package: str) -> str:
    found = metadata.metadata(package)
    classifiers = [line for line in found.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join([*(found.get_all("License-Expression") or []), *classifiers])


@pytest.mark.parametrize("package", sorted({*_packages("runtime"), *_packages("nodeps")}))
def test_product_holds_nothing_under_the_gpl(package: str) -> None:
    licence = _licence(package)
    assert not COPYLEFT.search(LESSER.sub("", licence)), licence


def test_every_wanted_package_is_pinned() -> None:
    for name in NAMES:
        wanted = (FOLDER / f"{name}.in").read_text(encoding="utf-8").splitlines()
        for line in wanted:
            if line and not line.startswith(("#", "-")):
                package = re.split(r"[\[~<>=]", line)[0].lower().replace("_", "-")
                assert package in [known.lower().replace("_", "-") for known in _packages(name)], line
