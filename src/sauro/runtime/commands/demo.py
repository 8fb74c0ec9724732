"""`sauro demo`: load the invented demo province."""

from __future__ import annotations

import argparse

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro


def configure(parser: argparse.ArgumentParser) -> None:
    """There are no arguments."""


def run(_options: argparse.Namespace) -> int:
    """Bring the database up to date and load the demo; what exists already is left alone."""
    with database.available(DataFolder.from_environment()) as addresses:
        return run_sauro(addresses, "migrate", "--if-needed") or run_sauro(addresses, "manage", "load_demo")
