"""Purging a document also takes the words of the explanations demanded on the work it gave."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_53_explanations(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_explanations uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now. A notice (notices_notice)
    -- holds the code, the kind and the day of the work, no words.
    SELECT coalesce(array_agg(e.id), '{}') INTO the_explanations
        FROM notices_explanation e JOIN tasks_assignment a ON a.id = e.assignment_id WHERE a.source_text = gone;

    UPDATE notices_explanation SET question = gone,
        answer = CASE WHEN answer = '' THEN '' ELSE gone END WHERE id = ANY (the_explanations);
    UPDATE notices_explanationevent SET question = gone,
        answer = CASE WHEN answer = '' THEN '' ELSE gone END WHERE id = ANY (the_explanations);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_explanations"), ("tasks", "0006_purge_deadlines")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_53_explanations(uuid)"])]
