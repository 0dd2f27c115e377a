### Đăng ký ca, hẹn đến, báo vắng: việc của tình nguyện viên.

menu-sign-up = Đăng ký ca
menu-my-shifts = Ca của tôi
menu-absence = Báo vắng
menu-swap = Đổi ca

sign-up-say = đăng ký ca, đăng ký trực, đăng ký lịch, chọn ca, nhận ca, xin ca
sign-up-which = Bạn muốn trực ca nào? Ca có ✓ là ca của bạn.
sign-up-none = Hai tuần tới chưa có ca nào để đăng ký. Có việc thì bạn cứ đến rồi gõ "vào ca".
sign-up-no-day = Ngày đó không có ca nào. Đây là các ca sắp tới:
sign-up-mine = ✓ { $shift }
sign-up-free = { $shift }{ $left ->
    [-1] {""}
    [0] {" "}· đủ người
   *[other] {" "}· còn { $left } chỗ
    }
sign-up-more = Ca tiếp theo
sign-up-done = Đã đăng ký ca { $shift }. Trực thêm thì chọn tiếp; đổi ý thì bấm vào ca có ✓.
sign-up-already = Bạn có tên trong ca { $shift } rồi.
sign-up-clash = Chưa đăng ký được ca { $shift }: trùng giờ với ca { $other } của bạn. Bạn chọn ca khác, hoặc bỏ ca kia trước.
sign-up-full = Ca { $shift } đã đủ { $needed } người. Bạn chọn ca khác nhé.
sign-up-gone = Ca này đã bắt đầu hoặc đã bỏ rồi. Bạn chọn ca khác nhé.

my-shifts-say = ca của tôi, ca của mình, ca của em, lịch của tôi, ca đã đăng ký, ca tôi
my-shifts-none = Bạn chưa đăng ký ca nào.
my-shifts-head = Bạn có { $count } ca sắp tới:
my-shifts-line = · { $shift }{ $state ->
    [pledged] {" "}(đã hẹn đến)
    [assigned] {" "}(đội trưởng xếp)
   *[other] {""}
    }
my-shifts-one = Ca { $shift }. { $state ->
    [pledged] Bạn đã hẹn sẽ đến.
    [assigned] Đội trưởng đã xếp bạn vào ca này.
   *[other] Bạn đã đăng ký.
    }
my-shifts-pledge = Mình sẽ đến
my-shifts-absent = Báo vắng
my-shifts-swap = Đổi ca
my-shifts-drop = Bỏ đăng ký
my-shifts-dropped = Đã bỏ đăng ký ca { $shift }.
my-shifts-gone = Bạn không còn tên trong ca này.

pledge-say = mình sẽ đến, em sẽ đến, tôi sẽ đến, sẽ đến, hẹn đến
pledge-none = Bạn chưa có ca nào sắp tới để hẹn. Muốn trực thì đăng ký một ca nhé.
pledge-done = Cảm ơn bạn! Hẹn gặp bạn ca { $shifts }. Có việc đột xuất thì báo vắng giúp mình.

absence-say = báo vắng, xin vắng, xin nghỉ, báo nghỉ, em vắng, mình vắng, vắng
absence-none = Bạn không có ca nào sắp tới nên không cần báo vắng. Đến được lúc nào thì bạn cứ vào ca lúc đó.
absence-told-all = Các ca sắp tới bạn đã báo vắng cả rồi, đội trưởng biết. Đến được thì bạn cứ vào ca như thường.
absence-shift = Bạn báo vắng ca nào?
absence-shift-label = Ca trực
absence-whole-day = Cả ngày { $day } ({ $count } ca)
absence-reason = Bạn bận việc gì? Không muốn nói thì bỏ qua.
absence-reason-label = Lý do
absence-personal = Việc riêng
absence-study = Học, thi
absence-work = Việc cơ quan
absence-travel = Thời tiết, xe cộ
absence-other = Lý do khác
absence-why = { " " }({ $why })
absence-note = Bạn nói ngắn gọn một câu, ví dụ: về quê đột xuất.
absence-note-label = Lý do khác
absence-done = Đã báo vắng ca { $shifts }. Mình báo đội trưởng giúp bạn.
absence-undone = Đã bỏ báo vắng: bạn lại có tên trong ca { $shift }.
absence-withdrawn = Đã bỏ báo vắng ca { $shifts }. Hẹn gặp bạn.
absence-gone = Ca này đã xong, đã bỏ, hoặc bạn không còn tên trong đó.
absence-place-gone = Ca { $shift } đã có người khác, hoặc trùng giờ với một ca của bạn. Bạn chọn ca khác nhé.

swap-say = đổi ca, xin đổi ca, nhờ trực thay, nhường ca, nhờ trực giúp
swap-none = Bạn chưa có ca nào sắp tới để đổi.
swap-shift = Bạn muốn đổi ca nào?
swap-shift-label = Ca trực
swap-to = Bạn muốn nhờ ai?
swap-to-label = Nhờ ai
swap-all = Cả đội
swap-one = Một bạn tôi biết tên
swap-member = Bạn ấy tên gì? Ví dụ: Mai Anh.
swap-member-label = Tên
swap-who = Có phải bạn này không?
swap-who-label = Người được nhờ
swap-unknown = Mình không thấy ai tên { $name } trong đội của ca này. Bạn gõ lại tên, hoặc "lùi" để nhờ cả đội.
swap-asking-all = Mình đang hỏi các bạn rảnh giờ ca { $shift }, mỗi lượt vài bạn. Ai nhận trước thì ca là của bạn ấy; chưa ai nhận thì ca vẫn là của bạn.
swap-asking-one = Mình đang hỏi { $name } giúp bạn về ca { $shift }. Chưa có trả lời thì ca vẫn là của bạn.
swap-asking-back = Mình đang hỏi { $name }: bạn nhận ca của { $name }, đổi lại { $name } trực ca { $shift }.
swap-already = Mình đang tìm người nhận ca { $shift } giúp bạn rồi.
swap-stop = Thôi, không đổi nữa
swap-stopped = Đã thôi tìm. Ca vẫn là của bạn.
swap-stopped-late = Ca này đã có người nhận hoặc đã thôi tìm rồi.
swap-taken = { $name } nhận ca { $shift } thay bạn rồi. Bạn được nghỉ ca này.
swap-exchanged = { $name } đồng ý: { $name } trực ca { $shift } của bạn, bạn trực ca { $back }.
swap-declined = { $name } không nhận được ca { $shift }. Ca vẫn là của bạn; bạn nhờ người khác hoặc báo vắng nhé.
swap-nobody = { $asked ->
    [0] Không có bạn nào rảnh giờ ca { $shift }, nên ca vẫn là của bạn. Không đến được thì báo vắng giúp mình.
   *[other] Mình đã hỏi { $asked } bạn, chưa ai nhận ca { $shift }, nên ca vẫn là của bạn. Có ai nhận mình báo ngay.
    }
swap-not-asked = Mình không hỏi được { $name } về ca { $shift }: bạn ấy bận ca khác hoặc không nhận tin nhắc. Bạn nhờ người khác nhé.

take-say = nhận ca thay, trực thay, nhận trực thay, mình nhận
take-asked = { $name } nhờ trực thay ca { $shift }. Bạn nhận được không?
take-asked-back = { $name } muốn đổi: bạn trực ca { $shift } của { $name }, { $name } trực ca { $back } của bạn. Bạn đổi không?
take-asked-call = { $team } đang thiếu người ca { $shift }. Bạn đến được không? Ai nhận trước thì ca là của bạn ấy.
take-agree = Đồng ý đổi
take-yes = Mình nhận
take-no = Mình bận
take-for = Đổi lấy ca của mình
take-which = Có { $count } ca đang tìm người. Bạn nhận ca nào?
take-none = Hiện không có ca nào đang nhờ bạn.
take-done = Cảm ơn bạn! Bạn có tên trong ca { $shift }.
take-declined = Không sao, cảm ơn bạn đã trả lời.
take-filled = Ca { $shift } đã có người nhận. Cảm ơn bạn nhé!
take-late = Ca { $shift } vừa có người nhận rồi. Cảm ơn bạn đã sẵn lòng!
take-gone = Ca này không còn cần người nữa. Cảm ơn bạn nhé!
take-clash = Ca { $shift } trùng giờ với ca { $other } của bạn nên mình chưa ghi.
take-back-clash = { $name } đã có ca khác trùng giờ nên chưa đổi được.

late-coming-say = đến muộn, đi muộn, tới muộn, vào muộn, đến trễ, đi trễ, tới trễ, báo muộn, báo trễ, báo đến muộn, em đến muộn, em đi muộn, em tới muộn, em đến trễ, em đi trễ, em tới trễ, mình đến muộn
late-coming-told = Mình đã báo đội trưởng là bạn đến muộn ca { $shift }. Bạn đi cẩn thận, đến nơi thì vào ca nhé.
late-coming-noted = Mình ghi rồi: bạn đến muộn ca { $shift }. Bạn đi cẩn thận, đến nơi thì vào ca nhé.
late-coming-here = Bạn vào ca lúc { $at } rồi, không muộn đâu. Muộn ca khác thì nói rõ, ví dụ: chiều nay em đến muộn.
late-coming-none = Mình không thấy ca nào của bạn trong hôm nay. Muộn mấy mình vẫn ghi: đến nơi thì bạn cứ vào ca nhé.
late-coming-for-you = { $name } báo đến muộn ca { $shift } ({ $team }).{ $note }
menu-late-coming = Báo đến muộn
