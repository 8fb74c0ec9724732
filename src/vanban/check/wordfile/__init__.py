"""Changing a Word file without disturbing it: what is not changed stays the same byte for byte."""

from __future__ import annotations


class NotWritable(Exception):
    """The file cannot be changed. ``message`` tells the user in Vietnamese why and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
