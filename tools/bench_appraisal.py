"""Measures the closing of a month and of a year of a province: `make bench-appraisal [PEOPLE=55000] [DATA=folder]`.

The database is made once, in a data folder of its own, and used again: people in communes and their divisions, a sheet
for each month, fifty lines a sheet. docs/dev/appraisal-figures.md is written by this command.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from sauro.runtime import database
from sauro.runtime.folder import DataFolder
from sauro.runtime.itself import run_sauro


def main() -> int:
    """Make or find the database, and measure in a process that has Django."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--people", type=int, default=55_000)
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--lines", type=int, default=50)
    parser.add_argument("--data", type=Path, default=Path("/tmp/bench-appraisal"))  # noqa: S108 -- gigabytes, made anew
    options = parser.parse_args()
    folder = DataFolder(options.data.resolve())
    folder.prepare()
    with database.available(folder) as addresses:
        if run_sauro(addresses, "migrate", "--if-needed"):
            return 1
        variables = {**os.environ, **addresses.variables(), "SAURO_DATA_DIR": str(folder.root), "SAURO_LOG": "ERROR"}
        variables["DJANGO_SETTINGS_MODULE"] = "sauro.settings"
        variables["BENCH_OWNER_DATABASE_URL"] = addresses.owner
        size = [str(options.people), str(options.months), str(options.lines)]
        command = [sys.executable, "-m", "tools.bench_appraisal_measure", *size]
        return subprocess.run(command, env=variables, check=False).returncode  # noqa: S603 -- our own command


if __name__ == "__main__":
    raise SystemExit(main())
