"""List labels that Word computes."""

from tests.vanban.readers.support import docx, lines, paragraph

from vanban.readers import read
from vanban.readers.docx.numbering import format_number


def level(index: int, form: str, text: str, extra: str = "") -> str:
    form_and_text = f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/>{form_and_text}{extra}</w:lvl>'


def item(text: str, num: int = 1, depth: int = 0) -> str:
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>')


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)") + level(4, "bullet", "\uf02d") + level(5, "decimal", "%1.%2", "<w:isLgl/>")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)  # fmt: skip


def labels(body: str, **parts: str) -> list[str | None]:
    return [block.label for block in read(docx(body, numbering=NUMBERING, **parts)).blocks]


def test_labels_count_up_and_deeper_levels_restart() -> None:
    body = "".join([
        item("A"), item("b", depth=1), item("c", depth=2), item("d", depth=2), item("e", depth=1), item("f", depth=2),
        item("g", depth=3), item("h", depth=3), item("k", depth=4), item("L"), item("m", depth=1),
    ])  # fmt: skip
    assert labels(body) == ["I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "a)", "b)", "-", "II.", "1."]


def test_the_label_is_part_of_the_text() -> None:
    document = read(docx(item("MỤC TIÊU"), numbering=NUMBERING))
    assert lines(document) == ["I. MỤC TIÊU"]


def test_start_overrides_and_legal_numbering() -> None:
    assert labels(item("A") + item("b", depth=1) + item("c", num=2, depth=1) + item("d", depth=5)) == [
        "I.",
        "1.",
        "5.",
        "1.5",
    ]


def test_numbering_from_a_style_and_its_removal() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    styled = paragraph("A", properties='<w:pStyle w:val="Muc"/>')
    removed = paragraph("B", properties='<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert labels(styled + removed + styled, styles=styles) == ["I.", None, "II."]


def test_other_formats() -> None:
    assert format_number(7, "decimalZero") == "07"
    assert format_number(3, "upperLetter") == "C"
    assert format_number(3, "none") == ""
    assert format_number(12, "chineseCounting") == "12"


def test_numbers_of_styles_links_and_overridden_levels() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Chung"/>' + level(0, "decimal", "Điều %1.")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="Chung"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="3">'
        + level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>')
        + level(1, "lowerLetter", "%2)", '<w:lvlRestart w:val="0"/>')
        + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0">'
        + level(0, "upperLetter", "%1/") + '</w:lvlOverride></w:num><w:num w:numId="5"/>'
    )  # fmt: skip
    body = "".join([
        item("a"), item("b", 3), item("c", 3, 1), item("d", 3), item("e", 3, 1), item("f", 4), item("g", 5),
        item("h", 3, 7),
    ])  # fmt: skip
    found = [block.label for block in read(docx(body, numbering=numbering)).blocks]
    assert found == ["Điều 1.", "1.", "a)", "2.", "b)", "A/", None, None]


def test_level_of_a_style_comes_from_the_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">' + level(0, "decimal", "%1.")
        + level(1, "decimal", "%1.%2.", '<w:pStyle w:val="Hai"/>') + "</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )  # fmt: skip
    styles = (
        '<w:style w:type="paragraph" w:styleId="Hai"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = item("a") + paragraph("b", properties='<w:pStyle w:val="Hai"/>')
    assert [block.label for block in read(docx(body, numbering=numbering, styles=styles)).blocks] == ["1.", "1.1."]


def test_damaged_numbers_do_not_stop_the_reading() -> None:
    damaged = NUMBERING.replace('<w:start w:val="1"/>', '<w:start w:val="x"/>').replace('w:ilvl="1"', 'w:ilvl="x"')
    body = item("A")
    assert [block.label for block in read(docx(body, numbering=damaged)).blocks] == ["I."]
