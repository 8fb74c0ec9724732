"""CT006 number-of-another-section: số của mục con không theo số của mục lớn.

Kiểm tra gì: mục "2.1" nằm trong mục "3" (so số đầu với số của mục chứa nó).
Vì sao: thường do chép mục từ chỗ khác hoặc chèn thêm mục mà không đánh số lại; viện dẫn sẽ sai.
Ví dụ: "3. Tổ chức thực hiện" có mục con "2.1".
Nên viết: "3. Tổ chức thực hiện" có mục con "3.1".
Mức an toàn khi sửa: không tự sửa; các số sau phải đổi theo.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.6 (bố cục phần, chương, mục, điều, khoản, điểm).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import unless_recognised
from vanban.check.numbering import Item, lists_of, read_item
from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity
from vanban.structure.markers import Family


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the first numbers of items with the number of the item they lie in."""
    severity = unless_recognised(document, RULE.severity)
    for numbered in document.once(lists_of):
        for item in numbered.items:
            above = _above(item)
            if above and item.label.rpartition(".")[0] != above.label:
                message = f"“{item.printed}” nằm trong mục “{above.printed}”."
                yield RULE.at(document, item.start, item.end, message, severity=severity)


def _above(item: Item) -> Item | None:
    """The numbered item that encloses a number with levels, when it is numbered the same way."""
    if item.family is not Family.DECIMAL:
        return None
    items = (read_item(node) for node in item.node.ancestors())
    above = next((one for one in items if one and one.family in (Family.ARABIC, Family.DECIMAL)), None)
    same_depth = above is not None and above.label.count(".") + 1 == item.label.count(".")
    return above if same_depth else None


RULE = Rule("CT006", "number-of-another-section", "Số mục con không theo số mục lớn", Severity.ERROR, check)
