"""Chooses the corrections that may be made and hands them to the format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vanban.check.fixing.plain_text import fix_text
from vanban.check.fixing.result import Change, FixResult, Skipped, corrected
from vanban.check.fixing.word import fix_word
from vanban.check.registry import RULES
from vanban.check.rule import Fix
from vanban.check.wordfile import NotWritable
from vanban.readers import read
from vanban.readers.docx import DocxReader
from vanban.results import Finding
from vanban.types import Limits, ReadDocument

_DEFAULT_LIMITS = Limits()
_MOVED = "văn bản đã thay đổi sau khi kiểm tra"
_OVERLAPS = "chồng lên một chỗ sửa khác"
_NEW_LINE = "chỗ sửa trải trên nhiều dòng"
_NO_FIXER = "Chỉ tự sửa được tệp .docx, .txt, .md. Hãy chuyển văn bản sang một trong các định dạng ấy."
_READS_DIFFERENTLY = "Sửa xong thì văn bản đọc ra khác dự kiến nên không ghi; hãy sửa bằng tay theo các đề xuất."


def safe_fixes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose rule says that its correction is safe, and that have one."""
    safe = {rule.code for rule in RULES if rule.fix is Fix.SAFE}
    return [finding for finding in findings if finding.code in safe and finding.expected is not None]


def apply_fixes(
    data: bytes, findings: Iterable[Finding], *, name: str | None = None, limits: Limits = _DEFAULT_LIMITS
) -> FixResult:
    """Make the safe corrections of ``findings`` in the file ``data``; everything else of the file stays as it is.

    The findings are those of this very file. Raises :class:`NotWritable` when the file cannot be changed (signed, a
    format without a way back), :class:`~vanban.types.UnreadableDocument` when it cannot be read.
    """
    document = read(data, name=name, limits=limits)
    wanted = sorted(safe_fixes(findings), key=lambda finding: (finding.start, finding.end))
    skipped: list[Skipped] = []
    chosen = list(_applicable(document, wanted, skipped))
    if not chosen:
        return FixResult(data, document.text, document.text, (), tuple(skipped))
    if DocxReader().recognises(data):
        fixed, made, left = fix_word(data, chosen, limits)
    elif document.format in {"txt", "md"}:
        fixed, made, left = fix_text(data, document.text, chosen)
    else:
        raise NotWritable(_NO_FIXER)
    expected = corrected(document.text, made)
    if made and read(fixed, name=name, limits=limits).text != expected:
        raise NotWritable(_READS_DIFFERENTLY)
    return FixResult(fixed, document.text, expected, tuple(map(Change, made)), (*skipped, *left))


def _applicable(document: ReadDocument, wanted: Sequence[Finding], skipped: list[Skipped]) -> Iterator[Finding]:
    at = 0
    for finding in wanted:
        if document.text[finding.start : finding.end] != finding.text:
            skipped.append(Skipped(finding, _MOVED))
        elif "\n" in finding.text or "\n" in (finding.expected or ""):
            skipped.append(Skipped(finding, _NEW_LINE))
        elif finding.start < at:
            skipped.append(Skipped(finding, _OVERLAPS))
        else:
            at = finding.end
            yield finding
