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
digest-late-reports = { $count } báo cáo gửi sau giờ chốt, chờ anh/chị nhận.
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
digest-pending = { $count } người mới chờ duyệt.
digest-tomorrow = Ngày mai: { $shifts }.
digest-see-attendance = Ai đã đến
digest-see-helped = Từng báo cáo
digest-see-stuck = Khó khăn
digest-back = ← Tổng hợp
digest-no-details = Chưa có gì trong mục này.
digest-away = Báo vắng { $count }: { $names }.
digest-tomorrow-signed = { $shift } ({ $coming }{ $needed ->
    [0] {" "}người
   *[other] /{ $needed }
    })
