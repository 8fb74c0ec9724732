"""Checking a draft before it is signed: read, checked, forgotten. Nothing of it is stored."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.checking.selectors.competence import chosen_wording, competence_entries
from sauro.common.clock import today
from sauro.common.errors import DomainError
from sauro.documents.file_names import clean_file_name
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.reader_purpose import Outcome
from sauro.documents.reader_store import Question
from sauro.documents.secrecy import SecrecyMark
from sauro.documents.selectors.known import known_to
from sauro.documents.services.reading import proofread_quarantined
from sauro.documents.services.refusing import refuse_by_name_or_hash, refuse_empty, refuse_secret
from sauro.organizations.models import Unit
from vanban.check.settings import SWITCHED_OFF

SEVERITIES = ("error", "warning", "info")
_SUFFIXES = {Outcome.COMMENTED: "nhan-xet", Outcome.FIXED: "da-sua"}


@dataclass(frozen=True, slots=True)
class Proofread:
    """What was found in a draft. ``file`` is the file asked for, ``changed`` how many remarks or corrections it got.

    ``links`` leads from the names of documents in the findings to those documents, all visible to who checks.
    """

    file_name: str
    format: str
    findings: Sequence[Mapping[str, Any]]
    outcomes: Sequence[Mapping[str, Any]]
    fixable: int
    file: bytes | None = None
    changed: int = 0
    links: Mapping[str, UUID] = field(default_factory=dict)

    @property
    def shown(self) -> list[dict[str, Any]]:
        """The findings with their candidates linked: what names a document leads to it."""
        return [
            {**one, "candidates": [each | {"document": self._document(each)} for each in one["candidates"]]}
            for one in self.findings
        ]

    def _document(self, candidate: Mapping[str, Any]) -> UUID | None:
        name = {"source": candidate["why"], "document": candidate["value"]}.get(candidate["part"])
        return self.links.get(name) if name else None

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many findings of each severity, gravest first."""
        counted = Counter(finding["severity"] for finding in self.findings)
        return [(severity, counted[severity]) for severity in SEVERITIES]

    @property
    def seen(self) -> list[Mapping[str, Any]]:
        """What the rules looked at, where they tell."""
        return [one for one in self.outcomes if one["seen"] and one["seen"]["seen"]]

    @property
    def unchecked(self) -> list[Mapping[str, Any]]:
        """The rules that could not judge this file, each with its reason."""
        return [one for one in self.outcomes if one["outcome"] in ("not checkable", "failed")]

    @property
    def switched_off(self) -> list[str]:
        """The codes of the rules that this site has switched off."""
        return [one["code"] for one in self.outcomes if one["why"] == SWITCHED_OFF]

    @property
    def may_be_commented(self) -> bool:
        """Whether the file can come back with comments."""
        return self.format == "docx" and bool(self.findings)

    @property
    def may_be_fixed(self) -> bool:
        """Whether corrections are offered that need no look."""
        return self.format in ("docx", "txt", "md") and self.fixable > 0


class _Answering:
    """Answers the reader's question for the person who checks, and remembers where the documents named are found."""

    def __init__(self, actor: Actor, sha256: str) -> None:
        self._actor = actor
        self._sha256 = sha256
        self.links: Mapping[str, UUID] = {}

    def __call__(self, question: Question) -> dict[str, Any]:
        known = known_to(self._actor, question, sha256=self._sha256)
        self.links = known.links
        return {
            "has_store": known.any,
            "cited": known.cited,
            "sources": known.sources,
            "competence": competence_entries(),
            "wording": chosen_wording().code,
            "today": today().isoformat(),
        }


def proofread_draft(*, actor: Actor, upload: QuarantinedUpload, outcome: Outcome = Outcome.FINDINGS) -> Proofread:
    """Check a draft. A file with a secrecy mark is destroyed and the refusal recorded, as at intake.

    Raises :class:`~sauro.documents.services.reading.Unreadable` for files that cannot be read and :class:`DomainError`
    when the file asked for cannot be written.
    """
    unit = Unit.objects.filter(pk=actor.unit_id).first() if actor.unit_id else None
    refuse_by_name_or_hash(actor, unit, upload)
    refuse_empty(upload)
    answering = _Answering(actor, upload.sha256)
    answer = proofread_quarantined(upload, outcome=outcome, answer_question=answering)
    if isinstance(answer, SecrecyMark):
        raise refuse_secret(actor, unit, upload)
    if answer["not_written"]:
        raise DomainError("not-writable", answer["not_written"], field="files")
    name = PurePath(clean_file_name(upload.name))
    suffix = _SUFFIXES.get(outcome)
    file = base64.b64decode(answer["file"]) if answer["file"] else None
    if outcome is not Outcome.FINDINGS and file is None:
        raise DomainError(
            "nothing-to-write", _("Không có gì để ghi vào tệp: không phát hiện nào sửa được."), field="files"
        )
    return Proofread(
        file_name=f"{name.stem}-{suffix}{name.suffix}" if suffix else name.name,
        format=answer["format"],
        findings=answer["findings"],
        outcomes=answer["outcomes"],
        fixable=answer["fixable"],
        file=file,
        changed=answer["changed"],
        links=answering.links,
    )
