"""A standard that changes marks its days for the flat snapshots of the workforce. See docs/adr/0036."""

from django.db import migrations

MADE = r"""
CREATE FUNCTION careers_note_standards() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        PERFORM headcounts_mark(NULL, range_agg(valid), false) FROM old_rows
        WHERE theory <> '' AND withdrawn_at IS NULL HAVING count(*) > 0;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        PERFORM headcounts_mark(NULL, range_agg(valid), false) FROM new_rows
        WHERE theory <> '' AND withdrawn_at IS NULL HAVING count(*) > 0;
    END IF;
    RETURN NULL;
END;
$body$;

CREATE TRIGGER careers_insert_standard AFTER INSERT ON careers_standard
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION careers_note_standards();
CREATE TRIGGER careers_update_standard AFTER UPDATE ON careers_standard
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION careers_note_standards();
CREATE TRIGGER careers_delete_standard AFTER DELETE ON careers_standard
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION careers_note_standards();
"""
UNDO = r"""
DROP TRIGGER careers_insert_standard ON careers_standard;
DROP TRIGGER careers_update_standard ON careers_standard;
DROP TRIGGER careers_delete_standard ON careers_standard;
DROP FUNCTION careers_note_standards();
"""


class Migration(migrations.Migration):
    dependencies = [("careers", "0005_outcome_words"), ("headcounts", "0004_standard")]

    operations = [migrations.RunSQL([MADE], [UNDO])]
