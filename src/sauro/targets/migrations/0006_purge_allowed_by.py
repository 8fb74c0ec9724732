"""Purging a document also takes who allowed less than one of its values: the words may name the document."""

from django.db import migrations

STEP = r"""
CREATE OR REPLACE FUNCTION purge_step_53_targets(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_asks uuid[];
    the_lines uuid[];
    the_actuals uuid[];
BEGIN
    SELECT coalesce(array_agg(DISTINCT id), '{}') INTO the_asks FROM targets_askevent WHERE document_id = the_document;
    SELECT coalesce(array_agg(l.id), '{}') INTO the_lines
        FROM targets_yearline l JOIN targets_ask a ON a.share_id = l.share_id AND a.year = l.year
        WHERE a.id = ANY (the_asks);
    -- Step 50 has blanked the source of every assignment of the document by now.
    SELECT coalesce(array_agg(DISTINCT t.id), '{}') INTO the_actuals
        FROM targets_actual t JOIN tasks_productversion p ON p.id = t.product_id
        JOIN tasks_assignment s ON s.id = p.assignment_id WHERE s.source_text = gone;

    UPDATE targets_settlement SET reason = gone, allowed_by = '' WHERE line_id = ANY (the_lines);
    UPDATE targets_settlementevent SET reason = gone, allowed_by = '' WHERE line_id = ANY (the_lines);
    UPDATE targets_yearline SET target_from_id = NULL WHERE target_from_id = ANY (the_asks);
    UPDATE targets_yearlineevent SET target_from_id = NULL WHERE target_from_id = ANY (the_asks);
    -- Reasons for not following the other values of these years speak of the document as well.
    UPDATE targets_ask a SET reason = '' FROM targets_yearline l
        WHERE l.id = ANY (the_lines) AND a.share_id = l.share_id AND a.year = l.year;
    UPDATE targets_askevent a SET reason = '' FROM targets_yearline l
        WHERE l.id = ANY (the_lines) AND a.share_id = l.share_id AND a.year = l.year;
    UPDATE targets_actual SET basis = gone, note = '', cancel_reason = '', link = '' WHERE id = ANY (the_actuals);
    UPDATE targets_actualevent SET basis = gone, note = '', cancel_reason = '', link = '' WHERE id = ANY (the_actuals);

    UPDATE targets_askevent SET document_id = NULL, reading_id = NULL, start = NULL, "end" = NULL, source_text = gone,
        sentence = gone, printed = '', reason = '' WHERE id = ANY (the_asks);
    UPDATE targets_ask SET document_id = NULL, reading_id = NULL, start = NULL, "end" = NULL, source_text = gone,
        sentence = gone, printed = '', reason = '' WHERE id = ANY (the_asks);
    DELETE FROM targets_leftout WHERE document_id = the_document;
    DELETE FROM targets_leftoutevent WHERE document_id = the_document;
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("targets", "0005_allowed_by")]

    operations = [migrations.RunSQL([STEP], migrations.RunSQL.noop)]
