"""Making a dossier, and its identity number."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.audit.services import record_event
from sauro.common.clock import today
from sauro.common.errors import Conflict, DomainError
from sauro.numbering.services import next_code
from sauro.organizations.models import Person, Unit
from sauro.workforce import events, sealing
from sauro.workforce.models import Dossier, Identity
from sauro.workforce.policies import dossier_policy, establishment_policy
from sauro.workforce.services.establishment import check_open
from sauro.workforce.services.particulars import Stated, check_stated, write_particulars
from sauro.workforce.services.settling import settle_dossiers
from vanban.text.normalize import fold, name_sort_key, nfc

CODE_PREFIX = "HS"
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who a dossier is made for. ``person_id`` names somebody the installation knows, such as a user."""

    full_name: str
    identity_number: str = ""
    person_id: UUID | None = None


@transaction.atomic
def make_dossier(*, actor: Actor, unit_id: UUID, who: NewPerson, stated: Stated) -> Dossier:
    """Make the dossier of a person in the domain of the unit that keeps it, with the particulars known from the start.

    An identity number that belongs to somebody of the same name in another domain leads to the same person, without a
    word about the other dossier. Raises ``number-taken``, ``number-wrong``, ``name-needed``, ``unit-closed`` and what
    particulars may be refused for.
    """
    unit = establishment_policy.get_visible(actor, unit_id)
    establishment_policy.require(actor, "record", unit)
    check_open(unit, today(), None)
    name = " ".join(nfc(who.full_name).split())
    if not name:
        raise DomainError("name-needed", _("Hãy ghi họ và tên."), field="full_name")
    number = clean_number(who.identity_number)
    check_stated(stated)
    person = _person(actor, unit, who.person_id, name, number)
    try:
        with transaction.atomic():
            identity_of(person, number)
            dossier = Dossier.objects.create(
                code=next_code(prefix=CODE_PREFIX, year=today().year), person=person, domain=unit.domain, unit=unit,
                search_key=fold(name), sort_key=name_sort_key(name),
            )  # fmt: skip
    except IntegrityError as error:
        raise _number_taken() from error
    write_particulars(actor, dossier, stated, since=stated.birth_date)
    settle_dossiers([dossier.pk])
    record_event(actor=actor, event=events.DOSSIER_OPENED, obj=dossier)
    dossier.refresh_from_db()
    return dossier


@transaction.atomic
def set_identity_number(*, actor: Actor, dossier_id: UUID, number: str, reason: str) -> Identity:
    """Enter or correct the identity number of a person; the one before stays sealed in the history.

    Raises ``number-taken``, ``number-wrong``, ``reason-needed``, ``nothing-changed``, ``key-destroyed``.
    """
    dossier = dossier_policy.get_locked(actor, dossier_id)
    dossier_policy.require(actor, "record", dossier)
    cleaned = clean_number(number)
    if not cleaned:
        raise DomainError("number-wrong", _("Hãy ghi số định danh gồm 12 chữ số."), field="identity_number")
    if not reason.strip():
        raise DomainError("reason-needed", _("Hãy ghi lý do."), field="reason")
    is_new = _check_bearer(actor, dossier, cleaned)
    try:
        with transaction.atomic():
            identity = identity_of(dossier.person, cleaned)
    except IntegrityError as error:
        raise _number_taken() from error
    record_event(actor=actor, event=events.NUMBER_SET, obj=dossier, changes={"is_first": is_new}, reason=reason.strip())
    return identity


def _check_bearer(actor: Actor, dossier: Dossier, number: str) -> bool:
    """Refuse a number that is somebody else's, or the same as before. Returns whether there was none before."""
    own = Identity.objects.select_for_update(of=("self",)).filter(person=dossier.person_id).first()
    if own is not None and own.wrapped_key is None:
        raise Conflict("key-destroyed", _("Khóa của hồ sơ này đã bị hủy; không ghi số định danh được nữa."))
    bearer = Identity.objects.filter(number_index=sealing.index_of(number)).select_related("person").first()
    if bearer is not None and bearer.person_id == dossier.person_id:
        raise DomainError("nothing-changed", _("Số này đang là số của người này."), field="identity_number")
    if bearer is not None:
        there = Dossier.objects.filter(person=bearer.person_id, domain=dossier.domain).select_related("unit").first()
        if there is not None and dossier_policy.can(actor, "view", there):
            raise _number_seen(there, bearer.person)
        raise _number_taken()
    return own is None or own.number_sealed is None


def clean_number(number: str) -> str:
    """Return an identity number as twelve digits, or nothing for nothing. Raises ``number-wrong``."""
    digits = "".join(nfc(number).split()).replace(".", "")
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) == _DIGITS):
        raise DomainError("number-wrong", _("Số định danh cá nhân gồm đúng 12 chữ số."), field="identity_number")
    return digits


def identity_of(person: Person, number: str = "") -> Identity:
    """Return the identity of a person, made when it is not there, holding the number when one is given."""
    identity = Identity.objects.select_for_update(of=("self",)).filter(person=person).first()
    if identity is None:
        identity = Identity.objects.create(person=person, wrapped_key=sealing.new_key(person.pk))
    if number and identity.wrapped_key is not None:
        identity.number_sealed = sealing.seal(person.pk, identity.wrapped_key, {"number": number})
        identity.number_index = sealing.index_of(number)
        # Never the key: one that was destroyed meanwhile must not come back.
        identity.save(update_fields=["number_sealed", "number_index"])
    return identity


def _person(actor: Actor, unit: Unit, person_id: UUID | None, name: str, number: str) -> Person:
    """Return whose dossier it is: the person named, the one who bears the number, or somebody new."""
    bearer = Identity.objects.filter(number_index=sealing.index_of(number)).first() if number else None
    if bearer is not None:
        return _bearer(actor, unit, bearer, name, person_id)
    if person_id is None:
        return Person.objects.create(full_name=name, search_key=fold(name), sort_key=name_sort_key(name))
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise DomainError("person-unknown", _("Không tìm thấy người này."), field="person")
    if Dossier.objects.filter(person=person, domain=unit.domain).exists():
        raise Conflict("dossier-there", _("Người này đã có hồ sơ."), field="full_name")
    return person


def _bearer(actor: Actor, unit: Unit, bearer: Identity, name: str, person_id: UUID | None) -> Person:
    person = bearer.person
    there = Dossier.objects.filter(person=person, domain=unit.domain).select_related("unit").first()
    if there is not None and dossier_policy.can(actor, "view", there):
        raise _number_seen(there, person)
    if there is not None or fold(person.full_name) != fold(name) or (person_id and person_id != person.pk):
        raise _number_taken()
    return person


def _number_seen(there: Dossier, person: Person) -> Conflict:
    words = _("Số định danh này đã có trong hồ sơ %(code)s của %(name)s, %(unit)s.")
    held = {"code": there.code, "name": person.full_name, "unit": there.unit.name}
    return Conflict("number-taken", words % held, field="identity_number")


def _number_taken() -> Conflict:
    words = _(
        "Số định danh này đã thuộc một hồ sơ khác mà bạn không quản lý. Hãy kiểm tra lại, hoặc đề nghị chuyển hồ sơ."
    )
    return Conflict("number-taken", words, field="identity_number")
