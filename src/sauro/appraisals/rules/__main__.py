"""``python -m sauro.appraisals.rules``: answers conformance cases from standard input, one JSON object a line."""

from __future__ import annotations

import json
import sys

from sauro.appraisals.rules.wire import answer


def main() -> int:
    """Answer every line until the input ends."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(answer(json.loads(line)), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
