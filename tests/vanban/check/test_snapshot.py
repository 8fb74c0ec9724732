"""What the rules find in the sample documents, compared with the committed snapshot."""

from __future__ import annotations

import difflib

from tools.write_snapshot import FILE, snapshot


def test_the_findings_in_the_samples_are_those_of_the_snapshot() -> None:
    committed = FILE.read_text(encoding="utf-8").splitlines()
    found = snapshot().splitlines()
    changed = list(difflib.unified_diff(committed, found, "snapshot", "now", lineterm="", n=0))
    assert changed == [], "run: python -m tools.write_snapshot\n" + "\n".join(changed[:200])
