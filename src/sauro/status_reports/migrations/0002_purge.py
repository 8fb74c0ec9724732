"""Purging a document also takes its words out of the reports that listed its work."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_54_status_reports(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now.
    UPDATE status_reports_reportrow SET wording = gone, source_text = gone, search_key = '', point = '',
        reason = CASE WHEN reason = '' THEN '' ELSE gone END
        WHERE assignment_id IN (SELECT id FROM tasks_assignment WHERE source_text = gone);
    UPDATE status_reports_statusreport SET document_id = NULL, document_text = gone, search_key = code,
        remarks = CASE WHEN remarks = '' THEN '' ELSE gone END,
        proposals = CASE WHEN proposals = '' THEN '' ELSE gone END
        WHERE document_id = the_document;
    UPDATE status_reports_statusreportevent SET document_text = gone,
        remarks = CASE WHEN remarks = '' THEN '' ELSE gone END,
        proposals = CASE WHEN proposals = '' THEN '' ELSE gone END
        WHERE document_id = the_document;
    UPDATE status_reports_statusreportevent SET document_id = NULL WHERE document_id = the_document;
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("status_reports", "0001_initial"), ("difficulties", "0002_purge")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_54_status_reports(uuid)"])]
