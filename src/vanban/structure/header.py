"""The header of the result: head and foot of the main part, completed from the body where the letterhead is missing."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from vanban.results import DocumentHeader
from vanban.structure.casing import running_case
from vanban.structure.document import PartKind, Structure
from vanban.structure.head import Head
from vanban.structure.references import find_references
from vanban.text.bodies import parse_body_list
from vanban.text.dates import find_dates, parse_iso
from vanban.text.letters import CAPITALS
from vanban.text.naming import full_name
from vanban.text.tokens import Tokens

_PROVINCE = re.compile(
    rf"\b(tỉnh|thành\s+phố)\s+((?:[{CAPITALS}][^\W\d_]*)(?:(?:\s+|\s*-\s*)[{CAPITALS}][^\W\d_]*){{1,3}})"
)
_SPEAKER = re.compile(
    r"\b(?:Chủ\s+tịch\s+|Thường\s+trực\s+)?(?=(?:Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|UBND|Ban\s+Thường\s+vụ|Tỉnh\s+ủy|Thành\s+ủy|Đảng\s+ủy|Văn\s+phòng|Bộ(?!\s+trưởng)|Sở)\b)"
)
_SPEAKING = re.compile(
    r"\s*(?:xin\s+)?(?:có\s+ý\s+kiến|yêu\s+cầu|đề\s+nghị|ban\s+hành|chỉ\s+đạo|giao|ghi\s+nhận|kết\s+luận|thông\s+báo|trao\s+đổi|đánh\s+giá|xây\s+dựng|nhận\s+được)"
)


def read_header(structure: Structure) -> DocumentHeader:
    """Return the header of the document."""
    head, foot = structure.main.head, structure.main.foot
    kind = head.kind or _kind_of_opening(structure)
    signer = foot.signer or next(
        (part.foot.signer for part in structure.parts if part.part.kind is PartKind.EMBEDDED), None
    )
    return DocumentHeader(
        kind=kind,
        side=head.side or _side_of_signature(structure) or "other",
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        issued_on=head.issued_on,
        issuer=_issuer(structure, head),
        subject=head.subject,
        signer=signer if signer and signer.name else None,
        addressees=head.addressees,
        recipients=foot.recipients,
        references=find_references(structure),
    )


def document_date(structure: Structure) -> date | None:
    """The day of the document; when it is blank, the day of the meeting that its first paragraphs report."""
    issued = parse_iso(structure.main.head.issued_on)
    if issued:
        return issued
    printed = structure.main.head.issued_on
    if printed and len(printed) == 7:
        return parse_iso(f"{printed}-01")
    for node in structure.main.root.children[:2]:
        if node.line is None or node.line.marker:
            continue
        for phrase in find_dates(structure.text, node.line.start, node.line.end):
            if (
                phrase.kind == "date"
                and phrase.year
                and _is_meeting(structure.text[max(0, phrase.start - 30) : phrase.start])
            ):
                return phrase.last()
    return parse_iso(f"{printed}-01-01") if printed and len(printed) == 4 else None


def _is_meeting(before: str) -> bool:
    """Dates of cited documents stand behind a number."""
    return not re.search(r"[/\-][A-ZĐ][\w/&-]*\s*,?\s*$", before)


def _kind_of_opening(structure: Structure) -> str | None:
    text = " ".join(line.text for line in structure.main.part.body[:4])
    if re.search(r"có\s+ý\s+kiến\s+chỉ\s+đạo|có\s+ý\s+kiến\s+như\s+sau", text, re.I):
        return "cong_van"
    return "thong_bao" if re.search(r"kết\s+luận\s+như\s+sau", text, re.I) else None


def _side_of_signature(structure: Structure) -> str | None:
    signer = structure.main.foot.signer
    capacity = signer.capacity if signer else ""
    if re.search(r"BAN THƯỜNG VỤ|BÍ THƯ|BAN CHẤP HÀNH|BỘ CHÍNH TRỊ", capacity):
        return "party"
    if re.search(r"CHỦ TỊCH|ỦY BAN NHÂN DÂN|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|CHỦ NHIỆM", capacity):
        return "state"
    speaker = _speaker(structure)
    if speaker:
        return "party" if re.search(r"Tỉnh ủy|Thành ủy|Đảng ủy|Thường vụ", speaker) else "state"
    return None


def _issuer(structure: Structure, head: Head) -> str | None:
    if head.issuer and (head.letterhead or head.number or head.symbol):
        return head.issuer
    titled = _issuer_in_title(structure)
    speaker = titled or _speaker(structure)
    if speaker is None:
        return head.issuer
    return _with_province(full_name(speaker), structure, head)


_ISSUED_BY = re.compile(
    r"\bCỦA\s+(?P<name>(?:BAN\s+THƯỜNG\s+VỤ|BAN\s+CHẤP\s+HÀNH|TỈNH\s+ỦY|TỈNH\s+UỶ|THÀNH\s+ỦY|ĐẢNG\s+ỦY|ỦY\s+BAN\s+NHÂN\s+DÂN|"
    rf"HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|BỘ\s+CHÍNH\s+TRỊ|BAN\s+BÍ\s+THƯ)(?:\s+[{CAPITALS}]{{2,}})*)"
)


def _issuer_in_title(structure: Structure) -> str | None:
    """ "NGHỊ QUYẾT CỦA BAN THƯỜNG VỤ TỈNH ỦY"."""
    for line in structure.main.part.head:
        found = _ISSUED_BY.search(line.text)
        if found:
            return running_case(found.group("name"))
    return None


def _speaker(structure: Structure) -> str | None:
    """The body that speaks in the first or last paragraphs: "Chủ tịch UBND tỉnh yêu cầu …"."""
    lines = structure.main.part.body
    for line in (*lines[:4], *lines[-3:]):
        for found in _SPEAKER.finditer(structure.text, line.start, line.end):
            tokens = Tokens(structure.text, found.end(), min(line.end, found.end() + 160))
            bodies = parse_body_list(tokens, 0)
            if bodies and len(bodies.bodies) == 1 and _SPEAKING.match(structure.text, bodies.bodies[0].end):
                return bodies.bodies[0].name
    return None


def _with_province(name: str, structure: Structure, head: Head) -> str:
    """ "Ủy ban nhân dân tỉnh" with the province the document names."""
    if not re.search(r"(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)$", name):
        return name
    if head.place:
        return f"{name} {head.place}"
    found = Counter(f"{one.group(2)}" for one in _PROVINCE.finditer(structure.text))
    return f"{name} {found.most_common(1)[0][0]}" if found else name
