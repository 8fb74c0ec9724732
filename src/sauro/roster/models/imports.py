"""An import and its file, which is sealed like the facts in it and thrown away when it is no longer needed."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.accounts.models import User
from sauro.audit.history import track
from sauro.common.base import Record
from sauro.common.clock import now
from sauro.common.domains import Domain
from sauro.organizations.models import Unit
from sauro.roster.enums import EthnicTable, FileKind, ImportState


@track(exclude=["mapping", "answers", "counts"])
class PeopleImport(Record):
    """One table of people, from upload to writing.

    ``mapping`` says which field each column means, by the column's number as text; ``first_heading`` and
    ``last_heading`` are rows from 0. ``since`` is the day from which changes hold, ``decision`` the paper under which
    posts are filled, ``unit`` that of rows that name none. ``answers`` holds, by row, the dossier of the same person or
    ``"other"``. ``counts`` are numbers of rows by outcome and of faults by severity. ``fingerprint`` stands for all
    that the check promised; ``failure`` says in words why the last writing did not happen.
    """

    code = models.CharField(_("mã"), max_length=20, unique=True)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="people_imports")
    acting_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    domain = models.CharField(_("khối"), max_length=10, choices=Domain.choices)
    file_name = models.CharField(_("tệp"), max_length=200)
    kind = models.CharField(_("dạng tệp"), max_length=6, choices=FileKind.choices)
    sheet = models.PositiveIntegerField(_("trang tính"), default=0)
    encoding = models.CharField(_("bảng mã"), max_length=12, blank=True)
    first_heading = models.PositiveIntegerField(default=0)
    last_heading = models.PositiveIntegerField(default=0)
    mapping = models.JSONField(default=dict)
    ethnic_table = models.CharField(_("bảng mã dân tộc"), max_length=6, choices=EthnicTable.choices, blank=True)
    since = models.DateField(_("thay đổi có hiệu lực từ"), null=True, blank=True)
    decision = models.CharField(_("số quyết định bố trí"), max_length=120, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(
        _("trạng thái"), max_length=10, choices=ImportState.choices, default=ImportState.MAPPING
    )  # fmt: skip
    skips_faulty = models.BooleanField(_("bỏ qua dòng có lỗi"), default=False)
    answers = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64, blank=True)
    failure = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(_("đưa lên lúc"), default=now)
    made_by_name = models.CharField(_("người đưa lên"), max_length=160)
    applied_at = models.DateTimeField(_("ghi xong lúc"), null=True)

    class Meta:
        verbose_name = _("lần nhập hồ sơ")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["owner", "-made_at"])]

    def __str__(self) -> str:
        return self.code

    @property
    def event_text(self) -> str:
        """How events name it: by its code, never by the name of the file."""
        return self.code

    @property
    def owner_unit_id(self) -> object:
        """The unit its owner acted for: the events of the import belong to it."""
        return self.acting_unit_id


class ImportFile(Record):
    """The file as it was sent, sealed under a key of its own: it holds in clear what dossiers hold sealed.

    ``cells`` is what was read of the sheet and in the encoding that ``cells_of`` names, compressed and sealed alike: a
    large workbook is read once.
    """

    run = models.OneToOneField(PeopleImport, on_delete=models.CASCADE, related_name="file")
    wrapped_key = models.BinaryField()
    content = models.BinaryField()
    cells = models.BinaryField(null=True)
    cells_of = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = _("tệp của lần nhập")

    def __str__(self) -> str:
        return str(self.pk)


class ImportProgress(Record):
    """How far the work in the background is, in percent and in words; a row of its own, which nobody locks."""

    run = models.OneToOneField(PeopleImport, on_delete=models.CASCADE, related_name="progress")
    percent = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("tiến độ của lần nhập")

    def __str__(self) -> str:
        return f"{self.percent}%"


class ColumnMemory(Record):
    """What somebody said last of columns with these headings. Of the headings only a digest is kept."""

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("cách ghép cột đã nhớ")
        constraints = [models.UniqueConstraint(fields=["owner", "signature"], name="roster_memory_unique")]

    def __str__(self) -> str:
        return self.signature
