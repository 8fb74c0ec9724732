"""Web pages and Word's HTML."""

from tests.vanban.readers.support import blocks_of, cell_texts, lines

from vanban.readers import read
from vanban.types import Alignment, BlockKind, NoticeCode


def read_html(body: str) -> list[str]:
    return lines(read(f"<html><body>{body}</body></html>".encode()))


def test_blocks_in_order_with_single_spaces() -> None:
    assert read_html("<h1>KẾ\nHOẠCH</h1><div>Giao <b>Sở</b>\n Nội vụ<p>chủ trì.</p>sau</div>") == [
        "KẾ HOẠCH", "Giao Sở Nội vụ", "chủ trì.", "sau",
    ]  # fmt: skip


def test_scripts_styles_comments_and_hidden_text_are_left_out() -> None:
    body = (
        "<script>document.write('x')</script><style>p{}</style><!-- ẩn --><p style='display:none'>kín</p>"
        "<p hidden>kín</p><noscript>khác</noscript><iframe src='file:///etc/passwd'>khung</iframe>"
        "<p onclick='alert(1)'>Hiện</p><svg><text>hình</text></svg><object>vật</object>"
    )
    assert read_html(body) == ["Hiện"]


def test_windows_1252_page_of_word_with_references() -> None:
    page = (
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'></head><body>"
        "<p class=MsoNormal>C&#7897;ng h&#242;a \u2013 \xe0</p></body></html>"
    )
    document = read(page.encode("windows-1252"))
    assert document.text == "Cộng hòa – à"
    assert document.format == "html"
    assert document.notices == ()


def test_windows_1258_page_is_composed() -> None:
    page = "<html><head><meta charset='windows-1258'></head><body><p>Ti\u00ea\u0301ng Vi\u00ea\u0323t</p></body></html>"
    assert read(page.encode("windows-1258")).text == "Tiếng Việt"


def test_word_list_labels_are_labels() -> None:
    body = (
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1."
        "<span>&nbsp;&nbsp; </span></span>"
        "<![endif]>Mục đích</p>"
    )
    document = read(f"<html><body>{body}</body></html>".encode())
    assert lines(document) == ["1. Mục đích"]
    assert document.blocks[0].label == "1."


def test_conditional_comments_of_word_are_left_out() -> None:
    assert read_html("<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p>Chữ</p>") == ["Chữ"]


def test_table_with_spans() -> None:
    body = (
        "<table border=1><tr><td rowspan=2>TT</td><td colspan=2>Thực hiện</td></tr>"
        "<tr><td>Chủ trì</td><td>Phối hợp</td></tr>"
        "<tr><td>1</td><td>Sở A</td><td>Sở B</td></tr></table>"
    )
    assert cell_texts(read(f"<body>{body}</body>".encode())) == [
        [
            (0, 0, 2, 1, "TT"), (0, 1, 1, 2, "Thực hiện"), (1, 1, 1, 1, "Chủ trì"), (1, 2, 1, 1, "Phối hợp"),
            (2, 0, 1, 1, "1"), (2, 1, 1, 1, "Sở A"), (2, 2, 1, 1, "Sở B"),
        ]
    ]  # fmt: skip


def test_spans_that_claim_too_much_are_cut() -> None:
    document = read(b"<table border=1><tr><td rowspan=999999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>")
    assert cell_texts(document)[0] == [(0, 0, 2, 1, "a"), (0, 1, 1, 1, "b"), (1, 1, 1, 1, "c")]


def test_pages_built_of_tables_are_read_as_text_around_the_inner_table() -> None:
    inner = "<table border=1><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    document = read(f"<table><tr><td><p>Đầu</p>{inner}<p>Cuối</p></td></tr></table>".encode())
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]


def test_line_breaks_join_but_recipients_and_capacities_do_not() -> None:
    body = (
        "<table><tr><td><p>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.</p></td>"
        "<td><p>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>(Đã ký)<br>Trần Thị Thử</p></td></tr></table>"
        "<p>Một câu<br>còn tiếp.</p>"
    )
    assert read_html(body) == [
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Trần Thị Thử",
        "Một câu còn tiếp.",
    ]  # fmt: skip


def test_look_of_paragraphs() -> None:
    body = "<p align=center><b>A</b></p><p style='text-align:justify'><i>b</i></p><h2>C</h2><p>d <b>e</b></p>"
    styles = [block.style for block in read(f"<html><body>{body}</body></html>".encode()).blocks]
    assert [(style.bold, style.italic, style.alignment) for style in styles] == [
        (True, False, Alignment.CENTER), (False, True, Alignment.JUSTIFY),
        (True, False, Alignment.UNKNOWN), (False, False, Alignment.UNKNOWN),
    ]  # fmt: skip
    assert styles[2].outline_level == 2


def test_footnotes_of_word_are_lifted() -> None:
    body = (
        "<p>Theo Kết luận<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a> và 5 km<sup>2</sup>.</p>"
        "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Kết luận số 7.</p></div>"
    )
    document = read(f"<html><body>{body}</body></html>".encode())
    assert blocks_of(document, BlockKind.PARAGRAPH) == ["Theo Kết luận và 5 km²."]
    assert blocks_of(document, BlockKind.FOOTNOTE) == ["1 Kết luận số 7."]


def test_deleted_text_goes_with_a_notice() -> None:
    document = read("<p>Trước <del>30/6</del><ins>31/7</ins></p>".encode())
    assert document.text == "Trước 31/7"
    assert [notice.code for notice in document.notices] == [NoticeCode.OPEN_CHANGES]


def test_capitals_set_by_style_and_preformatted_lines() -> None:
    assert read_html("<p style='text-transform: uppercase'>kế hoạch</p><pre>dòng một.\nDòng hai.</pre>") == [
        "KẾ HOẠCH", "dòng một.", "Dòng hai.",
    ]  # fmt: skip


def test_comments_of_word_are_left_out_with_a_notice() -> None:
    body = (
        "<p>Chữ<span class=MsoCommentReference><a href='#_msocom_1'>[A1]</a></span></p>"
        "<div style='mso-element:comment-list'><p>góp ý</p></div>"
    )
    document = read(f"<html><body>{body}</body></html>".encode())
    assert document.text == "Chữ"
    assert [notice.code for notice in document.notices] == [NoticeCode.OPEN_COMMENTS]


def test_table_groups_and_spans_that_are_no_numbers() -> None:
    body = (
        "<table border=1><thead><tr><th colspan=x>a</th><th>b</th></tr></thead><tbody><tr><td colspan=2>c</td>"
        "</tr></tbody><caption>chú</caption></table><table></table>"
    )
    document = read(f"<html><body>{body}</body></html>".encode())
    assert cell_texts(document) == [[(0, 0, 1, 1, "a"), (0, 1, 1, 1, "b"), (1, 0, 1, 2, "c")]]


def test_utf_16_page_and_xml_declaration() -> None:
    page = "<?xml version='1.0' encoding='utf-16'?><html><body><p>Chữ</p><div id=ftn1></div></body></html>"
    assert read(page.encode("utf-16")).text == "Chữ"
    declared = "<?xml version='1.0' encoding='windows-1252'?><html><body><p>à</p></body></html>"
    assert read(declared.encode("windows-1252")).text == "à"
