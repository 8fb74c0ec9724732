"""The live page of a document: the words and labels of its .docx, and nothing of a user's text as markup."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import docx

from vanban.api import compose_docx, compose_html
from vanban.compose.model import (
    Annex,
    Cell,
    Column,
    Content,
    Header,
    Kind,
    Layout,
    Paragraph,
    Signature,
    Table,
    dash,
    item,
    section,
)

EVIL = "Rà soát <script>alert(1)</script> & “trích”"


def plan(layout: Layout = Layout.STATE) -> Content:
    table = Table((Column("TT", 1), Column("Việc", 5)), ((Cell("I. Kinh tế", column_span=2, bold=True),), ("1", EVIL)))
    return Content(
        kind=Kind.KE_HOACH,
        layout=layout,
        subject="thực hiện nhiệm vụ mẫu",
        header=Header(issuer=("Ủy ban nhân dân", "xã Mẫu"), symbol="KH-UBND", place="Mẫu"),
        body=(Paragraph("Mở đầu."), section("Nhiệm vụ", item("", dash(EVIL), dash("Việc hai"), heading="Kinh tế"))),
        signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Nguyễn Văn Mẫu"),
        recipients=("Như trên",),
        annexes=(Annex("Phân công", (table,), landscape=True),),
    )


def words(html: str) -> str:
    spaced = re.sub(r"<[^>]+>", " ", html)
    return " ".join(unescape(spaced).replace("\xa0", " ").split())


def test_user_text_is_never_markup() -> None:
    html = compose_html(plan())
    assert "<script" not in html
    assert "Rà soát <script>alert(1)</script> & “trích”" in words(html)


def test_page_says_what_the_word_file_says() -> None:
    said = words(compose_html(plan()))
    document = docx.Document(BytesIO(compose_docx(plan())))
    paragraphs = [" ".join(one.text.replace("\xa0", " ").split()) for one in document.paragraphs]
    assert [one for one in paragraphs if one and one not in said] == []
    assert "I. NHIỆM VỤ 1. Kinh tế" in said
    assert said.index("Việc hai") < said.index("CHỦ TỊCH") < said.index("PHÂN CÔNG")


def test_tables_keep_their_head_and_spans() -> None:
    html = compose_html(plan(Layout.PARTY))
    assert "<thead><tr><th>" in html
    assert '<td colspan="2">' in html
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in words(html)
