"""The annotated documents that come with the requirements, measured with their own scorer.

They are not part of the repository. ``SAURO_SHARED`` names their folder; by default it is looked for beside the
checkout.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("SAURO_SHARED") or REPOSITORY.parent / "shared")
SCORER = SHARED / "gold" / "score.py"
FLOORS = {"tasks": 0.98, "leads": 0.98, "coordinators": 0.98, "due": 0.98, "product": 0.93, "submit_to": 0.98}


@pytest.mark.skipif(not SCORER.exists(), reason=f"no annotated documents at {SHARED}; set SAURO_SHARED to their folder")
def test_scores_stay_above_their_floors() -> None:
    command = [sys.executable, str(SCORER), "--json", "--", sys.executable, "-m", "vanban.cli", "extract", "--json"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    rows = json.loads(done.stdout.strip().splitlines()[-1])
    assert rows["broken_documents"] == 0
    below = {field: rows[field]["f1"] for field, floor in FLOORS.items() if (rows[field]["f1"] or 0) < floor}
    assert below == {}
