"""What extraction cannot do yet, shown on invented examples: the errors gallery of the docs.

The examples are in samples/gallery.toml, as marked text. A test runs them, so that a class whose examples have all come
right is noticed and taken out: `python -m tools.bench_gallery` says which and writes the page.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.bench_scores import Score, score_document
from tools.build_samples import SAMPLES
from tools.samples.annotation import annotation_of
from tools.samples.marked import MarkedText, parse

from vanban import api

DATA = SAMPLES / "gallery.toml"
PAGE = SAMPLES.parent / "docs" / "domain" / "algorithms" / "errors-gallery.md"
_TASK_NUMBER = re.compile(r"\bx-0?(?=\d)")
HEAD = """ỦY BAN NHÂN DÂN
TỈNH LẠC GIANG

Số: 12/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lạc Giang, ngày 10 tháng 3 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp giao ban tháng 3

Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:
"""
INTRODUCTION = """# Errors gallery: what extraction cannot do yet

Written by `python -m tools.bench_gallery` from `samples/gallery.toml`; not edited by hand. Every example is invented,
and a test runs it: an error that is gone fails the test until its entry is taken out. Names are in the scorer's
spelling. How often such errors come is in [extraction figures](extraction-figures.md).
"""


@dataclass(frozen=True)
class Example:
    """A stretch of a notice (or a whole document), the fields it goes wrong in, and what is wrong."""

    document: MarkedText
    fields: tuple[str, ...]

    def score(self) -> Score:
        """What the extractor makes of it."""
        annotation = annotation_of(self.document, identifier="x", source="x.md")
        extraction = api.extract(api.read(self.document.text.encode("utf-8"), name="x.md")).to_dict()
        return score_document(annotation, extraction, self.document.without_furniture())

    def is_wrong(self) -> bool:
        """Whether any of its fields is still wrong."""
        score = self.score()
        return any((score.value(name) if score.value(name) is not None else 1.0) != 1.0 for name in self.fields)


@dataclass(frozen=True)
class Class:
    """A class of errors with its examples."""

    title: str
    why: str
    examples: tuple[Example, ...]


def classes(data: Path = DATA) -> tuple[Class, ...]:
    """The gallery as the data file has it."""
    entries = tomllib.loads(data.read_text(encoding="utf-8"))["class"]
    return tuple(Class(entry["title"], entry["why"], tuple(map(_example, entry["examples"]))) for entry in entries)


def _example(data: dict[str, Any]) -> Example:
    head = "" if data.get("whole") else HEAD
    return Example(parse(f"{head}{data['text'].strip()}\n"), tuple(data["fields"]))


def page(gallery: tuple[Class, ...]) -> str:
    """The page as Markdown: each class with its examples, what was wanted and what was found."""
    sections = [INTRODUCTION]
    for entry in gallery:
        sections.append(f"## {entry.title}\n\n{entry.why}\n")
        sections += ["\n".join(_shown(example)) for example in entry.examples]
    return "\n".join(sections)


def _shown(example: Example) -> Iterator[str]:
    yield "```text"
    yield example.document.text.removeprefix(HEAD).strip()
    yield "```\n"
    for detail in example.score().details:
        if not detail.startswith("header") or "metadata" in example.fields:
            yield f"- {_TASK_NUMBER.sub('task ', detail)}"
    yield ""


def main() -> int:
    """Write the page; 1 when a class has nothing wrong any more."""
    gallery = classes()
    PAGE.write_text(page(gallery), encoding="utf-8")
    right = [entry.title for entry in gallery if not all(example.is_wrong() for example in entry.examples)]
    sys.stdout.writelines(f"no longer wrong, to be taken out: {title}\n" for title in right)
    return 1 if right else 0


if __name__ == "__main__":
    sys.exit(main())
