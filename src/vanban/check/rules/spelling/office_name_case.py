"""CH021 office-name-case: tên cơ quan, tổ chức, chức danh viết hoa sai.

Kiểm tra gì: các tên chắc chắn ("Ủy ban nhân dân", "Mặt trận Tổ quốc Việt Nam", "Thủ tướng Chính phủ", "Sở Nội vụ",
"Bộ Tài chính" …) viết thừa hoặc thiếu chữ hoa ở giữa tên. Dòng viết hoa toàn bộ, dòng viết hoa mọi chữ đầu, tên
viết thường toàn bộ theo nghĩa chung không tính.
Vì sao: tên cơ quan viết sai là lỗi thể thức; cùng một tên viết hai cách thì khó tra cứu.
Ví dụ: "Ủy Ban nhân dân tỉnh", "Sở nội vụ", "Mặt trận tổ quốc Việt Nam".
Nên viết: "Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Mặt trận Tổ quốc Việt Nam".
Mức an toàn khi sửa: đề nghị sửa theo cách viết đúng.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.official_names import WAVERING, misspelt_names
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the capitals of official names with those of Annex II."""
    for start, end, right in document.once(misspelt_names):
        message = f"“{document.text[start:end]}” viết hoa chưa đúng; viết “{right}”."
        severity = Severity.INFO if right in WAVERING else RULE.severity
        yield RULE.at(document, start, end, message, expected=right, severity=severity)


RULE = Rule(
    "CH021",
    "office-name-case",
    "Viết hoa sai tên cơ quan, tổ chức",
    Severity.WARNING,
    check,
    fix=Fix.PROPOSED,
    basis="Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục III",
)
