"""Purging a document also takes the words that were typed for acts on the work it gave."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_55_bulk(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now. A row of a run (bulk_runrow) holds
    -- states, days and names of posts, and sentences of the product; no words of documents.
    UPDATE bulk_run SET arguments = '{}', query = '' WHERE id IN (
        SELECT r.run_id FROM bulk_runrow r JOIN tasks_assignment a ON a.id = r.assignment_id
        WHERE a.source_text = gone
    );
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("bulk", "0001_initial"), ("tasks", "0006_purge_deadlines")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_55_bulk(uuid)"])]
