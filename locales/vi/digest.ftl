### Tổng hợp cuối ngày của một đội: số trước, tên sau.

digest-say = tổng hợp, tổng kết ngày, xem tổng hợp, hôm nay thế nào
digest-head = { $team } · { $day }
digest-late = (gửi muộn)
digest-nothing = Hôm nay không có ca trực và chưa có báo cáo nào.
digest-attendance = Có mặt { $people } người, { $shifts } lượt vào ca{ $planned ->
    [yes] {""} (cần { $needed })
   *[no] {""}
    }{ $shifts ->
    [0] {""}
   *[other] , có chứng thực { $proven }/{ $shifts }
    }.
digest-absent = Chưa thấy { $count }: { $names }.
digest-forgot = Chưa ra ca { $count }: { $names }.
digest-attendance-one = { $name } { $start }–{ $end } ({ $proof }{ $origin ->
    [auto] , tự đóng
    [corrected] , đã sửa
   *[other] {""}
    }){ $pending ->
    [yes] {" "}· chờ duyệt
   *[no] {""}
    }
digest-helped = Giúp { $about }{ $visits } lượt người dân{ $parts ->
    [same] {""}
   *[other] {" "}(số của đội trưởng; các bạn báo { $parts })
    }{ $compared }.
digest-figures = Ngoài ra: { $figures }.
digest-compared = {" "}(trung bình 7 ngày trước: { $mean })
digest-helped-none = Chưa có báo cáo nào.
digest-top = Nhiều nhất: { $top }.
digest-waiting = { $count } báo cáo chờ duyệt người mới, chưa tính.
digest-stuck = Khó khăn: { $kinds }{ $stopped ->
    [0] {""}
   *[other] , { $stopped } vụ phải dừng
    }.
digest-stuck-solved = Khó khăn đã có trả lời: { $solved }{ $left ->
    [0] {""}
   *[other] , còn chờ { $left }
    }.
digest-stuck-waiting = { $count } khó khăn người mới báo, chờ duyệt.
digest-stuck-one = { $time } { $what }, { $people } người báo{ $stopped ->
    [yes] , phải dừng
   *[no] {""}
    }{ $notes ->
    [none] {""}
   *[other] : { $notes }
    }{ $state ->
    [da_chuyen] {" "}→ đã chuyển lên trên
    [dang_xu_ly] {" "}→ đang có người xử lý
    [da_xu_ly] {" "}→ đã xong. { $answer }
   *[other] {" "}→ mới
    }
digest-no-report = Có mặt mà chưa báo cáo { $count }: { $names }.
digest-tomorrow = Ngày mai: { $shifts }{ $gap ->
    [0] {""}
   *[other] , còn thiếu { $gap } người
    }.
digest-tomorrow-away = Mai vắng { $count }: { $names }.
digest-find = Tìm người ca { $shift }
digest-top-one = { $category } { $count }{ $usual ->
    [none] {""}
    [new] {" "}(mấy hôm trước không có)
   *[other] {" "}(thường { $usual })
    }
digest-pace-busy = { $shift ->
    [none] Cả ngày
   *[other] Ca { $shift }
    } đông việc: mỗi bạn { $rate } lượt một giờ, đội mình thường { $usual }. Lần sau nên thêm người.
digest-pace-quiet = { $shift ->
    [none] Cả ngày
   *[other] Ca { $shift }
    } thong thả: mỗi bạn { $rate } lượt một giờ, đội mình thường { $usual }. Có thể bớt người, hoặc đi phát tờ rơi, mở lớp.
digest-afterwards = { $fewer ->
    [yes] Điều chỉnh
   *[no] Bổ sung
    } { $day }: { $changes }.
digest-afterwards-visits = { $change } lượt (nay là { $now })
digest-afterwards-people = { $change } người có mặt (nay là { $now })
digest-yesterday = hôm qua
digest-confirm = Chờ anh/chị xác nhận: { $what }.
digest-confirm-newcomers = { $count } người mới
digest-confirm-presences = { $count } lượt tự điểm danh
digest-confirm-late = { $count } báo cáo gửi sau giờ chốt
digest-chart = Biểu đồ
digest-chart-say = biểu đồ, xem biểu đồ, đồ thị
digest-chart-here = { $day } và 7 ngày trước đó.
digest-chart-title = { $team }: lượt người dân mỗi ngày
digest-chart-matters = { $day } theo việc
digest-chart-usual = thường ngày

# Xác nhận cuối ngày
confirm-day-say = xác nhận ngày, xác nhận cả ngày, xác nhận điểm danh
confirm-day-button = Xác nhận { $count } lượt
confirm-day-none = { $day }: không còn lượt nào chờ xác nhận.
confirm-day-done = Đã xác nhận { $count } lượt của { $day }: { $names }.
confirm-late-button = Nhận { $count } báo cáo muộn
confirm-late-done = { $count ->
    [0] Không còn báo cáo nào chờ nhận.
   *[other] Đã nhận { $count } báo cáo gửi muộn, từ giờ được tính. Báo cáo nào không đúng thì mở ra để sửa hoặc bỏ.
    }
confirm-late-one = · { $name }, { $day }: { $counts }
digest-see-attendance = Ai đã đến
digest-see-helped = Từng báo cáo
digest-see-stuck = Khó khăn
digest-back = ← Tổng hợp
digest-mend-reports = Sửa từng báo cáo
digest-mend-day = Sửa số cả đội
digest-no-details = Chưa có gì trong mục này.
digest-away = Báo vắng { $count }: { $names }.
digest-tomorrow-signed = { $shift } ({ $coming }{ $needed ->
    [0] {" "}người
   *[other] /{ $needed }
    })
