"""Composes official documents: one content model, two layouts (State and Party), two formats (.docx and .pdf)."""
