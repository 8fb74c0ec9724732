"""SC002 mostly-copied: phần lớn lời văn chép từ văn bản cấp trên.

Kiểm tra gì: tổng số từ của các đoạn chép nguyên văn so với lời văn của văn bản; từ ba phần mười trở lên thì báo.
Vì sao: văn bản không thêm gì so với cấp trên, nơi nhận không có việc của mình.
Ví dụ: kế hoạch xã 2.000 từ thì 900 từ chép từ kế hoạch tỉnh.
Nên viết: giao việc theo cấp mình, viện dẫn kế hoạch tỉnh ở phần căn cứ.
Mức an toàn khi sửa: không tự sửa; báo một lần, từng đoạn xem ở SC001.
Căn cứ: yêu cầu không chép lại nhiệm vụ của cấp trên khi cụ thể hóa.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vanban.check.needs import Need
from vanban.check.rule import Rule
from vanban.check.rules.copying.overlap import overlaps, own_words
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_MUCH = 30
"""Per cent of the words."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Add up the copied passages."""
    found = document.once(overlaps)
    total = sum(len(stretch) for stretch in document.once(own_words))
    copied = sum(one.words for one in found)
    if found and copied * 100 >= _MUCH * total:
        by_source = Counter[str]()
        for one in found:
            by_source[one.source.name] += one.words
        name, _ = by_source.most_common(1)[0]
        message = (
            f"{copied * 100 // total}% lời văn ({copied}/{total} từ) chép nguyên văn cấp trên, nhiều nhất từ {name}."
        )
        yield RULE.at(document, *found[0].place, message)


RULE = Rule(
    "SC002",
    "mostly-copied",
    "Phần lớn lời văn chép từ cấp trên",
    Severity.WARNING,
    check,
    needs=frozenset({Need.STORE}),
)
