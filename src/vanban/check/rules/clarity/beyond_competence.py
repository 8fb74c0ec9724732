"""6R013 beyond-competence: giao việc cho nơi không có thẩm quyền theo danh mục.

Kiểm tra gì: nhiệm vụ có trong danh mục thẩm quyền mà nơi chủ trì không phải nơi có thẩm quyền hoặc được ủy quyền.
Vì sao: sản phẩm làm ra không có giá trị pháp lý.
Ví dụ: giao Ủy ban nhân dân xã cấp giấy phép mà danh mục ghi thuộc Ủy ban nhân dân tỉnh.
Nên viết: giao đúng cấp, hoặc nêu văn bản ủy quyền.
Mức an toàn khi sửa: không tự sửa; việc không có trong danh mục thì chưa có căn cứ để nói đúng hay sai.
Căn cứ: danh mục thẩm quyền do đơn vị cung cấp, mỗi mục ghi căn cứ pháp lý và thời gian có hiệu lực.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.competence import CompetenceEntry, beyond
from vanban.check.needs import Need
from vanban.check.rule import Rule, Seen
from vanban.check.rules.clarity.reading import accountable, opening
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity, Task


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Compare the leads of every task in the catalogue with who may do it."""
    for task, entries in document.once(_known):
        wrong = beyond(task.leads, entries)
        if wrong:
            entry = entries[0]
            message = (
                f"{wrong} không có thẩm quyền {entry.act} ({entry.field}); thuộc {', '.join(entry.holders)} "
                f"theo {entry.basis}."
            )
            yield RULE.at(document, *opening(document, task), message)


def seen(document: CheckedDocument) -> Seen:
    """How many tasks have a lead, and for how many the catalogue has an entry; for the others there is no ground."""
    known = document.once(_known)
    return Seen("nhiệm vụ có chủ trì", len(known), sum(bool(entries) for _, entries in known))


def _known(document: CheckedDocument) -> tuple[tuple[Task, tuple[CompetenceEntry, ...]], ...]:
    catalogue = document.catalogue
    if catalogue is None:
        return ()
    tasks = (task for task in document.once(accountable) if task.leads)
    return tuple((task, tuple(catalogue.entries_for(task.text, document.today))) for task in tasks)


RULE = Rule(
    "6R013", "beyond-competence", "Giao việc vượt thẩm quyền", Severity.WARNING, check,
    needs=frozenset({Need.CATALOGUE}), seen=seen,
)  # fmt: skip
