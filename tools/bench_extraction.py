"""Measures extraction and writes the page with its figures: `make bench-extraction`.

`python -m tools.bench_extraction [--details] [--no-speed] [--count N]`; details are all differences to the annotations.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable

from tools.bench_figures import Scored, page
from tools.bench_sets import Annotated, clean_documents, faulty_documents, generated_documents
from tools.bench_speed import measure
from tools.build_samples import SAMPLES

PAGE = SAMPLES.parent / "docs" / "domain" / "algorithms" / "extraction-figures.md"
GENERATED = 200


def scored(documents: Iterable[Annotated]) -> Scored:
    """Every document with its score."""
    return [(document, document.score()) for document in documents]


def main(arguments: list[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description="Measure extraction and write the page with its figures.")
    parser.add_argument("--details", action="store_true", help="list the differences, write nothing")
    parser.add_argument("--no-speed", action="store_true", help="measure accuracy alone")
    parser.add_argument("--count", type=int, default=GENERATED, help="generated documents of each kind")
    options = parser.parse_args(arguments)
    sets = {
        "by hand, clean": scored(clean_documents()),
        "by hand, with faults": scored(faulty_documents()),
        "generated": scored(generated_documents(options.count, faults=False)),
        "generated, with faults": scored(generated_documents(options.count, faults=True)),
    }
    if options.details:
        for pairs in sets.values():
            for document, score in pairs:
                sys.stdout.writelines(f"{document.file_name}: {detail}\n" for detail in score.details)
        return 0
    other_forms = scored(document for form in ("docx", "pdf") for document in clean_documents(form))
    text = page(
        sets, other_forms, None if options.no_speed else measure(), datetime.datetime.now(tz=datetime.UTC).date()
    )
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
