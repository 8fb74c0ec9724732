"""The command `sauro`. Each sub-command is a module that is imported only when it is asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from sauro.env import SettingError
from sauro.runtime.errors import MachineError
from sauro.runtime.texts import complain
from sauro.runtime.texts import gettext as _


class Command(NamedTuple):
    """A sub-command: the module with `configure(parser)` and `run(options)`, and one line of help."""

    module: str
    summary: str


COMMANDS = {
    "db": Command("sauro.runtime.commands.db", "cơ sở dữ liệu kèm theo: start, stop, url, status"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one sub-command. Returns its exit code; a problem of the machine or of a setting is one sentence, code 1."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _dispatch(given)
    except (MachineError, SettingError) as problem:
        complain(f"sauro: {problem}")
        return 1


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
    kinds = parser.add_subparsers(metavar=_("LỆNH"), required=True)
    for name, command in COMMANDS.items():
        kinds.add_parser(name, help=_(command.summary))
    return parser


if __name__ == "__main__":
    sys.exit(main())
