"""``python -m sauro.appraisals.rules``: answers conformance cases from standard input, one JSON object a line."""

from __future__ import annotations

import json
import sys

from sauro.appraisals.rules.wire import Answer, answer


def main() -> int:
    """Answer every line until the input ends; a line that is no JSON as any other input that is not in the format."""
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(line), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 0


def _answer(line: str) -> Answer:
    try:
        case = json.loads(line)
    except json.JSONDecodeError:
        return {"error": "bad_input"}
    return answer(case)


if __name__ == "__main__":
    sys.exit(main())
