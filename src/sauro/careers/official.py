"""The form of those who lack something against their posts, beside the other forms of the workforce."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from sauro.careers.badges import level_words, need_words
from sauro.careers.enums import Outcome
from sauro.careers.selectors.gaps import titles_of_competencies
from sauro.careers.selectors.measures import measured
from sauro.headcounts.official.catalogue import DAY, NAME, POST
from sauro.headcounts.official.declaring import Column, Naming, OfficialForm, register_form


@dataclass(frozen=True, slots=True)
class Lacking:
    """What somebody lacks: in words, a demand a line, what is held of each, and the first day by which one is due."""

    demands: str
    held: str
    due: dt.date | None


def lacking_on(dossier_ids: Collection[UUID], day: dt.date) -> Mapping[UUID, Lacking]:
    """Return those of some people in posts who do not meet a demand of their post on a day."""
    titles = titles_of_competencies()
    found = {}
    for dossier_id, results in measured(dossier_ids, day):
        open_ = [one for one in results if one.outcome == Outcome.LACKING]
        if open_:
            found[dossier_id] = Lacking(
                "; ".join(need_words(one.need, one.wanted, titles.get(one.competency, "")) for one in open_),
                "; ".join(filter(None, (level_words(one.need, one.held) for one in open_))),
                min((one.due for one in open_ if one.due is not None), default=None),
            )
    return found


register_form(
    OfficialForm(
        "05", "05/ĐN", _("Danh sách chưa đạt tiêu chuẩn vị trí việc làm"),
        _("Người còn thiếu ít nhất một yêu cầu của vị trí đang giữ, thiếu gì và hạn hoàn thiện."),
        _("Nghị định 361/2025/NĐ-CP; Nghị định 171/2025/NĐ-CP"),
        [
            Column(_("Họ và tên"), lambda row: row.name, NAME),
            Column(_("Chức vụ, vị trí việc làm"), lambda row: row.post, POST),
            Column(_("Yêu cầu chưa đạt"), lambda row: row.more.demands, 62),
            Column(_("Hiện có"), lambda row: row.more.held, 30),
            Column(_("Hạn hoàn thiện"), lambda row: row.more.due, DAY),
        ],
        Naming(more=lacking_on),
        notes=(_("Yêu cầu chưa có dữ liệu trong hồ sơ không tính là chưa đạt."),),
    )
)  # fmt: skip
