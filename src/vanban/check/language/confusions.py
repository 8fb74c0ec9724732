"""Wrong phrases and the right ones: slips of the keyboard and of recognition that spell another word.

A line is ``right < wrong / wrong``, in small letters with the tone on the first vowel (``hòa``). A wrong phrase has
two words or more, the fewest that make it wrong in any sentence. Where it can stand by chance across two words,
brackets say behind which words (``sau: a, b``) or before which (``trước: a, b``) it is not wrong.
"""

from __future__ import annotations

TYPING_SLIPS = """
chuyển đổi số < chuyên đổi số / chuyến đổi số / chuyền đổi số / chuyện đổi số / chuyển đối số / chuyển đội số
chuyển đổi số < chuyển đổi sổ
chuyển đổi mục đích < chuyên đổi mục đích
phấn đấu đến < phần đầu đến
phấn đấu đạt < phần đầu đạt
phấn đấu hoàn thành < phần đầu hoàn thành
phấn đấu tăng < phần đầu tăng
phấn đấu giảm < phần đầu giảm
phấn đấu < phần đấu (trước: giá, thầu, tranh, nối) / phấn đầu / phân đấu (trước: giá, thầu, tranh)
khẩn cấp < khan cấp
chấp hành < chất hành
hằng tuần < hàng tuân / hằng tuân
cho thuê đất < cho thuế đất
nợ đọng < nợ động
bảo hiểm thất nghiệp < bảo, hiểm thất nghiệp
bảo hiểm xã hội < bảo, hiểm xã hội
bảo hiểm y tế < bảo, hiểm y tế
chiến dịch < chiến, dịch (trước: bệnh, vụ)
luật sửa đổi < luật sử đổi
cán bộ, công chức < các bộ, công chức
cán bộ, đảng viên < các bộ, đảng viên
cán bộ, hội viên < các bộ, hội viên
cán bộ, chiến sĩ < các bộ, chiến sĩ
bệnh án điện tử < bệnh án điện từ
sức khỏe điện tử < sức khỏe điện từ
giao dịch điện tử < giao dịch điện từ
chữ ký điện tử < chữ ký điện từ
hóa đơn điện tử < hóa đơn điện từ
thương mại điện tử < thương mại điện từ
chính quyền điện tử < chính quyền điện từ
tỷ trọng đóng góp < tỷ trong đóng góp
đề xuất kinh phí < để xuất kinh phí
đề xuất phương án < để xuất phương án
đề xuất cấp < để xuất cấp
đề xuất ubnd < để xuất ubnd
đề xuất ủy ban < để xuất ủy ban
để bảo đảm < đế bảo đảm
để đảm bảo < đế đảm bảo
để thực hiện < đế thực hiện
để triển khai < đế triển khai
để phục vụ < đế phục vụ
để tổ chức < đế tổ chức
để tổng hợp < đế tổng hợp
bộ nông nghiệp < bô nông nghiệp
bộ tài chính < bô tài chính
bộ xây dựng < bô xây dựng
bộ công an < bô công an
bộ y tế < bô y tế
bộ nội vụ < bô nội vụ
bộ quốc phòng < bô quốc phòng
bộ tư pháp < bô tư pháp
bộ khoa học < bô khoa học
bộ công thương < bô công thương
bộ giáo dục < bô giáo dục
trung ương < trương ương
ủy ban nhân dân tỉnh < ủy ban nhân tỉnh / ủy nhân dân tỉnh
ủy ban nhân dân thành phố < ủy ban nhân thành phố / ủy nhân dân thành phố
ủy ban nhân dân xã < ủy ban nhân xã / ủy nhân dân xã
ủy ban nhân dân phường < ủy ban nhân phường / ủy nhân dân phường
ủy ban nhân dân huyện < ủy ban nhân huyện / ủy nhân dân huyện
ủy ban nhân dân các < ủy ban nhân các / ủy nhân dân các
hội đồng nhân dân tỉnh < hội đồng nhân tỉnh
hội đồng nhân dân thành phố < hội đồng nhân thành phố
hội đồng nhân dân xã < hội đồng nhân xã
hội đồng nhân dân các < hội đồng nhân các
thủ tướng chính phủ và < thủ tướng chính và
thủ tướng chính phủ tại < thủ tướng chính tại
thủ tướng chính phủ về < thủ tướng chính về
thủ tướng chính phủ ban < thủ tướng chính ban
thi hành án dân sự < thi hành dân sự
người sử dụng lao động < người sử lao động
kinh phí thực hiện kế hoạch < kinh phí thực kế hoạch
kinh phí thực hiện nhiệm < kinh phí thực nhiệm
đẩy nhanh tiến độ giải ngân < đẩy nhanh tiến giải ngân
đẩy nhanh tiến độ thực < đẩy nhanh tiến thực
đẩy nhanh tiến độ thi công < đẩy nhanh tiến thi công
tổ chức thực hiện kế hoạch < tổ chức thực kế hoạch
triển khai < triên khai / triền khai / triến khai / triển khái
thực hiện < thực hiên / thực hiền / thực hiển
thực hiện < thức hiện (trước: nay, có, hành, đại, tại, thực, vật, trạng, diện, đang)
thực hiện nhiệm < thực hiện nhiêm
nhiệm vụ < nhiêm vụ / nhiễm vụ / nhiệm vu / nhiệm vự
trách nhiệm < trách nhiêm / trách nhiễm
bổ nhiệm < bổ nhiêm
miễn nhiệm < miễn nhiêm
chủ nhiệm < chủ nhiêm
tổ chức < tổ chúc / tố chức / tồ chức / tô chức / tổ chực
quản lý < quán lý (sau: tập, nhất) / quan lý (trước: lịch, do, luận, giải) / quản ly / quàn lý
nhà nước < nhá nước
ủy ban < ủy bạn
hội đồng nhân dân < hội đông nhân dân
hội đồng < hôi đồng
hội đồng nhân < hội động nhân
nhân dân < nhân đân / nhân dẫn / nhân dần
chính quyền < chính quyên / chính quyến / chinh quyền / chình quyền
chính phủ < chính phú / chính phù / chinh phủ / chỉnh phủ (sau: điều)
thủ tướng chính < thủ tướng chinh
thủ tướng < thủ tưởng / thú tướng
chủ tịch < chú tịch / chủ tịnh
bí thư < bí thứ / bí thu / bi thư
đảng ủy < đáng ủy / đàng ủy
cấp ủy < cập ủy
tỉnh ủy < tỉnh úy / tình ủy / tĩnh ủy
ủy ban nhân dân tỉnh < ủy ban nhân dân tình / ủy ban nhân dân tinh
ubnd tỉnh < ubnd tình / ubnd tinh
trên địa bàn tỉnh < trên địa bàn tình / trên địa bàn tinh
trên địa bàn < trên địa bản / trên đia bàn / trên địa bàng
địa phương < đia phương / đĩa phương / địa phường / địa phượng
cơ quan < cơ quạn / co quan / cơ quản (trước: lý, trị) / cớ quan
đơn vị < đon vị / đơn vi / đơn vì / đợn vị
cán bộ < cán bô / can bộ / cán bố / cản bộ
công chức < công chúc / cồng chức
viên chức < viên chúc / viện chức (trước: năng)
kế hoạch < kê hoạch (sau: thống, liệt) / kể hoạch / kế hoạnh
chương trình < chương trinh / chương trính / chường trình
nghị quyết < nghi quyết / nghỉ quyết / nghĩ quyết
nghị định < nghi định / nghỉ định
quyết định < quyết đinh / quyết đính / quyết đĩnh
chỉ thị < chi thị / chí thị
thông báo < thông bào / thông bảo / thông bao
báo cáo < bảo cáo / bào cáo / báo cào
tổng hợp < tông hợp / tống hợp
tham mưu < tham mưa / thàm mưu
phối hợp < phối họp / phồi hợp / phôi hợp / phổi hợp
chủ trì < chủ tri / chú trì / chù trì / chủ chì
hướng dẫn < hướng dân / hương dẫn / hướng dần
kiểm tra < kiểm trà / kiêm tra / kiếm tra / kiểm tả
giám sát < giảm sát / giấm sát
đánh giá < đanh giá / đánh già / đảnh giá
đôn đốc < đồn đốc / đòn đốc
giải quyết < giai quyết (sau: giai)
giải pháp < giái pháp / giải phấp / giai pháp / giải pháo
phát triển < phát triên / phát triền / phát triến / phất triển
kinh tế < kinh tể / kính tế / kinh tề
xã hội < xã hôi / xà hội / xả hội
văn hóa < văn hỏa / vãn hóa / vân hóa
an ninh < an nình
tài nguyên < tài nguyển / tài nguyến
môi trường < môi trương / môi trưởng / mội trường
đầu tư < đầu tu / đầu tứ / đâu tư / đấu tư
xây dựng < xây dụng / xây dưng / xấy dựng / xậy dựng
ngân sách < ngăn sách / ngần sách
kinh phí < kinh phi / kính phí
tài chính < tài chinh / tài chỉnh (trước: sửa, lý) / tái chính
tài sản < tài sàn / tài sán
quy định < quy đinh / quy đĩnh / quy đính
pháp luật < phát luật / pháp luất / phấp luật
hành chính < hành chinh / hanh chính / hành chỉnh (trước: sửa, lý, trang, đốn, tu, hướng)
thủ tục < thú tục
thủ tục hành < thủ túc hành
dịch vụ < dịch vu
trực tuyến < trực tuyên
thường xuyên < thường xuyển / thương xuyên / thưởng xuyên / thường xuyến
tăng cường < tăng cương / tâng cường
nâng cao < nâng cào / nâng cáo / nầng cao
hiệu quả < hiệu quà / hiêu quả / hiểu quả
kết quả < kết quà
chất lượng < chất lương / chất lường
tuyên truyền < tuyên truyên / tuyền truyền / tuyển truyền
vận động < vân động / vận đông / vần động / vấn động (sau: tư, chất, phỏng, cố)
đào tạo < đào tao / đạo tạo / đào tào
bồi dưỡng < bồi dương / bồi dường / bối dưỡng / bổi dưỡng
lãnh đạo < lanh đạo / lành đạo / lãnh đao / lãnh đảo
chỉ đạo < chỉ đao / chi đạo
quán triệt < quản triệt / quan triệt
quá trình < quá trinh
công tác < công tấc / cồng tác
phòng chống < phòng chông
phòng, chống < phòng, chông
vi phạm < vi pham / vị phạm
xử lý vi phạm < xử lý vi phám
xử lý < sử lý / xứ lý
cải cách < cái cách (trước: mà, làm, thức) / cải cạch
khó khăn < khó khắn / khó khản / khỏ khăn
vướng mắc < vường mắc / vương mắc
tháo gỡ < tháo gở / thảo gỡ
rà soát < rà xoát / ra soát (trước: xét) / rả soát
cưỡng chế < cưỡng chê
khen thưởng < khen thường (trước: xuyên, kỳ, niên) / khen thương
kỷ luật < kỷ luất
bảo hiểm < bảo hiềm / bảo hiêm
bảo đảm < bảo đàm / bảo đãm / bao đảm
đảm bảo < đảm bào / đam bảo
sẵn sàng < sẵn sằng / sẵn sáng
ứng phó < ứng phố
khắc phục < khác phục (trước: vụ, hồi) / khắc phúc
hậu quả < hậu quà
thiên tai < thiên tại / thiên tải
nông thôn < nông thồn / nông thốn / nồng thôn
nông nghiệp < nông nghiếp
doanh nghiệp < doạnh nghiệp / doanh nghiếp
công nghệ < công nghê / công nghể
khoa học < khoa hộc
giáo dục < giao dục / giáo dúc / giảo dục
y tế < y tê / ý tế
lao động < lao đông / lao đồng / lạo động
việc làm < việc lám
dân tộc < dân tốc / dẫn tộc
tôn giáo < tôn giao / tôn giảo
thống nhất < thồng nhất
đề nghị < đề nghi / để nghị (trước: quyết, định, sự, viện) / đề nghỉ
để được < đề được (sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu)
để thực hiện < đề thực hiện (sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu)
để đảm bảo < đề đảm bảo (sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu)
để bảo đảm < đề bảo đảm (sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu)
yêu cầu < yêu câu / yêu cấu / yếu cầu (sau: chủ, thiết)
nội dung < nội dụng / nội đung / nôi dung / nối dung
mục tiêu < mục tiểu
chỉ tiêu < chỉ tiểu / chỉ tiệu
chỉ tiêu chủ yếu < chi tiêu chủ yếu
kịp thời < kịp thòi / kịp thới / kịp thơi
thời hạn < thời hàn / thơi hạn
thời gian < thới gian / thòi gian / thời gián / thơi gian
theo thẩm quyền < theo thẩm quyên
thẩm quyền < thảm quyền / thấm quyền / thẫm quyền / thầm quyền
thẩm định < thẩm đinh / thấm định
hồ sơ < hò sơ / hố sơ / hổ sơ / hồ sờ
văn bản < văn bàn / văn bân / vản bản / vân bản
ban hành < ban hánh / bản hành (sau: văn, biên, kịch, tài) / ban hanh
nơi nhận < nơi nhân / noi nhận
kính gửi < kính gừi / kinh gửi
trân trọng < trân trong
tiếp tục < tiếp túc
hoàn thiện < hoàn thiên
hoàn thành < hoàn thánh / hoàn thảnh
tiến độ < tiền độ / tiên độ / tiến đô
đồng bộ < đồng bô / đông bộ (sau: sông, biển, rừng, miền, phía, vùng)
đấu thầu < đấu thâu / đâu thầu
giải ngân < giải ngăn / giải ngần
mặt bằng < mặt bàng
tiếp cận < tiếp cân
tiết kiệm < tiết kiêm / tiết kiếm
lãng phí < lãng phi
tham nhũng < tham nhủng
khiếu nại < khiêu nại / khiếu nai / khiếu nài
tố cáo < tố cao / tổ cáo / tố cảo
tiếp công dân < tiếp công dẫn
đại biểu < đại biếu / đại biều / đại biêu
bầu cử < bầu cừ / bầu cứ
cử tri < cừ tri / cứ tri (trước: thức)
mặt trận < mặt trân / mặt trần (trước: nhà)
tổ quốc < tố quốc
hạ tầng < hạ tâng / hạ tằng
giao thông < giao thồng / giao thong
sáp nhập < sắp nhập (trước: học, khẩu, ngũ, viện, kho, cảnh)
sắp xếp < sắp sếp / xắp xếp / sấp xếp
tinh giản < tinh giàn
biên chế < biện chế / biên chê
phân công < phân cồng / phân cống / phấn công
ủy quyền < ủy quyên
dự toán < dư toán
dự án < dư án / dự ản
dữ liệu < dữ liêu / dử liệu
dữ liệu dân cư < dự liệu dân cư
cơ sở < cơ sờ / cơ sỡ / cơ sớ / co sở
sở nội vụ < sờ nội vụ / sỡ nội vụ
sở tài chính < sờ tài chính
sở xây dựng < sờ xây dựng
sở y tế < sờ y tế
nội vụ < nội vu / nổi vụ
tư pháp < tự pháp
công an tỉnh < công an tình
trung ương < trung ường / trung ướng
bộ chính trị < bộ chình trị
chính trị < chính trí (trước: tuệ, thức) / chính tri / chinh trị
hệ thống chính trị < hệ thông chính trị
hệ thống < hệ thồng
hệ thống thông tin < hệ thông thông tin
thông tin < thông tìn / thồng tin
truyền thông < truyền thồng
bền vững < bên vững / bền vừng / bền vửng
ổn định < ổn đinh / ồn định
nhanh chóng < nhanh chống
khẩn trương < khấn trương / khẩn trưởng
nghiêm túc < nghiêm tục / nghiệm túc
chủ động < chủ đông / chú động
tích cực < tích cức
cụ thể < cụ thê / cụ thề / cu thể
tập thể < tập thê
cá nhân < cá nhận
tổ chức, cá nhân < tổ chức, các nhân
đối tượng < đối tương / đồi tượng / đối tường
tiêu chuẩn < tiêu chuân
chuẩn bị < chuẩn bi / chuân bị
phê duyệt < phế duyệt
thường trực < thưởng trực / thương trực (sau: bồi, công)
thường vụ < thường vu
hội nghị < hội nghi / hội nghỉ (sau: xã)
phụ nữ < phụ nử / phụ nứ
thanh niên < thanh niện
cựu chiến binh < cựu chiến bình
biên phòng < biên phong
công khai < công khái
giám đốc sở < giảm đốc sở
thủ trưởng < thủ trường / thủ trương / thú trưởng
phục vụ < phục vu / phúc vụ
trụ sở < trụ sờ / trụ sớ
tập thể, cá nhân < tập thế, cá nhân
nâng cao chất lượng < năng cao chất lượng (sau: chức, tiềm, khả, kỹ, tính)
nâng cao hiệu quả < năng cao hiệu quả (sau: chức, tiềm, khả, kỹ, tính)
nâng cao năng lực < năng cao năng lực (sau: chức, tiềm, khả, kỹ, tính)
nâng cao nhận thức < năng cao nhận thức (sau: chức, tiềm, khả, kỹ, tính)
nâng cao trách nhiệm < năng cao trách nhiệm (sau: chức, tiềm, khả, kỹ, tính)
phân cấp, phân quyền < phần cấp, phân quyền / phân cấp, phần quyền
phó trưởng phòng < phó trường phòng
đề xuất, kiến nghị < để xuất, kiến nghị
kiến nghị, đề xuất < kiến nghị, để xuất
đề xuất các giải pháp < để xuất các giải pháp
tham mưu, đề xuất < tham mưu, để xuất
phấn đấu có < phần đầu có
phấn đấu từ < phần đầu từ
phấn đấu trên < phần đầu trên
phấn đấu đưa < phần đầu đưa
phấn đấu trở thành < phần đầu trở thành
phấn đấu thực hiện < phần đầu thực hiện
phấn đấu đào tạo < phần đầu đào tạo
phấn đấu xây dựng < phần đầu xây dựng
phấn đấu ít nhất < phần đầu ít nhất
phấn đấu 100 < phần đầu 100
phấn đấu tỷ lệ < phần đầu tỷ lệ
phấn đấu tối thiểu < phần đầu tối thiểu
phấn đấu nâng < phần đầu nâng
phấn đấu giữ < phần đầu giữ
phấn đấu trong năm < phần đầu trong năm
phấn đấu bảo đảm < phần đầu bảo đảm
phấn đấu mỗi < phần đầu mỗi
phấn đấu vượt < phần đầu vượt
phấn đấu duy trì < phần đầu duy trì
phấn đấu giải ngân < phần đầu giải ngân
bộ đội biên phòng < bộ đôi biên phòng
chỉ huy quân sự < chỉ huy quân sư
ủy ban nhân dân < ủy bàn nhân dân
ủy ban mặt trận < ủy bàn mặt trận
khen thưởng, kỷ luật < khen thưởng, ký luật / khen thưởng, kỹ luật
xử lý kỷ luật < xử lý ký luật / xử lý kỹ luật
kỷ luật lao động < kỹ luật lao động
kỷ luật đảng < kỹ luật đảng
hình thức kỷ luật < hình thức kỹ luật
kỷ luật, kỷ cương < kỹ luật, kỷ cương
vị trí xung yếu < vị trí sung yếu
khu vực xung yếu < khu vực sung yếu
địa bàn xung yếu < địa bàn sung yếu
thái độ bàng quan < thái độ bàng quang
thống nhất quản lý < thông nhất quản lý (sau: giao, phổ, viễn, truyền, lưu, thông)
thống nhất chỉ đạo < thông nhất chỉ đạo (sau: giao, phổ, viễn, truyền, lưu, thông)
thống nhất thực hiện < thông nhất thực hiện (sau: giao, phổ, viễn, truyền, lưu, thông)
thống nhất với < thông nhất với (sau: giao, phổ, viễn, truyền, lưu, thông)
báo cáo kết quả < báo các kết quả
các đồng chí < các đồng chỉ (trước: đạo, thị, định)
đồng chí bí thư < đồng chỉ bí thư
đồng chí chủ tịch < đồng chỉ chủ tịch
giao cho đồng chí < giao cho đồng chỉ
đảng viên < đáng viên
năm bảy < năm báy
công văn < cồng văn / công vãn
thống kê < thống kế / thông kê (sau: giao, phổ, viễn)
kết luận < kết luân
nguyên tắc < nguyên tác (sau: bản)
toàn diện < toàn diên
đại diện < đại diên
điều kiện < điều kiên
sự kiện < sự kiên (trước: quyết, định, trì, cường, nhẫn)
tự nguyện < tự nguyên
thuận lợi < thuận lơi
quyền lợi < quyền lơi
người dân < ngươi dân / người đân / người dẫn (trước: đầu, đường, chương, dắt, đến, trình, đoàn) / người dan
hộ nghèo < hộ nghéo / hô nghèo
cận nghèo < cận nghéo
chính sách < chính sạch / chình sách
cơ chế < cơ chê / cơ chể
trọng tâm < trọng tấm / trọng tầm / trong tâm (sau: nằm, ở, ngay)
quan tâm < quan tầm / quan tấm
quyết tâm < quyết tầm
trung tâm < trung tầm / trung tấm
đồng thời < đồng thơi / đồng thòi
trước ngày < trước ngay (trước: khi, sau, mắt, trong, từ, tại, lúc, cả)
hằng năm < hằng nằm
hàng năm < hàng nằm
trong năm < trong nằm
kể từ ngày < kề từ ngày / kế từ ngày
kể từ khi < kế từ khi
bắt đầu từ < bắt đâu từ
đăng ký < đăng kỷ
chứng nhận quyền < chứng nhân quyền
giấy chứng nhận < giấy chứng nhân
xác nhận của < xác nhân của
tiếp nhận hồ sơ < tiếp nhân hồ sơ
tiếp nhận và < tiếp nhân và
một cửa liên thông < một của liên thông
bộ phận một cửa < bộ phận một của
biến đổi khí hậu < biên đổi khí hậu / biến đồi khí hậu
đất nông nghiệp < đất nồng nghiệp
thu hồi đất < thu hối đất / thu hôi đất
tái định cư < tái đinh cư
hoạt động < hoạt đông / hoạt đồng (sau: linh)
hành động < hành đông / hành đồng
phong trào < phong trao (trước: giải, tặng, thưởng)
thi đua < thi đưa / thi đau
gương mẫu < gương mẩu
suy thoái < suy thói
tự diễn biến < tự diễn biên
tư tưởng < tư tương / tư tường
lý luận < lý luân
chi bộ < chi bô
đảng bộ < đảng bô
tổ chức đảng < tổ chức đăng (trước: ký, tải, cai, bài, tin, báo, kiểm, đàn, quang)
cấp ủy đảng < cấp ủy đăng
công tác đảng < công tác đăng (trước: ký, tải, cai, bài, tin, báo, kiểm)
văn kiện < văn kiên
đại hội < đại hôi
nhiệm kỳ < nhiệm ký (sau: trách)
đối với < đối vói
phối hợp với < phối hợp vói
cùng với < cùng vói
so với < so vói
gắn với < gắn vói
kết hợp với < kết hợp vói
theo mẫu < theo mầu / theo mãu / theo mấu (trước: chốt)
thứ sáu hằng tuần < thử sáu hằng tuần
hợp đồng < họp đồng
trường hợp < trường họp (trước: lệ, bàn, mặt, để, có) / trưởng hợp (trước: tác, đồng) / trương hợp
chi tiết < chỉ tiết
chi phí < chỉ phí
chi nhánh < chỉ nhánh
nắm bắt < năm bắt
"""
