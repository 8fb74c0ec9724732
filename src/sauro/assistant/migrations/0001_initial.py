"""Questions to the language model, and the step that purges what they leave."""

import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import sauro.common.ids

STEP = """
CREATE FUNCTION purge_step_60_assistant(the_document uuid) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp
AS $body$
    DELETE FROM assistant_modelcall WHERE document_id = the_document;
    DELETE FROM assistant_modelcallevent WHERE document_id = the_document;
$body$;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0004_scan"),
    ]

    operations = [
        migrations.CreateModel(
            name="ModelCall",
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
                        choices=[("waiting", "Đang chờ"), ("done", "Đã trả lời"), ("failed", "Không có kết quả")],
                        default="waiting",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("asked_by_id", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("purpose", models.CharField(max_length=300, verbose_name="mục đích")),
                ("host", models.CharField(max_length=255)),
                ("characters_sent", models.PositiveIntegerField(default=0)),
                ("bytes_received", models.PositiveIntegerField(default=0)),
                ("milliseconds", models.PositiveIntegerField(default=0)),
                ("proposed", models.PositiveIntegerField(default=0)),
                ("dropped", models.PositiveIntegerField(default=0)),
                ("message", models.CharField(blank=True, max_length=300)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="model_calls", to="documents.document"
                    ),
                ),
            ],
            options={
                "verbose_name": "lần hỏi mô hình ngôn ngữ",
                "ordering": ["-asked_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ModelCallEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=sauro.common.ids.new_id, editable=False, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Đang chờ"), ("done", "Đã trả lời"), ("failed", "Không có kết quả")],
                        default="waiting",
                        max_length=10,
                        verbose_name="trạng thái",
                    ),
                ),
                ("asked_by_id", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("purpose", models.CharField(max_length=300, verbose_name="mục đích")),
                ("host", models.CharField(max_length=255)),
                ("characters_sent", models.PositiveIntegerField(default=0)),
                ("bytes_received", models.PositiveIntegerField(default=0)),
                ("milliseconds", models.PositiveIntegerField(default=0)),
                ("proposed", models.PositiveIntegerField(default=0)),
                ("dropped", models.PositiveIntegerField(default=0)),
                ("message", models.CharField(blank=True, max_length=300)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="assistant.modelcall",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="modelcall",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "waiting")), fields=("document",), name="assistant_call_one_waiting"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modelcall",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "assistant_modelcallevent" ("asked_at", "asked_by_id", "asked_by_name", "bytes_received", "characters_sent", "document_id", "dropped", "finished_at", "host", "id", "message", "milliseconds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "purpose", "state") SELECT new_values."asked_at", new_values."asked_by_id", new_values."asked_by_name", new_values."bytes_received", new_values."characters_sent", new_values."document_id", new_values."dropped", new_values."finished_at", new_values."host", new_values."id", new_values."message", new_values."milliseconds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."proposed", new_values."purpose", new_values."state" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="737a479aab3ff0bd8f83367ddf6f1e9c7048efce",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e8e8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="assistant_modelcall",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modelcall",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "assistant_modelcallevent" ("asked_at", "asked_by_id", "asked_by_name", "bytes_received", "characters_sent", "document_id", "dropped", "finished_at", "host", "id", "message", "milliseconds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "purpose", "state") SELECT new_values."asked_at", new_values."asked_by_id", new_values."asked_by_name", new_values."bytes_received", new_values."characters_sent", new_values."document_id", new_values."dropped", new_values."finished_at", new_values."host", new_values."id", new_values."message", new_values."milliseconds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."proposed", new_values."purpose", new_values."state" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2911d722254b911c7a69d1955151b0aa8276426b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cedcf",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="assistant_modelcall",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modelcall",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "assistant_modelcallevent" ("asked_at", "asked_by_id", "asked_by_name", "bytes_received", "characters_sent", "document_id", "dropped", "finished_at", "host", "id", "message", "milliseconds", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed", "purpose", "state") SELECT old_values."asked_at", old_values."asked_by_id", old_values."asked_by_name", old_values."bytes_received", old_values."characters_sent", old_values."document_id", old_values."dropped", old_values."finished_at", old_values."host", old_values."id", old_values."message", old_values."milliseconds", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."proposed", old_values."purpose", old_values."state" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="6ba265c829c7d926890b7e2b61bd53b0a83beae0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7617c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="assistant_modelcall",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="modelcallevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9c8e6cf0327d0e2cf8054cb7b6628fe2ebf50e1b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_56b77",
                    table="assistant_modelcallevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_60_assistant(uuid)"]),
    ]
