"""The annotated documents that extraction is measured on: written by hand or generated, with faults or without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.bench_scores import Score, score_document
from tools.build_samples import SAMPLES
from tools.generated_documents.generate import annotated, documents

from vanban import api
from vanban.results import Extraction


@dataclass(frozen=True)
class Annotated:
    """A document as a file comes, with its annotation and the text that the annotation quotes."""

    file_name: str
    content: bytes
    annotation: dict[str, Any]
    text: str

    @property
    def form(self) -> str:
        return self.file_name.rpartition(".")[2]

    @property
    def kind(self) -> str:
        kind: str = self.annotation["metadata"]["kind"]
        return kind

    def score(self) -> Score:
        """What the extractor makes of it; its findings are not compared, so the rules of the check do not run."""
        read = api.read(self.content, name=self.file_name)
        known = api.understand(read)
        extraction = Extraction(text=read.text, document=known.header, tasks=known.tasks, targets=known.targets)
        return score_document({**self.annotation, "findings": []}, extraction.to_dict(), self.text)


def clean_documents(form: str = "txt") -> Iterator[Annotated]:
    """The eighteen samples, as text or in another of their forms (docx, pdf)."""
    for path in sorted((SAMPLES / "expected").glob("*.json")):
        annotation = _read(path)
        text = SAMPLES / "built" / annotation["source"]
        file = text.with_suffix(f".{form}")
        yield Annotated(file.name, file.read_bytes(), annotation, text.read_text(encoding="utf-8"))


def faulty_documents() -> Iterator[Annotated]:
    """The faulty samples, as the files they come as."""
    for path in sorted((SAMPLES / "faulty" / "expected").glob("*.json")):
        annotation = _read(path)
        file = SAMPLES / "faulty" / annotation["source"]
        yield Annotated(file.name, file.read_bytes(), annotation, annotation["text"])


def generated_documents(count: int, *, faults: bool) -> Iterator[Annotated]:
    """The first documents of the seed; with faults, the same ones spoilt."""
    for name, document in documents(count, faults=faults):
        annotation = annotated(name, document)
        yield Annotated(f"{name}.md", document.text.encode("utf-8"), annotation, annotation["text"])


def _read(path: Path) -> dict[str, Any]:
    annotation: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return annotation
