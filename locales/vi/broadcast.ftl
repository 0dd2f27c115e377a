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
broadcast-large = Trên { $limit } người nên cần thêm một người cùng cấp hoặc cấp trên đồng ý trong 24 giờ. Đồng ý rồi { $minutes } phút sau mới gửi, trong lúc đó vẫn dừng được; giờ xong ở trên tính từ lúc đó.
broadcast-message = Thông báo{ $unit ->
    [none] {""}
   *[other] {" "}của { $unit }
    }{ $name ->
    [none] {""}
   *[other] {" "}({ $name })
    }: { $text }
broadcast-confirm = { $people ->
    [none] ✓ Đếm người rồi gửi
   *[other] { $large ->
        [yes] ✓ Xin đồng ý gửi cho { $people } người
       *[no] ✓ Gửi cho { $people } người
        }
    }
broadcast-begun = Bắt đầu gửi lúc { $at }.
broadcast-one-at-a-time = Đang có một thông báo gửi dở, xong thì gửi tiếp thông báo khác.
broadcast-gone = Thông báo này không còn, hoặc không thuộc phạm vi của anh/chị.
broadcast-progress = { $state ->
    [asked] Đang chờ người thứ hai đồng ý
    [refused] Không được đồng ý
    [lapsed] Hết hạn mà chưa ai đồng ý
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

four-eyes-say = thông báo chờ, thông báo chờ đồng ý, duyệt thông báo
four-eyes-question = { $name } ({ $unit }) xin gửi một thông báo cho { $people } người: { $audience }, { $part }. Trên { $limit } người thì cần thêm một người đồng ý. Nội dung:
    "{ $text }"
    Anh/chị xem giúp trước { $at } { $day }; ai trả lời trước thì tính.
four-eyes-yes = ✓ Đồng ý gửi cho { $people } người
four-eyes-no = ✕ Không đồng ý
four-eyes-asked = Trên { $limit } người nên mình đã hỏi thêm { $count } điều phối viên cùng cấp hoặc cấp trên. Có người đồng ý trước { $at } { $day } thì mới gửi; ai trả lời mình báo ngay.
four-eyes-nobody = Trên { $limit } người thì cần thêm một người cùng cấp hoặc cấp trên đồng ý, mà giờ chưa có ai. Anh/chị nhờ người vận hành mời một điều phối viên: aoxanh invite --role coordinator --unit { $unit }. Người ấy vào rồi nhắn "thông báo chờ" trước { $at } { $day } là xem và đồng ý được; mình giữ sẵn nội dung.
four-eyes-agreed = Đã đồng ý. { $at } bắt đầu gửi.
four-eyes-refused = Đã ghi là không đồng ý, thông báo không gửi. Người viết biết rồi.
four-eyes-gone = Thông báo này không còn chờ ai đồng ý.
four-eyes-own = Thông báo của chính anh/chị thì phải người khác đồng ý, dù ở kênh nào.
four-eyes-none = Không có thông báo nào chờ anh/chị đồng ý.
four-eyes-told-yes = { $name } đã đồng ý. { $minutes } phút nữa, lúc { $at }, mình bắt đầu gửi; trong lúc đó vẫn dừng được. Nội dung: "{ $text }"
four-eyes-told-no = { $name } không đồng ý nên mình không gửi thông báo này. Anh/chị trao đổi với { $name }, sửa rồi nhắn "thông báo" để gửi lại. Nội dung: "{ $text }"
four-eyes-lapsed = 24 giờ rồi chưa ai đồng ý nên mình không gửi thông báo này. Cần thì anh/chị gửi lại. Nội dung: "{ $text }"
