"""Changes of the records mark the days they touch, and a destroyed key empties what was opened. See docs/adr/0036."""

from django.db import migrations

# A row of tenures, particulars or facts: what it says of which days, before and after. Where nothing but its days
# changed, only the days that differ are touched. A statement of many rows marks its days as a whole: an import must not
# write as many marks.
NOTE = r"""
CREATE FUNCTION headcounts_says(held jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN held - ARRAY['valid', 'decision', 'decided_on', 'recorded_at', 'recorded_by_name', 'withdrawn_by_name',
    'withdrawn_reason', 'withdrawn_at', 'end_reason', 'end_decision', 'appointment_id', 'detail', 'place', 'amount',
    'home_town', 'residence', 'phone', 'recruited_on', 'schooling'];

CREATE FUNCTION headcounts_days(held jsonb) RETURNS datemultirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN held IS NULL OR held->>'withdrawn_at' IS NOT NULL THEN '{}'::datemultirange
    WHEN held->>'kind' IN ('reward', 'move', 'religion', 'health', 'discipline', 'party_joined')
        THEN '{}'::datemultirange
    ELSE datemultirange((held->>'valid')::daterange) END;

CREATE FUNCTION headcounts_touched(before jsonb, after jsonb) RETURNS datemultirange
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN headcounts_says(before) = headcounts_says(after)
    THEN (headcounts_days(before) - headcounts_days(after)) + (headcounts_days(after) - headcounts_days(before))
    ELSE headcounts_days(before) + headcounts_days(after) END;

CREATE FUNCTION headcounts_mark(who uuid, days datemultirange, of_places boolean) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO headcounts_mark (dossier_id, first, "end", is_of_places)
    SELECT who, lower(part), upper(part), of_places FROM unnest(days) part WHERE NOT isempty(part);
END;

CREATE FUNCTION headcounts_note_people() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
DECLARE most CONSTANT integer := 500;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF (SELECT count(*) FROM (SELECT FROM new_rows LIMIT most + 1) few) > most THEN
            PERFORM headcounts_mark(NULL, datemultirange(range_merge(range_agg(valid))), false)
            FROM new_rows HAVING count(*) > 0;
        ELSE
            PERFORM headcounts_mark(n.dossier_id, headcounts_days(to_jsonb(n)), false) FROM new_rows n;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM headcounts_mark(o.dossier_id, headcounts_days(to_jsonb(o)), false) FROM old_rows o;
    ELSIF (SELECT count(*) FROM (SELECT FROM new_rows LIMIT most + 1) few) > most THEN
        PERFORM headcounts_mark(NULL, range_agg(touched), false)
        FROM (SELECT headcounts_touched(to_jsonb(o), to_jsonb(n)) AS days FROM old_rows o JOIN new_rows n USING (id)) t,
            unnest(t.days) touched
        HAVING count(*) > 0;
    ELSE
        PERFORM headcounts_mark(n.dossier_id, headcounts_touched(to_jsonb(o), to_jsonb(n)), false)
        FROM old_rows o JOIN new_rows n USING (id);
    END IF;
    RETURN NULL;
END;
$body$;

CREATE FUNCTION headcounts_note_places() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM headcounts_mark(NULL, range_agg(valid), true) FROM new_rows HAVING count(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN
        PERFORM headcounts_mark(NULL, range_agg(valid), true) FROM old_rows HAVING count(*) > 0;
    ELSE
        PERFORM headcounts_mark(NULL, range_agg(touched), true)
        FROM (SELECT headcounts_touched(to_jsonb(o), to_jsonb(n)) AS days FROM old_rows o JOIN new_rows n USING (id)) t,
            unnest(t.days) touched
        HAVING count(*) > 0;
    END IF;
    RETURN NULL;
END;
$body$;

CREATE FUNCTION headcounts_note_posts() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    INSERT INTO headcounts_mark (dossier_id, first, "end", is_of_places)
    SELECT NULL, NULL, NULL, false FROM old_rows o JOIN new_rows n USING (id)
    WHERE (n.block, n."group", n.is_key, n.is_head) IS DISTINCT FROM (o.block, o."group", o.is_key, o.is_head)
    LIMIT 1;
    RETURN NULL;
END;
$body$;

CREATE FUNCTION headcounts_note_units() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM headcounts_mark(NULL, range_agg(valid), true) FROM new_rows HAVING count(*) > 0;
    ELSE
        INSERT INTO headcounts_mark (dossier_id, first, "end", is_of_places)
        SELECT NULL, NULL, NULL, false FROM old_rows o JOIN new_rows n USING (id)
        WHERE (n.path, n.territory_id, n.level, n.kind, n.domain, n.valid, n.parent_id)
            IS DISTINCT FROM (o.path, o.territory_id, o.level, o.kind, o.domain, o.valid, o.parent_id)
        LIMIT 1;
    END IF;
    RETURN NULL;
END;
$body$;

CREATE FUNCTION headcounts_note_dossiers() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    INSERT INTO headcounts_mark (dossier_id, first, "end", is_of_places)
    SELECT n.id, NULL, NULL, false FROM old_rows o JOIN new_rows n USING (id)
    WHERE n.unit_id <> o.unit_id AND n.tenure_id IS NULL;
    RETURN NULL;
END;
$body$;

CREATE FUNCTION headcounts_forget() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp
AS $body$
BEGIN
    UPDATE headcounts_line SET ethnicity = '' WHERE dossier_id IN (
        SELECT d.id FROM workforce_dossier d JOIN old_rows o ON o.person_id = d.person_id
            JOIN new_rows n ON n.id = o.id WHERE n.wrapped_key IS NULL AND o.wrapped_key IS NOT NULL);
    RETURN NULL;
END;
$body$;
"""

_EVERY = ("INSERT", "UPDATE", "DELETE")
_ROWS = {
    "INSERT": "NEW TABLE AS new_rows", "DELETE": "OLD TABLE AS old_rows",
    "UPDATE": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
}  # fmt: skip
_WATCHED = {
    "workforce_tenure": ("headcounts_note_people", _EVERY),
    "workforce_particulars": ("headcounts_note_people", _EVERY),
    "workforce_fact": ("headcounts_note_people", _EVERY),
    "workforce_seat": ("headcounts_note_places", _EVERY),
    "headcounts_committeesize": ("headcounts_note_places", _EVERY),
    "workforce_dossier": ("headcounts_note_dossiers", ("UPDATE",)),
    "workforce_identity": ("headcounts_forget", ("UPDATE",)),
    "workforce_post": ("headcounts_note_posts", ("UPDATE",)),
    "organizations_unit": ("headcounts_note_units", ("INSERT", "UPDATE")),
}


def _name(table: str, event: str) -> str:
    return f"headcounts_{event.lower()}_{table}"


MADE = "\n".join(
    f"CREATE TRIGGER {_name(table, event)} AFTER {event} ON {table} REFERENCING {_ROWS[event]} "
    f"FOR EACH STATEMENT EXECUTE FUNCTION {function}();"
    for table, (function, events) in _WATCHED.items()
    for event in events
)
UNDO = "\n".join(
    [f"DROP TRIGGER {_name(table, event)} ON {table};" for table, (_f, events) in _WATCHED.items() for event in events]
    + [
        f"DROP FUNCTION headcounts_{name};"
        for name in (
            "note_people()", "note_places()", "note_posts()", "note_units()", "note_dossiers()", "forget()",
            "mark(uuid, datemultirange, boolean)", "touched(jsonb, jsonb)", "days(jsonb)", "says(jsonb)",
        )
    ]
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("headcounts", "0001_initial"), ("workforce", "0001_initial")]

    operations = [migrations.RunSQL([NOTE, MADE], [UNDO])]
