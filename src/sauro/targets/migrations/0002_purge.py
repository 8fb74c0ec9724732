"""Purging a document takes the sentences of the targets found in it; the values stay, without their source."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_53_targets(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
BEGIN
    UPDATE targets_askevent SET document_id = NULL, reading_id = NULL, start = NULL, "end" = NULL, source_text = gone,
        sentence = gone, printed = '', reason = '' WHERE document_id = the_document;
    UPDATE targets_ask SET document_id = NULL, reading_id = NULL, start = NULL, "end" = NULL, source_text = gone,
        sentence = gone, printed = '', reason = '' WHERE document_id = the_document;
    DELETE FROM targets_leftout WHERE document_id = the_document;
    DELETE FROM targets_leftoutevent WHERE document_id = the_document;
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("targets", "0001_initial"), ("documents", "0002_purge")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_53_targets(uuid)"])]
