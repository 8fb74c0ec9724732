"""Background work of proposals."""

from __future__ import annotations

from uuid import UUID

from sauro.jobs.queue import queue
from sauro.staffing.services.running import RUN_JOB, run_scenario


@queue.task(name=RUN_JOB, retry=5)
def run(scenario_id: str) -> None:
    """Calculate a scenario. Bears to run twice."""
    run_scenario(scenario_id=UUID(scenario_id))
