"""What a purge leaves in the pages of tables: dead rows, gone for every query but not yet for the disk."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model
from psycopg import sql

from sauro.common.clock import now
from sauro.documents.enums import PurgeState
from sauro.documents.models import Document, ExtractedText, Purge


def clear_residue() -> int:
    """Rewrite every table that hangs on documents when a purge was done since the last time. Returns how many purges.

    Each table is locked while it is rewritten, so this belongs into the night. Not inside a transaction.
    """
    waiting = list(Purge.objects.filter(state=PurgeState.DONE, residue_cleared_at__isnull=True))
    if not waiting:
        return 0
    with connection.cursor() as cursor:
        for table in tables_with_words():
            cursor.execute(sql.SQL("VACUUM (FULL, ANALYZE) {}").format(sql.Identifier(table)))
    return Purge.objects.filter(pk__in=[purge.pk for purge in waiting]).update(residue_cleared_at=now())


def tables_with_words() -> list[str]:
    """Return the tables whose rows hang on a document, directly or through others, histories included, and its text."""
    found: set[type[Model]] = {Document}
    waiting: list[type[Model]] = [Document]
    while waiting:
        target = waiting.pop()
        for model in apps.get_models():
            points = any(_leads_to(field, target) for field in model._meta.get_fields())
            if points and model not in found:
                found.add(model)
                waiting.append(model)
    return sorted(model._meta.db_table for model in found | {ExtractedText})


def _leads_to(field: Any, target: type[Model]) -> bool:
    is_key = field.many_to_one or (field.one_to_one and field.concrete)
    return bool(is_key) and field.related_model is target
