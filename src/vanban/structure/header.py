"""The header of the result: head and foot of the main part, completed from the body where the letterhead is missing."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from vanban.results import DocumentHeader
from vanban.structure import marks
from vanban.structure.casing import running_case
from vanban.structure.document import PartKind, Structure
from vanban.structure.head import Head
from vanban.structure.own_citation import own_citation
from vanban.structure.references import find_references
from vanban.text.bodies import parse_body_list
from vanban.text.dates import find_dates, parse_iso
from vanban.text.letters import CAPITALS
from vanban.text.lexicon.bodies import DOMAINS
from vanban.text.naming import full_name
from vanban.text.tokens import Tokens

_PROVINCE = re.compile(
    rf"\b(tỉnh|[Tt]hành\s+phố)\s+((?:[{CAPITALS}][^\W\d_]*)(?:(?:\s+|\s*-\s*)[{CAPITALS}][^\W\d_]*){{1,3}})"
)
_SPEAKER = re.compile(
    r"(?:(?<![^\n\t])|(?<=[.,;:])\s+)(?:(?:Nay|Do\s+đó|Vì\s+vậy|Về\s+việc\s+này|Về\s+nội\s+dung\s+này)\s*,\s*)?(?:Chủ\s+tịch\s+|Thường\s+trực\s+|Bộ\s+trưởng\s+)?"
    r"(?=(?:Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|UBND|Ban\s+Thường\s+vụ|Tỉnh\s+ủy|Thành\s+ủy|Đảng\s+ủy|"
    r"Văn\s+phòng|Bộ(?!\s+trưởng)|Sở|Cục|Tổng\s+cục|Bảo\s+hiểm\s+xã\s+hội|Thanh\s+tra|Ban\s+Tổ\s+chức)\b)"
)
_SPEAKING = re.compile(
    r"\s*(?:xin\s+)?(?:có\s+ý\s+kiến|yêu\s+cầu|đề\s+nghị|ban\s+hành|chỉ\s+đạo|giao|ghi\s+nhận|kết\s+luận|thông\s+báo|trao\s+đổi|đánh\s+giá|xây\s+dựng|nhận\s+được|chỉ\s+thị|hướng\s+dẫn)"
)


def read_header(structure: Structure) -> DocumentHeader:
    """Return the header of the document."""
    head, foot = structure.main.head, structure.main.foot
    cited = own_citation(structure.main.part.body, head.number, head.symbol)
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
        issued_on=head.issued_on or (cited.issued_on if cited else None),
        issuer=_issuer(structure, head) or (cited.issuer if cited else None),
        subject=head.subject or (cited.subject if cited else None),
        signer=signer if signer and signer.name else None,
        addressees=head.addressees,
        recipients=foot.recipients,
        references=find_references(structure),
    )


def document_date(structure: Structure) -> date | None:
    """The day of the document; when it is blank, the day of the meeting that its first paragraphs report."""
    head = structure.main.head
    cited = own_citation(structure.main.part.body, head.number, head.symbol) if not head.issued_on else None
    issued = parse_iso(head.issued_on or (cited.issued_on if cited else None))
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
    titled = _issuer_in_title(structure) or _issuer_of_wire(structure)
    if head.issuer and (head.letterhead or head.number or head.symbol):
        return titled if titled and head.issuer.startswith(_CENTRAL_LETTERHEAD) else head.issuer
    speaker = titled or _speaker(structure)
    if speaker in _OFFICES:
        speaker = _ministry_in_title(structure) or speaker
    if speaker is None:
        return head.issuer
    return _with_province(full_name(speaker), structure, head)


def _issuer_of_wire(structure: Structure) -> str | None:
    """ "THỦ TƯỚNG CHÍNH PHỦ điện:" above the addressees of an urgent telegram."""
    wired = next((line.text for line in structure.main.part.head if marks.WIRED_TO.match(line.text)), None)
    return running_case(wired[: wired.lower().rindex("điện")].strip(" *")) if wired else None


_CENTRAL_LETTERHEAD = "Ban Chấp hành Trung ương"
"""The letterhead under which the Politburo and the Secretariat issue too; the title names whoever does."""
_OFFICES = frozenset(("Văn phòng", "Văn phòng Bộ"))
"""Offices that announce for the body they belong to."""
_MINISTRIES = sorted(DOMAINS, key=len, reverse=True)


def _ministry_in_title(structure: Structure) -> str | None:
    """ "Thông báo kết luận của lãnh đạo Bộ Tư pháp tại …", in capitals or small letters."""
    title = " ".join(line.text for line in (*structure.main.part.head, *structure.main.part.body[:1])).lower()
    return next((f"Bộ {domain}" for domain in _MINISTRIES if f"bộ {domain.lower()}" in title), None)


_ISSUED_BY = re.compile(
    r"\bCỦA\s+(?P<name>(?:BAN\s+THƯỜNG\s+VỤ|BAN\s+CHẤP\s+HÀNH|TỈNH\s+ỦY|TỈNH\s+UỶ|THÀNH\s+ỦY|ĐẢNG\s+ỦY|ỦY\s+BAN\s+NHÂN\s+DÂN|"
    rf"HỘI\s+ĐỒNG\s+NHÂN\s+DÂN|BỘ\s+CHÍNH\s+TRỊ(?:\s*,\s*BAN\s+BÍ\s+THƯ)?|BAN\s+BÍ\s+THƯ)(?:\s+[{CAPITALS}]{{2,}})*)"
)


_TITLE_LENGTH = 120
_ENDS_ISSUER = re.compile(r"\s+VỀ\b")


def _issuer_in_title(structure: Structure) -> str | None:
    """ "NGHỊ QUYẾT CỦA BAN THƯỜNG VỤ TỈNH ỦY"."""
    for line in structure.main.part.head:
        found = _ISSUED_BY.search(line.text[:_TITLE_LENGTH])
        if found:
            names = _ENDS_ISSUER.split(found.group("name"))[0].split(",")
            return ", ".join(running_case(name.strip()) for name in names)
    return None


_OPENING_LINES = 10


def _speaker(structure: Structure) -> str | None:
    """The body that speaks in the first or last paragraphs: "Chủ tịch UBND tỉnh yêu cầu …"."""
    lines = structure.main.part.body
    opening = next(
        (at for at, line in enumerate(lines[:_OPENING_LINES]) if line.marker), min(_OPENING_LINES, len(lines))
    )
    for line in (*lines[: max(opening, 4)], *lines[-3:]):
        for found in _SPEAKER.finditer(structure.text, line.start, line.end):
            tokens = Tokens(structure.text, found.end(), min(line.end, found.end() + 160))
            bodies = parse_body_list(tokens, 0)
            if bodies and len(bodies.bodies) == 1 and _SPEAKING.match(structure.text, bodies.bodies[0].end):
                return bodies.bodies[0].name
    return None


def _with_province(name: str, structure: Structure, head: Head) -> str:
    """ "Ủy ban nhân dân tỉnh" with the province the document names: in its place line, its subject or its text."""
    level = re.search(r"(?:(?P<level>tỉnh|[Tt]hành phố)|Tỉnh ủy|Thành ủy)$", name)
    if level is None:
        return name
    if head.place:
        return f"{name} {head.place}"
    wanted = (level.group("level") or "").lower()
    named = [found for found in _PROVINCE.finditer(structure.text) if wanted in ("", found.group(1).lower())]
    if named:
        return f"{name} {Counter(found.group(2) for found in named).most_common(1)[0][0]}"
    small = _PROVINCE_LAST.search(head.subject or "")
    return f"{name} {small.group(2).title()}" if small and wanted in ("", small.group(1)) else name


_PROVINCE_LAST = re.compile(r"\b(tỉnh|thành phố)\s+([^\W\d_]+(?:\s+[^\W\d_]+){1,2})$")
"""A province at the end of a subject that was put into small letters."""
