"""Purging a document takes its words out of programmes: demands copied from it, its name among the references, marks.

It runs before the step of tasks, which removes the obligations that demands lead to.
"""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_45_programmes(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_demands uuid[];
    the_programmes uuid[];
BEGIN
    SELECT coalesce(array_agg(DISTINCT demand.id), '{}'), coalesce(array_agg(DISTINCT demand.programme_id), '{}')
        INTO the_demands, the_programmes
        FROM programmes_demand demand
        LEFT JOIN tasks_obligation obligation ON obligation.id = demand.obligation_id
        LEFT JOIN programmes_reference reference ON reference.id = demand.reference_id
        LEFT JOIN tasks_assignment assignment ON assignment.id = demand.assignment_id
        LEFT JOIN tasks_obligation given ON given.id = assignment.obligation_id
        WHERE obligation.document_id = the_document OR reference.document_id = the_document
            OR given.document_id = the_document;

    UPDATE programmes_demand SET text = gone, source_text = gone, product = '', section = '', obligation_id = NULL,
        is_source_changed = true WHERE id = ANY (the_demands);
    UPDATE programmes_demandevent SET text = gone, source_text = gone, product = '', section = '', obligation_id = NULL
        WHERE id = ANY (the_demands);
    -- Marks repeat passages of the documents that entries are compared with.
    UPDATE programmes_entry SET marks = '[]' WHERE programme_id = ANY (the_programmes);
    UPDATE programmes_entryevent SET marks = '[]' WHERE programme_id = ANY (the_programmes);
    UPDATE programmes_referenceevent SET name = gone, document_id = NULL WHERE document_id = the_document;
    UPDATE programmes_reference SET name = gone, document_id = NULL WHERE document_id = the_document;
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial"), ("tasks", "0016_purge_products"), ("documents", "0002_purge")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_45_programmes(uuid)"])]
