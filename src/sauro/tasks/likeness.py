"""Whether two assignments of one body ask for the same thing: compared by their words, without a database.

Wordings of directives share most of their words whatever they ask ("chủ trì, phối hợp với các cơ quan liên quan", the
body, the deadline). So only what is left without them counts, in pairs of neighbouring syllables: a Vietnamese word
mostly has two. A pair that many works of the body share counts for little, one that few share for much.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from vanban.text.normalize import fold, nfc

LEAST_SHARED = 3
"""With fewer pairs of syllables in common, nothing can be said: short sentences agree by chance."""

# What directives are made of whatever they ask: bodies, roles, how and when to report. Taken out before the accents
# are: "ra" is a stock word, "rà soát" is none.
_STOCK_PHRASES = """
Ủy ban nhân dân|Hội đồng nhân dân|Mặt trận Tổ quốc|Đảng ủy|Tỉnh ủy|cấp ủy|Ủy ban|Văn phòng|ban, ngành|cơ quan|đơn vị
địa phương|phường|đặc khu|cấp xã|cấp tỉnh|tỉnh|Chủ tịch|Giám đốc|Thủ trưởng|người đứng đầu|lãnh đạo
chủ trì|phối hợp|chủ động|tham mưu|đề nghị|yêu cầu|gửi|tổng hợp|báo cáo|kết quả|nội dung|văn bản|kế hoạch
triển khai|tổ chức|thực hiện|chỉ đạo|xem xét|quyết định|hướng dẫn|đôn đốc|kiểm tra|theo dõi|khẩn trương|kịp thời
tăng cường|tiếp tục|đẩy mạnh|nâng cao|bảo đảm|đảm bảo|hoàn thành|xây dựng|ban hành|quy định|chức năng
nhiệm vụ|thẩm quyền|trách nhiệm|liên quan|thời hạn|thời gian|chậm nhất|hằng tháng|hằng quý|hằng năm|định kỳ|trên địa bàn
"""
_STOCK_WORDS = """
và với của cho các những tại trên trong đến từ do là được phải này về theo để khi sau trước ngày tháng năm quý tuần việc
một hai cùng cả mỗi từng như đó hoặc nếu thì đã sẽ còn không có ra vào lên xuống bằng giữa qua nhằm cần mọi toàn số
"""
_DATE = re.compile(r"\b(?:ngày\s+)?\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*\d{4})?", re.IGNORECASE)
_PERIOD = re.compile(r"\b(qui|thang|nam|tuan|ki)\s+(\d{1,4}|i{1,3}|iv)\b")
_TARGET = re.compile(r"\d+(?:[.,]\d+)*\s*(?:%|phần trăm|người|hộ|km|ha|tỷ đồng|triệu đồng|xã|đơn vị)", re.IGNORECASE)


_WORD = re.compile(r"[^\W_]+|[.,;:()]")
_PHRASES = [re.escape(one.lower()) for one in _STOCK_PHRASES.strip().replace("\n", "|").split("|")]
# A department (Sở), but not "trụ sở"; a commune, but not society (xã hội).
_AMBIGUOUS = [r"(?<!trụ )(?<!cơ )sở", r"xã(?! hội)", r"trình(?! độ)", r"giao(?! thông| dịch)"]
_STOCK = re.compile(
    r"\b(?:" + "|".join([*sorted({*_PHRASES, *_STOCK_WORDS.split()}, key=len, reverse=True), *_AMBIGUOUS]) + r")\b"
)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ask:
    """What an assignment asks: its wording and the product it wants."""

    wording: str
    product: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two works are, in percent, and why: what both say, what product both want, which figures both name."""

    score: int
    words: tuple[str, ...]
    product: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Syllable:
    """A syllable as written, in lower case, and as compared."""

    text: str
    key: str


class Yardstick:
    """Weighs words by how rare they are among the works of a body, and compares works with it."""

    def __init__(self, works: Iterable[str]) -> None:
        counted: Counter[Pair] = Counter()
        size = 0
        for wording in works:
            counted.update(set(pairs_of(wording)))
            size += 1
        self._weights: Mapping[Pair, float] = {
            pair: 1 + log((1 + size) / (1 + number)) for pair, number in counted.items()
        }
        self._unknown = 1 + log(1 + size)

    def compare(self, one: Ask, other: Ask) -> Likeness | None:
        """Return how alike two works are, or None when they are not."""
        if _other_period(one.wording, other.wording):
            return None
        mine, theirs = set(pairs_of(one.wording)), set(pairs_of(other.wording))
        shared = mine & theirs
        if len(shared) < LEAST_SHARED:
            return None
        common = self._weight(shared)
        contained = common / min(self._weight(mine), self._weight(theirs))
        alike = common / self._weight(mine | theirs)
        products = set(pairs_of(one.product)) & set(pairs_of(other.product))
        targets = _targets(one.wording) & _targets(other.wording)
        score = 100 * (contained + alike) / 2 + (5 if products else 0) + (5 if targets else 0)
        words = _phrases(one.wording, shared)
        return Likeness(min(100, round(score)), words, _phrases(one.product, products), tuple(sorted(targets)))

    def _weight(self, pairs: Iterable[Pair]) -> float:
        return sum(self._weights.get(pair, self._unknown) for pair in pairs)


def pairs_of(text: str) -> list[Pair]:
    """Return the neighbouring syllables of a text that say what it is about, folded."""
    found = list[Pair]()
    for run in _runs(text):
        found += pairwise(syllable.key for syllable in run)
    return found


def _runs(text: str) -> list[list[_Syllable]]:
    """The runs of syllables between stock phrases, dates and figures."""
    runs, run = list[list[_Syllable]](), list[_Syllable]()
    for word in _WORD.findall(_STOCK.sub(" 0 ", _DATE.sub(" 0 ", nfc(text).lower()))):
        if word.isalpha():
            run.append(_Syllable(word, fold(word)))
        else:
            runs.append(run)
            run = []
    return [*runs, run]


def _phrases(text: str, shared: set[Pair]) -> tuple[str, ...]:
    """The shared pairs joined again into the phrases they stand in, as written and in the order of the text."""
    phrases = dict[str, None]()
    for run in _runs(text):
        phrase: list[str] = []
        for before, syllable in pairwise(run):
            if (before.key, syllable.key) in shared:
                phrase += [syllable.text] if phrase else [before.text, syllable.text]
            elif phrase:
                phrases[" ".join(phrase)] = None
                phrase = []
        if phrase:
            phrases[" ".join(phrase)] = None
    return tuple(phrases)


def _periods(text: str) -> dict[str, set[str]]:
    """The periods a text names, by their kind, without those inside dates."""
    found: dict[str, set[str]] = {}
    for match in _PERIOD.finditer(fold(_DATE.sub(" ", text))):
        found.setdefault(match[1], set()).add(match[2])
    return found


def _other_period(one: str, other: str) -> bool:
    """Tell whether both name periods of one kind and share none: the report of quý I is not that of quý II."""
    mine, theirs = _periods(one), _periods(other)
    return any(mine[kind].isdisjoint(theirs[kind]) for kind in mine.keys() & theirs.keys())


def _targets(text: str) -> set[str]:
    return {" ".join(match[0].lower().split()) for match in _TARGET.finditer(nfc(text))}
