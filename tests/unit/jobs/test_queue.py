"""Background work: written with its deed, run by the clock, safe to repeat."""

from __future__ import annotations

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.personas import World

from sauro.audit.models import Seal
from sauro.jobs.jobs import seal
from sauro.jobs.queue import defer, queue

__all__ = ["file_folder", "quarantine_folder"]


def test_scheduled_work_is_registered_with_its_times() -> None:
    found = {name: periodic.cron for (name, _id), periodic in queue.periodic_registry.periodic_tasks.items()}
    assert found["audit.seal_events"] == "*/10 * * * *"
    assert found["documents.clear_residue"] == "10 3 * * *"
    assert found["documents.sweep_orphans"] == "17 2 * * *"
    assert found["documents.sweep_quarantine"] == "*/30 * * * *"


@pytest.mark.django_db
def test_job_is_written_with_the_deed_and_falls_with_it() -> None:
    with transaction.atomic():
        defer("documents.destroy_file", storage_name="state/ab/abc")
    assert ProcrastinateJob.objects.get().args == {"storage_name": "state/ab/abc"}
    with pytest.raises(RuntimeError), transaction.atomic():
        defer("documents.destroy_file", storage_name="state/cd/cde")
        raise RuntimeError
    assert ProcrastinateJob.objects.count() == 1


def test_sealing_twice_seals_once(world: World) -> None:
    take_in_text(world)
    assert seal(0) == 1
    assert seal(0) is None
    assert Seal.objects.count() == 1
