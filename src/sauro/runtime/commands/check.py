"""`sauro check`: looks at machine, settings, database and files, and says for each what is wrong and what to do."""

from __future__ import annotations

import argparse

from sauro.runtime import checks, database
from sauro.runtime.folder import DataFolder
from sauro.runtime.texts import gettext as _
from sauro.runtime.texts import say


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--files", action="store_true", help=_("đọc lại mọi tệp và so với mã băm trong tên"))


def run(options: argparse.Namespace) -> int:
    """Print one line for each check. Exit code 1 when one that the product needs failed."""
    folder = DataFolder.from_environment()
    folder.prepare()
    results = [*checks.machine(folder), *checks.stored_files(folder, read_all=options.files)]
    with database.available(folder) as addresses:
        results += checks.server(addresses)
        results += checks.encrypted_columns(folder, addresses)
        results += checks.django(addresses)
    for result in results:
        say(f"{result.mark} {result.sentence}")
    return 1 if any(result.failed for result in results) else 0
