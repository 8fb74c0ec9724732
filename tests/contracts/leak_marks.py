"""Words that exist once: every text column of every row of a place gets one, so that each can be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

import pgtrigger
from django.apps import apps
from django.db import models

# What is open to everybody with a role, or an affair of the account itself; the permission table says who sees it.
PUBLIC_AREAS = frozenset({"organizations", "calendars", "checking"})
# The history has rules of its own; the sums of the board are made from the assignments.
TECHNICAL_AREAS = frozenset({"audit", "numbering", "reporting"})
# Rows without words of anybody: marks, numbers and moments.
WITHOUT_WORDS = frozenset({"tasks.DeskPresence", "annotations.Comparison", "documents.ReadingPrints"})
# Accounts and roles are made with the places; recovery codes, counts of requests and the outbox have no page; fields of
# work, job positions, their standards, the competency framework, closed posts and the word on planning are registers of
# the site, and the columns somebody keeps of a list are nobody else's and say nothing. Snapshots of the workforce are
# made from the dossiers of a place when somebody asks, and hold no words; sizes and releases are of the whole Party's
# side, of the whole province.
NOT_MADE_HERE = frozenset(
    {
        "accounts.User", "accounts.Grant", "accounts.RecoveryCode", "accounts.ApiAllowance", "notices.OutgoingMail",
        "tasks.WorkField", "listings.ListChoice", "workforce.Post",
        "careers.Competency", "careers.Standard", "careers.Demand", "headcounts.Snapshot", "headcounts.Line",
        "headcounts.Places", "headcounts.Mark", "headcounts.Pending", "headcounts.CommitteeSize", "headcounts.Release",
        "headcounts.ReleasedCount",
        "careers.PlanningClearance", "careers.ClosedPost",
    }
)  # fmt: skip
# Columns that programs read: a word put in front would change what they mean.
TECHNICAL_COLUMNS = frozenset(
    {
        "code", "domain", "to_domain", "sha256", "file_sha256", "secret_hash", "media_type", "reader", "extractor",
        "key", "kind", "lead_source", "source", "recurrence", "host", "assignment_code", "document_code",
        "issued_printed", "address", "rhythm", "role", "list_name", "query", "numerator", "denominator", "wanted",
        "held", "course", "score_exact",
    }
)  # fmt: skip
# Columns into which spans point: a word takes the place of as many characters.
WITH_SPANS = frozenset({"documents.ExtractedText.text", "tasks.Obligation.text"})

WORD = re.compile(r"zq[0-9a-f]{5}k|zq[a-z]+[wx]\b")
CODE = re.compile(r"\b[A-Z]{2,4}-20\d\d-\d{6}\b")
IDENTITY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")

Held = dict[type[models.Model], set[object]]
_numbers = count(1)


@dataclass
class Marks:
    """What gives a place away: its words with the column each stands in, its codes and its identities."""

    words: dict[str, str] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    identities: set[str] = field(default_factory=set)

    @property
    def tokens(self) -> set[str]:
        """Everything that must not be seen from outside."""
        return {*self.words, *self.codes, *self.identities}


def tokens_in(text: str) -> set[str]:
    """Return everything in a text that might give a place away."""
    return {*WORD.findall(text), *CODE.findall(text), *IDENTITY.findall(text)}


def secret_models() -> list[type[models.Model]]:
    """Return the models whose rows belong to somebody."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("sauro.") and not _is_history(one)]
    return [one for one in ours if one._meta.app_label not in PUBLIC_AREAS | TECHNICAL_AREAS]


def held_now() -> Held:
    """Return the identities of all rows of these models."""
    return {one: set(one._default_manager.values_list("pk", flat=True)) for one in secret_models()}


def mark_new_rows(before: Held, content_words: Mapping[str, str]) -> Marks:
    """Put a word into every filled text column of the rows that were not there before.

    ``content_words`` are words that the contents of files carry already, with what carries them.
    """
    marks = Marks(words=dict(content_words))
    for model in secret_models():
        for row in model._default_manager.exclude(pk__in=before[model]):
            marks.identities.add(str(row.pk))
            if code := getattr(row, "code", ""):
                marks.codes.add(code)
            _mark_row(model, row, marks)
    return marks


def kinds_without_rows(before: Held) -> set[str]:
    """Return the models of which nothing was made."""
    made = {one for one in before if one._default_manager.exclude(pk__in=before[one]).exists()}
    return {one._meta.label for one in before if one not in made} - NOT_MADE_HERE


def _is_history(model: type[models.Model]) -> bool:
    """Whether it is a table of row history, which no page reads."""
    return hasattr(model, "pgh_tracked_model")


def _mark_row(model: type[models.Model], row: models.Model, marks: Marks) -> None:
    if model._meta.label in WITHOUT_WORDS:
        return
    columns = {}
    for column in _text_columns(model):
        value = getattr(row, column.attname)
        if value:
            word = f"zq{next(_numbers):05x}k"
            name = f"{model._meta.label}.{column.name}"
            marks.words[word] = name
            columns[column.attname] = _with_word(column, name, value, word)
    if columns:
        # What is kept for good may be written once; here its words are put in afterwards.
        with pgtrigger.ignore():
            model._default_manager.filter(pk=row.pk).update(**columns)


def _text_columns(model: type[models.Model]) -> Iterator[models.Field]:  # type: ignore[type-arg]  # of any value
    for column in model._meta.concrete_fields:
        is_text = isinstance(column, models.CharField | models.TextField) and not column.choices
        if is_text and column.name not in TECHNICAL_COLUMNS:
            yield column


def _with_word(column: models.Field, name: str, value: str, word: str) -> str:  # type: ignore[type-arg]  # as above
    if name in WITH_SPANS:
        return word + value[len(word) :]
    if isinstance(column, models.URLField):
        return f"https://{word}.example.vn/"
    longest = column.max_length
    return f"{word} {value}"[:longest]
