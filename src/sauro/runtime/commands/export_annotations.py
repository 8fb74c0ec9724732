"""`sauro export-annotations`: reviewed documents as annotated ones, to measure the extractor with."""

from __future__ import annotations

import argparse
from pathlib import Path

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro
from sauro.runtime.texts import gettext as _


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--out", required=True, metavar="DIR", help=_("thư mục mới hoặc trống để ghi vào"))
    parser.add_argument("--domain", required=True, choices=["state", "party", "front"], help=_("chỉ một khối mỗi lần"))


def run(options: argparse.Namespace) -> int:
    """Write a text and a JSON file for each document of the domain whose review is complete."""
    out = str(Path(options.out).absolute())
    with database.available(DataFolder.from_environment()) as addresses:
        return run_sauro(addresses, "manage", "export_annotations", "--out", out, "--domain", options.domain)
