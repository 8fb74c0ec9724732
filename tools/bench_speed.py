"""Measures reading and extracting: a long text, its growth, a long PDF, and the memory that takes.

Times are CPU time of this process. Memory is measured in a process of its own:
`python -m tools.bench_speed FILE` reads and extracts one file and prints its peak in megabytes.
"""

from __future__ import annotations

import io
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from tools.build_samples import SAMPLES

from vanban import api
from vanban.types import ReadDocument

RUNS = 5
SHORT, LONG = 40_000, 400_000
PAGES, CHARACTERS_OF_A_PAGE = 1_000, 2_400
PDF_PAGES = 300


@dataclass(frozen=True)
class Speed:
    """What was measured: seconds, pages a second, megabytes, and time per character against that of the short text."""

    short_text: float
    understood: float
    growth_long: float
    growth_book: float
    pages_read: float
    pages_extracted: float
    memory: float


def measure() -> Speed:
    """Everything, about half a minute."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted((SAMPLES / "built").glob("*.txt")))
    short = _per_character(text, SHORT, RUNS)
    pdf = long_pdf(PDF_PAGES)
    reading = _seconds(lambda: api.read(pdf, name="long.pdf"), 3)
    both = _seconds(lambda: api.extract(api.read(pdf, name="long.pdf")), 3)
    return Speed(
        short_text=short * SHORT,
        understood=_per_character(text, SHORT, RUNS, api.understand) * SHORT,
        growth_long=_per_character(text, LONG, 3) / short,
        growth_book=_per_character(text, PAGES * CHARACTERS_OF_A_PAGE, 1) / short,
        pages_read=PDF_PAGES / reading,
        pages_extracted=PDF_PAGES / both,
        memory=_peak_of_child(pdf),
    )


def long_pdf(pages: int) -> bytes:
    """The built samples one behind the other, again and again, until there are enough pages."""
    built = [pypdfium2.PdfDocument(file) for file in sorted((SAMPLES / "built").glob("*.pdf"))]
    book = pypdfium2.PdfDocument.new()
    while len(book) < pages:
        for sample in built:
            wanted = min(len(sample), pages - len(book))
            book.import_pages(sample, list(range(wanted)))
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def _per_character(text: str, length: int, runs: int, work: Callable[[ReadDocument], object] = api.extract) -> float:
    content = (text * (1 + length // len(text)))[:length].encode()
    return _seconds(lambda: work(api.read(content, name="long.txt")), runs) / length


def _seconds(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times)


def _peak_of_child(pdf: bytes) -> float:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = [sys.executable, "-m", "tools.bench_speed", file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 -- this module
    return float(done.stdout)


def main(arguments: list[str]) -> int:
    """Read and extract one file; print the peak of this process's memory in megabytes."""
    file = Path(arguments[0])
    api.extract(api.read(file.read_bytes(), name=file.name))
    sys.stdout.write(f"{_peak() / 1024:.0f}\n")
    return 0


def _peak() -> int:
    """The peak of this process in kilobytes."""
    status = Path("/proc/self/status")
    if status.exists():
        # On Linux the peak that getrusage gives is not below what the parent had when it started the process.
        return int(re.findall(r"VmHWM:\s*(\d+) kB", status.read_text())[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
