"""Keeps what was read of a large table, and reads it in the background."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("roster", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="importfile",
            name="cells",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="importfile",
            name="cells_of",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AlterField(
            model_name="importfault",
            name="run",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="faults",
                to="roster.peopleimport",
            ),
        ),
        migrations.AlterField(
            model_name="importrow",
            name="run",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rows",
                to="roster.peopleimport",
            ),
        ),
        migrations.AlterField(
            model_name="peopleimport",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Đang đọc"),
                    ("mapping", "Chờ ghép cột"),
                    ("checking", "Đang kiểm tra"),
                    ("checked", "Đã kiểm tra"),
                    ("applying", "Đang ghi"),
                    ("done", "Đã ghi"),
                    ("dropped", "Đã bỏ"),
                ],
                default="mapping",
                max_length=10,
                verbose_name="trạng thái",
            ),
        ),
        migrations.AlterField(
            model_name="peopleimportevent",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Đang đọc"),
                    ("mapping", "Chờ ghép cột"),
                    ("checking", "Đang kiểm tra"),
                    ("checked", "Đã kiểm tra"),
                    ("applying", "Đang ghi"),
                    ("done", "Đã ghi"),
                    ("dropped", "Đã bỏ"),
                ],
                default="mapping",
                max_length=10,
                verbose_name="trạng thái",
            ),
        ),
    ]
