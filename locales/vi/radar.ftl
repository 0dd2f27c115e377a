### Đơn vị im lặng: đội đã đến giờ trực mà chưa thấy gì.

menu-radar = Đội chưa báo
radar-say = ra đa, đội chưa báo, đội im lặng, đơn vị im lặng, đội nào chưa báo, đơn vị nào chưa báo
radar-head = { $silent ->
    [0] { $time }: { $expected ->
        [0] chưa có đội nào đến giờ trực.
       *[other] { $expected } đội đã đến giờ trực, đội nào cũng đã điểm danh hoặc báo cáo.
        }
   *[other] { $time }: { $silent }/{ $expected } đội{ $wide ->
        [yes] {" "}ở { $units } xã, phường
       *[no] {""}
        } đã đến giờ trực mà chưa điểm danh, chưa báo cáo.
    }
radar-team = { $team } (ca { $shift })
radar-unit = { $unit }: { $silent }/{ $expected } đội
radar-more = … và { $count } nữa.
radar-nudge = { $wide ->
    [yes] Nhắc điều phối viên xã
   *[no] Nhắc đội trưởng
    }
radar-all-heard = Đội nào cũng đã điểm danh hoặc báo cáo, không cần nhắc nữa.
radar-nudged = { $count ->
    [0] Mình không nhắn thêm cho ai.
   *[other] Đã nhắc { $count } người: { $names }.
    }{ $already ->
    [0] {""}
   *[other] {" "}{ $already } người hôm nay đã được nhắc rồi, mình không nhắc lại.
    }{ $nobody ->
    [0] {""}
   *[other] {" "}{ $nobody } đội chưa có ai nhận được tin nhắn.
    }
radar-again = Xem lại
radar-see = Đội chưa báo
radar-asked = { $level ->
    [team] Điều phối viên hỏi thăm: đã đến giờ trực mà mình chưa thấy ai điểm danh, cũng chưa có báo cáo. Các bạn vẫn trực thì anh/chị điểm danh hộ giúp nhé.
   *[other] Cấp trên hỏi thăm { $count } đội đã đến giờ trực mà chưa điểm danh, chưa báo cáo. Anh/chị xem giúp nhé.
    }
