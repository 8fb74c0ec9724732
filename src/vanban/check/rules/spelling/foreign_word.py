"""CH029 foreign-word: từ nước ngoài có từ tiếng Việt thay được.

Kiểm tra gì: các từ tiếng Anh thông dụng trong giao tiếp mà văn bản hành chính có từ thay ("deadline", "feedback",
"meeting", "update" …). Tên riêng, thuật ngữ kỹ thuật và từ mượn đã quen dùng không tính.
Vì sao: tiếng Việt là ngôn ngữ của văn bản hành chính.
Ví dụ: "báo cáo đúng deadline".
Nên viết: "báo cáo đúng thời hạn".
Mức an toàn khi sửa: đề nghị thay; người soạn chọn từ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8: từ ngữ phổ thông, rõ ràng.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.language.words import Words
from vanban.check.rule import Fix, Rule
from vanban.check.subject import CheckedDocument
from vanban.results import Finding, Severity

_VIETNAMESE = {
    "deadline": "thời hạn", "meeting": "cuộc họp", "feedback": "phản hồi", "update": "cập nhật", "check": "kiểm tra",
    "checklist": "danh mục kiểm tra", "review": "rà soát", "confirm": "xác nhận", "support": "hỗ trợ",
    "request": "đề nghị", "plan": "kế hoạch", "report": "báo cáo", "form": "biểu mẫu", "list": "danh sách",
    "follow": "theo dõi", "attach": "đính kèm", "schedule": "lịch", "budget": "ngân sách", "please": "đề nghị",
    "urgent": "khẩn", "note": "ghi chú", "upload": "tải lên", "download": "tải xuống", "training": "tập huấn",
    "workshop": "hội thảo", "seminar": "hội thảo", "manager": "người quản lý", "team": "nhóm", "leader": "trưởng nhóm",
    "project": "dự án", "target": "chỉ tiêu",
}  # fmt: skip


def check(document: CheckedDocument) -> Iterator[Finding]:
    """Look for the words of the table in small letters; with a capital they may be names."""
    words = document.once(Words.of)
    for foreign in _VIETNAMESE.keys() & words.positions.keys():
        for index in words.positions[foreign]:
            if (
                words.words[index] != foreign
                or words.glued(index)
                or words.in_code(index)
                or _among_foreign(words, index)
            ):
                continue
            right = _VIETNAMESE[foreign]
            message = f"“{foreign}” là từ nước ngoài; có thể viết “{right}”."
            yield RULE.at(document, words.starts[index], words.ends[index], message, expected=right)


def _among_foreign(words: Words, index: int) -> bool:
    """True inside a foreign phrase ("action plan"), which is quoted on purpose."""
    before = words.words[index - 1] if index and words.joined(index - 1) else ""
    return before.isalpha() and before.isascii() and len(before) > len("chien")


RULE = Rule("CH029", "foreign-word", "Từ nước ngoài thay được", Severity.INFO, check, fix=Fix.PROPOSED)
