"""The proofreader finds no fault of layout or structure in what is composed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from tests.vanban.compose.contents import every
from tests.vanban.compose.generated import documents, wild_documents

from vanban.api import check, compose_docx, read
from vanban.compose.docx.package import sheet_docx
from vanban.compose.model import Content
from vanban.compose.setting import set_content

_FORM = ("TD", "TL", "CT")


def faults_of_form(content: Content) -> list[str]:
    """What the families of layout and structure say of the .docx, in words."""
    document = read(compose_docx(content), name="van-ban.docx")
    return [f"{one.code} {one.text!r}: {one.message}" for one in check(document) if one.code.startswith(_FORM)]


@pytest.mark.parametrize("name", every())
def test_every_kind_has_no_fault_of_form(name: str) -> None:
    assert faults_of_form(every()[name]) == []


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_well_formed_documents_have_no_fault_of_form(content: Content) -> None:
    assert faults_of_form(content) == []


@pytest.mark.slow
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_many_well_formed_documents_have_no_fault_of_form(content: Content) -> None:
    assert faults_of_form(content) == []


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(wild_documents())
def test_any_text_is_read_back_from_the_docx(content: Content) -> None:
    document = read(sheet_docx(set_content(content)), name="van-ban.docx")
    assert "Nơi nhận" in document.text
