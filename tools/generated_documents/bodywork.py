"""Bodies of directives, plans and reports: openings, accounts, goals, items under heads, tables, closings."""

from __future__ import annotations

from tools.generated_documents.bodies import Body
from tools.generated_documents.days import QUARTERS
from tools.generated_documents.sentences import Order, Subject, capital, inside, task
from tools.generated_documents.tables import labelled_tasks, task_table

ROMAN = ("I", "II", "III", "IV", "V", "VI")
LETTERS = "abcdđeghik"
GIVING = ("Giao {name}", "Yêu cầu {name}", "{name}", "Đề nghị {name}")
MUST = ("đúng tiến độ, tiết kiệm", "công khai, dân chủ, đúng đối tượng", "gắn với trách nhiệm của người đứng đầu")
PURPOSES = (
    "Nhằm tạo chuyển biến rõ nét trong nhận thức và hành động của các cấp, các ngành.",
    "Xác định rõ nội dung, thời gian, trách nhiệm của từng cơ quan; bảo đảm thiết thực, tiết kiệm.",
    "Việc triển khai phải đồng bộ, có trọng tâm, phù hợp với điều kiện của từng địa phương.",
)
MONEY = (
    "Từ nguồn ngân sách nhà nước được giao trong dự toán hằng năm và các nguồn hợp pháp khác.",
    "Kinh phí thực hiện được bố trí theo phân cấp ngân sách hiện hành.",
)


def directive_body(subject: Subject) -> list[str]:
    """An opening with background, then items that give work, in one part or behind a part of assessment."""
    random = subject.random
    background = random.choice(subject.topic.background)
    reference = _reference(subject)
    lines = [f"{reference}{subject.level.own} đã chỉ đạo các ngành vào cuộc. {background}" if reference else background]
    if random.random() < 0.15:
        return [*lines, *_items_of_one(subject)]
    opening = random.choice(
        (
            "Để khắc phục những hạn chế nêu trên, {own} yêu cầu:",
            "{own} yêu cầu các cơ quan, đơn vị thực hiện các nội dung sau:",
            "Qua xem xét, {own} có ý kiến như sau:",
        )
    )
    if random.random() < 0.35:
        lines += ["I. ĐÁNH GIÁ CHUNG", *subject.topic.background, "II. NHIỆM VỤ THỜI GIAN TỚI"]
        return [*lines, *_items(subject, "II", random.randint(4, 7)), *_closing(subject)]
    return [
        *lines,
        opening.format(own=subject.level.own),
        *_items(subject, "", random.randint(4, 7)),
        *_closing(subject),
    ]


def plan_body(subject: Subject) -> list[str]:
    """Purpose, goals, tasks as table or with labels, money, and who carries it out."""
    random = subject.random
    lines = [f"{_reference(subject)}{capital(subject.level.own)} xây dựng Kế hoạch như sau:"]
    lines += [f"{ROMAN[0]}. MỤC ĐÍCH, YÊU CẦU", *(f"{n}. {words}" for n, words in enumerate(PURPOSES[:2], start=1))]
    lines += [f"{ROMAN[1]}. CHỈ TIÊU", *_goals(subject)]
    count = random.randint(3, 6)
    tasks = task_table(subject, "III", count) if random.random() < 0.5 else labelled_tasks(subject, "III", count)
    lines += [f"{ROMAN[2]}. NHIỆM VỤ CỤ THỂ", *tasks]
    lines += [f"{ROMAN[3]}. KINH PHÍ", random.choice(MONEY)]
    lines += [f"{ROMAN[4]}. TỔ CHỨC THỰC HIỆN", *_items(subject, "V", random.randint(3, 5))]
    return [*lines, *_closing(subject)]


def account_body(subject: Subject) -> list[str]:
    """A report: what was done and what is meant to be done, nothing of it an order."""
    random, topic = subject.random, subject.topic
    done = random.sample(topic.works, k=3)
    next_steps = random.sample(topic.works, k=2)
    lines = [f"{_reference(subject)}{capital(subject.level.own)} báo cáo như sau:"]
    lines += ["I. KẾT QUẢ", *(f"{n}. Đã {words}." for n, words in enumerate(done, start=1)), *topic.background]
    lines += ["II. PHƯƠNG HƯỚNG", *(f"{n}. Tiếp tục {words}." for n, words in enumerate(next_steps, start=1))]
    lines += [
        f"{len(next_steps) + 1}. Xây dựng {random.choice(topic.papers)} trong quý {random.choice(QUARTERS[2:])}/2026."
    ]
    return [*lines, f"Trên đây là báo cáo của {subject.level.own}./."]


def _reference(subject: Subject) -> str:
    random = subject.random
    if random.random() < 0.35:
        return ""
    number, day, month = random.randint(2, 400), random.randint(1, 28), random.randint(3, 12)
    if subject.level.side == "party":
        reference = f"nghi_quyet|{number}|NQ/TU|2025-{month:02d}-{day:02d}|Tỉnh ủy"
        words = f"Nghị quyết số {number}-NQ/TU, ngày {day:02d}/{month}/2025 của Tỉnh ủy"
    else:
        reference = f"ke_hoach|{number}|KH-UBND|2025-{month:02d}-{day:02d}|Ủy ban nhân dân tỉnh"
        words = f"Kế hoạch số {number}/KH-UBND ngày {day:02d}/{month}/2025 của Ủy ban nhân dân tỉnh"
    return f"{random.choice(('Thực hiện', 'Căn cứ', 'Triển khai'))} ⟦F {reference}⟧{words}⟦/⟧, "


def _goals(subject: Subject) -> list[str]:
    lines = []
    for goal in subject.topic.goals:
        figure = subject.random.randint(goal.least, goal.most)
        mark = f"X {goal.operator} {figure} {goal.unit}|{goal.indicator}|năm 2026"
        lines.append(f"- ⟦{mark}⟧{goal.text.format(n=figure)}.⟦/⟧")
    return lines


def _items(subject: Subject, part: str, count: int) -> list[str]:
    """Numbered items, each for other bodies: a head with bullets, a head on the line, or a whole sentence."""
    random = subject.random
    groups = list(subject.level.groups)
    random.shuffle(groups)
    singles = random.sample(subject.level.singles, k=min(count, len(subject.level.singles)))
    lines: list[str] = []
    for number in range(1, count + 1):
        leads = _leads(subject, groups, singles)
        section = f"{part}.{number}".lstrip(".")
        maker = random.choices((_under_head, _on_the_line, _whole_sentence), weights=(40, 20, 40))[0]
        lines += maker(subject, number, section, leads)
    return lines


def _items_of_one(subject: Subject) -> list[str]:
    """A lead-in that names one group for the whole list of orders below it."""
    random = subject.random
    group = random.choice(subject.level.groups)
    verb = random.choice(("yêu cầu", "đề nghị"))
    lines = [f"{capital(subject.level.own)} {verb} {inside(group.printed)} thực hiện tốt các nội dung sau:"]
    for number in range(1, random.randint(4, 7)):
        order = subject.order((group,))
        lines.append(f"{number}. {task(str(number), (group,), 'lead-in', order, f'{capital(order.words)}.')}")
    return lines


def _leads(subject: Subject, groups: list[Body], singles: list[Body]) -> tuple[Body, ...]:
    if groups and (not singles or subject.random.random() < 0.25):
        return (groups.pop(),)
    first = singles.pop()
    return (first, singles.pop()) if len(singles) > 3 and subject.random.random() < 0.12 else (first,)


def _named(subject: Subject, leads: tuple[Body, ...]) -> str:
    return subject.random.choice((", ", " và ")).join(body.printed for body in leads)


def _under_head(subject: Subject, number: int, section: str, leads: tuple[Body, ...]) -> list[str]:
    random = subject.random
    head = random.choice(("{name}", "{name}:", "Đề nghị {name}:", "Đối với {name}:")).format(
        name=_named(subject, leads)
    )
    lettered = random.random() < 0.5
    marker = random.choice(("- ", "- ", "+ ", "• "))
    lines = [f"{number}. {head}"]
    for place in range(random.randint(2, 4)):
        order = subject.order(leads)
        own = f"{section}.{LETTERS[place]}" if lettered else section
        words = task(own, leads, "heading", order, f"{capital(order.words)}.")
        if not order.standing and random.random() < 0.1:
            words += " " + task(own, leads, "heading", Order(""), subject.report(leads))
        lines.append(f"{LETTERS[place]}) {words}" if lettered else f"{marker}{words}")
    return lines


def _on_the_line(subject: Subject, number: int, section: str, leads: tuple[Body, ...]) -> list[str]:
    order = subject.order(leads)
    words = f"{capital(order.words)}." if subject.random.random() < 0.6 else f"{order.words}."
    return [f"{number}. {_named(subject, leads)}: {task(section, leads, 'heading', order, words)}"]


def _whole_sentence(subject: Subject, number: int, section: str, leads: tuple[Body, ...]) -> list[str]:
    random = subject.random
    order = subject.order(leads)
    giving = random.choice(GIVING)
    name = _named(subject, leads)
    start = giving.format(name=name if giving.startswith("{") else inside(name))
    through = " chỉ đạo các đơn vị trực thuộc" if not order.partners and random.random() < 0.1 else ""
    must = f" Việc thực hiện phải {random.choice(MUST)}." if not order.standing and random.random() < 0.12 else ""
    sentence = task(section, leads, "explicit", order, f"{start}{through} {order.words}.{must}")
    if not order.standing and random.random() < 0.15:
        sentence += " " + task(section, leads, "context", Order(""), subject.report(leads))
    return [f"{number}. {sentence}"]


def _closing(subject: Subject) -> list[str]:
    random = subject.random
    lines = []
    group = subject.level.groups[0]
    if random.random() < 0.4:
        receiver = random.choice(subject.level.receivers)
        condition = random.choice(("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc", "Nếu phát sinh vướng mắc"))
        lines.append(
            f"⟦T Kết | explicit: Các đơn vị | occasional⟧⟦C⟧{condition}⟦/⟧, đề nghị các đơn vị ⟦P⟧phản ánh⟦/⟧ về "
            f"⟦S⟧{receiver}⟦/⟧ để được hướng dẫn⟦/⟧./."
        )
    elif random.random() < 0.5:
        lines.append(
            f"⟦T Kết | explicit: {group.name} | closing⟧Yêu cầu {inside(group.printed)} nghiêm túc thực hiện⟦/⟧./."
        )
    return lines
