"""Gives parts delegated before there were shares an equal share each, beside one as large for their unit; and takes the
words on differing progress away when a document is purged."""

from django.db import migrations

SHARES = r"""
WITH delegated AS (
    SELECT id, parent_id, greatest(1, 100 / (1 + count(*) FILTER (WHERE state <> 'stopped') OVER (PARTITION BY parent_id)))
        AS share
    FROM tasks_assignment
    WHERE parent_id IS NOT NULL AND obligation_id IS NULL AND period_first IS NULL AND role = 'lead'
), given AS (
    UPDATE tasks_assignment part SET share = delegated.share FROM delegated WHERE part.id = delegated.id
    RETURNING part.parent_id, part.state, part.share
), summed AS (
    SELECT parent_id, sum(share) FILTER (WHERE state <> 'stopped') AS share FROM given GROUP BY parent_id
)
UPDATE tasks_assignment SET kept_share = greatest(0, 100 - coalesce(summed.share, 0)), kept_progress = progress
FROM summed WHERE tasks_assignment.id = summed.parent_id
"""

STEP = r"""
CREATE FUNCTION purge_step_53_task_parts(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;

    UPDATE tasks_progressreport SET differs_reason = gone
        WHERE differs_reason <> '' AND assignment_id = ANY (the_assignments);
    UPDATE tasks_progressreportevent SET differs_reason = gone
        WHERE differs_reason <> '' AND assignment_id = ANY (the_assignments);
END;
$body$;
"""


class Migration(migrations.Migration):
    # Rows are written here, and the triggers that keep their history call functions of pghistory.
    dependencies = [("tasks", "0010_tree_of_delegation"), ("pghistory", "0007_auto_20250421_0444")]

    operations = [
        migrations.RunSQL(SHARES, migrations.RunSQL.noop),
        migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_53_task_parts(uuid)"]),
    ]
