"""Purging a document also takes the words of what was said about the work it gave."""

from django.db import migrations

STEP = r"""
CREATE FUNCTION purge_step_54_discussions(the_document uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE
    gone constant text := '[đã tiêu hủy]';
    the_comments uuid[];
BEGIN
    -- Step 50 has blanked the source of every assignment of the document by now. A mention (discussions_mention,
    -- discussions_mentionevent) holds the name of a person or unit, no words.
    SELECT coalesce(array_agg(c.id), '{}') INTO the_comments
        FROM discussions_comment c JOIN tasks_assignment a ON a.id = c.assignment_id WHERE a.source_text = gone;

    UPDATE discussions_comment SET text = gone WHERE id = ANY (the_comments);
    UPDATE discussions_commentevent SET text = gone WHERE id = ANY (the_comments);
    UPDATE discussions_earliertext SET text = gone WHERE comment_id = ANY (the_comments);
    UPDATE discussions_earliertextevent SET text = gone WHERE comment_id = ANY (the_comments);
    UPDATE discussions_commentfile SET file_name = gone WHERE comment_id = ANY (the_comments);
    UPDATE discussions_commentfileevent SET file_name = gone WHERE comment_id = ANY (the_comments);
END;
$body$;
"""


class Migration(migrations.Migration):
    dependencies = [("discussions", "0001_initial"), ("tasks", "0006_purge_deadlines")]

    operations = [migrations.RunSQL([STEP], ["DROP FUNCTION purge_step_54_discussions(uuid)"])]
