"""The function that purges a document for good, and the column that lists the events it had to scrub.

The application's role cannot change history; this function can, as the owner of the tables, and does so only for a
purge that two different people asked for and confirmed, each of which is an event of its own. It runs every function
named ``purge_step_…`` (each area brings one) before it removes its own rows.
"""

from django.db import migrations, models

PURGE = r"""
CREATE FUNCTION purge_document(the_purge uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $body$
DECLARE
    ignored text := coalesce(nullif(current_setting('pgtrigger.ignore', true), ''), '{}');
    request documents_purge%ROWTYPE;
    the_document uuid;
    the_file uuid;
    the_texts uuid[];
    step text;
    stored text;
    scrubbed jsonb;
BEGIN
    SELECT * INTO request FROM documents_purge WHERE id = the_purge FOR UPDATE;
    IF NOT FOUND OR request.state <> 'proposed' THEN
        RAISE EXCEPTION 'purge %: there is no open request', the_purge USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM purge_require_two_people(request);
    the_document := request.document_id;
    SELECT file_id INTO the_file FROM documents_document WHERE id = the_document FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'purge %: the document is gone', the_purge USING ERRCODE = 'no_data_found';
    END IF;

    -- Neither may the history triggers copy what is being removed, nor the guards of the history keep it.
    PERFORM set_config('pgtrigger.ignore', coalesce(array_agg(DISTINCT tgname)::text, '{}'), true)
        FROM pg_trigger WHERE tgname LIKE 'pgtrigger\_%';

    scrubbed := purge_scrub_events(the_document, request.document_code);
    FOR step IN
        SELECT proname FROM pg_proc
        WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'purge\_step\_%' ORDER BY proname
    LOOP
        EXECUTE format('SELECT %I($1)', step) USING the_document;
    END LOOP;

    SELECT coalesce(array_agg(DISTINCT text_id), '{}') INTO the_texts
        FROM documents_reading WHERE document_id = the_document;
    DELETE FROM documents_namebinding WHERE document_id = the_document;
    DELETE FROM documents_reference WHERE document_id = the_document;
    DELETE FROM documents_reading WHERE document_id = the_document;
    DELETE FROM documents_document WHERE id = the_document;
    DELETE FROM documents_extractedtext t WHERE t.id = ANY (the_texts)
        AND NOT EXISTS (SELECT 1 FROM documents_reading r WHERE r.text_id = t.id);
    DELETE FROM documents_namebindingevent WHERE document_id = the_document;
    DELETE FROM documents_referenceevent WHERE document_id = the_document;
    DELETE FROM documents_readingevent WHERE document_id = the_document;
    DELETE FROM documents_documentevent WHERE id = the_document;
    stored := purge_stored_file(the_file);
    PERFORM set_config('pgtrigger.ignore', ignored, true);

    UPDATE documents_purge SET state = 'done', scrubbed_events = scrubbed WHERE id = the_purge;
    RETURN stored;
END;
$body$;
"""

TWO_PEOPLE = r"""
CREATE FUNCTION purge_require_two_people(request documents_purge) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    IF request.confirmed_by_id IS NULL OR request.confirmed_by_id = request.proposed_by_id
        OR (SELECT count(*) FROM accounts_user
            WHERE is_active AND id IN (request.proposed_by_id, request.confirmed_by_id)) <> 2
        OR NOT EXISTS (SELECT 1 FROM audit_auditevent
            WHERE code = 'documents.purge.proposed' AND object_id = request.id
              AND actor_user_id = request.proposed_by_id)
        OR NOT EXISTS (SELECT 1 FROM audit_auditevent
            WHERE code = 'documents.purge.confirmed' AND object_id = request.id
              AND actor_user_id = request.confirmed_by_id)
    THEN
        RAISE EXCEPTION 'purge %: two different people have to ask for it and confirm it', request.id
            USING ERRCODE = 'insufficient_privilege';
    END IF;
END;
$body$;
"""

# Events hold codes and never words of a document. Should one hold some nevertheless, it is scrubbed and its number
# noted on the tombstone, because the seal over it no longer holds.
SCRUB = r"""
CREATE FUNCTION purge_scrub_events(the_document uuid, the_code text) RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    scrubbed jsonb;
BEGIN
    WITH words AS (
        SELECT lower(string_agg(t.text, E'\n')) AS held FROM documents_extractedtext t
        WHERE t.id IN (SELECT text_id FROM documents_readingevent WHERE document_id = the_document)
    ), spoken AS (
        SELECT e.id, e.object_text || E'\n' || e.reason || E'\n' || coalesce((
            SELECT string_agg(v #>> '{}', E'\n')
            FROM jsonb_path_query(e.changes, 'strict $.** ? (@.type() == "string")') AS v), '') AS said
        FROM audit_auditevent e
        WHERE e.object_type IN ('documents.document', 'tasks.obligation', 'tasks.assignment', 'tasks.handover')
           OR e.object_id = the_document
    ), guilty AS (
        SELECT DISTINCT s.id FROM spoken s, words w, unnest(string_to_array(lower(s.said), E'\n')) AS line
        WHERE length(line) >= 25 AND position(left(line, 100) IN w.held) > 0
    ), cleaned AS (
        UPDATE audit_auditevent e
        SET object_text = the_code, reason = '', changes = '{}'::jsonb
        FROM guilty g WHERE e.id = g.id
        RETURNING e.sequence
    )
    SELECT coalesce(jsonb_agg(sequence ORDER BY sequence), '[]'::jsonb) INTO scrubbed FROM cleaned;
    RETURN scrubbed;
END;
$body$;
"""

STORED_FILE = r"""
CREATE FUNCTION purge_stored_file(the_file uuid) RETURNS text
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    stored text;
BEGIN
    SELECT domain || '/' || left(sha256, 2) || '/' || sha256 INTO stored
        FROM documents_storedfile WHERE id = the_file;
    BEGIN
        DELETE FROM documents_storedfile WHERE id = the_file;
        SET CONSTRAINTS ALL IMMEDIATE;
        SET CONSTRAINTS ALL DEFERRED;
        DELETE FROM documents_storedfileevent WHERE id = the_file;
    EXCEPTION WHEN foreign_key_violation THEN
        -- Another record still owns the same bytes.
        stored := NULL;
    END;
    RETURN stored;
END;
$body$;
"""

UNDO = """
DROP FUNCTION purge_document(uuid);
DROP FUNCTION purge_stored_file(uuid);
DROP FUNCTION purge_scrub_events(uuid, text);
DROP FUNCTION purge_require_two_people(documents_purge);
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("accounts", "0001_initial"), ("audit", "0001_initial")]

    operations = [
        migrations.AddField("purge", "scrubbed_events", models.JSONField(default=list)),
        migrations.RunSQL([TWO_PEOPLE, SCRUB, STORED_FILE, PURGE], [UNDO]),
    ]
