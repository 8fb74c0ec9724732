"""The lock of the front-end packages pins everything and names no address."""

from __future__ import annotations

import json

from tools.trim_package_lock import LOCK, trimmed


def test_lock_is_trimmed_and_pins_every_package_by_hash() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert trimmed(text) == text
    packages = {name: held for name, held in json.loads(text)["packages"].items() if name}
    assert packages
    assert all(held.get("integrity") and held.get("version") for held in packages.values())
    assert "http" not in text


def test_trimming_keeps_versions_and_hashes() -> None:
    lock = {"packages": {"a": {"version": "1", "integrity": "sha512-x", "funding": {"url": "https://example.invalid"}}}}
    assert json.loads(trimmed(json.dumps(lock))) == {"packages": {"a": {"version": "1", "integrity": "sha512-x"}}}
