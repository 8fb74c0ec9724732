"""6R007 lead-not-addressed: cơ quan được giao việc không có ở "Kính gửi", "Nơi nhận".

Kiểm tra gì: cơ quan có tên riêng được giao chủ trì mà không có tên, không thuộc nhóm nào ở "Kính gửi" và "Nơi nhận".
Vì sao: văn bản không gửi tới thì nơi được giao không biết để làm.
Ví dụ: công văn gửi các sở mà giao việc cho Bộ Chỉ huy Quân sự tỉnh.
Nên viết: thêm cơ quan đó vào "Kính gửi" hoặc "Nơi nhận".
Mức an toàn khi sửa: không tự sửa.
Căn cứ: đối chiếu trong văn bản; NĐ 30/2020/NĐ-CP, Phụ lục I (nơi nhận gồm nơi nhận để thực hiện).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.rule import Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Actor, Finding, Severity
from vanban.text.normalize import fold

_NAMED = re.compile(
    r"(?:So|Cong an|Bo Chi huy|Bao|Ban|Thanh tra|Vien|Toa an|Cuc|Kho bac|Bao hiem|Uy ban MTTQ|Hoi|Lien doan)\b", re.I
)
"""Bodies outside the issuer's own office, in folded letters."""
_FEWEST_WORDS = 3
_PRINTED = frozenset({"explicit", "lead-in", "heading"})
"""How leads come that the text names; addressees are no news to themselves."""
_AS_LISTED = re.compile(r"\b(?:nhu|tai) (?:dieu|muc|phan|phu luc)\b|^(?:dieu|muc) ")
_EVERYBODY = re.compile(r"\bco quan don vi\b|\bco quan chuyen mon\b|\bcac don vi\b|\bco quan tham muu quan li\b")
_GROUPS = {
    "so": re.compile(r"\b(?:cac )?(?:ban )?so (?:ban|nganh|va|$)|\bcac so\b|\bso ban\b|\bban so\b"),
    "ban": re.compile(r"\bban (?:nganh|dang|so|xay dung)|\bcac ban\b|\bco quan (?:chuyen trach|tham muu)|\bdang\b"),
    "thanh": re.compile(r"\bso\b|\bban nganh\b"),
    "cong": re.compile(r"\bca\b"), "bo": re.compile(r"\bbo ch\b|\bqs\b|\bbchqs\b|\bbo chqs\b"),
    "bao": re.compile(r"\bbao\b|ptth\b"), "uy": re.compile(r"mttq|mat tran|\bubmt"),
    "hoi": re.compile(r"\bdoan the\b|\bhoi\b|\bct xh\b"), "lien": re.compile(r"\bdoan the\b|\bct xh\b|\bldld\b"),
    "vien": re.compile(r"\bvks|\bvien\b"), "toa": re.compile(r"\btand\b|\btoa an\b"),
    "cuc": re.compile(r"\bcuc\b"), "kho": re.compile(r"\bkbnn\b|\bkho bac\b"),
}  # fmt: skip
"""What in a list of addressees covers a body, by the first syllable of its name."""


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look each named lead up among those who get the document."""
    header = document.header
    listed = [fold(piece) for entry in (*header.addressees, *header.recipients) for piece in _pieces(entry)]
    if not header.addressees or any(_AS_LISTED.search(entry) or _EVERYBODY.search(entry) for entry in listed):
        return
    told: set[str] = set()
    for lead in (actor for task in document.tasks for actor in task.actors):
        if lead.role == "lead" and lead.source in _PRINTED and lead.name not in told and _is_missing(lead, listed):
            told.add(lead.name)
            message = f"{lead.name} được giao việc nhưng không có ở “Kính gửi”, “Nơi nhận”; bổ sung nơi nhận."
            yield RULE.at(document, lead.start, lead.end, message)


def _pieces(entry: str) -> list[str]:
    """An entry whole, and what stands between its commas."""
    return [entry, *(piece for piece in re.split(r"[,;:]", entry) if len(piece.split()) >= _FEWEST_WORDS)]


def _is_missing(lead: Actor, listed: list[str]) -> bool:
    name = fold(lead.name)
    if lead.group or not _NAMED.match(name):
        return False
    group = _GROUPS.get(name.split()[0])
    return not any(name in entry or entry in name or (group and group.search(entry)) for entry in listed)


RULE = Rule("6R007", "lead-not-addressed", "Nơi được giao không có ở nơi nhận", Severity.WARNING, check)
