"""What is wrong with a problem before it can be solved."""

from __future__ import annotations


class ProblemError(ValueError):
    """A problem that contradicts itself. ``code`` names what is wrong, ``key`` the place, person or opening."""

    def __init__(self, code: str, key: str) -> None:
        super().__init__(f"{code}: {key}")
        self.code = code
        self.key = key
