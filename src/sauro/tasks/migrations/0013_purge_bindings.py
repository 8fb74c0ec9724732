"""Purging a document also takes the words with which its work was bound to other work and what was copied to that work,
and forgets likely pairs."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_54_task_bindings(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
    the_copies uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;

    UPDATE tasks_boundassignment SET reason = gone,
        unbound_reason = CASE WHEN unbound_reason = '' THEN '' ELSE gone END
        WHERE binding_id IN (SELECT binding_id FROM tasks_boundassignment WHERE assignment_id = ANY (the_assignments));
    UPDATE tasks_boundassignmentevent SET reason = gone,
        unbound_reason = CASE WHEN unbound_reason = '' THEN '' ELSE gone END
        WHERE binding_id IN (SELECT binding_id FROM tasks_boundassignment WHERE assignment_id = ANY (the_assignments));
    WITH RECURSIVE same AS (
        SELECT id FROM tasks_progressreport WHERE assignment_id = ANY (the_assignments)
        UNION SELECT other.id FROM tasks_progressreport other JOIN tasks_progressreport one
            ON other.copy_of_id = one.id OR one.copy_of_id = other.id JOIN same ON one.id = same.id)
    SELECT coalesce(array_agg(id), '{}') INTO the_copies FROM same;
    UPDATE tasks_progressreport SET text = gone WHERE id = ANY (the_copies);
    UPDATE tasks_progressreportevent SET text = gone WHERE id = ANY (the_copies);
    WITH RECURSIVE same AS (
        SELECT id FROM tasks_productversion WHERE assignment_id = ANY (the_assignments)
        UNION SELECT other.id FROM tasks_productversion other JOIN tasks_productversion one
            ON other.copy_of_id = one.id OR one.copy_of_id = other.id JOIN same ON one.id = same.id)
    SELECT coalesce(array_agg(id), '{}') INTO the_copies FROM same;
    UPDATE tasks_productversion SET text = '', link = '', reason = '', open_parts_reason = '',
        file_name = CASE WHEN file_name = '' THEN '' ELSE gone END WHERE id = ANY (the_copies);
    UPDATE tasks_productversionevent SET text = '', link = '', reason = '', open_parts_reason = '',
        file_name = CASE WHEN file_name = '' THEN '' ELSE gone END WHERE id = ANY (the_copies);

    DELETE FROM tasks_likelypair WHERE first_id = ANY (the_assignments) OR second_id = ANY (the_assignments);
    DELETE FROM tasks_likelypairevent WHERE first_id = ANY (the_assignments) OR second_id = ANY (the_assignments);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("tasks", "0012_bindings")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_54_task_bindings(uuid)"])]
