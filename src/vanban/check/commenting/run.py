"""Adds comments to a Word file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vanban.check.commenting.anchors import Anchors
from vanban.check.commenting.parts import CommentsPart
from vanban.check.commenting.words import Remark, remark
from vanban.check.wordfile import NotWritable
from vanban.check.wordfile.archive import rewritten
from vanban.check.wordfile.places import spliced
from vanban.check.wordfile.traced import WordFile
from vanban.results import Finding, Severity
from vanban.types import Limits

MOST_COMMENTS = 2_000
"""Word grows slow beyond; the gravest findings are kept."""
_DEFAULT_LIMITS = Limits()
_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_READS_DIFFERENTLY = "Thêm ghi chú xong thì văn bản đọc ra khác trước nên không ghi. Hãy mở bằng Word và lưu lại tệp."


@dataclass(frozen=True, slots=True)
class Commented:
    """The file with comments, how many were added, and how many findings found no room."""

    data: bytes
    added: int
    left_out: int


def add_comments(
    data: bytes, findings: Iterable[Finding], *, at: datetime | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Commented:
    """The Word file ``data`` with a comment at each of ``findings``, which are those of this very file.

    ``at`` (UTC) is printed as the time of the comments. A finding in a text box, a note or a computed number is
    commented beside it. Raises :class:`NotWritable` for signed files and other formats,
    :class:`~vanban.types.UnreadableDocument` for damaged files.
    """
    gravest = sorted(findings, key=lambda finding: (_GRAVITY[finding.severity], finding.start, finding.end))
    chosen = sorted(gravest[:MOST_COMMENTS], key=lambda finding: (finding.start, finding.end, finding.code))
    if not chosen:
        return Commented(data, 0, 0)
    word = WordFile(data, limits)
    part = CommentsPart(word)
    anchors = Anchors(word)
    remarks: list[tuple[int, Remark]] = []
    for number, finding in enumerate(chosen, part.first_free_id):
        first, last = word.nearest(finding.start, max(finding.end, finding.start + 1))
        begin, end = word.spot(first), word.spot(last)
        if begin is None or end is None:
            raise NotWritable(_READS_DIFFERENTLY)
        anchors.add(number, begin, end)
        remarks.append((number, remark(finding, exact=finding.start <= first and last < finding.end)))
    changed = {word.main_name: spliced(word.main, anchors.splices()), **part.with_remarks(remarks, at)}
    commented = rewritten(data, changed)
    if WordFile(commented, limits).document.text != word.document.text:
        raise NotWritable(_READS_DIFFERENTLY)
    return Commented(commented, len(chosen), max(0, len(gravest) - len(chosen)))
