### Báo cáo của bạn, báo cáo của đội, số cả ngày của đội, giờ chốt.

report-say = báo cáo, bc, báo số
report-edit-say = sửa, sửa báo cáo, sửa số, sửa lại, báo sai, báo nhầm
report-undo-say = hoàn tác báo cáo, bỏ báo cáo, xoá báo cáo, huỷ báo cáo
report-team = Báo cáo cho đội nào?
report-team-label = Đội
report-lines = Bạn đã giúp việc gì? Bấm từng mục (mỗi lần +1), hoặc gõ một dòng, ví dụ: 5 vneid 2 dvc.
report-lines-typed = Bạn giúp được bao nhiêu người, việc gì? Gõ cả trong một dòng, ví dụ: 7 người: 5 vneid 2 dvc. Không có ai thì gõ: không có ai.
report-lines-label = Việc đã giúp
report-lines-skip = Không có ai
report-visits = Tất cả bao nhiêu lượt người dân? Một người đến một lần là một lượt, dù làm mấy việc. Không đếm riêng thì bỏ qua.
report-visits-label = Lượt người dân
report-visits-skip = Bằng tổng trên
report-figures = Ngoài lượt người dân còn gì không? Bấm để đếm, ví dụ: hồ sơ đã nộp, lớp, học viên.
report-figures-typed = Ngoài lượt người dân còn gì không? Gõ ví dụ: nộp 8 hs, 1 lớp bdhvs 20 người; không có thì bỏ qua.
report-figures-label = Số khác
report-groups = Trong đó có bao nhiêu người thuộc nhóm nào? Bấm để đếm, hoặc bỏ qua.
report-groups-typed = Trong đó có bao nhiêu người thuộc nhóm nào? Gõ ví dụ: 3 người cao tuổi, hoặc bỏ qua.
report-groups-label = Nhóm đối tượng
report-mode = Bạn giúp ở đâu, bằng cách nào?
report-mode-label = Nơi giúp
report-difficulties = Có vướng gì không? Bấm các mục gặp phải rồi bấm Xong.
report-difficulties-typed = Có vướng gì không? Gõ số các mục gặp phải, rồi xong; không có thì bỏ qua.
report-difficulties-label = Khó khăn
report-day = Báo cáo cho ngày nào? Ví dụ: hôm qua, thứ hai, 7/7.
report-day-label = Ngày
report-day-far = Mình ghi được từ { $day } đến hôm nay. Ngày xa hơn thì nói với điều phối viên.
report-part = Ca nào trong ngày?
report-part-label = Ca
report-approx = Số này là ước chừng phải không?
report-approx-label = Ước chừng
report-note = Ghi chú thêm (không ghi tên, số giấy tờ của người dân), ví dụ: đông từ 9h.
report-note-label = Ghi chú
report-summary = Mình ghi thế này nhé:
    { $lines }
report-nobody = Không có ai
report-not-understood = Mình chưa ghi được: { $parts }.
report-ask-approx = Bạn ghi số ước chừng. Biết số đúng thì bấm Sửa; không thì mình ghi là "khoảng".
report-ask-approx-typed = Bạn ghi số ước chừng. Biết số đúng thì gõ "sửa"; không thì mình ghi là "khoảng".
report-ask-count = Có việc bạn chưa ghi số. Bạn bấm Sửa để thêm.
report-ask-count-typed = Có việc bạn chưa ghi số. Bạn gõ "sửa" để thêm.
report-ask-hs = "hs" mình hiểu là hồ sơ. Nếu là học sinh thì bạn bấm Sửa nhé.
report-ask-several-days = Mình ghi từng ngày một: đây là ngày đầu, các ngày khác bạn nhắn riêng nhé.
report-ask-future-day = Ngày đó chưa tới, nên mình ghi cho hôm nay.
report-like = Đây là số của { $day }. Bấm −/+ để đổi, rồi bấm Xong.
report-no-yesterday = Một tháng qua bạn chưa có báo cáo nào, nên mình hỏi từ đầu.
report-replaces = Thay cho báo cáo trước: { $counts }.
report-done = Đã ghi { $today ->
    [yes] {""}
   *[no] cho { $day }:{" "}
    }{ $counts }.{ $difficulties ->
    [0] {""}
   *[other] {" "}Kèm { $difficulties } khó khăn.
    }
report-late = { $day } đã chốt, nên mình gửi đội trưởng nhận: { $counts }.{ $difficulties ->
    [0] {""}
   *[other] {" "}Kèm { $difficulties } khó khăn.
    }
report-undo-by-word = Sai thì nhắn "sửa" hoặc "hoàn tác".
report-change = Sửa
report-already = Báo cáo này đã bỏ hoặc đã thay rồi.
report-undone = Đã bỏ báo cáo vừa rồi.
report-back = Đã bỏ lần sửa vừa rồi; báo cáo lại là { $counts }.
report-not-open = Báo cáo này không sửa được nữa (đã thay, đã bỏ, hoặc ngày đã chốt). Cần sửa thì nhắn đội trưởng nhé.
report-put-right = Đội trưởng đã sửa báo cáo này. Cần đổi thì bạn nhắn đội trưởng nhé.
report-nothing-less = Hôm nay bạn chưa có báo cáo nào có mục ấy để bớt. Xem lại số đã ghi: gõ "việc của tôi".
report-none = Một tháng qua bạn chưa có báo cáo nào để sửa.

doubt-many = Một mình bạn giúp { $visits } lượt trong một ca (thường không quá { $most })? Đúng thì cứ ghi.
doubt-fewer-parts = Tổng { $visits } lượt mà các mục cộng lại mới { $parts }. Đúng thì cứ ghi, thiếu thì bấm Sửa.
doubt-group = { $group } { $count } người mà tổng chỉ { $visits } lượt? Đúng thì cứ ghi.
doubt-no-class = { $figure } { $people } mà số lớp, số buổi là 0? Đúng thì cứ ghi.
doubt-full-class = { $figure } { $people } trong { $classes } lớp, buổi? Đúng thì cứ ghi.
doubt-twice = Bạn đã báo y như vậy lúc { $at }. Nếu là báo lại thì bấm Huỷ, để khỏi tính hai lần.
doubt-below-parts = Các bạn trong đội đã báo { $parts } lượt, số của anh/chị là { $visits }. Ghi thì số { $visits } được tính.

day-form-say = số của đội, số cả đội, số đội, nhập số ngày, số liệu ngày, số liệu đội
day-form-team = Số này của đội nào?
day-form-team-label = Đội
day-form-figures = Số của cả đội trong ngày. Bấm từng mục rồi gõ số, hoặc gõ một dòng, ví dụ: 75 lượt, 3 hộ kd, nộp 8 hs, lớp bdhvs 2 buổi 45 người. Mục không ghi vẫn là tổng các bạn báo.
day-form-figures-typed = Số của cả đội trong ngày, gõ trong một dòng, ví dụ: 75 lượt, 3 hộ kd, nộp 8 hs, lớp bdhvs 2 buổi 45 người. Mục không ghi vẫn là tổng các bạn báo.
day-form-figures-label = Số cả đội
day-form-lines = Chia theo việc thì mỗi việc bao nhiêu? Mục không ghi vẫn là tổng các bạn báo.
day-form-lines-label = Theo việc
day-form-groups = Trong đó có bao nhiêu người thuộc nhóm nào?
day-form-groups-label = Nhóm đối tượng
day-form-day = Số của ngày nào? Ví dụ: hôm qua, thứ hai, 7/7.
day-form-day-label = Ngày
day-form-approx = Số này là ước chừng phải không?
day-form-approx-label = Ước chừng
day-form-note = Ghi chú thêm (không ghi tên, số giấy tờ của người dân), ví dụ: chiều nghỉ vì mưa lớn.
day-form-note-label = Ghi chú
day-form-reason = Ngày này đã chốt. Vì sao anh/chị sửa? Ví dụ: đếm thiếu buổi chiều.
day-form-reason-label = Lý do
day-form-summary = { $team }, số cả đội:
    { $lines }
day-form-beside = Các bạn trong đội đã báo: { $counts }. Số của anh/chị được tính thay; báo cáo của từng bạn vẫn giữ.
day-form-whole = Mình hiểu là số của cả đội. Nếu chỉ là việc của riêng anh/chị thì gõ: của tôi, rồi đến số.
day-form-nothing = không có số nào
day-form-done = Đã ghi số cả đội cho { $day }: { $counts }.
day-form-undone = Đã bỏ số vừa ghi; số trước đó được tính lại.

team-reports-say = báo cáo của đội, báo cáo đội, xem báo cáo, báo cáo các bạn
team-reports = { $team } · { $day }: { $total }
    { $count ->
        [0] Chưa có báo cáo nào.
       *[other] { $lines }
    }
team-reports-none = chưa có số nào
team-reports-given = { $total } (số của đội trưởng; các bạn báo { $parts })
team-reports-one = { $name }{ $part ->
    [none] {""}
   *[other] {" "}({ $part })
    }: { $counts }{ $note ->
    [none] {""}
   *[other] {" "}({ $note })
    }{ $state ->
    [set_aside] {" "}· không tính: { $reason }
    [late] {" "}· báo sau giờ chốt, chờ nhận
    [pending] {" "}· chờ duyệt người mới
   *[other] {""}
    }
team-reports-button = { $number }. { $name }
team-reports-before = ◀ { $day }
team-reports-see = Báo cáo của đội
team-day-form = Số cả đội

correct-report-lines = Số đúng của từng việc là bao nhiêu? Bấm −/+ hoặc gõ số, rồi bấm Xong.
correct-report-lines-typed = Số đúng của từng việc là bao nhiêu? Gõ trong một dòng, ví dụ: 4 vneid 2 dvc; rồi gõ xong.
correct-report-lines-label = Việc đã giúp
correct-report-visits = Tất cả bao nhiêu lượt người dân?
correct-report-visits-label = Lượt người dân
correct-report-visits-skip = Bằng tổng trên
correct-report-figures = Các số khác là bao nhiêu?
correct-report-figures-label = Số khác
correct-report-groups = Mỗi nhóm bao nhiêu người?
correct-report-groups-label = Nhóm đối tượng
correct-report-approx = Số này là ước chừng phải không?
correct-report-approx-label = Ước chừng
correct-report-reason = Vì sao? Một câu ngắn, không ghi tên người dân, ví dụ: đếm trùng với bạn cùng quầy.
correct-report-reason-label = Lý do
correct-report-summary = { $what ->
    [edit] Sửa báo cáo của { $name }, { $day } (đang là { $before }):
   *[aside] Không tính báo cáo của { $name }, { $day }: { $before }.
    }
    { $lines }
correct-report-done = { $what ->
    [edit] Đã sửa báo cáo của { $name }, { $day }: { $counts }. Bản cũ vẫn giữ.
   *[aside] Báo cáo của { $name }, { $day }, không tính nữa ({ $reason }). Bản cũ vẫn giữ.
    }
correct-report-back = Báo cáo của { $name } được tính: { $counts }.
correct-report-card = { $name }, { $day }: { $counts }{ $note ->
    [none] .
   *[other] {" "}({ $note }).
    }{ $state ->
    [set_aside] {" "}Đang không tính: { $reason }.
    [late] {" "}Báo sau giờ chốt, chờ anh/chị nhận.
    [pending] {" "}Chờ duyệt người mới.
   *[other] { $reason ->
        [none] {""}
       *[other] {" "}Đã sửa: { $reason }.
    }
    }{ $earlier ->
    [none] {""}
   *[other] {" "}Bản trước: { $earlier }.
    }
correct-report-edit = Sửa số
correct-report-aside = Không tính
correct-report-restore = Tính
correct-report-gone = Báo cáo này đã đổi hoặc không còn. Anh/chị mở lại danh sách nhé.

closing-hour-say = giờ chốt, giờ chốt ngày, chốt ngày
closing-hour-hour = Số của một ngày chốt lúc mấy giờ hôm sau? Đang là { $now }. Gõ giờ, ví dụ: 12h. Sau giờ đó chỉ đội trưởng sửa được.
closing-hour-hour-label = Giờ chốt
closing-hour-done = Từ nay số của một ngày chốt lúc { $hour } hôm sau.
closing-hour-not-yours = Giờ chốt là { $now } hôm sau, do điều phối viên cấp tỉnh chọn.
