"""Where documents want difficulties told."""

from __future__ import annotations

import pytest

from vanban.text.difficulty_routes import difficulty_route

CASES = [
    (
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về Sở Nội vụ để "
        "tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét.",
        "Sở Nội vụ",
    ),
    ("Nếu có vướng mắc, đề nghị báo cáo Ban Thường vụ Tỉnh ủy (qua Ban Tổ chức Tỉnh ủy).", "Ban Tổ chức Tỉnh ủy"),
    ("Nếu có vướng mắc phát sinh, các sở báo cáo bằng văn bản gửi Sở Tài chính tổng hợp.", "Sở Tài chính"),
    ("Quá trình triển khai nếu có khó khăn, đề nghị liên hệ với Sở Xây dựng (điện thoại 0123).", "Sở Xây dựng"),
    # Work, not a way for others; the difficulties of citizens; nobody named; a group.
    ("Tổng hợp khó khăn, vướng mắc của các địa phương, báo cáo UBND tỉnh trước ngày 15/6.", None),
    ("Tháo gỡ khó khăn, vướng mắc cho doanh nghiệp.", None),
    ("Nếu có vướng mắc, kịp thời phản ánh để được hướng dẫn.", None),
    ("Nếu có vướng mắc, đề nghị trao đổi với các sở, ban, ngành.", None),
]


@pytest.mark.parametrize(("sentence", "name"), CASES)
def test_body_is_found_in_its_sentence(sentence: str, name: str | None) -> None:
    text = f"Kính gửi: Sở Y tế\n{sentence}\nNơi nhận: Như trên."
    route = difficulty_route(text)
    assert (route.body.name if route else None) == name
    if route:
        assert text[route.sentence.start : route.sentence.end] == sentence


def test_last_sentence_that_names_a_body_counts() -> None:
    text = "Nếu có vướng mắc thì phản ánh về Sở Y tế.\nNếu có khó khăn, vướng mắc thì phản ánh về Sở Nội vụ."
    route = difficulty_route(text)
    assert route is not None
    assert route.body.name == "Sở Nội vụ"
