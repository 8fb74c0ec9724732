"""Syllables that the grammar allows and nobody uses, each with the one word it stands for; common closed syllables.

Mostly hỏi for ngã and the other way. One pair a line, wrong then right; a syllable that is a word of its own anywhere
("nữa", "củng") has no place here but in the table of phrases.
"""

from __future__ import annotations

_TABLE = """
kiễm kiểm
triễn triển
chuyễn chuyển
tuyễn tuyển
điễm điểm
điễn điển
biễu biểu
biễn biển
hiễu hiểu
hiễn hiển
hiễm hiểm
thiễu thiểu
thễ thể
đễ để
kễ kể
nễ nể
cữa cửa
gữi gửi
sữ sử
hõi hỏi
khõe khỏe
khõi khỏi
phãi phải
nhửng những
giửa giữa
giử giữ
cã cả
đão đảo
thão thảo
bãn bản
sãn sản
cãn cản
cãnh cảnh
quãn quản
vỉnh vĩnh
tỹ tỷ
xữ xử
thữ thử
nghỉa nghĩa
ngử ngữ
phẫm phẩm
dẩn dẫn
khẫn khẩn
khẫu khẩu
bẫn bẩn
sẳn sẵn
thẵng thẳng
khẵng khẳng
quyễn quyển
diển diễn
hửu hữu
lưởi lưỡi
lưởng lưỡng
dưởng dưỡng
trưỡng trưởng
hưỡng hưởng
ngưởng ngưỡng
thưỡng thưởng
xưỡng xưởng
bưỡi bưởi
cưởng cưỡng
mổi mỗi
lổi lỗi
tỗ tổ
tỗng tổng
cỗng cổng
phỗ phổ
chổ chỗ
trỡ trở
bỡi bởi
rũi rủi
đũ đủ
hũy hủy
tũy tủy
chũng chủng
ũy ủy
đở đỡ
giãi giải
giãm giảm
giãng giảng
tãn tản
xãy xảy
hảy hãy
dảy dãy
trể trễ
lể lễ
miển miễn
tưỡng tưởng
sưởng sướng
nghiểm nghiễm
kiễn kiến
hưởn hưởng
"""
_CLOSED = """
được thực việc nghiệp quốc nước luật kết một tốt xuất đặc độc tiếp hiệp trước sức lập tập nhập phức chức trực cuộc
thuộc buộc lược vượt mốc thuật đất thiết quyết duyệt tuyệt khốc lực vực bức phục khắc bắt đặt hoặc hoạt đoạt thoát
loạt xác pháp hộp hợp triệt nhất cấp chất vật kiệt mặt khuyết thiệt quyệt đốc gốc lộc tộc phúc xúc thúc tục chúc gấp
khấp nhiệt phiệt chuyết thuyết vắc chắc mắc sắc phát sát đạt giác khác bác các cách sách khách hạch gạch tích lịch
dịch ích chích đích phích thích xích kích nghịch mệt hết vết nét phép ghép hẹp dẹp phạt nhạt lắp khắp sắp cặp gặp
"""


def _pairs(table: str) -> dict[str, str]:
    lines = (line.partition(" ") for line in table.splitlines() if line)
    return {wrong: right for wrong, _, right in lines}


MISSPELT = _pairs(_TABLE)
COMMON_CLOSED = frozenset(_CLOSED.split())
