"""Whole documents of a kind: head, body, foot, as marked text with their header for front matter."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tools.generated_documents.bodies import LEVELS, PARTY, PEOPLE, Level
from tools.generated_documents.bodywork import account_body, directive_body, plan_body
from tools.generated_documents.sentences import Subject
from tools.generated_documents.topics import TOPICS
from tools.samples.marked import MarkedText, parse


@dataclass(frozen=True)
class Kind:
    """A kind of document: what it prints above its subject, the letters of its symbol, how its body is made."""

    name: str
    title: str
    letters: str
    about: tuple[str, ...]
    body: Callable[[Subject], list[str]]
    party: bool = False


STATE_KINDS = (
    Kind("thong_bao", "THÔNG BÁO", "TB", ("Kết luận tại cuộc họp về {name}",), directive_body),
    Kind("chi_thi", "CHỈ THỊ", "CT", ("Tăng cường {name}", "Về một số nhiệm vụ trọng tâm về {name}"), directive_body),
    Kind("cong_dien", "CÔNG ĐIỆN", "CĐ", ("Về việc triển khai cấp bách công tác {name}",), directive_body),
    Kind("chuong_trinh", "CHƯƠNG TRÌNH", "CTr", ("Hành động về {name} năm 2026",), plan_body),
    Kind("cong_van", "", "TH", ("triển khai một số nhiệm vụ về {name}", "đẩy mạnh {name}"), directive_body),
    Kind("ke_hoach", "KẾ HOẠCH", "KH", ("Triển khai công tác {name} năm 2026",), plan_body),
    Kind("ke_hoach", "KẾ HOẠCH", "KH", ("Thực hiện nhiệm vụ {name} giai đoạn 2026 - 2030",), plan_body),
    Kind("bao_cao", "BÁO CÁO", "BC", ("Kết quả công tác {name} 6 tháng đầu năm 2026",), account_body),
)
PARTY_KINDS = (
    Kind("ket_luan", "KẾT LUẬN", "KL", ("về {name}",), directive_body, party=True),
    Kind("cong_van", "", "CV", ("lãnh đạo thực hiện {name}",), directive_body, party=True),
    Kind("ke_hoach", "KẾ HOẠCH", "KH", ("thực hiện nhiệm vụ {name} năm 2026",), plan_body, party=True),
)
_LEADING_ABOUT = re.compile(r"^về (?:việc )?", re.IGNORECASE)
FIRST_DAY = datetime.date(2026, 1, 5)


def compose(random: Random) -> MarkedText:
    """A document of any kind and level."""
    level = random.choice(LEVELS)
    kind = random.choice(PARTY_KINDS if level is PARTY else STATE_KINDS)
    issued = FIRST_DAY + datetime.timedelta(days=random.randrange(300))
    subject = Subject(random, level, random.choice(TOPICS), issued)
    about = random.choice(kind.about).format(name=subject.topic.name)
    number, signer = str(random.randint(3, 2999)), random.choice(PEOPLE)
    addressees = [body.printed for body in level.groups[:2]] if kind.name == "cong_van" else []
    recipients = ["Như trên" if addressees else level.own, "Các đơn vị liên quan", "Lưu: VT"]
    lines = [*_head(level, kind, issued, number, about)]
    lines += _addressees(addressees)
    lines += ["", *kind.body(subject), "", "Nơi nhận:"]
    lines += [f"- {line}{'.' if line == recipients[-1] else ';'}" for line in recipients]
    lines += ["", *level.signer, "", signer, ""]
    metadata = {
        "kind": kind.name,
        "side": level.side,
        "number": number,
        "symbol": _symbol(level, kind),
        "place": level.place,
        "issued_on": issued.isoformat(),
        "issuer": level.full_issuer,
        "subject": _LEADING_ABOUT.sub("", about),
        "signer_name": signer,
        "signer_capacity": "; ".join(level.signer),
        "addressees": addressees,
        "recipients": recipients,
    }
    document = parse("\n".join(lines))
    return MarkedText(document.text, document.marks, {"level": level.name, "faults": [], "metadata": metadata})


def _symbol(level: Level, kind: Kind) -> str:
    if kind.name == "cong_van" and not kind.party:
        return f"{level.symbol}-{kind.letters}"
    return f"{kind.letters}/{level.symbol}" if kind.party else f"{kind.letters}-{level.symbol}"


def _head(level: Level, kind: Kind, issued: datetime.date, number: str, about: str) -> list[str]:
    month = f"{issued.month:02d}" if issued.month <= 2 else str(issued.month)
    place_date = f"{level.place}, ngày {issued.day:02d} tháng {month} năm {issued.year}"
    if kind.party:
        top = [*level.issuer, "*", f"Số {number}-{_symbol(level, kind)}"]
        top += [] if kind.title else [f"V/v {about}"]
        top += ["", "ĐẢNG CỘNG SẢN VIỆT NAM", place_date, ""]
    else:
        top = [*level.issuer, "", f"Số: {number}/{_symbol(level, kind)}"]
        top += [] if kind.title else [f"V/v {about}"]
        top += ["", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "", place_date, ""]
    return [*top, *([kind.title, about] if kind.title else [])]


def _addressees(names: list[str]) -> list[str]:
    if not names:
        return []
    ends = [";"] * (len(names) - 1) + ["."]
    return ["", "Kính gửi:", *(f"- {name}{end}" for name, end in zip(names, ends, strict=True))]
