"""Purging a document also takes the digests of its words out of demands and answers."""

from importlib import import_module

from django.db import migrations

STEP = r"""
CREATE OR REPLACE FUNCTION purge_step_45_programmes(the_document uuid) RETURNS void
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

    UPDATE programmes_demand SET text = gone, source_text = gone, product = '', section = '', source_digest = '',
        obligation_id = NULL,
        is_source_changed = true WHERE id = ANY (the_demands);
    UPDATE programmes_demandevent SET text = gone, source_text = gone, product = '', section = '', source_digest = '',
        obligation_id = NULL
        WHERE id = ANY (the_demands);
    -- A digest of words that are gone would still let somebody try words against it.
    UPDATE programmes_answer SET demand_digest = '' WHERE demand_id = ANY (the_demands);
    UPDATE programmes_answerevent SET demand_digest = '' WHERE demand_id = ANY (the_demands);
    -- programmes_entryassignment and programmes_entryassignmentevent hold two identities and no words: they stay.
    -- Marks repeat passages of the documents that entries are compared with.
    UPDATE programmes_entry SET marks = '[]' WHERE programme_id = ANY (the_programmes);
    UPDATE programmes_entryevent SET marks = '[]' WHERE programme_id = ANY (the_programmes);
    UPDATE programmes_referenceevent SET name = gone, document_id = NULL WHERE document_id = the_document;
    UPDATE programmes_reference SET name = gone, document_id = NULL WHERE document_id = the_document;
END;
$body$;
"""


BEFORE = import_module("sauro.programmes.migrations.0002_purge").STEP.replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)


class Migration(migrations.Migration):
    dependencies = [("programmes", "0002_purge")]

    operations = [migrations.RunSQL([STEP], [BEFORE])]
