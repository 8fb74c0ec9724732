"""The form kit: faults are named, tied to their fields, and nothing typed is lost."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import uuid
from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string

from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.ui.forms import DayField, PageForm, UnitField


class _Form(PageForm):
    subject = forms.CharField(label="Trích yếu", help_text="Như trên văn bản")
    kind = forms.ChoiceField(label="Loại", choices=[("a", "Công văn")], required=False)
    day = DayField(label="Ngày ban hành", required=False)
    unit = UnitField(label="Chủ trì")
    why = forms.ChoiceField(label="Vì sao", widget=forms.RadioSelect, choices=[("1", "Nội dung"), ("2", "Thể thức")])
    sure = forms.BooleanField(label="Tôi cam đoan")


GOOD: dict[str, Any] = {
    "subject": "Kế hoạch", "day": "25/11/2026", "unit": str(uuid.uuid4()), "why": "1", "sure": "on",
}  # fmt: skip


def _html(form: PageForm) -> str:
    return render_to_string("ui/form.html", {"form": form})


def test_good_input_is_read() -> None:
    form = _Form(GOOD)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == dt.date(2026, 11, 25)
    assert form.cleaned_data["unit"] == uuid.UUID(GOOD["unit"])


def test_untouched_form_has_no_summary_and_marks_what_may_stay_empty() -> None:
    html = _html(_Form())
    assert "data-form-summary" not in html
    assert html.count("(không bắt buộc)") == 2


def test_each_fault_is_in_the_summary_with_a_link_to_its_field() -> None:
    html = _html(_Form({"subject": "Giữ lại chữ này"}))
    links = re.findall(r'<li><a href="#([^"]+)">', html)
    assert links == ["id_unit", "id_why", "id_sure"]
    for target in links:
        assert f'id="{target}"' in html
    assert 'value="Giữ lại chữ này"' in html


def test_fault_and_hint_are_tied_to_the_field() -> None:
    html = _html(_Form({**GOOD, "subject": "", "why": "9"}))
    subject = re.search(r'<input[^>]*name="subject"[^>]*>', html)
    assert subject is not None
    assert 'aria-describedby="id_subject-hint id_subject-fault"' in subject[0]
    assert 'aria-invalid="true"' in subject[0]
    assert 'id="id_subject-hint"' in html
    assert 'id="id_subject-fault"' in html
    assert re.search(r'<fieldset id="id_why"[^>]*aria-describedby="id_why-fault"', html)


def test_unit_keeps_the_name_typed_when_no_unit_was_chosen() -> None:
    form = _Form({**GOOD, "unit": "", "unit-text": "Sở Nội"})
    assert not form.is_valid()
    html = _html(form)
    assert 'value="Sở Nội"' in html
    assert "Hãy chọn một cơ quan" in html
    assert 'role="combobox"' in html


def test_bad_day_says_how_to_write_it() -> None:
    form = _Form({**GOOD, "day": "31/02/2026"})
    assert form.errors["day"] == ["Ngày chưa đúng. Viết như 25/11/2026."]


def test_day_from_the_data_is_shown_as_written_in_vietnam() -> None:
    assert 'value="05/01/2026"' in _html(_Form(initial={"day": dt.date(2026, 1, 5)}))


@pytest.mark.parametrize(("field", "place"), [("subject", "subject"), (None, "__all__"), ("elsewhere", "__all__")])
def test_refusal_of_a_service_stands_at_its_field_or_above(field: str | None, place: str) -> None:
    form = _Form(GOOD)
    with form.showing_refusals():
        raise DomainError("taken", "Số này đã có.", field=field)
    assert form.errors == {place: ["Số này đã có."]}
    assert "Số này đã có." in _html(form)


@pytest.mark.parametrize("refusal", [NotVisible("not-found", ""), NotAllowed("not-allowed", ""), ValueError()])
def test_what_is_not_for_the_form_to_say_passes(refusal: Exception) -> None:
    form = _Form(GOOD)
    with pytest.raises(type(refusal)), form.showing_refusals():
        raise refusal
    assert form.is_valid()


def test_form_that_may_be_gone_shows_only_what_belongs_to_its_fields() -> None:
    form = _Form(GOOD)
    with pytest.raises(Conflict), form.showing_refusals(only_of_fields=True):
        raise Conflict("done", "Đã có người làm.")
    with form.showing_refusals(only_of_fields=True):
        raise DomainError("taken", "Số này đã có.", field="subject")
    assert form.errors == {"subject": ["Số này đã có."]}


@pytest.mark.parametrize("typed", ["31/12/9999", "01/01/0001", "25/11/0206"])
def test_year_that_nobody_means_is_refused(typed: str) -> None:
    form = _Form({**GOOD, "day": typed})
    assert form.errors == {"day": ["Năm phải từ 1900 đến 2100."]}


@pytest.mark.parametrize(("typed", "words"), [("0", "nhỏ nhất được nhập là 1."), ("99", "lớn nhất được nhập là 9.")])
def test_a_number_beyond_its_limits_is_told_the_limit(typed: str, words: str) -> None:
    class Numbers(PageForm):
        seats = forms.IntegerField(label="Định biên", min_value=1, max_value=9)

    assert words in _html(Numbers({"seats": typed}))


def test_letters_and_tones_typed_apart_are_put_together_before_they_are_measured() -> None:
    typed = QueryDict(mutable=True)
    typed.update({**GOOD, "subject": unicodedata.normalize("NFD", "Kế hoạch số liệu")})
    form = _Form(typed)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["subject"] == "Kế hoạch số liệu"


def test_typed_markup_stays_text() -> None:
    html = _html(_Form({**GOOD, "subject": '"><script>x</script>', "unit": '"><b>', "unit-text": "<i>"}))
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html.replace('<i class="ti', "")


def test_numbers_and_choices_are_refused_in_own_words() -> None:
    class Asked(PageForm):
        count = forms.IntegerField(label="Số lượng")
        kind = forms.ChoiceField(label="Loại", choices=[("a", "Công văn")])

    faults = Asked({"count": "ba", "kind": "z"}).errors
    assert "số nguyên" in faults["count"][0] and "“z” không có trong danh sách" in faults["kind"][0]


def test_nothing_and_unreadable_marks_are_told_in_words() -> None:
    form = _Form({**GOOD, "subject": "a\0b", "why": ""})
    assert form.errors["subject"] == ["Có ký tự không đọc được (mã 0). Hãy gõ lại đoạn này."]
    assert form.errors["why"] == ["Hãy chọn một mục."]
    assert _Form({**GOOD, "subject": " "}).errors["subject"] == ["Hãy điền mục này."]
