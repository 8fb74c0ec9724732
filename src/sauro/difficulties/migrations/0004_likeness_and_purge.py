"""Fill the words by which likely equals are found, and let a purge take the new columns along."""

from django.db import migrations

from vanban.text.normalize import fold

STEP = r"""
CREATE OR REPLACE FUNCTION purge_step_52_difficulties(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_difficulties uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(d.id), '{}') INTO the_difficulties
        FROM difficulties_difficulty d JOIN tasks_assignment a ON a.id = d.assignment_id WHERE a.source_text = gone;

    UPDATE difficulties_difficulty SET text = gone, request = '', about = '', route_text = '', search_key = '',
        likeness_key = '', answer = CASE WHEN answer = '' THEN '' ELSE gone END WHERE id = ANY (the_difficulties);
    UPDATE difficulties_difficultyevent SET text = gone, request = '', about = '', route_text = '',
        answer = CASE WHEN answer = '' THEN '' ELSE gone END WHERE id = ANY (the_difficulties);
    UPDATE difficulties_forwarding SET reason = gone WHERE difficulty_id = ANY (the_difficulties);
    UPDATE difficulties_forwardingevent SET reason = gone WHERE difficulty_id = ANY (the_difficulties);
END;
$body$;
"""


def fill(apps, _schema_editor):
    """Fold the words of what was raised before."""
    difficulties = apps.get_model("difficulties", "Difficulty").objects
    for one in difficulties.filter(likeness_key="").exclude(text="[đã tiêu hủy]").iterator():
        difficulties.filter(pk=one.pk).update(likeness_key=fold(one.text))


class Migration(migrations.Migration):
    dependencies = [("difficulties", "0003_alone_and_alike")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunSQL([STEP], migrations.RunSQL.noop),
    ]
