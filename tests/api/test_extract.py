"""Extraction of a file that is not stored: the object of the contract, through the same checks as intake."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.api.conftest import ProgramOf
from tests.factories.api import problem
from tests.factories.documents import DIRECTIVE, as_docx

from sauro.audit.models import AuditEvent
from sauro.documents.models import Document, ExtractedText, StoredFile


def test_answer_is_what_the_command_prints(program_of: ProgramOf, tmp_path: Path) -> None:
    file = tmp_path / "van-ban.docx"
    file.write_bytes(as_docx(DIRECTIVE))
    command = Path(sys.executable).with_name("vanban")
    printed = subprocess.run([command, "extract", "--json", str(file)], capture_output=True, text=True, check=True)
    answer = program_of("clerk").upload("/extract", file.read_bytes(), name=file.name, declared="true")
    assert answer.status_code == 200
    assert answer.json() == json.loads(printed.stdout)


def test_nothing_is_stored(program_of: ProgramOf, file_folder: Path, quarantine_folder: Path) -> None:
    assert program_of("clerk").upload("/extract", DIRECTIVE.encode(), declared="true").json()["tasks"]
    assert [model.objects.count() for model in (Document, ExtractedText, StoredFile, AuditEvent)] == [0, 0, 0, 0]
    assert [path for folder in (file_folder, quarantine_folder) for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("content", "name"), [("TỐI MẬT\n" + DIRECTIVE, "van ban.txt"), (DIRECTIVE, "Báo cáo (MẬT).txt")]
)
def test_state_secret_is_refused_and_the_refusal_recorded(
    program_of: ProgramOf, quarantine_folder: Path, content: str, name: str
) -> None:
    answer = program_of("clerk").upload("/extract", content.encode(), name=name, declared="true")
    assert problem(answer) == (422, "secret")
    event = AuditEvent.objects.get(code="documents.upload.refused_secret")
    assert (event.door, event.domain, event.object_text) == ("api", "state", "")
    assert [path for path in quarantine_folder.rglob("*") if path.is_file()] == []


def test_without_the_declaration_the_file_is_not_looked_at(program_of: ProgramOf, quarantine_folder: Path) -> None:
    answer = program_of("clerk").upload("/extract", DIRECTIVE.encode())
    assert problem(answer) == (422, "not-declared")
    assert [path for path in quarantine_folder.rglob("*") if path.is_file()] == []


def test_damaged_file_gets_a_sentence(program_of: ProgramOf) -> None:
    broken = as_docx(DIRECTIVE)[:2000]
    status, _code = problem(program_of("clerk").upload("/extract", broken, name="hong.docx", declared="true"))
    assert status == 422
