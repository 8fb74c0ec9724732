"""The objects that the addresses of the contract tests lead to, made on top of the personas' world.

The document and the assignment belong to the People's Committee of the province; the assignment goes to commune A. So
the province's people and those of commune A see it, those of commune B and of the Party do not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from hashlib import sha256
from uuid import uuid4

from django.db.models import Model
from tests.contracts import objects_cadres, objects_unit_ratings
from tests.contracts.objects_careers import MAKERS, CareersObjects
from tests.factories import careers as of_careers
from tests.factories import programmes, status_reports
from tests.factories.appraisals import (
    FULL_POINTS,
    make_catalogue,
    make_product,
    make_rating,
    make_rating_round,
    make_sheet,
    own_line,
)
from tests.factories.assignments import make_assignment, make_pair
from tests.factories.documents import DIRECTIVE, take_in_text
from tests.factories.organizations import make_unit
from tests.factories.reports import fill, make_draft, make_period, make_round, make_version, report_of, send
from tests.factories.roster import kept_import
from tests.factories.staffing import candidate_of, proposed, recruited, scenario_row, unplaced
from tests.factories.targets import give as give_target
from tests.factories.targets import make_share
from tests.factories.tasks import make_document, many_tasks
from tests.factories.workforce import SINCE, allotted, attached, known, make_post, sealed, taken
from tests.personas import World

from sauro.accounts.models import ApiToken, Grant
from sauro.appraisals.models import (
    Claim,
    Complaint,
    Product,
    Rating,
    RatingRound,
    Regulation,
    Sheet,
    SheetItem,
    Sign,
)
from sauro.audit.models import AuditEvent
from sauro.bulk.enums import Act, Outcome, RunState
from sauro.bulk.models import Run, RunRow
from sauro.calendars.models import CalendarDay
from sauro.checking.models import CompetenceRow
from sauro.common.clock import now, today
from sauro.difficulties.models import Difficulty
from sauro.discussions.models import Comment, CommentFile
from sauro.documents.enums import DocumentKind, DocumentState
from sauro.documents.models import Document, Purge, Scan, StoredFile
from sauro.documents.quarantine import quarantined
from sauro.documents.services.purging import propose_purge
from sauro.documents.services.storage import store_upload
from sauro.listings.models import SavedView
from sauro.measuring.enums import Measure
from sauro.measuring.models import MeasureLink, Proposal
from sauro.notices.enums import NoticeKind
from sauro.notices.models import CalendarFeed, Explanation, Notice
from sauro.numbering.services import next_code
from sauro.organizations.enums import AliasKind
from sauro.organizations.models import Appointment, UnitAlias
from sauro.periodic_reports.models import (
    DefinitionVersion,
    FigureValue,
    ReportDefinition,
    Round,
    TextVersion,
    UnitReport,
)
from sauro.periodic_reports.services.filling import save_text
from sauro.periods.enums import PeriodKind
from sauro.periods.models import Period
from sauro.periods.services.making import make_year
from sauro.plans.models import MonthlyPart, MonthlyPlan
from sauro.plans.months import month_of, shifted
from sauro.programmes.models import Demand, Entry, Programme, ProgrammeTemplate, Reference, Remark, Section
from sauro.roster.models import PeopleImport
from sauro.staffing.models import (
    Calculation,
    Candidate,
    Consent,
    Need,
    PlaceData,
    ProposedMove,
    RecruitmentLine,
    Road,
    Scenario,
    Standing,
    Unplaced,
)
from sauro.status_reports.models import StatusReport
from sauro.targets.models import Actual, Ask, Share, YearLine
from sauro.targets.services.indicators import IndicatorFields
from sauro.tasks.enums import AssignmentState
from sauro.tasks.models import (
    Assignment,
    ChecklistTemplate,
    Criterion,
    CriterionAnswer,
    LikelyPair,
    Obligation,
    ProductAnnex,
    ProductFigure,
    ProductVersion,
    WorkField,
)
from sauro.workforce.models import Dossier, DossierPaper, Erasure, Fact, PeopleRun, PeopleRunRow, Post, Tenure
from vanban.text.normalize import fold

FOUND_TARGET = {
    "text": "Hoàn thành", "start": 0, "end": 10, "indicator": "số nhà hoàn thành", "operator": ">=", "value": 45.0,
    "unit": "căn", "period": "năm 2026",
}  # fmt: skip
"""A target as the reader tells of it."""


@dataclass
class Objects(CareersObjects, objects_cadres.CadresObjects, objects_unit_ratings.UnitRatingObjects):
    """The objects of one test, made when first asked for. ``word`` goes into every file, so its content is known."""

    world: World
    word: str = ""

    @cached_property
    def document(self) -> Document:
        """A directive under review, taken in by the province's office."""
        units = (self.world.units["snv"], self.world.units["stc"])
        return make_document(self.world.units["ubnd"], many_tasks(2), units=units)

    @cached_property
    def obligation(self) -> Obligation:
        """The first task of the directive."""
        return self.document.obligations.order_by("position")[0]

    @cached_property
    def document_taken_in(self) -> Document:
        """A directive that went through the reader. Slow: for what needs its extraction."""
        words = DIRECTIVE.replace("thử nghiệm", f"thử nghiệm {self.word}".strip())
        return take_in_text(self.world, words)

    @cached_property
    def document_with_file(self) -> Document:
        """The directive with the file it came in."""
        self.document.file = self._stored("Công văn thử nghiệm")
        self.document.save()
        return self.document

    @cached_property
    def scan(self) -> Scan:
        """A scan the clerk has sent, of which the second page of three is being recognised."""
        clerk = self.world.users["clerk"]
        document = Document.objects.create(
            code=next_code(prefix="VB", year=2026), domain=self.world.units["ubnd"].domain,
            owner_unit=self.world.units["ubnd"], state=DocumentState.READING,
            kind=DocumentKind.OTHER, received_at=now(), received_by_name=str(clerk), received_by_id=clerk.pk,
        )  # fmt: skip
        return Scan.objects.create(
            document=document, file_name="ban-quet.pdf", sha256="0" * 64, size=1_000, page_count=3, pages_done=1
        )

    @cached_property
    def document_to_purge(self) -> Document:
        """The directive after the head of office has asked for its purge."""
        document = self.document_with_file
        propose_purge(actor=self.world.actor("head"), document_id=document.pk, reason="Có nội dung bí mật nhà nước")
        return document

    @cached_property
    def assignment(self) -> Assignment:
        """Work given by the province to commune A."""
        return make_assignment(self.world.units["ubnd"], self.world.units["ubnd_a"])

    @cached_property
    def assignment_of_document(self) -> Assignment:
        """The first task of the directive, given to commune A."""
        units = self.world.units
        return make_assignment(units["ubnd"], units["ubnd_a"], obligation=self.obligation)

    @cached_property
    def likely_pair(self) -> LikelyPair:
        """Two assignments that commune A was given and that may be the same work."""
        return make_pair(self.assignment, make_assignment(self.world.units["snv"], self.world.units["ubnd_a"]))

    @cached_property
    def product(self) -> ProductVersion:
        """What commune A handed in: a file, waiting for the giver's word."""
        servant = self.world.users["servant_a"]
        product = ProductVersion.objects.create(
            assignment=self.assignment, number=1, file=self._stored("Danh mục trạm bơm"), file_name="danh-muc.txt",
            handed_in_by_name=str(servant), handed_in_by_id=servant.pk, handed_in_at=now(),
        )  # fmt: skip
        self.assignment.state = AssignmentState.HANDED_IN
        self.assignment.save()
        return product

    @cached_property
    def annex(self) -> ProductAnnex:
        """A further file of that product."""
        return ProductAnnex.objects.create(
            product=self.product, number=1, file=self._stored("Phụ lục"), file_name="pl.txt"
        )

    @cached_property
    def figure(self) -> ProductFigure:
        """A figure handed in with that product."""
        return ProductFigure.objects.create(
            product=self.product, number=1, name="Số trạm bơm", name_key="so tram bom", unit="trạm", value=Decimal(4)
        )

    @cached_property
    def criterion_answer(self) -> CriterionAnswer:
        """What that product claims of a criterion of the province."""
        criterion = Criterion.objects.create(
            assignment=self.assignment, position=1, text="Có danh mục", set_at=now(), set_by_name="Lê Văn Thử"
        )
        return CriterionAnswer.objects.create(product=self.product, criterion=criterion, claim_note="trang 3")

    @cached_property
    def checklist_template(self) -> ChecklistTemplate:
        """Criteria that the province keeps for reports."""
        return ChecklistTemplate.objects.create(
            owner_unit=self.world.units["ubnd"], domain=self.world.units["ubnd"].domain, product_kind="Báo cáo",
            lines=["Có số liệu"], changed_at=now(), changed_by_name="Lê Văn Thử", search_key="bao cao",
            sort_key="bao cao",
        )  # fmt: skip

    @cached_property
    def work_field(self) -> WorkField:
        """A field of the province's list."""
        return WorkField.objects.create(code="dat-dai", name="Đất đai", words=["giải phóng mặt bằng"])

    @cached_property
    def post_in_commune_a(self) -> Appointment:
        """The post of the civil servant of commune A."""
        return Appointment.objects.get(person=self.world.users["servant_a"].person_id)

    @cached_property
    def difficulty(self) -> Difficulty:
        """What commune A raised on the work it was given."""
        row = self.assignment
        return Difficulty.objects.create(
            code=next_code(prefix="KN", year=2026), domain=row.domain, unit=row.unit, assignment=row,
            at_unit=row.giver_unit, text="Thiếu kinh phí", raised_at=now(), raised_by_name="Ngô Văn Thử A",
            due_on=today(),
        )  # fmt: skip

    @cached_property
    def comment(self) -> Comment:
        """What the head of office of commune A said to both sides, with a file."""
        return self._comment("both", "")

    @cached_property
    def own_comment(self) -> Comment:
        """What that head of office said to the own side alone."""
        return self._comment("own", "body")

    def _comment(self, audience: str, side: str) -> Comment:
        author = self.world.users["office_a"]
        comment = Comment.objects.create(
            assignment=self.assignment, domain=self.assignment.domain, audience=audience, side=side,
            text="Đang lập danh mục",
            author=author, author_name=str(author), written_at=now(),
        )  # fmt: skip
        CommentFile.objects.create(comment=comment, number=1, file=self._stored("Bản nháp"), file_name="ban-nhap.txt")
        return comment

    @cached_property
    def notice(self) -> Notice:
        """What the head of office of commune A was told of the work."""
        row = self.assignment
        return Notice.objects.create(
            user=self.world.users["office_a"], kind=NoticeKind.GIVEN, domain=row.domain, assignment=row,
            code=row.code, key="given", created_at=now(),
        )  # fmt: skip

    @cached_property
    def late_assignment(self) -> Assignment:
        """Work of commune A that is overdue."""
        units, due = self.world.units, today() - dt.timedelta(days=2)
        return make_assignment(units["ubnd"], units["ubnd_a"], state=AssignmentState.ACCEPTED, due_on=due)

    @cached_property
    def explanation(self) -> Explanation:
        """What the province demands to be explained of it."""
        return Explanation.objects.create(
            assignment=self.late_assignment, question="Vì sao chậm", asked_at=now(), asked_by_name="Lê Văn Thử",
            due_on=today(),
        )  # fmt: skip

    @cached_property
    def target(self) -> Share:
        """The share of commune A in an indicator of the province."""
        self.target_line  # noqa: B018 -- makes it
        return Share.objects.get(unit=self.world.units["ubnd_a"])

    @cached_property
    def target_line(self) -> YearLine:
        """This year of it: commune A goes by the 40 it was given, and a directive asks for 45."""
        world, year = self.world, today().year
        whole = make_share(world)
        part = give_target(world, whole, "ubnd_a", {year: 40})
        Ask.objects.create(
            share=part, year=year, kind="document", value=Decimal(45), source_text="Kế hoạch 14/KH-UBND",
            sentence="Hoàn thành 45 căn", taken_at=now(), taken_by_name="Ngô Văn Thử A",
        )  # fmt: skip
        return YearLine.objects.get(share=part, year=year)

    @cached_property
    def measure_link(self) -> MeasureLink:
        """What the records measure of that indicator."""
        return MeasureLink.objects.create(
            indicator=self.target_whole.indicator, measure=Measure.DIGITAL, linked_by_name="Lê Văn Mẫu"
        )

    @cached_property
    def measure_proposal(self) -> Proposal:
        """The measure of an end of a month that waits for commune A."""
        self.measure_link  # noqa: B018 -- makes it
        return Proposal.objects.create(share=self.target, day=dt.date(2026, 6, 30))

    @cached_property
    def target_whole(self) -> Share:
        """The whole of that indicator, which the province keeps."""
        whole = self.target.parent
        assert whole is not None
        return whole

    @cached_property
    def target_ask(self) -> Ask:
        """What the directive of commune A asks for."""
        return self.target_line.share.asks.get(kind="document")

    @cached_property
    def target_actual(self) -> Actual:
        """What commune A has reached, with a file."""
        return Actual.objects.create(
            share=self.target, as_of=today(), value=Decimal(3), file=self._stored("Biên bản"), file_name="bien-ban.txt",
            recorded_at=now(), recorded_by_name="Bùi Thị Mẫu A",
        )  # fmt: skip

    @cached_property
    def document_with_targets(self) -> Document:
        """The directive, in which the reader found a target."""
        reading = self.document.readings.get(is_current=True)
        reading.extraction = {**reading.extraction, "targets": [FOUND_TARGET]}
        reading.save()
        return self.document

    @cached_property
    def calendar_feed(self) -> CalendarFeed:
        """The calendar feed of that head of office."""
        return CalendarFeed.objects.create(user=self.world.users["office_a"], secret_hash="0" * 64, created_at=now())

    @cached_property
    def monthly_plan(self) -> MonthlyPlan:
        """The plan of that civil servant for this month."""
        post = self.post_in_commune_a
        month = today().replace(day=1)
        return MonthlyPlan.objects.create(
            appointment=post, unit=post.unit, domain=post.unit.domain, month=month, opened_at=now()
        )

    @cached_property
    def long_work(self) -> Assignment:
        """Work of that civil servant that lasts for months."""
        units, due_on = self.world.units, shifted(today().replace(day=1), 3)
        return make_assignment(
            units["ubnd"], units["ubnd_a"], person=self.post_in_commune_a, state=AssignmentState.ACCEPTED, due_on=due_on
        )

    @cached_property
    def monthly_part(self) -> MonthlyPart:
        """The part of it that is due this month."""
        month = today().replace(day=1)
        return MonthlyPart.objects.create(
            assignment=self.long_work, number=1, month=month, month_first=month, share=100, product="Báo cáo rà soát"
        )

    @cached_property
    def status_report(self) -> StatusReport:
        """The draft of a report of the province on the work it gave."""
        return status_reports.stored(self.world)

    @cached_property
    def plan(self) -> Programme:
        """The draft of commune A's plan."""
        return programmes.plan_of(self.world)

    @cached_property
    def plan_section(self) -> Section:
        """A heading of it that nobody holds."""
        return programmes.section(self.plan, "Du lịch")

    @cached_property
    def plan_line(self) -> Entry:
        """A line of it, in a section that nobody holds."""
        line = programmes.entry_of(self.world, self.plan)
        Section.objects.filter(pk=line.section_id).update(held_by_id=None, held_until=None)
        return line

    @cached_property
    def plan_reference(self) -> Reference:
        """A document that it has to take account of."""
        return Reference.objects.create(programme=self.plan, name="Đề án mẫu", position=1)

    @cached_property
    def plan_demand(self) -> Demand:
        """What that document asks."""
        return Demand.objects.create(
            programme=self.plan, reference=self.plan_reference, kind="task", origin="typed", text="Việc mẫu"
        )

    @cached_property
    def plan_remark(self) -> Remark:
        """What somebody said to that section."""
        return Remark.objects.create(section=self.plan_section, text="Viết rõ hơn", by_name="Bùi Thị Mẫu A", at=now())

    @cached_property
    def plan_template(self) -> ProgrammeTemplate:
        """A template of commune A."""
        return ProgrammeTemplate.objects.create(
            owner_unit=self.world.units["ubnd_a"], domain="state", kind="plan", name="Mẫu xã", outline="# Một",
            labels={}, changed_at=now(), changed_by_name="Ngô Văn Thử A", search_key="mau xa", sort_key="mau xa",
        )  # fmt: skip

    @cached_property
    def token(self) -> ApiToken:
        """A key of the clerk for the API."""
        moment, secret = now(), sha256(self.word.encode()).hexdigest()
        return ApiToken.objects.create(
            user=self.world.users["clerk"], name="Báo cáo", secret_hash=secret, created_at=moment,
            expires_at=moment + dt.timedelta(days=7),
        )  # fmt: skip

    @cached_property
    def calendar_day(self) -> CalendarDay:
        """A day of the calendar that an administrator has entered."""
        return CalendarDay.objects.create(day=dt.date(2028, 1, 27), kind="holiday", name="Tết Nguyên đán")

    @cached_property
    def competence(self) -> CompetenceRow:
        """An entry of the catalogue of competence."""
        return CompetenceRow.objects.create(
            field="Xây dựng", act="cấp phép mẫu", words=["cấp phép"], holders=["Sở Xây dựng"], basis="Quy định mẫu"
        )

    @cached_property
    def period(self) -> Period:
        """January 2026, made by the province's office. Not a month of reports: rounds make their own of those."""
        head, unit = self.world.actor("head"), self.world.units["ubnd"]
        made = Period.objects.filter(owner_unit=unit, kind=PeriodKind.CALENDAR_MONTH, year=2026).first()
        return made or make_year(actor=head, unit_id=unit.pk, kind=PeriodKind.CALENDAR_MONTH, year=2026)[0]

    @cached_property
    def report_round(self) -> Round:
        """A round of the province that both communes owe."""
        return make_round(self.world)

    @cached_property
    def report(self) -> UnitReport:
        """The report of commune A in it, being filled in."""
        return report_of(self.report_round, self.world)

    @cached_property
    def report_figure(self) -> FigureValue:
        """A figure of it that people type."""
        return self.report.figures.get(field__code="ho")

    @cached_property
    def report_aside(self) -> TextVersion:
        """A text of it that came too late to replace another."""
        texts = (("office_a", "Bản của văn phòng"), ("servant_a", "Bản của công chức"))
        for persona, text in texts:
            save_text(actor=self.world.actor(persona), report_id=self.report.pk, code="ket-qua", text=text, edits=0)
        return TextVersion.objects.get(section__report=self.report, is_aside=True)

    @cached_property
    def report_sent(self) -> UnitReport:
        """The report of the department of home affairs in a round of its own, sent."""
        row = report_of(make_round(self.world, units="snv"), self.world, "snv")
        fill(self.world, row, "snv_servant")
        send(self.world, row, "snv_servant", "snv_head")
        row.refresh_from_db()
        return row

    @cached_property
    def report_draft(self) -> DefinitionVersion:
        """A draft of a definition of the province."""
        return make_draft(self.world)

    @cached_property
    def report_version(self) -> DefinitionVersion:
        """A published version."""
        return make_version(self.world)

    @cached_property
    def grant(self) -> Grant:
        """The role of the clerk."""
        return Grant.objects.get(user=self.world.users["clerk"])

    @cached_property
    def bulk_run(self) -> Run:
        """A reminder the clerk is about to send for the late work of commune A."""
        return _make_run(self, 1)

    @cached_property
    def people_run(self) -> PeopleRun:
        """A rating that the keeper of records is about to record for somebody chosen."""
        run = PeopleRun.objects.create(
            owner=self.world.users["snv_servant"], acting_unit=self.world.units["snv"], act="rating", total=1
        )
        PeopleRunRow.objects.create(run=run, dossier=self.dossier, position=1)
        return run

    @cached_property
    def people_import(self) -> PeopleImport:
        """A table of people that the keeper of records has had checked."""
        return kept_import(self.world.users["snv_servant"], self.world.units["snv"])

    @cached_property
    def saved_view(self) -> SavedView:
        """What the clerk keeps of the list of assignments."""
        return SavedView.objects.create(
            owner=self.world.users["clerk"], list_name="assignment-list", name="Đang mở", query="mo=mo"
        )

    @cached_property
    def shared_view(self) -> SavedView:
        """What the head of office keeps of it and has shared in the province."""
        return SavedView.objects.create(
            owner=self.world.users["head"], list_name="assignment-list", name="Quá hạn", query="hinh=overdue",
            unit=self.world.units["ubnd"],
        )  # fmt: skip

    @cached_property
    def alias(self) -> UnitAlias:
        """A former name of a department."""
        unit = self.world.units["snv"]
        text = "Sở Nội vụ tỉnh Lạc Giang cũ"
        return UnitAlias.objects.create(unit=unit, text=text, key=fold(text), kind=AliasKind.FORMER, valid=unit.valid)

    @cached_property
    def job_position(self) -> Post:
        """A job position of the catalogue."""
        return make_post()

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier of somebody whom commune A employs."""
        return known(self.world.units["ubnd_a"], "Nguyễn Thị Ví Dụ")

    @cached_property
    def tenure(self) -> Tenure:
        """The post they hold, in one of two seats of commune A."""
        return taken(self.dossier, self.job_position, allotted(self.world.units["ubnd_a"]))

    @cached_property
    def fact(self) -> Fact:
        """Their degree."""
        return Fact.objects.create(
            dossier=self.dossier, kind="education", value="university", level=4, detail="Luật", place="Đại học Mẫu",
            valid=(SINCE, None), decision="12/BTN", recorded_by_name="Đỗ Văn Mẫu",
        )  # fmt: skip

    @cached_property
    def sealed_fact(self) -> Fact:
        """What only a logged act shows of them."""
        return sealed(self.dossier, "ethnicity", "Kinh")

    @cached_property
    def paper(self) -> DossierPaper:
        """A file that proves their degree."""
        return attached(self.fact, f"Bằng {self.word}".strip())

    @cached_property
    def erasure(self) -> Erasure:
        """Somebody's request to erase what is sealed of them."""
        return Erasure.objects.create(
            dossier=self.dossier, basis="Điều 14 Luật 91/2025/QH15", asked_by_id=self.world.users["office_b"].pk,
            asked_by_name="Lê Văn Thử",
        )  # fmt: skip

    @cached_property
    def scenario(self) -> Scenario:
        """A scenario of commune A with its answer."""
        return scenario_row(self.world.units["ubnd_a"], "Phương án thử")

    @cached_property
    def proposed_move(self) -> ProposedMove:
        """A move it proposes: within the commune, of the person whose dossier there is."""
        return proposed(self.scenario, self.tenure, self.world.units["pkt_a"])

    @cached_property
    def calculation(self) -> Calculation:
        """How far it is."""
        return Calculation.objects.create(scenario=self.scenario, percent=20)

    @cached_property
    def recruitment_line(self) -> RecruitmentLine:
        """What commune A recruits by an approved plan."""
        return recruited(self.world.units["ubnd_a"], self.job_position, self.scenario)

    @cached_property
    def candidate(self) -> Candidate:
        """Who applied for it."""
        return candidate_of(self.recruitment_line, "Phan Thị Giả Định")

    @cached_property
    def unplaced(self) -> Unplaced:
        """That it does not propose the same person for anything else."""
        return unplaced(self.scenario, self.tenure)

    @cached_property
    def consent(self) -> Consent:
        """Their consent."""
        return Consent.objects.create(dossier=self.dossier)

    @cached_property
    def standing(self) -> Standing:
        """What an officer set down about moving them."""
        return Standing.objects.create(dossier=self.dossier, could_move=True, circumstances=1)

    @cached_property
    def place_data(self) -> PlaceData:
        """Where commune A lies."""
        return PlaceData.objects.create(unit=self.world.units["ubnd_a"], latitude=10.4, longitude=105.1)

    @cached_property
    def road(self) -> Road:
        """A measured way between two of its units."""
        unit = self.world.units["ubnd_a"]
        other = make_unit(f"{unit.code}.TRAM", "Trạm thử", parent=unit, domain=unit.domain)
        return Road.objects.create(one=unit, other=other, minutes=20)

    @cached_property
    def need(self) -> Need:
        """What commune A needs."""
        return Need.objects.create(unit=self.world.units["ubnd_a"], post=self.job_position, number=2)

    @cached_property
    def sheet(self) -> Sheet:
        """Last month's sheet of the civil servant of a department, with nothing said yet."""
        post = Appointment.objects.get(person=self.world.users["snv_servant"].person_id)
        return make_sheet(
            post,
            shifted(month_of(today()), -1),
            own_points=FULL_POINTS,
            own_note="Đã cố gắng",
            own_shortcomings="Còn chậm",
            like_group="Tổng hợp",
        )

    @cached_property
    def own_line(self) -> SheetItem:
        """Work that person added, which waits for the head."""
        return own_line(self.sheet, own="proposed", result="Báo cáo 12", own_reason="Chưa rõ")

    @cached_property
    def claim(self) -> Claim:
        """What that person asks about another line, which is late."""
        return Claim.objects.create(
            item=own_line(self.sheet, late=1, is_done=True), kind="objective", about="late", text="Mưa lũ",
            made_at=now(), made_by_name="Đỗ Văn Mẫu", answer="Đã rõ", decided_by_name="Võ Thị Thử",
        )  # fmt: skip

    @cached_property
    def sign(self) -> Sign:
        """What that person is asked to explain, seen by them already."""
        held = {"found_at": now(), "seen_at": now(), "answer": "Lưu ở hồ sơ giấy", "facts": {"months": ["2026-10"]}}
        return Sign.objects.get_or_create(sheet=self.sheet, code="all_full", defaults=held)[0]

    @cached_property
    def catalogue_product(self) -> Product:
        """A product of a department's catalogue."""
        return make_product(
            make_catalogue(self.world.units["snv"]), "DC.05", "Báo cáo", 120_000, note="Theo quý", field="Tổng hợp"
        )

    @cached_property
    def rating(self) -> Rating:
        """That person's decided rating of the year."""
        found = make_rating_round(
            self.world.units["snv"], state="decided", minutes="Họp cơ quan", opinion="Nhất trí", decision="99/QĐ-SNV",
            decided_on=today(), decided_at=now(), decided_by_name="Võ Thị Thử", merit="Đứng đầu khối",
        )  # fmt: skip
        return make_rating(found, self.sheet.appointment, level="TOT", reason="Như đề xuất", like_group="Tổng hợp")

    @cached_property
    def open_round(self) -> RatingRound:
        """The round of another year, which is being prepared."""
        return make_rating_round(self.world.units["snv"], 2027)

    @cached_property
    def complaint(self) -> Complaint:
        """What that person complains of."""
        return Complaint.objects.get_or_create(
            rating=self.rating, state="open",
            defaults={
                "text": "Chưa tính sáng kiến", "made_at": now(), "made_by_name": "Đỗ Văn Mẫu", "due_on": today(),
                "answer": "Đang xem", "answered_by_name": "Võ Thị Thử", "decision": "100/QĐ-SNV",
            },
        )[0]  # fmt: skip

    @cached_property
    def regulation(self) -> Regulation:
        """How that department reads what the law leaves open."""
        unit = self.world.units["snv"]
        held = {"domain": unit.domain, "decision": "45/QĐ-SNV"}
        key = {"unit": unit, "subject": "civil_servant", "since": dt.date(2026, 1, 1)}
        return Regulation.objects.get_or_create(**key, defaults=held)[0]

    @cached_property
    def appointment(self) -> Appointment:
        """The post of the head of a department."""
        return Appointment.objects.get(person=self.world.users["snv_head"].person_id)

    def _stored(self, text: str) -> StoredFile:
        content = f"{text} {self.word}".strip()
        with quarantined([content.encode()], name="tep.txt") as upload:
            return store_upload(upload=upload, domain=self.world.units["ubnd"].domain, media_type="text/plain")


def sign_in_without_duties(world: World) -> None:
    """Let the administrator work: the second factor, which the product demands of that role, is set up."""
    user = world.users["admin"]
    user.totp_confirmed_at = now()
    user.totp_secret = b"thu"
    user.save()


def _make_document(objects: Objects, _number: int) -> Model:
    return make_document(objects.world.units["ubnd"], many_tasks(2))


def _make_assignment(objects: Objects, number: int) -> Model:
    world = objects.world
    post = Appointment.objects.get(person=world.users["clerk"].person_id)
    columns = {"wording": f"Việc thử số {number}", "person": post}
    return make_assignment(world.units["ubnd"], world.units["ubnd_a"], **columns)


def _make_pair(objects: Objects, number: int) -> Model:
    world = objects.world
    unit = world.units["ubnd"]
    return make_pair(make_assignment(unit, unit, wording=f"Việc thử số {number}"), make_assignment(unit, unit))


def _make_event(objects: Objects, number: int) -> Model:
    return AuditEvent.objects.create(
        sequence=10_000 + number, at=now(), code="ui.list.exported", actor_name="Trần Thị Mẫu", door="web",
        actor_user_id=objects.world.users["admin"].pk, object_type="", object_id=uuid4(),
    )  # fmt: skip


def _make_purge(objects: Objects, number: int) -> Model:
    world = objects.world
    return Purge.objects.create(
        document_id=uuid4(), document_code=f"VB-2026-{number:06d}", domain="state", owner_unit=world.units["ubnd"],
        file_sha256="0" * 64, reason="Có nội dung bí mật", proposed_by_id=world.users["head"].pk,
        proposed_by_name="Lê Văn Thử", proposed_at=now(),
    )  # fmt: skip


# How to add a row to the list of a model. Units and accounts are there already: the world has more than three of each.
def _make_difficulty(objects: Objects, number: int) -> Model:
    row = _make_assignment(objects, number)
    return Difficulty.objects.create(
        code=f"KN-2026-1{number:05}", domain=row.domain, unit=row.unit, assignment=row, at_unit=row.giver_unit,
        text="Thiếu kinh phí", raised_at=now(), raised_by_name="Ngô Văn Thử A", due_on=today(),
        search_key=fold("Thiếu kinh phí"),
    )  # fmt: skip


def _make_status_report(objects: Objects, _number: int) -> Model:
    return status_reports.stored(objects.world)


def _make_status_row(objects: Objects, number: int) -> Model:
    row = _make_assignment(objects, number)
    return status_reports.stored_row(objects.status_report, row, number)


def _make_definition(objects: Objects, number: int) -> Model:
    return ReportDefinition.objects.create(
        code=f"MBC-2026-1{number:05}", domain="state", owner_unit=objects.world.units["ubnd"], title="Báo cáo thử",
        created_at=now(),
    )  # fmt: skip


def _make_target_line(objects: Objects, number: int) -> Model:
    fields = IndicatorFields(f"Chỉ tiêu thử số {number}", "căn")
    return make_share(objects.world, fields, path={today().year: 10}).lines.get()


def _make_round(objects: Objects, number: int) -> Model:
    version, period = objects.report_version, make_period(objects.world, ended=40 * (number + 1))
    return Round.objects.create(
        code=f"DBC-2026-1{number:05}", domain="state", owner_unit=objects.world.units["ubnd"],
        definition=version.definition, version=version, period=period, label=period.label, first=period.first,
        last=period.last, closes_at=period.closes_at, opened_at=now(), opened_by_name="Lê Văn Thử",
    )  # fmt: skip


def _make_report(objects: Objects, number: int) -> Model:
    this_round = _make_round(objects, number)
    return UnitReport.objects.create(
        code=f"BC-2026-1{number:05}", domain="state", round=this_round, unit=objects.world.units["ubnd"], level=0,
        is_joint=True, due_on=today(), due_original=today(),
    )  # fmt: skip


def _make_run(objects: Objects, _number: int) -> Run:
    run = Run.objects.create(
        owner=objects.world.users["clerk"], act=Act.REMIND, list_name="given-list", state=RunState.READY, total=1,
        created_at=now(),
    )  # fmt: skip
    RunRow.objects.create(run=run, assignment=objects.late_assignment, position=1, outcome=Outcome.WILL_DO)
    return run


def _make_import(objects: Objects, _number: int) -> Model:
    return kept_import(objects.world.users["snv_servant"], objects.world.units["snv"])


def _make_template(objects: Objects, number: int) -> Model:
    return ChecklistTemplate.objects.create(
        owner_unit=objects.world.units["ubnd"], domain="state", product_kind=f"Báo cáo {number}", lines=["Có số liệu"],
        changed_at=now(), changed_by_name="Lê Văn Thử", search_key="bao cao", sort_key=f"bao cao {number}",
    )  # fmt: skip


def _make_explanation(objects: Objects, number: int) -> Model:
    return Explanation.objects.create(
        assignment=_make_assignment(objects, number), question="Vì sao chậm", asked_at=now(),
        asked_by_name="Lê Văn Thử", due_on=today(),
    )  # fmt: skip


def _make_field(objects: Objects, number: int) -> Model:
    field = WorkField.objects.create(code=f"linh-vuc-{number}", name=f"Lĩnh vực thử {number}", words=["thử"])
    field.leads.add(objects.world.units["snv"])
    return field


def _make_programme(objects: Objects, number: int) -> Model:
    """An issued plan of commune A: the province reads it, and follows it in its overview."""
    return Programme.objects.create(
        code=f"KHX-2026-1{number:05}", domain="state", unit=objects.world.units["ubnd_a"], kind="plan", state="issued",
        subject="Kế hoạch thử", first_year=2026, last_year=2030, number=f"{number}/KH-UBND", issued_on=today(),
        made_at=now(), made_by_name="Ngô Văn Thử A", search_key=fold("Kế hoạch thử"),
    )  # fmt: skip


def _make_programme_template(objects: Objects, number: int) -> Model:
    name = f"Mẫu thử {number}"
    return ProgrammeTemplate.objects.create(
        owner_unit=objects.world.units["ubnd"], domain="state", kind="plan", name=name, outline="# Một", labels={},
        changed_at=now(), changed_by_name="Lê Văn Thử", search_key=fold(name), sort_key=fold(name),
    )  # fmt: skip


def _make_dossier(objects: Objects, number: int) -> Model:
    dossier = known(objects.world.units["ubnd"], f"Nguyễn Thị Mẫu {number}")
    tenure = taken(dossier, objects.job_position, allotted(objects.world.units["ubnd"]))
    of_careers.closed_to_locals(tenure.post)
    # Until a day, so that lists of what falls due show it too.
    tenure.valid = (SINCE, today() + dt.timedelta(days=400))
    tenure.save()
    return dossier


def _make_post(_objects: Objects, number: int) -> Model:
    return make_post(f"VT{number}", f"Vị trí thử {number}")


def _make_scenario(objects: Objects, number: int) -> Model:
    return scenario_row(objects.world.units["ubnd"], f"Phương án {number}")


def _make_unplaced(objects: Objects, number: int) -> Model:
    dossier = known(objects.world.units["ubnd"], f"Nguyễn Thị Mẫu {number}")
    held = taken(dossier, objects.job_position, allotted(objects.world.units["ubnd"]))
    return unplaced(objects.scenario, held)


def _make_recruitment(objects: Objects, number: int) -> Model:
    post = make_post(f"TD{number}", f"Vị trí tuyển {number}")
    return recruited(objects.world.units["ubnd"], post, None).plan


def _make_need(objects: Objects, number: int) -> Model:
    post = make_post(f"NC{number}", f"Vị trí cần {number}")
    return Need.objects.create(unit=objects.world.units["ubnd"], post=post, number=1)


def _make_place(objects: Objects, number: int) -> Model:
    unit = [objects.world.units[name] for name in ("ubnd", "stc", "snv", "commune_a", "commune_b")][number % 5]
    return PlaceData.objects.get_or_create(unit=unit, defaults={"latitude": 10.4, "longitude": 105.1})[0]


def _make_road(objects: Objects, number: int) -> Model:
    units = [objects.world.units[name] for name in ("ubnd", "stc", "snv", "ubnd_b")]
    one, other = sorted((units[number % 4].pk, units[(number + 1) % 4].pk))
    return Road.objects.get_or_create(one_id=one, other_id=other, defaults={"minutes": 20})[0]


def _make_move(objects: Objects, number: int) -> Model:
    units = objects.world.units
    dossier = known(units["ubnd"], f"Nguyễn Thị Mẫu {number}")
    held = taken(dossier, objects.job_position, allotted(units["ubnd"]))
    return proposed(objects.scenario, held, units["stc"])


def _make_sheet(objects: Objects, number: int) -> Model:
    """A sheet of the clerk of the province, who sees their own alone."""
    post = Appointment.objects.get(person=objects.world.users["clerk"].person_id)
    return make_sheet(post, dt.date(2020 + number // 12, number % 12 + 1, 1))


def _make_catalogue(objects: Objects, number: int) -> Model:
    return make_catalogue(objects.world.units["ubnd"], 2020 + number)


def _make_product(objects: Objects, number: int) -> Model:
    return make_product(make_catalogue(objects.world.units["ubnd"]), f"SP.{number}", f"Sản phẩm {number}", 10_000)


def _make_regulation(objects: Objects, number: int) -> Model:
    unit = objects.world.units["ubnd"]
    since = dt.date(2020 + number // 12, number % 12 + 1, 1)
    return Regulation.objects.create(
        unit=unit, domain=unit.domain, subject="civil_servant", since=since, decision=f"{number}/QĐ-UBND"
    )


def _make_round_of_year(objects: Objects, number: int) -> Model:
    return make_rating_round(objects.world.units["ubnd"], 2026 + number)


def _make_rating(objects: Objects, number: int) -> Model:
    """A published level in the body of the clerk of the province."""
    post = Appointment.objects.get(person=objects.world.users["clerk"].person_id)
    found = make_rating_round(objects.world.units["ubnd"], 2026 + number, state="decided", decision="99/QĐ-UBND")
    return make_rating(found, post, level="TOT")


ROW_MAKERS: dict[str, Callable[[Objects, int], Model]] = {
    **MAKERS,
    **objects_unit_ratings.MAKERS,
    **objects_cadres.MAKERS,
    "documents.document": _make_document,
    "documents.purge": _make_purge,
    "tasks.assignment": _make_assignment,
    "tasks.likelypair": _make_pair,
    "tasks.checklisttemplate": _make_template,
    "tasks.workfield": _make_field,
    "notices.explanation": _make_explanation,
    "audit.auditevent": _make_event,
    "difficulties.difficulty": _make_difficulty,
    "bulk.run": _make_run,
    "status_reports.statusreport": _make_status_report,
    "targets.yearline": _make_target_line,
    "status_reports.reportrow": _make_status_row,
    "periodic_reports.reportdefinition": _make_definition,
    "periodic_reports.round": _make_round,
    "periodic_reports.unitreport": _make_report,
    "programmes.programme": _make_programme,
    "programmes.programmetemplate": _make_programme_template,
    "workforce.dossier": _make_dossier,
    "workforce.post": _make_post,
    "roster.peopleimport": _make_import,
    "staffing.scenario": _make_scenario,
    "staffing.proposedmove": _make_move,
    "appraisals.sheet": _make_sheet,
    "appraisals.catalogue": _make_catalogue,
    "appraisals.product": _make_product,
    "appraisals.regulation": _make_regulation,
    "appraisals.ratinground": _make_round_of_year,
    "appraisals.rating": _make_rating,
    "staffing.unplaced": _make_unplaced,
    "staffing.need": _make_need,
    "staffing.recruitmentplan": _make_recruitment,
    "staffing.placedata": _make_place,
    "staffing.road": _make_road,
}
MODELS_OF_THE_WORLD = {"organizations.unit", "accounts.user"}
