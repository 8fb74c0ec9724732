"""Fingerprints of the texts taken in: kept at intake, for older ones by a job, and gone with a purge."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.documents import take_in_text
from tests.personas import World

from sauro.documents.jobs import keep_prints
from sauro.documents.models import Reading, ReadingPrints
from sauro.documents.reader_store import MOST_PRINTS, MalformedQuestion, Question
from sauro.documents.selectors.known import known_to
from sauro.documents.services.purging import confirm_purge, propose_purge
from vanban.check.fingerprints import fingerprints

pytestmark = pytest.mark.usefixtures("file_folder", "quarantine_folder")


def test_intake_keeps_the_fingerprints_of_the_text(world: World) -> None:
    document = take_in_text(world)
    reading = Reading.objects.select_related("prints", "text").get(document=document)
    assert set(reading.prints.values) == fingerprints(reading.text.text)


def test_job_fills_in_what_is_missing_and_drops_what_is_old(world: World) -> None:
    document = take_in_text(world)
    kept = ReadingPrints.objects.get().values
    ReadingPrints.objects.all().delete()
    assert keep_prints(0) == 1
    assert ReadingPrints.objects.get().values == kept
    assert keep_prints(0) == 0
    Reading.objects.filter(document=document).update(is_current=False)
    keep_prints(0)
    assert not ReadingPrints.objects.exists()


def test_purge_removes_the_fingerprints_of_that_document_alone(world: World) -> None:
    document = take_in_text(world)
    other = take_in_text(world, "KẾ HOẠCH\n\nNội dung khác hẳn để so sánh với văn bản kia.", name="khac.txt")
    propose_purge(actor=world.actor("head"), document_id=document.pk, reason="Phát hiện dấu mật trên bản gốc")
    confirm_purge(actor=world.actor("admin"), document_id=document.pk)
    assert [row.reading.document_id for row in ReadingPrints.objects.select_related("reading")] == [other.pk]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"ask": None},
        {"ask": {"cited": [["1", "KH"]], "prints": [], "issuer": ""}},
        {"ask": {"cited": [], "prints": ["x"], "issuer": ""}},
        {"ask": {"cited": [], "prints": [-1], "issuer": ""}},
        {"ask": {"cited": [], "prints": [1 << 63], "issuer": ""}},
        {"ask": {"cited": [], "prints": [1] * (MOST_PRINTS + 1), "issuer": ""}},
    ],
)
def test_question_that_no_reader_asks_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(MalformedQuestion):
        Question.from_told(told)


def test_looking_for_sources_reads_the_index_and_leaves_no_setting_behind(world: World) -> None:
    take_in_text(world)
    values = tuple(ReadingPrints.objects.get().values)
    with CaptureQueriesContext(connection) as asked:
        known = known_to(world.actor("clerk"), Question((), values, ""), sha256="")
    assert len(known.sources) == 1
    assert known_to(world.actor("office_a"), Question((), values, ""), sha256="").sources == []
    sharing = next(one["sql"] for one in asked if "unnest" in one["sql"])
    with connection.cursor() as cursor:
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchone()[0] == "on"
        for other in ("seqscan", "indexscan", "indexonlyscan"):  # a GIN index is read as a bitmap only
            cursor.execute(f"SET LOCAL enable_{other} = off")
        cursor.execute(f"EXPLAIN {sharing}")
        assert "documents_prints_values" in "\n".join(line for (line,) in cursor.fetchall())
