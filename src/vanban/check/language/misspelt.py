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
_WITHOUT_ONSET = """
a á à ả ạ ai ái ải ám am ảm an án ang áng ảng anh ánh ảnh ao áo ào ảo ạo áp át ách ạch ay áy
ăm ẵm ăn ăng ắng ắp ắt âm ấm ầm ẩm ậm ân ấn ẩn ân âng ấp ập ất ật âu ấu ầu ẩu ẫu ấy
e é è ẻ em én eng eo éo èo ẻo ẹo ép ẹp ét ê ế ề ếch êm ếm ểm ên ênh ệnh ếp ết êu ều ểu
i ì ích ịch im in inh ình ít ịt ia ỉa iu ỉu
o ó ò ỏ oc óc ọc oi ói òi ỏi om óm òm ong óng ỏng óp ọp ót ọt oa òa oà oác oai oái oải oan oán oản oang oàng oanh
oành oạch oăm oằn oẳn oe óe oẻ oép ô ố ồ ổ ộ ốc ộc ôi ối ồi ổi ôm ốm ồm ôn ốn ồn ổn ông ống ồng ổng ốp ộp ốt ộ ơ ớ ờ
ở ỡ ợ ơi ới ởi ơm ởm ơn ớn ờn ớp ớt ợt u ú ù ủ ũ ụ úc ục ui úi ùi ủi ụi um úm ùm ụm un ùn ủn ung úng ủng úp ụp út ụt
ua úa ùa ủa uẩn uân uất uể uế uê uể uôm uốn uống uổng uông uy úy uý ùy ủy uỷ ũy ụy uỵ uya uych uỵch uyên uyển uyết
uyn uynh uỳnh ư ứ ừ ử ức ực ưng ứng ửng ừng ứt ưu ưa ứa ừa ướm ươm ướn ươn ưỡn ương ướp ướt ước ược y ý ỳ ỷ ỵ yếm
yên yến yểng yết yêu yếu yểu yểm
"""


def _pairs(table: str) -> dict[str, str]:
    lines = (line.partition(" ") for line in table.splitlines() if line)
    return {wrong: right for wrong, _, right in lines}


MISSPELT = _pairs(_TABLE)
COMMON_CLOSED = frozenset(_CLOSED.split())
WITHOUT_ONSET = frozenset(_WITHOUT_ONSET.split())
"""Words that begin with their vowel; other syllables without a consonant in front have lost it ("ịnh" of "định")."""
