"""Word files in the prescribed form, to be changed in one place by a test, and what a rule finds in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.vanban.readers.support import docx, run

from vanban import api
from vanban.check.registry import RULES
from vanban.check.runner import check_document
from vanban.check.settings import Settings
from vanban.results import Finding

MM = 1440 / 25.4
SENTENCE = (
    "Giám đốc Sở Y tế, Chủ tịch Ủy ban nhân dân các xã, phường rà soát cơ số thuốc, báo cáo Ủy ban nhân dân tỉnh "
    "trước ngày 30 tháng 6 năm 2026."
)


@dataclass(frozen=True)
class Look:
    """A paragraph and how it is set; ``indent`` in millimetres, ``spacing`` as (value, rule) of Word."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str = "center"
    font: str = "Times New Roman"
    colour: str = "000000"
    indent: float = 0
    after: int = 120
    line: tuple[int, str] = (276, "auto")

    def xml(self) -> str:
        """The paragraph in the markup of Word."""
        switches = "".join(f"<w:{tag}/>" for tag, on in (("b", self.bold), ("i", self.italic)) if on)
        underline = '<w:u w:val="single"/>' if self.underline else ""
        look = (
            f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}"/>{switches}{underline}'
            f'<w:color w:val="{self.colour}"/><w:sz w:val="{round(self.size * 2)}"/>'
        )
        spacing = f'<w:spacing w:after="{self.after}" w:line="{self.line[0]}" w:lineRule="{self.line[1]}"/>'
        indent = f'<w:ind w:firstLine="{round(self.indent * MM)}"/>'
        shape = f'{spacing}{indent}<w:jc w:val="{self.align}"/>'
        return f"<w:p><w:pPr>{shape}</w:pPr>{run(self.text, look)}</w:p>"


@dataclass(frozen=True)
class Page:
    """Paper and margins in millimetres, and the page number."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    number: bool = True
    number_in: str = "header"
    number_size: float = 13
    number_italic: bool = False
    number_align: str = "center"
    first_differs: bool = True
    pages: int | None = 2

    def section(self) -> str:
        """The section properties."""
        sides = "".join(f' w:{side}="{round(getattr(self, side) * MM)}"' for side in ("top", "right", "bottom", "left"))
        reference = f'<w:{self.number_in}Reference w:type="default" r:id="r0"/>' if self.number else ""
        size = f'<w:pgSz w:w="{round(self.width * MM)}" w:h="{round(self.height * MM)}"/>'
        title = "<w:titlePg/>" if self.first_differs else ""
        return f"<w:sectPr>{reference}{size}<w:pgMar{sides}/>{title}</w:sectPr>"

    def parts(self) -> dict[str, str]:
        """The part that prints the page number."""
        if not self.number:
            return {}
        look = f'<w:rPr>{"<w:i/>" if self.number_italic else ""}<w:sz w:val="{round(self.number_size * 2)}"/></w:rPr>'
        field_of_page = f'<w:fldSimple w:instr=" PAGE "><w:r>{look}<w:t>2</w:t></w:r></w:fldSimple>'
        return {self.number_in: f'<w:p><w:pPr><w:jc w:val="{self.number_align}"/></w:pPr>{field_of_page}</w:p>'}


@dataclass(frozen=True)
class Form:
    """The paragraphs of a document by name, in order, and its page."""

    paragraphs: Mapping[str, Look]
    page: Page = field(default_factory=Page)

    def file(self, changes: Mapping[str, Mapping[str, Any]]) -> bytes:
        """The Word file with ``changes`` to paragraphs (by name) and to the ``page``."""
        unknown = set(changes) - set(self.paragraphs) - {"page"}
        assert not unknown, f"no such paragraphs: {unknown}"
        page = _changed(self.page, changes.get("page", {}))
        looks = [_changed(look, changes.get(name, {})) for name, look in self.paragraphs.items()]
        return docx("".join(look.xml() for look in looks) + page.section(), **page.parts())


def _changed(value: Any, changes: Mapping[str, Any]) -> Any:
    return type(value)(**{**{name: getattr(value, name) for name in value.__dataclass_fields__}, **changes})


_BODY = {"align": "both", "indent": 10}
STATE = Form({
    "issuer": Look("ỦY BAN NHÂN DÂN TỈNH LẠC GIANG", 13, bold=True),
    "number": Look("Số: 125/QĐ-UBND", 13),
    "national": Look("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True),
    "motto": Look("Độc lập - Tự do - Hạnh phúc", 14, bold=True),
    "date": Look("Lạc Giang, ngày 05 tháng 3 năm 2026", 14, italic=True),
    "title": Look("QUYẾT ĐỊNH", 14, bold=True),
    "subject": Look("Thành lập Đội cơ động phòng dịch", 14, bold=True),
    "ground1": Look("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", italic=True, **_BODY),
    "ground2": Look("Theo đề nghị của Giám đốc Sở Y tế.", italic=True, **_BODY),
    "decides": Look("QUYẾT ĐỊNH:", bold=True),
    "article": Look("Điều 1. Thành lập Đội cơ động phòng dịch", bold=True, **_BODY),
    "body1": Look(SENTENCE, **_BODY),
    "body2": Look(SENTENCE.replace("30 tháng 6", "31 tháng 7") + "/.", **_BODY),
    "recipients": Look("Nơi nhận:", 12, bold=True, italic=True, align="left"),
    "entry1": Look("- Như trên;", 11, align="left"),
    "entry2": Look("- Lưu: VT, TH.", 11, align="left"),
    "capacity1": Look("KT. CHỦ TỊCH", bold=True),
    "capacity2": Look("PHÓ CHỦ TỊCH", bold=True),
    "signer": Look("Nguyễn Văn Mẫu", bold=True),
    "annex": Look("Phụ lục I", bold=True),
    "annex_title": Look("DANH SÁCH ĐỘI CƠ ĐỘNG", bold=True),
    "annex_reference": Look("(Kèm theo Quyết định số 125/QĐ-UBND ngày 05 tháng 3 năm 2026)", italic=True),
    "annex_body": Look("Trạm y tế xã Gò Tre Mẫu cử hai người.", **_BODY),
})  # fmt: skip
LETTER = Form({
    "issuer": Look("ỦY BAN NHÂN DÂN TỈNH LẠC GIANG", 13, bold=True),
    "number": Look("Số: 125/UBND-TH", 13),
    "subject": Look("V/v phòng, chống dịch bệnh mùa hè", 12),
    "national": Look("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True),
    "motto": Look("Độc lập - Tự do - Hạnh phúc", 14, bold=True),
    "date": Look("Lạc Giang, ngày 05 tháng 3 năm 2026", 14, italic=True),
    "addressed": Look("Kính gửi: Sở Y tế."),
    "body": Look(SENTENCE + "/.", **_BODY),
})  # fmt: skip
_PARTY_BODY = {"align": "both", "indent": 10, "line": (360, "exact")}
PARTY = Form({
    "issuer": Look("TỈNH ỦY LẠC GIANG", 13, bold=True),
    "number": Look("Số 125-KH/TU", 13),
    "party": Look("ĐẢNG CỘNG SẢN VIỆT NAM", 14, bold=True, underline=True),
    "date": Look("Lạc Giang, ngày 05 tháng 6 năm 2026", 14, italic=True),
    "title": Look("KẾ HOẠCH", 15, bold=True),
    "subject": Look("Phòng, chống dịch bệnh mùa hè", 14, bold=True),
    "body1": Look(SENTENCE, **_PARTY_BODY),
    "body2": Look(SENTENCE.replace("30 tháng 6", "31 tháng 7"), **_PARTY_BODY),
    "recipients": Look("Nơi nhận:", 12, underline=True, align="left"),
    "entry1": Look("- Như trên;", 11, align="left"),
    "entry2": Look("- Lưu Văn phòng Tỉnh ủy.", 11, align="left"),
    "capacity1": Look("T/M BAN THƯỜNG VỤ", bold=True),
    "capacity2": Look("PHÓ BÍ THƯ"),
    "signer": Look("Trần Thị Thử", bold=True),
})  # fmt: skip


def findings(code: str, form: Form = STATE, **changes: Mapping[str, Any]) -> list[Finding]:
    """What the rule ``code`` says of ``form`` with ``changes``; fails when the rule did not run."""
    checked = api.understand(api.read(form.file(changes)))
    report = check_document(
        checked, rules=[rule for rule in RULES if rule.code == code], settings=Settings(preview=True)
    )
    assert [str(one.outcome) for one in report.outcomes] == ["checked"], report.outcomes
    return list(report.findings)


def places(code: str, form: Form = STATE, **changes: Mapping[str, Any]) -> list[str]:
    """The texts that the rule ``code`` finds wrong in ``form`` with ``changes``."""
    return [finding.text for finding in findings(code, form, **changes)]
