"""Templates of criteria: kept by a unit, used by it and below it, never by its neighbour."""

from __future__ import annotations

import pytest
from tests.factories.organizations import make_user
from tests.personas import World

from sauro.accounts.roles import Role
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.tasks.models import ChecklistTemplate
from sauro.tasks.selectors.checklists import get_template, lines_of, usable_templates, visible_templates
from sauro.tasks.services.checklist_templates import TemplateText, create_template, edit_template, retire_template

REPORT = TemplateText(" Báo  cáo ", ["Có số liệu", "", "Có kiến nghị"])


def kept(world: World, persona: str = "head", unit: str = "ubnd", text: TemplateText = REPORT) -> ChecklistTemplate:
    return create_template(actor=world.actor(persona), unit_id=world.units[unit].pk, text=text)


def seen(world: World, persona: str) -> set[str]:
    return {row.product_kind for row in visible_templates(world.actor(persona))}


def test_template_serves_its_unit_and_all_below(world: World) -> None:
    template = kept(world)
    assert (template.product_kind, template.lines) == ("Báo cáo", ["Có số liệu", "Có kiến nghị"])
    kept(world, "office_a", "ubnd_a", TemplateText("Kế hoạch của xã", ["Có tiến độ"]))
    world.users["snv_lead"] = make_user("ldsnv", "Lãnh đạo Sở Thử", (Role.LEADER, world.units["snv"]))
    assert seen(world, "head") == {"Báo cáo"}
    assert seen(world, "snv_lead") == {"Báo cáo"}
    assert seen(world, "office_a") == {"Kế hoạch của xã"}
    assert seen(world, "office_b") == seen(world, "outsider") == seen(world, "party_clerk") == set()
    assert [str(row) for row in usable_templates(world.units["snv"], "")] == ["Báo cáo"]
    assert usable_templates(world.units["ubnd_b"], "") == []


def test_kind_that_is_demanded_comes_first(world: World) -> None:
    for kind in ("Báo cáo", "Danh mục", "Kế hoạch"):
        kept(world, text=TemplateText(kind, ["Có ngày ký"]))
    rows = usable_templates(world.units["ubnd"], "Kế hoạch thực hiện năm 2027")
    assert [str(row) for row in rows] == ["Kế hoạch", "Báo cáo", "Danh mục"]
    assert lines_of("Một\nHai", rows, str(rows[0].pk)) == ["Một", "Hai", "Có ngày ký"]
    assert lines_of("Một", rows, "khong-co") == ["Một"]


def test_only_who_decides_for_the_unit_keeps_them(world: World) -> None:
    template = kept(world)
    with pytest.raises(NotAllowed):
        kept(world, "clerk")
    with pytest.raises(NotAllowed):
        kept(world, "head", "ubnd_a")
    with pytest.raises(NotAllowed):
        edit_template(actor=world.actor("clerk"), template_id=template.pk, text=REPORT)
    with pytest.raises(NotVisible):
        edit_template(actor=world.actor("office_b"), template_id=template.pk, text=REPORT)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (TemplateText(" ", ["x"]), "product_kind"),
        (TemplateText("x" * 121, ["x"]), "product_kind"),
        (TemplateText("Báo cáo", [" "]), "criteria"),
    ],
)
def test_wrong_input_names_its_field(world: World, text: TemplateText, field: str) -> None:
    with pytest.raises(DomainError) as refused:
        kept(world, text=text)
    assert refused.value.field == field
    assert not ChecklistTemplate.objects.exists()


def test_retired_is_offered_no_longer(world: World) -> None:
    template = kept(world)
    head = world.actor("head")
    edit_template(actor=head, template_id=template.pk, text=TemplateText("Báo cáo quý", ["Có phụ lục"]))
    assert get_template(head, template.pk).lines == ["Có phụ lục"]
    retire_template(actor=head, template_id=template.pk)
    assert seen(world, "head") == set()
    assert usable_templates(world.units["ubnd"], "") == []
    with pytest.raises(Conflict):
        edit_template(actor=head, template_id=template.pk, text=REPORT)
