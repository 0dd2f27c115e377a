### Ai trực ca nào: việc của đội trưởng. Xưng mình, gọi anh/chị.

crew-say = xếp người, phân ca, phân công, ai đăng ký, danh sách ca
crew-which = { $team }: ca sắp tới và số người đã có. Anh/chị xem ca nào?
crew-none = { $team } chưa có ca nào trong hai tuần tới.
crew-shift = { $shift } · { $coming }{ $needed ->
    [0] {" "}người
   *[other] /{ $needed }
    }
crew-first = Anh/chị chọn ca trước, rồi bấm việc cần làm.
crew-gone = Ca này đã xong hoặc đã bỏ rồi.
crew-head = Ca { $shift }: { $coming } người{ $needed ->
    [0] {""}
   *[other] , cần { $needed }
    }.
crew-one = · { $name }{ $state ->
    [pledged] {" "}(đã hẹn đến)
    [unanswered] {" "}(chưa trả lời)
    [assigned] {" "}(được xếp)
   *[other] {""}
    }
crew-absent = · { $name } báo vắng{ $why }
crew-searching = Đang tìm { $left } người.
crew-assign = Thêm người
crew-release = Bớt người
crew-exchange = Đổi hai người
crew-call = Tìm người
crew-see = Xem từng ca
crew-back = Xem ca này
crew-back-list = ← Các ca
team-crew = Xếp người

assign-say = thêm người, xếp thêm người
assign-who = Thêm ai vào ca này? Bấm từng người rồi bấm Xong.
assign-who-label = Người trực
assign-nobody = Không còn ai rảnh giờ ca { $shift }.
assign-done = { $count ->
    [0] Chưa xếp thêm ai vào ca { $shift }: những người đã chọn vừa có ca khác.
   *[other] Đã xếp { $names } vào ca { $shift }. Ít phút nữa mình báo từng người.
    }
release-say = bớt người, rút người
release-nobody = Ca này chưa có ai.
release-who = Bớt ai khỏi ca này?
release-who-label = Người trực
release-done = Đã bớt { $names } khỏi ca { $shift }.
release-undone = { $names } vẫn trực ca { $shift }.
release-busy = { $name } vừa có ca khác cùng giờ nên không trả lại được.
exchange-say = đổi hai người, đổi người
exchange-nobody = Đội chưa có ai ở ca khác để đổi.
exchange-who = Đổi ai của ca này?
exchange-who-label = Người của ca này
exchange-other = Đổi với ca nào?
exchange-other-label = Ca kia
exchange-whom = Đổi với ai?
exchange-whom-label = Người của ca kia
exchange-busy = Hai người này không đổi được nữa: một người vừa bận ca khác cùng giờ.
exchange-done = Đã đổi: { $one } trực ca { $shift }; { $other } trực ca { $whose }. Ít phút nữa mình báo hai người.
exchange-undone = Đã đổi lại như cũ cho { $one } và { $other }.

call-say = tìm người thay, tìm người, gọi người thay
call-for = Tìm người ca { $shift }
call-begun = Mình đang tìm { $places } người cho ca { $shift }: hỏi các bạn rảnh, ai ít giờ trực hơn hỏi trước, mỗi lượt { $wave } bạn, cách nhau { $minutes } phút. Có người nhận mình báo anh/chị.
call-already = Mình đang tìm người cho ca { $shift } rồi.
call-full = Ca { $shift } đã đủ { $needed } người nên mình chưa tìm thêm.
call-stop = Thôi tìm
call-stopped = Đã thôi tìm người cho ca { $shift }.
call-nobody = { $asked ->
    [0] Không có bạn nào rảnh để hỏi cho ca { $shift }, còn thiếu { $missing } người.
   *[other] Đã hỏi { $asked } bạn rảnh, ca { $shift } còn thiếu { $missing } người. Có ai nhận thêm mình báo anh/chị.
    }

late-list = Ca { $shift } của { $team } đã bắt đầu 15 phút, chưa thấy { $count }: { $names }.
late-list-told = { $name } (đã báo muộn)
late-list-nudge = Nhắc { $name }
late-list-nudge-all = Nhắc cả { $count }{ $place ->
    [none] {""}
   *[other] , { $place }
    }
late-list-call = Tìm người thay
nudge-say = nhắc người trực, nhắc người muộn
nudge-asked = Ca { $shift } của { $team } đã bắt đầu, bạn sắp đến chưa?
nudge-done = Đã nhắc: { $names }.
nudge-already = Đã nhắc trước đó rồi: { $names }. Mỗi ca mình chỉ nhắc một lần.
nudge-unreached = Mình không nhắn được cho: { $names }. Anh/chị gọi giúp nhé.
nudge-here = Đã vào ca: { $names }.
nudge-gone = Ca này đã xong nên mình không nhắc nữa.

pledge-list = Lịch trực { $day }, { $team }:
pledge-list-shift = · { $shift }: { $missing ->
    [0] đủ người
   *[other] thiếu { $missing } người
    }{ $silent ->
    [0] {""}
   *[other] ; chưa trả lời { $silent }: { $names }
    }{ $away ->
    [0] {""}
   *[other] ; báo vắng { $away }: { $absent }
    }.
dropouts-head = { $team }:
dropouts-absent = · { $name } báo vắng ca { $shift }{ $why }.
dropouts-found = · { $names } nhận trực ca { $shift }.
dropouts-full = · Ca { $shift } đã đủ người, mình thôi tìm.
dropouts-swapped = · { $takers } trực thay { $name } ca { $shift }.
dropouts-exchanged = · { $name } và { $other } đổi ca cho nhau; ca { $shift } nay là của { $other }.
