"""Who asks for what in `make bench-web`: signed-in sessions, pages and deeds, and what each page costs on its own.

Runs as a process of its own against the database of the benchmark and prints one JSON object.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from importlib import import_module
from typing import Any

import django
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

PERSONAS = {
    "vanthu.tinh": "văn thư tỉnh",
    "lanhdao.tinh": "lãnh đạo tỉnh",
    "chanhvp.tinh": "chánh văn phòng tỉnh",
    "thutruong.t.snv.1": "giám đốc sở",
    "chuyenvien.t.snv.2": "chuyên viên sở",
    "lanhdao.xa1": "chủ tịch xã",
    "vanthu.xa2": "văn thư xã",
    "bithu.tinhuy": "bí thư tỉnh ủy",
}
DOERS = ("thutruong.t.snv.1", "chuyenvien.t.snv.2", "lanhdao.xa1", "chanhvp.tinh", "lanhdao.tinh")
LISTS = ("", "?mo=mo", "?hinh=overdue", "?q=bao+cao", "?tt=handed_in", "?sx=-han")
BOARDS = ("", "?muc=linh-vuc", "?muc=van-ban")
OBJECTS, MEASURED, DEEDS, RUNS = 40, 3, 150, 2
COMMENT = {"text": "Đề nghị đẩy nhanh tiến độ.", "scope": "both"}


def main(users: int) -> None:
    """Print the cast: ``sessions`` (cookies), ``reads`` and ``writes`` (by session), ``costs`` (by page)."""
    django.setup()
    from sauro.accounts.models import User  # noqa: PLC0415 -- Django must be set up first

    people = {user.username: user for user in User.objects.filter(username__in=PERSONAS)}
    reads, costs = [], []
    for username in PERSONAS:
        addresses = _addresses(people[username], OBJECTS)
        reads += [{"session": username, "page": page, "path": path} for page, path in addresses]
        costs += _costs(people[username], _addresses(people[username], MEASURED))
    others = User.objects.filter(is_active=True, must_change_password=False).exclude(username__in=PERSONAS)
    named = {**people, **{user.username: user for user in others.order_by("id")[: users - len(people)]}}
    told = {
        "sessions": {username: _session(user) for username, user in named.items()},
        "reads": reads,
        "writes": [deed for username in DOERS for deed in _deeds(people[username])],
        "costs": costs,
    }
    json.dump(told, sys.stdout, ensure_ascii=False)


def _session(user: Any) -> str:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store["active_at"] = int(time.time())
    store.create()
    return str(store.session_key)


def _actor(user: Any) -> Any:
    from sauro.access.actor import Door  # noqa: PLC0415 -- Django must be set up first
    from sauro.accounts.actors import load_actor  # noqa: PLC0415 -- Django must be set up first

    return load_actor(user=user, door=Door.WEB, request_id="")


def _addresses(user: Any, objects: int) -> list[tuple[str, str]]:
    """Return pages with their addresses: lists, boards, directives and tasks this person may see."""
    from sauro.documents.policies import document_policy  # noqa: PLC0415 -- Django must be set up first
    from sauro.tasks.policies import assignment_policy  # noqa: PLC0415 -- Django must be set up first

    actor = _actor(user)
    found = [("list", reverse("assignment-list") + query) for query in LISTS]
    found += [("board", reverse("board") + query) for query in BOARDS]
    found.append(("home", reverse("home")))
    documents = document_policy.visible(actor).filter(state="sent").order_by("-received_at", "-id")
    for pk in _spread(documents, objects):
        found += [("directive", reverse(name, args=[pk])) for name in ("document-detail", "follow-up")]
    tasks = assignment_policy.visible(actor).order_by("-given_at", "-id")
    return found + [("task", reverse("assignment-detail", args=[pk])) for pk in _spread(tasks, objects)]


def _spread(rows: Any, count: int) -> list[Any]:
    """Return some identities out of the newest thousand."""
    newest = list(rows.values_list("pk", flat=True)[:1000])
    return newest[:: max(1, len(newest) // count)][:count]


def _deeds(user: Any) -> list[dict[str, Any]]:
    """Return deeds this person may do, each on a task of its own."""
    from sauro.tasks.policies import assignment_policy  # noqa: PLC0415 -- Django must be set up first

    actor, deeds = _actor(user), []
    doing = assignment_policy.visible(actor, "work").filter(state__in=["accepted", "in_progress"], parts__isnull=True)
    working = list(doing.order_by("-id").values_list("pk", "progress")[: 2 * DEEDS])
    for number, (pk, progress) in enumerate(working):
        step, data = ("bao-cao", {"progress": str(min(95, progress + 5)), "text": "Đang thực hiện theo kế hoạch."})
        if number % 3 == 0:
            step, data = "nop", {"text": "Đã hoàn thành, có báo cáo kèm theo."}
        deeds.append(_deed(user, step, reverse("assignment-step", args=[pk, step]), data))
    handed = assignment_policy.visible(actor, "decide").filter(state="handed_in", criteria__isnull=True)
    for pk in handed.order_by("-id").values_list("pk", flat=True)[:DEEDS]:
        deeds.append(_deed(user, "xac-nhan", reverse("assignment-step", args=[pk, "xac-nhan"]), {}))
    for pk, _progress in working[:DEEDS]:
        deeds.append(_deed(user, "trao-doi", reverse("comment-write", args=[pk]), COMMENT))
    return deeds


def _deed(user: Any, page: str, path: str, data: dict[str, str]) -> dict[str, Any]:
    return {"session": user.username, "page": page, "path": path, "data": data}


def _costs(user: Any, addresses: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """Ask for every page here, one at a time: queries, time in Python and in the database, blocks."""
    client = Client()
    client.force_login(user)
    return [
        {"who": PERSONAS[user.username], "page": page, "path": path, **_cost(client, path)} for page, path in addresses
    ]


def _cost(client: Client, path: str) -> dict[str, Any]:
    processor, queries, database, status = [], 0, [], 0
    before = 0
    for number in range(RUNS):
        if number == 1:
            before = _blocks()
        with CaptureQueriesContext(connection) as captured:
            begin = time.process_time()
            response = client.get(path)
            response.getvalue()
            processor.append((time.process_time() - begin) * 1000)
        queries, status = len(captured), response.status_code
        database.append(sum(float(query["time"]) for query in captured.captured_queries) * 1000)
    blocks = (_blocks() - before) // (RUNS - 1)
    return {
        "status": status, "queries": queries, "processor": statistics.median(processor), "database": min(database),
        "blocks": blocks,
    }  # fmt: skip


def _blocks() -> int:
    """Blocks this database has read or found in memory so far, by anybody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT blks_hit + blks_read FROM pg_stat_database WHERE datname = current_database()")
        return int(cursor.fetchone()[0])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
    main(int(sys.argv[1]))
