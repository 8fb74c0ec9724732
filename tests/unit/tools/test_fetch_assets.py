"""The copied front-end files: complete, unchanged, and asking no other machine for anything."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from tools import fetch_assets
from tools.fetch_assets import MANIFEST, REMOTE, VENDOR


def test_files_are_those_of_the_manifest() -> None:
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    present = {
        file.relative_to(VENDOR).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in VENDOR.rglob("*")
        if file.is_file() and file != MANIFEST
    }
    assert present == manifest["files"]


def test_every_address_in_a_style_sheet_is_a_file_beside_it() -> None:
    for sheet in VENDOR.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8")):
            if not address.startswith("data:"):
                assert (sheet.parent / address.split("?")[0]).is_file(), f"{sheet.name}: {address}"


def test_typeface_has_every_vietnamese_letter() -> None:
    sheet = (VENDOR / "be-vietnam-pro" / "be-vietnam-pro.css").read_text(encoding="utf-8")
    ranges = [
        range(int(low, 16), int(high or low, 16) + 1)
        for low, high in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", sheet)
    ]
    letters = "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ₫"
    missing = [letter for letter in letters + letters.upper() if not any(ord(letter) in span for span in ranges)]
    assert missing == []


@pytest.mark.parametrize(
    "sheet",
    ["a{b:url(https://x.example/a.png)}", "a{b:url( '//x.example/a')}", '@import "http://x.example/a.css";'],
)
def test_style_sheet_that_asks_another_machine_is_recognised(sheet: str) -> None:
    assert REMOTE.search(sheet)


def test_style_sheet_with_own_files_passes() -> None:
    assert not REMOTE.search("a{b:url(./files/a.woff2);c:url(\"data:image/svg+xml,%3csvg xmlns='http://w3'\")}")


def test_lock_file_names_no_address() -> None:
    lock = (Path(fetch_assets.ROOT) / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock
