"""Task tables and labelled lines: columns in several orders and wordings."""

from __future__ import annotations

from dataclasses import dataclass

from tools.generated_documents import days
from tools.generated_documents.bodies import Body
from tools.generated_documents.sentences import Order, Subject, capital, task

COLUMNS = {
    "number": ("TT", "STT", "Số TT"),
    "task": ("Nhiệm vụ", "Nội dung công việc", "Nội dung, nhiệm vụ", "Nội dung thực hiện"),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan, đơn vị chủ trì thực hiện"),
    "partner": ("Cơ quan phối hợp", "Phối hợp", "Đơn vị phối hợp"),
    "product": ("Sản phẩm", "Kết quả", "Sản phẩm, kết quả dự kiến"),
    "due": ("Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Tiến độ"),
    "both": ("Phân công", "Đơn vị thực hiện", "Cơ quan thực hiện"),
}
DITTO = ("-nt-", "Như trên", "nt")
ORDERS = (
    ("number", "task", "lead", "partner", "due", "product"),
    ("number", "task", "lead", "partner", "product", "due"),
    ("number", "task", "product", "lead", "partner", "due"),
    ("number", "due", "task", "lead", "partner"),
    ("number", "task", "lead", "due"),
    ("number", "task", "both", "due"),
)
LABELS = {
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì thực hiện", "Chủ trì"),
    "partner": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp"),
    "due": ("Thời gian thực hiện", "Thời gian hoàn thành", "Hoàn thành", "Thời hạn"),
    "product": ("Sản phẩm", "Kết quả", "Sản phẩm dự kiến"),
}
SECTION_ROWS = ("Tuyên truyền, tập huấn", "Kiểm tra, rà soát", "Tổ chức thực hiện tại cơ sở", "Cơ sở vật chất")


@dataclass
class Row:
    """A task as a table has it: its words and the cells beside it."""

    section: str
    words: str
    lead: Body
    partners: list[Body]
    product: str

    def task(self) -> str:
        order = Order(self.words, self.partners)
        return task(self.section, (self.lead,), "explicit", order, capital(self.words))


def _row(subject: Subject, section: str, columns: tuple[str, ...]) -> Row:
    """A row whose fields all have a place among ``columns``; a paper without a column is marked in the task."""
    random = subject.random
    lead = random.choice((*subject.level.singles, *subject.level.groups))
    free = [body for body in subject.level.partners if body.name != lead.name]
    with_partners = "partner" in columns or "both" in columns
    partners = random.sample(free, k=random.choice((0, 1, 1, 2))) if with_partners else []
    if random.random() < 0.6:
        product = random.choice(("", "", "Báo cáo kết quả", "Văn bản triển khai"))
        return Row(section, random.choice(subject.topic.works), lead, partners, product)
    paper = random.choice(subject.topic.papers)
    if "product" not in columns:
        return Row(section, f"xây dựng ⟦P⟧{paper}⟦/⟧", lead, partners, "")
    return Row(section, f"xây dựng {paper}", lead, partners, capital(paper))


def _cells(subject: Subject, row: Row, *, behind: bool) -> dict[str, str]:
    """The cells of a row; ``behind`` says whether the deadline comes behind the task."""
    partners = ", ".join(body.printed for body in row.partners)
    return {
        "task": row.task(),
        "lead": row.lead.printed,
        "partner": partners,
        "both": f"{row.lead.printed} chủ trì; {partners} phối hợp" if partners else row.lead.printed,
        "product": f"⟦P⟧{row.product}⟦/⟧" if row.product else "",
        "due": days.deadline_of_cell(subject.random, subject.issued, "D" if behind else ">D"),
    }


def task_table(subject: Subject, section: str, count: int) -> list[str]:
    """Lines of a table in Markdown, with or without rows that head a group."""
    random = subject.random
    order = random.choice(ORDERS)
    behind = order.index("due") > order.index("task")
    headers = [random.choice(COLUMNS[name]) for name in order]
    lines = [_line(headers), _line(["---"] * len(order))]
    grouped = random.random() < 0.4
    before: Row | None = None
    for number in range(1, count + 1):
        if grouped and number in (1, 1 + count // 2):
            roman = "I" if number == 1 else "II"
            lines.append(_line([roman, random.choice(SECTION_ROWS), *[""] * (len(order) - 2)]))
        row = _row(subject, section, order)
        same = before is not None and "lead" in order and before.lead not in row.partners and random.random() < 0.12
        if before is not None and same:
            row.lead = before.lead
        cells = _cells(subject, row, behind=behind) | ({"lead": random.choice(DITTO)} if same else {})
        lines.append(_line([str(number), *(cells[name] for name in order[1:])]))
        before = row
    return lines


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def labelled_tasks(subject: Subject, section: str, count: int) -> list[str]:
    """Numbered tasks, each with a line for who, with whom, when and what."""
    random = subject.random
    labels = {name: random.choice(words) for name, words in LABELS.items()}
    marker = random.choice(("- ", "+ ", "", "* "))
    lines = []
    for number in range(1, count + 1):
        row = _row(subject, f"{section}.{number}", tuple(LABELS))
        cells = _cells(subject, row, behind=True)
        lines.append(f"{number}. {cells['task']}.")
        for name in ("lead", "partner", "due", "product"):
            if cells[name]:
                lines.append(f"{marker}{labels[name]}: {cells[name]}.")
    return lines
