"""Inputs of the conformance cases about years, rule sets, levels and the cap."""

from __future__ import annotations

from itertools import product
from typing import Any

from tests.unit.appraisals.making import ND233, ND335, QD366, Case, case, months, people, person

DONE = {"done": "100", "on_time": "100", "late": "0", "beyond": "30", "defects_fixed": True}
UNIT = {"done": "100", "on_time_and_good": "100", "late": "0", "beyond": "30", "defects_fixed": True}
LEVELS = ("XS", "TOT", "HT", "KHT")


def level_cases() -> list[Case]:
    """All cases of the other operations that the second implementation answers."""
    return [
        *_years(),
        *_moved(),
        *_refused_years(),
        *_edges_of_years(),
        *_choices(),
        *_scores(),
        *_heads(),
        *_findings(),
        *_disciplines(),
        *_short_years(),
        *_cadres(),
        *_decisions(),
        *_organisations(),
        *_caps(),
        *_grouped_caps(),
        *_shares(),
    ]


def _year(title: str, given: Case, articles: str, rules: str = ND335, **settings: Any) -> Case:
    return case(title, rules, "year", given, articles, **settings)


def _years() -> list[Case]:
    eleven = months(["88", "91.5", "77.25", "90", "85", "92", "91", "94", "89.5", "90", "92.5"])
    december = {"period": 12, "state": "provisional", "score": "60"}
    provisional = {"periods": [*eleven["periods"], december]}
    quarters = [{"period": i, "state": "worked", "score": s} for i, s in enumerate(("91", "88.5", "79", "93"), 1)]
    thirds = months([None, None, "80", "81", "83", None, None, "90", "90", "91", None, "70"])
    only = {"periods": [{"period": 12, "state": "provisional", "score": "80"}], "months_worked": "12"}
    return [
        *(
            _year(f"Tháng 12 tạm tính: {how}", provisional, "Điều 17 khoản 3; Điều 19 khoản 2", provisional=how)
            for how in ("counted", "left_out")
        ),
        *(
            _year(f"Chỉ có một tháng tạm tính: {how}", only, "Điều 17 khoản 3", provisional=how)
            for how in ("counted", "left_out")
        ),
        _year("Thiếu tháng 12", eleven, "Điều 17 khoản 3; Điều 19 khoản 2"),
        _year("Nghỉ nhiều quãng", thirds, "Điều 11 khoản 2; Điều 17 khoản 3"),
        _year("Không làm tháng nào", months([None] * 12), "Điều 11 khoản 1"),
        _year("Sáu tháng đúng", months(["70"] * 6 + [None] * 6), "Điều 11 khoản 1"),
        _year("Điểm là phân số", months(["275/3", "293/3", "90"] + [None] * 9), "Điều 17 khoản 3"),
        _year("Theo quý", {"periods": quarters, "months_worked": "12"}, "Điều 17 khoản 3", period="quarter"),
        _year(
            "Theo quý, nghỉ quý III",
            {"periods": [*quarters[:2], {"period": 3, "state": "absent"}, quarters[3]], "months_worked": "9"},
            "Điều 17 khoản 3; Điều 11 khoản 2",
            period="quarter",
        ),
        _year(
            "Viên chức theo quý",
            {"periods": quarters, "months_worked": "5.99"},
            "Điều 12 khoản 5",
            ND233,
            period="quarter",
        ),
        _year("Viên chức theo tháng", months(["75"] * 4 + ["80"] * 8), "Điều 12 khoản 5", ND233),
        _year("Cán bộ: bốn quý", {"periods": quarters, "months_worked": "12"}, "Điều 15", QD366),
        _year("Cán bộ: mới hai quý", {"periods": quarters[:2], "months_worked": "6"}, "Điều 15", QD366),
        *(
            _year(
                f"Làm việc {worked} tháng",
                {**months(["80"] * 7 + [None] * 5), "months_worked": worked},
                "Điều 11 khoản 1",
            )
            for worked in ("5.99", "6", "6.5")
        ),
    ]


def _moved() -> list[Case]:
    stays = {
        "hai nơi": [("A", 11, "92"), ("B", 20, "71")],
        "hai nơi bằng ngày": [("A", 15, "92"), ("B", 15, "71")],
        "ba nơi": [("A", 7, "60"), ("B", 9, "85.5"), ("C", 15, "90")],
    }
    return [
        _year(
            f"Trong tháng làm ở {word}: {how}",
            {
                "periods": [
                    {
                        "period": 3,
                        "state": "worked",
                        "pieces": [{"unit": unit, "days": days, "score": score} for unit, days, score in pieces],
                    }
                ]
            },
            "Điều 19 khoản 1",
            moved=how,
        )
        for (word, pieces), how in product(stays.items(), ("by_days", "mean", "longest"))
    ]


def _refused_years() -> list[Case]:
    def one(**period: Any) -> Case:
        return {"periods": [{"period": 1, "state": "worked", "score": "80", **period}]}

    bad: list[tuple[str, Case, Case]] = [
        ("Tháng 13", one(period=13), {}),
        ("Quý 5", {**one(period=5), "months_worked": "12"}, {"period": "quarter"}),
        ("Một tháng hai lần", {"periods": one()["periods"] * 2}, {}),
        ("Có làm việc mà không có điểm", one(score=None), {}),
        ("Điểm quá 100", one(score="100.01"), {}),
        ("Điểm âm", one(score="-1"), {}),
        ("Số ngày bằng 0", one(pieces=[{"unit": "A", "days": 0, "score": "80"}]), {}),
        ("Theo quý mà không cho số tháng làm việc", one(), {"period": "quarter"}),
    ]
    return [_year(title, given, "Điều 17 khoản 3", **settings) for title, given, settings in bad]


def _edges_of_years() -> list[Case]:
    def stays(*pieces: tuple[int, str]) -> Case:
        made = [{"unit": f"U{i}", "days": days, "score": score} for i, (days, score) in enumerate(pieces)]
        return {"periods": [{"period": 2, "state": "worked", "pieces": made}]}

    given: list[tuple[str, Case]] = [
        ("Một ngày ở nơi cũ", stays((1, "0"), (27, "100"))),
        ("Một nơi 0 ngày", stays((0, "50"), (28, "80"))),
        ("Điểm ở một nơi quá 100", stays((10, "80"), (18, "101"))),
        ("Điểm ở một nơi âm", stays((10, "-0.5"), (18, "80"))),
        ("Điểm 0 và điểm 100", months(["0", "100"] * 6)),
        ("Không ở đâu", stays()),
    ]
    return [_year(title, one, "Điều 17 khoản 3; Điều 19 khoản 1") for title, one in given]


def _choices() -> list[Case]:
    given = [
        ("civil_servant", "2025-12-31", False),
        ("civil_servant", "2026-01-01", False),
        ("organisation", "2026-12-15", False),
        ("cadre", "2025-08-29", False),
        ("cadre", "2025-08-30", False),
        ("public_employee", "2026-06-30", True),
        ("public_employee", "2026-07-01", True),
        ("public_employee", "2026-12-31", False),
        ("public_employee", "2027-01-01", False),
        ("public_unit", "2026-12-31", True),
    ]
    rules = {"cadre": QD366, "public_employee": ND233, "public_unit": ND233}
    articles = {QD366: "ban hành ngày 30/8/2025", ND233: "Điều 19 khoản 1; Điều 20 khoản 1", ND335: "Điều 27 khoản 1"}
    return [
        case(
            f"{subject} ngày {day}, {'có' if own else 'chưa có'} quy chế",
            rules.get(subject, ND335),
            "choose",
            {"subject": subject, "date": day, "unit_has_regulation": own},
            articles[rules.get(subject, ND335)],
        )
        for subject, day, own in given
    ]


def _scores() -> list[Case]:
    articles = {ND335: "Điều 20 khoản 1", ND233: "Điều 12 khoản 1", QD366: "Điều 11"}
    edges = ("100", "90", "89.995", "89.994", "69.995", "49.995", "49.99", "0")
    plain = [
        case(
            f"{score.replace('.', ',')} điểm, so {'điểm làm tròn' if how == 'shown' else 'điểm chưa làm tròn'}",
            rules,
            "rating",
            person(score, work=DONE) if rules == QD366 else person(score),
            articles[rules],
            threshold=how,
        )
        for rules, score, how in product((ND335,), edges, ("exact", "shown"))
    ] + [
        case(f"{score} điểm", rules, "rating", person(score, work=DONE), articles[rules])
        for rules, score in product((ND233, QD366), ("90", "89.99", "70", "50", "49.99"))
    ]
    return [*plain, case("Điểm quá 100", ND335, "rating", person("100.5"), "Điều 17 khoản 1")]


def _heads() -> list[Case]:
    grid = [
        case(
            f"Người đứng đầu {score} điểm, đơn vị {unit or 'chưa xếp loại'}",
            ND335,
            "rating",
            person(score, leader=True, head=True, unit_level=unit),
            "Điều 20 khoản 6",
        )
        for score, unit in product(("95", "75", "40"), (*LEVELS, None))
    ]
    return [
        *grid,
        case(
            "Viên chức đứng đầu, đơn vị hoàn thành",
            ND233,
            "rating",
            person("95", leader=True, head=True, unit_level="HT"),
            "Điều 12 khoản 7",
        ),
        case(
            "Cấp phó không bị giới hạn theo đơn vị",
            ND335,
            "rating",
            person("95", leader=True, unit_level="HT"),
            "Điều 20 khoản 6",
        ),
    ]


def _findings() -> list[Case]:
    kinds = ("degradation", "forbidden_acts", "example", "unit_corruption")
    grid = [
        case(
            f"Kết luận {kind}, {'lãnh đạo' if leader else 'không giữ chức vụ'}",
            rules,
            "rating",
            person("92", leader=leader, findings=[{"kind": kind}]),
            "Điều 20 khoản 4" if rules == ND335 else "Điều 12 khoản 4",
        )
        for rules, kind, leader in [*product((ND335,), kinds, (True, False)), (ND233, "unit_corruption", True)]
    ]
    own = person("92", leader=True, findings=[{"kind": "unit_corruption", "self_reported": True}])
    head = {**own, "head": True, "unit_level": "TOT"}
    return [
        *grid,
        case("Tự phát hiện, báo cáo, khắc phục xong", ND233, "rating", own, "Điều 12 khoản 4 điểm d"),
        case("Tự phát hiện, người đứng đầu", ND233, "rating", head, "Điều 12 khoản 4 điểm d; Điều 12 khoản 7"),
        case("Tự phát hiện, nhưng là công chức", ND335, "rating", own, "Điều 20 khoản 4 điểm d"),
        case(
            "Tự phát hiện, nhưng còn bị kỷ luật",
            ND233,
            "rating",
            {**own, "disciplines": [{"act": "h1", "year": 2026, "by": "party", "ground": "duty"}]},
            "Điều 12 khoản 4",
        ),
        case("Nhiều kết luận", ND335, "rating", person("45", findings=[{"kind": k} for k in kinds]), "Điều 20 khoản 4"),
        case(
            "Kết luận không có trong luật",
            ND335,
            "rating",
            person("92", findings=[{"kind": "khác"}]),
            "Điều 20 khoản 4",
        ),
    ]


def _disciplines() -> list[Case]:
    def act(**more: Any) -> Case:
        return {"act": "h1", "year": 2026, "by": "state", "ground": "duty", **more}

    used = [{"act": "h1", "year": 2025}]
    given: list[tuple[str, list[Case], list[Case]]] = [
        ("do suy thoái", [act(ground="degradation", by="party")], []),
        ("không liên quan công vụ", [act(ground="other")], []),
        ("năm trước", [act(year=2025)], []),
        ("Đảng và chính quyền cùng một hành vi, cùng năm", [act(by="party"), act()], []),
        ("Đảng năm trước, chính quyền năm nay, đã tính năm trước", [act(by="party", year=2025), act()], used),
        ("Đảng năm trước, chính quyền năm nay, chưa tính", [act(by="party", year=2025), act()], []),
        ("hành vi khác đã tính năm trước", [act(act="h2")], used),
        ("hành vi đã ghi là tính cho chính năm nay", [act()], [{"act": "h1", "year": 2026}]),
        ("vi phạm ở tổ chức cũ, xử lý ở tổ chức mới", [act(old_organisation=True)], []),
        ("hai hành vi, một đã tính", [act(), act(act="h2")], used),
    ]
    return [
        case(
            f"Kỷ luật {title}",
            rules,
            "rating",
            person("88", disciplines=disciplines, used_acts=used_acts),
            "Điều 20 khoản 4 điểm c; Điều 11 khoản 3" if rules == ND335 else "Điều 12 khoản 4 điểm c; Điều 14 khoản 3",
        )
        for rules, (title, disciplines, used_acts) in [
            *product((ND335,), given),
            *product((ND233,), given[:4]),
        ]
    ]


def _short_years() -> list[Case]:
    return [
        case(
            f"{worked} tháng làm việc, {leave or 'không nghỉ'}",
            rules,
            "rating",
            person("82", months_worked=worked, leave=leave),
            "Điều 11 khoản 1; Điều 11 khoản 2" if rules == ND335 else "Điều 14 khoản 1; Điều 14 khoản 2",
        )
        for rules, worked, leave in [
            *product((ND335,), ("5.99", "6"), (None, "unpaid", "sick", "maternity")),
            (ND233, "3", "sick"),
            (ND233, "3", None),
        ]
    ] + [
        case(
            "Chưa đủ sáu tháng thì kỷ luật cũng không xếp loại",
            ND335,
            "rating",
            person("82", months_worked="4", disciplines=[{"act": "h1", "year": 2026, "by": "state", "ground": "duty"}]),
            "Điều 11 khoản 1",
        )
    ]


def _cadres() -> list[Case]:
    def cadre(score: str, *, leader: bool = False, work: Case | None = None, **more: Any) -> Case:
        return {"year": 2026, "score": score, "leader": leader, "work": {**DONE, **(work or {})}, **more}

    targets = ["tăng trưởng", "thu ngân sách", "giải ngân", "thu nhập", "giảm nghèo"]
    discipline = {"act": "h1", "year": 2026, "by": "party", "ground": "other"}
    given: list[tuple[str, Case, Case]] = [
        ("chưa xong hết", cadre("95", work={"done": "99.9"}), {}),
        ("chưa khắc phục khuyết điểm", cadre("95", work={"defects_fixed": False}), {}),
        ("95 điểm, trễ 10 %", cadre("95", work={"beyond": "10", "on_time": "90", "late": "10"}), {}),
        ("80 điểm, trễ 20 %", cadre("80", work={"on_time": "80", "late": "20"}), {}),
        ("80 điểm, trễ 21 %", cadre("80", work={"on_time": "79", "late": "21"}), {}),
        ("60 điểm, trễ 30 %", cadre("60", work={"on_time": "70", "late": "30"}), {}),
        (
            "cấp có thẩm quyền quyết định",
            cadre("80", work={"on_time": "80", "late": "20"}),
            {"failed_conditions": "authority"},
        ),
        ("quá nửa việc không xong", cadre("75", work={"done": "49.9"}), {}),
        ("đúng nửa việc không xong", cadre("75", work={"done": "50"}), {}),
        ("lãnh đạo, quá nửa việc không xong", cadre("75", leader=True, work={"done": "49.9"}), {}),
        ("lãnh đạo, đơn vị xong 69,9 %", cadre("75", leader=True, unit={"done": "69.9"}), {}),
        ("lãnh đạo, đơn vị xong 70 %", cadre("75", leader=True, unit={"done": "70"}), {}),
        ("lãnh đạo, hỏng cả năm chỉ tiêu", cadre("75", leader=True, unit={"targets_failed": targets}), {}),
        ("lãnh đạo, hỏng bốn chỉ tiêu", cadre("75", leader=True, unit={"targets_failed": targets[:4]}), {}),
        (
            "lãnh đạo, hỏng một chỉ tiêu",
            cadre("75", leader=True, unit={"targets_failed": targets[:1]}),
            {"targets": "any"},
        ),
        ("lãnh đạo, đúng nửa đơn vị hỏng", cadre("75", leader=True, unit={"sub_units_failed": "50"}), {}),
        ("lãnh đạo, quá nửa đơn vị hỏng", cadre("75", leader=True, unit={"sub_units_failed": "50.1"}), {}),
        ("lãnh đạo, quá nửa phiếu thấp", cadre("75", leader=True, unit={"low_confidence": "51"}), {}),
        ("lãnh đạo, tham nhũng trong đơn vị", cadre("95", leader=True, findings=[{"kind": "unit_corruption"}]), {}),
        ("không giữ chức vụ, tham nhũng trong đơn vị", cadre("95", findings=[{"kind": "unit_corruption"}]), {}),
        ("suy thoái", cadre("95", findings=[{"kind": "degradation"}]), {}),
        ("kỷ luật trong năm", cadre("95", disciplines=[discipline]), {}),
        ("kỷ luật năm trước", cadre("95", disciplines=[{**discipline, "year": 2025}]), {}),
    ]
    late = {"beyond": "40", "on_time": "95", "late": "5"}
    given += [
        ("95 điểm, trễ 5 %, không giữ chức vụ", cadre("95", work=late), {}),
        ("95 điểm, trễ 5 %, lãnh đạo", cadre("95", leader=True, work=late), {}),
        ("lãnh đạo, đúng nửa phiếu thấp", cadre("75", leader=True, unit={"low_confidence": "50"}), {}),
    ]
    return [case(f"Cán bộ: {title}", QD366, "rating", one, "Điều 11", **settings) for title, one, settings in given]


def _decisions() -> list[Case]:
    given: list[tuple[str, str | None, str | None, str, str]] = [
        ("như đề xuất", "TOT", "TOT", "TOT", ""),
        ("thấp hơn đề xuất, có lý do", "XS", "XS", "TOT", "Hết chỗ theo tỷ lệ."),
        ("thấp hơn đề xuất, không lý do", "XS", "XS", "TOT", ""),
        ("lý do chỉ có dấu cách", "XS", "XS", "TOT", "  "),
        ("cao hơn mức cao nhất được phép", "TOT", "TOT", "XS", "Rất cố gắng."),
        ("bị buộc không hoàn thành", "KHT", "KHT", "HT", "Đã khắc phục."),
        ("không có đề xuất, người có thẩm quyền quyết định", "HT", None, "HT", "Đã cân nhắc nguyên nhân."),
        ("không có đề xuất, không lý do", "HT", None, "HT", ""),
        ("không thuộc diện xếp loại", None, None, "HT", "Theo đề nghị."),
    ]
    return [
        case(
            f"Quyết định: {title}",
            ND335,
            "decision",
            {
                "rated": highest is not None,
                "highest": highest,
                "proposed": proposed,
                "decided": decided,
                "reason": reason,
            },
            "Điều 20; Điều 21",
        )
        for title, highest, proposed, decided, reason in given
    ]


def _organisations() -> list[Case]:
    def unit(score: str, work: Case | None = None, **more: Any) -> Case:
        return {"score": score, "work": {**UNIT, **(work or {})}, **more}

    given: list[tuple[str, Case]] = [
        ("đủ điều kiện xuất sắc", unit("90")),
        ("mới 29,9 % vượt mức", unit("97", {"beyond": "29.9"})),
        ("còn khuyết điểm chưa khắc phục", unit("97", {"defects_fixed": False})),
        ("có đơn vị trực thuộc không hoàn thành", unit("97", sub_unit_failed=True)),
        ("95 điểm, 10 % chậm", unit("95", {"on_time_and_good": "90", "late": "10"})),
        ("80 điểm đủ điều kiện", unit("80")),
        ("80 điểm, 20 % chậm", unit("80", {"on_time_and_good": "80", "late": "20"})),
        ("80 điểm, 21 % chậm", unit("80", {"on_time_and_good": "79", "late": "21"})),
        ("60 điểm đủ điều kiện", unit("60", {"on_time_and_good": "85", "late": "15"})),
        ("60 điểm, chưa xong hết", unit("60", {"done": "95", "on_time_and_good": "85", "late": "10"})),
        ("dưới 50", unit("49.99")),
        ("sai phạm công tác cán bộ", unit("95", personnel_violation=True)),
        ("xong 69,9 % nhiệm vụ", unit("75", {"done": "69.9", "on_time_and_good": "60"})),
        ("xong 70 % nhiệm vụ", unit("75", {"done": "70", "on_time_and_good": "60", "late": "10"})),
        ("xong 60 % vì bất khả kháng", unit("75", {"done": "60", "on_time_and_good": "60"}, force_majeure=True)),
        ("bất khả kháng nhưng dưới 50 điểm", unit("45", {"done": "60"}, force_majeure=True)),
    ]
    state = [case(f"Tổ chức: {title}", ND335, "organisation", one, "Điều 8") for title, one in given]
    public = [case(f"Đơn vị sự nghiệp: {title}", ND233, "organisation", one, "Điều 7") for title, one in given[:9]]
    fixed = case(
        "Khoản 5 Điều 7 không đổi được",
        ND233,
        "organisation",
        unit("95"),
        "Điều 7 khoản 5",
        failed_conditions="lower_level",
    )
    asked = case(
        "Tổ chức: để cấp có thẩm quyền quyết định",
        ND335,
        "organisation",
        unit("97", sub_unit_failed=True),
        "Điều 8",
        failed_conditions="authority",
    )
    return [*state, *public, fixed, asked]


def _cap(title: str, given: Case, articles: str = "Điều 20 khoản 5", rules: str = ND335, **settings: Any) -> Case:
    return case(title, rules, "cap", given, articles, **settings)


def _caps() -> list[Case]:
    sizes = [
        _cap(f"{n} người đủ điểm xuất sắc", {"people": people(n)}, cap_base=base)
        for n, base in product((1, 6, 17, 18), ("good_only", "good_or_better"))
    ]
    mixed = [*people(3), *people(20, "TOT", start=4, top=8900), *people(5, "HT", start=24, top=6900)]
    return [
        *sizes,
        _cap("Người hoàn thành không vào mẫu số", {"people": mixed}),
        _cap("Nhóm nhỏ được ít nhất một", {"people": people(4)}, small_groups="at_least_one"),
        _cap("Nhóm nhỏ không ai đủ mức tốt", {"people": people(4, "HT")}, small_groups="at_least_one"),
        _cap("Không có ai", {"people": []}),
        _cap("Trùng người", {"people": people(1) * 2}),
        _cap("Viên chức", {"people": people(12)}, "Điều 12 khoản 6", ND233),
        _cap("Cán bộ", {"people": people(12)}, "Điều 11", QD366),
        _cap("Năm đơn vị sự nghiệp", {"people": people(5), "of": "organisations"}, "Điều 7 khoản 7", ND233),
        _cap("Mười hai xã", {"people": people(12), "of": "organisations"}, "Điều 8 khoản 5"),
    ]


def _grouped_caps() -> list[Case]:
    strong, weak = people(6, group="chuyên môn"), people(6, "TOT", group="phục vụ", start=7, top=8900)
    two = [*people(12, group="chuyên môn"), *people(12, group="phục vụ", start=13)]
    equal = [{"id": f"p{i:02}", "level": "XS", "score": "93"} for i in range(1, 7)]
    tie_in_group = [
        *({"id": f"a{i}", "level": "XS", "score": "95", "group": "một"} for i in range(6)),
        *({"id": f"b{i}", "level": "XS", "score": "95", "group": "hai"} for i in range(6)),
    ]
    articles = "Điều 20 khoản 5 điểm a"
    return [
        _cap("Trần của nhóm chặt hơn trần của đơn vị", {"people": [*strong, *weak]}, articles),
        _cap("Hai nhóm, trần chung bốn", {"people": two}, articles),
        _cap("Có người ngoài nhóm", {"people": [*people(6, group="chuyên môn"), *people(6, start=7)]}, articles),
        _cap("Sáu người bằng điểm, một chỗ", {"people": equal}, articles),
        _cap("Bằng điểm ở hai nhóm", {"people": tie_in_group}, articles),
        _cap("Bằng điểm, lấy cả", {"people": [*equal, *people(30, "TOT", start=7, top=8900)]}, articles),
    ]


def _shares() -> list[Case]:
    thirty = people(30)
    given: list[tuple[str, str, Case]] = [
        ("22,5 %, đơn vị nổi trội", ND335, {"outstanding": True, "decided_share": "22.5"}),
        ("25 %, đơn vị không nổi trội", ND335, {"decided_share": "25"}),
        ("26 %", ND335, {"outstanding": True, "decided_share": "26"}),
        ("15 %", ND335, {"outstanding": True, "decided_share": "15"}),
        ("25 %, đơn vị được công nhận xuất sắc", ND233, {"unit_level": "XS", "decided_share": "25"}),
        ("25 %, đơn vị mới hoàn thành tốt", ND233, {"unit_level": "TOT", "outstanding": True, "decided_share": "25"}),
        ("25 % cho cán bộ", QD366, {"outstanding": True, "decided_share": "25"}),
    ]
    articles = {ND335: "Điều 20 khoản 5 điểm b", ND233: "Điều 12 khoản 6 điểm b", QD366: "Điều 11"}
    return [_cap(f"Tỷ lệ {title}", {"people": thirty, **more}, articles[rules], rules) for title, rules, more in given]
