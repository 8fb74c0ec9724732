"""Measures what this product promises about speed: `make bench`, or `python -m tools.bench [reader|pages]`.

Times are CPU time of the process where possible, so that a busy machine does not spoil them. Nothing here is a test:
tests never assert times.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tools.bench_pages import bench_pages

from vanban import api

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples" / "built"
START_RUNS = 7
DOCUMENT_RUNS = 5
LONG_DOCUMENT_CHARACTERS = 40_000


def main(names: list[str]) -> int:
    """Run the named benches, or all."""
    benches: dict[str, Callable[[], None]] = {"reader": bench_reader, "pages": bench_pages}
    for name in names or benches:
        benches[name]()
    return 0


def bench_reader() -> None:
    """Start of the command, reading and extracting of each sample, and of a long text made of the samples."""
    command = [sys.executable, "-m", "vanban.cli"]
    first = sorted(SAMPLES.glob("*.docx"))[0]
    _line("vanban --help, from start to end", _wall([*command, "--help"]), "aim 100 ms")
    _line("vanban extract, from start to end", _wall([*command, "extract", str(first)]), "limit 500 ms")
    for file in sorted(SAMPLES.iterdir()):
        if file.suffix in (".docx", ".pdf"):
            _line(file.name, _cpu(partial(_extract, file.read_bytes(), file.name)), "limit 300 ms")
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(SAMPLES.glob("*.txt")))
    long = (text * (1 + LONG_DOCUMENT_CHARACTERS // max(1, len(text))))[:LONG_DOCUMENT_CHARACTERS].encode()
    _line("40.000 characters of plain text", _cpu(partial(_extract, long, "long.txt")), "limit 150 ms, aim 60 ms")


def _extract(content: bytes, name: str) -> object:
    return api.extract(api.read(content, name=name))


def _wall(command: list[str]) -> float:
    times = []
    for _ in range(START_RUNS):
        begin = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)  # noqa: S603 -- our own command
        times.append(time.perf_counter() - begin)
    return min(times) * 1000


def _cpu(work: Callable[[], object]) -> float:
    times = []
    for _ in range(DOCUMENT_RUNS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times) * 1000


def _line(what: str, milliseconds: float, remark: str) -> None:
    sys.stdout.write(f"{milliseconds:8.1f} ms  {what}  ({remark})\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
