"""Puts safe corrections in place: in Word files only the touched runs change, in text files only the touched words."""

from __future__ import annotations

from vanban.check.fixing.result import Change, FixResult, Skipped
from vanban.check.fixing.run import apply_fixes, safe_fixes

__all__ = ["Change", "FixResult", "Skipped", "apply_fixes", "safe_fixes"]
