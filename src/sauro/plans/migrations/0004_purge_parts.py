"""Purging a document also takes its words out of the monthly parts of its work."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_53_plans_parts(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_assignments uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM tasks_assignment WHERE source_text = gone;
    UPDATE plans_monthlypart SET product = gone,
        delivered_text = CASE WHEN delivered_text = '' THEN '' ELSE gone END,
        return_reason = CASE WHEN return_reason = '' THEN '' ELSE gone END
        WHERE assignment_id = ANY (the_assignments);
    UPDATE plans_monthlypartevent SET product = gone,
        delivered_text = CASE WHEN delivered_text = '' THEN '' ELSE gone END,
        return_reason = CASE WHEN return_reason = '' THEN '' ELSE gone END
        WHERE assignment_id = ANY (the_assignments);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_monthly_parts")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_53_plans_parts(uuid)"])]
