"""OpenDocument text."""

import pytest
from tests.vanban.readers.support import blocks_of, cell_texts, lines, zipped

from vanban.readers import read
from vanban.types import Alignment, BlockKind, NoticeCode, UnreadableDocument

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)  # fmt: skip


def text_style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


STYLES = (
    '<style:style style:name="Goc" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Goc"/>'
    + text_style("Nghieng", 'fo:font-style="italic"')
    + text_style("Tren", 'style:text-position="super 58%"')
    + text_style("An", 'text:display="none"')
    + '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="-"/></text:list-style>'
)


def odt(body: str, **files: str) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **files})


def test_paragraphs_spans_and_soft_breaks() -> None:
    body = (
        '<text:h text:outline-level="2">MỤC</text:h>'
        "<text:p>Giao<text:s/><text:span>Sở</text:span> Y tế<text:line-break/>chủ trì</text:p>"
    )
    document = read(odt(body))
    assert lines(document) == ["MỤC", "Giao Sở Y tế chủ trì"]
    assert document.blocks[0].style.outline_level == 2
    assert document.format == "odt"


def test_list_labels_are_computed() -> None:
    body = (
        '<text:list text:style-name="L1"><text:list-item><text:p>một</text:p>'
        "<text:list><text:list-item><text:p>a</text:p>"
        "<text:list><text:list-item><text:p>x</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>hai</text:p><text:p>tiếp</text:p></text:list-item></text:list>"
    )
    document = read(odt(body))
    assert lines(document) == ["1. một", "1.1. a", "- x", "1.2. b", "2. hai", "tiếp"]
    assert [block.label for block in document.blocks] == ["1.", "1.1.", "-", "1.2.", "2.", None]


def test_look_comes_from_styles_and_their_parents() -> None:
    body = '<text:p text:style-name="P1">A</text:p><text:p><text:span text:style-name="Nghieng">b</text:span></text:p>'
    first, second = (block.style for block in read(odt(body)).blocks)
    assert (first.bold, first.italic, first.alignment) == (True, False, Alignment.CENTER)
    assert (second.bold, second.italic, second.alignment) == (False, True, Alignment.LEFT)


def test_tables_with_merged_cells() -> None:
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-rows-spanned="2"><text:p>TT</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-spanned="2"><text:p>Ai</text:p></table:table-cell>'
        "<table:covered-table-cell/>"
        "</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>"
        "<table:table-cell><text:p>Chủ trì</text:p></table:table-cell>"
        "<table:table-cell><text:p>Phối hợp</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert cell_texts(read(odt(body))) == [
        [(0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Ai"), (1, 1, 1, 1, "Chủ trì"), (1, 2, 1, 1, "Phối hợp")]
    ]


def test_notes_text_boxes_raised_and_hidden_text() -> None:
    body = (
        "<text:p>Theo Kết luận<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Số 5.</text:p>"
        '</text:note-body></text:note> rộng 3 km<text:span text:style-name="Tren">2</text:span>'
        '<text:span text:style-name="An">kín</text:span>'
        "<draw:frame><draw:text-box><text:p>HỎA TỐC</text:p></draw:text-box></draw:frame></text:p>"
    )
    document = read(odt(body))
    assert blocks_of(document, BlockKind.PARAGRAPH) == ["Theo Kết luận rộng 3 km²", "HỎA TỐC"]
    assert blocks_of(document, BlockKind.FOOTNOTE) == ["1 Số 5."]


def test_tracked_deletions_go_and_comments_are_noted() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>xóa</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Còn lại<office:annotation><text:p>góp ý</text:p></office:annotation></text:p>"
    )
    document = read(odt(body))
    assert document.text == "Còn lại"
    assert {notice.code for notice in document.notices} == {NoticeCode.OPEN_CHANGES, NoticeCode.OPEN_COMMENTS}


def test_encrypted_file_is_refused() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(odt("", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}))
    assert refused.value.code == "encrypted"


def test_page_headers_are_left_out_but_for_a_mark_of_secrecy() -> None:
    margins = (
        f"<office:document-styles {NAMESPACES}><style:master-page><style:header><text:p>MẬT</text:p></style:header>"
        "<style:footer><text:p>Trang 1</text:p></style:footer></style:master-page></office:document-styles>"
    )
    assert lines(read(odt("<text:p>Chữ</text:p>", **{"styles.xml": margins}))) == ["MẬT", "Chữ"]


def test_pages_are_counted_as_last_saved() -> None:
    namespace = 'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    meta = f'<m {namespace}><meta:document-statistic meta:page-count="{{}}"/></m>'
    assert read(odt("<text:p>Chữ</text:p>", **{"meta.xml": meta.format(7)})).page_count == 7
    with pytest.raises(UnreadableDocument) as refused:
        read(odt("<text:p>Chữ</text:p>", **{"meta.xml": meta.format(2000)}))
    assert refused.value.code == "too-many-pages"


def test_lists_continue_start_anew_and_have_headers() -> None:
    def items(*texts: str, extra: str = "") -> str:
        content = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)
        return f'<text:list text:style-name="L1" {extra}>{content}</text:list>'

    opening = '<text:list text:style-name="L1">'
    given = f'{opening}<text:list-item text:start-value="7"><text:p>g</text:p></text:list-item></text:list>'
    header = f"{opening}<text:list-header><text:p>h</text:p></text:list-header><x/></text:list>"
    unknown = items("u").replace("L1", "L9")
    nested = (
        f"{opening}<text:list-item><text:list><text:list-item><text:p>n</text:p><x/></text:list-item>"
        "</text:list></text:list-item></text:list>"
    )
    continued = items("c", extra='text:continue-numbering="true"')
    body = "".join([items("a", "b"), continued, items("d"), given, header, unknown, nested])
    assert [block.label for block in read(odt(body)).blocks] == ["1.", "2.", "3.", "1.", "7.", None, None, "1.1."]


def test_tables_in_cells_and_in_text_boxes() -> None:
    cell = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    inner = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    body = (
        f"<table:table><table:table-row><table:table-cell>{inner}</table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"><text:p>y</text:p></table:table-cell></table:table-row>'
        "<table:table-row><table:table-cell><text:p>z</text:p></table:table-cell></table:table-row></table:table>"
        "<text:section><text:p>trong mục</text:p></text:section>"
    )
    document = read(odt(body))
    assert [cell[4] for cell in cell_texts(document)[0]] == ["x", "y", "y", "z"]
    assert lines(document)[-1] == "trong mục"


def test_soft_breaks_tabs_links_and_empty_notes() -> None:
    body = (
        "<text:p>Nơi nhận:<text:line-break/>- Như trên;<text:tab/></text:p>"
        "<text:p><text:a>Liên kết</text:a><text:note/><text:note><text:note-citation>2</text:note-citation>"
        "<text:note-body/></text:note></text:p>"
    )
    assert lines(read(odt(body))) == ["Nơi nhận:", "- Như trên;", "Liên kết"]


@pytest.mark.parametrize(("files", "code"), [({}, "empty"), ({"Pictures/1.png": "x"}, "scanned")])
def test_documents_without_text(files: dict[str, str], code: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(odt("<text:p/>", **files))
    assert refused.value.code == code


def test_package_without_a_body_is_damaged() -> None:
    data = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<x {NAMESPACES}/>"})
    with pytest.raises(UnreadableDocument) as refused:
        read(data)
    assert refused.value.code == "damaged"
