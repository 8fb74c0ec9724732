"""How often tasks are right, by points of doubt; written by tools/fit_confidence.py, not by hand."""

from __future__ import annotations

CHANCES = (0.97, 0.88, 0.61, 0.37, 0.3)
