"""What a supervised process runs: `python -m sauro.runtime.child web FD` or `... worker`.

It ends with its supervisor: standard input is a pipe whose other end only the supervisor holds, so reading its end
means that the supervisor is gone, even by kill -9.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
from types import FrameType
from typing import Any

from sauro import env

LAST_SECONDS = 15.0
POLITENESS = 5
"""How much the worker stands back for those who wait for a page, as `nice` counts it."""


def main(arguments: list[str]) -> None:
    """Run one role to its end."""
    threading.Thread(target=_end_with_supervisor, daemon=True).start()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sauro.settings")
    if arguments[0] == "web":
        _serve(int(arguments[1]))
    else:
        _work()


def _serve(descriptor: int) -> None:
    # Load Django and the web server only after the watch has begun; the worker needs no web server.
    from sauro.runtime.serving import serve  # noqa: PLC0415 -- see above
    from sauro.wsgi import application  # noqa: PLC0415 -- see above

    signal.signal(signal.SIGTERM, _leave)
    serve(application, socket.socket(fileno=descriptor), **_proxy_settings())


def _proxy_settings() -> dict[str, Any]:
    """Believe a caller's X-Forwarded headers only when it is the site's own proxy, named by its address."""
    proxy = env.text("SAURO_TRUSTED_PROXY", "")
    return {"trusted_proxy": proxy, "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"} if proxy else {}


def _work() -> None:
    os.nice(POLITENESS)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 -- loads Django

    execute_from_command_line(["sauro", "procrastinate", "worker"])


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _end_with_supervisor() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(LAST_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
