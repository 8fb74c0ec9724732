"""Which sentences of a unit are one task, and where the next task begins (gold guide, section 3, "Split")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.tasks.addressees import find_addressee
from vanban.tasks.clauses import Sentence, names_of
from vanban.tasks.products import find_product
from vanban.tasks.subject import Subject
from vanban.tasks.zones import is_never_task
from vanban.text.deadlines import definite_deadlines, event_deadline
from vanban.text.recurrences import find_period


@dataclass(slots=True)
class Group:
    """The sentences of one task, and the rule that made them one."""

    sentences: list[Sentence]
    why: str
    start: int
    end: int
    formula: bool = False
    subject: Subject | None = field(default=None)


_ANAPHORA = re.compile(
    r"(?:trên\s+cơ\s+sở\s+(?:đó|này)|kết\s+quả|từ\s+đó|qua\s+đó|theo\s+đó|trong\s+đó|việc\s|nội\s+dung\s|các\s+nội\s+dung|đồng\s+thời|căn\s+cứ\s+kết\s+quả|"
    r"hoàn\s+thành\s+(?:và\s+báo\s+cáo|trong|trước|chậm\s+nhất|xong|việc\s+này|các\s+(?:nội\s+dung|nhiệm\s+vụ|công\s+việc)\s+(?:này|nêu|trên)))",
    re.I,
)
_CASE = re.compile(r"(?:trường\s+hợp|nếu)\s", re.I)
"""One of several cases of the same work."""
_TOGETHER = re.compile(
    r"đồng\s+thời\s*,?\s+(?:tiếp\s+tục\s+|chủ\s+động\s+|tích\s+cực\s+)*phối\s+hợp\s+(?:chặt\s+chẽ\s+)?với\s", re.I
)
"""A sentence that says anew with whom to work."""
_RESTATED = re.compile(r"chủ\s+trì\b", re.I)
_CONDITION = re.compile(
    r"(?:trường\s+hợp|(?:trong\s+)?quá\s+trình[^.;]{0,80}?\b(?:nếu|trường\s+hợp)\b|nếu\s|khi\s+(?:có\s+)?(?:phát\s+sinh|vướng\s+mắc|khó\s+khăn))",
    re.I,
)
_DIFFICULTY = re.compile(
    r"khó\s+khăn|vướng\s+mắc|phát\s+sinh|vượt\s+(?:quá\s+)?thẩm\s+quyền|sửa\s+đổi|bổ\s+sung|đột\s+xuất", re.I
)
_REPORTS = re.compile(r"\b(?:báo\s+cáo|phản\s+ánh|đề\s+xuất|kiến\s+nghị|gửi)\b", re.I)


def is_conditional_report(text: str) -> bool:
    """ "Trường hợp phát sinh khó khăn …, kịp thời báo cáo …"."""
    found = _CONDITION.match(text)
    return bool(found) and bool(_DIFFICULTY.search(text)) and bool(_REPORTS.search(text, found.end() if found else 0))


def split_tasks(read: list[Sentence], why: str) -> list[Group]:
    """Sentences as tasks; ``why`` is the rule that made the first one."""
    groups: list[Group] = []
    for one in read:
        reason = _new_task(one, groups[-1]) if groups else why
        if reason:
            groups.append(Group([one], reason, one.span.start, one.span.end, subject=one.subject))
        else:
            groups[-1].sentences.append(one)
            groups[-1].end = one.span.end
    return groups


def _new_task(one: Sentence, group: Group) -> str | None:
    """The rule by which a sentence starts a task of its own, or None when it goes on with the one before."""
    text = one.text
    if one.listed:
        return "split-listed"
    if is_conditional_report(text):
        return "split-conditional-report"
    if one.subject is not None and not one.subject.heading and names_of(one.subject) != names_of(group.subject):
        return "split-other-lead"
    if _TOGETHER.match(text):
        return "split-restated-partners"
    if _ALSO.match(text) and one.subject is None and one.imperative and _is_dated_delivery(one):
        return "split-own-delivery"
    if _ANAPHORA.match(text) or is_never_task(text) or (one.subject is None and _CASE.match(text)):
        return None
    if _RESTATED.match(text):
        return "split-restated-lead"
    if one.subject is None and one.imperative and _delivers_on_its_own(one):
        return "split-own-delivery"
    return None


_AT_THE_HEAD = 16
"""A period within the first characters of a sentence is the sentence's own."""


def _delivers_on_its_own(one: Sentence) -> bool:
    """A product with its own deadline or addressee."""
    start, end = one.span
    text = one.tokens.text
    dated = any(one.kind != "year" for one in definite_deadlines(text, start, end, None))
    if dated or _has_dated_event(text, start, end):
        return True
    period = find_period(text, start, end)
    if period and period.kind != "other" and period.start - start < _AT_THE_HEAD:
        return True
    return find_product(one.tokens) is not None and find_addressee(one.tokens) is not None


_ALSO = re.compile(r"đồng\s+thời\b", re.I)


def _is_dated_delivery(one: Sentence) -> bool:
    """ "Đồng thời thống kê, báo cáo … trước ngày …": its own receiver and its own date."""
    dated = definite_deadlines(one.tokens.text, one.span.start, one.span.end, None)
    return bool(dated) and find_product(one.tokens) is not None and find_addressee(one.tokens) is not None


def _has_dated_event(text: str, start: int, end: int) -> bool:
    event = event_deadline(text, start, end)
    return event is not None and event.value is not None
