"""Scans that are recognised in the background, the words of a text that were read with little confidence, and the step
that purges what a scan leaves: called by ``purge_document`` alone, as the owner."""

import django.db.models.deletion
from django.db import migrations, models

import sauro.common.ids

STEP = """
CREATE FUNCTION purge_step_20_scans(the_document uuid) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $body$ DELETE FROM documents_scan WHERE document_id = the_document; $body$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0003_purge_residue"),
    ]

    operations = [
        migrations.AddField(
            model_name="extractedtext",
            name="uncertain",
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name="document",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Đang nhận dạng"),
                    ("refused", "Không tiếp nhận"),
                    ("review", "Đang rà soát"),
                    ("sent", "Đã giao việc"),
                    ("closed", "Đã đóng"),
                ],
                max_length=10,
                verbose_name="trạng thái",
            ),
        ),
        migrations.AlterField(
            model_name="documentevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Đang nhận dạng"),
                    ("refused", "Không tiếp nhận"),
                    ("review", "Đang rà soát"),
                    ("sent", "Đã giao việc"),
                    ("closed", "Đã đóng"),
                ],
                max_length=10,
                verbose_name="trạng thái",
            ),
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=sauro.common.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Đang nhận dạng"),
                            ("done", "Đã nhận dạng"),
                            ("failed", "Không đọc được"),
                            ("secret", "Mang dấu mật"),
                            ("stopped", "Đã dừng"),
                        ],
                        default="reading",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("file_name", models.CharField(max_length=255, verbose_name="tên tệp")),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("page_count", models.PositiveIntegerField(verbose_name="số trang")),
                ("pages_done", models.PositiveIntegerField(default=0, verbose_name="số trang đã nhận dạng")),
                ("message", models.TextField(blank=True)),
                ("began_at", models.DateTimeField(auto_now_add=True)),
                ("touched_at", models.DateTimeField(auto_now=True)),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scan", to="documents.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "bản quét",
            },
        ),
        migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_20_scans(uuid)"]),
    ]
