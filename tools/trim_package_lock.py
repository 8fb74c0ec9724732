"""Takes out of package-lock.json the addresses that npm writes for its own use: nothing is installed from them."""

from __future__ import annotations

import json
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "package-lock.json"


def trimmed(text: str) -> str:
    """Return a lock file without the addresses of sponsors. Versions and hashes stay as they are."""
    lock = json.loads(text)
    for package in lock["packages"].values():
        package.pop("funding", None)
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    LOCK.write_text(trimmed(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
