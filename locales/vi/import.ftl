### Nhập danh sách đội và người từ bảng tính. Người đọc là cán bộ lập danh sách.

import-column-province = Tỉnh, thành phố
import-column-province-say = tỉnh, thành phố, tỉnh/thành phố, tỉnh thành, tỉnh thành phố, tên tỉnh, tp
import-column-commune = Xã, phường, đặc khu
import-column-commune-say = xã, phường, xã phường, phường xã, phường xã đặc khu, xã/phường, xã/phường/đặc khu, đơn vị cấp xã, địa bàn, xã phường đặc khu
import-column-team = Đội hình
import-column-team-say = đội, tên đội, tên đội hình, đội hình tình nguyện, tổ
import-column-organisation = Đơn vị cử đi
import-column-organisation-say = trường, đơn vị, cơ quan, trường cơ quan, đơn vị công tác, tổ chức, đoàn trực thuộc
import-column-person = Họ và tên
import-column-person-say = họ tên, tên, họ và tên tnv, tình nguyện viên, họ tên tnv
import-column-role = Vai trò
import-column-role-say = vai, chức danh, chức vụ, nhiệm vụ
import-column-note = Ghi chú
import-column-note-say = ghi chú, chú thích
import-column-code = Mã riêng
import-column-until = Dùng đến hết ngày

import-role-volunteer = tình nguyện viên, tnv, thành viên, đội viên, đoàn viên
import-role-deputy = đội phó, phó đội trưởng, phó đội, phó
import-role-leader = đội trưởng, trưởng đội, trưởng
import-role-coordinator = điều phối viên, điều phối viên xã, điều phối viên phường, điều phối viên tỉnh, điều phối, cán bộ đoàn, cán bộ đoàn xã
import-proposed-deputy = đội phó (đề nghị)
import-proposed-leader = đội trưởng (đề nghị)
import-proposed-coordinator = điều phối viên (đề nghị)

# Mẫu
import-sheet-list = Danh sách
import-sheet-help = Giải thích
import-sheet-faults = Dòng có lỗi
import-sheet-codes = Mã riêng
import-help-column = Cột
import-help-what = Ghi gì
import-example = Ví dụ
import-example-province = Hà Nội
import-example-commune = Phường Đống Đa
import-example-team = Đội hình phường Đống Đa
import-example-organisation = Đại học Thủy lợi
import-example-person = Nguyễn Thị Mai Anh
import-example-role = Đội trưởng
import-example-note = Ví dụ: dòng này không được nhập, xoá hay để lại đều được
import-about-province = Bắt buộc. Tên hoặc mã 2 số của tỉnh, thành phố hiện nay. Tên trước 1/7/2025 cũng hiểu.
import-about-commune = Bắt buộc, trừ điều phối viên cấp tỉnh. Tên hoặc mã 5 số. Tên cũ cũng hiểu; xã cũ đã chia cho nhiều xã mới thì bạn ghi tên xã mới.
import-about-team = Bắt buộc, trừ điều phối viên. Cùng xã và cùng tên là cùng một đội. Đội chưa có thì được lập.
import-about-organisation = Không bắt buộc. Nơi đội được cử đi: trường, cơ quan, Đoàn trực thuộc.
import-about-person = Họ và tên. Để trống thì dòng này chỉ lập đội. Trong một đội có hai người trùng tên thì ghi hai dòng.
import-about-role = Để trống là tình nguyện viên. Đội trưởng, đội phó, điều phối viên là đề nghị: có hiệu lực khi người đó nhận bằng mã riêng và điều phối viên xác nhận danh sách.
import-about-note = Không bắt buộc, không được lưu. Dòng có ghi chú bắt đầu bằng "Ví dụ" thì bỏ qua.
import-about-list-people = Thứ tự cột thế nào cũng được, cột khác thì bỏ qua. Đừng ghi số điện thoại, ngày sinh, số giấy tờ: phần mềm không cần và không lưu.

# Lời trên màn hình
import-template-done = Đã ghi mẫu vào { $file }.
import-reading = Đang đọc
import-comparing = Đang so với những gì đã có
import-writing = Đang ghi
import-read = Đã đọc { $rows } dòng: { $good } dòng dùng được, { $faulty } dòng có lỗi.
import-unread = Không đọc các cột: { $headings }.
import-would = Nếu ghi: thêm { $teams } đội, { $organisations } đơn vị cử đi, { $people } người; đổi đơn vị cử đi của { $moved } đội; đề nghị { $proposed } vai; { $same } dòng không đổi gì.
import-fault-row = Dòng
import-fault-column = Cột
import-fault-cell = Ô ghi
import-fault-what = Sai gì, sửa thế nào
import-faults-in = { $count } dòng có lỗi ở trong { $file }. Các dòng này không được ghi; sửa xong thì nhập lại cả danh sách, không ai bị ghi hai lần.
import-confirm = Gõ số { $count } để ghi { $count } dòng, để trống là thôi
import-not-done = Chưa ghi gì.
import-done = Đã ghi { $rows } dòng: thêm { $teams } đội, { $organisations } đơn vị cử đi, { $people } người; đổi đơn vị cử đi của { $moved } đội; đề nghị { $proposed } vai; { $same } dòng không đổi gì. Vai được đề nghị chờ điều phối viên nhắn "xác nhận vai trò".
import-codes-in = { $count } mã riêng ở trong { $file }. Đây là chìa khoá vào đội của từng người: gửi riêng từng xã, đừng đăng lên nhóm.
import-undo-would = Danh sách { $file } (nhập lúc { $at }). Nếu bỏ: { $people } tên chưa ai dùng mã, { $teams } đội, { $organisations } đơn vị cử đi, { $proposed } vai còn chờ; trả lại đơn vị cử đi cũ cho { $moved } đội.
import-undo-stays = Giữ lại vì đã có người dùng: { $people } tên đã vào đội hoặc đã được điểm danh; { $teams } đội{ $names ->
    [none] { "" }
   *[other] { " " }({ $names })
    }.
import-undo-confirm = Gõ số { $count } để bỏ { $count } tên, để trống là thôi
import-undo-not-done = Chưa bỏ gì.
import-undo-done = Đã bỏ những gì danh sách { $file } thêm vào mà chưa ai dùng. Mã riêng đã phát từ danh sách này hết tác dụng.

# Lỗi của một dòng
import-province-missing = Chưa ghi tỉnh, thành phố. Ghi tên hoặc mã, ví dụ: Hà Nội, 01.
import-province-unknown = Không có tỉnh, thành phố nào tên như vậy{ $within }. Ghi tên hiện nay, ví dụ: Hà Nội.
import-commune-missing = Chưa ghi xã, phường. Ghi tên hoặc mã 5 số, ví dụ: Phường Đống Đa.
import-commune-unknown = Không thấy xã, phường nào tên như vậy trong { $within }. Xem lại tên, hoặc ghi mã 5 số.
import-unit-near = Không có đơn vị nào đúng tên này. Có phải: { $choices }? Ghi lại tên đúng, hoặc mã.
import-unit-several = Tên này nay thuộc nhiều đơn vị: { $choices }. Chọn một, ghi tên mới hoặc mã.
import-team-missing = Chưa ghi đội hình. Chỉ điều phối viên mới để trống ô này.
import-team-length = Tên đội dài từ { $least } đến { $most } chữ.
import-organisation-differs = Dòng trên ghi đội này do "{ $first }" cử đi. Một đội chỉ có một đơn vị cử đi: sửa cho giống nhau, hoặc để trống ô này.
import-organisation-long = Tên đơn vị dài quá { $most } chữ. Ghi ngắn lại.
import-person-missing = Chưa ghi họ và tên. Để trống chỉ khi dòng này lập một đội và không đề nghị vai nào.
import-person-unlike = Không đọc được thành một cái tên. Chỉ ghi họ và tên, ví dụ: Nguyễn Thị Mai Anh.
import-role-unknown = Không hiểu vai này. Ghi một trong: tình nguyện viên, đội phó, đội trưởng, điều phối viên; để trống là tình nguyện viên.
import-private = Ô này có số điện thoại hoặc số giấy tờ. Xoá số đi, chỉ để tên.

# Tệp không đọc được
sheet-broken = tệp hỏng hoặc không phải bảng tính. Mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx.
sheet-unreadable = không mở được tệp ({ $why }). Xem lại tên và quyền đọc.
sheet-large = tệp lớn quá { $most } MiB. Chia theo tỉnh rồi nhập từng tệp.
sheet-parts = tệp có quá { $most } phần bên trong. Chép danh sách sang một bảng tính mới rồi lưu lại.
sheet-locked = tệp có mật khẩu. Bỏ mật khẩu rồi lưu lại.
sheet-old-or-locked = đây là tệp .xls cũ hoặc có mật khẩu. Lưu lại thành .xlsx không mật khẩu.
sheet-macros = tệp có macro, tệp nhúng hoặc liên kết ra ngoài. Lưu lại thành .xlsx thường, chỉ có danh sách.
sheet-not-a-sheet = đây không phải bảng tính .xlsx hay .csv.
sheet-bomb = bên trong tệp lớn bất thường so với vỏ. Chép danh sách sang một bảng tính mới rồi lưu lại.
sheet-heavy = đọc tệp này tốn quá nhiều bộ nhớ. Chép danh sách sang một bảng tính mới rồi lưu lại, hoặc chia nhỏ ra.
sheet-slow = đọc tệp này lâu quá nên mình dừng. Chép danh sách sang một bảng tính mới rồi lưu lại, hoặc chia nhỏ ra.
sheet-entities = tệp có khai báo lạ (DTD). Chép danh sách sang một bảng tính mới rồi lưu lại.
sheet-not-utf8 = tệp .csv không phải UTF-8. Lưu lại: "CSV UTF-8", hoặc lưu thành .xlsx.
sheet-rows = danh sách dài quá { $most } dòng. Chia ra rồi nhập từng tệp.
sheet-spread = nhiều ô trống được định dạng ra xa quá { $most } cột. Chép danh sách sang một bảng tính mới rồi lưu lại.
sheet-columns = dòng { $row } có quá { $most } cột.
sheet-cell = dòng { $row } có ô dài quá { $most } chữ.
sheet-headings = không thấy dòng tiêu đề có đủ các cột; còn thiếu: { $missing }. Xin mẫu bằng: aoxanh export template mau.xlsx
sheet-heading-twice = cột "{ $heading }" có hai lần. Bỏ bớt một.

# Số liệu nhập hộ từ bảng tính
import-column-help = Giúp: { $what }
import-column-day = Ngày
import-column-day-say = ngày, ngày báo cáo, ngày làm
import-example-day = 23/11/2026
import-about-day = Bắt buộc. Ngày của số liệu, ví dụ 23/11/2026; trong 92 ngày gần đây. Một đội một ngày là một dòng.
import-about-team-there = Bắt buộc. Tên đội đã lập trên hệ thống; chưa có thì lập bằng danh sách đội trước.
import-about-number = Số nguyên của cả đội trong ngày. Để trống là không ghi mục này.
import-about-list-figures = Chỉ nhập cho đội chưa dùng được bot. Ở đâu số này cũng ghi "nhập hộ"; đội trưởng tự chốt thì số của đội trưởng thay số này. Nhập lại cùng danh sách thì không ghi hai lần.
import-team-unsaid = Chưa ghi tên đội.
import-team-not-there = Xã, phường này chưa có đội nào tên như vậy. Xem lại tên, hoặc lập đội trước.
import-day-unread = Không đọc được ngày. Ghi như: 23/11/2026.
import-day-far = Chỉ nhập số của { $days } ngày gần đây, không nhập ngày chưa đến.
import-number-unread = Ô này phải là số nguyên, ví dụ: 75. Không có thì để trống.
import-number-large = Số lớn quá { $most }. Xem lại có thừa chữ số không.
import-figures-empty = Dòng này chưa có số nào.
import-figures-twice = Đội này ngày này đã có ở dòng { $first }. Gộp vào một dòng.
import-figures-told = Đội trưởng đã tự chốt ngày này. Số của đội giữ nguyên; cần sửa thì nhờ đội trưởng.
figures-in-would = Nếu ghi: thêm số của { $added } ngày, thay { $replaced } ngày đã nhập hộ trước đó, { $same } ngày không đổi gì.
figures-in-done = Đã ghi { $rows } dòng: thêm { $added } ngày, thay { $replaced } ngày, { $same } ngày không đổi gì. Ở đâu số này cũng ghi "nhập hộ".
figures-in-faults = { $count } dòng có lỗi ở trong { $file }. Các dòng này không được ghi; sửa xong thì nhập lại cả danh sách, không số nào bị ghi hai lần.
