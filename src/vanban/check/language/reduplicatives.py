"""Words that may stand twice, and words that never do."""

from __future__ import annotations

_REDUPLICATIVES = """
ngày đêm dần từ từng luôn thường đời người nhà nơi chốn lớp ngành cấp xã tỉnh mãi rất thật ào rào đều xa gần cao
thấp hay mau chậm nhanh sớm chiều sáng tối hằng năm tháng ba hai ầm vẫn xanh đỏ vàng trắng đen tím nâu hồng tươi vui
buồn mới cũ chầm chằm đăm lăm khăng nhẹ nhàng nho nhỏ to lớn ít nhiều khẽ song rưng tưng trùng điệp hàng sau trước
trên dưới đâu ai gì nào chi chang ùn lác phất phơ lẻ đôi cặp chuồn bươm cào châu mơ man mênh mang ra vào lại qua đi
nữa ăn nói làm thôi xem thử chờ đợi gọi kêu ngàn trăm vạn triệu tầng bậc bước dòng giờ phút giây lúc khi thoang bon
bong boong đu la ta tí tẹo xíu chút hơi khá đầy vừa lâu tha thân ngoan hiền xinh xấu đẹp ngon dở nóng lạnh ấm mát
khô ướt mềm cứng dày mỏng dài ngắn rộng hẹp sâu nông nặng loáng thoáng lừng chín chung mươi mười một bốn năm sáu bảy
tám búp mum mờ tỏ rõ sang be bét khin khít im ắng lặng le te kè rì rầm chôm su le sầu dế chè bìm cuốc chim bông xôn xao
"""
REDUPLICATIVES = frozenset(_REDUPLICATIVES.split())
"""Words that are doubled on purpose or whose doubles are words or numbers ("ngày ngày", "năm năm")."""

_JOINING = """
của và các những được để cho với trong tại theo về là có đã sẽ thì mà nếu do bởi đến này vào nhằm cùng hoặc như cũng
phải bằng cần đang giữa
"""
JOINING_WORDS = frozenset(_JOINING.split())
"""Words that are wrong when they stand twice."""

WORDS_WITH_JOINING_END = frozenset({"tiếp theo", "kèm theo", "hiện tại", "tồn tại", "trở về", "cũng như", "có được"})
"""Words behind which a joining word may follow that looks like their end ("năm tiếp theo theo Mẫu số 2")."""

NAME_HEADS = frozenset({"sở", "ban", "bộ", "ủy", "hội", "phòng", "công", "văn", "trung", "kế", "quyết", "thông"})
"""Capitalised words that begin names of bodies and documents; other capitals twice may be a name of a person."""
