"""Syllables that are surely words, beside those of the compounds.

A syllable that is in neither table may be right all the same; only then is it compared with words one letter away.
"""

from __future__ import annotations

from vanban.check.language.compounds import COMPOUNDS

_SYLLABLES = """
ác ai ải ái am anh ao ảo áo ăng ấm ân ẩn ấn ập âu ầu ấu ấy bà bả bã bạ bái bại bang bàng bành bánh bạt bảy bắc bắn bắp
bấm bẩn bè bẻ bê bể bễ bệ bến bếp bi bì bia bìa biết biệu bim bin bít bo bò bóc bọc bom bon boong bóp bô bồ bỗ bốc bôi
bội bồn bổn bốn bông bơi bởi bơm bợp bu bùi bụi bùn bún bùng buổi buồm buồn buông buồng bút buýt bư bưởi bướng by ca
cà cá các cai cải cái cam cản cạn cành cánh cạp cát cau cay cắm cặn căng cắp cặp câm cẩm cẩn cất câu cậu cậy cha chải
chanh chánh cháo cháu chảy chạy chẵn chắn chặng chắp chân chập châu che chè chèo chê chết chì chị chìa chiếc chiên
chiết chiêu chiểu chim chìm chín chinh chịu chó chon chong chỗ chôn chông chơ chờ chở chua chùm chun chuộc chuối chuột
chuy chứ chưa chứa chướng co cỏ cóc cọc coi còn cong cỗ cốc côn cồn cột cỡ cơi cơm cơn cu củ cũ cú cua của cúc cui cụm
cuôi cuỗi cuối cuốn cuống cự cứng cược cướp cừu cửu da dã dạ dai dại dan dàn dán dáng dao dau day dày dãy dập dâu dầy
dậy de den dép dê dì dia dịa diêm diệt diễu diệu dinh dịnh dịp dó doa doi don dọn dong dỗ dốc dồi dỗi dối dồn dông
dồng dỡ dù dủ dũ dùi dun dũng duyên dừa dưng dưới dượng đà đài đán đạn đang đanh đáo đáy đắm đắn đằng đặng đâm đầm đậm
đân đâu đậu đấy đè đẻ đem đen đèn đeo đèo để đế đệm đên đều đị đỉa đĩa địch điêm điếm điễu điệu địn đinh đỉnh đó đoái
đoanh đọc đòi đón đỗ đố đồi đỗi đồn độn đống đốt đới đợi đợt đu đúc đục đun đụng đuôi đuổi đư đữ đự đưa đừng đựng đưới
đưỡng đứt eo ép ếch ên êu ều ga gà gác gạch gái gam gan gán gánh gạo gạt gay gãy găng gặp gân gần gấp gập gấu gây gậy
ghỉ gi gì gỉ già giàn giãn gián giang giáng giay giày giấu giây giầy giếng giết gioi giỏi giờ giục giữa go gò gó góc
gòn gót gô gỗ gối gôm gỗm gừng ha hái hàm hãm han hàn hảng hanh hành hảnh hào hát hạt hay hăm hầm he hẹn heo hề hễ hi
hì hiềm hiếm hiếp hiếu ho hoản hoán hoàng hoảng hoành hoặc hoi hom hòm hon hòn hô hôi hỗi hối hôm hỗn hông hồng hổng
hộp hở hợ hơi hơn hớt huân huần huế huệ huyết huyệt huỳnh hứa ia in ình ít ke kè kẻ kẽ kem kẽm ken kẹo kẹp két kề khá
khái khan khán khau khân khâu khe khép khía khiếm khiến khiết khoai khoan khoanh khoi khói khong khô khổ khôn khớp
khuẩn khuất khung khủng khuôn khuy khuỷu khử khứ khương ki kí kia kiềm kiến kiệt kiều kiểu kim kín kíp ky la lá lạc
lạch lạm làn lán lạng lanh lạnh lào lát lạt lay lăm lăn lặn lăng lắng lầm lần lẩn lấn lật lây lấy le lẽ lé leo lê lên
lều li lí liễm liều lít lò loa loai loài loan loạn lõm lon long lỏng lót lọt lô lỗ lốc lộc lôi lỗi lông lột lợn lu lúa
lụa lúc luôn lũy lư lữ lửa lứa lưng lưỡi lươn lượn lượt lựu ly mà mả mạ mạch mãi mái man màn mãn mạn mảng mảnh mát mau
màu máu mặc mắn măng mần mẫn mầu mấy me mẻ men mèo mép mét mệnh mi mì miến miếng miệng mìn mình mít mo mỏ moi mõm mòn
mong móng mổ mốc mộc mốt mờ mỡ mời mớn mù mũ múa mùi muỗi muối muốn muộn mươi mười mướn mượn mường mứt na nà nã nai
nang nào nạo nạp nát nảy nằm năn nắn nẵng nắng nắp nấm nâu nấu nấy nén nẹp nét nên nếp nếu nga ngà ngã ngách ngạch
ngãi ngại ngan nganh ngay ngặt ngâm ngầm ngẫu nghe nghệ nghiền nghiện nghiêng nghìn ngo ngoai ngoải ngoặc ngọc ngòi
ngón ngọt ngô ngôi ngồi ngỗng ngột ngu ngủ nguôn nguyễn ngư ngừ ngựa ngực ngược nha nhả nhan nhàn nhãn nhạt nhảy nhạy
nhằm nhắn nhặt nhầm nhẹ nhi nhì nhiên nhiếp nhiêu nhiều nhỏ nhóm nhô nhôm nhơ nhờ nhở nhơn nhởn nhuệ nhựa nhưng những
nhưỡng ni nia nỉnh no nó noi nom nón nong nóng nô nộ nôi nồi nỗi nồng nơ nung nút nư nửa nữa nương oan ong ốc ổi ôm ồm
ôn ồn ông ốp ớt pa pác pha phà phạ phải pham phan phao pháo phẳng phâm phẫu phây phẩy phế phi phích phiện phiêu phiều
phim pho phôi phông phở phu phum phun phụng phút phước pi pin pu quà quai quãng quay quặng quần quất quầy quấy quen
quê quên qui quyên quýt rách rạch rãnh rạp rau ray rắn răng rằng rập rất rẫy re rẽ rèn rét rể rệt ri rỉ rịa riêng
riềng rò rọ rong ròng rô rồi rỗi rối rôn rồng rốt rơ rơi rung ruồi ruộng ruột rửa rượu sa sà sả sài san sàn sạn sang
sánh sào sáu say săm săn sắn sẫm sấu se sẻ sẽ séc sen sét sê si siêu so só soi sỏi song sô sôi sông sợi sơn su sua
súng suối suyển sứ sữa sườn sương sưu ta tà tạ tạc tách tam tám tan tàn tạng tao tảo tau tắm tằng tắng tặng tẩm tấm
tâng tầu tẩu tây tẩy te tẻ tem ten tê tệp tết tha thà thả thạc thạch than thang thạnh thạo tháp thắc thẳm thắm thăng
thặng thắt thầm thẫm thậm thâu thấy the thép thê thêm thềm thì thỉ thiêu thỉnh thịnh thịt thỏ thọ thoa thoáng thói
thon thong thô thổi thơ thợ thua thuần thục thùng thuốc thuy thúy thự thượng ti tị tia tiệm tiệp tim tím tìn tỉn tĩnh
tịnh to tỏ toa toan toản tỏi tóm tong tô tôi tôm tống trà trá trác trạch trai trạm tràn trán trặc trăng trắng trầm
trân trần trâu trầu tre treo triên trinh trịnh tro trọ tròn trọn trôi trộm trồn trộn trông trơn trù trũng trụy trư
trưa trừng trượt tủ tú tụ tua tuấn tuất túi tum tung túng tuôi tuy tuynh tứ tựa tức tước tươi tường tý úc ùn ung úng
uông uống uyết ừng va và vả vạch vài vải vãi vàm van vãng vành vát vạt vân vẩn vất vây vậy ve vè vẻ vẽ vé vét vê về
vết vỉ vĩ viền viếng việt vĩnh vịt vỏ võ voi vón vong vòng vôn vở vỡ vợ vớt vu vú vua vùi vung vũng vuông vừa vừng
vươn vườn vương vứt xá xách xám xanh xăng xấp xấu xe xẻ xé xen xê xi xì xỉ xích xiết xín xịt xoài xoay xoáy xói xong
xô xổ xuân xúi xuông xuồng xương xưởng yên
"""

SYLLABLES_IN_USE = frozenset(_SYLLABLES.split()) | {part for compound in COMPOUNDS for part in compound.split()}
