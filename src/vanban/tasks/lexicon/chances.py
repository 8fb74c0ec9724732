"""How often tasks are right, by points of doubt; written by tools/fit_confidence.py, not by hand."""

from __future__ import annotations

CHANCES = (0.92, 0.89, 0.77, 0.48, 0.33, 0.3)
