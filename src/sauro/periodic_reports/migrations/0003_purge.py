"""Purging a document also takes the words about its tasks out of reports that name them.

The system's own sentences name tasks by code and wording, so a text that holds the code of a task of the document may
hold its words: the whole text goes, in the report and in every version that was sent. The figures stay; the digest of a sent
version then tells that it was changed.
"""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_55_periodic_reports(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_codes text[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(code), '{}') INTO the_codes FROM tasks_assignment WHERE source_text = gone;
    UPDATE periodic_reports_sectiontext SET text = gone
        WHERE EXISTS (SELECT 1 FROM unnest(the_codes) code WHERE position(code IN text) > 0);
    UPDATE periodic_reports_textversion SET text = gone
        WHERE EXISTS (SELECT 1 FROM unnest(the_codes) code WHERE position(code IN text) > 0);
    UPDATE periodic_reports_sentversion SET content = jsonb_set(content, '{sections}', (
            SELECT jsonb_agg(
                CASE WHEN EXISTS (SELECT 1 FROM unnest(the_codes) code WHERE position(code IN section::text) > 0)
                    THEN section || jsonb_build_object('text', gone, 'sources', '[]'::jsonb) ELSE section END
                ORDER BY place)
            FROM jsonb_array_elements(content -> 'sections') WITH ORDINALITY AS sections (section, place)))
        WHERE EXISTS (SELECT 1 FROM unnest(the_codes) code WHERE position(code IN (content ->> 'sections')) > 0);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("periodic_reports", "0002_state_wording"), ("tasks", "0012_bindings")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_55_periodic_reports(uuid)"])]
