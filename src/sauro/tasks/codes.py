"""How assignments are numbered: NV-2026-000123."""

CODE_PREFIX = "NV"
