"""Cases worked by hand: the expected figures were typed, with the working that leads to them, and never computed."""

from __future__ import annotations

from typing import Any

from tests.unit.appraisals.making import (
    FULL,
    GENERAL,
    ND233,
    ND335,
    QD366,
    Case,
    case,
    head,
    months,
    people,
    person,
    sheet,
    task,
)

MONTH = [
    task("báo cáo định kỳ", "12", failures=1),
    task("kế hoạch", "14", late=1),
    task("thông báo kết luận", "13"),
    task("hồ sơ QL.02", "9"),
    task("việc đã báo không làm được", "2", done=False, given_back=True),
]
LEADER = [task("t1", "12", failures=1), task("t2", "20", late=1), task("t3", "63"), task("t4", "5", done=False)]
GENERAL_28 = {**FULL, "III.1": "0.5"}
YEAR = ["91.67", "88", "90.5", "93", "85", "92", "91", "94", "89.5", "90", "92.5", "93"]
WEAK = [{"id": "cb1", "score": "82"}, {"id": "cb2", "score": "49.99"}]


def _by_hand(made: Case, working: str, **expected: Any) -> Case:
    return {**made, "expected": expected, "by": "hand", "working": working}


def _one(title: str, tasks: list[Case], articles: str, working: str, **expected: Any) -> Case:
    return _by_hand(case(title, ND335, "sheet", sheet(tasks), articles), working, **expected)


SHEETS = [
    _one(
        "Ví dụ một tháng: năm việc được giao, một việc báo không làm được",
        MONTH,
        "Điều 14 khoản 2; Điều 16 khoản 1; Điều 17 khoản 1",
        "A = 12+14+13+9+2 = 50; xong 48; chất lượng 48 - 12/4 = 45; tiến độ 48 - 14/4 = 44,5; "
        "a 96, b 90, c 89; K = 275/3; 275/3 x 0,7 = 64,1666...; + 27,5 = 91,6666...",
        assigned="50.0000",
        done="48.0000",
        quality="45.000000",
        progress="44.500000",
        a="96.000000",
        b="90.000000",
        c="89.000000",
        k="91.666667",
        results="64.166667",
        general="27.500000",
        score="91.666667",
        shown="91.67",
    ),
    _one(
        "Thêm một việc đột xuất làm tốt: ngoài mẫu số, trong tử số",
        [*MONTH, task("đột xuất", "3", kind="ad_hoc")],
        "Điều 18 khoản 1 điểm d; Điều 16 khoản 1",
        "A vẫn 50; a = 51/50 = 102, b = 48/50 = 96, c = 47,5/50 = 95; K = 293/3; x 0,7 = 68,3666...; + 27,5",
        assigned="50.0000",
        a="102.000000",
        b="96.000000",
        c="95.000000",
        k="97.666667",
        results="68.366667",
        score="95.866667",
        shown="95.87",
    ),
    _by_hand(
        case(
            "Người đứng đầu có một cấp dưới dưới 50 điểm",
            ND335,
            "sheet",
            sheet(LEADER, GENERAL_28, leader=head(subordinates=WEAK)),
            "Điều 15 khoản 3 điểm a; Điều 16 khoản 2",
        ),
        "a 95, b 95 - 3 = 92, c 95 - 5 = 90, d 50, đ 100, e 100: 527/6 = 87,8333...; x 0,7 = 61,48333; + 28",
        a="95.000000",
        b="92.000000",
        c="90.000000",
        d="50.000000",
        đ="100.000000",
        e="100.000000",
        k="87.833333",
        results="61.483333",
        score="89.483333",
        shown="89.48",
    ),
    _by_hand(
        case(
            "Cũng người ấy khi mọi cấp dưới từ 50 điểm",
            ND335,
            "sheet",
            sheet(LEADER, GENERAL_28, leader=head()),
            "Điều 15 khoản 3 điểm a; Điều 16 khoản 2",
        ),
        "d 100: 577/6 = 96,1666...; x 0,7 = 67,31666...; + 28",
        d="100.000000",
        k="96.166667",
        results="67.316667",
        score="95.316667",
        shown="95.32",
    ),
    _one(
        "Mọi việc xong, tốt, đúng hạn",
        [task("t1", "3"), task("t2", "7")],
        "Điều 16 khoản 1",
        "a = b = c = 100; 70 + 27,5",
        k="100.000000",
        results="70.000000",
        score="97.500000",
        shown="97.50",
    ),
    _one(
        "Không xong việc nào",
        [task("t1", "3", done=False), task("t2", "7", done=False)],
        "Điều 16 khoản 1",
        "a = b = c = 0; 0 + 27,5",
        k="0.000000",
        score="27.500000",
        shown="27.50",
    ),
]


OF_QUALITY = "Điều 14 khoản 2 điểm b"
DETAILS = [
    _one(
        "Bốn lần chưa đạt: hết điểm chất lượng của sản phẩm ấy",
        [task("t1", "10", failures=4), task("t2", "10")],
        OF_QUALITY,
        "chất lượng 10 x (1 - 4/4) + 10 = 10; b = 10/20 = 50",
        b="50.000000",
        a="100.000000",
        c="100.000000",
    ),
    _one(
        "Năm lần chưa đạt: không trừ sang sản phẩm khác",
        [task("t1", "10", failures=5), task("t2", "10")],
        OF_QUALITY,
        "10 x 0 + 10 = 10; b = 50",
        b="50.000000",
    ),
    _one(
        "Hai lần chậm",
        [task("t1", "8", late=2), task("t2", "2")],
        "Điều 14 khoản 2 điểm c",
        "8 x 1/2 + 2 = 6; c = 60; K = (100+100+60)/3 = 86,6666...; x 0,7 = 60,6666...; + 27,5 = 88,1666...",
        c="60.000000",
        k="86.666667",
        score="88.166667",
        shown="88.17",
    ),
    _one(
        "Nguyên nhân khách quan đã được xác nhận: không trừ lần ấy",
        [task("t1", "8", late=2, exempt={"late": 1, "approver": "Chánh Văn phòng"}), task("t2", "2")],
        "Điều 14 khoản 2 điểm c",
        "còn một lần chậm: 8 x 3/4 + 2 = 8; c = 80",
        c="80.000000",
    ),
    _one(
        "Mới đề nghị, chưa ai xác nhận: vẫn trừ",
        [task("t1", "8", late=2, exempt={"late": 1}), task("t2", "2")],
        "Điều 14 khoản 2 điểm c",
        "hai lần: 8 x 1/2 + 2 = 6; c = 60",
        c="60.000000",
    ),
    _one(
        "Nhận thêm việc của người khác, làm chậm một lần",
        [task("t1", "10"), task("t2", "4", kind="taken_over", late=1)],
        "Điều 18 khoản 1 điểm d",
        "A = 10; a = 14/10 = 140; b = 140; c = (10+3)/10 = 130; K = 410/3 = 136,6666...; x 0,7 = 95,666...; chỉ 70",
        a="140.000000",
        b="140.000000",
        c="130.000000",
        k="136.666667",
        results_uncapped="95.666667",
        results="70.000000",
        score="97.500000",
    ),
    _by_hand(
        case(
            "Trần đặt ở từng tỷ lệ",
            ND335,
            "sheet",
            sheet([task("t1", "10", failures=2), task("t2", "10"), task("t3", "10", kind="ad_hoc")]),
            "Điều 12 khoản 3",
            points_cap="terms",
        ),
        "A = 20; a 150 còn 100, b (5+10+10)/20 = 125 còn 100, c 150 còn 100; K = 100",
        a="100.000000",
        b="100.000000",
        c="100.000000",
        results="70.000000",
    ),
    _one(
        "Chỉ có việc đột xuất: không có mẫu số",
        [task("t1", "10", kind="ad_hoc")],
        "Điều 14 khoản 1",
        "A = 0",
        assigned="0.0000",
        score=None,
        reason="nothing_assigned",
    ),
    _by_hand(
        case(
            "Cấp phó chỉ chịu cấp dưới thuộc lĩnh vực được giao",
            ND335,
            "sheet",
            sheet(
                [task("t1", "10")],
                leader=head(
                    role="deputy",
                    fields=["đất đai"],
                    subordinates=[
                        {"id": "cb1", "score": "45", "field": "văn hóa"},
                        {"id": "cb2", "score": "50", "field": "đất đai"},
                    ],
                    results=[{"complete": True, "initiative": True, "prolonged": False, "field": "đất đai"}],
                    conflicts=[{"prolonged": True, "field": "văn hóa"}],
                ),
            ),
            "Điều 15 khoản 4",
        ),
        "chỉ xét đất đai: d 100 (50 điểm là hoàn thành), đ 100, e 100; K = 600/6",
        d="100.000000",
        đ="100.000000",
        e="100.000000",
        k="100.000000",
    ),
    _by_hand(
        case(
            "Người đứng đầu: trì trệ kéo dài và mất đoàn kết kéo dài",
            ND335,
            "sheet",
            sheet(
                [task("t1", "10")],
                leader=head(
                    results=[{"complete": False, "initiative": False, "prolonged": True}],
                    conflicts=[{"prolonged": True}],
                ),
            ),
            "Điều 15 khoản 3 điểm b; Điều 15 khoản 3 điểm c",
        ),
        "100+100+100+100+50+50 = 500; 500/6 = 83,3333...; x 0,7 = 58,3333...; + 27,5 = 85,8333...",
        đ="50.000000",
        e="50.000000",
        k="83.333333",
        score="85.833333",
    ),
    _by_hand(
        case(
            "Một tiêu chí chung quá điểm tối đa",
            ND335,
            "sheet",
            sheet([task("t1", "1")], {**GENERAL, "II.1": "2.6"}),
            "Phụ lục I",
        ),
        "II.1 tối đa 2,5",
        error="points_out_of_range",
    ),
]


YEARS = [
    _by_hand(
        case("Ví dụ cả năm", ND335, "year", months(list(YEAR)), "Điều 17 khoản 3"),
        "quý I 270,17/3; quý II 270/3; quý III 274,5/3; quý IV 275,5/3; 540,17/6; 550/6; 1090,17/12 = 90,8475",
        quarters=["90.056667", "90.000000", "91.500000", "91.833333"],
        halves=["90.028333", "91.666667"],
        year="90.847500",
        shown="90.85",
        months_worked="12.00",
        rated=True,
    ),
    _by_hand(
        case(
            "Nghỉ thai sản năm tháng: trung bình các tháng làm việc",
            ND335,
            "year",
            months([None] * 5 + YEAR[5:]),
            "Điều 11 khoản 2; Điều 17 khoản 3",
        ),
        "92+91+94+89,5+90+92,5+93 = 642; 642/7 = 91,714285...",
        quarters=[None, "92.000000", "91.500000", "91.833333"],
        halves=["92.000000", "91.666667"],
        year="91.714286",
        shown="91.71",
        counted=7,
        months_worked="7.00",
        rated=True,
    ),
    _by_hand(
        case(
            "Làm việc năm tháng trong năm",
            ND335,
            "year",
            months([None] * 7 + ["80"] * 5),
            "Điều 11 khoản 1",
        ),
        "400/5 = 80; 5 tháng < 6 tháng",
        year="80.000000",
        months_worked="5.00",
        rated=False,
    ),
    _by_hand(
        case(
            "Chuyển đơn vị giữa tháng: theo số ngày",
            ND335,
            "year",
            {
                "periods": [
                    {
                        "period": 1,
                        "state": "worked",
                        "pieces": [
                            {"unit": "phòng cũ", "days": 10, "score": "90"},
                            {"unit": "phòng mới", "days": 20, "score": "75"},
                        ],
                    }
                ]
            },
            "Điều 19 khoản 1",
        ),
        "(10 x 90 + 20 x 75)/30 = 2400/30 = 80",
        year="80.000000",
        missing=[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
        provisional=True,
    ),
]


PRODUCTS = [
    {"code": "QL.02", "group": "N2", "points": "45"},
    {"code": "DC.05", "group": "N3", "points": "60"},
    {"code": "DC.08", "group": "N3", "points": "70"},
    {"code": "VP.03", "group": "N3", "points": "65"},
]
FRAMES = {"N1": ["1", "10"], "N2": ["11", "50"], "N3": ["51", "100"], "N4": ["101", "200"]}
NGHIA_LAM = {"standard_points": "5", "frames": FRAMES, "products": PRODUCTS}
SIX_GROUPS = [{"code": f"s{i}", "group": f"N{i}", "units": "1"} for i in range(6)]
CATALOGUES = [
    _by_hand(
        case("Quy đổi theo điểm: chuẩn 5 điểm", ND335, "catalogue", NGHIA_LAM, "Điều 13 khoản 1 điểm c"),
        "45/5 = 9; 60/5 = 12; 70/5 = 14; 65/5 = 13",
        units={"QL.02": "9.0000", "DC.05": "12.0000", "DC.08": "14.0000", "VP.03": "13.0000"},
        groups=2,
        pending=[],
    ),
    _by_hand(
        case("Sáu nhóm", ND335, "catalogue", {"products": SIX_GROUPS}, "Điều 13 khoản 1 điểm a"),
        "tối đa năm nhóm",
        error="too_many_groups",
    ),
    _by_hand(
        case(
            "Chia ba phần như nhau: không đổi gì",
            ND335,
            "split",
            {"parts": [{"id": f"p{i}", "units": "4", "done": True, "failures": 1} for i in range(3)]},
            "Điều 18 khoản 1 điểm c",
        ),
        "phần: 3 x 4 x 3/4 = 9; cả việc: 12 x 3/4 = 9",
        units="12.0000",
        parts={"done": "12.000000", "quality": "9.000000", "progress": "12.000000"},
        whole={"done": "12.000000", "quality": "9.000000", "progress": "12.000000"},
        same=True,
    ),
    _by_hand(
        case(
            "Dồn lỗi vào phần nhỏ: hai cách tính khác nhau",
            ND335,
            "split",
            {
                "parts": [
                    {"id": "p1", "units": "1", "done": True, "failures": 2},
                    {"id": "p2", "units": "11", "done": True},
                ]
            },
            "Điều 18 khoản 1 điểm c",
        ),
        "phần: 1 x 1/2 + 11 = 11,5; cả việc: 12 x 1/2 = 6",
        parts={"done": "12.000000", "quality": "11.500000", "progress": "12.000000"},
        whole={"done": "12.000000", "quality": "6.000000", "progress": "12.000000"},
        same=False,
    ),
]


def _rated(title: str, given: Case, articles: str, working: str, rule_set: str = ND335, **expected: Any) -> Case:
    return _by_hand(case(title, rule_set, "rating", given, articles), working, **expected)


EDGES = [("90", "XS"), ("89.999", "TOT"), ("70", "TOT"), ("69.999", "HT"), ("50", "HT"), ("49.999", "KHT")]
DISCIPLINE = {"act": "h1", "year": 2026, "by": "state", "ground": "duty"}
WORK = {"done": "100", "on_time": "100", "late": "0", "beyond": "35", "defects_fixed": True}
RATINGS = [
    *(
        _rated(
            f"Mốc điểm {score.replace('.', ',')}",
            person(score),
            "Điều 20",
            "so điểm chưa làm tròn với 50, 70, 90",
            by_score=level,
            proposed=level,
        )
        for score, level in EDGES
    ),
    _rated(
        "Người đứng đầu 95 điểm, tổ chức hoàn thành tốt",
        person("95", leader=True, head=True, unit_level="TOT"),
        "Điều 20 khoản 6",
        "không cao hơn tổ chức",
        by_score="XS",
        highest="TOT",
        proposed="TOT",
        reasons=["head_above_unit"],
    ),
    _rated(
        "Khiển trách về hoạt động công vụ trong năm",
        person("95", disciplines=[DISCIPLINE]),
        "Điều 20 khoản 4 điểm c; Điều 11 khoản 3 điểm a",
        "không hoàn thành, điểm không cứu được",
        by_score="XS",
        highest="KHT",
        proposed="KHT",
        reasons=["discipline"],
    ),
    _rated(
        "Hành vi đã dùng để xếp loại năm trước",
        person("85", disciplines=[DISCIPLINE], used_acts=[{"act": "h1", "year": 2025}]),
        "Điều 11 khoản 3 điểm b",
        "mỗi hành vi tính một năm; 85 điểm không thể hơn hoàn thành tốt",
        highest="TOT",
        proposed="TOT",
        reasons=["act_used_before"],
    ),
    _rated(
        "Năm tháng làm việc, nghỉ không lương",
        person("85", months_worked="5", leave="unpaid"),
        "Điều 11 khoản 1",
        "5 < 6",
        rated=False,
        proposed=None,
        reasons=["under_six_months"],
    ),
    _rated(
        "Năm tháng làm việc, còn lại nghỉ thai sản",
        person("85", months_worked="5", leave="maternity"),
        "Điều 11 khoản 1; Điều 11 khoản 2",
        "ngoại lệ của khoản 2: xếp loại theo thời gian làm việc thực tế",
        rated=True,
        proposed="TOT",
        reasons=["leave_exempts"],
    ),
    _rated(
        "Quý: cán bộ lãnh đạo đủ điều kiện xuất sắc",
        {"year": 2026, "score": "93", "leader": True, "work": WORK},
        "Điều 11",
        "93 >= 90; 100 % xong; 35 >= 30; đã khắc phục",
        QD366,
        proposed="XS",
        reasons=[],
    ),
    _rated(
        "Quý: mới 29 % nhiệm vụ vượt mức",
        {"year": 2026, "score": "93", "work": {**WORK, "beyond": "29"}},
        "Điều 11",
        "29 < 30; điều kiện của mức tốt (100 % đúng hạn) thì đạt",
        QD366,
        by_score="XS",
        proposed="TOT",
        reasons=["not_beyond"],
    ),
    _by_hand(
        case(
            "Tổ chức 92 điểm nhưng có đơn vị trực thuộc không hoàn thành",
            ND335,
            "organisation",
            {
                "score": "92",
                "sub_unit_failed": True,
                "work": {
                    "done": "100",
                    "on_time_and_good": "100",
                    "late": "0",
                    "beyond": "40",
                    "defects_fixed": True,
                },
            },
            "Điều 8 khoản 1 điểm b; Điều 8 khoản 2",
        ),
        "hỏng điều kiện b của xuất sắc; điều kiện của tốt đạt",
        by_score="XS",
        highest="TOT",
        proposed="TOT",
        reasons=["sub_unit_failed"],
    ),
    _by_hand(
        case(
            "Đơn vị sự nghiệp 92 điểm, điều kiện không đủ: cấp có thẩm quyền quyết định",
            ND233,
            "organisation",
            {
                "score": "92",
                "work": {
                    "done": "100",
                    "on_time_and_good": "100",
                    "late": "0",
                    "beyond": "10",
                    "defects_fixed": True,
                },
            },
            "Điều 7 khoản 5",
        ),
        "10 < 30; khoản 5 để người có thẩm quyền quyết định",
        by_score="XS",
        highest="TOT",
        proposed=None,
        reasons=["authority_decides", "not_beyond"],
    ),
]


LITERAL = [(5, 0), (11, 1), (12, 2), (30, 5)]
LENIENT = [(5, 1), (11, 2), (12, 2), (30, 6)]
CAPS = [
    *(
        _by_hand(
            case(
                f"{n} người từ 70 điểm, tính trên số hoàn thành tốt",
                ND335,
                "cap",
                {"people": people(n)},
                "Điều 20 khoản 5 điểm a",
            ),
            f"k <= 0,2 x ({n} - k), tức k <= {n}/6",
            share="20.00",
            unit={"base": n, "most": most, "candidates": n},
        )
        for n, most in LITERAL
    ),
    *(
        _by_hand(
            case(
                f"{n} người từ 70 điểm, tính trên số từ hoàn thành tốt trở lên",
                ND335,
                "cap",
                {"people": people(n)},
                "Điều 20 khoản 5 điểm a",
                cap_base="good_or_better",
            ),
            f"k <= 0,2 x {n}",
            share="20.00",
            unit={"base": n, "most": most, "candidates": n},
        )
        for n, most in LENIENT
    ),
    _by_hand(
        case(
            "Tỷ lệ 25 % do cấp có thẩm quyền quyết định",
            ND335,
            "cap",
            {"people": people(30), "outstanding": True, "decided_share": "25"},
            "Điều 20 khoản 5 điểm b",
        ),
        "k <= 0,25 x (30 - k), tức k <= 6",
        share="25.00",
        unit={"base": 30, "most": 6, "candidates": 30},
    ),
    _by_hand(
        case(
            "Bốn đơn vị trực thuộc: tối đa một",
            ND233,
            "cap",
            {"people": people(4), "of": "organisations"},
            "Điều 7 khoản 7 điểm c",
        ),
        "dưới năm đơn vị: tối đa một",
        unit={"base": 4, "most": 1, "candidates": 4},
        proposed={"p01": "XS", "p02": "TOT", "p03": "TOT", "p04": "TOT"},
    ),
]


BULK = [
    _one(
        "Hồ sơ cùng loại gộp một dòng: hai mươi hồ sơ, hai chưa xong, một chậm",
        [
            task("đúng hạn", "0.2", quantity=17),
            task("chậm", "0.2", quantity=1, late=1),
            task("chưa xong", "0.2", quantity=2, done=False),
            task("kế hoạch", "6"),
        ],
        "Điều 14 khoản 2; Điều 16 khoản 1",
        "A = 20 x 0,2 + 6 = 10; xong 18 x 0,2 + 6 = 9,6; tiến độ 3,4 + 0,15 + 6 = 9,55; a 96, b 96, c 95,5; "
        "K = 287,5/3 = 95,8333...; x 0,7 = 67,08333...; + 27,5 = 94,58333...",
        assigned="10.0000",
        done="9.6000",
        progress="9.550000",
        a="96.000000",
        b="96.000000",
        c="95.500000",
        k="95.833333",
        results="67.083333",
        score="94.583333",
        shown="94.58",
    ),
]


def hand_cases() -> list[Case]:
    """All cases worked by hand, in order."""
    return [*SHEETS, *DETAILS, *YEARS, *CATALOGUES, *RATINGS, *CAPS, *BULK]
