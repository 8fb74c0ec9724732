"""Background work: written with its deed, run by the clock, safe to repeat."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from procrastinate import App
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.factories.documents import take_in_text
from tests.factories.folders import file_folder, quarantine_folder
from tests.factories.jobs import empty_queue
from tests.personas import World

from sauro.audit.models import Seal
from sauro.jobs.jobs import requeue_stalled, seal
from sauro.jobs.queue import defer, queue

__all__ = ["file_folder", "quarantine_folder"]


def test_scheduled_work_is_registered_with_its_times() -> None:
    found = {name: periodic.cron for (name, _id), periodic in queue.periodic_registry.periodic_tasks.items()}
    assert found["jobs.take_over"] == "* * * * *"
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


@pytest.fixture
def emptied_queue(transactional_db: None) -> Iterator[None]:
    """A queue in which nothing is left, before and after."""
    empty_queue()
    yield
    empty_queue()


def test_job_of_a_killed_worker_is_taken_over_and_that_of_a_living_one_is_not(emptied_queue: None) -> None:
    """A job begun by a worker that is gone is waiting again after the take-over; one of a living worker goes on."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now()), (now() - interval '1 hour')")
        cursor.execute("SELECT id FROM procrastinate_workers ORDER BY last_heartbeat")
        dead, alive = (row[0] for row in cursor.fetchall())
        for worker in (dead, alive):
            defer("documents.destroy_file", storage_name=f"state/ab/{worker}")
            cursor.execute(
                "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE args->>'storage_name' = %s",
                [worker, f"state/ab/{worker}"],
            )
    with queue.replace_connector(queue.connector.get_worker_connector()) as app:  # type: ignore[attr-defined]  # of the Django connector
        assert asyncio.run(_take_over(app)) == 1
    states = {job.args["storage_name"]: job.status for job in ProcrastinateJob.objects.all()}
    assert states == {f"state/ab/{dead}": "todo", f"state/ab/{alive}": "doing"}


def test_stalled_job_gives_way_to_the_same_work_that_waits_and_keeps_nobody_from_the_rest(emptied_queue: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        dead = cursor.fetchone()[0]
        stall = "UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE status = 'todo'"
        queue.configure_task("audit.seal_events", queueing_lock="audit.seal_events").defer(timestamp=1)
        cursor.execute(stall, [dead])
        defer("documents.destroy_file", storage_name="state/ab/after")
        cursor.execute(stall, [dead])
        queue.configure_task("audit.seal_events", queueing_lock="audit.seal_events").defer(timestamp=2)
    with queue.replace_connector(queue.connector.get_worker_connector()) as app:  # type: ignore[attr-defined]  # of the Django connector
        assert asyncio.run(_take_over(app)) == 1
    states = {job.args.get("timestamp", "file"): job.status for job in ProcrastinateJob.objects.all()}
    assert states == {1: "aborted", "file": "todo", 2: "todo"}


async def _take_over(app: App) -> int:
    async with app.open_async():
        return await requeue_stalled(app.job_manager)
