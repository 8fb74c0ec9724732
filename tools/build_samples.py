"""Build the sample documents: `python -m tools.build_samples [--check] [--samples FOLDER]`.

Reads src/*.toml of the folder and writes built/<name>.txt, .docx and .pdf there. With --check nothing is written:
files that differ from what the sources say are listed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.samples import docx_file, pdf_file, plain_text
from tools.samples.model import Document, read_source

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def sources(samples: Path) -> list[Path]:
    """The source files, in the order of their numbers."""
    return sorted((samples / "src").glob("*.toml"))


def rendered(document: Document) -> Iterator[tuple[str, bytes]]:
    """File name and content of each form of one document."""
    yield f"{document.slug}.txt", plain_text.render(document).encode("utf-8")
    yield f"{document.slug}.docx", docx_file.render(document)
    yield f"{document.slug}.pdf", pdf_file.render(document)


def build(samples: Path, *, check: bool) -> list[str]:
    """Write every form of every sample; return the names of the files that were not up to date."""
    target_folder = samples / "built"
    changed = []
    for source in sources(samples):
        for name, content in rendered(read_source(source)):
            target = target_folder / name
            if target.exists() and target.read_bytes() == content:
                continue
            changed.append(name)
            if not check:
                target_folder.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Command line; exit status 1 when --check finds a difference."""
    parser = argparse.ArgumentParser(description="Build the sample documents from their sources.")
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that are out of date")
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="folder with src and built (default: samples)")
    options = parser.parse_args(arguments)
    changed = build(options.samples, check=options.check)
    for name in changed:
        sys.stdout.write(f"{'out of date' if options.check else 'written'}: {name}\n")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
