"""Purging a document also takes the words of the difficulties raised on the work it gave."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_52_difficulties(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_difficulties uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(d.id), '{}') INTO the_difficulties
        FROM difficulties_difficulty d JOIN tasks_assignment a ON a.id = d.assignment_id WHERE a.source_text = gone;

    UPDATE difficulties_difficulty SET text = gone, request = '', search_key = '',
        answer = CASE WHEN answer = '' THEN '' ELSE gone END WHERE id = ANY (the_difficulties);
    UPDATE difficulties_difficultyevent SET text = gone, request = '',
        answer = CASE WHEN answer = '' THEN '' ELSE gone END WHERE id = ANY (the_difficulties);
    UPDATE difficulties_forwarding SET reason = gone WHERE difficulty_id = ANY (the_difficulties);
    UPDATE difficulties_forwardingevent SET reason = gone WHERE difficulty_id = ANY (the_difficulties);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("difficulties", "0001_initial"), ("tasks", "0006_purge_deadlines")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_52_difficulties(uuid)"])]
