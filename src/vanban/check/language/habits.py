"""Wrong phrases and the right ones: words taken for one another by their sound, in the form of the table of slips."""

from __future__ import annotations

SPELLING_HABITS = """
bổ sung < bổ xung
sáp nhập < sát nhập (sau: giám, quan, trinh, khảo) / xáp nhập
tham quan < thăm quan (sau: đi, viếng) / tham quang
cọ xát < cọ sát
sát sao < sát xao / xát sao
sâu xa < xâu xa
sâu sắc < sâu xắc / xâu sắc
xuất sắc < suất sắc / xuất xắc
sản xuất < sản suất / xản xuất
năng suất < năng xuất (trước: khẩu, nhập, bản, trình, hiện, phát, cảnh, xưởng, hàng)
công suất máy < công xuất máy
công suất thiết kế < công xuất thiết kế
hiệu suất < hiệu xuất (trước: khẩu, xứ, hiện)
lãi suất < lãi xuất
tần suất < tần xuất
xác suất < xác xuất (trước: xứ, khẩu, hiện)
đề xuất < đề suất
đột xuất < đột suất
xuất khẩu < suất khẩu
xuất phát từ < suất phát từ
sơ suất < xơ suất / sơ xuất
sơ kết < xơ kết
sử dụng < xử dụng
xử phạt < sử phạt
súc tích < xúc tích
suất ăn < xuất ăn
xem xét < xem sét / sem xét
nhận xét < nhận sét
khảo sát < khảo xát
giám sát < giám xát / dám sát
chính sách < chính xách
chính xác < chính sác / chính xát
chín chắn < chính chắn
chia sẻ < chia sẽ
chia sẻ thông tin < chia xẻ thông tin
chia sẻ kinh nghiệm < chia xẻ kinh nghiệm
giúp đỡ < dúp đỡ
rõ ràng < rỏ ràng / rõ dàng
rõ rệt < rỏ rệt
làm rõ < làm rỏ
nêu rõ < nêu rỏ
quy định rõ < quy định rỏ
sáu rõ < sáu rỏ
6 rõ < 6 rỏ
nỗ lực < nổ lực / nỗ nực
hỗ trợ < hổ trợ / hỗ chợ / hổ chợ
trợ giúp < trợ dúp
lãnh đạo < lảnh đạo / nãnh đạo
lãng phí < lảng phí
đảng viên < đãng viên
đảng ủy < đãng ủy
đảng bộ < đãng bộ
củng cố < cũng cố
cũng như < củng như
cũng đã < củng đã
cũng được < củng được
cũng phải < củng phải
vẫn còn < vẩn còn
vẫn chưa < vẩn chưa
vẫn đang < vẩn đang
một nửa số < một nữa số
một lần nữa < một lần nửa
hỏi thăm < hởi thăm
sửa chữa < sửa chửa / sữa chữa / sữa chửa
sửa đổi < sữa đổi
chữa cháy < chửa cháy
chữa bệnh < chửa bệnh
chữ ký < chử ký
chữ viết < chử viết
gửi báo cáo < gởi báo cáo
kỹ năng < kỷ năng
kỹ thuật < kỷ thuật
kỹ sư < kỷ sư
kỹ càng < kỷ càng
kỷ niệm < kỹ niệm
kỷ cương < kỹ cương (trước: lĩnh)
kỷ lục < kỹ lục
kỷ nguyên < kỹ nguyên (trước: nhân, tắc, liệu, vẹn)
kỷ yếu < kỹ yếu (trước: tố, kém, lĩnh)
thế kỷ < thế kỹ
quỹ đất < quỷ đất
quỹ bảo hiểm < quỷ bảo hiểm
quỹ phòng, chống < quỷ phòng, chống
quỹ hỗ trợ < quỷ hỗ trợ
gây quỹ < gây quỷ
mẫu biểu < mẩu biểu
biểu mẫu < biểu mẩu
theo mẫu < theo mẩu
mẫu số < mẩu số
mâu thuẫn < mâu thuẩn
phẫu thuật < phẩu thuật
ngắn gọn < ngắn ngọn
tựu trung < tựu chung (sau: thành)
chuyên chở < chuyên trở (trước: thành, lên, về, lại)
trau dồi < trao dồi
trao đổi < trau đổi / chao đổi
chấn chỉnh < trấn chỉnh
trấn áp < chấn áp
chú trọng < trú trọng / chú chọng
trân trọng < chân trọng
chân thành < trân thành
trực thuộc < chực thuộc
triển khai < chiển khai
chương trình < trương trình / chương chình
chủ trương < trủ trương / chủ chương (trước: trình, mục)
chủ trì < trủ trì
chịu trách nhiệm < trịu trách nhiệm
trách nhiệm < chách nhiệm
tuyên truyền < truyên truyền / tuyên chuyền
truyền thông < chuyền thông
truyền hình < chuyền hình
chẩn đoán < chuẩn đoán
khắt khe < khắc khe
khuyến khích < khuyến kích
dành cho người < giành cho người
dành cho các < giành cho các
dành nguồn lực < giành nguồn lực
dành thời gian < giành thời gian
giành thắng lợi < dành thắng lợi
giành giải < dành giải
giữ gìn < dữ gìn
giữ vững < dữ vững
gìn giữ < gìn dữ
dữ liệu < giữ liệu
giản dị < dản dị
giãn nở < giản nở
giản đơn < giãn đơn
đơn giản < đơn giãn
tinh giản < tinh giãn
gián đoạn < dán đoạn
giám đốc < dám đốc
giải quyết < dải quyết
giải pháp < dải pháp
giải ngân < dải ngân
dàn trải < giàn trải
rườm rà < rườm già / dườm dà
dễ dàng < rễ ràng / dễ ràng / dể dàng
nâng lên < nâng nên
nêu lên < nêu nên
lợi ích < nợi ích
lợi dụng < nợi dụng
nội dung < lội dung
lĩnh vực < nĩnh vực / lỉnh vực
vô hình trung < vô hình chung
cổ vũ < cổ vủ
khúc mắc < khúc mắt
vướng mắc < vướng mắt
thắc mắc < thắc mắt
khắc phục < khắc phụt
lưu lạc < lưu lạt
bắt buộc < bắt buột
phương án < phương ngán
tỷ lệ < tỷ lê
thành tựu < thành tực
nghiên cứu < nghiên cưu / nghiêng cứu / nghiêm cứu
nghiêm túc < nghiêng túc / nghiên túc
nghiêm cấm < nghiên cấm
kinh nghiệm < kinh nghiêm / kinh nhiệm
thí nghiệm < thí nhiệm
nhiệm vụ < nghiệm vụ
nhiệm kỳ < nghiệm kỳ
tiến sĩ < tiến sỉ
bác sĩ < bác sỉ
thạc sĩ < thạc sỉ
y sĩ < y sỉ
chiến sĩ < chiến sỉ
liệt sĩ < liệt sỉ
ca sĩ < ca sỉ
nghệ sĩ < nghệ sỉ
nghỉ phép < nghĩ phép
nghỉ hưu < nghĩ hưu
nghỉ lễ < nghĩ lễ
nghỉ việc < nghĩ việc
ngày nghỉ < ngày nghĩ
nghỉ dưỡng < nghĩ dưỡng
suy nghĩ < suy nghỉ
đề nghị < đề nghĩ
kiến nghị < kiến nghĩ
bảo đảm < bão đảm (trước: bảo, nhận)
bảo vệ < bão vệ (trước: sinh)
bảo hiểm < bão hiểm
đảm bảo < đảm bão
mưa bão < mưa bảo
cơn bão số < cơn bảo số
lụt bão < lụt bảo
mưa lũ < mưa lủ
lũ lụt < lủ lụt
lũ quét < lủ quét
xả lũ < xã lũ (trước: lụt, quét)
nước xả thải < nước xã thải
thẩm định < thẫm định
thẩm tra < thẫm tra
phát huy tính chủ động < phát huy tính chũ động
mảnh đất < mãnh đất
dũng mãnh < dũng mảnh
cải cách < cãi cách
cải thiện < cãi thiện
cải tạo < cãi tạo
tranh cãi < tranh cải
vỉa hè < vĩa hè
dễ hiểu < dể hiểu
đỗ đạt < đổ đạt
bãi bỏ < bải bỏ / bãi bõ
hủy bỏ < hủy bõ
xóa bỏ < xóa bõ
loại bỏ < loại bõ
tỉ mỉ < tỉ mĩ
"""
