"""Build the sample documents: `python -m tools.build_samples [--check]`.

Reads samples/src/*.toml and writes samples/built/<name>.txt, .docx and .pdf. With --check nothing is written:
files that differ from what the sources say are listed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.samples import docx_file, pdf_file, plain_text
from tools.samples.model import Document, read_source

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "samples" / "src"
BUILT = ROOT / "samples" / "built"


def sources(folder: Path = SOURCES) -> list[Path]:
    """The source files, in the order of their numbers."""
    return sorted(folder.glob("*.toml"))


def rendered(document: Document) -> Iterator[tuple[str, bytes]]:
    """File name and content of each form of one document."""
    yield f"{document.slug}.txt", plain_text.render(document).encode("utf-8")
    yield f"{document.slug}.docx", docx_file.render(document)
    yield f"{document.slug}.pdf", pdf_file.render(document)


def build(*, check: bool) -> list[str]:
    """Write every form of every sample and return the names of the files that had to change."""
    BUILT.mkdir(parents=True, exist_ok=True)
    changed = []
    for source in sources():
        for name, content in rendered(read_source(source)):
            target = BUILT / name
            if target.exists() and target.read_bytes() == content:
                continue
            changed.append(name)
            if not check:
                target.write_bytes(content)
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Command line; exit status 1 when --check finds a difference."""
    parser = argparse.ArgumentParser(description="Build the sample documents from their sources.")
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that are out of date")
    options = parser.parse_args(arguments)
    changed = build(check=options.check)
    for name in changed:
        sys.stdout.write(f"{'out of date' if options.check else 'written'}: {name}\n")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
