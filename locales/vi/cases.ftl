### Khó khăn thành từng vụ: báo lên, nhận, trả lời, chuyển lên, gộp. Xưng mình; người phụ trách là anh/chị.

case-age-new = mới báo
case-age-minutes = { $count } phút rồi
case-age-hours = { $count } giờ rồi
case-age-days = { $count } ngày rồi
case-quoted = {" "}“{ $notes }”
case-line = { $what }{ $place }: { $people } người{ $stopped ->
    [yes] , phải dừng
   *[no] {""}
    }, { $age }
case-of-day = { $what } ({ $day })
case-people = { $count } người

case-level-team = đội
case-level-commune = xã, phường
case-level-province = tỉnh, thành phố
case-level-central = Trung ương
case-level-police = công an

case-group-infrastructure = Hạ tầng
case-group-systems = Hệ thống, dữ liệu
case-group-staff = Quy trình, nhân lực
case-group-support = Hỗ trợ, thông tin
case-group-other = Khác

# Một vụ
case-say = xem vụ, xem khó khăn
case-which = Anh/chị chọn một vụ trong danh sách.
case-head = { $what } · { $unit } · { $day }
case-size = { $people } người báo ({ $teams }){ $stopped ->
    [yes] , phải dừng
   *[no] {""}
    }, { $age }.
case-where = { $state ->
    [moi] Mới, đang ở: { $level }.
    [da_chuyen] Đã chuyển lên: { $level }. Chưa ai nhận.
    [dang_xu_ly] Đang xử lý: { $taker } ({ $level }).
   *[da_xu_ly] Đã xong.
    }
case-you = anh/chị
case-somebody = người phụ trách
case-solvers = Thường gỡ được: { $who }.
case-answered = Đã trả lời: { $answer }
case-gone = Vụ này không còn, hoặc không thuộc phạm vi của anh/chị.
case-merged = Vụ này đã gộp vào vụ khác.
case-show = Xem vụ này
case-take = Nhận
case-taken = Anh/chị đã nhận vụ này.
case-free = Trả lại
case-answer = Trả lời
case-up = Chuyển lên
case-close = Đã xong, đóng
case-open = Mở lại
case-opened = Đã mở lại.
case-closed = Đã đóng, mình nhắn { $told } người đã báo.
case-passed = Đã chuyển lên: { $level }.{ $skipped ->
    [none] {""}
   *[other] {" "}Chưa có người phụ trách trên này ở cấp { $skipped } nên bỏ qua cấp đó.
    } { $heard ->
    [now] Người phụ trách được báo ngay.
    [central] Trung ương chưa dùng bot này: anh/chị báo lên theo đường công văn, có trả lời thì ghi vào đây để mình nhắn lại mọi người.
   *[round] Người phụ trách được báo ở lượt gần nhất (8h, 11h, 14h, 17h).
    }
case-back = Đã lấy lại.
case-nobody = Cấp trên chưa có ai phụ trách trên này nên vụ vẫn ở chỗ anh/chị. Cần gấp thì liên hệ { $contact }.
case-same = Có vẻ trùng ({ $count })
case-parts = Các vụ đã gộp
case-still = Vẫn vướng

# Mình nhắn
case-stopped = { $team } đang phải dừng. { $what }{ $note }{ $level ->
    [team] .
    [commune] . Đội chưa có người phụ trách trên này nên mình báo thẳng anh/chị.
   *[other] . Đội và xã, phường chưa có người phụ trách trên này nên mình báo thẳng anh/chị.
    }
case-passed-to-you = Cấp dưới chuyển lên anh/chị: { $case }.{ $notes }
case-round = { $count } khó khăn chờ anh/chị gỡ:
case-round-line = { $case }.{ $notes }{ $again ->
    [yes] {" "}Đã trả lời mà người báo vẫn vướng.
   *[no] {""}
    }{ $late ->
    [none] {""}
   *[other] {" "}Quá hạn ở cấp { $late }.
    }{ $unheld ->
    [none] {""}
   *[other] {" "}Cấp { $unheld } chưa có người phụ trách trên này.
    }
case-round-all = Xem và gỡ
case-answered-for-you = Trả lời cho khó khăn bạn báo, { $what }:
    { $answer }
    — { $who }
case-closed-for-you = Khó khăn bạn báo, { $what }, được ghi là đã xong. Còn vướng thì chọn bên dưới nhé.
case-office = { $level ->
    [team] Phụ trách { $place }
   *[other] Điều phối viên { $place }
    }

# Danh sách
cases-say = khó khăn đang mở, xử lý khó khăn, gỡ khó khăn, danh sách khó khăn, gỡ vướng, khó khăn cần gỡ
cases-head = { $count ->
    [0] Không có khó khăn nào đang chờ.
   *[other] { $count } khó khăn đang chờ{ $communes ->
        [1] {""}
       *[other] {" "}ở { $communes } xã, phường
        }:
    }
cases-group = { $group }: { $count } vụ{ $communes ->
    [1] {""}
   *[other] , { $communes } nơi
    }{ $stopped ->
    [0] {""}
   *[other] , { $stopped } phải dừng
    }, lâu nhất { $age }
cases-list = { $group }: { $count } vụ
cases-solved-head = Đã xong trong 7 ngày
cases-solved = Đã xong ({ $count })
cases-more = Xem thêm
cases-back = ← Danh sách
cases-waits = Hạn trả lời

# Trả lời
answer-case-say = trả lời khó khăn, trả lời vụ
answer-case-said = Trả lời: { $case }.
    Anh/chị viết vài câu: đã làm gì, hoặc mọi người cần làm gì. Mình gửi cho tất cả người đã báo.
answer-case-said-label = Trả lời
answer-case-done = Đã trả lời, mình nhắn { $told }/{ $people } người đã báo. Ai còn vướng sẽ mở lại vụ này.

# Gộp
merge-cases-say = gộp khó khăn, gộp vụ
merge-cases-into = { $case }
    Có vẻ trùng với:
    { $others }
    Gộp với vụ nào? Không ai đã báo bị mất; gộp nhầm thì tách lại được.
merge-cases-into-label = Gộp với
merge-cases-none = Không trùng
merge-cases-nothing = Không thấy vụ nào giống vụ này trong hai ngày gần đây.
merge-cases-apart = Đã ghi là các vụ riêng, mình không hỏi lại nữa.
merge-cases-done = Đã gộp thành một vụ, { $people } người báo.
merge-cases-part = Tách lại
merge-cases-inside = Vụ này gồm thêm { $count } vụ đã gộp. Bấm vào vụ muốn tách ra.
merge-cases-parted = Đã tách ra thành vụ riêng, người báo vẫn đủ.
merge-cases-alone = Vụ này đang đứng riêng rồi.

# Hạn trả lời
case-waits-say = hạn trả lời, hạn xử lý, hạn khó khăn
case-waits-kind = Đổi hạn của loại nào? Quá hạn mà chưa ai trả lời thì vụ tự lên cấp trên, gộp báo lúc 8h, 11h, 14h, 17h.
case-waits-kind-label = Loại
case-waits-now = { $what }: { $hours } giờ
case-waits-hours = { $what } hiện có hạn { $hours } giờ ở mỗi cấp. Anh/chị muốn mấy giờ (0 đến { $most })? Gõ 0 nếu không tự chuyển lên.
case-waits-hours-label = Số giờ
case-waits-done = { $hours ->
    [0] Từ giờ { $what } không tự chuyển lên nữa.
   *[other] Từ giờ { $what } có hạn { $hours } giờ ở mỗi cấp.
    }
case-waits-again = Loại khác
case-waits-province = Hạn trả lời chung cho cả tỉnh, thành phố, nên điều phối viên cấp đó mới đổi được.
