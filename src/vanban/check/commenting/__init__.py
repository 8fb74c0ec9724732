"""Returns a Word file with a native comment at every finding; nothing else of the file changes."""

from __future__ import annotations

from vanban.check.commenting.run import MOST_COMMENTS, Commented, add_comments

__all__ = ["MOST_COMMENTS", "Commented", "add_comments"]
