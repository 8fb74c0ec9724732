"""Measures the running site on a province of a million tasks: `make bench-web [TASKS=1000000] [DATA=folder]`.

The database is made once, in a data folder of its own, and used again. The site runs as `sauro run` runs it. Three
times one minute: 20 requests a second of which a sixth are deeds, 150 requests a second of reads, and 400 people at
once. What each page costs on its own (queries, processor time, blocks of the database) says more than the times on a
machine that has something else to do, so the load of the machine stands beside them.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from tools.bench_web_client import Answer, Site, as_people, steadily
from tools.bench_web_data import make_database
from tools.bench_web_report import Phase, write_report

from sauro.runtime import database
from sauro.runtime.database import Addresses
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import capture_sauro

SEED = 1
DEEDS_PER_REQUEST = 1 / 6
THINK_SECONDS = 8.0
WARM_UP = 40
READY_SECONDS = 120
# How often each page is asked for, among reads.
SHARES = {"list": 35, "task": 30, "directive": 12, "board": 15, "home": 8}


def main() -> int:
    """Make or find the database, measure, print and write the page of figures."""
    options = _options()
    folder = DataFolder(options.data.resolve())
    folder.prepare()
    with database.available(folder) as addresses:
        made = make_database(addresses, folder.root, options.tasks)
        cast = _cast(addresses, folder, options.people)
        with _site(addresses, folder, options.port) as port:
            phases = asyncio.run(_measure(Site("127.0.0.1", port, cast["sessions"]), cast, options))
        code, told = capture_sauro(addresses, "manage", "rebuild_board", "--check", with_errors=True)
    write_report(made=made, costs=cast["costs"], phases=phases, board=(code == 0, told.strip().splitlines()[-1]))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--tasks", type=int, default=1_000_000)
    parser.add_argument("--data", type=Path, default=Path("/tmp/bench-web"))  # noqa: S108 -- gigabytes, made anew at will
    parser.add_argument("--port", type=int, default=8890)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=float, default=20)
    parser.add_argument("--read-rate", type=float, default=150)
    parser.add_argument("--people", type=int, default=400)
    return parser.parse_args()


def _cast(addresses: Addresses, folder: DataFolder, people: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tools.bench_web_cast", str(people)]
    finished = subprocess.run(  # noqa: S603 -- our own command
        command, env=_variables(addresses, folder), check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    cast: dict[str, Any] = json.loads(finished.stdout)
    return cast


def _variables(addresses: Addresses, folder: DataFolder) -> dict[str, str]:
    return {**addresses.variables(), "SAURO_DATA_DIR": str(folder.root), "SAURO_LOG": "ERROR"}


@contextmanager
def _site(addresses: Addresses, folder: DataFolder, port: int) -> Iterator[int]:
    """Run the site as an administrator would, on the embedded database that is running already."""
    variables = {**os.environ, "SAURO_DATA_DIR": str(folder.root), "SAURO_LOG": "ERROR"}
    command = [sys.executable, "-m", "sauro", "run", "--no-demo", "--port", str(port)]
    site = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL)  # noqa: S603 -- our own command
    try:
        _wait_for(port, site)
        yield port
    finally:
        site.send_signal(signal.SIGINT)
        site.wait()


def _wait_for(port: int, site: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and site.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the site did not start")


async def _measure(site: Site, cast: dict[str, Any], options: argparse.Namespace) -> list[Phase]:
    random = Random(SEED)  # noqa: S311 -- no secret
    by_page = {page: [one for one in cast["reads"] if one["page"] == page] for page in SHARES}
    deeds = random.sample(cast["writes"], len(cast["writes"]))

    def reads(count: int) -> list[dict[str, Any]]:
        pages = random.choices(list(SHARES), list(SHARES.values()), k=count)
        return [random.choice(by_page[page]) for page in pages]

    def mixed(count: int) -> list[dict[str, Any]]:
        asked = reads(count)
        for at in random.sample(range(count), min(len(deeds), int(count * DEEDS_PER_REQUEST))):
            asked[at] = deeds.pop()
        return asked

    await steadily(site, reads(WARM_UP), 4, random)
    phases = []
    for name, rate, wanted in (
        (f"{options.rate:g} requests a second, a sixth of them deeds", options.rate, mixed),
        (f"{options.read_rate:g} reads a second", options.read_rate, reads),
    ):
        phases.append(await _phase(name, steadily(site, wanted(int(rate * options.seconds)), rate, random)))
        await asyncio.sleep(5)
    people = list(cast["sessions"])
    own = [one for page in ("list", "board", "home") for one in by_page[page]]
    crowd = as_people(site, people, own, seconds=options.seconds, think=THINK_SECONDS, seed=SEED)
    phases.append(await _phase(f"{len(people)} people, {THINK_SECONDS:g} s between their requests", crowd))
    phases.append(await _phase("afterwards: 4 reads a second", steadily(site, reads(WARM_UP), 4, random)))
    return phases


async def _phase(name: str, asking: Any) -> Phase:
    load, begin = os.getloadavg()[0], time.perf_counter()
    answers: list[Answer] = await asking
    return Phase(name, answers, time.perf_counter() - begin, (load, os.getloadavg()[0]))


if __name__ == "__main__":
    sys.exit(main())
