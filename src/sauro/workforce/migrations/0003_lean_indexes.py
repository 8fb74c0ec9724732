"""Indexes that writing tens of thousands of people pays for and no question reads. See docs/adr/0035."""

import django.db.models.deletion
from django.db import migrations, models

# History is looked up by the row it is of. Its library indexes each reference besides, and takes no word against it.
DROP = """
DO $body$
DECLARE name text;
BEGIN
    FOR name IN
        SELECT i.indexrelid::regclass::text FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE i.indrelid IN ('workforce_factevent'::regclass, 'workforce_tenureevent'::regclass,
            'workforce_dossierevent'::regclass, 'workforce_particularsevent'::regclass,
            'workforce_identityevent'::regclass, 'organizations_appointmentevent'::regclass)
        AND NOT i.indisunique AND a.attname <> 'pgh_obj_id'
    LOOP
        EXECUTE format('DROP INDEX %s', name);
    END LOOP;
END;
$body$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0002_lean_indexes"),
        ("workforce", "0002_papers_and_erasure"),
    ]

    operations = [
        migrations.AlterField(
            model_name="dossier",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dossiers",
                to="organizations.person",
            ),
        ),
        migrations.AlterField(
            model_name="fact",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="facts",
                to="workforce.dossier",
            ),
        ),
        migrations.AlterField(
            model_name="tenure",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tenures",
                to="organizations.unit",
            ),
        ),
        migrations.RunSQL(DROP, migrations.RunSQL.noop),
    ]
