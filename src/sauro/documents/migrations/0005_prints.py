"""Fingerprints of readings, and the step of a purge that removes them."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

import sauro.common.ids

STEP = r"""
CREATE FUNCTION purge_step_20_document_prints(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    DELETE FROM documents_readingprints
        WHERE reading_id IN (SELECT id FROM documents_reading WHERE document_id = the_document);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0004_scan")]

    operations = [
        migrations.CreateModel(
            name="ReadingPrints",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sauro.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "values",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                (
                    "reading",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="prints", to="documents.reading"
                    ),
                ),
            ],
            options={
                "verbose_name": "dấu vân văn bản",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["values"], name="documents_prints_values", fastupdate=False
                    )
                ],
            },
        ),
        migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_20_document_prints(uuid)"]),
    ]
