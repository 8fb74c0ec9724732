"""Two people acting at the same moment, with real transactions."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection

from sauro.common.errors import DomainError


def at_once(*acts: Callable[[], object]) -> list[str]:
    """Run the acts on threads of their own, released together; return "ok" or the error's code for each."""
    barrier = threading.Barrier(len(acts))
    outcomes = ["" for _act in acts]

    def run(index: int, act: Callable[[], object]) -> None:
        barrier.wait(timeout=10)
        try:
            act()
            outcomes[index] = "ok"
        except DomainError as error:
            outcomes[index] = error.code
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(index, act)) for index, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return sorted(outcomes)
