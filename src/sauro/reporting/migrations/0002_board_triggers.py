"""Every change of assignments, bulk and raw ones too, is noted for the board. See docs/adr/0022."""

from django.db import migrations

# The half-month of a deadline, and the cell of an assignment. In time or late is told by the last day that counts, as in
# sauro.tasks.timeliness; the tests hold both to each other.
FUNCTIONS = r"""
CREATE FUNCTION reporting_slot(due_on date) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN due_on - (extract(day FROM due_on)::integer - CASE WHEN extract(day FROM due_on) < 15 THEN 1 ELSE 15 END);

CREATE FUNCTION reporting_kind(
    state varchar, due_on date, held_days smallint, handed_in_at timestamptz, is_recurring boolean
) RETURNS varchar
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN state = 'stopped' THEN 'stopped'
    WHEN state = 'confirmed' AND (handed_in_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > due_on + held_days
        THEN 'done_late'
    WHEN state = 'confirmed' THEN 'done_on_time'
    WHEN state = 'handed_in' THEN 'waiting'
    WHEN due_on IS NULL AND is_recurring THEN 'recurring'
    WHEN due_on IS NULL THEN 'no_deadline'
    ELSE 'open'
END;

CREATE FUNCTION reporting_cell(
    state varchar, due_on date, held_days smallint, handed_in_at timestamptz, waiting_since date, is_recurring boolean
) RETURNS TABLE (kind varchar, slot date, last_day date, waits_since date)
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT known.kind, reporting_slot(due_on),
        CASE WHEN known.kind = 'open' THEN due_on + held_days END,
        CASE WHEN known.kind = 'open' THEN waiting_since END
    FROM (SELECT reporting_kind(state, due_on, held_days, handed_in_at, is_recurring)) known(kind);
END;
"""

NOTE = r"""
CREATE FUNCTION reporting_note_changes() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO reporting_boardchange
            (domain, giver_unit_id, unit_id, field_id, kind, slot, last_day, waiting_since, number)
        SELECT a.domain, a.giver_unit_id, a.unit_id, a.field_id, c.kind, c.slot, c.last_day, c.waits_since, count(*)
        FROM new_rows a CROSS JOIN LATERAL reporting_cell(
            a.state, a.due_on, a.held_days, a.handed_in_at, a.waiting_since, a.is_recurring) c
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO reporting_boardchange
            (domain, giver_unit_id, unit_id, field_id, kind, slot, last_day, waiting_since, number)
        SELECT a.domain, a.giver_unit_id, a.unit_id, a.field_id, c.kind, c.slot, c.last_day, c.waits_since, -count(*)
        FROM old_rows a CROSS JOIN LATERAL reporting_cell(
            a.state, a.due_on, a.held_days, a.handed_in_at, a.waiting_since, a.is_recurring) c
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    ELSE
        INSERT INTO reporting_boardchange
            (domain, giver_unit_id, unit_id, field_id, kind, slot, last_day, waiting_since, number)
        SELECT a.domain, a.giver_unit_id, a.unit_id, a.field_id, c.kind, c.slot, c.last_day, c.waits_since, sum(a.sign)
        FROM (
            SELECT domain, giver_unit_id, unit_id, field_id, state, due_on, held_days, handed_in_at, waiting_since,
                is_recurring, 1 AS sign FROM new_rows
            UNION ALL
            SELECT domain, giver_unit_id, unit_id, field_id, state, due_on, held_days, handed_in_at, waiting_since,
                is_recurring, -1 FROM old_rows
        ) a CROSS JOIN LATERAL reporting_cell(
            a.state, a.due_on, a.held_days, a.handed_in_at, a.waiting_since, a.is_recurring) c
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        HAVING sum(a.sign) <> 0;
    END IF;
    RETURN NULL;
END;
$body$;

CREATE TRIGGER reporting_note_insert AFTER INSERT ON tasks_assignment
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reporting_note_changes();
CREATE TRIGGER reporting_note_delete AFTER DELETE ON tasks_assignment
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION reporting_note_changes();
CREATE TRIGGER reporting_note_update AFTER UPDATE ON tasks_assignment
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION reporting_note_changes();
"""

# What is there already counts as changed just now: the first fold makes the cells of it.
FIRST = r"""
INSERT INTO reporting_boardchange
    (domain, giver_unit_id, unit_id, field_id, kind, slot, last_day, waiting_since, number)
SELECT a.domain, a.giver_unit_id, a.unit_id, a.field_id, c.kind, c.slot, c.last_day, c.waits_since, count(*)
FROM tasks_assignment a CROSS JOIN LATERAL reporting_cell(
    a.state, a.due_on, a.held_days, a.handed_in_at, a.waiting_since, a.is_recurring) c
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
"""

UNDO = """
DROP TRIGGER reporting_note_insert ON tasks_assignment;
DROP TRIGGER reporting_note_delete ON tasks_assignment;
DROP TRIGGER reporting_note_update ON tasks_assignment;
DROP FUNCTION reporting_note_changes();
DROP FUNCTION reporting_cell(varchar, date, smallint, timestamptz, date, boolean);
DROP FUNCTION reporting_kind(varchar, date, smallint, timestamptz, boolean);
DROP FUNCTION reporting_slot(date);
"""


class Migration(migrations.Migration):
    dependencies = [("reporting", "0001_board_cells")]

    operations = [migrations.RunSQL([FUNCTIONS, NOTE, FIRST], [UNDO])]
