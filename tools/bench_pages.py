"""CPU time and number of queries of every page that needs no argument, on the demo province."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from sauro.runtime import database
from sauro.runtime.folder import DataFolder

RUNS = 5
PERSONAS = ("chanhvp.tinh", "quantri")
LIMIT_MS = 50


def bench_pages() -> None:
    """Load the demo into a database of its own and measure there, in a process that knows its address."""
    with tempfile.TemporaryDirectory(prefix="sauro-bench-") as scratch:
        root = Path(scratch)
        root.chmod(0o711)
        folder = DataFolder(root / "var")
        with database.available(folder) as addresses:
            variables = {**addresses.variables(), "SAURO_DATA_DIR": str(folder.root), "SAURO_LOG": "ERROR"}
            for command in (["-m", "sauro", "demo"], ["-m", "tools.bench_pages"]):
                subprocess.run([sys.executable, *command], env=variables, check=True)  # noqa: S603 -- our own commands


def measure() -> None:
    """Ask for every page as each persona and print the slowest first."""
    django.setup()
    users = get_user_model()._default_manager
    results = []
    for persona in PERSONAS:
        client = Client()
        client.force_login(users.get(username=persona))
        for address in _addresses():
            milliseconds, queries, status = _ask(client, address)
            if status == 200:
                results.append((milliseconds, queries, persona, address))
    for milliseconds, queries, persona, address in sorted(results, reverse=True):
        mark = "" if milliseconds <= LIMIT_MS else f"  over {LIMIT_MS} ms"
        sys.stdout.write(f"{milliseconds:8.1f} ms  {queries:3d} queries  {persona:14} {address}{mark}\n")


def _addresses() -> list[str]:
    addresses = set()
    for name in _names(get_resolver(), ""):
        try:
            addresses.add(reverse(name))
        except NoReverseMatch:
            continue
    return sorted(address for address in addresses if "sign-out" not in address)


def _names(resolver: URLResolver, prefix: str) -> list[str]:
    found = []
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            found += [prefix + pattern.name] if pattern.name else []
        else:
            found += _names(pattern, prefix + (f"{pattern.namespace}:" if pattern.namespace else ""))
    return found


def _ask(client: Client, address: str) -> tuple[float, int, int]:
    times, queries, status = [], 0, 0
    for _ in range(RUNS):
        with CaptureQueriesContext(connection) as captured:
            begin = time.process_time()
            response = client.get(address)
            times.append(time.process_time() - begin)
        queries, status = len(captured), response.status_code
        response.close()
    return statistics.median(times) * 1000, queries, status


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
    measure()
