"""Syllables that the grammar allows and nobody uses, each with the one word it stands for; common closed syllables.

Mostly hỏi for ngã and the other way. A line is ``right < wrong wrong``; a syllable that is a word of its own anywhere
("nữa", "củng") has no place here but in the table of phrases.
"""

from __future__ import annotations

_TABLE = """
kiểm < kiễm
triển < triễn triến
chuyển < chuyễn
tuyển < tuyễn
điểm < điễm điệm
điển < điễn
biểu < biễu
biển < biễn
hiểu < hiễu
hiển < hiễn
hiểm < hiễm
thiểu < thiễu
thể < thễ
để < đễ
kể < kễ
nể < nễ
cửa < cữa
gửi < gữi gựi
sử < sữ
hỏi < hõi
khỏe < khõe
khỏi < khõi
phải < phãi phại
những < nhửng nhứng nhựng
giữa < giửa
giữ < giử
cả < cã
đảo < đão
thảo < thão
bản < bãn
sản < sãn
cản < cãn
cảnh < cãnh
quản < quãn
vĩnh < vỉnh
tỷ < tỹ
xử < xữ
thử < thữ
nghĩa < nghỉa nghịa nghìa
ngữ < ngử
phẩm < phẫm phậm phấm
dẫn < dẩn
khẩn < khẫn
khẩu < khẫu khậu
bẩn < bẫn
sẵn < sẳn
thẳng < thẵng
khẳng < khẵng
quyển < quyễn
diễn < diển
hữu < hửu
lưỡi < lưởi
lưỡng < lưởng
dưỡng < dưởng
trưởng < trưỡng
hưởng < hưỡng hưởn
ngưỡng < ngưởng
thưởng < thưỡng
xưởng < xưỡng
bưởi < bưỡi
cưỡng < cưởng
mỗi < mổi
lỗi < lổi
tổ < tỗ
tổng < tỗng tộng
cổng < cỗng
phổ < phỗ
chỗ < chổ
trở < trỡ
bởi < bỡi
rủi < rũi
đủ < đũ
hủy < hũy
tủy < tũy
chủng < chũng
ủy < ũy ùy ụy
đỡ < đở
giải < giãi
giảm < giãm
giảng < giãng
tản < tãn
xảy < xãy
hãy < hảy
dãy < dảy
trễ < trể
lễ < lể
miễn < miển
tưởng < tưỡng
sướng < sưởng
nghiễm < nghiểm
kiến < kiễn
bằng < bẳng bặng
bệnh < bếnh bễnh bểnh
chuẩn < chuần chuẫn chuận
chương < chưỡng
chế < chể
của < cúa cũa
duyệt < duyết
dục < dúc
giấy < giẩy
giới < giợi
gồm < gổm gộm
hoạch < hoách
hình < hịnh
khoản < khoàn khoãn khoạn
không < khộng khỗng
kết < kệt
liên < liện liển
liệu < liểu
loại < loãi loải
luật < luất
lưu < lửu
nghiên < nghiển
nghiệp < nghiếp
nguồn < nguốn nguỗn nguổn nguộn
ngày < ngãy ngạy
ngân < ngẫn ngận
người < ngưới ngưỡi ngưởi ngượi
nhiệm < nhiếm nhiểm
như < nhự
nông < nỗng nộng
nước < nược
nộp < nốp
phiếu < phiễu phiệu
phép < phẹp
phí < phĩ
phòng < phõng
phường < phưởng phưỡng
phạm < phãm
phối < phỗi phội
sửa < sựa
thuận < thuẩn
thuật < thuất
tháng < thãng thạng
thời < thỡi thởi thợi
tiêu < tiệu
truyền < truyến truyễn truyển
trên < trến trễn trện
trình < trỉnh
trước < trược
trực < trức
tạm < tãm
việc < viếc
vào < vạo
vùng < vủng
vốn < vỗn vộn
với < vỡi vởi
xuất < xuật
xây < xậy
đất < đật
đến < đễn đện
"""
_CLOSED = """
được thực việc nghiệp quốc nước luật kết một tốt xuất đặc độc tiếp hiệp trước sức lập tập nhập phức chức trực cuộc
thuộc buộc lược vượt mốc thuật đất thiết quyết duyệt tuyệt khốc lực vực bức phục khắc bắt đặt hoặc hoạt đoạt thoát
loạt xác pháp hộp hợp triệt nhất cấp chất vật kiệt mặt khuyết thiệt quyệt đốc gốc lộc tộc phúc xúc thúc tục chúc gấp
khấp nhiệt phiệt chuyết thuyết vắc chắc mắc sắc phát sát đạt giác khác bác các cách sách khách hạch gạch tích lịch
dịch ích chích đích phích thích xích kích nghịch mệt hết vết nét phép ghép hẹp dẹp phạt nhạt lắp khắp sắp cặp gặp
"""
_WITHOUT_ONSET = """
a á à ả ạ ác ai ái ải ám am ảm an án ang áng ảng anh ánh ảnh ao áo ào ảo ạo áp át ách ạch ay áy
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
    lines = (line.partition(" < ") for line in table.splitlines() if line)
    return {wrong: right for right, _, wrong_ones in lines for wrong in wrong_ones.split()}


MISSPELT = _pairs(_TABLE)
COMMON_CLOSED = frozenset(_CLOSED.split())
WITHOUT_ONSET = frozenset(_WITHOUT_ONSET.split())
"""Words that begin with their vowel; other syllables without a consonant in front have lost it ("ịnh" of "định")."""
