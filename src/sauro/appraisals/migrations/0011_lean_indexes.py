"""Indexes that every score written pays for and no question reads. See docs/adr/0035."""

import django.db.models.deletion
from django.db import migrations, models

# History is looked up by the row it is of; its library indexes each reference besides. A sheet changes a dozen times,
# in columns no index holds: with room on its page a new version needs no entry in any index.
LEAN = """
DO $body$
DECLARE name text;
BEGIN
    FOR name IN
        SELECT i.indexrelid::regclass::text FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE i.indrelid IN ('appraisals_sheetevent'::regclass, 'appraisals_sheetitemevent'::regclass)
        AND NOT i.indisunique AND a.attname <> 'pgh_obj_id'
    LOOP
        EXECUTE format('DROP INDEX %s', name);
    END LOOP;
END;
$body$;
ALTER TABLE appraisals_sheet SET (fillfactor = 60);
ALTER TABLE appraisals_sheetitem SET (fillfactor = 90);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("appraisals", "0010_cadre_shares"),
        ("organizations", "0002_lean_indexes"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="sheet",
            name="appraisals__month_aad20f_idx",
        ),
        migrations.AlterField(
            model_name="sheet",
            name="appointment",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sheets",
                to="organizations.appointment",
            ),
        ),
        migrations.AlterField(
            model_name="sheet",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sheets",
                to="organizations.unit",
            ),
        ),
        migrations.AddIndex(
            model_name="sheet",
            index=models.Index(fields=["month", "unit"], name="appraisals__month_a81a15_idx"),
        ),
        migrations.RunSQL(LEAN, migrations.RunSQL.noop),
    ]
