"""``vanban extract``: the tasks of one document."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from vanban import api
from vanban.commands.streams import EXIT_CLEAN, refuse, why, write
from vanban.types import UnreadableDocument


def run_extract(arguments: argparse.Namespace) -> int:
    """Print the tasks of the file as a table, or everything as one JSON object; returns the exit code."""
    try:
        document = api.read(Path(arguments.file).read_bytes(), name=Path(arguments.file).name)
    except UnreadableDocument as error:
        return refuse(arguments.file, error.message)
    except OSError as error:
        return refuse(arguments.file, f"không mở được tệp ({why(error)})")
    extraction = api.extract(document)
    if arguments.json:
        write(json.dumps(extraction.to_dict(), ensure_ascii=False))
    else:
        from vanban.console.tasks import task_table  # noqa: PLC0415  # not needed for JSON

        write(task_table(extraction))
    return EXIT_CLEAN
