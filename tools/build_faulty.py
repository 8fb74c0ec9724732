"""Build the faulty samples: `python -m tools.build_faulty [--check] [--samples FOLDER]`.

Reads faulty/src/*.txt of the folder (text with its annotation marked in it, docs/dev/samples.md) and writes the
document as it comes to faulty/ and its annotation to faulty/expected/. With --check nothing is written: files that
differ are listed, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.build_samples import SAMPLES
from tools.samples.annotation import annotation_of
from tools.samples.forms import FORMS
from tools.samples.marked import FURNITURE, Edit, MarkedText, parse
from tools.samples.model import SAMPLE_MARK

FOLDER = SAMPLES / "faulty"


def faulty_sources(folder: Path = FOLDER) -> list[Path]:
    """The marked texts, in the order of their numbers."""
    return sorted((folder / "src").glob("*.txt"))


def read_marked(source: Path) -> MarkedText:
    """The document of a source, with the line that says that it is a sample."""
    document = parse(source.read_text(encoding="utf-8"))
    return document.edited([Edit(0, 0, f"{SAMPLE_MARK}\n\n", furniture=True)])


def rendered(name: str, document: MarkedText) -> Iterator[tuple[str, bytes]]:
    """File name below the folder and content, of the document and of its annotation."""
    form = FORMS[document.front["form"]]
    file = f"{name}.{form.suffix}"
    # Word and PDF have running heads and page numbers of their own.
    content = document.text if form.suffix in ("txt", "md") else _without_furniture(document)
    yield file, form.render(content)
    annotation = annotation_of(document, identifier=name[:3], source=file)
    annotation["text"] = document.without_furniture()
    yield f"expected/{name}.json", (json.dumps(annotation, ensure_ascii=False, indent=1) + "\n").encode()


def _without_furniture(document: MarkedText) -> str:
    first = next(mark for mark in document.marks if mark.code == FURNITURE)
    gaps = [Edit(mark.start, mark.end, "") for mark in document.marks if mark.code == FURNITURE and mark != first]
    return document.edited(gaps).text


def build(folder: Path, *, check: bool) -> list[str]:
    """Write documents and annotations; return the names of the files that were not up to date."""
    changed = []
    for source in faulty_sources(folder):
        for name, content in rendered(source.stem, read_marked(source)):
            target = folder / name
            if target.exists() and target.read_bytes() == content:
                continue
            changed.append(name)
            if not check:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    return changed


def main(arguments: list[str] | None = None) -> int:
    """Command line; exit status 1 when --check finds a difference."""
    parser = argparse.ArgumentParser(description="Build the faulty samples from their marked sources.")
    parser.add_argument("--check", action="store_true", help="write nothing, list the files that are out of date")
    parser.add_argument("--samples", type=Path, default=SAMPLES, help="folder with faulty/src (default: samples)")
    options = parser.parse_args(arguments)
    changed = build(options.samples / "faulty", check=options.check)
    for name in changed:
        sys.stdout.write(f"{'out of date' if options.check else 'written'}: {name}\n")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
