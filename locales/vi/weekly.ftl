### Tổng hợp tuần cho giao ban: xã, phường → tỉnh, thành phố → Trung ương. Xưng mình, gọi anh/chị.

menu-weekly = Tổng hợp tuần
menu-weekly-units = Các đơn vị gửi
weekly-say = tổng hợp tuần, tổng kết tuần, giao ban, báo cáo tuần, báo cáo giao ban, tuần này thế nào
weekly-week = tuần { $number } ({ $since }–{ $until })
weekly-head = Tổng hợp { $week } · { $unit }
    Bản { $edition }, số liệu cập nhật lúc { $at } { $day }.
weekly-part-results = ① Kết quả tuần (so với tuần trước)
weekly-part-news = ② Điểm mới
weekly-part-models = ③ Mô hình hay
weekly-part-troubles = ④ Khó khăn, vướng mắc
weekly-part-proposals = ⑤ Đề xuất, kiến nghị
weekly-nothing = · (chưa có)
weekly-cell-few = <5
weekly-cell-hidden = ẩn
weekly-proven = Có xác nhận { $count }/{ $whole } lượt TNV
weekly-teams = Đội hoạt động { $working }/{ $founded } đội đã lập
weekly-covered = Đã báo cáo { $reported }/{ $expected } { $level ->
    [commune] đội
   *[other] xã, phường
    }
weekly-behalf = nhập hộ { $count }
weekly-adjusted = Điều chỉnh { $week }: { $changes }
weekly-model = · { $name } ({ $unit }){ $result ->
    [none] {""}
   *[other] : { $result }
    }{ $tried ->
    [0] {""}
   *[other] , { $tried } nơi làm thử
    }
weekly-trouble = { $what }: { $level ->
    [commune] {""}
   *[other] { $communes } xã,{" "}
    }{ $days } ngày{ $open ->
    [0] , đã gỡ hết
   *[other] , còn { $open } vụ
    }{ $stopped ->
    [0] {""}
   *[other] , { $stopped } vụ phải dừng
    }{ $solvers ->
    [none] {""}
   *[other] {" "}(gỡ được: { $solvers })
    }
weekly-sent-below = Đã nhận { $sent }/{ $below } bản tổng hợp của { $level ->
    [central] tỉnh, thành phố
   *[other] xã, phường
    }.
weekly-silent = Chưa báo cáo ({ $count }): { $names }{ $more ->
    [0] .
   *[other] {" "}và { $more } nơi nữa.
    }
weekly-which = Anh/chị xem tuần của đơn vị nào?
weekly-gone = Bản này không còn, hoặc không thuộc phạm vi của anh/chị.
weekly-open = Mở tổng hợp tuần
weekly-stage-running = Tuần đang chạy, gửi được từ { $until }.
weekly-stage-draft = { $reason ->
    [none] Bản nháp. Anh/chị xem, thêm điểm mới, đề xuất rồi gửi.
   *[other] Cấp trên trả lại: “{ $reason }”. Anh/chị sửa rồi gửi lại.
    }
weekly-stage-sent = { $level ->
    [central] Đã chốt lúc { $at } { $day }.
   *[other] Đã gửi lúc { $at } { $day }, { $state ->
        [locked] cấp trên đã chốt.
       *[other] chờ cấp trên chốt.
    }
    }{ $changed ->
    [none] {""}
   *[other] {" "}Đổi sau khi gửi (cập nhật lúc { $now }): { $changed }. Tuần sau sẽ có dòng điều chỉnh.
    }
weekly-edit-news = Điểm mới
weekly-edit-asks = Đề xuất
weekly-choose-models = Chọn mô hình
weekly-send = { $level ->
    [none] ✓ Chốt tuần
    [commune] ✓ Gửi lên tỉnh, thành phố
   *[other] ✓ Gửi lên Trung ương
    }
weekly-sent = { $above ->
    [none] Đã chốt { $week }, bản { $edition }, lúc { $at }.
   *[other] Đã gửi { $week }, bản { $edition }, lên { $above } lúc { $at }.
    } Số nào đổi sau lúc này, tuần sau có dòng điều chỉnh.
weekly-unsend = Lấy lại
weekly-unsent = Đã lấy lại { $week }. Anh/chị sửa rồi gửi lúc nào cũng được.
weekly-sent-already = Tuần này gửi rồi nên không sửa được nữa. Cần sửa thì nhờ cấp trên trả lại.
weekly-before = Tuần trước
weekly-after = Tuần sau
weekly-why-open = Vì sao số này?
weekly-units-all = Các đơn vị gửi

# Điểm mới, đề xuất
weekly-lines-points = { $part ->
    [news] Điểm mới trong tuần: mỗi dòng một ý, nhiều nhất 10 ý.
   *[asks] Đề xuất, kiến nghị: mỗi dòng một ý, nhiều nhất 10 ý.
    } { $now ->
    [none] Chưa có ý nào.
   *[other] Đang có, gõ lại là thay:
    { $now }
    }
weekly-lines-points-label = Nội dung
weekly-lines-many = Nhiều nhất { $most } ý thôi ạ, anh/chị gộp bớt giúp mình.
weekly-lines-done = { $part ->
    [news] Điểm mới: đã ghi { $count } ý.
   *[asks] Đề xuất: đã ghi { $count } ý.
    }

# Chọn mô hình
weekly-models-all = Mô hình đưa vào bản tổng hợp: { $chosen }/{ $count }. Bấm tên để thêm hoặc bỏ.
weekly-models-one = { $on ->
    [yes] ✓ { $name }
   *[no] { $name }
    }

# Nhắc nơi chưa gửi
weekly-nudge-say = nhắc xã chưa gửi, nhắc xã phường chưa gửi, nhắc các xã chưa gửi, nhắc phường chưa gửi, nhắc tỉnh chưa gửi, nhắc đơn vị chưa gửi, nhắc nơi chưa gửi, nhắc đội chưa báo, nhắc các đội chưa báo, nhắc đội chưa gửi
weekly-nudge-open = { $level ->
    [commune] Nhắc đội chưa báo ({ $count })
    [province] Nhắc xã, phường chưa gửi ({ $count })
   *[other] Nhắc tỉnh chưa gửi ({ $count })
    }
weekly-nudge-names = { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } nơi nữa
    }
weekly-nudge-running = Tổng hợp { $week } chưa đủ ngày, gửi được từ { $until } nên mình chưa nhắc ai.
weekly-nudge-all-sent = Tổng hợp { $week }: { $level ->
    [commune] đội nào cũng đã có báo cáo
   *[other] nơi nào cũng đã gửi
    }, không cần nhắc nữa.
weekly-nudge-done = { $count ->
    [0] Tổng hợp { $week }: mình không nhắn thêm cho ai.
   *[other] Tổng hợp { $week }: đã nhắc { $count } { $level ->
        [commune] đội
       *[other] nơi
        }: { $names }.
    }{ $already ->
    [0] {""}
   *[other] {" "}Hôm nay đã nhắc { $already } { $level ->
        [commune] đội
       *[other] nơi
        } rồi, mình không nhắc lại.
    }{ $nobody ->
    [0] {""}
   *[other] {" "}Chưa nhắc được { $nobody } { $level ->
        [commune] đội (chưa có đội trưởng, hoặc mất kênh)
       *[other] nơi (chưa có điều phối viên, hoặc mất kênh)
        }: { $unheard }. Anh/chị liên hệ trực tiếp giúp.
    }
weekly-nudge-asked = { $level ->
    [commune] { $above } nhắc: { $week }, { $unit } chưa có báo cáo nào. Anh/chị gửi số cả đội giúp, không có lượt nào thì ghi 0.
   *[other] { $above } nhắc: { $unit } chưa gửi tổng hợp { $week } để giao ban. Anh/chị xem rồi gửi giúp.
    }

# Các đơn vị cấp dưới
weekly-units-say = các đơn vị gửi, đơn vị nào chưa gửi, ai chưa gửi, xem đơn vị gửi
weekly-units-head = Tổng hợp { $week }: { $sent }/{ $below } đơn vị đã gửi, đã chốt { $locked }.
weekly-units-missing = Chưa gửi ({ $count }): { $names }{ $more ->
    [0] .
   *[other] {" "}và { $more } nơi nữa.
    }
weekly-units-none = Cấp của anh/chị không nhận bản tổng hợp nào.
weekly-units-one = { $unit }{ $state ->
    [locked] {" "}· đã chốt
   *[sent] {" "}· bản { $edition }
    }
weekly-units-more = Xem tiếp
weekly-units-back = ← Các đơn vị
weekly-units-open = Mở bản này
weekly-units-lock = ✓ Chốt
weekly-units-unlock = Bỏ chốt
weekly-units-return = Trả lại
weekly-units-stage = { $state ->
    [locked] Gửi lúc { $at } { $day }, đã chốt.
    [returned] Gửi lúc { $at } { $day }, đã trả lại: “{ $reason }”.
   *[sent] Gửi lúc { $at } { $day }, chờ anh/chị chốt.
    }
weekly-units-locked = Đã chốt bản của { $unit }.
weekly-units-sent = Bản của { $unit } lại chờ chốt.
weekly-return-reason = Vì sao trả lại bản của { $unit }? Viết một câu, ví dụ: thiếu số hai đội ở chợ.
weekly-return-reason-label = Lý do
weekly-return-done = Đã trả lại cho { $unit }, mình báo người gửi rồi.
weekly-returned = Cấp trên trả lại tổng hợp { $week }: “{ $reason }”. Anh/chị sửa rồi gửi lại.

# Nhắc
weekly-ready = Số liệu { $week } đã đủ ngày. Anh/chị xem, thêm điểm mới rồi { $central ->
    [yes] chốt
   *[no] gửi lên
    } trước { $hour }.
weekly-remind = Tổng hợp { $week } chưa { $central ->
    [yes] chốt
   *[no] gửi
    }, hạn { $hour } hôm nay. Mở ra là gửi được ngay.

weekly-log = Dấu nhật ký truy cập dữ liệu: { $mark }. Anh/chị giữ tin này: nhật ký bị viết lại thì dấu không còn khớp.

# Vì sao số này?
weekly-why-say = vì sao số này, tại sao số này
weekly-why-which = Anh/chị muốn biết số nào từ đâu ra?
weekly-why-head = { $figure }: { $total }
weekly-why-in-time = Báo đúng ngày: { $count }
weekly-why-late = Báo muộn, đã tính: { $count }
weekly-why-leader = Đội trưởng chốt khác tổng báo cáo: { $count }
weekly-why-behalf = Nhập hộ cho đội chưa dùng được: { $count }
weekly-why-there = Từ điểm danh đã xác nhận: { $count }
weekly-why-teams = Từ danh sách đội: { $count }
weekly-why-units = Từ { $count } nơi:
weekly-why-rest = · { $count } nơi khác: { $total }
weekly-why-repeated = Trừ trùng giữa các nơi: { $count }
weekly-why-expected = { $level ->
    [commune] Đội đã báo cáo
    [central] Tỉnh, thành phố đã báo cáo
   *[other] Xã, phường đã báo cáo
    }: { $reported }/{ $expected }, chưa: { $silent }.
weekly-why-corrected = { $count } báo cáo đã sửa, tính bản sau cùng.
weekly-why-waiting = Chưa tính: { $count } báo cáo chờ đội trưởng.
weekly-why-set-aside = Không tính: { $count } báo cáo đội trưởng đã loại.
weekly-why-exercise = Không tính: { $count } báo cáo diễn tập.
weekly-why-another = Số khác

# Tuần báo cáo của tỉnh
reporting-week-say = tuần báo cáo, đổi tuần báo cáo, hạn gửi tuần, ngày giao ban
reporting-week-not-yours = Tuần báo cáo là { $first }–{ $last }, gửi trước { $hour } hôm sau. Điều phối viên cấp tỉnh, thành phố mới đổi được.
reporting-week-starts = Tuần báo cáo đang là { $first }–{ $last }. Tuần bắt đầu từ thứ mấy?
reporting-week-starts-label = Tuần bắt đầu
reporting-week-hour = Gửi lên trước mấy giờ của ngày sau tuần ({ $hour } như đang đặt)? Ví dụ: 17h.
reporting-week-hour-label = Hạn gửi
reporting-week-done = Từ giờ tuần báo cáo là { $first }–{ $last }, gửi trước { $hour } hôm sau. Tuần nào gửi rồi vẫn giữ nguyên ngày.

# Mỗi con số đếm gì
figure-luot-noi-dung = Lượt theo nội dung
figure-luot-xac-nhan = Lượt có xác nhận
figure-doi-thanh-lap = Đội đã lập
figure-do-phu = Độ phủ
meaning-luot-nguoi-dan = Mỗi người dân đến một lần được giúp là 1 lượt, dù làm mấy việc.
meaning-luot-doanh-nghiep = Mỗi doanh nghiệp, hộ kinh doanh đến một lần được giúp là 1 lượt.
meaning-luot-noi-dung = Cộng theo từng loại việc, nên có thể lớn hơn số lượt người dân.
meaning-ho-so = Hồ sơ nộp được nhờ đội giúp.
meaning-lop = Lớp Bình dân học vụ số đã mở.
meaning-hoc-vien = Học viên các lớp đó.
meaning-tap-huan = Buổi tập huấn cho tình nguyện viên.
meaning-nguoi-tap-huan = Lượt người dự tập huấn.
meaning-tin-bai = Tin, bài tuyên truyền đã đăng.
meaning-tnv-tham-gia = Mỗi TNV có ít nhất một ca đã xác nhận là 1 người, dù trực mấy ca.
meaning-luot-tnv = Mỗi TNV trực một ca là 1 lượt.
meaning-luot-xac-nhan = Lượt TNV có mã ca, vị trí hoặc đội trưởng xác nhận.
meaning-ngay-cong = Ca nửa ngày là 0,5; cả ngày là 1; mỗi người một ngày nhiều nhất là 1.
meaning-doi-hoat-dong = Đội có ít nhất một ca đã xác nhận hoặc một báo cáo.
meaning-doi-thanh-lap = Đội đã đăng ký và chưa đóng.
meaning-do-phu = Nơi đã báo cáo trên nơi cần báo cáo; báo “0” cũng là báo cáo.
meaning-nhom = Người dân được giúp theo nhóm; một người có thể thuộc nhiều nhóm nên không cộng lại.
