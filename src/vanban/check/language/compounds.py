"""Words of two syllables that official documents are made of.

A pair of syllables that differs from one of them in marks alone ("triền khai") is looked at as a slip. Every word is
listed with its neighbours in sound and letters, since a pair that is itself a word ("chuyên đề", "chuyển đề") is none.
"""

from __future__ import annotations

from vanban.check.language.grammar import bare

_WORDS = """
ách tắc, an ninh, an sinh, an toàn, án phí, ảnh hưởng, áp dụng, áp thấp, âm nhạc, bác sĩ, bài học, bãi bỏ, bãi nhiệm,
bám sát, ban đầu, ban đêm, ban hành, ban ngành, bàn bạc, bàn ghế, bàn giao, bàn luận, bàn thờ, bản án, bản chất, bản
chụp, bản địa, bản đồ, bản lề, bản lĩnh, bản sắc, bản thảo, bản thân, bản tin, bán dẫn, bán hàng, bán lẻ, bảng kê,
bảng lương, bao gồm, bao trùm, bảo dưỡng, bảo đảm, bảo hành, bảo hiểm, bảo hộ, bảo lãnh, bảo mật, bảo quản, bảo tàng,
bảo thủ, bảo tồn, bảo trì, bảo vệ, bão lũ, báo cáo, báo chí, báo động, báo giá, báo hiệu, báo tin, bạo hành, bạo lực,
băng rộng, bằng cấp, bằng chứng, bắt buộc, bắt đầu, bắt tay, bất bình, bất cập, bất động, bầu cử, bề mặt, bế mạc, bên
cạnh, bền vững, bến đò, bệnh nhân, bệnh viện, bí mật, bí thư, biên bản, biên chế, biên giới, biên lai, biên phòng,
biên soạn, biên tập, biến chất, biến đổi, biện pháp, biệt phái, biểu dương, biểu mẫu, biểu quyết, bình đẳng, bình
quân, bình thường, bỏ phiếu, bổ nhiệm, bổ sung, bố trí, bộ máy, bộ phận, bồi dưỡng, bồi thường, bối cảnh, bờ biển, bù
đắp, buôn bán, buôn lậu, bức xúc, bứt phá, bưu chính, bưu điện, cá nhân, cách chức, cách làm, cách mạng, cách thức,
cài đặt, cải cách, cải tạo, cải thiện, cải tiến, cam kết, cảm biến, cảm ơn, can thiệp, cán bộ, cảng biển, canh
tác, cảnh báo, cảnh cáo, cảnh sát, cạnh tranh, cao cấp, cao đẳng, cao điểm, cao nguyên, cao su, cao tốc, cao tuổi, cáo
buộc, cáo trạng, cáp quang, căn cứ, căn cước, cắt giảm, cân đối, cân nhắc, cần kiệm, cần thiết, cận nghèo, cấp bách,
cấp giấy, cấp huyện, cấp tỉnh, cấp ủy, cấp xã, cập nhật, cầu đường, cấu trúc, cây trồng, chào mừng, cháy nổ, cháy
rừng, chăm lo, chăm sóc, chăn nuôi, chặt chẽ, chấm dứt, chấm điểm, chậm nhất, chậm nộp, chậm trễ, chẩn đoán, chấn
chỉnh, chấp hành, chấp nhận, chấp thuận, chất lượng, chất thải, chất vấn, chế biến, chế độ, chênh lệch, chi bộ, chi
cục, chi đoàn, chi hội, chi nhánh, chi phí, chi tiết, chi tiêu, chi trả, chỉ dẫn, chỉ đạo, chỉ định, chỉ huy, chỉ số,
chỉ thị, chỉ tiêu, chí công, chí hướng, chí nguyện, chia cắt, chia sẻ, chiếm hữu, chiến dịch, chiến đấu, chiến lược,
chiến sĩ, chiến tranh, chiều dài, chiều rộng, chiều sâu, chiếu sáng, chỉnh đốn, chỉnh lý, chỉnh sửa, chỉnh trang,
chính đáng, chính phủ, chính quy, chính quyền, chính sách, chính thức, chính trị, chính xác, cho phép, cho vay, chọn
lọc, chồng chéo, chu kỳ, chủ động, chủ lực, chủ nghĩa, chủ nhiệm, chủ quan, chủ thể, chủ tịch, chủ trì, chủ trương,
chủ yếu, chú trọng, chuẩn bị, chuẩn hóa, chuẩn mực, chung cư, chủng loại, chuỗi khối, chuyên biệt, chuyên cần, chuyên
dùng, chuyên dụng, chuyên đề, chuyên gia, chuyên môn, chuyên ngành, chuyên nghiệp, chuyên quyền, chuyên sâu, chuyên
trách, chuyên trang, chuyên viên, chuyền tay, chuyển biến, chuyển dịch, chuyển đến, chuyển đổi, chuyển giao, chuyển
hóa, chuyển hướng, chuyển nhượng, chuyển tiếp, chuyến bay, chuyến đi, chuyện phiếm, chữ ký, chữ số, chữa bệnh, chữa
cháy, chức năng, chứng chỉ, chứng khoán, chứng minh, chứng nhận, chứng thực, chứng từ, chương trình, con nuôi, còn
chậm, cô lập, cổ phần, cố gắng, công an, công bằng, công bố, công chức, công chứng, công cộng, công cụ, công dân, công
điện, công đoàn, công ích, công khai, công lập, công luận, công năng, công nghệ, công nghiệp, công nhân, công nợ, công
suất, công tác, công tắc, công thương, công trình, công ty, công văn, công việc, cổng chào, cống hiến, cống thoát,
cộng đồng, cộng hòa, cộng sản, cộng tác, cốt lõi, cơ bản, cơ cấu, cơ chế, cơ động, cơ giới, cơ hội, cơ mật, cơ quan,
cơ sở, cờ bạc, cờ đỏ, cụ thể, cung cấp, cung ứng, cùng kỳ, củng cố, cũng như, cuộc họp, cuộc sống, cuộc thi, cuối năm,
cư trú, cử tri, cửa hàng, cửa khẩu, cửa quyền, cưỡng chế, cứu hỏa, cứu hộ, cứu nạn, cứu thương, cứu trợ, dài hạn, dám
làm, dám nghĩ, danh lam, danh mục, danh sách, danh tính, dạy học, dạy nghề, dân chủ, dân cư, dân quân, dân sự, dân
tộc, dân vận, dẫn dắt, dầu khí, dấu hiệu, dễ hiểu, dệt may, di chuyển, di dời, di động, di sản, di tích, dị đoan, dịch
bệnh, dịch hại, dịch tễ, dịch vụ, diễn biến, diễn đàn, diện tích, doanh nghiệp, doanh nhân, dòng họ, dôi dư, du khách,
du lịch, dùng chung, duy trì, duy tu, dư luận, dữ liệu, dự án, dự báo, dự họp, dự kiến, dự luật, dự phòng, dự thảo, dự
toán, dựa trên, dược phẩm, dưới nước, dứt điểm, đa chiều, đa dạng, đa số, đãi ngộ, đại biểu, đại chúng, đại diện, đại
đội, đại học, đại hội, đại lý, đại tá, đàm phán, đảm bảo, đảm nhận, đảm nhiệm, đám mây, đảng bộ, đảng phí, đảng tịch,
đảng ủy, đảng viên, đáng kể, đánh dấu, đánh giá, đào tạo, đạo đức, đáp ứng, đạt chuẩn, đạt được, đặc biệt, đặc điểm,
đặc khu, đặc quyền, đặc thù, đặc trưng, đăng ký, đăng tải, đất đai, đất nước, đất rừng, đầu mối, đầu năm, đầu tư, đấu
giá, đấu thầu, đấu tranh, đầy đủ, đẩy lùi, đẩy mạnh, đẩy nhanh, đe dọa, đê bao, đê điều, đề án, đề cương, đề nghị, đề
xuất, đền bù, đền ơn, địa bàn, địa chỉ, địa chính, địa danh, địa điểm, địa phương, điểm nghẽn, điển hình, điện ảnh,
điện lực, điện thoại, điện toán, điện tử, điều chỉnh, điều động, điều hành, điều khiển, điều kiện, điều phối, điều
tra, điều ước, đình chỉ, đính kèm, định danh, định đoạt, định hướng, định kỳ, định mức, đo lường, đoàn thể, đoàn viên,
đóng cửa, đóng dấu, đóng gói, đóng góp, đô thị, đồ vật, độ ẩm, độ sâu, độ trễ, độc hại, độc lập, đổi mới, đối chiếu,
đối ngoại, đối soát, đối tác, đối thoại, đối tượng, đội ngũ, đôn đốc, đông dân, đông đảo, đông nam, đồng bào, đồng bộ,
đồng chí, đồng hành, đồng loạt, đồng lòng, đồng phục, đồng thời, đồng thuận, đồng tình, động cơ, động đất, động lực,
động thái, động vật, động viên, đột phá, đột xuất, đời sống, đơn giản, đơn thư, đơn vị, đùn đẩy, đuối nước, đứng đầu,
đương nhiên, đường bộ, đường dây, đường lối, đường sắt, đường thủy, đường truyền, gắn kết, gắn liền, gần dân, ghi
chép, ghi nhận, gia cầm, gia đình, gia hạn, gia phả, gia súc, gia tăng, giả mạo, giá trị, giác ngộ, giai cấp, giai
đoạn, giải ngân, giải pháp, giải phóng, giải quyết, giải thể, giải thích, giải thưởng, giải tỏa, giải trí, giải trình,
giảm bớt, giảm nghèo, giảm sút, giảm thiểu, giảm thuế, giảm trừ, giám định, giám đốc, giám hộ, giám khảo, giám sát,
gian lận, gián đoạn, giảng dạy, giảng viên, giao ban, giao dịch, giao lưu, giao nhận, giao thông, giáo án, giáo dục,
giáo sư, giáo trình, giáo viên, giáp ranh, giàu mạnh, giấy phép, giấy tờ, gió mùa, giới thiệu, giới tính, giúp đỡ, giữ
gìn, giữ vững, góp phần, góp vốn, góp ý, gửi kèm, gương mẫu, hạ tầng, hách dịch, hạch toán, hài hòa, hài lòng, hải
đảo, hải quan, hải quân, hạn chế, hạn hán, hạn nộp, hàng giả, hàng hải, hàng hóa, hàng không, hàng quý, hàng rào, hạng
mục, hành chính, hành động, hành hung, hành khách, hành lang, hành nghề, hành quân, hành trình, hành vi, hạnh kiểm,
hạnh phúc, hằng năm, hằng ngày, hằng tháng, hấp dẫn, hậu cần, hậu quả, hệ sinh, hệ thống, hết sức, hiểm nghèo, hiển
nhiên, hiến đất, hiến pháp, hiện đại, hiện hành, hiện nay, hiện trạng, hiệp hội, hiệu lực, hiệu năng, hiệu quả, hiệu
suất, hiệu trưởng, hình ảnh, hình mẫu, hình sự, hình thành, hình thức, hòa bình, hòa giải, hòa nhập, hỏa hoạn, hóa
đơn, hoan nghênh, hoàn cảnh, hoàn chỉnh, hoàn hảo, hoàn tất, hoàn thành, hoàn thiện, hoàn trả, hoạt động, hoạt tính,
học bổng, học hỏi, học phí, học sinh, học tập, hồ đập, hồ sơ, hỗ trợ, hộ chiếu, hộ dân, hộ khẩu, hộ nghèo, hộ tịch,
hồi âm, hồi phục, hồi sức, hội chợ, hội đồng, hội họp, hội nghị, hội nhập, hội phí, hội thảo, hội trường, hội trưởng,
hội viên, hôn nhân, hợp đồng, hợp lệ, hợp pháp, hợp tác, hủ tục, huấn luyện, hùng cường, huy động, hủy bỏ, huyện ủy,
hư hỏng, hương ước, hưởng lợi, hướng dẫn, hướng tới, hưu trí, hữu hạn, hữu nghị, hy sinh, kèm theo, kéo dài, kê khai,
kế hoạch, kế thừa, kế toán, kênh mương, kết cấu, kết hợp, kết luận, kết nối, kết quả, kết thúc, kêu gọi, khả năng, khả
thi, khác biệt, khác nhau, khác thường, khách hàng, khách quan, khai báo, khai giảng, khai hoang, khai mạc, khai sinh,
khai thác, khai trừ, khai trương, khám bệnh, kháng cáo, khánh thành, khảo nghiệm, khảo sát, khát vọng, khắc nghiệt,
khắc phục, khắc sâu, khẳng định, khẩn cấp, khẩn trương, khấu trừ, khen thưởng, khí hậu, khí thế, khí tượng, khiển
trách, khiếu kiện, khiếu nại, kho bạc, khó khăn, khoa học, khoảng cách, khoảng trống, khoáng sản, khôi phục, khối
lượng, không khí, không quân, khống chế, khơi thông, khởi công, khởi kiện, khởi nghiệp, khởi tố, khu phố, khu vực,
khủng bố, khuyến cáo, khuyến học, khuyến khích, khuyến mại, khuyến nông, khuyết danh, khuyết điểm, khuyết tật, kích
thước, kịch bản, kiêm nhiệm, kiểm dịch, kiểm điểm, kiểm định, kiểm kê, kiểm lâm, kiểm nghiệm, kiểm phiếu, kiểm sát,
kiểm soát, kiểm toán, kiểm tra, kiếm sống, kiên cố, kiên định, kiên quyết, kiên trì, kiến nghị, kiến tạo, kiến thức,
kiến trúc, kiện toàn, kiện tụng, kinh doanh, kinh nghiệm, kinh phí, kinh tế, kinh tuyến, kính biếu, kính gửi, kính
trọng, kịp thời, kỳ họp, kỷ cương, kỷ luật, kỷ nguyên, kỷ niệm, kỹ năng, kỹ thuật, ký kết, ký số, lãi suất, làm giàu,
làm rõ, làm việc, lan tỏa, làng nghề, lãng phí, láng giềng, lành mạnh, lãnh đạo, lãnh sự, lãnh thổ, lao động, lắp đặt,
lắp ráp, lâm nghiệp, lâm sản, lân cận, lâu dài, lễ hội, lễ tân, lệ phí, lịch sử, liêm chính, liên đoàn, liên hệ, liên
hiệp, liên kết, liên lạc, liên ngành, liên quan, liên thông, liên tịch, liệt sĩ, linh hoạt, linh kiện, lĩnh vực, loại
hình, loại trừ, lộ trình, lối sống, lồng ghép, lợi dụng, lợi ích, lợi nhuận, lợi thế, lũ lụt, lũ ống, lũ quét, luân
chuyển, luật sư, lừa đảo, lựa chọn, lực lượng, lưới điện, lương hưu, lương thực, lượng mưa, lưu giữ, lưu trú, lưu trữ,
lưu ý, lý luận, lý tưởng, ma túy, mã số, mai táng, mại dâm, mang thai, mạng lưới, mạnh mẽ, mạo hiểm, máy bay, máy móc,
máy quét, máy tính, mặt bằng, mặt hàng, mặt khác, mặt nước, mặt trận, mầm non, mất tích, mâu thuẫn, mẫu biểu, mẫu mã,
mê tín, miền núi, miền trung, miễn giảm, miễn nhiệm, miễn thuế, miễn trừ, minh bạch, mọi mặt, mô hình, mô phỏng, mô
tả, mồ côi, môi giới, môi sinh, môi trường, mỗi năm, mỗi người, mở rộng, mua bán, mua sắm, mùa vụ, mục đích, mục lục,
mục tiêu, mũi nhọn, mưa lớn, mưa lũ, mức độ, mức lương, mỹ quan, nay mai, nắm bắt, nắm chắc, nắm giữ, năng động, năng
khiếu, năng lực, năng lượng, năng nổ, năng suất, nặng nề, nặng nhọc, nâng cao, nâng cấp, nâng đỡ, né tránh, neo đậu,
nền nếp, nền tảng, nêu gương, nêu rõ, ngang tầm, ngành dọc, ngày càng, ngăn chặn, ngăn ngừa, ngắn hạn, ngân hàng, ngân
khố, ngân sách, ngập lụt, ngập sâu, nghề nghiệp, nghệ thuật, nghỉ hưu, nghị định, nghị quyết, nghĩa vụ, nghiêm cấm,
nghiêm trọng, nghiêm túc, nghiệm thu, nghiên cứu, nghiệp vụ, ngoài nước, ngoại giao, ngoại ngữ, ngôn ngữ, nguồn gốc,
nguồn lực, nguồn vốn, nguy cơ, nguy hiểm, nguyên nhân, nguyên tắc, nguyên trạng, nguyện vọng, người dân, người dùng,
nhà máy, nhà nước, nhà thầu, nhãn hiệu, nhãn mác, nhanh chóng, nhân dân, nhân đạo, nhân khẩu, nhân lực, nhân rộng,
nhân sự, nhân tạo, nhân viên, nhấn mạnh, nhận diện, nhận thức, nhận xét, nhập cảnh, nhập khẩu, nhiệm kỳ, nhiệm vụ,
nhiên liệu, nhiệt độ, nhu cầu, nhu yếu, nhũng nhiễu, niêm phong, niêm yết, niềm tin, nòng cốt, nỗ lực, nổi bật, nổi
trội, nội bộ, nội dung, nội địa, nội vụ, nông dân, nông nghiệp, nông sản, nông thôn, nơi nhận, nuôi dưỡng, nuôi trồng,
nước dâng, nước mặn, nước ngoài, nước sạch, ô nhiễm, ốm đau, ổn định, phá hoại, phá rừng, phá sản, phạm tội, phạm vi,
phản ảnh, phản ánh, phản biện, phản đối, phản hồi, phán quyết, pháp lệnh, pháp luật, pháp lý, phát hiện, phát huy,
phát sinh, phát sóng, phát thải, phát thanh, phát triển, phạt tiền, phạt tù, phân biệt, phân bón, phân bổ, phân cấp,
phân công, phân hóa, phân khu, phân khúc, phân kỳ, phân loại, phân luồng, phân phối, phân tán, phân tích, phân vùng,
phần mềm, phần thưởng, phần trăm, phấn đấu, phấn khởi, phận sự, phê bình, phê duyệt, phía đông, phiên họp, phiền hà,
phó trưởng, phong phú, phong trào, phong tục, phòng ban, phòng cháy, phòng chống, phòng ngừa, phòng tránh, phóng xạ,
phô trương, phổ biến, phổ cập, phổ thông, phối hợp, phù hợp, phủ sóng, phụ cấp, phụ huynh, phụ lục, phụ nữ, phụ thuộc,
phụ trách, phụ tùng, phúc đáp, phúc lợi, phục hồi, phục hưng, phục viên, phục vụ, phức hợp, phức tạp, phương án,
phương châm, phương thức, phương tiện, quá cảnh, quá hạn, quá tải, quá trình, quan chức, quan điểm, quan hệ, quan
liêu, quan sát, quan tâm, quan trắc, quan trọng, quản chế, quản giáo, quản lý, quản trị, quán triệt, quảng bá, quảng
cáo, quân dân, quân đội, quân khu, quân nhân, quân nhu, quân sự, quần chúng, quần đảo, quầy tiếp, quê hương, quốc gia,
quốc hội, quốc phòng, quốc tế, quy chế, quy chuẩn, quy định, quy đổi, quy hoạch, quy mô, quy phạm, quy tắc, quy trình,
quy ước, quỹ đất, quyền hạn, quyền lợi, quyền lực, quyết định, quyết đoán, quyết liệt, quyết tâm, quyết toán, rà soát,
rác thải, ranh giới, rõ ràng, rộng khắp, rộng rãi, rủi ro, rút gọn, rút khỏi, rút ngắn, sai lệch, sai phạm, sai sót,
sản lượng, sản phẩm, sản xuất, sáng tạo, sáp nhập, sạt lở, sau này, sẵn sàng, sắp xếp, sân bay, sập đổ, sâu rộng, sâu
sắc, sĩ quan, sinh hoạt, sinh học, sinh kế, sinh sống, sinh thái, sinh viên, soạn thảo, sổ sách, sổ tay, số hóa, số
liệu, số lượng, sơ bộ, sơ cấp, sơ đồ, sơ kết, sơ tán, sở hữu, sở tại, sở thích, sợ sai, sụt lún, suy giảm, suy thoái,
sư phạm, sử dụng, sử liệu, sự cố, sự kiện, sự nghiệp, sự việc, sự vụ, sửa chữa, sửa đổi, sức khỏe, sức mạnh, tác động,
tác hại, tai nạn, tài chính, tài khóa, tài khoản, tài liệu, tài nguyên, tài sản, tài trợ, tài xế, tái chế, tái diễn,
tái định, tái lập, tái tạo, tạm dừng, tạm giam, tạm giữ, tạm hoãn, tạm ngừng, tạm trú, tạm vắng, tán thành, tang vật,
tạo lập, tạp chí, tàu bay, tàu biển, tàu thuyền, tăng cường, tăng trưởng, tâm thần, tầm nhìn, tần suất, tận dụng, tận
tụy, tầng lớp, tập đoàn, tập huấn, tập quán, tập thể, tập trung, tệ nạn, tên gọi, thách thức, tham dự, tham gia, tham
khảo, tham luận, tham mưu, tham nhũng, tham quan, tham vấn, thảm họa, tháng ngày, thanh lý, thanh niên, thanh toán,
thanh tra, thành lập, thành phần, thành phố, thành quả, thành tích, thành tựu, thành ủy, thành viên, thảo luận, tháo
gỡ, thay đổi, thay mặt, thay thế, thay vì, thăm dò, thăm hỏi, thẳng thắn, thắng cảnh, thắng cử, thắng lợi, thâm niên,
thẩm định, thẩm mỹ, thẩm quyền, thẩm tra, thấm nhuần, thân nhân, thân thiện, thần tốc, thận trọng, thất nghiệp, thất
thoát, then chốt, theo dõi, thể chế, thể dục, thể thao, thể thức, thế mạnh, thi công, thi đua, thi hành, thí điểm, thí
nghiệm, thí sinh, thị trấn, thị trường, thị xã, thích ứng, thiên nhiên, thiên tai, thiết bị, thiết kế, thiết lập,
thiết thực, thiết yếu, thiệt hại, thiểu số, thiếu hụt, thiếu niên, thiếu sót, thỏa thuận, thoái hóa, thổ cư, thôi
việc, thôn xóm, thông báo, thông điệp, thông hành, thông minh, thông suốt, thông tấn, thông tin, thông tục, thông tư,
thống kê, thống nhất, thống soái, thờ cúng, thời điểm, thời gian, thời hạn, thời kỳ, thời tiết, thời vụ, thu chi, thu
gom, thu hẹp, thu hoạch, thu hồi, thu hút, thu nhập, thu phí, thu thập, thu thuế, thù lao, thủ công, thủ đô, thủ phạm,
thủ trưởng, thủ tục, thủ tướng, thú vị, thú y, thụ hưởng, thụ lý, thuận lợi, thuận tiện, thúc đẩy, thuê đất, thuế
suất, thuốc lá, thuốc trừ, thủy lợi, thủy sản, thủy triều, thuyền viên, thuyết minh, thư ký, thư viện, thử nghiệm, thứ
ba, thứ hai, thứ nhất, thứ trưởng, thửa đất, thức ăn, thực chất, thực địa, thực hành, thực hiện, thực phẩm, thực sự,
thực tế, thực thi, thực tiễn, thực trạng, thực vật, thước đo, thương bệnh, thương binh, thương hiệu, thương lượng,
thương mại, thương tật, thương tích, thường lệ, thường niên, thường trú, thường trực, thường vụ, thường xuyên, thưởng
phạt, tích cực, tích hợp, tiêm chủng, tiềm lực, tiềm năng, tiên phong, tiên tiến, tiền lương, tiền mặt, tiền tệ, tiến
bộ, tiến độ, tiến hành, tiến sĩ, tiến tới, tiện ích, tiện lợi, tiếng nói, tiếp cận, tiếp dân, tiếp giáp, tiếp nhận,
tiếp thu, tiếp tục, tiếp xúc, tiết giảm, tiết kiệm, tiêu biểu, tiêu chí, tiêu chuẩn, tiêu cực, tiêu dùng, tiêu hao,
tiêu hủy, tiêu thụ, tiểu học, tiểu mục, tìm kiếm, tìm tòi, tin học, tín dụng, tín ngưỡng, tín nhiệm, tinh giản, tinh
gọn, tinh hoa, tinh thần, tinh thông, tình cảm, tình hình, tình huống, tình nghĩa, tình nguyện, tình tiết, tình trạng,
tỉnh ủy, tính chất, tính mạng, tính năng, tính toán, tính từ, tòa án, tọa đàm, tọa độ, toàn bộ, toàn dân, toàn diện,
toàn quốc, tổ chức, tổ dân, tổ hợp, tổ quốc, tổ tiên, tổ trưởng, tổ viên, tố cáo, tố chất, tố giác, tố tụng, tốc độ,
tối đa, tối thiểu, tối ưu, tội phạm, tôn giáo, tôn trọng, tôn vinh, tồn đọng, tồn tại, tổn hại, tổn thất, tốn kém,
tổng cục, tổng hợp, tổng kết, tổng mức, tổng quát, tổng số, tổng thể, tốt nghiệp, tờ khai, tờ trình, trả lời, trả nợ,
trả tiền, trách nhiệm, trải nghiệm, trái phép, trang bị, trang phục, trang trại, trạng thái, tranh chấp, tranh thủ,
trao đổi, trật tự, trẻ em, tri thức, trì trệ, trí thức, trí tuệ, trích lập, trích lục, trích yếu, triển khai, triển
lãm, triều cường, triệu tập, trình bày, trình độ, trình tự, trong sạch, trong sáng, trọng điểm, trọng lượng, trọng
tâm, trọng yếu, trốn tránh, trồng cây, trồng rừng, trồng trọt, trở thành, trợ cấp, trợ giúp, trợ lý, trụ sở, trục
xuất, trung bình, trung đông, trung hạn, trung học, trung tâm, trung thành, trung thực, trung ương, trùng lặp, trúng
thầu, trúng tuyển, truy cập, truy cứu, truy tố, truy xuất, truyền hình, truyền nhiễm, truyền thông, truyền thống, trực
thuộc, trực tiếp, trực tuyến, trưng cầu, trước đây, trước hết, trước mắt, trước tiên, trương hoàn, trương mục, trường
học, trường hợp, trường kỳ, trưởng ban, trưởng đoàn, trưởng phòng, trưởng thành, trưởng thôn, tuân thủ, tuần hoàn,
tuần tra, tuổi trẻ, tùy thân, tuyên bố, tuyên giáo, tuyên truyền, tuyển chọn, tuyển dụng, tuyển quân, tuyến đường,
tuyệt đối, tư cách, tư duy, tư lệnh, tư liệu, tư lợi, tư nhân, tư pháp, tư tưởng, tư vấn, từ bỏ, từ chối, từ chức, từ
điển, từ ngữ, từ thiện, tự chủ, tự động, tự giác, tự lực, tự nguyện, tự nhiên, tự phê, tự trọng, tự vệ, từng bước,
tưới tiêu, tương đối, tương đương, tương lai, tương quan, tương tác, tương thích, tương trợ, tương tự, tương ứng,
tưởng nhớ, tưởng niệm, tướng lĩnh, tỷ đồng, tỷ lệ, tỷ trọng, ủng hộ, uy tín, ủy ban, ủy thác, ủy viên, ứng cử, ứng
dụng, ứng phó, ươm tạo, ưu đãi, ưu tiên, vai trò, vạn vật, vào cuộc, vay vốn, vắc xin, văn bản, văn hóa, văn minh, văn
phòng, vắng mặt, vấn đề, vận chuyển, vận dụng, vận động, vận hành, vận tải, vật chất, vật liệu, vật nuôi, vật tư, ven
biển, vệ sinh, vệ tinh, vi phạm, ví dụ, vị trí, vỉa hè, việc làm, viên chức, viễn thám, viễn thông, viện phí, viện
trợ, viết tắt, vô tư, vũ khí, vũ trang, vụ lợi, vui chơi, vùng sâu, vùng xa, vững chắc, vững mạnh, vững vàng, vướng
mắc, vượt mức, vượt quá, xã hội, xác định, xác minh, xác nhận, xâm hại, xâm nhập, xâm phạm, xây dựng, xây mới, xem
xét, xét duyệt, xét nghiệm, xét xử, xếp hạng, xếp loại, xin lỗi, xóa bỏ, xóa đói, xóm giềng, xu hướng, xu thế, xuất
cảnh, xuất khẩu, xuất sắc, xuất xứ, xúc tiến, xung đột, xung quanh, xuyên suốt, xử lý, xử phạt, xứ sở, xứng đáng, y
học, y tế, ý kiến, ý nghĩa, ý thức, yêu cầu, yếu kém, yếu tố
"""

_ALSO_WORDS = """
người đứng, đứng tên, đường bờ, ngăn cản,
công đoạn,
bản sao, bạn hàng, bảng biểu, bảng số, bảo thứ, báo tín, bằng lái, bậc lương, bất kỳ, bệnh án, biển đảo, bỏ qua, bó
hẹp, bổ ích, bố mẹ, bộ đội, bộ luật, bộ ngành, cam đoan, cảm hóa, cảm hứng, cảm xúc, cám ơn, cán cân, cao sự, căn bản,
cấm đoán, cấm kết, cần cù, cận thị, cấp úy, cầu cảng, cầu hàng, cây trong, chấm công hiển nhiên, chế đo, chế tài, chủ
chốt, chủ đầu, chủ quản, chủ sở, chủ sử, chú thích, chú ý, chung cấp, chung chỉ, chung cho, chuyển đi, chuyển ngành,
chuyển quyền, có bản, cổ động, cố ý, công đồng, công nhận, công trường, cộng trường, cơ số, cơ sự, cùng cấp, cùng cố,
cùng ký, cùng một, cùng với, dải đất, dàng tải, dành cho, dân cử, dần dần, dẫn chứng, dẫn đầu, dẫn đến, dễ dàng, diễn
tập, dở dang, dụng đầu, dư nợ, dữ dội, dự định, dự thi, đã qua, đá bóng, đá vôi, đàm thoại, đặt ở, điểm bán, điểm
danh, điểm số, điền vào, định giá, đo đạc, đo sâu, đoán viên, đôi khi, đổi thay, đối lập, đối ứng, đối với, đội hình,
đội trưởng, đúng mục, ghi nhãn, giải cấp, giao diện, giao nộp, giảo hoạt, giáo hội, giáo xứ, giữ phần, hang động, hàng
đầu, hàng loạt, hàng năm, hàng ngày, hàng tháng, hãng tin, hạng nhất, hằng quý, hằng số, hệ số, hiệp thương, hinh thể,
hình dung, hình phạt, hoàn thuế, hội thao, hữu trí, kể cả, kể từ, kết hôn, khóa học, khoản vay, khoán sản, khoang tàu,
không quản, kiểm đếm, kiện nghị, kỳ thi, kỳ vọng, kỷ vật, kỹ lưỡng, ký hiệu, ký sổ, ký túc, ký tự, lẫn nhau, lấp đầy,
lưới trời, lưỡng lự, lượng mua, lý do, lý lịch, một phần, mở cửa, mùa lũ, mức tiêu, nam giữ, nghi ngờ, nghỉ ngơi,
ngoại tệ, nguyên liệu, nhất là, nộp thuế, phản ứng, phân bố, phần công, phó ban, phóng viên, phổ quát, phố huyện, phố
phường, phù điêu, phủ nhận, phú nông, phương chấm, qua đường, qua lại, quả thực, quá mức, quan khu, quân số, quận
huyện, quỹ bảo, quyển sách, ra khỏi, sát hạch, sát nhập, sổ hộ, số tiền, số vốn, sở trường, tải trọng, tải xuống, tái
cơ, tái sản, tạm hoàn, tạm ứng, tạo thành, tất cả, tháng trước, thanh khoản, thanh thiếu, thanh viên, thành hình,
thành niên, thành thật, thành thị, thánh thất, tháo rời, thẳng tiến, thẻ bảo, thể nghiệm, thế chấp, thế hệ, thị giác,
thị lực, thị phần, thông qua, thông tín, thu hội, thu tiền, thuế đất, thừa nhận, thương vụ, tỉ lệ, tiên lượng, tiền
gửi, tiền phong, tiền thuế, tiền thưởng, tiền vốn, tiếp theo, tình thế, tỉnh thành, tính đến, tính theo, toàn điện,
toàn vẹn, tổ chúc, tối cao, tông đồ, tổng quan, tốt đẹp, trang trải, tráo đổi, trồng cấy, trung cấp, trùng lắp, trưng
bày, trứng gà, trước tiền, trường ký, tù nhân, tuyến truyền, tư vẫn, từ bờ, tỷ giá, tỷ số, vượt qua, xa lạ, xả thải,
xã viên, xạ trị, xảy ra, xếp hàng, xuất nhập
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
