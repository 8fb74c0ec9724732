"""Inputs of the conformance cases about one period: catalogue, tasks, criteria, leaders, splitting."""

from __future__ import annotations

from itertools import product

from tests.unit.appraisals.making import FULL, GENERAL, ND233, ND335, QD366, Case, case, head, sheet, task

OTHER = task("việc khác", "15")
KINDS = {"planned": "trong kế hoạch", "taken_over": "nhận thêm", "ad_hoc": "đột xuất"}
CATALOGUE = {
    "standard_points": "5",
    "products": [
        {"code": "BC", "group": "N3", "points": "60"},
        {"code": "TB", "group": "N3", "points": "65"},
        {"code": "MỚI", "group": "N2", "points": "40", "state": "pending"},
    ],
}


def sheet_cases() -> list[Case]:
    """All cases of the operations ``sheet``, ``catalogue`` and ``split`` that the second implementation answers."""
    return [
        *_deductions(),
        *_exemptions(),
        *_denominators(),
        *_caps_of_points(),
        *_products(),
        *_refused(),
        *_leaders(),
        *_deputies(),
        *_criteria(),
        *_rounding(),
        *_public_employees(),
        *_catalogues(),
        *_splits(),
        *_edges(),
    ]


def _deductions() -> list[Case]:
    singles = [
        case(f"{n} lần chưa đạt", ND335, "sheet", sheet([task("t1", "5", failures=n), OTHER]), "Điều 14 khoản 2 điểm b")
        for n in range(7)
    ] + [
        case(f"{n} lần chậm", ND335, "sheet", sheet([task("t1", "5", late=n), OTHER]), "Điều 14 khoản 2 điểm c")
        for n in range(1, 7)
    ]
    both = [
        case(
            f"{f} lần chưa đạt và {late} lần chậm",
            ND335,
            "sheet",
            sheet([task("t1", "7.5", failures=f, late=late), OTHER, task("t3", "2.5", done=False)]),
            "Điều 14 khoản 2; Điều 16 khoản 1",
        )
        for f, late in product((1, 2, 3), repeat=2)
    ]
    undone = case(
        "Việc chưa xong có lỗi: không được tính, không trừ thêm",
        ND335,
        "sheet",
        sheet([task("t1", "5", done=False, failures=3, late=2), OTHER]),
        "Điều 14 khoản 2",
    )
    return [*singles, *both, undone]


def _exemptions() -> list[Case]:
    return [
        case(
            f"{total} lần {word}, {exempt} lần do nguyên nhân khách quan, {'đã' if approver else 'chưa'} xác nhận",
            ND335,
            "sheet",
            sheet(
                [
                    task(
                        "t1",
                        "6",
                        **{name: total},
                        exempt={name: exempt, **({"approver": approver} if approver else {})},
                    ),
                    OTHER,
                ]
            ),
            f"Điều 14 khoản 2 điểm {point}",
        )
        for name, word, point in (("failures", "chưa đạt", "b"), ("late", "chậm", "c"))
        for total, exempt, approver in (
            (1, 1, "Chủ tịch"),
            (3, 1, "Chủ tịch"),
            (3, 3, "Chủ tịch"),
            (5, 1, "Chủ tịch"),
            (2, 2, ""),
        )
    ]


def _denominators() -> list[Case]:
    kinds = [
        case(
            f"Việc {word}, {'xong' if done else 'chưa xong'}{', đã trả lại' if back else ''}",
            ND335,
            "sheet",
            sheet([task("t1", "5", kind=kind, done=done, given_back=back), OTHER]),
            "Điều 18 khoản 1 điểm d",
        )
        for (kind, word), done, back in product(KINDS.items(), (True, False), (False, True))
    ]
    empty = [
        case(
            f"Không có việc trong kế hoạch; {word}; {setting}",
            ND335,
            "sheet",
            sheet(tasks),
            "Điều 14 khoản 1; Điều 18 khoản 1 điểm d",
            empty_plan=setting,
        )
        for setting in ("not_scored", "added_as_plan")
        for word, tasks in (
            ("việc đột xuất xong", [task("t1", "4", kind="ad_hoc"), task("t2", "6", kind="taken_over", late=1)]),
            ("việc đột xuất chưa xong", [task("t1", "4", kind="ad_hoc", done=False)]),
            ("không có việc nào", []),
        )
    ]
    return [*kinds, *empty]


def _caps_of_points() -> list[Case]:
    return [
        case(
            f"Thêm {added} đơn vị đột xuất, trần đặt ở {where}{', lãnh đạo' if leader else ''}",
            ND335,
            "sheet",
            sheet(
                [task("t1", "10", failures=2), task("t2", "10", late=3), task("t3", added, kind="ad_hoc")],
                leader=head(subordinates=[{"id": "cb1", "score": "40"}]) if leader else None,
            ),
            "Điều 12 khoản 3; Điều 16",
            points_cap=where,
        )
        for added, where, leader in product(("2", "10", "40"), ("points", "terms"), (False, True))
    ]


def _products() -> list[Case]:
    def given(done: bool) -> Case:
        return sheet(
            [
                {"id": "t1", "product": "BC", "kind": "planned", "done": True, "failures": 1},
                {"id": "t2", "product": "TB", "kind": "planned", "done": True},
                {"id": "t3", "product": "MỚI", "kind": "planned", "done": done},
            ],
            catalogue=CATALOGUE,
        )

    return [
        case(
            f"Sản phẩm chờ bổ sung vào danh mục, {'xong' if done else 'chưa xong'}: {setting}",
            ND335,
            "sheet",
            given(done),
            "Điều 13 khoản 3",
            pending_products=setting,
        )
        for setting, done in product(("provisional", "left_out"), (True, False))
    ]


def _refused() -> list[Case]:
    bad: list[tuple[str, list[Case]]] = [
        ("Sản phẩm không có trong danh mục", [{"id": "t1", "product": "XX", "kind": "planned", "done": True}]),
        ("Hai dòng cùng mã", [task("t1", "1"), task("t1", "2")]),
        ("Đơn vị quy đổi quá bốn số lẻ", [task("t1", "1.00001")]),
        ("Đơn vị quy đổi bằng 0", [task("t1", "0")]),
        ("Loại trừ nhiều hơn số lần chậm", [task("t1", "1", late=1, exempt={"late": 2, "approver": "Chủ tịch"})]),
        ("Số lần chưa đạt là số âm", [task("t1", "1", failures=-1)]),
    ]
    settings: list[tuple[str, str, Case]] = [
        ("Không được đổi mức trừ của nghị định", ND335, {"failure_deduction": "20"}),
        ("Không được đặt trọng số khác nghị định", ND335, {"weights": {"a": "2"}}),
        ("Thiết lập không có", ND335, {"không_có": "1"}),
        ("Giá trị thiết lập không có", ND335, {"points_cap": "nowhere"}),
        ("Mức trừ quá 100 %", ND233, {"late_deduction": "101"}),
        ("Trọng số bằng 0 hết", ND233, {"weights": {"a": "0", "b": "0", "c": "0"}}),
    ]
    return [
        *(case(title, ND335, "sheet", sheet(tasks), "Điều 13; Điều 14; Điều 18") for title, tasks in bad),
        *(
            case(title, rules, "sheet", sheet([OTHER], {"G": "25"} if rules == ND233 else GENERAL), "Điều 12", **given)
            for title, rules, given in settings
        ),
    ]


def _leaders() -> list[Case]:
    subordinates = [
        case(
            f"Cấp dưới thấp nhất {score or 'không có điểm'}, so điểm {'' if how == 'shown' else 'chưa '}làm tròn",
            ND335,
            "sheet",
            sheet([OTHER], leader=head(subordinates=[{"id": "cb1", "score": "80"}, {"id": "cb2", "score": score}])),
            "Điều 15 khoản 3 điểm a",
            threshold=how,
        )
        for score, how in product(("49.99", "49.995", "50", None), ("exact", "shown"))
    ]
    none = [
        case(
            f"Không có cấp dưới: {setting}",
            ND335,
            "sheet",
            sheet([task("t1", "5", failures=2), OTHER], leader=head(subordinates=[])),
            "Điều 15 khoản 3 điểm a; Điều 16 khoản 2",
            no_subordinates=setting,
        )
        for setting in ("full", "left_out")
    ]
    results = [
        case(
            f"Tổ chức triển khai: đủ {c}, sáng kiến {i}, trì trệ kéo dài {p}; giữa hai mức: {setting}",
            ND335,
            "sheet",
            sheet([OTHER], leader=head(results=[{"complete": c, "initiative": i, "prolonged": p}])),
            "Điều 15 khoản 3 điểm b",
            between_results=setting,
        )
        for c, i, p, setting in [
            (True, True, False, "half"),
            (True, False, False, "full"),
            (True, False, False, "half"),
            (False, True, False, "full"),
            (False, False, False, "half"),
            (True, True, True, "full"),
        ]
    ]
    return [*subordinates, *none, *results]


def _deputies() -> list[Case]:
    leader = {
        "role": "deputy",
        "subordinates": [
            {"id": "cb1", "score": "45", "field": "đất đai"},
            {"id": "cb2", "score": "88", "field": "văn hóa"},
        ],
        "results": [
            {"complete": True, "initiative": True, "prolonged": False, "field": "đất đai"},
            {"complete": False, "initiative": False, "prolonged": True, "field": "văn hóa"},
        ],
        "conflicts": [{"prolonged": True, "field": "xây dựng"}, {"prolonged": False, "field": "đất đai"}],
    }
    return [
        case(
            f"Cấp phó phụ trách {', '.join(fields) or 'không lĩnh vực nào'}",
            ND335,
            "sheet",
            sheet([task("t1", "4", late=1), OTHER], leader={**leader, "fields": fields}),
            "Điều 15 khoản 4; Điều 16 khoản 2",
        )
        for fields in ([], ["đất đai"], ["văn hóa"], ["xây dựng"], ["đất đai", "văn hóa"])
    ] + [
        case(
            "Cũng những việc ấy với người đứng đầu: xét mọi lĩnh vực",
            ND335,
            "sheet",
            sheet([task("t1", "4", late=1), OTHER], leader={**leader, "role": "head"}),
            "Điều 15 khoản 3; Điều 16 khoản 2",
        )
    ]


def _criteria() -> list[Case]:
    split = {code: points for code, points in FULL.items() if code != "II.1"}
    leaves = {**split, "II.1.a": "1", "II.1.b": "1", "II.1.c": "0.5"}
    without = {code: points for code, points in GENERAL.items() if code != "II.1"}
    given: list[tuple[str, dict[str, str], Case]] = [
        ("Điểm tối đa mọi tiêu chí", dict(FULL), {}),
        ("Không điểm nào", dict.fromkeys(FULL, "0"), {}),
        ("Thiếu một tiêu chí", without, {}),
        ("Thừa một tiêu chí", {**GENERAL, "IV": "1"}, {}),
        ("Điểm âm", {**GENERAL, "II.1": "-0.5"}, {}),
        ("Chia nhỏ tiêu chí II.1", {**leaves, "II.1.c": "0.25"}, {"criteria": leaves}),
        ("Chia nhỏ nhưng không đủ điểm của II.1", leaves, {"criteria": {**leaves, "II.1.a": "0.5"}}),
    ]
    return [
        case(title, ND335, "sheet", sheet([OTHER], general), "Điều 12 khoản 2; Phụ lục I", **settings)
        for title, general, settings in given
    ]


def _rounding() -> list[Case]:
    return [
        case(
            f"Làm tròn nửa lên: xong {done} trên 2000 đơn vị",
            ND335,
            "sheet",
            sheet([task("t1", str(done)), task("t2", str(2000 - done), done=False)]),
            "Điều 17 khoản 1",
        )
        for done in (1999, 1997, 1993, 1787)
    ] + [
        case(
            "Một phần ba không viết hết được",
            ND335,
            "sheet",
            sheet([task("t1", "1"), task("t2", "2", done=False)]),
            "Điều 16 khoản 1",
        ),
        case(
            "Hệ số có bốn số lẻ",
            ND335,
            "sheet",
            sheet([task("t1", "0.3333", failures=1), task("t2", "1.6667", late=1), task("t3", "0.0001", done=False)]),
            "Điều 13 khoản 1 điểm c",
        ),
    ]


def _public_employees() -> list[Case]:
    tasks = [task("t1", "6", failures=2), task("t2", "9", late=1), task("t3", "5", done=False)]
    groups = {"1": "12", "2": "10", "3": "8"}
    regulations: list[tuple[str, Case]] = [
        ("Không nói khác: như công chức", {}),
        ("Trừ 10 % mỗi lần chưa đạt", {"failure_deduction": "10"}),
        ("Trừ 50 % mỗi lần chậm", {"late_deduction": "50"}),
        ("Một lần chưa đạt là hết điểm chất lượng", {"failure_deduction": "100"}),
        ("Số lượng nặng gấp đôi", {"weights": {"a": "2"}}),
        ("Trọng số 40, 40, 20", {"weights": {"a": "40", "b": "40", "c": "20"}}),
    ]
    plain = [
        case(
            f"Quy chế: {title}", ND233, "sheet", sheet(tasks, {"G": "26"}), "Điều 11 khoản 2; Điều 12 khoản 5", **given
        )
        for title, given in regulations
    ]
    return [
        *plain,
        case(
            "Viên chức quản lý, đơn vị nặng gấp đôi",
            ND233,
            "sheet",
            sheet(tasks, {"G": "26"}, leader=head(subordinates=[{"id": "vc1", "score": "48"}])),
            "Điều 11 khoản 3; Điều 12 khoản 5",
            weights={"d": "2"},
        ),
        case(
            "Khung điểm chung của đơn vị 12, 10, 8",
            ND233,
            "sheet",
            sheet(tasks, {"1": "11.5", "2": "10", "3": "6"}),
            "Điều 10; Điều 12 khoản 5",
            criteria=groups,
        ),
        case(
            "Khung điểm chung không đủ 30",
            ND233,
            "sheet",
            sheet(tasks, {"1": "11.5", "2": "10", "3": "6"}),
            "Điều 10",
            criteria={**groups, "3": "7"},
        ),
        case("Cán bộ theo quý", QD366, "sheet", sheet(tasks, {"G": "28"}), "Điều 11"),
        case("Cán bộ lãnh đạo theo quý", QD366, "sheet", sheet(tasks, {"G": "28"}, leader=head()), "Điều 11"),
    ]


def _catalogues() -> list[Case]:
    frames = {"N1": ["1", "10"], "N2": ["11", "50"]}
    given: list[tuple[str, Case]] = [
        ("Năm nhóm", {"products": [{"code": f"s{i}", "group": f"N{i}", "units": "1.5"} for i in range(5)]}),
        ("Trùng mã", {"products": [{"code": "a", "group": "N1", "units": "1"}] * 2}),
        ("Có mục chờ quyết định", CATALOGUE),
        ("Thiếu sản phẩm chuẩn", {"products": [{"code": "a", "group": "N1", "points": "5"}]}),
        (
            "Điểm ngoài khung của nhóm",
            {"standard_points": "5", "frames": frames, "products": [{"code": "a", "group": "N1", "points": "11"}]},
        ),
        (
            "Điểm ở mép khung",
            {
                "standard_points": "5",
                "frames": frames,
                "products": [
                    {"code": "a", "group": "N1", "points": "10"},
                    {"code": "b", "group": "N2", "points": "11"},
                ],
            },
        ),
        (
            "Điểm không chia hết cho chuẩn",
            {"standard_points": "3", "products": [{"code": "a", "group": "N1", "points": "10"}]},
        ),
        ("Chuẩn 8 điểm", {"standard_points": "8", "products": [{"code": "a", "group": "N1", "points": "5"}]}),
        ("Đơn vị âm", {"products": [{"code": "a", "group": "N1", "units": "-1"}]}),
        (
            "Sản phẩm chuẩn 0 điểm",
            {"standard_points": "0", "products": [{"code": "a", "group": "N1", "points": "5"}]},
        ),
    ]
    return [case(title, ND335, "catalogue", one, "Điều 13 khoản 1; Điều 13 khoản 3") for title, one in given]


def _splits() -> list[Case]:
    def part(id_: str, units: str, **more: int | bool) -> Case:
        return {"id": id_, "units": units, "done": True, **more}

    given: list[tuple[str, list[Case]]] = [
        ("Một phần là cả việc", [part("p1", "8", failures=1, late=2)]),
        ("Hai phần cùng lỗi cùng chậm", [part("p1", "3", failures=2, late=1), part("p2", "5", failures=2, late=1)]),
        ("Chỉ một phần chậm", [part("p1", "3", late=1), part("p2", "5")]),
        ("Một phần chưa xong", [part("p1", "3"), part("p2", "5", done=False)]),
        ("Không phần nào xong", [part("p1", "3", done=False), part("p2", "5", done=False)]),
        ("Lỗi một phần, chậm phần kia", [part("p1", "2", failures=1), part("p2", "2", late=1)]),
        ("Quá bốn lần ở một phần nhỏ", [part("p1", "0.5", failures=5), part("p2", "9.5")]),
        ("Hai phần đều quá bốn lần", [part("p1", "4", failures=4), part("p2", "6", failures=7)]),
        ("Không có phần nào", []),
    ]
    return [case(title, ND335, "split", {"parts": parts}, "Điều 18 khoản 1 điểm c") for title, parts in given]


def _edges() -> list[Case]:
    done, helped = (
        {"complete": True, "initiative": False, "prolonged": False},
        {"complete": False, "initiative": True, "prolonged": False},
    )
    results = [
        ("đủ cả, một nơi có sáng kiến", [done, {**done, "initiative": True}]),
        ("một nơi chưa đủ, nơi ấy có sáng kiến", [done, helped]),
    ]
    settings: list[tuple[str, Case]] = [
        ("Không trừ khi chậm", {"late_deduction": "0"}),
        ("Chậm là hết điểm tiến độ", {"late_deduction": "100"}),
        ("Mức trừ âm", {"late_deduction": "-1"}),
        ("Mức trừ lẻ", {"failure_deduction": "12.5"}),
        ("Trọng số âm", {"weights": {"a": "2", "b": "-1"}}),
        ("Trọng số của tỷ lệ không có", {"weights": {"x": "1"}}),
        ("Một tỷ lệ không tính", {"weights": {"c": "0"}}),
    ]
    tasks = [task("t1", "5", failures=1, late=1), OTHER]
    others = [{"id": "cb1", "score": "45", "field": "văn hóa"}]
    return [
        *(
            case(
                f"Tổ chức triển khai ở hai nơi: {title}",
                ND335,
                "sheet",
                sheet(tasks, leader=head(results=two)),
                "Điều 15 khoản 3 điểm b",
                between_results="half",
            )
            for title, two in results
        ),
        case(
            "Cấp phó chỉ có cấp dưới ngoài lĩnh vực, bỏ tỷ lệ d",
            ND335,
            "sheet",
            sheet(tasks, leader=head(role="deputy", fields=["đất đai"], subordinates=others)),
            "Điều 15 khoản 4",
            no_subordinates="left_out",
        ),
        *(
            case(f"Quy chế: {title}", ND233, "sheet", sheet(tasks, {"G": "26"}), "Điều 12 khoản 5", **given)
            for title, given in settings
        ),
        case(
            "Một dòng hai mươi sản phẩm như nhau",
            ND335,
            "sheet",
            sheet([task("t1", "0.2", quantity=20, late=1), task("t2", "6")]),
            "Điều 14; Điều 18 khoản 1 điểm c",
        ),
        case("Một dòng không có sản phẩm", ND335, "sheet", sheet([task("t1", "2", quantity=0)]), "Điều 14"),
    ]
