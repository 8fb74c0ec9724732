"""Purging a document also takes out what was said of a measure whose figure rests on one of its products."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_59_measuring(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_proposals uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(DISTINCT m.id), '{}') INTO the_proposals
        FROM measuring_proposal m JOIN targets_actual t ON t.id = m.actual_id
        JOIN tasks_productversion p ON p.id = t.product_id
        JOIN tasks_assignment s ON s.id = p.assignment_id WHERE s.source_text = gone;
    UPDATE measuring_proposal SET reason = CASE WHEN reason = '' THEN '' ELSE gone END WHERE id = ANY (the_proposals);
    UPDATE measuring_proposalevent SET reason = CASE WHEN reason = '' THEN '' ELSE gone END
        WHERE id = ANY (the_proposals);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("measuring", "0002_proposals")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_59_measuring(uuid)"])]
