"""Wrong phrases and the right ones: slips of the keyboard and of recognition that spell another word.

One pair a line: ``wrong -> right``, in small letters with the tone on the first vowel (``hòa``). A phrase has two
words or more, the fewest that make it wrong in any sentence. Where a wrong phrase can stand by chance across two
words, the line goes on with ``| sau: a, b`` (not wrong behind these words) or ``| trước: a, b`` (not wrong before
them).
"""

from __future__ import annotations

TYPING_SLIPS = """
chuyên đổi số -> chuyển đổi số
chuyến đổi số -> chuyển đổi số
chuyền đổi số -> chuyển đổi số
chuyện đổi số -> chuyển đổi số
chuyển đối số -> chuyển đổi số
chuyển đội số -> chuyển đổi số
chuyển đổi sổ -> chuyển đổi số
chuyên đổi mục đích -> chuyển đổi mục đích
phần đầu đến -> phấn đấu đến
phần đầu đạt -> phấn đấu đạt
phần đầu hoàn thành -> phấn đấu hoàn thành
phần đầu tăng -> phấn đấu tăng
phần đầu giảm -> phấn đấu giảm
phần đấu -> phấn đấu | trước: giá, thầu, tranh, nối
phấn đầu -> phấn đấu
phân đấu -> phấn đấu | trước: giá, thầu, tranh
triên khai -> triển khai
triền khai -> triển khai
triến khai -> triển khai
triển khái -> triển khai
thực hiên -> thực hiện
thực hiền -> thực hiện
thực hiển -> thực hiện
thức hiện -> thực hiện | trước: nay, có, hành, đại, tại, thực, vật, trạng, diện, đang
thực hiện nhiêm -> thực hiện nhiệm
nhiêm vụ -> nhiệm vụ
nhiễm vụ -> nhiệm vụ
nhiệm vu -> nhiệm vụ
nhiệm vự -> nhiệm vụ
trách nhiêm -> trách nhiệm
trách nhiễm -> trách nhiệm
bổ nhiêm -> bổ nhiệm
miễn nhiêm -> miễn nhiệm
chủ nhiêm -> chủ nhiệm
tổ chúc -> tổ chức
tố chức -> tổ chức
tồ chức -> tổ chức
tô chức -> tổ chức
tổ chực -> tổ chức
quán lý -> quản lý | sau: tập, nhất
quan lý -> quản lý | trước: lịch, do, luận, giải
quản ly -> quản lý
quàn lý -> quản lý
nhá nước -> nhà nước
ủy bạn -> ủy ban
hội đông nhân dân -> hội đồng nhân dân
hôi đồng -> hội đồng
hội động nhân -> hội đồng nhân
nhân đân -> nhân dân
nhân dẫn -> nhân dân
nhân dần -> nhân dân
chính quyên -> chính quyền
chính quyến -> chính quyền
chinh quyền -> chính quyền
chình quyền -> chính quyền
chính phú -> chính phủ
chính phù -> chính phủ
chinh phủ -> chính phủ
thủ tướng chinh -> thủ tướng chính
thủ tưởng -> thủ tướng
thú tướng -> thủ tướng
chú tịch -> chủ tịch
chủ tịnh -> chủ tịch
bí thứ -> bí thư
bí thu -> bí thư
bi thư -> bí thư
đáng ủy -> đảng ủy
đàng ủy -> đảng ủy
cập ủy -> cấp ủy
tỉnh úy -> tỉnh ủy
tình ủy -> tỉnh ủy
tĩnh ủy -> tỉnh ủy
ủy ban nhân dân tình -> ủy ban nhân dân tỉnh
ủy ban nhân dân tinh -> ủy ban nhân dân tỉnh
ubnd tình -> ubnd tỉnh
ubnd tinh -> ubnd tỉnh
trên địa bàn tình -> trên địa bàn tỉnh
trên địa bàn tinh -> trên địa bàn tỉnh
trên địa bản -> trên địa bàn
trên đia bàn -> trên địa bàn
trên địa bàng -> trên địa bàn
đia phương -> địa phương
đĩa phương -> địa phương
địa phường -> địa phương
địa phượng -> địa phương
cơ quạn -> cơ quan
co quan -> cơ quan
cơ quản -> cơ quan | trước: lý, trị
cớ quan -> cơ quan
đon vị -> đơn vị
đơn vi -> đơn vị
đơn vì -> đơn vị
đợn vị -> đơn vị
cán bô -> cán bộ
can bộ -> cán bộ
cán bố -> cán bộ
cản bộ -> cán bộ
công chúc -> công chức
cồng chức -> công chức
viên chúc -> viên chức
viện chức -> viên chức | trước: năng
kê hoạch -> kế hoạch | sau: thống, liệt
kể hoạch -> kế hoạch
kế hoạnh -> kế hoạch
chương trinh -> chương trình
chương trính -> chương trình
chường trình -> chương trình
nghi quyết -> nghị quyết
nghỉ quyết -> nghị quyết
nghĩ quyết -> nghị quyết
nghi định -> nghị định
nghỉ định -> nghị định
quyết đinh -> quyết định
quyết đính -> quyết định
quyết đĩnh -> quyết định
chi thị -> chỉ thị
chí thị -> chỉ thị
thông bào -> thông báo
thông bảo -> thông báo
thông bao -> thông báo
bảo cáo -> báo cáo
bào cáo -> báo cáo
báo cào -> báo cáo
tông hợp -> tổng hợp
tống hợp -> tổng hợp
tham mưa -> tham mưu
thàm mưu -> tham mưu
phối họp -> phối hợp
phồi hợp -> phối hợp
phôi hợp -> phối hợp
phổi hợp -> phối hợp
chủ tri -> chủ trì
chú trì -> chủ trì
chù trì -> chủ trì
hướng dân -> hướng dẫn
hương dẫn -> hướng dẫn
hướng dần -> hướng dẫn
kiểm trà -> kiểm tra
kiêm tra -> kiểm tra
kiếm tra -> kiểm tra
kiểm tả -> kiểm tra
giảm sát -> giám sát
giấm sát -> giám sát
đanh giá -> đánh giá
đánh già -> đánh giá
đảnh giá -> đánh giá
đồn đốc -> đôn đốc
đòn đốc -> đôn đốc
giai quyết -> giải quyết | sau: giai
giái pháp -> giải pháp
giải phấp -> giải pháp
giai pháp -> giải pháp
giải pháo -> giải pháp
phát triên -> phát triển
phát triền -> phát triển
phát triến -> phát triển
phất triển -> phát triển
kinh tể -> kinh tế
kính tế -> kinh tế
kinh tề -> kinh tế
xã hôi -> xã hội
xà hội -> xã hội
xả hội -> xã hội
văn hỏa -> văn hóa
vãn hóa -> văn hóa
vân hóa -> văn hóa
an nình -> an ninh
tài nguyển -> tài nguyên
môi trương -> môi trường
môi trưởng -> môi trường
đầu tu -> đầu tư
đầu tứ -> đầu tư
đâu tư -> đầu tư
đấu tư -> đầu tư
xây dụng -> xây dựng
xây dưng -> xây dựng
xấy dựng -> xây dựng
xậy dựng -> xây dựng
ngăn sách -> ngân sách
ngần sách -> ngân sách
kinh phi -> kinh phí
kính phí -> kinh phí
tài chinh -> tài chính
tài chỉnh -> tài chính | trước: sửa, lý
tái chính -> tài chính
tài sàn -> tài sản
tài sán -> tài sản
quy đinh -> quy định
quy đĩnh -> quy định
quy đính -> quy định
phát luật -> pháp luật
pháp luất -> pháp luật
phấp luật -> pháp luật
hành chinh -> hành chính
hanh chính -> hành chính
hành chỉnh -> hành chính | trước: sửa, lý, trang, đốn, tu, hướng
thú tục -> thủ tục
thủ túc hành -> thủ tục hành
dịch vu -> dịch vụ
trực tuyên -> trực tuyến
thường xuyển -> thường xuyên
thương xuyên -> thường xuyên
thưởng xuyên -> thường xuyên
thường xuyến -> thường xuyên
tăng cương -> tăng cường
tâng cường -> tăng cường
nâng cào -> nâng cao
nâng cáo -> nâng cao
nầng cao -> nâng cao
hiệu quà -> hiệu quả
hiêu quả -> hiệu quả
hiểu quả -> hiệu quả
kết quà -> kết quả
chất lương -> chất lượng
chất lường -> chất lượng
tuyên truyên -> tuyên truyền
tuyền truyền -> tuyên truyền
tuyển truyền -> tuyên truyền
vân động -> vận động
vận đông -> vận động
vần động -> vận động
vấn động -> vận động | sau: tư, chất, phỏng, cố
đào tao -> đào tạo
đạo tạo -> đào tạo
đào tào -> đào tạo
bồi dương -> bồi dưỡng
bồi dường -> bồi dưỡng
bối dưỡng -> bồi dưỡng
bổi dưỡng -> bồi dưỡng
lanh đạo -> lãnh đạo
lành đạo -> lãnh đạo
lãnh đao -> lãnh đạo
lãnh đảo -> lãnh đạo
chỉ đao -> chỉ đạo
chi đạo -> chỉ đạo
quản triệt -> quán triệt
quan triệt -> quán triệt
quá trinh -> quá trình
công tấc -> công tác
cồng tác -> công tác
phòng chông -> phòng chống
phòng, chông -> phòng, chống
vi pham -> vi phạm
vị phạm -> vi phạm
xử lý vi phám -> xử lý vi phạm
sử lý -> xử lý
xứ lý -> xử lý
cái cách -> cải cách | trước: mà, làm, thức
cải cạch -> cải cách
khó khắn -> khó khăn
khó khản -> khó khăn
khỏ khăn -> khó khăn
vường mắc -> vướng mắc
vương mắc -> vướng mắc
tháo gở -> tháo gỡ
thảo gỡ -> tháo gỡ
rà xoát -> rà soát
ra soát -> rà soát | trước: xét
rả soát -> rà soát
cưỡng chê -> cưỡng chế
khen thường -> khen thưởng | trước: xuyên, kỳ, niên
khen thương -> khen thưởng
kỷ luất -> kỷ luật
bảo hiềm -> bảo hiểm
bảo hiêm -> bảo hiểm
bảo đàm -> bảo đảm
bảo đãm -> bảo đảm
bao đảm -> bảo đảm
đảm bào -> đảm bảo
đam bảo -> đảm bảo
sẵn sằng -> sẵn sàng
sẵn sáng -> sẵn sàng
ứng phố -> ứng phó
khác phục -> khắc phục | trước: vụ, hồi
khắc phúc -> khắc phục
hậu quà -> hậu quả
thiên tại -> thiên tai
thiên tải -> thiên tai
nông thồn -> nông thôn
nông thốn -> nông thôn
nồng thôn -> nông thôn
nông nghiếp -> nông nghiệp
doạnh nghiệp -> doanh nghiệp
doanh nghiếp -> doanh nghiệp
công nghê -> công nghệ
công nghể -> công nghệ
khoa hộc -> khoa học
giao dục -> giáo dục
giáo dúc -> giáo dục
giảo dục -> giáo dục
y tê -> y tế
ý tế -> y tế
lao đông -> lao động
lao đồng -> lao động
lạo động -> lao động
việc lám -> việc làm
dân tốc -> dân tộc
dẫn tộc -> dân tộc
tôn giao -> tôn giáo
tôn giảo -> tôn giáo
thồng nhất -> thống nhất
đề nghi -> đề nghị
để nghị -> đề nghị | trước: quyết, định, sự, viện
đề nghỉ -> đề nghị
đề được -> để được | sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu
đề thực hiện -> để thực hiện | sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu
đề đảm bảo -> để đảm bảo | sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu
đề bảo đảm -> để bảo đảm | sau: vấn, chủ, tiền, chuyên, nhan, các, những, một, mệnh, luận, đầu, tiêu
yêu câu -> yêu cầu
yêu cấu -> yêu cầu
yếu cầu -> yêu cầu | sau: chủ, thiết
nội dụng -> nội dung
nội đung -> nội dung
nôi dung -> nội dung
nối dung -> nội dung
mục tiểu -> mục tiêu
chỉ tiểu -> chỉ tiêu
chi tiêu chủ yếu -> chỉ tiêu chủ yếu
chỉ tiệu -> chỉ tiêu
kịp thòi -> kịp thời
kịp thới -> kịp thời
thời hàn -> thời hạn
thới gian -> thời gian
thòi gian -> thời gian
thời gián -> thời gian
theo thẩm quyên -> theo thẩm quyền
thảm quyền -> thẩm quyền
thấm quyền -> thẩm quyền
thẫm quyền -> thẩm quyền
thầm quyền -> thẩm quyền
thẩm đinh -> thẩm định
thấm định -> thẩm định
hò sơ -> hồ sơ
hố sơ -> hồ sơ
hổ sơ -> hồ sơ
hồ sờ -> hồ sơ
văn bàn -> văn bản
văn bân -> văn bản
vản bản -> văn bản
vân bản -> văn bản
ban hánh -> ban hành
bản hành -> ban hành | sau: văn, biên, kịch, tài
ban hanh -> ban hành
nơi nhân -> nơi nhận
noi nhận -> nơi nhận
kính gừi -> kính gửi
kinh gửi -> kính gửi
trân trong -> trân trọng
tiếp túc -> tiếp tục
hoàn thiên -> hoàn thiện
hoàn thánh -> hoàn thành
hoàn thảnh -> hoàn thành
tiền độ -> tiến độ
tiên độ -> tiến độ
tiến đô -> tiến độ
đồng bô -> đồng bộ
đông bộ -> đồng bộ | sau: sông, biển, rừng, miền, phía, vùng
đấu thâu -> đấu thầu
đâu thầu -> đấu thầu
giải ngăn -> giải ngân
giải ngần -> giải ngân
mặt bàng -> mặt bằng
tiếp cân -> tiếp cận
tiết kiêm -> tiết kiệm
tiết kiếm -> tiết kiệm
lãng phi -> lãng phí
tham nhủng -> tham nhũng
khiêu nại -> khiếu nại
khiếu nai -> khiếu nại
khiếu nài -> khiếu nại
tố cao -> tố cáo
tổ cáo -> tố cáo
tố cảo -> tố cáo
tiếp công dẫn -> tiếp công dân
đại biếu -> đại biểu
đại biều -> đại biểu
đại biêu -> đại biểu
bầu cừ -> bầu cử
bầu cứ -> bầu cử
cừ tri -> cử tri
cứ tri -> cử tri | trước: thức
mặt trân -> mặt trận
mặt trần -> mặt trận | trước: nhà
tố quốc -> tổ quốc
hạ tâng -> hạ tầng
hạ tằng -> hạ tầng
giao thồng -> giao thông
giao thong -> giao thông
sắp nhập -> sáp nhập | trước: học, khẩu, ngũ, viện, kho, cảnh
sắp sếp -> sắp xếp
xắp xếp -> sắp xếp
sấp xếp -> sắp xếp
tinh giàn -> tinh giản
biện chế -> biên chế
biên chê -> biên chế
phân cồng -> phân công
phân cống -> phân công
phấn công -> phân công
ủy quyên -> ủy quyền
dư toán -> dự toán
dư án -> dự án
dự ản -> dự án
dữ liêu -> dữ liệu
dử liệu -> dữ liệu
dự liệu dân cư -> dữ liệu dân cư
cơ sờ -> cơ sở
cơ sỡ -> cơ sở
cơ sớ -> cơ sở
co sở -> cơ sở
sờ nội vụ -> sở nội vụ
sờ tài chính -> sở tài chính
sờ xây dựng -> sở xây dựng
sờ y tế -> sở y tế
sỡ nội vụ -> sở nội vụ
nội vu -> nội vụ
nổi vụ -> nội vụ
tự pháp -> tư pháp
công an tình -> công an tỉnh
trung ường -> trung ương
trung ướng -> trung ương
bộ chình trị -> bộ chính trị
chính trí -> chính trị | trước: tuệ, thức
chính tri -> chính trị
chinh trị -> chính trị
hệ thông chính trị -> hệ thống chính trị
hệ thồng -> hệ thống
hệ thông thông tin -> hệ thống thông tin
thông tìn -> thông tin
thồng tin -> thông tin
truyền thồng -> truyền thông
bên vững -> bền vững
bền vừng -> bền vững
bền vửng -> bền vững
ổn đinh -> ổn định
ồn định -> ổn định
nhanh chống -> nhanh chóng
khấn trương -> khẩn trương
khẩn trưởng -> khẩn trương
nghiêm tục -> nghiêm túc
nghiệm túc -> nghiêm túc
chủ đông -> chủ động
chú động -> chủ động
tích cức -> tích cực
cụ thê -> cụ thể
cụ thề -> cụ thể
cu thể -> cụ thể
tập thê -> tập thể
cá nhận -> cá nhân
tổ chức, các nhân -> tổ chức, cá nhân
đối tương -> đối tượng
đồi tượng -> đối tượng
đối tường -> đối tượng
tiêu chuân -> tiêu chuẩn
chuẩn bi -> chuẩn bị
chuân bị -> chuẩn bị
phế duyệt -> phê duyệt
thưởng trực -> thường trực
thương trực -> thường trực | sau: bồi, công
thường vu -> thường vụ
hội nghi -> hội nghị
hội nghỉ -> hội nghị | sau: xã
phụ nử -> phụ nữ
phụ nứ -> phụ nữ
thanh niện -> thanh niên
cựu chiến bình -> cựu chiến binh
biên phong -> biên phòng
công khái -> công khai
giảm đốc sở -> giám đốc sở
thủ trường -> thủ trưởng
thủ trương -> thủ trưởng
thú trưởng -> thủ trưởng
phục vu -> phục vụ
phúc vụ -> phục vụ
trụ sờ -> trụ sở
trụ sớ -> trụ sở
chủ chì -> chủ trì
tập thế, cá nhân -> tập thể, cá nhân
năng cao chất lượng -> nâng cao chất lượng | sau: chức, tiềm, khả, kỹ, tính
năng cao hiệu quả -> nâng cao hiệu quả | sau: chức, tiềm, khả, kỹ, tính
năng cao năng lực -> nâng cao năng lực | sau: chức, tiềm, khả, kỹ, tính
năng cao nhận thức -> nâng cao nhận thức | sau: chức, tiềm, khả, kỹ, tính
năng cao trách nhiệm -> nâng cao trách nhiệm | sau: chức, tiềm, khả, kỹ, tính
phần cấp, phân quyền -> phân cấp, phân quyền
phân cấp, phần quyền -> phân cấp, phân quyền
phó trường phòng -> phó trưởng phòng
để xuất, kiến nghị -> đề xuất, kiến nghị
kiến nghị, để xuất -> kiến nghị, đề xuất
để xuất giải pháp -> đề xuất giải pháp
để xuất các giải pháp -> đề xuất các giải pháp
tham mưu, để xuất -> tham mưu, đề xuất
phần đầu có -> phấn đấu có
phần đầu từ -> phấn đấu từ
phần đầu trên -> phấn đấu trên
phần đầu đưa -> phấn đấu đưa
phần đầu trở thành -> phấn đấu trở thành
phần đầu thực hiện -> phấn đấu thực hiện
phần đầu đào tạo -> phấn đấu đào tạo
phần đầu xây dựng -> phấn đấu xây dựng
phần đầu ít nhất -> phấn đấu ít nhất
phần đầu 100 -> phấn đấu 100
phần đầu tỷ lệ -> phấn đấu tỷ lệ
phần đầu tối thiểu -> phấn đấu tối thiểu
phần đầu nâng -> phấn đấu nâng
phần đầu giữ -> phấn đấu giữ
phần đầu trong năm -> phấn đấu trong năm
phần đầu bảo đảm -> phấn đấu bảo đảm
phần đầu mỗi -> phấn đấu mỗi
phần đầu vượt -> phấn đấu vượt
phần đầu duy trì -> phấn đấu duy trì
phần đầu giải ngân -> phấn đấu giải ngân
bộ đôi biên phòng -> bộ đội biên phòng
chỉ huy quân sư -> chỉ huy quân sự
ủy bàn nhân dân -> ủy ban nhân dân
ủy bàn mặt trận -> ủy ban mặt trận
khen thưởng, ký luật -> khen thưởng, kỷ luật
xử lý ký luật -> xử lý kỷ luật
kỹ luật lao động -> kỷ luật lao động
kỹ luật đảng -> kỷ luật đảng
khen thưởng, kỹ luật -> khen thưởng, kỷ luật
xử lý kỹ luật -> xử lý kỷ luật
hình thức kỹ luật -> hình thức kỷ luật
kỹ luật, kỷ cương -> kỷ luật, kỷ cương
vị trí sung yếu -> vị trí xung yếu
khu vực sung yếu -> khu vực xung yếu
địa bàn sung yếu -> địa bàn xung yếu
thái độ bàng quang -> thái độ bàng quan
thông nhất quản lý -> thống nhất quản lý | sau: giao, phổ, viễn, truyền, lưu, thông
thông nhất chỉ đạo -> thống nhất chỉ đạo | sau: giao, phổ, viễn, truyền, lưu, thông
thông nhất thực hiện -> thống nhất thực hiện | sau: giao, phổ, viễn, truyền, lưu, thông
thông nhất với -> thống nhất với | sau: giao, phổ, viễn, truyền, lưu, thông
báo các kết quả -> báo cáo kết quả
các đồng chỉ -> các đồng chí | trước: đạo, thị, định
đồng chỉ bí thư -> đồng chí bí thư
đồng chỉ chủ tịch -> đồng chí chủ tịch
giao cho đồng chỉ -> giao cho đồng chí
đáng viên -> đảng viên
năm báy -> năm bảy
cồng văn -> công văn
công vãn -> công văn
thống kế -> thống kê
thông kê -> thống kê | sau: giao, phổ, viễn
kết luân -> kết luận
nguyên tác -> nguyên tắc | sau: bản
toàn diên -> toàn diện
đại diên -> đại diện
điều kiên -> điều kiện
sự kiên -> sự kiện | trước: quyết, định, trì, cường, nhẫn
tự nguyên -> tự nguyện
thuận lơi -> thuận lợi
quyền lơi -> quyền lợi
ngươi dân -> người dân
người đân -> người dân
người dẫn -> người dân | trước: đầu, đường, chương, dắt, đến, trình, đoàn
người dan -> người dân
hộ nghéo -> hộ nghèo
hô nghèo -> hộ nghèo
cận nghéo -> cận nghèo
chỉnh phủ -> chính phủ | sau: điều
chính sạch -> chính sách
chình sách -> chính sách
cơ chê -> cơ chế
cơ chể -> cơ chế
trọng tấm -> trọng tâm
trọng tầm -> trọng tâm
trong tâm -> trọng tâm | sau: nằm, ở, ngay
quan tầm -> quan tâm
quan tấm -> quan tâm
quyết tầm -> quyết tâm
trung tầm -> trung tâm
trung tấm -> trung tâm
kịp thơi -> kịp thời
đồng thơi -> đồng thời
đồng thòi -> đồng thời
thơi gian -> thời gian
thơi hạn -> thời hạn
trước ngay -> trước ngày | trước: khi, sau, mắt, trong, từ, tại, lúc, cả
hằng nằm -> hằng năm
hàng nằm -> hàng năm
trong nằm -> trong năm
kề từ ngày -> kể từ ngày
kế từ ngày -> kể từ ngày
kế từ khi -> kể từ khi
bắt đâu từ -> bắt đầu từ
đăng kỷ -> đăng ký
chứng nhân quyền -> chứng nhận quyền
giấy chứng nhân -> giấy chứng nhận
xác nhân của -> xác nhận của
tiếp nhân hồ sơ -> tiếp nhận hồ sơ
tiếp nhân và -> tiếp nhận và
một của liên thông -> một cửa liên thông
bộ phận một của -> bộ phận một cửa
mội trường -> môi trường
biên đổi khí hậu -> biến đổi khí hậu
biến đồi khí hậu -> biến đổi khí hậu
tài nguyến -> tài nguyên
đất nồng nghiệp -> đất nông nghiệp
thu hối đất -> thu hồi đất
thu hôi đất -> thu hồi đất
tái đinh cư -> tái định cư
hoạt đông -> hoạt động
hoạt đồng -> hoạt động | sau: linh
hành đông -> hành động
hành đồng -> hành động
phong trao -> phong trào | trước: giải, tặng, thưởng
thi đưa -> thi đua
thi đau -> thi đua
gương mẩu -> gương mẫu
suy thói -> suy thoái
tự diễn biên -> tự diễn biến
tư tương -> tư tưởng
tư tường -> tư tưởng
lý luân -> lý luận
chi bô -> chi bộ
đảng bô -> đảng bộ
tổ chức đăng -> tổ chức đảng | trước: ký, tải, cai, bài, tin, báo, kiểm, đàn, quang
cấp ủy đăng -> cấp ủy đảng
công tác đăng -> công tác đảng | trước: ký, tải, cai, bài, tin, báo, kiểm
văn kiên -> văn kiện
đại hôi -> đại hội
nhiệm ký -> nhiệm kỳ | sau: trách
"""

SPELLING_HABITS = """
bổ xung -> bổ sung
sát nhập -> sáp nhập | sau: giám, quan, trinh, khảo
xáp nhập -> sáp nhập
thăm quan -> tham quan | sau: đi, viếng
tham quang -> tham quan
cọ sát -> cọ xát
sát xao -> sát sao
xát sao -> sát sao
xâu xa -> sâu xa
sâu xắc -> sâu sắc
xâu sắc -> sâu sắc
suất sắc -> xuất sắc
xuất xắc -> xuất sắc
sản suất -> sản xuất
xản xuất -> sản xuất
năng xuất -> năng suất | trước: khẩu, nhập, bản, trình, hiện, phát, cảnh, xưởng, hàng
công xuất máy -> công suất máy
công xuất thiết kế -> công suất thiết kế
hiệu xuất -> hiệu suất | trước: khẩu, xứ, hiện
lãi xuất -> lãi suất
tần xuất -> tần suất
xác xuất -> xác suất | trước: xứ, khẩu, hiện
đề suất -> đề xuất
đột suất -> đột xuất
suất khẩu -> xuất khẩu
suất phát từ -> xuất phát từ
xơ suất -> sơ suất
sơ xuất -> sơ suất
xơ kết -> sơ kết
xử dụng -> sử dụng
sử phạt -> xử phạt
xúc tích -> súc tích
xuất ăn -> suất ăn
xem sét -> xem xét
sem xét -> xem xét
nhận sét -> nhận xét
khảo xát -> khảo sát
giám xát -> giám sát
chính xách -> chính sách
chính sác -> chính xác
chính xát -> chính xác
chính chắn -> chín chắn
chia sẽ -> chia sẻ
chia xẻ thông tin -> chia sẻ thông tin
chia xẻ kinh nghiệm -> chia sẻ kinh nghiệm
dúp đỡ -> giúp đỡ
rỏ ràng -> rõ ràng
rỏ rệt -> rõ rệt
làm rỏ -> làm rõ
nêu rỏ -> nêu rõ
quy định rỏ -> quy định rõ
sáu rỏ -> sáu rõ
6 rỏ -> 6 rõ
nổ lực -> nỗ lực
nỗ nực -> nỗ lực
hổ trợ -> hỗ trợ
hỗ chợ -> hỗ trợ
hổ chợ -> hỗ trợ
trợ dúp -> trợ giúp
lảnh đạo -> lãnh đạo
lảng phí -> lãng phí
đãng viên -> đảng viên
đãng ủy -> đảng ủy
đãng bộ -> đảng bộ
cũng cố -> củng cố
củng như -> cũng như
củng đã -> cũng đã
củng được -> cũng được
củng phải -> cũng phải
vẩn còn -> vẫn còn
vẩn chưa -> vẫn chưa
vẩn đang -> vẫn đang
một nữa số -> một nửa số
một lần nửa -> một lần nữa
hởi thăm -> hỏi thăm
sửa chửa -> sửa chữa
sữa chữa -> sửa chữa
sữa đổi -> sửa đổi
sữa chửa -> sửa chữa
chửa cháy -> chữa cháy
chửa bệnh -> chữa bệnh
chử ký -> chữ ký
chử viết -> chữ viết
gởi báo cáo -> gửi báo cáo
kỷ năng -> kỹ năng
kỷ thuật -> kỹ thuật
kỷ sư -> kỹ sư
kỷ càng -> kỹ càng
kỹ niệm -> kỷ niệm
kỹ cương -> kỷ cương | trước: lĩnh
kỹ lục -> kỷ lục
kỹ nguyên -> kỷ nguyên | trước: nhân, tắc, liệu, vẹn
kỹ yếu -> kỷ yếu | trước: tố, kém, lĩnh
thế kỹ -> thế kỷ
quỷ đất -> quỹ đất
quỷ bảo hiểm -> quỹ bảo hiểm
quỷ phòng, chống -> quỹ phòng, chống
quỷ hỗ trợ -> quỹ hỗ trợ
gây quỷ -> gây quỹ
mẩu biểu -> mẫu biểu
biểu mẩu -> biểu mẫu
theo mẩu -> theo mẫu
mẩu số -> mẫu số
mâu thuẩn -> mâu thuẫn
phẩu thuật -> phẫu thuật
ngắn ngọn -> ngắn gọn
tựu chung -> tựu trung | sau: thành
chuyên trở -> chuyên chở | trước: thành, lên, về, lại
trao dồi -> trau dồi
trau đổi -> trao đổi
chao đổi -> trao đổi
trấn chỉnh -> chấn chỉnh
chấn áp -> trấn áp
trú trọng -> chú trọng
chú chọng -> chú trọng
chân trọng -> trân trọng
trân thành -> chân thành
chực thuộc -> trực thuộc
chiển khai -> triển khai
trương trình -> chương trình
chương chình -> chương trình
trủ trương -> chủ trương
chủ chương -> chủ trương | trước: trình, mục
trủ trì -> chủ trì
trịu trách nhiệm -> chịu trách nhiệm
chách nhiệm -> trách nhiệm
truyên truyền -> tuyên truyền
chuyền thông -> truyền thông
chuyền hình -> truyền hình
tuyên chuyền -> tuyên truyền
chuẩn đoán -> chẩn đoán
khắc khe -> khắt khe
khuyến kích -> khuyến khích
giành cho người -> dành cho người
giành cho các -> dành cho các
giành nguồn lực -> dành nguồn lực
giành thời gian -> dành thời gian
dành thắng lợi -> giành thắng lợi
dành giải -> giành giải
dữ gìn -> giữ gìn
dữ vững -> giữ vững
gìn dữ -> gìn giữ
giữ liệu -> dữ liệu
dản dị -> giản dị
giản nở -> giãn nở
giãn đơn -> giản đơn
đơn giãn -> đơn giản
tinh giãn -> tinh giản
dán đoạn -> gián đoạn
dám sát -> giám sát
dám đốc -> giám đốc
dải quyết -> giải quyết
dải pháp -> giải pháp
dải ngân -> giải ngân
giàn trải -> dàn trải
rườm già -> rườm rà
dườm dà -> rườm rà
rễ ràng -> dễ dàng
dễ ràng -> dễ dàng
rõ dàng -> rõ ràng
nâng nên -> nâng lên
nêu nên -> nêu lên
nợi ích -> lợi ích
nợi dụng -> lợi dụng
lội dung -> nội dung
nĩnh vực -> lĩnh vực
lỉnh vực -> lĩnh vực
nãnh đạo -> lãnh đạo
vô hình chung -> vô hình trung
cổ vủ -> cổ vũ
khúc mắt -> khúc mắc
vướng mắt -> vướng mắc
thắc mắt -> thắc mắc
khắc phụt -> khắc phục
lưu lạt -> lưu lạc
bắt buột -> bắt buộc
phương ngán -> phương án
tỷ lê -> tỷ lệ
thành tực -> thành tựu
nghiên cưu -> nghiên cứu
nghiêng cứu -> nghiên cứu
nghiêm cứu -> nghiên cứu
nghiêng túc -> nghiêm túc
nghiên cấm -> nghiêm cấm
nghiên túc -> nghiêm túc
kinh nghiêm -> kinh nghiệm
kinh nhiệm -> kinh nghiệm
thí nhiệm -> thí nghiệm
nghiệm vụ -> nhiệm vụ
nghiệm kỳ -> nhiệm kỳ
tiến sỉ -> tiến sĩ
bác sỉ -> bác sĩ
thạc sỉ -> thạc sĩ
y sỉ -> y sĩ
chiến sỉ -> chiến sĩ
liệt sỉ -> liệt sĩ
ca sỉ -> ca sĩ
nghệ sỉ -> nghệ sĩ
nghĩ phép -> nghỉ phép
nghĩ hưu -> nghỉ hưu
nghĩ lễ -> nghỉ lễ
nghĩ việc -> nghỉ việc
ngày nghĩ -> ngày nghỉ
nghĩ dưỡng -> nghỉ dưỡng
suy nghỉ -> suy nghĩ
đề nghĩ -> đề nghị
kiến nghĩ -> kiến nghị
bão đảm -> bảo đảm | trước: bảo, nhận
bão vệ -> bảo vệ | trước: sinh
bão hiểm -> bảo hiểm
đảm bão -> đảm bảo
mưa bảo -> mưa bão
cơn bảo số -> cơn bão số
lụt bảo -> lụt bão
mưa lủ -> mưa lũ
lủ lụt -> lũ lụt
lủ quét -> lũ quét
xã lũ -> xả lũ | trước: lụt, quét
nước xã thải -> nước xả thải
thẫm định -> thẩm định
thẫm tra -> thẩm tra
phát huy tính chũ động -> phát huy tính chủ động
mãnh đất -> mảnh đất
dũng mảnh -> dũng mãnh
cãi cách -> cải cách
cãi thiện -> cải thiện
cãi tạo -> cải tạo
tranh cải -> tranh cãi
vĩa hè -> vỉa hè
dể dàng -> dễ dàng
dể hiểu -> dễ hiểu
đổ đạt -> đỗ đạt
bải bỏ -> bãi bỏ
hủy bõ -> hủy bỏ
bãi bõ -> bãi bỏ
xóa bõ -> xóa bỏ
loại bõ -> loại bỏ
tỉ mĩ -> tỉ mỉ
"""
