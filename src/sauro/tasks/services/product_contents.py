"""Checks and stores what a hand-in consists of: files, links, a text, figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from sauro.access.actor import Actor
from sauro.common.errors import DomainError
from sauro.documents.models import StoredFile
from sauro.documents.quarantine import QuarantinedUpload
from sauro.documents.services.attachments import CheckedAttachment, check_attachment, store_attachment
from sauro.organizations.models import Unit
from sauro.tasks.figures import MOST as MOST_FIGURES
from sauro.tasks.figures import Figure
from sauro.tasks.models import ProductAnnex, ProductFigure, ProductVersion
from vanban.text.normalize import fold

MOST_ANNEXES = 20
LONGEST_LINK = 600
_check_link = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class HandIn:
    """What is handed in: a file, a link, a text, figures, or several of them, with annexes.

    ``open_parts_reason`` says why the work is handed in although another unit still owes its part. ``claims`` are the
    criteria of acceptance that are met, by identity, each with a note.
    """

    upload: QuarantinedUpload | None = None
    link: str = ""
    text: str = ""
    open_parts_reason: str = ""
    annexes: Sequence[QuarantinedUpload] = ()
    more_links: Sequence[str] = ()
    figures: Sequence[Figure] = ()
    claims: Mapping[UUID, str] = field(default_factory=dict)

    def is_empty(self) -> bool:
        """Tell whether there is nothing in it."""
        has_link = self.link.strip() or any(link.strip() for link in self.more_links)
        return not (self.upload or self.annexes or self.figures or has_link or self.text.strip())


@dataclass(frozen=True, slots=True)
class CheckedContents:
    """The files and links of a hand-in, ready to be stored: the first of each is the product, the rest are annexes."""

    files: Sequence[CheckedAttachment]
    links: Sequence[str]
    figures: Sequence[Figure]


def check_contents(*, actor: Actor, unit: Unit, hand_in: HandIn) -> CheckedContents:
    """Check every part of a hand-in. Reads the files, so call it before anything is locked."""
    links = [_checked_link(link) for link in (hand_in.link, *hand_in.more_links) if link.strip()]
    uploads = [*([hand_in.upload] if hand_in.upload else []), *hand_in.annexes]
    if len(links) + len(uploads) > MOST_ANNEXES:
        raise DomainError(
            "too-many-annexes",
            _("Mỗi lần nộp tối đa %(most)s tệp và đường dẫn.") % {"most": MOST_ANNEXES},
            field="annexes",
        )
    if len(hand_in.figures) > MOST_FIGURES:
        raise DomainError(
            "too-many-figures", _("Mỗi lần nộp tối đa %(most)s chỉ tiêu.") % {"most": MOST_FIGURES}, field="figures"
        )
    files = [check_attachment(actor=actor, unit=unit, upload=upload) for upload in uploads]
    return CheckedContents(files, links, hand_in.figures)


def store_main_file(*, checked: CheckedContents, domain: str) -> tuple[StoredFile | None, str]:
    """Store the file that is the product and return it with its name."""
    if not checked.files:
        return None, ""
    return store_attachment(checked.files[0], domain=domain), checked.files[0].file_name


def store_contents(*, product: ProductVersion, checked: CheckedContents) -> None:
    """Store annexes and figures of a new hand-in, in the transaction that made it."""
    domain = product.assignment.domain
    stored = [(store_attachment(one, domain=domain), one.file_name) for one in checked.files[1:]]
    annexes = [ProductAnnex(product=product, file=file, file_name=name) for file, name in stored]
    annexes += [ProductAnnex(product=product, link=link) for link in checked.links[1:]]
    for number, annex in enumerate(annexes, 1):
        annex.number = number
    ProductAnnex.objects.bulk_create(annexes)
    ProductFigure.objects.bulk_create(
        ProductFigure(
            product=product, number=number, name=one.name, name_key=fold(one.name)[:300], unit=one.unit, value=one.value
        )
        for number, one in enumerate(checked.figures, 1)
    )


def copy_contents(*, product: ProductVersion, original: ProductVersion) -> None:
    """Give a hand-in that repeats another the same annexes and figures."""
    ProductAnnex.objects.bulk_create(
        ProductAnnex(product=product, number=one.number, file=one.file, file_name=one.file_name, link=one.link)
        for one in original.annexes.select_related("file")
    )
    ProductFigure.objects.bulk_create(
        ProductFigure(
            product=product, number=one.number, name=one.name, name_key=one.name_key, unit=one.unit, value=one.value
        )
        for one in original.figures.all()
    )


def _checked_link(link: str) -> str:
    link = link.strip()
    try:
        _check_link(link)
        if len(link) > LONGEST_LINK:
            raise ValidationError("too long")
    except ValidationError as error:
        raise DomainError(
            "link-invalid", _("Đường dẫn phải bắt đầu bằng http:// hoặc https:// và viết đầy đủ."), field="link"
        ) from error
    return link
