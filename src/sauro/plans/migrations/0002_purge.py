"""Purging a document also takes its words out of monthly plans."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_53_plans(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now. Series of recurring work
    -- (tasks_series, tasks_seriesevent) and plans (plans_monthlyplan, plans_monthlyplanevent) hold no words.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;
    UPDATE plans_planitem SET wording = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE plans_planitemevent SET wording = gone WHERE assignment_id = ANY (the_assignments);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("tasks", "0007_recurring")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_53_plans(uuid)"])]
