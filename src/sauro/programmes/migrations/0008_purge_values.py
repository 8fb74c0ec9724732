"""Purging a document also takes the values out of the demands, lines and handed-over lines that its targets became."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("sauro.programmes.migrations.0006_purge_lines")


def _changed(text: str, *changes: tuple[str, str]) -> str:
    """Return SQL with each piece replaced everywhere; a piece that is not there is a mistake."""
    for old, new in changes:
        if old not in text:
            raise ValueError(f"nothing to change: {old}")
        text = text.replace(old, new)
    return text


LINES_BEFORE = _changed(BEFORE.LINES, ("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
LINES = _changed(
    LINES_BEFORE,
    ("value = NULL, value_unit = '',", "value = NULL, value_unit = '', path = '{}', definition = '',"),
    ("'value', '', 'coordinators', '')", "'value', '', 'path', '', 'definition', '', 'coordinators', '')"),
)
STEP = _changed(
    BEFORE.STEP,
    (
        "LEFT JOIN tasks_obligation given ON given.id = assignment.obligation_id",
        "LEFT JOIN tasks_obligation given ON given.id = assignment.obligation_id\n"
        "        LEFT JOIN targets_ask ask ON ask.id = demand.ask_id",
    ),
    ("WHERE obligation.document_id", "WHERE ask.document_id = the_document OR obligation.document_id"),
    (
        "SET text = gone, product = '', source_text = gone WHERE",
        "SET text = gone, product = '', source_text = gone, indicator = '', value = NULL, path = '{}' WHERE",
    ),
    ("section = '', source_digest = '',", "section = '', source_digest = '', indicator = '', value = NULL,"),
)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0007_targets")]

    operations = [migrations.RunSQL([LINES], [LINES_BEFORE]), migrations.RunSQL([STEP], [BEFORE.STEP])]
