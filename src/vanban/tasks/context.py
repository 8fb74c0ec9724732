"""What a unit inherits: leads and coordinators from headings, lead-ins, the opening paragraph and the addressees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vanban.structure.casing import heading_case
from vanban.structure.document import PartTree
from vanban.structure.lines import Line
from vanban.structure.tree import Node
from vanban.tasks.coordinators import find_coordinators
from vanban.tasks.labels import is_label
from vanban.tasks.subject import find_subject, is_imperative
from vanban.tasks.zones import Zone, zone_of
from vanban.text.bodies import Body, parse_body_list
from vanban.text.letters import CAPITALS
from vanban.text.naming import normal_name
from vanban.text.sentences import sentences
from vanban.text.tokens import Tokens
from vanban.types import Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Inherited:
    """Bodies that a place hands down to what lies below it."""

    leads: tuple[Body, ...]
    coordinators: tuple[Body, ...] = ()
    source: str = "heading"
    span: Span = _NOWHERE


_HEADING_PREFIX = re.compile(
    r"(?:đối\s+với|nội\s+dung\s+(?:giám\s+sát|kiểm\s+tra|đánh\s+giá)\s+của|(?:về\s+)?(?:trách\s+nhiệm|nhiệm\s+vụ)\s+(?:của|đối\s+với)|phân\s+công\s+nhiệm\s+vụ\s+cho)\s+",
    re.I,
)
_QUALIFIED = re.compile(r"\s*(?:\(|,|là\s|thuộc\s|có\s|được\s|của\s|trên\s+địa\s+bàn|ở\s|hoạt\s+động|:|$)", re.I)
_ASKS = re.compile(r"(?:đề\s+nghị|yêu\s+cầu|giao)\s+", re.I)
_TOPIC = re.compile(r"(?:Doanh nghiệp|Chính quyền|Cơ quan|Trường|Bệnh viện)(?: \S+)? số")
"""Headings of plans for the digital society that read like names of bodies."""
_PLURAL = re.compile(r"(?:các|những)\s", re.I)
_INSTITUTION = re.compile(r"(?:Trung tâm|Ban [Qq]uản lý|Hiệp hội|Quỹ|Viện)\s")
_NAME_END = re.compile(r"\s*[(:]")
_COMRADE = re.compile(r"Đồng\s+chí\s")
_OF_SEVERAL = re.compile(r"\bcác\s")
_DESCRIBES = re.compile(
    r"(?:,\s+(?!(?:và\s+)?(?:tổ\s+chức|triển\s+khai|các\s))|\s+(?=\w))(?:đang|xây\s+dựng|kinh\s+doanh|sản\s+xuất|hoạt\s+động|quản\s+lý|cung\s+cấp|sử\s+dụng|khai\s+thác|vận\s+hành|thi\s+công|"
    r"chủ\s+trì|tham\s+gia|thực\s+hiện|đăng\s+ký|đào\s+tạo|được|có|làm|ngoài|tư\s+vấn|vận\s+chuyển|thu\s+gom|chế\s+biến|nuôi|"
    r"đóng|nhập\s+khẩu|xuất\s+khẩu|đầu\s+tư|dịch\s+vụ|thuộc|trực\s+thuộc|tiểu\s+dự\s+án|dự\s+án|nội\s+dung|vùng\s|ven\s|phía\s|nơi\s|và\s+(?!Ủy|UBND|Uỷ|Sở|Bộ|Ban|Công))",
    re.I,
)
"""What a name in the plural may go on with in a heading: what its bodies are or do by trade."""
_ASSIGNS = re.compile(
    r"\b(?:chủ\s+trì,?\s+phối\s+hợp|phối\s+hợp\s+với|có\s+trách\s+nhiệm|chịu\s+trách\s+nhiệm|như\s+sau|sau\s*(?:đây)?$|"
    r"các\s+nhiệm\s+vụ|các\s+nội\s+dung\s+(?:sau|công\s+việc)|tập\s+trung|tăng\s+cường|tiếp\s+tục|khẩn\s+trương|chủ\s+động)\b",
    re.I,
)
_LONGEST_DESCRIPTION = 160
_DUTY = re.compile(r"\s+(?:cần|phải|có\s+trách\s+nhiệm|tập\s+trung|thực\s+hiện\s+tốt)\b", re.I)
_WORK_OF = re.compile(r"nội\s+dung\s+(?:giám\s+sát|kiểm\s+tra|đánh\s+giá)\s+của\s", re.I)
_SHORT_LEAD_IN = 60
_LONGEST_NAME = 160
_PLANS = frozenset({"ke_hoach", "chuong_trinh"})
_MAKES_A_PLAN = re.compile(r"(?:xây\s+dựng|ban\s+hành)\s+(?:kế\s+hoạch|chương\s+trình)", re.I)
_OWN_WORK = re.compile(
    r"(?!.*Đảng (?:bộ|ủy|uỷ)).*"
    r"(?:MTTQ|Mặt trận|Tiểu ban|Ban Thường trực|Đoàn Thanh niên|Hội|\b(?:xã|phường|đặc khu)\b)",
    re.I,
)
_LONGEST_PLANNER = 25
_OPENING_LINES = 6
_PARTNER = re.compile(
    r"(?:làm\s+việc|kiểm\s+tra|thăm)\s+(?:với|tại)\s+(?:(?:tập\s+thể\s+)?lãnh\s+đạo\s+|Ban\s+Thường\s+vụ\s+|"
    r"Thường\s+trực\s+)?(?P<party>Đảng\s+(?:ủy|uỷ)\s+)?"
    rf"(?P<level>tỉnh|thành\s+phố|xã|phường|đặc\s+khu)\s+(?P<name>[{CAPITALS}][^\W\d_]*(?:\s+[{CAPITALS}][^\W\d_]*){{0,3}})"
)
_ORDER_IN_OPENING = re.compile(r"\b(?:yêu\s+cầu|đề\s+nghị|giao)\s+", re.I)


@dataclass(slots=True)
class Context:
    """Looks inheritance up; each line is parsed once."""

    text: str
    part: PartTree
    _by_node: dict[int, Inherited | None] = field(default_factory=dict)
    _announcements: list[Inherited] | None = None
    _whole: list[Inherited | None] = field(default_factory=list)
    _labelled: dict[int, bool] = field(default_factory=dict)
    _partners: dict[int, tuple[Body, ...]] = field(default_factory=dict)
    _lead_ins: dict[int, list[tuple[Node, Inherited | None]]] = field(default_factory=dict)

    def of(self, node: Node) -> Inherited | None:
        """What a node inherits: from the nearest line above that names bodies, else from the opening or addressees."""
        partners: tuple[Body, ...] = ()
        for below, ancestor in pairwise((node, *node.ancestors())):
            found = self._announced_before(below) or self.named_by(ancestor)
            before = self._before(below) if not partners and below.is_bullet else None
            partners = partners or (self._partners_of(before[0]) if before else ())
            if found:
                return replace(found, coordinators=partners) if partners else found
            partners = partners or self._partners_of(ancestor)
        return self.around(node)

    def _announced_before(self, node: Node) -> Inherited | None:
        """A paragraph before the list that a node is in: "…, toàn ngành cần thực hiện các nhiệm vụ sau:"."""
        found = self._before(node)
        return found[1] if found else None

    def _before(self, node: Node) -> tuple[Node, Inherited | None] | None:
        """The last paragraph with a colon before a node in its list, and whom it obliges."""
        key = id(node.parent)
        if key not in self._lead_ins:
            siblings = node.parent.children if node.parent and node.parent.line else []
            self._lead_ins[key] = [
                (one, self._order_in(one.line))
                for one in siblings
                if one.line and one.line.marker is None and not one.children and one.line.text.endswith(":")
            ]
        start = node.line.start if node.line else 0
        return next((found for found in reversed(self._lead_ins[key]) if _starts(found[0]) < start), None)

    def _partners_of(self, node: Node) -> tuple[Body, ...]:
        """Coordinators that a lead-in names for its bullets: "a) Chủ trì, phối hợp với các sở, ngành:"."""
        key = id(node)
        if key not in self._partners:
            self._partners[key] = self._read_partners(node.line)
        return self._partners[key]

    def _read_partners(self, line: Line | None) -> tuple[Body, ...]:
        if line is None or line.table is not None or line.text.endswith((".", ";")):
            return ()
        tokens = Tokens(self.text, line.body, line.end)
        return tuple(find_coordinators(tokens)) if is_imperative(tokens) else ()

    def around(self, node: Node) -> Inherited | None:
        """What holds for a whole stretch: the last paragraph that announces orders to somebody, else the addressees."""
        start = node.line.start if node.line else 0
        announced = [one for one in self.announcements() if one.span.start < start]
        return announced[-1] if announced else self.whole()

    def whole(self) -> Inherited | None:
        """What holds for everything that names nobody: addressees, the partner of a notice, who makes a plan."""
        if not self._whole:
            self._whole.append(self.addressees() or self.partner() or self.planner())
        return self._whole[0]

    def named_by(self, node: Node) -> Inherited | None:
        """The bodies that a heading or lead-in names for what lies below it."""
        key = id(node)
        if key not in self._by_node:
            self._by_node[key] = self._read(node.line) if node.line and node.line.table is None else None
        return self._by_node[key]

    def _read(self, line: Line) -> Inherited | None:
        start = line.body
        if line.marker is not None and line.body_text.isupper():
            return self._capital_heading(line)
        prefix = _HEADING_PREFIX.match(self.text, start, line.end)
        if prefix:
            return self._described_heading(prefix.end(), line) or self._plain_heading(prefix.end(), line)
        asked = _ASKS.match(self.text, start, line.end)
        described = self._described_heading(asked.end() if asked else start, line) if line.marker is not None else None
        if described:
            return described
        last = None
        for span in sentences(self.text, start, line.end):
            tokens = Tokens(self.text, span.start, span.end)
            subject = find_subject(tokens)
            if directed := _directed(tokens, line):
                last = directed
            elif subject and not (subject.heading and _TOPIC.fullmatch(subject.bodies[0].name)):
                plain = subject.heading and not subject.assigned
                source = "heading" if plain else "lead-in"
                partners = () if line.text.endswith(".") else tuple(find_coordinators(tokens))
                last = Inherited(subject.bodies, partners, source, Span(line.start, line.end))
        return last or (None if line.text.endswith((".", ";")) else self._qualified_heading(line))

    def _capital_heading(self, line: Line) -> Inherited | None:
        """ "II. TRÁCH NHIỆM CỦA SỞ TÀI CHÍNH": names printed in capitals, read as running text."""
        cased = heading_case(line.body_text)
        prefix = _HEADING_PREFIX.match(cased)
        found = parse_body_list(Tokens(cased, prefix.end() if prefix else 0), 0)
        if found is None or not (prefix or _QUALIFIED.match(cased[found.bodies[-1].end :])):
            return None
        at = line.body
        bodies = tuple(replace(body, start=body.start + at, end=body.end + at) for body in found.bodies)
        return Inherited(bodies, (), "heading", Span(line.start, line.end))

    def _described_heading(self, start: int, line: Line) -> Inherited | None:
        """ "5. Các doanh nghiệp chế biến gỗ đang hoạt động trong khu công nghiệp": the whole heading is the name."""
        end = _NAME_END.search(self.text, start, line.end)
        stop = end.start() if end else line.end
        if line.text.endswith((".", ";", ",")):
            return None
        tokens = Tokens(self.text, start, stop)
        found = parse_body_list(tokens, 0)
        if found is None or len(found.bodies) > 1 or found.next >= len(tokens) or found.bodies[0].exceptions:
            return None
        post = _COMRADE.match(self.text, start, stop)
        several = post or _PLURAL.match(self.text, start, stop) or _OF_SEVERAL.search(found.bodies[0].name)
        if not several and not _INSTITUTION.match(self.text, start, stop):
            return None
        rest = self.text[found.bodies[0].end : stop]
        if not (post or _DESCRIBES.match(rest)) or _ASSIGNS.search(rest) or len(rest) > _LONGEST_DESCRIPTION:
            return None
        name = normal_name(self.text[start:stop])
        body = replace(found.bodies[0], name=name, start=start, end=stop, group=True)
        return Inherited((body,), (), "heading", Span(line.start, line.end))

    def _qualified_heading(self, line: Line) -> Inherited | None:
        """ "Các chủ rừng là tổ chức (…)": a heading that names bodies and says more of them."""
        found = self._plain_heading(line.body, line)
        if found is None:
            return None
        rest = self.text[found.leads[-1].end : line.end]
        announces = line.text.endswith(":") and found.leads[-1].group
        return found if announces or _QUALIFIED.match(rest) else None

    def _plain_heading(self, start: int, line: Line) -> Inherited | None:
        tokens = Tokens(self.text, start, line.end)
        bodies = parse_body_list(tokens, 0, bare=start > line.body)
        if bodies is None or (start == line.body and _TOPIC.fullmatch(bodies.bodies[0].name)):
            return None
        return Inherited(bodies.bodies, (), "heading", Span(line.start, line.end))

    def is_for_its_body(self, node: Node) -> bool:
        """True directly below a line that names bodies, or below "Tham mưu lãnh đạo:" under such a line."""
        parent = node.parent
        if parent is None or parent.line is None:
            return False
        if self.named_by(parent):
            return True
        opens = len(parent.text) < _SHORT_LEAD_IN and parent.text.endswith(":") and is_imperative(Tokens(parent.text))
        return opens and parent.parent is not None and self.named_by(parent.parent) is not None

    def is_below_a_name(self, node: Node) -> bool:
        """True for a paragraph right below a heading that is nothing but the name of a body."""
        parent = node.parent
        if (
            parent is None
            or parent.line is None
            or parent.text.endswith((".", ";"))
            or len(parent.text) > _LONGEST_NAME
        ):
            return self.is_described_work(node)
        named = self.named_by(parent)
        return (named is not None and named.source == "heading") or self.is_described_work(node)

    def is_described_work(self, node: Node) -> bool:
        """True where a heading tells whose work is described ("Nội dung giám sát của cơ quan chủ quản")."""
        if zone_of(node) is not Zone.NAMED_ONLY:
            return False
        return any(
            ancestor.line is not None and _WORK_OF.match(ancestor.text) and self.named_by(ancestor)
            for ancestor in node.ancestors()
        )

    def assigns_by_labels(self, node: Node) -> bool:
        """True where labels or bullets say who has to do what; an item that names nobody is still a task there."""
        parent = node.parent
        if parent is None or parent.line is None:
            return False
        key = id(parent)
        if key not in self._labelled:
            labelled = sum(
                any(is_label(one) for one in sibling.walk()) or self._orders(sibling) for sibling in parent.children
            )
            self._labelled[key] = 2 * labelled >= len(parent.children)
        return self._labelled[key]

    def _orders(self, node: Node) -> bool:
        """True for a bullet of a directive part that names who has to do it."""
        if node.line is None or not node.is_bullet or zone_of(node) is not Zone.DIRECTIVE:
            return False
        subject = find_subject(Tokens(self.text, node.line.body, node.line.end))
        return subject is not None and not subject.heading

    def announcements(self) -> list[Inherited]:
        """Orders of paragraphs that announce what follows ("… yêu cầu các sở, ngành thực hiện như sau:")."""
        if self._announcements is None:
            self._announcements = [found for node in self.part.root.walk() if (found := self._announced_by(node))]
        return self._announcements

    def _announced_by(self, node: Node) -> Inherited | None:
        line = node.line
        if line is None or line.marker is not None or node.is_title or node.children or not line.text.endswith(":"):
            return None
        at_top = node.parent is not None and node.parent.line is None
        return self._order_in(line) if at_top or zone_of(node) is Zone.BACKGROUND else None

    def _order_in(self, line: Line) -> Inherited | None:
        """The last order of a paragraph that ends with a colon."""
        for order in reversed(list(_ORDER_IN_OPENING.finditer(self.text, line.start, line.end))):
            tokens = Tokens(self.text, order.end(), line.end)
            bodies = parse_body_list(tokens, 0)
            if bodies:
                return Inherited(bodies.bodies, (), "lead-in", Span(order.start(), line.end))
        return self._duty_in(line)

    def _duty_in(self, line: Line) -> Inherited | None:
        """ "…, các ngành, các cấp cần thực hiện những việc sau:": the last sentence obliges without an order."""
        last = list(sentences(self.text, line.start, line.end))[-1]
        subject = find_subject(Tokens(self.text, last.start, last.end))
        if subject is None or subject.heading:
            return None
        duty = self.text[subject.bodies[-1].end : line.end]
        return Inherited(subject.bodies, (), "lead-in", last) if _DUTY.match(duty) else None

    def partner(self) -> Inherited | None:
        """The province or commune that a notice of conclusions is about: "… tại buổi làm việc với tỉnh X"."""
        if self.part.head.kind != "thong_bao":
            return None
        for line in self.part.part.body[:_OPENING_LINES]:
            found = _PARTNER.search(self.text, line.start, line.end)
            if found:
                level = found.group("level")
                name = f"{'Đảng ủy ' + level if found.group('party') else level.capitalize()} {found.group('name')}"
                body = Body(name, found.start("level"), found.end("name"))
                return Inherited((body,), (), "lead-in", Span(line.start, line.end))
        return None

    def planner(self) -> Inherited | None:
        """Who makes a plan for itself: bodies of the Front and of communes carry their plans out themselves."""
        if self.part.head.kind not in _PLANS:
            return None
        for line in self.part.part.body[:_OPENING_LINES]:
            found = _MAKES_A_PLAN.search(self.text, line.start, line.end)
            if found:
                return self._planner_in(line, found.start())
        return None

    def _planner_in(self, line: Line, verb: int) -> Inherited | None:
        tokens = Tokens(self.text, line.start, line.end)
        end = tokens.at_offset(verb)
        for index in range(max(0, end - _LONGEST_PLANNER), end):
            bodies = parse_body_list(tokens, index)
            if bodies and bodies.next >= end:
                own = _OWN_WORK.match(bodies.bodies[0].name)
                return Inherited(bodies.bodies, (), "lead-in", Span(line.start, line.end)) if own else None
        return None

    def addressees(self) -> Inherited | None:
        """The addressees of a letter, as bodies."""
        names = self.part.head.addressees
        if not names:
            return None
        bodies = tuple(body for line in self.part.part.head for body in self._addressed(line, names))
        if not bodies:
            return None
        return Inherited(bodies, (), "addressees", Span(bodies[0].start, bodies[-1].end))

    def _addressed(self, line: Line, names: tuple[str, ...]) -> tuple[Body, ...]:
        for name in names:
            at = line.text.find(name)
            if at >= 0:
                tokens = Tokens(self.text, line.start + at, line.end)
                found = parse_body_list(tokens, 0)
                if found:
                    return found.bodies
        return ()


def _starts(node: Node) -> int:
    return node.line.start if node.line else 0


_CHARGED = ["chủ", "trì"]
_DIRECTS = ["chỉ", "đạo"]


def _directed(tokens: Tokens, line: Line) -> Inherited | None:
    """ "Phó Giám đốc A chỉ đạo Phòng B chủ trì, phối hợp với Phòng C:": what follows is for B to lead."""
    if not line.text.endswith(":"):
        return None
    for at in range(1, len(tokens) - 2):
        if tokens.lower[at : at + 2] != _DIRECTS:
            continue
        found = parse_body_list(tokens, at + 2)
        if found and tokens.lower[found.next : found.next + 2] == _CHARGED:
            rest = Tokens(tokens.text, tokens.starts[found.next], line.end)
            return Inherited(found.bodies, tuple(find_coordinators(rest)), "lead-in", Span(line.start, line.end))
    return None
