### Thông báo cho một phần của hệ thống: xem trước, gửi dần, tạm dừng được.

broadcast-say = thông báo, gửi thông báo, thông báo chung, nhắn cả xã
broadcast-unit = Gửi cho đơn vị nào?
broadcast-unit-label = Đơn vị
broadcast-audience = Gửi cho ai?
broadcast-audience-label = Gửi cho
broadcast-to-leaders = Đội trưởng, đội phó
broadcast-to-all = Mọi thành viên
broadcast-words = Anh/chị viết nội dung, nhiều nhất 800 chữ cái, đừng ghi số giấy tờ hay số điện thoại của ai.
broadcast-words-label = Nội dung
broadcast-summary = { $lines }
    { $preview }
broadcast-preview = Sẽ đến { $people } người ({ $channels }), xong khoảng { $at } { $day }. Ai không nhận lời nhắc thì mình không gửi.
broadcast-zalo = Bot Zalo { $bot }: { $people } tin; tháng này đã dùng { $spent }, gửi xong là { $after }/{ $month } ({ $percent } %). { $goes ->
    [no] Bot này sắp hết tin nên thông báo không tới được hết; anh/chị báo qua web hoặc gọi.
   *[yes] {""}
    }
broadcast-large = Đông người nên { $minutes } phút nữa mới gửi, trong lúc đó vẫn dừng được.
broadcast-message = Thông báo: { $text }
broadcast-begun = Bắt đầu gửi lúc { $at }.
broadcast-one-at-a-time = Đang có một thông báo gửi dở, xong thì gửi tiếp thông báo khác.
broadcast-gone = Thông báo này không còn, hoặc không thuộc phạm vi của anh/chị.
broadcast-progress = { $state ->
    [going] Đang gửi
    [paused] Đang tạm dừng
    [stopped] Đã dừng hẳn
   *[done] Đã xong
    }: { $sent } người đã nhận, đã xếp hàng { $filled }/{ $people }{ $failed ->
    [0] {""}
   *[other] , { $failed } người không gửi được
    }.
broadcast-see = Xem tiến độ
broadcast-pause = Tạm dừng
broadcast-resume = Gửi tiếp
broadcast-stop = Dừng hẳn
