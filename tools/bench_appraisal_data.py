"""The database of `make bench-appraisal`: people, sheets and lines, written by the database itself."""

from __future__ import annotations

import sys
import time

import psycopg

COMMUNES, DIVISIONS = 102, 5
_TABLES = ("appraisals_sheet", "appraisals_sheetitem")
_PLAIN_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes
WHERE schemaname = 'public' AND tablename = 'appraisals_sheetitem' AND indexname NOT LIKE '%%_pkey'
"""

_UNITS = """
INSERT INTO organizations_unit (
    id, code, official_id, domain, kind, level, commune_type, name, short_name, parent_id, path, position, valid,
    has_accounts, search_key, sort_key
)
SELECT gen_random_uuid(), code, '', 'state', kind, 'commune', 'xa', name, '', NULL, path, 0,
    daterange('2025-07-01', NULL), true, lower(name), lower(name)
FROM (
    SELECT 'BX' || c AS code, 'peoples_committee' AS kind, 'Ủy ban mẫu ' || c AS name, 'BX' || c || '/' AS path
    FROM generate_series(1, %(communes)s) c
    UNION ALL
    SELECT 'BX' || c || '.P' || d, 'division', 'Phòng mẫu ' || c || '.' || d,
        'BX' || c || '/BX' || c || '.P' || d || '/'
    FROM generate_series(1, %(communes)s) c, generate_series(1, %(divisions)s) d
) u
"""

_PEOPLE = """
WITH made AS (
    INSERT INTO organizations_person (id, full_name, search_key, sort_key)
    SELECT gen_random_uuid(), 'Nguyễn Văn Mẫu ' || n, 'nguyen van mau ' || n, 'mau ' || n
    FROM generate_series(1, %(people)s) n RETURNING id
), placed AS (SELECT id, row_number() OVER () AS n FROM made), units AS (
    SELECT id, row_number() OVER (ORDER BY path) - 1 AS n, count(*) OVER () AS of FROM organizations_unit
    WHERE code LIKE 'BX%%'
), position AS (
    INSERT INTO organizations_position (id, code, title, is_head, rank)
    VALUES (gen_random_uuid(), 'BENCH', 'Chuyên viên', false, 50) RETURNING id
)
INSERT INTO organizations_appointment (id, person_id, position_id, unit_id, valid)
SELECT gen_random_uuid(), p.id, position.id, u.id, daterange('2025-07-01', NULL)
FROM placed p JOIN units u ON u.n = p.n %% u.of, position
"""

# The first of each unit is its head, so that every unit has one whose points rest on the others'.
_SHEETS = """
INSERT INTO appraisals_sheet (
    id, appointment_id, unit_id, domain, month, subject, duty, like_group, settings, failure_deduction, late_deduction,
    leaves_pending_out, days, leave, state, own_points, own_note, own_shortcomings, points, comment,
    initiative, prolonged, conflict,
    confirmed_by_name, reopened_reason, assigned, added, done, quality, progress, is_provisional, unconverted,
    score_exact
)
SELECT gen_random_uuid(), a.id, a.unit_id, 'state', m::date, 'civil_servant',
    CASE WHEN row_number() OVER (PARTITION BY a.unit_id, m ORDER BY a.id) = 1 THEN 'head' ELSE 'staff' END,
    '', '{"rules": "nd-335-2025", "given": {}}', 25, 25, false, 30, '', 'confirmed', %(points)s, '', '',
    %(points)s, '', '', '', '', 'Mẫu', '', 0, 0, 0, 0, 0, false, 0, ''
FROM organizations_appointment a JOIN organizations_unit u ON u.id = a.unit_id AND u.code LIKE 'BX%%',
    generate_series('2026-01-01'::date, '2026-01-01'::date + make_interval(months => %(months)s - 1), '1 month') m
"""

# Unit by unit and sheet by sheet, as opening writes them: what lies together is read together.
_LINES = """
INSERT INTO appraisals_sheetitem (
    id, sheet_id, wording, result, own, own_reason, kind, is_pending, quantity, units, is_done, is_waiting, given_back,
    is_counted, is_excused, failures, late, exempt_failures, exempt_late
)
SELECT gen_random_uuid(), s.id, 'Việc mẫu', '', 'accepted', '',
    CASE WHEN n %% 10 < 8 THEN 'planned' WHEN n %% 10 = 8 THEN 'ad_hoc' ELSE 'taken_over' END,
    false, 1, (1 + (random() * 1300)::int) * 100, random() < 0.95, false, random() < 0.01, true, false,
    (random() < 0.05)::int, (random() < 0.08)::int, 0, 0
FROM (
    SELECT s.id FROM appraisals_sheet s JOIN organizations_unit u ON u.id = s.unit_id
    WHERE s.month = %(month)s ORDER BY u.path, s.id
) s CROSS JOIN LATERAL generate_series(1, %(lines)s + (s.id IS NULL)::int) n
"""


def fill(owner: str, *, people: int, months: int, lines: int, points: str) -> None:
    """Write everything unless it is there. ``points`` is JSON."""
    with psycopg.connect(owner, autocommit=True) as connection:
        found = connection.execute("SELECT count(*) FROM appraisals_sheet").fetchone()
        if found and found[0]:
            return
        for table in _TABLES:
            connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        held = {"people": people, "months": months, "points": points, "communes": COMMUNES, "divisions": DIVISIONS}
        for name, statement in (("units", _UNITS), ("people", _PEOPLE), ("sheets", _SHEETS)):
            _timed(name, lambda statement=statement: connection.execute(statement, held))
        indexes = connection.execute(_PLAIN_INDEXES).fetchall()
        for name, _definition in indexes:
            connection.execute(f'ALTER TABLE appraisals_sheetitem DROP CONSTRAINT IF EXISTS "{name}"')
            connection.execute(f'DROP INDEX IF EXISTS "{name}"')
        for [month] in connection.execute("SELECT DISTINCT month FROM appraisals_sheet ORDER BY 1").fetchall():
            _timed(
                f"lines of {month}", lambda month=month: connection.execute(_LINES, {"lines": lines, "month": month})
            )
        for name, definition in indexes:
            _timed(name, lambda definition=definition: connection.execute(definition))
        for table in _TABLES:
            connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        _timed("vacuum", lambda: connection.execute("VACUUM (ANALYZE)"))


def _timed(name: str, act: object) -> None:
    begin = time.monotonic()
    act()  # type: ignore[operator]  # a call without arguments
    sys.stderr.write(f"{name}: {time.monotonic() - begin:.1f} s\n")
