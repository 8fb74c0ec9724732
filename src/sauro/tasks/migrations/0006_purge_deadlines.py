"""Purging a document also takes the words of deadline changes, waits and hand-ins of the work it gave."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_51_task_deadlines(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;

    UPDATE tasks_deadlinechange SET reason = gone,
        answer_text = CASE WHEN answer_text = '' THEN '' ELSE gone END WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_deadlinechangeevent SET reason = gone,
        answer_text = CASE WHEN answer_text = '' THEN '' ELSE gone END WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_wait SET reason = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_waitevent SET reason = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_productversion SET open_parts_reason = '' WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_productversionevent SET open_parts_reason = '' WHERE assignment_id = ANY (the_assignments);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("tasks", "0005_deadline_history")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_51_task_deadlines(uuid)"])]
