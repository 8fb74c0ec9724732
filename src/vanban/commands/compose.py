"""``vanban compose``: an official document from a description in JSON."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from vanban import api
from vanban.commands.streams import EXIT_CLEAN, EXIT_UNREADABLE, refuse, why
from vanban.compose.fonts import FontsMissing
from vanban.compose.model import Content, Layout
from vanban.compose.pdf.press import NotComposed
from vanban.compose.reading import content_from_json
from vanban.compose.validation import BadContent, slips

_WRITERS = {".docx": api.compose_docx, ".pdf": api.compose_pdf}


def run_compose(arguments: argparse.Namespace) -> int:
    """Read the description and write every file that is asked for; returns the exit code."""
    targets = [Path(name) for name in arguments.output]
    wrong = next((target for target in targets if target.suffix.lower() not in _WRITERS), None)
    if wrong is not None:
        return refuse(str(wrong), "chỉ ghi được tệp .docx hoặc .pdf")
    try:
        content = content_from_json(Path(arguments.file).read_bytes())
        if arguments.layout:
            content = replace(content, layout=Layout(arguments.layout))
        if found := tuple(slips(content)):
            raise BadContent(found)
        return _write_all(content, targets)
    except BadContent as error:
        for fault in error.faults:
            refuse(f"{arguments.file}: {fault.where}" if fault.where else arguments.file, fault.message)
    except (NotComposed, FontsMissing) as error:
        return refuse(arguments.file, error.message)
    except OSError as error:
        return refuse(error.filename or arguments.file, f"không mở hoặc không ghi được tệp ({why(error)})")
    return EXIT_UNREADABLE


def _write_all(content: Content, targets: list[Path]) -> int:
    """Make everything before anything is written: a file that cannot be made leaves none half done."""
    made = [(target, _WRITERS[target.suffix.lower()](content)) for target in targets]
    for target, data in made:
        target.write_bytes(data)
    return EXIT_CLEAN
