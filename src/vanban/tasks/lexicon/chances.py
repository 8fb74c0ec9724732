"""How often tasks are right, by points of doubt; written by tools/fit_confidence.py, not by hand."""

from __future__ import annotations

CHANCES = (0.91, 0.86, 0.72, 0.37, 0.3)
