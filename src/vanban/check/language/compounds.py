"""Words of two syllables that official documents are made of.

A pair of syllables that differs from one of them in marks alone ("triền khai") is looked at as a slip. Every word is
listed with its neighbours in sound and letters, since a pair that is itself a word ("chuyên đề", "chuyển đề") is none.
"""

from __future__ import annotations

from vanban.check.language.grammar import bare

_WORDS = """
an ninh, an sinh, an toàn, án phí, ảnh hưởng, áp dụng, áp thấp, âm nhạc, bác sĩ, bãi bỏ, bãi nhiệm, bám sát, ban đầu,
ban đêm, ban hành, ban ngành, bàn bạc, bàn ghế, bàn giao, bàn luận, bàn thờ, bản án, bản chất, bản địa, bản đồ, bản
lề, bản lĩnh, bản sắc, bản thảo, bản thân, bản tin, bán dẫn, bán hàng, bán lẻ, bao gồm, bao trùm, bảo dưỡng, bảo đảm,
bảo hành, bảo hiểm, bảo hộ, bảo lãnh, bảo mật, bảo quản, bảo tàng, bảo thủ, bảo tồn, bảo trì, bảo vệ, bão lũ, báo cáo,
báo chí, báo động, báo giá, báo hiệu, báo tin, bạo hành, bạo lực, băng rộng, bắt buộc, bắt đầu, bắt tay, bất bình, bất
cập, bất động, bầu cử, bế mạc, bên cạnh, bền vững, bệnh nhân, bệnh viện, bí mật, bí thư, biên bản, biên chế, biên
giới, biên lai, biên phòng, biên tập, biến chất, biến đổi, biện pháp, biệt phái, biểu dương, biểu mẫu, biểu quyết,
bình đẳng, bình quân, bỏ phiếu, bổ nhiệm, bổ sung, bố trí, bộ máy, bộ phận, bồi dưỡng, bồi thường, bối cảnh, buôn lậu,
bức xúc, bứt phá, bưu chính, cá nhân, cách chức, cách mạng, cách thức, cải cách, cải tạo, cải thiện, cải tiến, cam
kết, cảm biến, cán bộ, cảng biển, canh tác, cảnh báo, cảnh cáo, cảnh sát, cạnh tranh, cao cấp, cao đẳng, cao điểm, cao
nguyên, cao su, cao tốc, cáo buộc, cáo trạng, cáp quang, căn cứ, căn cước, cắt giảm, cân đối, cần kiệm, cần thiết, cấp
bách, cấp giấy, cấp huyện, cấp ủy, cập nhật, cầu đường, cấu trúc, cây trồng, chào mừng, cháy nổ, cháy rừng, chăm lo,
chăm sóc, chăn nuôi, chặt chẽ, chấm dứt, chậm nhất, chấn chỉnh, chấp hành, chất lượng, chất thải, chế biến, chế độ,
chi bộ, chi cục, chi đoàn, chi hội, chi nhánh, chi phí, chi tiết, chi tiêu, chi trả, chỉ dẫn, chỉ đạo, chỉ định, chỉ
huy, chỉ số, chỉ thị, chỉ tiêu, chí công, chí hướng, chí nguyện, chia cắt, chia sẻ, chiến dịch, chiến lược, chiến sĩ,
chiều dài, chiều rộng, chiều sâu, chiếu sáng, chỉnh đốn, chỉnh lý, chỉnh sửa, chỉnh trang, chính đáng, chính phủ,
chính quy, chính quyền, chính sách, chính trị, cho phép, cho vay, chọn lọc, chồng chéo, chủ động, chủ nghĩa, chủ tịch,
chủ trì, chủ trương, chủ yếu, chú trọng, chuẩn bị, chuẩn hóa, chung cư, chuỗi khối, chuyên biệt, chuyên cần, chuyên
dùng, chuyên dụng, chuyên đề, chuyên gia, chuyên môn, chuyên ngành, chuyên quyền, chuyên sâu, chuyên trách, chuyên
trang, chuyên viên, chuyền tay, chuyển biến, chuyển dịch, chuyển đến, chuyển đổi, chuyển giao, chuyển hóa, chuyển
hướng, chuyển nhượng, chuyển tiếp, chuyến bay, chuyến đi, chuyện phiếm, chữ ký, chữ số, chữa bệnh, chữa cháy, chức
năng, chứng chỉ, chứng nhận, chứng thực, chứng từ, chương trình, cô lập, cổ phần, cố gắng, công an, công bố, công
chứng, công dân, công điện, công ích, công khai, công lập, công luận, công nghệ, công nhân, công nợ, công suất, công
tác, công tắc, công trình, công ty, công văn, cổng chào, cống hiến, cống thoát, cộng đồng, cộng hòa, cộng sản, cộng
tác, cốt lõi, cơ bản, cơ cấu, cơ chế, cơ động, cơ giới, cơ hội, cơ quan, cơ sở, cờ bạc, cờ đỏ, cụ thể, cung cấp, cung
ứng, cùng kỳ, củng cố, cũng như, cuộc họp, cuộc sống, cuộc thi, cư trú, cử tri, cửa hàng, cửa khẩu, cửa quyền, cứu
hỏa, cứu hộ, cứu nạn, cứu thương, cứu trợ, cựu chiến, dài hạn, dám làm, dám nghĩ, danh lam, danh mục, danh sách, danh
tính, dạy nghề, dân cư, dân quân, dân sự, dân tộc, dẫn dắt, dấu hiệu, dễ hiểu, dệt may, di dời, di động, di sản, di
tích, dị đoan, dịch bệnh, dịch hại, dịch tễ, dịch vụ, diễn biến, diễn đàn, diện tích, doanh nghiệp, doanh nhân, dòng
họ, du khách, du lịch, dùng chung, duy trì, dư luận, dữ liệu, dự án, dự họp, dự phòng, dự thảo, dự toán, dựa trên,
dược phẩm, dứt điểm, đa chiều, đa dạng, đai đất, đãi ngộ, đại biểu, đại chúng, đại diện, đại đa, đại đội, đại học, đại
lý, đại tá, đàm phán, đảm bảo, đám mây, đảng bộ, đảng phí, đảng tịch, đảng ủy, đảng viên, đáng kể, đánh giá, đào tạo,
đạo đức, đáp ứng, đạt chuẩn, đạt được, đặc biệt, đặc điểm, đặc khu, đặc thù, đặc trưng, đăng ký, đăng tải, đất đai,
đất nước, đất ở, đất rừng, đầu mối, đầu tư, đấu giá, đấu thầu, đấu tranh, đầy đủ, đẩy lùi, đẩy mạnh, đẩy nhanh, đê
điều, đề án, đề cương, đề nghị, đề xuất, đền bù, đền ơn, địa bàn, địa danh, địa phương, điểm nghẽn, điển hình, điện
ảnh, điện toán, điện tử, điều chỉnh, điều động, điều kiện, điều tra, đình chỉ, định danh, định kỳ, đo lường, đoàn thể,
đoàn viên, đóng cửa, đóng dấu, đóng gói, đóng góp, đô thị, độ ẩm, độ sâu, độ trễ, độc lập, đổi mới, đối ngoại, đối
thoại, đối tượng, đội ngũ, đôn đốc, đông dân, đông đảo, đông nam, đồng bào, đồng chí, đồng hành, đồng loạt, đồng lòng,
đồng phục, đồng thời, đồng thuận, đồng tình, động cơ, động đất, động lực, động thái, động viên, đột phá, đột xuất, đời
sống, đơn giản, đơn thư, đơn vị, đùn đẩy, đứng đầu, đường dây, đường lối, đường thủy, gắn kết, gắn liền, ghi chép, ghi
nhận, gia cầm, gia đình, gia hạn, gia phả, gia súc, giá trị, giác ngộ, giai cấp, giai đoạn, giải ngân, giải pháp, giải
phóng, giải quyết, giải thể, giải thích, giải thưởng, giải tỏa, giải trí, giải trình, giảm bớt, giảm nghèo, giảm sút,
giảm thiểu, giảm trừ, giám định, giám đốc, giám hộ, giám khảo, giám sát, gian lận, gián đoạn, giảng dạy, giảng viên,
giao dịch, giao thông, giáo dục, giáo sư, giáo trình, giáo viên, giáp ranh, giàu mạnh, giấy tờ, gió mùa, giống cây,
giới thiệu, giới tính, giúp đỡ, giữ gìn, giữ vững, góp phần, góp ý, gửi kèm, gương mẫu, hạ tầng, hách dịch, hài hòa,
hài lòng, hải quan, hải quân, hạn chế, hạn hán, hạn nộp, hàng giả, hàng hải, hàng hóa, hàng không, hàng quý, hàng rào,
hạng mục, hành hung, hành khách, hành lang, hành nghề, hành quân, hành trình, hành vi, hạnh kiểm, hạnh phúc, hằng năm,
hằng ngày, hằng tháng, hấp dẫn, hậu quả, hệ sinh, hệ thống, hết sức, hiến pháp, hiện nay, hiện trạng, hiệp hội, hiệu
lực, hiệu quả, hiệu suất, hiệu trưởng, hình ảnh, hình mẫu, hình sự, hình thành, hình thức, hòa bình, hòa giải, hòa
nhập, hóa đơn, hoan nghênh, hoàn cảnh, hoàn chỉnh, hoàn hảo, hoàn tất, hoàn thành, hoàn thiện, hoàn trả, hoạt động,
hoạt tính, học bổng, học phí, học sinh, học tập, hồ đập, hồ sơ, hỗ trợ, hộ khẩu, hộ nghèo, hộ tịch, hồi âm, hồi phục,
hồi sức, hội chợ, hội đồng, hội họp, hội nhập, hội phí, hội thảo, hội trường, hội trưởng, hôn nhân, hợp tác, hủ tục,
huấn luyện, hùng cường, huy động, huyện ủy, hư hỏng, hưởng lợi, hướng dẫn, hướng tới, hưu trí, hữu nghị, kèm theo, kéo
dài, kế hoạch, kế thừa, kế toán, kênh mương, kết cấu, kết luận, kết nối, kết quả, kết thúc, kêu gọi, khả năng, khả
thi, khác biệt, khác nhau, khác thường, khách hàng, khách quan, khai báo, khai giảng, khai hoang, khai mạc, khai sinh,
khai thác, khai trừ, khai trương, kháng cáo, khánh thành, khảo sát, khát vọng, khắc nghiệt, khắc phục, khắc sâu, khẳng
định, khẩn trương, khen thưởng, khí hậu, khí thế, khí tượng, khiển trách, khiếu kiện, khiếu nại, kho bạc, khó khăn,
khoa học, khoảng cách, khoáng sản, khôi phục, khối lượng, không khí, không quân, khơi thông, khởi công, khởi nghiệp,
khu phố, khu vực, khuyến cáo, khuyến học, khuyến khích, khuyến mại, khuyến nông, khuyết danh, khuyết điểm, khuyết tật,
kích thước, kịch bản, kiêm nhiệm, kiểm dịch, kiểm điểm, kiểm định, kiểm kê, kiểm lâm, kiểm nghiệm, kiểm phiếu, kiểm
soát, kiểm toán, kiểm tra, kiếm sống, kiên cố, kiên định, kiên quyết, kiên trì, kiến nghị, kiến tạo, kiến thức, kiến
trúc, kiện toàn, kiện tụng, kinh doanh, kinh nghiệm, kinh nguyệt, kinh phí, kinh tế, kinh tuyến, kính biếu, kính gửi,
kính trọng, kịp thời, kỳ họp, kỷ cương, kỷ luật, kỷ nguyên, kỷ niệm, kỹ năng, kỹ thuật, ký kết, ký số, làm giàu, làm
rõ, làm việc, lan tỏa, làng nghề, lãng phí, láng giềng, lành mạnh, lãnh đạo, lãnh thổ, lao động, lắp đặt, lâm nghiệp,
lâm sản, lân cận, lâu dài, lễ hội, lệ phí, lịch sử, liêm chính, liên đoàn, liên quan, liệt sĩ, linh hoạt, lĩnh vực,
loại hình, lộ trình, lối sống, lồng ghép, lợi ích, lợi thế, lũ lụt, lũ ống, lũ quét, luân chuyển, luật sư, lục danh,
lừa đảo, lựa chọn, lực lượng, lưới điện, lương hưu, lương thực, lượng mưa, lưu giữ, lưu trú, lưu trữ, lưu ý, lý luận,
lý tưởng, ma túy, mã số, mại dâm, mạng lưới, mạnh mẽ, mạo hiểm, máy bay, máy móc, mặt bằng, mặt hàng, mặt khác, mặt
nước, mặt trận, mầm non, mất tích, mâu thuẫn, mẫu mã, mê tín, miền núi, miền trung, miễn giảm, miễn nhiệm, minh bạch,
mọi mặt, mô hình, mô phỏng, mồ côi, môi giới, môi sinh, môi trường, mỗi năm, mỗi người, mỗi trường, mở rộng, mua bán,
mua sắm, mùa vụ, mục đích, mục lục, mục tiêu, mũi nhọn, mưa lớn, mức độ, mỹ quan, nay mai, nắm bắt, nắm chắc, năng
động, năng khiếu, năng lực, năng lượng, năng nổ, năng suất, nặng nề, nâng cao, nâng cấp, nâng đỡ, né tránh, nền nếp,
nền tảng, nêu rõ, ngang tầm, ngành dọc, ngày càng, ngăn chặn, ngăn ngừa, ngân hàng, ngân khố, ngân sách, ngập lụt,
ngập sâu, nghệ thuật, nghỉ hưu, nghị định, nghị quyết, nghĩa vụ, nghiêm trọng, nghiêm túc, nghiệm thu, nghiên cứu,
ngoài nước, ngoại giao, nguồn gốc, nguồn lực, nguồn vốn, nguy cơ, nguy hiểm, nguyên tắc, nguyện vọng, người cao, người
dân, người đứng, nhà máy, nhà nước, nhà thầu, nhãn hiệu, nhãn mác, nhanh chóng, nhân dân, nhân đạo, nhân khẩu, nhân
lực, nhân rộng, nhấn mạnh, nhận diện, nhận thức, nhận xét, nhập khẩu, nhiệm kỳ, nhiệm vụ, nhiệt độ, nhu cầu, nhu yếu,
nhũng nhiễu, niêm yết, niềm tin, nòng cốt, nỗ lực, nổi bật, nổi trội, nội dung, nông dân, nông nghiệp, nông sản, nông
thôn, nơi nhận, nước dâng, nước mặn, nước ngoài, ô nhiễm, ổn định, phá rừng, phạm tội, phạm vi, phản ánh, phản biện,
phản đối, phản hồi, phán quyết, pháp luật, phát huy, phát sinh, phát sóng, phát thải, phát triển, phân biệt, phân bón,
phân bổ, phân cấp, phân hóa, phân khu, phân khúc, phân kỳ, phân loại, phân luồng, phân tán, phân tích, phân vùng, phần
mềm, phần thưởng, phần trăm, phấn đấu, phấn khởi, phận sự, phê duyệt, phía đông, phiên họp, phiền hà, phong phú, phong
trào, phong tục, phòng ban, phòng cháy, phòng chống, phòng ngừa, phòng tránh, phổ biến, phổ cập, phổ thông, phối hợp,
phù hợp, phủ sóng, phụ cấp, phụ lục, phụ nữ, phụ thuộc, phụ trách, phúc đáp, phúc lợi, phục hồi, phục hưng, phục viên,
phục vụ, phức hợp, phức tạp, phương châm, phương tiện, quá trình, quan chức, quan điểm, quan hệ, quan liêu, quan sát,
quan tâm, quan trắc, quan trọng, quản chế, quản giáo, quản lý, quản trị, quán triệt, quảng bá, quân dân, quân đội,
quân khu, quân nhân, quân sự, quần chúng, quốc gia, quốc hội, quốc phòng, quốc tế, quy chế, quy chuẩn, quy định, quy
hoạch, quy mô, quy phạm, quy tắc, quy trình, quỹ đất, quyền hạn, quyền lợi, quyết định, quyết liệt, quyết tâm, quyết
toán, rà soát, rác thải, ranh giới, rõ ràng, rộng khắp, rộng rãi, rủi ro, rút ngắn, sai sót, sản lượng, sản phẩm, sản
xuất, sáng tạo, sáp nhập, sạt lở, sau này, sẵn sàng, sắp xếp, sân bay, sập đổ, sâu rộng, sâu sắc, sinh hoạt, sinh kế,
sinh sống, sinh thái, sinh viên, soạn thảo, sổ sách, sổ tay, số hóa, số liệu, số lượng, sơ bộ, sơ cấp, sơ đồ, sơ kết,
sơ tán, sở hữu, sở thích, sợ sai, sớm hoàn, sụt lún, suy giảm, suy thoái, sư phạm, sử dụng, sử liệu, sự cố, sự kiện,
sự nghiệp, sự việc, sự vụ, sửa chữa, sửa đổi, sức khỏe, sức mạnh, sỹ hiệp, tác hại, tai nạn, tài chính, tài khóa, tài
khoản, tài liệu, tài nguyên, tài sản, tài xế, tái chế, tái cơ, tái diễn, tái định, tái lập, tái sản, tái tạo, tạm
dừng, tạm trú, tạm vắng, tán thành, tăng cường, tăng trưởng, tầm nhìn, tận dụng, tận tụy, tầng lớp, tập đoàn, tập
huấn, tập quán, tập thể, tập trung, thách thức, tham gia, tham luận, tham mưu, tham nhũng, tham quan, tham vấn, thảm
họa, tháng ngày, thanh lý, thanh niên, thanh toán, thanh tra, thành lập, thành phần, thành phố, thành tựu, thành ủy,
thành viên, thảo luận, tháo gỡ, thay mặt, thay thế, thay vì, thăm dò, thăm hỏi, thẳng thắn, thắng cảnh, thắng cử,
thắng lợi, thẩm định, thẩm mỹ, thẩm quyền, thẩm tra, thấm nhuần, thân thiện, thần tốc, thất nghiệp, thất thoát, then
chốt, theo dõi, thể chế, thể dục, thể thao, thể thức, thế mạnh, thi công, thi đua, thi hành, thí điểm, thí nghiệm, thí
sinh, thị trường, thích ứng, thiên tai, thiết bị, thiết kế, thiết lập, thiết yếu, thiệt hại, thiếu hụt, thiếu niên,
thiếu sót, thỏa thuận, thoái hóa, thổ cư, thôi việc, thôn xóm, thông báo, thông điệp, thông hành, thông minh, thông
suốt, thông tấn, thông tin, thông tục, thông tư, thống kê, thống nhất, thống soái, thờ cúng, thời điểm, thời gian,
thời hạn, thời kỳ, thời tiết, thời vụ, thới lai, thu chi, thu gom, thu hẹp, thu hoạch, thu hồi, thu hút, thu nhập, thu
phí, thu thập, thu thuế, thủ công, thủ đô, thủ phạm, thủ trưởng, thủ tục, thủ tướng, thú vị, thú y, thụ hưởng, thụ lý,
thuận lợi, thuận tiện, thúc đẩy, thuế suất, thuốc lá, thuốc trừ, thủy lợi, thủy sản, thủy triều, thuyết minh, thư ký,
thư viện, thử nghiệm, thứ ba, thứ hai, thứ nhất, thứ trưởng, thửa đất, thức ăn, thực chất, thực hành, thực hiện, thực
phẩm, thực tế, thực thi, thực tiễn, thực trạng, thước đo, thương bệnh, thương binh, thương hiệu, thương lượng, thương
mại, thương tật, thương tích, thường lệ, thường niên, thường trú, thường trực, thường vụ, thường xuyên, thưởng phạt,
tích cực, tích hợp, tiêm chủng, tiềm lực, tiềm năng, tiên phong, tiên tiến, tiền lương, tiền mặt, tiền tệ, tiến độ,
tiến hành, tiến sĩ, tiến tới, tiện ích, tiếng nói, tiếp cận, tiếp nhận, tiếp thu, tiếp tục, tiếp xúc, tiết kiệm, tiêu
chí, tiêu chuẩn, tiêu cực, tiêu dùng, tiêu thụ, tiểu học, tìm kiếm, tín dụng, tín ngưỡng, tín nhiệm, tinh giản, tinh
gọn, tinh hoa, tinh thần, tinh thông, tình cảm, tình hình, tình huống, tình nghĩa, tình nguyện, tình tiết, tình trạng,
tỉnh ủy, tính chất, tính mạng, tính năng, tính toán, tòa án, tọa đàm, toàn diện, tổ chức, tổ dân, tổ hợp, tổ tiên, tổ
trưởng, tổ viên, tố cáo, tố chất, tố giác, tố tụng, tốc độ, tối đa, tối thiểu, tối ưu, tội phạm, tôn giáo, tôn vinh,
tồn đọng, tồn tại, tổng cục, tổng hợp, tổng kết, tổng mức, tổng quát, tờ khai, tờ trình, trả lời, trách nhiệm, trải
nghiệm, trái phép, trang bị, trang trại, trạng thái, tranh chấp, tranh thủ, tránh lãng, trao đổi, trật tự, trẻ em, trẻ
mồ, tri thức, trí thức, trí tuệ, trích yếu, triển khai, triển lãm, triều cường, trình độ, trong sạch, trong sáng,
trọng điểm, trọng lượng, trọng tâm, trọng yếu, trốn tránh, trồng cây, trồng rừng, trồng trọt, trở thành, trợ cấp, trợ
giúp, trụ sở, trung đông, trung hạn, trung học, trung tâm, trung thành, trung ương, trùng lặp, truy cập, truy tố, truy
xuất, truyền hình, truyền thông, truyền thống, trực thuộc, trực tiếp, trực tuyến, trước đây, trước hết, trước mắt,
trước tiên, trương hoàn, trương mục, trường học, trường hợp, trường kỳ, trưởng ban, trưởng đoàn, trưởng phòng, trưởng
thành, trưởng thôn, tuân thủ, tuần hoàn, tuần tra, tuyên giáo, tuyên truyền, tuyển dụng, tuyển quân, tuyến đường,
tuyệt đối, tư cách, tư duy, tư liệu, tư lợi, tư nhân, tư pháp, tư tưởng, tư vấn, từ bỏ, từ chối, từ chức, từ điển, từ
ngữ, từ thiện, tự chủ, tự giác, tự lực, tự nguyện, tự nhiên, tự trọng, tự vệ, từng bước, tưới tiêu, tương đối, tương
đương, tương lai, tương quan, tương tác, tương thích, tương trợ, tương tự, tương ứng, tưởng nhớ, tưởng niệm, tướng
lĩnh, tỷ đồng, tỷ lệ, tỷ trọng, ủng hộ, uy tín, ủy ban, ứng cử, ứng dụng, ứng phó, ươm tạo, ưu đãi, ưu tiên, vai trò,
vạn vật, vào cuộc, vắc xin, văn bản, văn hóa, văn phòng, vấn đề, vận chuyển, vận động, vận hành, vận tải, vật chất,
vật liệu, vật nuôi, vật tư, ven biển, vệ sinh, vệ tinh, vi phạm, vị trí, vỉa hè, việc làm, viên chức, viễn thám, viễn
thông, viện phí, viện trợ, vô tư, vũ khí, vũ trang, vụ lợi, vùng sâu, vùng xa, vững chắc, vững mạnh, vững vàng, vướng
mắc, vượt mức, vượt quá, xã hội, xác định, xác minh, xâm hại, xâm nhập, xây dựng, xây mới, xem xét, xét xử, xếp hạng,
xếp loại, xóa bỏ, xóa đói, xóm giềng, xu hướng, xu thế, xuất khẩu, xuất sắc, xuất xứ, xúc tiến, xuyên suốt, xử lý, xử
phạt, xứ sở, xứng đáng, y học, y tế, ý kiến, ý nghĩa, ý thức, yêu cầu, yếu kém, yếu tố
"""

_ALSO_WORDS = """
thị lực, thị trường, thị xã, thị trấn, thị giác, thị phần, đo đạc, đo lường,
phân công, xác nhận, cơ mật, bằng chứng, quân số, thi công,
công việc, công trình, công nhân, định hướng, định giá, chế biến, chế tài, bộ ngành, quan tâm, lý do, lý lịch, luật
sư, tin học, mức tiêu, tiêu hao, chung chỉ, lượng mua, dụng đầu, đặt ở, cùng ký, chế đo, trước tiền, đối với, thông
qua, xảy ra, tất cả, nhất là, dành cho, chủ chốt, hiệp thương, bản sao, bệnh án, xuất nhập, tối cao, hữu trí, lẫn
nhau, chuyển ngành, trang trải, chuyển quyền, ghi nhãn, chuyển đi, chuyển đến, phản ảnh, quy đổi, tiêu hủy, động
vật, thực vật, dự định, công cộng, khấu trừ, định mức, toàn bộ, toàn vẹn, dở dang, ngoại tệ, kiểm đếm, hội thao, báo
tín, xếp hàng, trồng cấy, tráo đổi, ký sổ, đo sâu, cầu cảng, cầu hàng, từ bờ, ký tự, chữ ký, hóa đơn, hợp tác, hợp
đồng, hợp lệ, hợp pháp, cơ quan, phương thức, chung cho, dự phòng, thanh viên, dịch hại, đại lý, kể từ, kể cả, nộp
thuế, thu thuế, thu tiền, thu phí, lương thực, cảm hóa, tạo thành, cấm kết, kết hôn, giải cấp, đoán viên, chẩn đoán,
tháo rời, quận huyện, quỹ bảo, viện phí, dải đất, quá trình, kiểm nghiệm, tạm ứng, đúng mục, phản ứng, biển đảo,
sinh sống, bất kỳ, nguyên nhân, nguyên liệu, nguyên trạng, thừa nhận, hiệu lực, phóng viên, dàng tải, tải xuống, tải
trọng, dễ dàng, phương chấm, chấm công hiển nhiên, cấp úy, đồng bộ, thành tựu, người dùng, dân cử, trình tự, nội bộ,
bạn hàng, hiệu năng, lấp đầy, ra khỏi, trình tự, tài chính, công nhận, thương vụ, phân bố, vượt qua, hàng tháng,
hàng ngày, hàng năm, hằng quý, khóa học, cùng cấp, cổ động, trường ký, tiền phong, trùng lắp, cơ số, không quản, cây
trong, thông tín, có bản, tuyến truyền, toàn điện, cao sự, cơ sự, quan khu, cùng cố, cùng một, cùng với, cộng
trường, công trường, công đồng, động cơ, chung cấp, trung cấp, tổ chúc, kiến nghị, kiện nghị, nghi ngờ, nghỉ ngơi,
tiếp theo, mở cửa, bảo thứ, quân nhu, phổ quát, phó ban, phố phường, tư vẫn, quyền lực, quyền lợi, quyển sách, thu
hội, thụ hưởng, bảng biểu, bảng số, bằng cấp, bằng chứng, bằng lái, tốt đẹp, chủ thể, chủ sở, chủ quản, chủ quan,
chủ đầu, chủ sử, chú thích, chú ý, tình thế, tính từ, tỉnh thành, tính đến, tính theo, quá mức, quá hạn, quá tải,
quả thực, qua lại, qua đường, trung bình, trúng thầu, trúng tuyển, trưng bày, trưng cầu, trứng gà, sát hạch, sát
nhập, số lượng, số vốn, số tiền, sổ hộ, sở tại, sở trường, thể nghiệm, thế hệ, thế chấp, thẻ bảo, tù nhân, tổng số,
tổng thể, tổng quan, tông đồ, tỷ số, tỉ lệ, tỷ giá, kỳ thi, kỳ vọng, kỹ lưỡng, ký hiệu, ký túc, kỷ vật, dân vận, dẫn
đến, dẫn chứng, dẫn đầu, dần dần, diễn tập, điền vào, điện lực, điện thoại, điển hình, điểm danh, điểm bán, điểm số,
lưới trời, lưỡng lự, cán cân, căn bản, cân nhắc, cần cù, cận thị, cấm đoán, cam đoan, cám ơn, cảm ơn, cảm hứng, cảm
xúc, đảm nhận, đảm nhiệm, đàm thoại, hạng nhất, hàng loạt, hàng đầu, hang động, hãng tin, hằng số, giao ban, giao
lưu, giao nhận, giao nộp, giáo hội, giáo xứ, giao diện, giáo án, giảo hoạt, khoản vay, khoán sản, khoang tàu, khoảng
trống, bổ ích, bộ đội, bỏ qua, bó hẹp, bố mẹ, bộ luật, dự kiến, dự báo, dự luật, dư nợ, dữ dội, dự thi, đa số, đã
qua, đá vôi, đá bóng, thành tích, thành niên, thành thật, thanh niên, thành quả, thành hình, thánh thất, thanh
thiếu, thanh toán, thành thị, thanh khoản, tháng trước, thẳng tiến, phố huyện, phó trưởng, phó ban, phổ cập, phụ
huynh, phủ nhận, phù điêu, phú nông, tiến bộ, tiên lượng, tiện lợi, tiền vốn, tiền thuế, tiền gửi, tiền thưởng, hình
phạt, hình dung, hinh thể, đổi thay, đội trưởng, đôi khi, đối chiếu, đối tác, đối soát, đối lập, đối ứng, đội hình,
xã viên, xa lạ, xả thải
"""
"""Words that are not looked for, but are none of the listed ones misspelt."""

_FREE_WORDS = """
và của các có được trong cho là với để đề về đã do từ tại theo này khi không người những một ở ra vào đến trên cũng
sẽ phải nếu như hoặc đó đây cần làm việc lại còn qua sau trước năm ngày tháng quý giờ bị bởi bằng mà thì nên vì lên
xuống đi tới rất hơn nhất mọi mỗi từng nhiều ít mới cũ cao thấp lớn nhỏ hết đủ tốt kém dưới ngoài giữa bên cùng đều
chỉ vẫn đang sắp vừa chưa chớ đừng hãy nào ai gì sao bao đâu thế vậy tôi ta họ nó chúng ông bà anh chị em bộ tỉnh xã
huyện phường số điều khoản điểm mục luật sự lần nước đồng công tính thông đường trường dân nhân động chính thành
"""
_FREE = frozenset(_FREE_WORDS.split())
"""Words that stand beside any other: a pair with one of them as the odd syllable need not be a slip."""


_FUNCTION_WORDS = """
và của các có được trong ngoài cho với để do từ tại này những một là bị về đến mỗi mọi hoặc khi không đã đang sẽ thì
mà
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
"""Words that make no compound with either neighbour in running text."""


def is_function_word(word: str) -> bool:
    """True for words that only join others: a pair with one of them is hardly a compound."""
    return word in _FUNCTION


def is_free(word: str) -> bool:
    """True for words that can stand beside nearly any other."""
    return word in _FREE


def _read(table: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in table.split(","))


_ALSO = _read(_ALSO_WORDS)
COMPOUNDS = _read(_WORDS) | _ALSO


def _by(index: int) -> dict[str, dict[str, tuple[str, ...]]]:
    """The compounds by their other syllable as it is, then by syllable ``index`` in bare letters."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for compound in sorted(COMPOUNDS - _ALSO):
        syllables = compound.split()
        near = found.setdefault(syllables[1 - index], {})
        odd = bare(syllables[index])
        near[odd] = (*near.get(odd, ()), compound)
    return found


BY_FIRST_BARE = _by(0)
BY_SECOND_BARE = _by(1)
