"""The wordings of the six clears that official texts use. Which one a site follows is its own choice.

No law fixes one wording: the Prime Minister's is the baseline, ministries, provinces and the Party vary it. A wording
says which elements an order must make clear and what each is called in messages.
"""

from __future__ import annotations

from dataclasses import dataclass

from vanban.results import Element


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording: ``labels`` are the elements it asks for, with its names for them; ``source`` is where it is from."""

    code: str
    source: str
    labels: dict[Element, str]

    def asks_for(self, element: Element) -> bool:
        """True when the wording names ``element``."""
        return element in self.labels


_W, _P, _M, _T, _A, _R = (
    Element.WORK, Element.PEOPLE, Element.MEANS, Element.TIME, Element.AUTHORITY, Element.PRODUCT,
)  # fmt: skip

WORDINGS: dict[str, Wording] = {
    wording.code: wording
    for wording in (
        Wording(
            "thu-tuong", "Thủ tướng Chính phủ (Thông báo số 627/TB-VPCP, Chỉ thị số 26/CT-TTg năm 2025)",
            {_P: "rõ người", _W: "rõ việc", _T: "rõ thời gian", _A: "rõ trách nhiệm, rõ thẩm quyền", _R: "rõ sản phẩm"},
        ),
        Wording(
            "ket-qua", "Thông báo số 659/TB-VPCP năm 2025",
            {_P: "rõ người", _W: "rõ việc", _T: "rõ thời gian", _A: "rõ trách nhiệm, rõ thẩm quyền", _R: "rõ kết quả"},
        ),
        Wording(
            "tien-do", "Nghị quyết số 380/NQ-CP năm 2025",
            {_P: "rõ người", _W: "rõ việc", _T: "rõ tiến độ", _A: "rõ trách nhiệm, rõ thẩm quyền", _R: "rõ kết quả"},
        ),
        Wording(
            "nguon-luc", "hướng dẫn cấp tỉnh năm 2026 có biện pháp, nguồn lực",
            {
                _W: "rõ việc", _P: "rõ cơ quan ban hành, chủ trì, phối hợp", _M: "rõ biện pháp, nguồn lực",
                _T: "rõ thời gian", _A: "rõ thẩm quyền, trách nhiệm", _R: "rõ sản phẩm",
            },
        ),
        Wording(
            "cap-uy", "công văn của cấp ủy tỉnh năm 2026",
            {
                _W: "rõ nội dung công việc", _P: "rõ cơ quan chủ trì, cơ quan phối hợp", _T: "rõ thời gian",
                _A: "rõ trách nhiệm, thẩm quyền", _R: "rõ sản phẩm đầu ra",
            },
        ),
        Wording(
            "cap-xa", "thông báo cấp xã dùng thời hạn và kết quả",
            {_P: "rõ người", _W: "rõ việc", _T: "rõ thời hạn", _A: "rõ trách nhiệm, rõ thẩm quyền", _R: "rõ kết quả"},
        ),
        Wording(
            "nam-ro", "cách nói \"5 rõ\" trước đây, không có thẩm quyền",
            {_P: "rõ người", _W: "rõ việc", _T: "rõ thời gian", _R: "rõ sản phẩm, kết quả"},
        ),
    )
}  # fmt: skip
DEFAULT_WORDING = WORDINGS["thu-tuong"]
