"""Which sentences of a unit are tasks, and which belong to one task (gold guide, section 3, "Split")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.tasks.addressees import find_addressee
from vanban.tasks.products import find_product
from vanban.tasks.subject import Subject, find_subject, is_imperative, starts_predicate
from vanban.tasks.units import Role, Unit
from vanban.tasks.zones import Zone, is_background, is_lacking, is_never_task, tells_the_past
from vanban.text.bodies import parse_body_list
from vanban.text.deadlines import definite_deadlines, event_deadline
from vanban.text.recurrences import find_period
from vanban.text.sentences import sentences
from vanban.text.tokens import Tokens
from vanban.types import Span


@dataclass(slots=True)
class Sentence:
    """A sentence with what the decisions need to know of it."""

    span: Span
    tokens: Tokens
    subject: Subject | None
    imperative: bool

    @property
    def text(self) -> str:
        """The sentence."""
        return self.tokens.text[self.span.start : self.span.end]


@dataclass(slots=True)
class Group:
    """The sentences of one task, and the rule that made them one."""

    sentences: list[Sentence]
    why: str
    start: int
    end: int
    formula: bool = False
    subject: Subject | None = field(default=None)


def read_sentences(text: str, start: int, end: int) -> list[Sentence]:
    """Read the sentences of a unit."""
    found = []
    for span in sentences(text, start, end):
        found.extend(_numbered_orders(text, span) or [_sentence(text, span.start, span.end)])
    return found


def _sentence(text: str, start: int, end: int) -> Sentence:
    tokens = Tokens(text, start, end)
    return Sentence(Span(start, end), tokens, find_subject(tokens), is_imperative(tokens))


_CLAUSE_NUMBER = re.compile(r"(?<=[\s:;.*])\((?:\d{1,2}|[ivx]{1,5}|[a-zđ])\)\s*(?=[^\W\d_])")
_FEWEST_ORDERS = 2


def _numbered_orders(text: str, span: Span) -> list[Sentence]:
    """ "…: (1) Bộ A trình …; (2) Bộ B hoàn thiện …": clauses that name their own bodies; none for other lists."""
    numbers = list(_CLAUSE_NUMBER.finditer(text, span.start, span.end))
    if len(numbers) < _FEWEST_ORDERS:
        return []
    ends = [*(number.start() for number in numbers[1:]), span.end]
    clauses = [
        _sentence(text, number.end(), _without_joint(text, number.end(), end))
        for number, end in zip(numbers, ends, strict=True)
    ]
    named = [one for one in clauses if one.subject is not None and not one.subject.heading]
    if len(named) < _FEWEST_ORDERS or len({_names(one.subject) for one in named}) < _FEWEST_ORDERS:
        return []
    opening = _without_joint(text, span.start, numbers[0].start())
    before = (
        [] if text[opening - 1 : opening] == ":" or opening <= span.start else [_sentence(text, span.start, opening)]
    )
    return [*before, *clauses]


def _without_joint(text: str, start: int, end: int) -> int:
    """The end of a clause without the space, the comma or the semicolon before the next."""
    while end > start and text[end - 1] in " \t\n,;*":
        end -= 1
    return end


def group_sentences(unit: Unit, text: str, *, has_lead: bool, lenient: bool, under_body: bool = False) -> list[Group]:
    """The tasks of a unit as groups of sentences; empty when it obliges nobody.

    ``has_lead``: some body is named for it somewhere; ``lenient``: a bare imperative is enough; ``under_body``: it lies
    directly below a heading or lead-in that names bodies, where every item is theirs to do.
    """
    read = read_sentences(text, unit.start, unit.end)
    if read and not has_lead:
        read[0] = _encouraged(read[0])
    if unit.role in (Role.LEAD_IN, Role.OPENING) and read and read[-1].text.endswith(":"):
        return _lead_in_groups(unit, read, text, has_lead=has_lead, lenient=lenient)
    if unit.role is Role.LEAD_IN and len(read) == 1 and read[0].subject is None:
        return []
    if unit.role is Role.OPENING:
        return _split(
            [one for one in read if one.subject and one.subject.assigned and not tells_the_past(one.text)],
            "opening-order",
        )
    if unit.role is Role.CLOSING:
        return _closing_groups(read)
    groups = _item_groups(unit, read, has_lead=has_lead, lenient=lenient, under_body=under_body)
    if (
        not groups
        and under_body
        and unit.zone not in (*_SILENT_ZONES, Zone.NAMED_ONLY)
        and not any(_tells_or_never(one) or _STATES.match(one.text) or _is_name(one) for one in read)
    ):
        return _split(read, "item-of-body")
    return groups


def _is_name(one: Sentence) -> bool:
    """A heading that lost its items."""
    return one.subject is not None and one.subject.heading and not _orders_behind_colon(one)


def _encouraged(one: Sentence) -> Sentence:
    """ "Khuyến khích Hội A xây dựng …" with nobody named above: the one encouraged has to do it."""
    found = _ENCOURAGES.match(one.text)
    if one.subject is not None or found is None:
        return one
    bodies = parse_body_list(one.tokens, one.tokens.at_offset(one.span.start + found.end()))
    if bodies is None or not starts_predicate(one.tokens, bodies.next):
        return one
    return Sentence(one.span, one.tokens, Subject(bodies.bodies, bodies.next, 0, assigned=True), one.imperative)


_ENCOURAGES = re.compile(r"khuyến\s+khích\s+", re.I)
_STATES = re.compile(r"[^,;:]{0,80}\blà\b|[^:]{0,120}:\s*(?:cuối|đầu|giữa|trong|ngày|tháng|quý|năm)\s[^:]{0,30}$")
"""A sentence that says what something is orders nothing."""


def _item_groups(unit: Unit, read: list[Sentence], *, has_lead: bool, lenient: bool, under_body: bool) -> list[Group]:
    first = next(
        (
            at
            for at, one in enumerate(read)
            if _obliges(unit, one, has_lead=has_lead, lenient=lenient, under_body=under_body)
            and not (at and one.subject is None and _THEREIN.match(one.text))
        ),
        None,
    )
    if first is None:
        return []
    if lenient and unit.node.line is not None and unit.node.line.marker is not None:
        first = next((at for at in range(first) if not _tells_or_never(read[at])), first)
    return _split(_without_background(unit, read[first:]), "explicit-order" if read[first].subject else "item")


def _without_background(unit: Unit, read: list[Sentence]) -> list[Sentence]:
    """Cut the tail of sentences that tell and do not order, outside directive zones."""
    end = len(read)
    while end > 1 and (
        is_never_task(read[end - 1].text) or (unit.zone is not Zone.DIRECTIVE and _only_tells(read[end - 1]))
    ):
        end -= 1
    return read[:end]


def _tells_or_never(one: Sentence) -> bool:
    return is_never_task(one.text) or is_background(one.text) or tells_the_past(one.text)


def _only_tells(one: Sentence) -> bool:
    return one.subject is None and not one.imperative and (is_background(one.text) or tells_the_past(one.text))


_AHEAD = re.compile(
    r"\W*(?:(?:trong\s+)?thời\s+gian\s+tới|trong\s+(?:những\s+)?tháng\s+(?:cuối|còn\s+lại)|những\s+tháng\s+cuối)", re.I
)
_SILENT_ZONES = (Zone.BACKGROUND, Zone.GOALS, Zone.TARGETS)
_MUST = re.compile(r"\b(?:phải|cần|không\s+được|không\s+để|bảo\s+đảm|đảm\s+bảo)\b", re.I)

_MUST_BE = re.compile(r"[^;:]{0,140}?\b(?:cần|phải)\s+được\b", re.I)
"""What a thing has to be explains a task and hands nothing to anybody."""


def _obliges(unit: Unit, one: Sentence, *, has_lead: bool, lenient: bool, under_body: bool = False) -> bool:
    """The decision task or not, sentence by sentence."""
    if is_never_task(one.text):
        return False
    if one.subject is not None:
        if one.subject.assigned:
            return True
        if one.subject.heading and not _orders_behind_colon(one):
            return False
        if unit.zone in _SILENT_ZONES and not _AHEAD.match(one.text):
            return False
        if unit.zone is Zone.NAMED_ONLY and one.subject.start:
            return False
        return not _tells_of(one) and not is_background(one.text) and (lenient or not one.subject.heading)
    if is_background(one.text) or unit.zone in _SILENT_ZONES or (unit.zone is Zone.NAMED_ONLY and not under_body):
        return False
    if one.imperative:
        return lenient or has_lead
    return (
        lenient
        and (unit.zone is Zone.DIRECTIVE or has_lead)
        and bool(_MUST.search(one.text[:160]))
        and not _MUST_BE.match(one.text)
        and not tells_the_past(one.text)
    )


_WHO_IT_IS = re.compile(r"\s*(?:đại\s+diện|đồng\s+chí|đ/c|ông|bà|lãnh\s+đạo|mời|gồm|các\s+đồng\s+chí)\b", re.I)
_SHORTEST_ORDER = 12
_LONGEST_NAME = 80


def _orders_behind_colon(one: Sentence) -> bool:
    """ "Sở A: Trên cơ sở …, tổng hợp …" orders; "Trưởng đoàn: Đại diện Sở A" tells who it is."""
    colon = one.subject.predicate if one.subject else len(one.tokens)
    if colon + 1 >= len(one.tokens):
        return False
    start = one.tokens.starts[colon + 1]
    if one.span.end - start < _SHORTEST_ORDER or _WHO_IT_IS.match(one.tokens.text, start, one.span.end):
        return False
    rest = Tokens(one.tokens.text, start, one.span.end)
    return one.span.end - start > _LONGEST_NAME or parse_body_list(rest, 0) is None or find_subject(rest) is not None


def _tells_of(one: Sentence) -> bool:
    """True when the sentence tells what its subject has done; "đã" within the object of an order tells nothing."""
    subject = one.subject
    at = subject.predicate if subject else 0
    if at == 0 or at >= len(one.tokens):
        return tells_the_past(one.text)
    start = one.tokens.starts[at]
    first = one.tokens.starts[subject.start] if subject else one.span.start
    return tells_the_past(one.tokens.text[first:start]) or is_lacking(one.tokens.text[start : one.span.end])


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


def _split(read: list[Sentence], why: str) -> list[Group]:
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
    if is_conditional_report(text):
        return "split-conditional-report"
    if one.subject is not None and not one.subject.heading and _names(one.subject) != _names(group.subject):
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


def _names(subject: Subject | None) -> tuple[str, ...]:
    return tuple(body.name.lower() for body in subject.bodies) if subject else ()


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


_THEREIN = re.compile(r"[;,.]?\s*(?:trong\s+đó\b|cụ\s+thể\b|như\s+sau\b|sau\s+đây\b|một\s+số\s+nhiệm\s+vụ\b)", re.I)


def _lead_in_groups(unit: Unit, read: list[Sentence], text: str, *, has_lead: bool, lenient: bool) -> list[Group]:
    """A sentence that introduces bullets is a task only when it obliges to more than they do."""
    body, colon = read[:-1], read[-1]
    strict = unit.role is Role.OPENING or (_is_paragraph(unit) and unit.zone is not Zone.DIRECTIVE)
    kept = [
        one
        for one in body
        if _obliges(unit, one, has_lead=has_lead, lenient=lenient) and not (strict and not _is_order(one))
    ]
    groups = (
        _split(body[body.index(kept[0]) :], "lead-in-obliges")
        if kept and not strict
        else _split(kept, "lead-in-obliges")
    )
    if groups and not strict:
        groups[-1].sentences.append(colon)
        groups[-1].end = colon.span.end
        return groups
    own = _own_obligations(colon, text) if not strict or _is_order(colon) else None
    return [*groups, own] if own else groups


def _is_paragraph(unit: Unit) -> bool:
    return unit.node.line is not None and unit.node.line.marker is None


def _is_order(one: Sentence) -> bool:
    return one.subject is not None and one.subject.assigned


def _own_obligations(colon: Sentence, text: str) -> Group | None:
    """The clauses before "trong đó … sau:" when there are several joined by semicolons."""
    subject = colon.subject
    if subject is None:
        return None
    start = colon.tokens.starts[subject.start]
    therein = list(
        _THEREIN.finditer(text, colon.tokens.starts[min(subject.predicate, len(colon.tokens) - 1)], colon.span.end)
    )
    end = therein[0].start() if therein else colon.span.start
    if end <= start or not (text.count(";", start, end) or _says_more(colon, therein, text, start)):
        return None
    tokens = Tokens(text, start, end)
    cut = Sentence(Span(start, end), tokens, find_subject(tokens), imperative=False)
    return Group([cut], "lead-in-clauses", start, end, subject=cut.subject)


_GENERAL_ORDER = re.compile(
    r"(?:tổ\s+chức\s+|tập\s+trung\s+|nghiêm\s+túc\s+|khẩn\s+trương\s+|quan\s+tâm\s+|triển\s+khai\s+)*(?:chỉ\s+đạo\s+)?(?:triển\s+khai\s+)?"
    r"thực\s+hiện\s+(?:tốt\s+|đồng\s+bộ\s+|nghiêm\s+|có\s+hiệu\s+quả\s+|nghiêm\s+túc\s+)*(?:các|một\s+số|những)\s+(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|việc)",
    re.I,
)
_LEAST_ORDER = 40
"""Characters that an order needs to say more than its bullets."""


def _says_more(colon: Sentence, therein: list[re.Match[str]], text: str, start: int) -> bool:
    """An order before "trong đó …:" that names work of its own."""
    if not therein or not therein[0].group().strip(" ,;.").lower().startswith("trong") or colon.subject is None:
        return False
    at = colon.tokens.starts[min(colon.subject.predicate, len(colon.tokens) - 1)]
    return therein[0].start() - at >= _LEAST_ORDER and not _GENERAL_ORDER.match(text, at)


_WHAT_FOLLOWS = re.compile(
    r"(?:nội\s+dung|nhiệm\s+vụ|giải\s+pháp|công\s+việc|việc|yêu\s+cầu)\s+(?:\w+\s+){0,4}?(?:sau|dưới\s+đây)", re.I
)


def order_of(unit: Unit, text: str) -> Group | None:
    """The last sentence of a lead-in when it hands work to a named body and says which."""
    read = read_sentences(text, unit.start, unit.end)
    last = read[-1] if read else None
    subject = last.subject if last else None
    if last is None or subject is None or not subject.assigned or is_never_task(last.text) or tells_the_past(last.text):
        return None
    at = min(subject.predicate, len(last.tokens) - 1)
    if (
        _WHAT_FOLLOWS.search(last.text)
        or _GENERAL_ORDER.match(text, last.tokens.starts[at])
        or not starts_predicate(last.tokens, at)
    ):
        return None
    return Group([last], "lead-in-order", last.span.start, last.span.end, subject=subject)


_FORMULA = re.compile(
    r"(?:nghiêm\s+túc|khẩn\s+trương|quan\s+tâm|phối\s+hợp|chủ\s+động|tổ\s+chức|tích\s+cực|quyết\s+liệt)?\s*(?:tổ\s+chức\s+)?(?:triển\s+khai\s+)?(?:thực\s+hiện|triển\s+khai|thi\s+hành)"
    r"(?:\s+(?:nghiêm\s+túc|tốt|có\s+hiệu\s+quả|nghiêm|hiệu\s+quả|đầy\s+đủ|đúng))*(?:\s+(?:các\s+)?(?:nội\s+dung|nhiệm\s+vụ|kế\s+hoạch|chỉ\s+thị|công\s+điện|chương\s+trình|nghị\s+quyết|quyết\s+định|kết\s+luận|văn\s+bản)[^.;]{0,40})?\W*$",
    re.I,
)
_NOTICE = re.compile(
    r"thông\s+báo\s+(?:(?:kết\s+luận|ý\s+kiến|nội\s+dung|nội\s+dung\s+kết\s+luận)\b[^.;]{0,160}?\s)?(?:để|đến|tới|cho)\s+(?!\s)",
    re.I,
)


def _closing_groups(read: list[Sentence]) -> list[Group]:
    kept = []
    for one in read:
        clipped = _clip(one)
        if clipped is not None:
            kept.append(clipped)
    groups = _split([one for one, _ in kept], "closing-order")
    formulas = {id(one) for one, formula in kept if formula}
    for group in groups:
        if id(group.sentences[0]) in formulas:
            group.formula, group.why = len(group.sentences) == 1, "closing-formula"
    return groups


def _notice(one: Sentence, notice: int, subject: Subject) -> Sentence:
    """The clause that gives notice, without "Trên đây là …," before it."""
    text = one.tokens.text
    comma = text.rfind(",", one.span.start, notice)
    if not _REPORTED_ABOVE.match(one.text) or comma < 0:
        return Sentence(one.span, one.tokens, subject, imperative=False)
    start = comma + 1
    while start < notice and text[start].isspace():
        start += 1
    return Sentence(Span(start, one.span.end), Tokens(text, start, one.span.end), subject, imperative=False)


def _is_formula(text: str) -> bool:
    """A closing that asks for a report of results is an order."""
    return bool(_FORMULA.search(text)) and "báo cáo" not in text.lower()


_REPORTED_ABOVE = re.compile(r"\W*trên\s+đây", re.I)


def _clip(one: Sentence) -> tuple[Sentence, bool] | None:
    """The order of a closing sentence, without "Trên đây là …"; and whether it is a formula."""
    text = one.tokens.text
    notice = _NOTICE.search(text, one.span.start, one.span.end)
    if notice and _FORMULA.search(one.text):
        named = parse_body_list(Tokens(text, notice.end(), one.span.end), 0)
        if named is None:
            return None
        return _notice(one, notice.start(), Subject(named.bodies, 0, 0, assigned=True)), True
    if is_conditional_report(one.text):
        return one, False
    if one.subject is None:
        return (one, False) if one.imperative and not is_never_task(one.text) else None
    if not _REPORTED_ABOVE.match(one.text) or one.subject.start >= len(one.tokens):
        return one, _is_formula(one.text)
    start = one.tokens.starts[one.subject.start]
    span = Span(start, one.span.end)
    tokens = Tokens(text, start, one.span.end)
    clipped = Sentence(span, tokens, find_subject(tokens) or one.subject, imperative=False)
    return clipped, _is_formula(clipped.text)
