"""Posts closed to local people, and official decisions on leaving, screening and replacement."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from sauro.audit.history import track
from sauro.careers.enums import ActKind, LocalRule
from sauro.workforce.models import Dossier, Post
from sauro.workforce.models.dated import STANDING, Dated


@track()
class ClosedPost(Dated):
    """That a post is closed to local people from a day on: how strictly, by when it is to be so, by which paper."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="closures")
    rule = models.CharField(_("mức"), max_length=8, choices=LocalRule.choices)
    due_on = models.DateField(_("hoàn thành trước ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("vị trí không bố trí người địa phương")
        ordering = ["post__rank", "-valid"]
        constraints = [
            ExclusionConstraint(
                name="careers_closed_post_one",
                expressions=[("post", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
                condition=STANDING,
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def event_text(self) -> str:
        """How events name it: by the code of the post."""
        return self.post.code


@track()
class OfficialAct(Dated):
    """An official decision by which somebody left, was screened out or was replaced; in force from the first day.

    It has no draft and no state: there is nothing before the decision. ``basis`` is the provision it rests on,
    ``issuer`` who decided.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="official_acts")
    kind = models.CharField(_("nội dung"), max_length=14, choices=ActKind.choices)
    issuer = models.CharField(_("cơ quan quyết định"), max_length=300)
    basis = models.CharField(_("căn cứ"), max_length=500)
    note = models.TextField(_("ghi chú"), blank=True)

    class Meta:
        verbose_name = _("quyết định thôi việc, sàng lọc, thay thế")
        ordering = ["-valid", "id"]
        indexes = [models.Index(fields=["kind"])]
        constraints = [
            models.CheckConstraint(
                name="careers_act_by_decision",
                condition=~models.Q(decision="")
                & ~models.Q(basis="")
                & ~models.Q(issuer="")
                & models.Q(decided_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
