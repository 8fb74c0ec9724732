"""How the machine fared, as counts per document, and the step that purges them."""

import django.db.models.deletion
from django.db import migrations, models

import sauro.common.ids

STEP = """
CREATE FUNCTION purge_step_60_annotations(the_document uuid) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $body$ DELETE FROM annotations_comparison WHERE document_id = the_document; $body$;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0004_scan"),
        ("organizations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sauro.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "domain",
                    models.CharField(
                        choices=[("state", "Nhà nước"), ("party", "Đảng"), ("front", "Mặt trận, đoàn thể")],
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("is_sample", models.BooleanField(default=False)),
                ("counts", models.JSONField(default=dict)),
                ("compared_at", models.DateTimeField()),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="comparison", to="documents.document"
                    ),
                ),
                (
                    "owner_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.unit"
                    ),
                ),
            ],
            options={
                "verbose_name": "so sánh với đề xuất của máy",
            },
        ),
        migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_60_annotations(uuid)"]),
    ]
