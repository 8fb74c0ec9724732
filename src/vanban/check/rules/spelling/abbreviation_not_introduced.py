"""CH025 abbreviation-not-introduced: chữ viết tắt không thông dụng mà không giải thích.

Kiểm tra gì: cụm chữ hoa dùng từ ba lần trở lên mà không có chỗ nào ghi "(viết tắt là …)" hoặc đặt trong ngoặc sau
tên đầy đủ. Chữ viết tắt thông dụng (UBND, HĐND, MTTQ, TTHC, QĐ …) và chữ trong số, ký hiệu văn bản không tính. Báo
một lần, ở chỗ đầu tiên.
Vì sao: người nhận ở cơ quan khác không hiểu.
Ví dụ: "rà soát HTXKDN ở các xã".
Nên viết: "rà soát hợp tác xã kinh doanh nông nghiệp (HTXKDN) ở các xã".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8: từ viết tắt lần đầu phải giải thích.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.abbreviations import abbreviations_used, introduced
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_OFTEN = 3


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for abbreviations that are used often and explained nowhere."""
    explained = {short for short, _, _ in document.once(introduced)}
    for short, places in document.once(abbreviations_used).items():
        if len(places) >= _OFTEN and short not in explained:
            start = places[0]
            message = f"“{short}” chưa được giải thích trong văn bản."
            yield RULE.at(document, start, start + len(short), message)


RULE = Rule("CH025", "abbreviation-not-introduced", "Chữ viết tắt chưa giải thích", Severity.INFO, check)
