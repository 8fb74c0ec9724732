"""Compiles requirements/*.in to *.txt: every version pinned, every file named by hash, no registry named.

`python tools/lock.py` keeps the pins that still fit; `python tools/lock.py --upgrade` takes the newest of each.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "requirements"
# What Debian 12 has; a lock compiled on a newer one may ask for more.
OLDEST_PYTHON = "3.11.2"
# In this order: the later ones are constrained by the earlier ones.
NAMES = ("build", "runtime", "nodeps", "node", "dev")
OPTIONS = (
    "--allow-unsafe",
    "--generate-hashes",
    "--no-emit-find-links",
    "--no-emit-index-url",
    "--no-emit-trusted-host",
    "--strip-extras",
    "--quiet",
)


def main(arguments: list[str]) -> int:
    """Compile all; returns the exit code of the first that fails."""
    for name in NAMES:
        source, target = f"requirements/{name}.in", f"requirements/{name}.txt"
        command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *arguments, f"--output-file={target}", source]
        code = subprocess.run(command, cwd=FOLDER.parent, check=False).returncode  # noqa: S603 -- our own interpreter
        if code != 0:
            return code
    _drop_dependencies("nodeps")
    return max(_check_oldest_python(name) for name in NAMES)


def _check_oldest_python(name: str) -> int:
    """Let pip say whether every pinned version installs on the oldest Python promised; nothing is installed."""
    where = ["--dry-run", "--ignore-installed", "--target", "unused", "--python-version", OLDEST_PYTHON]
    how = ["--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes", "-r", f"requirements/{name}.txt"]
    command = [sys.executable, "-m", "pip", "install", *where, *how]
    return subprocess.run(command, cwd=FOLDER.parent, check=False).returncode  # noqa: S603 -- our own interpreter


def _drop_dependencies(name: str) -> None:
    """Keep only what the .in file asks for: the dependencies of these packages are not to be installed."""
    wanted = {line.strip().lower() for line in _lines(f"{name}.in") if line.strip() and not line.startswith(("#", "-"))}
    blocks = re.split(r"\n(?=\S)", "\n".join(_lines(f"{name}.txt")))
    kept = [block for block in blocks if block.startswith("#") or block.split("==")[0].lower() in wanted]
    (FOLDER / f"{name}.txt").write_text("\n".join(kept).rstrip() + "\n", encoding="utf-8")


def _lines(file: str) -> list[str]:
    return (FOLDER / file).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
