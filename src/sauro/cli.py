"""The command `sauro`. Each sub-command is a module that is imported only when it is asked for."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module, metadata
from typing import NamedTuple

from sauro.env import SettingError
from sauro.runtime.errors import MachineError
from sauro.runtime.texts import complain, gettext_noop
from sauro.runtime.texts import gettext as _


class Command(NamedTuple):
    """A sub-command: the module with `configure(parser)` and `run(options)`, and one line of help."""

    module: str
    summary: str


COMMANDS = {
    "run": Command(
        "sauro.runtime.commands.run", gettext_noop("chạy Sáu Rõ: cơ sở dữ liệu, web, việc nền; dừng bằng Ctrl-C")
    ),
    "init": Command("sauro.runtime.commands.init", gettext_noop("tạo các đơn vị của một tỉnh có thật")),
    "admin": Command("sauro.runtime.commands.admin", gettext_noop("tạo quản trị đầu tiên của một tỉnh có thật")),
    "demo": Command("sauro.runtime.commands.demo", gettext_noop("nạp tỉnh mẫu")),
    "migrate": Command("sauro.runtime.commands.migrate", gettext_noop("cập nhật cấu trúc cơ sở dữ liệu")),
    "backup": Command("sauro.runtime.commands.backup", gettext_noop("sao lưu cơ sở dữ liệu và tệp vào một tệp")),
    "restore": Command("sauro.runtime.commands.restore", gettext_noop("khôi phục từ một tệp sao lưu")),
    "check": Command("sauro.runtime.commands.check", gettext_noop("kiểm tra máy, cấu hình, cơ sở dữ liệu và tệp")),
    "clean": Command("sauro.runtime.commands.clean", gettext_noop("xóa dữ liệu của bản cài này, trừ các bản sao lưu")),
    "export-annotations": Command(
        "sauro.runtime.commands.export_annotations", gettext_noop("xuất văn bản đã rà soát để đo độ chính xác của máy")
    ),
    "manage": Command("sauro.runtime.commands.manage", gettext_noop("lệnh quản trị của Django")),
    "db": Command("sauro.runtime.commands.db", gettext_noop("cơ sở dữ liệu kèm theo: start, stop, url, status")),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command. Returns its exit code; a problem of the machine or of a setting is one sentence, code 1."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows no Vietnamese letters shows others in their place instead of ending the command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _dispatch(given)
    except (MachineError, SettingError) as problem:
        complain(f"sauro: {problem}")
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has left, as `head` does. Nothing more can be said, at the exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _dispatch(given: list[str]) -> int:
    name = given[0] if given and given[0] in COMMANDS else None
    if name is None:
        _overview().parse_args(given or ["--help"])
        return 2
    module = import_module(COMMANDS[name].module)
    parser = argparse.ArgumentParser(prog=f"sauro {name}", description=_(COMMANDS[name].summary))
    module.configure(parser)
    return int(module.run(parser.parse_args(given[1:])))


def _overview() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sauro", description=_("Sáu Rõ: giao việc và theo dõi việc theo sáu rõ."))
    parser.add_argument("--version", action="version", version=f"sauro {metadata.version('sauro')}")
    kinds = parser.add_subparsers(metavar=_("LỆNH"), required=True)
    for name, command in COMMANDS.items():
        kinds.add_parser(name, help=_(command.summary))
    return parser


if __name__ == "__main__":
    sys.exit(main())
