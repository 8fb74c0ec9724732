"""`sauro demo`: load the invented demo province."""

from __future__ import annotations

import argparse

from sauro.runtime.commands import manage, migrate


def configure(parser: argparse.ArgumentParser) -> None:
    """There are no arguments."""


def run(_options: argparse.Namespace) -> int:
    """Bring the database up to date and load the demo."""
    migrate.run(argparse.Namespace(if_needed=True, tell_empty=False))
    manage.call(["load_demo"])
    return 0
