"""``vanban check``: the findings of documents, for people, programs and editors; fixes and comments where asked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from vanban import api
from vanban.check.config import BadConfig
from vanban.check.output.checked_file import CheckedFile
from vanban.check.output.json import findings_json
from vanban.check.output.sarif import findings_sarif
from vanban.check.registry import RULES
from vanban.check.wordfile import NotWritable
from vanban.commands.amend import comment_on, fix_file, show_fixes
from vanban.commands.options import SettingsByFolder
from vanban.commands.streams import EXIT_CLEAN, EXIT_FINDINGS, EXIT_UNREADABLE, refuse, why, write
from vanban.console.findings import file_lines, summary_lines
from vanban.console.paint import Paint
from vanban.console.rules import rule_explanation, rule_table
from vanban.readers.decode import decode_text
from vanban.results import Severity
from vanban.types import UnreadableDocument

_TEXT_FORMATS = frozenset({"txt", "md"})


def run_check(arguments: argparse.Namespace) -> int:
    """Check the files, or say something about the rules; returns the exit code.

    2 when a file cannot be read or written or the configuration cannot be used, else 1 for findings of level error.
    """
    if arguments.show_rules:
        write(rule_table(RULES))
        return EXIT_CLEAN
    if arguments.explain:
        return _explain(arguments.explain)
    if not arguments.files:
        return refuse("check", "hãy nêu ít nhất một tệp để kiểm tra")
    if arguments.comment_to and len(arguments.files) > 1:
        return refuse("--comment-to", "chỉ ghi chú được từng tệp một")
    if arguments.comment_to and Path(arguments.comment_to).suffix.lower() != ".docx":
        return refuse(arguments.comment_to, "tệp có ghi chú là tệp Word; hãy đặt tên kết thúc bằng .docx")
    try:
        settings = SettingsByFolder(arguments)
    except BadConfig as error:
        return refuse("cấu hình", error.message)
    checked = [(name, _checked(name, settings, arguments)) for name in arguments.files]
    done = [file for _name, file in checked if file is not None]
    failed = [name for name, file in checked if file is None]
    if (done or arguments.sarif) and not arguments.diff:
        _print(done, failed, arguments)
    if failed:
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if any(map(_has_error, done)) else EXIT_CLEAN


def _explain(code: str) -> int:
    rule = next((rule for rule in RULES if code.upper() == rule.code or code == rule.name), None)
    if rule is None:
        return refuse(code, "không có quy tắc nào mang mã này; xem vanban check --show-rules")
    write(rule_explanation(rule))
    return EXIT_CLEAN


def _checked(name: str, settings: SettingsByFolder, arguments: argparse.Namespace) -> CheckedFile | None:
    """Check one file, with fixes or comments where asked; None when that fails, which is said at once."""
    path = Path(name)
    try:
        data = path.read_bytes()
        file = _check_bytes(name, data, settings)
        if arguments.diff:
            show_fixes(path, data, file)
        elif arguments.fix:
            file = _check_bytes(name, fix_file(path, data, file), settings)
        elif arguments.comment_to:
            comment_on(path, data, file, Path(arguments.comment_to))
    except (UnreadableDocument, NotWritable, BadConfig) as error:
        refuse(name, error.message)
    except OSError as error:
        refuse(error.filename or name, f"không mở hoặc không ghi được tệp ({why(error)})")
    else:
        return file
    return None


def _check_bytes(name: str, data: bytes, settings: SettingsByFolder) -> CheckedFile:
    path = Path(name)
    document = api.read(data, name=path.name)
    report = api.check_report(
        document,
        settings=settings.for_file(path),
        file=path.name,
        checked_on=date.today(),  # noqa: DTZ011  # a local day
    )
    source = decode_text(data)[0] if document.format in _TEXT_FORMATS else ""
    return CheckedFile(name, document.text, report, source)


def _print(files: Sequence[CheckedFile], failed: Sequence[str], arguments: argparse.Namespace) -> None:
    if arguments.json:
        write(findings_json(files, is_list=len(arguments.files) > 1))
    elif arguments.sarif:
        write(findings_sarif(files, RULES, version("sauro"), failed=failed))
    else:
        paint, least = Paint.for_output(), Severity(arguments.min_severity)
        blocks = [block for file in files if (block := file_lines(file, paint, least=least))]
        write("\n\n".join([*blocks, summary_lines(files, paint, least=least)]))


def _has_error(file: CheckedFile) -> bool:
    return any(finding.severity is Severity.ERROR for finding in file.report.findings)
