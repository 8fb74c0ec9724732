"""Saved views: kept as the list reads an address, seen by their owner and by those they are shared with."""

from __future__ import annotations

import unicodedata
from uuid import UUID

import pytest
from tests.factories.at_once import at_once
from tests.personas import World

from sauro.audit.models import AuditEvent
from sauro.common.errors import Conflict, DomainError, NotAllowed, NotVisible
from sauro.listings.models import ListChoice, SavedView
from sauro.listings.selectors.views import all_saved_views, kept_by
from sauro.listings.services import views

LIST = "assignment-list"


def _save(world: World, persona: str = "head", name: str = "Quá hạn", query: str = "hinh=overdue") -> SavedView:
    return views.save_view(actor=world.actor(persona), list_name=LIST, name=name, query=query)


def _share(world: World, view: SavedView, unit: str = "ubnd", *, below: bool = False) -> None:
    actor = world.actor("head")
    views.share_view(actor=actor, view_id=view.pk, unit_id=world.units[unit].pk, includes_below=below)


def _seen_by(world: World, persona: str) -> list[str]:
    return [view.name for view in kept_by(world.actor(persona), LIST).views]


def test_nonsense_and_the_page_are_left_out_of_what_is_kept(world: World) -> None:
    view = _save(world, query="hinh=overdue&tt=khong-co&sau=abc&xem=1&sx=-han&cot=viec&cot=ma&la=1")
    assert view.query == "hinh=overdue&sx=-han&cot=viec&cot=ma"


def test_columns_of_the_page_are_not_kept_by_name(world: World) -> None:
    keys = ["ma", "viec", "don-vi", "nguoi", "han", "tinh-hinh", "trang-thai", "tien-do"]
    page_columns = "&".join(f"cot={key}" for key in keys)
    assert _save(world, query=page_columns).query == ""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_name_is_tidied_and_taken_only_once(world: World, form: str) -> None:
    name = unicodedata.normalize(form, "  Việc   quá hạn ")
    assert _save(world, name=name).name == unicodedata.normalize(form, "Việc quá hạn")
    with pytest.raises(DomainError, match="Bạn đã có cách xem tên này"):
        _save(world, name=name)
    _save(world, "chair", name=name)


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_view_without_a_fitting_name_is_refused(world: World, name: str) -> None:
    with pytest.raises(DomainError) as raised:
        _save(world, name=name)
    assert (raised.value.code, raised.value.field) == ("name-needed", "name")


def test_too_many_views_are_refused(world: World) -> None:
    for number in range(views.MOST_VIEWS):
        _save(world, name=f"Cách xem {number}")
    with pytest.raises(Conflict, match="30 cách xem"):
        _save(world, name="Thêm một")


def test_list_that_is_not_there_or_not_for_the_actor(world: World) -> None:
    with pytest.raises(NotVisible):
        views.save_view(actor=world.actor("head"), list_name="khong-co", name="A", query="")
    with pytest.raises(NotAllowed):
        views.save_view(actor=world.actor("snv_servant"), list_name="given-list", name="A", query="")


def test_own_view_is_nobody_elses(world: World) -> None:
    view = _save(world)
    assert _seen_by(world, "head") == ["Quá hạn"]
    for persona in ("clerk", "chair", "office_a", "party_a", "outsider"):
        assert _seen_by(world, persona) == []
        with pytest.raises(NotVisible):
            views.rename_view(actor=world.actor(persona), view_id=view.pk, name="Khác")


def test_shared_view_is_seen_by_its_unit_alone_or_with_those_below(world: World) -> None:
    view = _save(world)
    _share(world, view)
    assert _seen_by(world, "clerk") == _seen_by(world, "inspector") == ["Quá hạn"]
    assert _seen_by(world, "snv_head") == []
    _share(world, view, below=True)
    assert _seen_by(world, "snv_head") == _seen_by(world, "snv_servant") == ["Quá hạn"]
    for persona in ("office_a", "party_clerk", "party_a", "outsider"):
        assert _seen_by(world, persona) == []


def test_view_shared_in_a_unit_of_the_state_is_not_seen_through_a_party_role(world: World) -> None:
    view = _save(world)
    _share(world, view)
    grant = world.users["party_clerk"].grants.get()
    grant.unit = world.units["ubnd"]
    grant.save()
    assert grant.domain == "party"
    assert _seen_by(world, "party_clerk") == []


def test_sharing_needs_the_right_in_that_unit(world: World) -> None:
    view = _save(world, "snv_servant")
    with pytest.raises(NotAllowed):
        views.share_view(actor=world.actor("snv_servant"), view_id=view.pk, unit_id=world.units["snv"].pk)
    other = _save(world, "snv_head")
    with pytest.raises(NotAllowed):
        views.share_view(actor=world.actor("snv_head"), view_id=other.pk, unit_id=world.units["ubnd"].pk)
    with pytest.raises(NotAllowed):
        views.share_view(actor=world.actor("snv_head"), view_id=other.pk, unit_id=UUID(int=0))


def test_shared_view_is_changed_by_its_owner_only(world: World) -> None:
    view = _save(world)
    _share(world, view)
    with pytest.raises(NotAllowed):
        views.overwrite_view(actor=world.actor("chair"), view_id=view.pk, query="")
    with pytest.raises(NotAllowed):
        views.delete_view(actor=world.actor("clerk"), view_id=view.pk)
    with pytest.raises(NotAllowed):
        views.withdraw_view(actor=world.actor("inspector"), view_id=view.pk)


def test_who_shares_in_the_unit_also_withdraws_there_and_the_owner_keeps_the_view(world: World) -> None:
    view = _save(world)
    _share(world, view)
    for persona in ("clerk", "head"):
        views.open_with(actor=world.actor(persona), view_id=view.pk, is_default=True)
    views.withdraw_view(actor=world.actor("chair"), view_id=view.pk)
    assert _seen_by(world, "clerk") == []
    assert kept_by(world.actor("clerk"), LIST).default == ""
    assert kept_by(world.actor("head"), LIST).default == str(view.pk)
    with pytest.raises(Conflict):
        views.withdraw_view(actor=world.actor("head"), view_id=view.pk)


def test_sharing_is_on_record_without_the_name(world: World) -> None:
    view = _save(world)
    _share(world, view)
    views.delete_view(actor=world.actor("head"), view_id=view.pk)
    found = AuditEvent.objects.filter(object_id=view.pk).order_by("sequence")
    assert [(event.code, event.object_text, event.unit_id) for event in found] == [
        ("listings.view.shared", LIST, world.units["ubnd"].pk),
        ("listings.view.withdrawn", LIST, world.units["ubnd"].pk),
    ]


def test_order_is_ones_own(world: World) -> None:
    first, second, third = (_save(world, name=name) for name in ("Một", "Hai", "Ba"))
    views.move_view(actor=world.actor("head"), view_id=third.pk, forward=True)
    assert _seen_by(world, "head") == ["Một", "Ba", "Hai"]
    views.move_view(actor=world.actor("head"), view_id=first.pk, forward=True)
    views.move_view(actor=world.actor("head"), view_id=second.pk, forward=False)
    assert _seen_by(world, "head") == ["Một", "Ba", "Hai"]
    views.move_view(actor=world.actor("head"), view_id=first.pk, forward=False)
    assert _seen_by(world, "head") == ["Ba", "Một", "Hai"]


def test_deleting_the_view_a_list_opens_with(world: World) -> None:
    view = _save(world)
    views.open_with(actor=world.actor("head"), view_id=view.pk, is_default=True)
    assert kept_by(world.actor("head"), LIST).default_view is not None
    views.delete_view(actor=world.actor("head"), view_id=view.pk)
    assert kept_by(world.actor("head"), LIST).default == ""
    assert ListChoice.objects.get().columns == []


def test_columns_are_kept_in_order_and_per_person(world: World) -> None:
    views.keep_columns(actor=world.actor("head"), list_name=LIST, columns=["viec", "khong-co", "ma", "viec"])
    assert kept_by(world.actor("head"), LIST).columns == ("viec", "ma")
    assert kept_by(world.actor("clerk"), LIST).columns == ()
    views.keep_columns(actor=world.actor("head"), list_name=LIST, columns=[])
    assert kept_by(world.actor("head"), LIST).columns == ()


def test_views_of_all_lists_for_the_palette(world: World) -> None:
    _save(world)
    views.save_view(actor=world.actor("head"), list_name="given-list", name="Chờ xác nhận", query="hinh=waiting")
    found = {(view.list_name, view.name) for view in all_saved_views(world.actor("head"))}
    assert found == {(LIST, "Quá hạn"), ("given-list", "Chờ xác nhận")}
    assert all_saved_views(world.actor("clerk")) == []


@pytest.mark.django_db(transaction=True)
def test_the_same_name_saved_twice_at_once(committed_world: World) -> None:
    outcomes = at_once(*(lambda: _save(committed_world) for _time in range(2)))
    assert outcomes == ["name-taken", "ok"]
    assert SavedView.objects.count() == 1
