"""Runs every check of `make lint`, all of them even when one fails, and says at the end which did."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PACKAGES = ("src/vanban", "src/sauro", "tools", "conformance/appraisal")

CHECKS: dict[str, list[str]] = {
    "ruff": [str(BIN / "ruff"), "check", "--quiet", "src", "tests", "tools", "conformance"],
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "src", "tests", "tools", "conformance"],
    "mypy": [str(BIN / "mypy"), "--strict", *PACKAGES],
    "imports": [str(BIN / "lint-imports"), "--no-logo"],
    "sizes": [sys.executable, "-m", "tools.check_file_sizes"],
    "reasons": [sys.executable, "-m", "tools.check_reasons"],
    "text": [sys.executable, "-m", "tools.check_text"],
    "templates": [sys.executable, "-m", "tools.check_templates"],
}


def main(names: list[str]) -> int:
    """Run the named checks, or all. Returns 1 when one failed."""
    # Type checking and template compiling load the settings; neither needs a server behind the address.
    variables = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", **os.environ}
    failed = []
    for name in names or CHECKS:
        begin = time.monotonic()
        code = subprocess.run(CHECKS[name], cwd=ROOT, env=variables, check=False).returncode  # noqa: S603 -- the list above
        sys.stdout.write(f"{'ok    ' if code == 0 else 'FAILED'} {name} ({time.monotonic() - begin:.1f} s)\n")
        sys.stdout.flush()
        if code != 0:
            failed.append(name)
    sys.stdout.write(f"lint: failed: {', '.join(failed)}\n" if failed else "lint: everything is clean\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
