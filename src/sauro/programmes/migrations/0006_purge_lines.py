"""Purging a document also blanks the lines written from it: in the programme, its versions, what was handed over, tasks.

A line is written from a document when somebody said that it answers a demand of it. Lines and tasks stay, because bodies
answer for them, without a word; open tasks stop, as those that the document gave itself.
"""

from importlib import import_module

from django.db import migrations

LINES = r"""
CREATE FUNCTION purge_programme_lines(the_entries uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    blank constant jsonb := jsonb_build_object('work', gone, 'measures', '', 'product', '', 'authority', '',
        'due', '', 'value', '', 'coordinators', '');
    the_assignments uuid[];
    the_table text;
BEGIN
    UPDATE programmes_entry SET work = gone, measures = '', product = '', authority = '', due_text = '', assets = '',
        people = '', science = '', coordinators = '', value = NULL, value_unit = '', marks = '[]',
        removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE gone END WHERE id = ANY (the_entries);
    UPDATE programmes_entryevent SET work = gone, measures = '', product = '', authority = '', due_text = '', assets = '',
        people = '', science = '', coordinators = '', value = NULL, value_unit = '', marks = '[]',
        removed_reason = CASE WHEN removed_reason = '' THEN '' ELSE gone END WHERE id = ANY (the_entries);
    UPDATE programmes_funding SET national_programme = '' WHERE entry_id = ANY (the_entries);
    UPDATE programmes_fundingevent SET national_programme = '' WHERE entry_id = ANY (the_entries);
    UPDATE programmes_answer SET entry_digest = '' WHERE entry_id = ANY (the_entries);
    UPDATE programmes_answerevent SET entry_digest = '' WHERE entry_id = ANY (the_entries);
    FOREACH the_table IN ARRAY ARRAY['programmes_programmeversion', 'programmes_programmeversionevent'] LOOP
        EXECUTE format($update$
            UPDATE %I SET content = jsonb_set(content, '{entries}', (
                SELECT jsonb_agg(CASE WHEN (line ->> 'id')::uuid = ANY ($1) THEN line || $2 ELSE line END ORDER BY place)
                FROM jsonb_array_elements(content -> 'entries') WITH ORDINALITY AS lines (line, place)))
            WHERE EXISTS (SELECT FROM jsonb_array_elements(content -> 'entries') AS line
                WHERE (line ->> 'id')::uuid = ANY ($1))$update$, the_table) USING the_entries, blank;
    END LOOP;

    WITH RECURSIVE found AS (
        SELECT assignment_id AS id FROM programmes_entryassignment WHERE entry_id = ANY (the_entries)
        UNION SELECT part.id FROM tasks_assignment part JOIN found ON part.parent_id = found.id)
    SELECT coalesce(array_agg(id), '{}') INTO the_assignments FROM found;
    -- Later steps take the words of whatever has a source that is gone.
    UPDATE tasks_assignment SET wording = gone, source_text = gone, due_phrase = '', search_key = '',
        product = CASE WHEN product = '' THEN '' ELSE gone END,
        state_reason = CASE WHEN state IN ('confirmed', 'stopped') AND state_reason = '' THEN '' ELSE gone END,
        closed_at = coalesce(closed_at, now()),
        state = CASE WHEN state IN ('confirmed', 'stopped') THEN state ELSE 'stopped' END
        WHERE id = ANY (the_assignments);
    UPDATE tasks_assignmentevent SET wording = gone, source_text = gone, due_phrase = '', state_reason = '',
        product = CASE WHEN product = '' THEN '' ELSE gone END WHERE id = ANY (the_assignments);
    UPDATE tasks_progressreport SET text = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_progressreportevent SET text = gone WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_productversion SET text = '', link = '', reason = '',
        file_name = CASE WHEN file_name = '' THEN '' ELSE gone END WHERE assignment_id = ANY (the_assignments);
    UPDATE tasks_productversionevent SET text = '', link = '', reason = '',
        file_name = CASE WHEN file_name = '' THEN '' ELSE gone END WHERE assignment_id = ANY (the_assignments);
END;
$body$;
"""

STEP = r"""
CREATE OR REPLACE FUNCTION purge_step_45_programmes(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_demands uuid[];
    the_programmes uuid[];
    the_entries uuid[];
    the_lines uuid[];
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
    SELECT coalesce(array_agg(DISTINCT entry_id), '{}') INTO the_entries
        FROM programmes_answerevent WHERE demand_id = ANY (the_demands);

    -- What a Party committee handed over is known at the other side by the fingerprint of its line alone.
    SELECT coalesce(array_agg(line.id), '{}') INTO the_lines FROM programmes_releasedline line
        JOIN unnest(the_entries) AS entry (id) ON line.source_key = encode(sha256(convert_to(entry.id::text, 'UTF8')), 'hex');
    SELECT the_demands || coalesce(array_agg(id), '{}'), the_programmes || coalesce(array_agg(programme_id), '{}')
        INTO the_demands, the_programmes FROM programmes_demand WHERE released_id = ANY (the_lines);
    SELECT coalesce(array_agg(DISTINCT entry_id), '{}') INTO the_entries
        FROM programmes_answerevent WHERE demand_id = ANY (the_demands);
    UPDATE programmes_releasedline SET text = gone, product = '', source_text = gone WHERE id = ANY (the_lines);
    UPDATE programmes_releasedlineevent SET text = gone, product = '', source_text = gone WHERE id = ANY (the_lines);

    UPDATE programmes_demand SET text = gone, source_text = gone, product = '', section = '', source_digest = '',
        reason = CASE WHEN reason = '' THEN '' ELSE gone END, obligation_id = NULL, is_source_changed = true
        WHERE id = ANY (the_demands);
    UPDATE programmes_demandevent SET text = gone, source_text = gone, product = '', section = '', source_digest = '',
        reason = CASE WHEN reason = '' THEN '' ELSE gone END, obligation_id = NULL WHERE id = ANY (the_demands);
    -- A digest of words that are gone would still let somebody try words against it.
    UPDATE programmes_answer SET demand_digest = '' WHERE demand_id = ANY (the_demands);
    UPDATE programmes_answerevent SET demand_digest = '' WHERE demand_id = ANY (the_demands);
    -- programmes_entryassignment and programmes_entryassignmentevent hold two identities and no words: they stay.
    -- Marks repeat passages of the documents that entries are compared with.
    UPDATE programmes_entry SET marks = '[]' WHERE programme_id = ANY (the_programmes);
    UPDATE programmes_entryevent SET marks = '[]' WHERE programme_id = ANY (the_programmes);
    UPDATE programmes_programme SET findings = '[]' WHERE id = ANY (the_programmes);
    PERFORM purge_programme_lines(the_entries);
    UPDATE programmes_referenceevent SET name = gone, document_id = NULL,
        reason = CASE WHEN reason = '' THEN '' ELSE gone END WHERE document_id = the_document;
    UPDATE programmes_reference SET name = gone, document_id = NULL,
        reason = CASE WHEN reason = '' THEN '' ELSE gone END WHERE document_id = the_document;
END;
$body$;
"""

BEFORE = import_module("sauro.programmes.migrations.0003_purge_digests").STEP


class Migration(migrations.Migration):
    dependencies = [("programmes", "0005_findings"), ("tasks", "0016_purge_products")]

    operations = [
        migrations.RunSQL([LINES], ["DROP FUNCTION purge_programme_lines(uuid[])"]),
        migrations.RunSQL([STEP], [BEFORE]),
    ]
