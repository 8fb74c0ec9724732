"""Purging a document also takes the words of questions to the giver and of their answers."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_56_task_questions(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;

    UPDATE tasks_question SET text = gone, answer = CASE WHEN answer = '' THEN '' ELSE gone END
        WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_questionevent SET text = gone, answer = CASE WHEN answer = '' THEN '' ELSE gone END
        WHERE assignment_id = ANY (the_assignments);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("tasks", "0018_whose_days")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_56_task_questions(uuid)"])]
