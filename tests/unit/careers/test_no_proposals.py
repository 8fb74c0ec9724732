"""Leaving, screening and replacement exist only as records of official decisions: nothing proposes anybody."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from tests.factories.careers import acted_on
from tests.factories.workforce import known
from tests.personas import World

from sauro.careers.models import OfficialAct
from sauro.careers.web.urls import urlpatterns

SOURCES = [path for path in Path(settings.BASE_DIR).rglob("*.py") if "migrations" not in path.parts]
RECORDS = Path(settings.BASE_DIR) / "careers" / "services" / "records.py"


def _names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def test_one_service_alone_makes_such_records_out_of_what_a_person_typed() -> None:
    users = {path.relative_to(settings.BASE_DIR).as_posix() for path in SOURCES if "OfficialAct" in _names(path)}
    assert users == {
        "careers/services/records.py", "careers/policies.py", "careers/panels.py", "careers/tables/records.py"
    }  # fmt: skip
    tree = ast.parse(RECORDS.read_text(encoding="utf-8"))
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")}
    assert functions == {"close_post", "open_post", "record_act", "withdraw_act"}
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    # It reads neither what people lack, nor ratings, nor any selection of people.
    assert not {
        name for name in imported if name and (".selectors." in name or ".rules." in name or "staffing" in name)
    }


def test_a_record_has_no_state_before_its_decision_and_no_page_but_its_own() -> None:
    columns = {field.name for field in OfficialAct._meta.fields}
    assert not columns & {"state", "score", "points", "rank", "proposed_at", "proposed_by_name", "candidate"}
    pages = {one.name for one in urlpatterns if getattr(one, "name", None) and "act" in str(one.name).split("-")}
    assert pages == {"act-list", "act-new", "act-withdraw"}


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["decision", "basis", "issuer", "decided_on"])
def test_the_database_refuses_one_without_decision_date_issuer_or_basis(world: World, column: str) -> None:
    row = acted_on(known(world.units["ubnd_a"], "Nguyễn Thị Ví Dụ"))
    with pytest.raises(IntegrityError, match="careers_act_by_decision"), transaction.atomic():
        OfficialAct.objects.filter(pk=row.pk).update(**{column: None if column == "decided_on" else ""})
