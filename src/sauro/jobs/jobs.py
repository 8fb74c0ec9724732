"""Work that belongs to no area: sealing the events, and giving the jobs of a killed worker to another."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

from sauro.audit.services import seal_events
from sauro.jobs.queue import periodic, queue

SECONDS_WITHOUT_A_SIGN = 60
"""A worker that has not been heard of for so long is dead: it reports every ten seconds."""


@periodic(cron="*/10 * * * *", name="audit.seal_events")
def seal(timestamp: int) -> int | None:
    """Seal the events written since the last seal. Returns the number of the last seal made, or None for none."""
    number = None
    while made := seal_events():
        number = made.number
    return number


@queue.periodic(cron="* * * * *")
@queue.task(name="jobs.take_over", queueing_lock="jobs.take_over", pass_context=True)
async def take_over(context: JobContext, timestamp: int) -> int:
    """Put the jobs of workers that were killed back into the queue: jobs bear to run twice. Returns how many."""
    return await requeue_stalled(context.app.job_manager)


async def requeue_stalled(jobs: JobManager) -> int:
    """Put jobs that no living worker is doing back into the queue. Returns how many.

    Where the same work already waits (its lock allows one), that one does it, and the stalled job is ended.
    """
    requeued = 0
    for job in list(await jobs.get_stalled_jobs(seconds_since_heartbeat=SECONDS_WITHOUT_A_SIGN)):
        try:
            await jobs.retry_job(job)
        except UniqueViolation:
            await jobs.finish_job(job, Status.ABORTED, delete_job=False)
        else:
            requeued += 1
    return requeued
