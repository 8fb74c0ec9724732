"""CT017 on Word files: tracked changes and comments that are still open."""

from __future__ import annotations

from tests.vanban.readers.support import docx, paragraph

from vanban.check.rules.structure.open_changes import RULE
from vanban.check.subject import CheckedDocument
from vanban.readers import read
from vanban.results import Finding
from vanban.structure.document import read_structure
from vanban.structure.header import read_header

_INSERTED = "<w:p><w:ins><w:r><w:t>Rà soát thuốc.</w:t></w:r></w:ins></w:p>"
_COMMENTED = "<w:p><w:r><w:t>Kiểm tra kho.</w:t></w:r><w:r><w:commentReference w:id='1'/></w:r></w:p>"
_COMMENTS = "<w:comment w:id='1'><w:p><w:r><w:t>Xem lại.</w:t></w:r></w:p></w:comment>"


def _findings(data: bytes) -> list[Finding]:
    structure = read_structure(read(data))
    return list(RULE.check(CheckedDocument(structure, read_header(structure))))


def test_tracked_changes_are_told_at_the_first_line() -> None:
    (finding,) = _findings(docx(paragraph("Kế hoạch") + _INSERTED))
    assert (finding.text, finding.severity) == ("Kế hoạch", "warning")
    assert "đang theo dõi" in finding.message


def test_comments_are_told() -> None:
    (finding,) = _findings(docx(_COMMENTED, comments=f"<w:comments>{_COMMENTS}</w:comments>"))
    assert "nhận xét" in finding.message


def test_a_clean_file_has_none() -> None:
    assert _findings(docx(paragraph("Kế hoạch"))) == []
