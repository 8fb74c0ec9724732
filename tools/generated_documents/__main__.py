"""Write generated documents: `python -m tools.generated_documents FOLDER [--count 100] [--seed N] [--faults]`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tools.generated_documents.generate import SEED, annotated, documents


def main() -> None:
    """Command line: each document as .md, its annotation as .json beside it."""
    parser = argparse.ArgumentParser(description="Write generated directives and their annotations.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--faults", action="store_true", help="spoil each document with one to four faults")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, document in documents(options.count, faults=options.faults, seed=options.seed):
        (options.folder / f"{name}.md").write_text(document.text, encoding="utf-8")
        annotation = json.dumps(annotated(name, document), ensure_ascii=False, indent=1)
        (options.folder / f"{name}.json").write_text(annotation + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
