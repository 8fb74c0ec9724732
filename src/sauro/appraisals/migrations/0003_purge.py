"""Purging a document also takes out what people claimed about its work in their sheets."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_57_appraisals(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_items uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(line.id), '{}') INTO the_items
        FROM appraisals_sheetitem line
        JOIN plans_planitem planned ON planned.id = line.plan_item_id
        JOIN tasks_assignment work ON work.id = planned.assignment_id
        WHERE work.source_text = gone;
    UPDATE appraisals_sheetitem SET result = CASE WHEN result = '' THEN '' ELSE gone END WHERE id = ANY (the_items);
    UPDATE appraisals_sheetitemevent SET result = CASE WHEN result = '' THEN '' ELSE gone END
        WHERE id = ANY (the_items);
    UPDATE appraisals_claim SET text = gone, answer = CASE WHEN answer = '' THEN '' ELSE gone END
        WHERE item_id = ANY (the_items);
    UPDATE appraisals_claimevent SET text = gone, answer = CASE WHEN answer = '' THEN '' ELSE gone END
        WHERE item_id = ANY (the_items);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("appraisals", "0002_ratings")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_57_appraisals(uuid)"])]
