"""Where elements lie in the bytes of a part."""

from __future__ import annotations

import itertools

import pytest

from vanban.check.wordfile import NotWritable
from vanban.check.wordfile.places import Splice, character_offsets, places_of, spliced, tag_name

PART = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<w:a xmlns:w="x" b=\'>\'><w:b/><!-- <w:c> --><w:t c = "d">Tế &amp; xã</w:t></w:a>'
)


def test_places_of_start_tags_contents_and_ends() -> None:
    data = PART.encode()
    whole, empty, text = places_of(data)
    assert data[whole.start : whole.end].decode() == PART.partition("\n")[2]
    assert (data[empty.start : empty.end], empty.is_empty) == (b"<w:b/>", True)
    assert data[text.content : text.content_end].decode() == "Tế &amp; xã"
    assert data[text.start : text.content] == b'<w:t c = "d">'
    assert tag_name(data, text) == b"w:t"


def test_a_mark_of_the_encoding_does_not_shift_places() -> None:
    data = b"\xef\xbb\xbf<a><b>\xe1\xba\xbf</b></a>"
    assert data[places_of(data)[1].start : places_of(data)[1].end].decode() == "<b>ế</b>"


@pytest.mark.parametrize("data", [b'<?xml version="1.0" encoding="ISO-8859-1"?><a/>', "<a/>".encode("utf-16")])
def test_other_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(NotWritable):
        places_of(data)


def test_offsets_of_characters_count_entities_as_one() -> None:
    content = "Tế &amp;\r\nx".encode()
    offsets = character_offsets(content)
    assert offsets is not None
    printed = [content[a:b].decode() for a, b in itertools.pairwise(offsets)]
    assert printed == ["T", "ế", " ", "&amp;", "\r\n", "x"]


@pytest.mark.parametrize("content", ["a<b/>c", "a<![CDATA[b]]>"])
def test_content_that_is_more_than_text_has_no_offsets(content: str) -> None:
    assert character_offsets(content.encode()) is None


def test_splices_are_done_in_order_of_place() -> None:
    assert spliced(b"abcdef", [Splice(4, 5, b"X"), Splice(1, 1, b"1"), Splice(1, 1, b"2")]) == b"a12bcdXf"


def test_splices_that_overlap_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="overlap"):
        spliced(b"abcdef", [Splice(0, 3, b""), Splice(2, 4, b"")])
