"""The province in which the import is measured, and the steps of the import as the product takes them."""

from __future__ import annotations

import datetime as dt

from django.db.backends.postgresql.psycopg_any import DateRange

from sauro.access.actor import Actor, Door
from sauro.accounts.actors import load_actor
from sauro.accounts.models import Grant, User
from sauro.accounts.roles import Role
from sauro.common.domains import Domain
from sauro.organizations.enums import UnitKind, UnitLevel
from sauro.organizations.models import Person, Unit
from sauro.roster.enums import ImportState
from sauro.roster.models import PeopleImport
from sauro.roster.services.applying import apply_import, start_apply
from sauro.roster.services.checking import check_import
from sauro.roster.services.giving_back import annotated_workbook
from sauro.roster.services.reading import read_import
from sauro.roster.services.uploading import Upload, upload_people
from sauro.workforce.enums import Block, PostGroup
from sauro.workforce.models import Allotment, Fact, Post, Seat
from vanban.text.normalize import fold, name_sort_key, sort_key

ALWAYS = DateRange(dt.date(2025, 7, 1), None)


class Site:
    """An invented province with a keeper of records, units, and one post more than people."""

    def __init__(self, people: int, communes: int, units_in_each: int) -> None:
        root = _unit("T", "Tỉnh Mẫu", UnitKind.TERRITORY, None)
        root.save()
        units = []
        for commune in range(communes):
            body = _unit(f"X{commune}", f"Ủy ban nhân dân xã Mẫu {commune}", UnitKind.PEOPLES_COMMITTEE, root)
            body.save()
            units.append(body)
            names = (f"Phòng Thử {number} xã Mẫu {commune}" for number in range(1, units_in_each))
            units += [
                _unit(f"X{commune}.P{number}", name, UnitKind.DIVISION, body) for number, name in enumerate(names, 1)
            ]
        Unit.objects.bulk_create([one for one in units if one._state.adding])
        allotments = [Allotment(unit=one, domain=Domain.STATE, block=Block.OFFICIALS) for one in units]
        Allotment.objects.bulk_create(allotments)
        each = people // len(units) + 2
        Seat.objects.bulk_create(
            Seat(allotment=one, number=number, valid=ALWAYS) for one in allotments for number in range(1, each)
        )
        Post.objects.create(
            code="CV", title="Chuyên viên", block=Block.OFFICIALS, group=PostGroup.PROFESSIONAL,
            search_key="chuyen vien", sort_key=sort_key("Chuyên viên"),
        )  # fmt: skip
        self.codes = [one.code for one in units]
        self.actor = _keeper(root)
        self.run: PeopleImport | None = None

    def upload(self, data: bytes) -> None:
        """Take the workbook in and keep it: what the page waits for."""
        self.run = upload_people(actor=self.actor, domain=Domain.STATE, upload=Upload("mau.xlsx", data))

    def read(self) -> None:
        """Read it and propose what its columns mean."""
        read_import(self._run().pk)

    def check(self) -> dict[str, int]:
        """Check with the columns as they were proposed; returns the numbers found."""
        run = self._run()
        PeopleImport.objects.filter(pk=run.pk).update(state=ImportState.CHECKING)
        check_import(run.pk)
        counts: dict[str, int] = self._run().counts
        return counts

    def apply(self) -> tuple[int, int]:
        """Write what can be written; returns the numbers of dossiers and of facts."""
        run = self._run()
        start_apply(actor=self.actor, import_id=run.pk, skips_faulty=True)
        apply_import(run.pk)
        run = self._run()
        if run.state != ImportState.DONE:
            raise SystemExit(f"not written: {run.failure}")
        return run.counts["new"] + run.counts["changed"], Fact.objects.count()

    def give_back(self) -> None:
        """Make the workbook with comments."""
        annotated_workbook(actor=self.actor, run=self._run())

    def _run(self) -> PeopleImport:
        if self.run is None:
            raise SystemExit("nothing was uploaded")
        self.run.refresh_from_db()
        return self.run


def _unit(code: str, name: str, kind: UnitKind, parent: Unit | None) -> Unit:
    return Unit(
        code=code, name=name, kind=kind, level=UnitLevel.COMMUNE, domain=Domain.STATE, parent=parent, valid=ALWAYS,
        path=f"{parent.path if parent else ''}{code}/", search_key=fold(name), sort_key=sort_key(name),
    )  # fmt: skip


def _keeper(root: Unit) -> Actor:
    name = "Đỗ Văn Mẫu"
    person = Person.objects.create(full_name=name, search_key=fold(name), sort_key=name_sort_key(name))
    user = User.objects.create(username="noivu.mau", person=person)
    Grant.objects.create(
        user=user, role=Role.PERSONNEL, unit=root, include_subtree=True, domain=Domain.STATE, valid=ALWAYS, basis="Mẫu"
    )
    return load_actor(user=user, door=Door.COMMAND, request_id="bench")
