"""The step that purges what this area made of a document: called by ``purge_document`` alone, as the owner.

Obligations and what was released from them go. Assignments stay, because bodies answered for them, without a word of
the document: wording, source, product and reports are blanked in the rows and in their history, and open ones stop.
"""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_50_tasks(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_obligations uuid[];
    the_assignments uuid[];
BEGIN
    SELECT coalesce(array_agg(DISTINCT id), '{}') INTO the_obligations FROM (
        SELECT id FROM tasks_obligation WHERE document_id = the_document
        UNION SELECT id FROM tasks_obligationevent WHERE document_id = the_document) AS every_one;
    WITH RECURSIVE found AS (
        SELECT id FROM tasks_assignment
        WHERE obligation_id = ANY (the_obligations) OR code IN (
            SELECT assignment_code FROM tasks_handover WHERE obligation_id = ANY (the_obligations))
        UNION SELECT part.id FROM tasks_assignment part JOIN found ON part.parent_id = found.id)
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM found;

    UPDATE tasks_assignment SET
        obligation_id = NULL, wording = gone, source_text = gone, due_phrase = '', search_key = '',
        product = CASE WHEN product = '' THEN '' ELSE gone END,
        state_reason = CASE WHEN state IN ('confirmed', 'stopped') AND state_reason = '' THEN '' ELSE gone END,
        closed_at = coalesce(closed_at, now()),
        state = CASE WHEN state IN ('confirmed', 'stopped') THEN state ELSE 'stopped' END
        WHERE id = ANY (the_assignments);
    UPDATE tasks_assignmentevent SET
        obligation_id = NULL, wording = gone, source_text = gone, due_phrase = '', state_reason = '',
        product = CASE WHEN product = '' THEN '' ELSE gone END
        WHERE id = ANY (the_assignments);
    UPDATE tasks_progressreport SET text = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_progressreportevent SET text = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_productversion SET text = '', link = '', reason = '',
        file_name = CASE WHEN file_name = '' THEN '' ELSE gone END WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_productversionevent SET text = '', link = '', reason = '',
        file_name = CASE WHEN file_name = '' THEN '' ELSE gone END WHERE assignment_id = ANY (the_assignments);

    DELETE FROM tasks_handover WHERE obligation_id = ANY (the_obligations);
    DELETE FROM tasks_handoverevent WHERE obligation_id = ANY (the_obligations);
    DELETE FROM tasks_obligationbody WHERE obligation_id = ANY (the_obligations);
    DELETE FROM tasks_obligationbodyevent WHERE obligation_id = ANY (the_obligations);
    UPDATE tasks_obligation SET derived_from_id = NULL, replaced_by_id = NULL WHERE id = ANY (the_obligations);
    DELETE FROM tasks_obligation WHERE id = ANY (the_obligations);
    DELETE FROM tasks_obligationevent WHERE id = ANY (the_obligations);
    DELETE FROM tasks_deskpresence WHERE document_id = the_document;
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("tasks", "0002_obligation_replaced_by"), ("documents", "0002_purge")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_50_tasks(uuid)"])]
