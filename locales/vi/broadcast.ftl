### Thông báo cho một phần của hệ thống: xem trước, gửi dần, tạm dừng được.

menu-broadcast = Gửi thông báo
broadcast-say = thông báo, gửi thông báo, thông báo chung, nhắn cả xã
broadcast-unit = Gửi cho đơn vị nào?
broadcast-unit-label = Đơn vị
broadcast-within = { $level ->
    [central] Chỉ gửi một tỉnh, thành phố thì gõ tên, ví dụ: Huế. Gửi cả nước thì bấm Bỏ qua.
   *[other] Chỉ gửi một xã, phường thì gõ tên, ví dụ: phường Láng. Gửi cả { $unit } thì bấm Bỏ qua.
    }
broadcast-within-label = Chỉ gửi
broadcast-no-unit = Mình không thấy nơi nào tên "{ $said }". Anh/chị gõ lại tên, ví dụ: phường Láng.
broadcast-part = Là nơi nào trong các nơi này?
broadcast-part-label = Nơi nhận
broadcast-audience = Gửi cho ai?
broadcast-audience-label = Gửi cho
broadcast-to-coordinators = Điều phối viên
broadcast-to-leaders = Đội trưởng, đội phó
broadcast-to-all = Mọi thành viên
broadcast-words = Anh/chị viết nội dung, nhiều nhất 800 chữ cái, đừng ghi số giấy tờ hay số điện thoại của ai.
broadcast-words-label = Nội dung
broadcast-all = Cả nước
broadcast-summary = { $lines }
    Nơi nhận: { $unit }.{ $preview ->
    [none] {" "}Bấm gửi là mình đếm người rồi gửi.
   *[other] {" "}{ $preview }
    }
broadcast-preview = Sẽ đến { $people } người ({ $channels }), xong khoảng { $at } { $day }. Ai không nhận lời nhắc thì mình không gửi.
broadcast-zalo = Bot Zalo { $bot }: { $people } tin; tháng này đã dùng { $spent }, gửi xong là { $after }/{ $month } ({ $percent } %). { $goes ->
    [no] Bot này sắp hết tin nên thông báo không tới được hết; anh/chị báo qua web hoặc gọi.
   *[yes] {""}
    }
broadcast-large = Đông người nên { $minutes } phút nữa mới gửi, trong lúc đó vẫn dừng được.
broadcast-message = Thông báo{ $unit ->
    [none] {""}
   *[other] {" "}của { $unit }
    }{ $name ->
    [none] {""}
   *[other] {" "}({ $name })
    }: { $text }
broadcast-confirm = { $people ->
    [none] ✓ Đếm người rồi gửi
   *[other] ✓ Gửi cho { $people } người
    }
broadcast-begun = Bắt đầu gửi lúc { $at }.
broadcast-one-at-a-time = Đang có một thông báo gửi dở, xong thì gửi tiếp thông báo khác.
broadcast-gone = Thông báo này không còn, hoặc không thuộc phạm vi của anh/chị.
broadcast-progress = { $state ->
    [going] Đang gửi
    [paused] Đang tạm dừng
    [stopped] Đã dừng hẳn
   *[done] Đã xong
    }: { $sent } người đã nhận{ $channels ->
    [none] {""}
   *[other] {" "}({ $channels })
    }, đã xếp hàng { $filled }/{ $people }{ $failed ->
    [0] {""}
   *[other] , { $failed } người không gửi được
    }.
broadcast-place = { $place ->
    [none] Đã rời đội
   *[other] { $place }
    }: { $sent }/{ $people } đã nhận{ $failed ->
    [0] {""}
   *[other] , { $failed } không gửi được
    }
broadcast-places-more = { $count } nơi khác; { $whole } nơi đã nhận đủ.
broadcast-who = Ai đã nhận
broadcast-see = Xem tiến độ
broadcast-pause = Tạm dừng
broadcast-resume = Gửi tiếp
broadcast-stop = Dừng hẳn
