"""Purging a document also takes the words of criteria, of what was said to them, of annexes and of figures."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_55_task_products(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
    the_products uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;
    SELECT coalesce(array_agg(id), '{}') INTO the_products
        FROM tasks_productversion WHERE assignment_id = ANY (the_assignments);

    -- The identity keeps two criteria of one assignment apart.
    UPDATE tasks_criterion SET text = gone || ' ' || id WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_criterionevent SET text = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_criterionanswer SET claim_note = '', verdict_note = '' WHERE product_id = ANY (the_products);
    UPDATE tasks_criterionanswerevent SET claim_note = '', verdict_note = '' WHERE product_id = ANY (the_products);
    UPDATE tasks_productannex SET link = '', file_name = CASE WHEN file_name = '' THEN '' ELSE gone END
        WHERE product_id = ANY (the_products);
    UPDATE tasks_productannexevent SET link = '', file_name = CASE WHEN file_name = '' THEN '' ELSE gone END
        WHERE product_id = ANY (the_products);
    UPDATE tasks_productfigure SET name = gone, name_key = '', unit = '' WHERE product_id = ANY (the_products);
    UPDATE tasks_productfigureevent SET name = gone, name_key = '', unit = '' WHERE product_id = ANY (the_products);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("tasks", "0015_checklists_and_figures")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_55_task_products(uuid)"])]
