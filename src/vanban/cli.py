"""The command ``vanban``: extract tasks from a document, check it for defects."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.results import Extraction

EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNREADABLE = 0, 1, 2


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code: 0, 1 for findings of level error, 2 for an unreadable file."""
    arguments = _parser().parse_args(argv)
    from vanban import api  # noqa: PLC0415  # keeps "vanban --help" instant
    from vanban.types import UnreadableDocument  # noqa: PLC0415  # as above

    try:
        document = api.read(Path(arguments.file).read_bytes(), name=Path(arguments.file).name)
    except UnreadableDocument as error:
        return _refuse(arguments.file, error.message)
    except OSError as error:
        return _refuse(arguments.file, f"không mở được tệp ({error.strerror})")
    extraction = api.extract(document)
    return (
        _print_findings(extraction, arguments) if arguments.command == "check" else _print_tasks(extraction, arguments)
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban", description="Đọc hiểu văn bản chỉ đạo: trích nhiệm vụ, kiểm tra lỗi."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    for name, explanation in (("extract", "trích nhiệm vụ theo sáu rõ"), ("check", "kiểm tra lỗi của văn bản")):
        command = commands.add_parser(name, help=explanation)
        command.add_argument(
            "file", metavar="TỆP", help="tệp .docx, .pdf (cả bản quét), .odt, .txt, .md, .html, .png, .jpg, .tiff"
        )
        command.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    return parser


def _refuse(file: str, message: str) -> int:
    sys.stderr.write(f"vanban: {file}: {' '.join(message.split())}\n")
    return EXIT_UNREADABLE


def _print_tasks(extraction: Extraction, arguments: argparse.Namespace) -> int:
    if arguments.json:
        _write(json.dumps(extraction.to_dict(), ensure_ascii=False))
    else:
        from vanban.console import task_table  # noqa: PLC0415  # not needed for JSON

        _write(task_table(extraction))
    return EXIT_CLEAN


def _print_findings(extraction: Extraction, arguments: argparse.Namespace) -> int:
    findings = extraction.findings
    if arguments.json:
        _write(json.dumps([finding.to_dict() for finding in findings], ensure_ascii=False))
    else:
        from vanban.console import finding_lines  # noqa: PLC0415  # not needed for JSON

        _write(finding_lines(findings, extraction.text))
    return EXIT_FINDINGS if any(finding.severity == "error" for finding in findings) else EXIT_CLEAN


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")


if __name__ == "__main__":
    raise SystemExit(main())
