"""Colours of a terminal, and nothing when the output is no terminal or the user wants none."""

from __future__ import annotations

import os
import sys

from vanban.results import Severity

_CODES = {"bold": "1", "faint": "2", "red": "1;31", "yellow": "1;33", "blue": "1;34", "green": "32"}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


class Paint:
    """Wraps text in colour codes when ``enabled``."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled

    @classmethod
    def for_output(cls) -> Paint:
        """Colours for standard output: on a terminal that can show them, unless ``NO_COLOR`` is set to anything."""
        wanted = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return cls(enabled=wanted)

    def __call__(self, text: str, colour: str) -> str:
        """``text`` in ``colour``."""
        return f"\x1b[{_CODES[colour]}m{text}\x1b[0m" if self._enabled and text else text

    def severity(self, text: str, severity: Severity) -> str:
        """``text`` in the colour of ``severity``."""
        return self(text, _SEVERITIES[severity])
