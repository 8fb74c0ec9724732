"""Files made to hurt: they are refused with a sentence, or come back with the same text."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from tests.vanban.check.fixing.support import SAFE
from tests.vanban.readers.support import docx, paragraph, run, zipped

from vanban.check.commenting import add_comments
from vanban.check.fixing import apply_fixes
from vanban.check.wordfile import NotWritable
from vanban.readers import read
from vanban.results import Finding
from vanban.types import UnreadableDocument

COMMENT = '<w:comment w:id="0" w:author="Lê Văn Thử"><w:p/></w:comment>'
BODY = (
    "<w:p><w:ins>" + run("Giao Sở ") + run("Y tế", "<w:b/>") + "</w:ins>"
    "<w:hyperlink>" + run(" chủ trì") + "</w:hyperlink>"
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("năm 2026")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p><w:tbl><w:tr><w:tc>' + paragraph("Một") + "</w:tc><w:tc>"
    + paragraph("Hai & ba") + "</w:tc></w:tr></w:tbl>" + paragraph("Hoàn thành trước ngày 30 tháng 6.") * 3
)  # fmt: skip


def damaged(seed: int) -> bytes:
    randomness = random.Random(seed)  # noqa: S311 - repeatable damage, no secret
    with zipfile.ZipFile(io.BytesIO(docx(BODY, comments=COMMENT))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = randomness.choice([*parts, *["word/document.xml"] * 4])
    content = bytearray(parts[name])  # type: ignore[arg-type]  # all are bytes
    start, length = randomness.randrange(len(content)), randomness.randrange(1, 60)
    copied = content[start : start + length]
    at = randomness.randrange(len(content))
    if randomness.random() < 0.5:
        content[at:at] = copied
    else:
        del content[at : at + length]
    return zipped({**parts, name: bytes(content)})


@pytest.mark.parametrize("seed", range(60))
def test_damage_ends_in_a_sentence_or_in_the_same_text(seed: int) -> None:
    data = damaged(seed)
    try:
        text = read(data).text
        found = [
            Finding(SAFE.code, SAFE.name, SAFE.severity, text[at : at + 5], at, at + 5, "sai", expected="ẽ & x")
            for at in range(0, len(text) - 5, 11)
        ]
        assert read(add_comments(data, found).data).text == text
        apply_fixes(data, found)
    except (UnreadableDocument, NotWritable) as error:
        assert error.message
