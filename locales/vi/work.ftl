### Vào ca, ra ca, báo cáo, khó khăn, việc của tôi.

shift-times = { $start }–{ $end }{ $overnight ->
    [yes] {" "}hôm sau
   *[no] {""}
    }

check-in-say = vào ca, điểm danh, vô ca, check in, checkin, bắt đầu ca, có mặt, em có mặt, mình có mặt
check-in-team = Bạn vào ca cho đội nào?
check-in-team-label = Đội
check-in-shift = Bạn vào ca nào?
check-in-shift-label = Ca trực
check-in-free = Ca tự do
check-in-done = Đã vào ca lúc { $time }, { $team }. { $shift }{ $when }.{ $remarks }
    { $plenty ->
        [yes] Xong ca thì nhắn "ra ca"; giúp được ai thì gõ luôn, ví dụ: 5 vneid 2 dvc.
       *[no] Xong ca nhắn cả số trong một tin, ví dụ: ra ca 5 vneid 2 dvc. Vào nhầm thì nhắn "hoàn tác".
    }
check-in-early = , sớm { $minutes } phút
check-in-late = , muộn { $minutes } phút
check-in-already = Bạn đang trong ca từ { $since } rồi.
check-in-undone = Đã bỏ lượt vào ca vừa rồi.

check-out-say = ra ca, hết ca, check out, checkout, tan ca, về, xong ca, kết thúc ca
check-out-none = Bạn chưa vào ca nên chưa có gì để ra ca.
check-out-done = Đã ra ca: { $start }–{ $end }, { $hours } giờ. { $reported ->
    [now] { $echo }
    [yes] Báo cáo của ca đã có. Cảm ơn bạn, nghỉ ngơi nhé.
   *[no] Ca này bạn giúp được bao nhiêu lượt? Gõ luôn, ví dụ: 5 vneid 2 dvc.
    }
check-out-which-team = Bạn ở nhiều đội nên mình chưa ghi báo cáo. Bạn nhắn lại dòng số, mình sẽ hỏi đội nào.

report-say = báo cáo, bc, báo số
report-team = Báo cáo cho đội nào?
report-team-label = Đội
report-lines = Bạn đã giúp việc gì? Bấm từng mục (mỗi lần +1), hoặc gõ một dòng, ví dụ: 5 vneid 2 dvc.
report-lines-typed = Bạn giúp được bao nhiêu người, việc gì? Gõ cả trong một dòng, ví dụ: 7 người: 5 vneid 2 dvc. Không có ai thì gõ: không có ai.
report-lines-label = Việc đã giúp
report-lines-skip = Không có ai
report-visits = Tất cả bao nhiêu lượt người dân? Một người đến một lần là một lượt, dù làm mấy việc. Không đếm riêng thì bỏ qua.
report-visits-label = Lượt người dân
report-visits-skip = Bằng tổng trên
report-groups = Trong đó có bao nhiêu người thuộc nhóm nào? Bấm để đếm, hoặc bỏ qua.
report-groups-typed = Trong đó có bao nhiêu người thuộc nhóm nào? Gõ ví dụ: 3 người cao tuổi, hoặc bỏ qua.
report-groups-label = Nhóm đối tượng
report-difficulties = Có vướng gì không? Bấm các mục gặp phải rồi bấm Xong.
report-difficulties-typed = Có vướng gì không? Gõ số các mục gặp phải, rồi xong; không có thì bỏ qua.
report-difficulties-label = Khó khăn
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
report-ask-hs = "hs" là hồ sơ hay học sinh thì mình chưa rõ, nên chưa ghi.
report-ask-several-days = Mình ghi từng ngày một: đây là ngày đầu, các ngày khác bạn nhắn riêng nhé.
report-ask-future-day = Ngày đó chưa tới, nên mình ghi cho hôm nay.
report-no-yesterday = Hôm qua bạn chưa có báo cáo nào, nên mình hỏi từ đầu.
report-replaces = Thay cho báo cáo trước: { $counts }.
report-done = Đã ghi { $counts }.{ $difficulties ->
    [0] {""}
   *[other] {" "}Kèm { $difficulties } khó khăn.
    }
report-undo-by-word = Sai thì nhắn "sửa" hoặc "hoàn tác".
report-change = Sửa
report-undone = Đã bỏ báo cáo vừa rồi.
report-not-open = Báo cáo này không sửa được nữa (đã thay, đã bỏ, hoặc ngày đã chốt). Cần sửa thì nhắn đội trưởng nhé.

difficulty-say = khó khăn, vướng mắc, báo khó, kk, kẹt
difficulty-team = Khó khăn của đội nào?
difficulty-team-label = Đội
difficulty-code = Bạn đang vướng gì?
difficulty-code-together = Nhắn cả trong một tin: số, chậm hay dừng, thêm một câu cho người gỡ (không ghi tên, số giấy tờ). Ví dụ: 1 dừng, mất từ 9h
difficulty-code-label = Khó khăn
difficulty-severity = Mức độ thế nào?
difficulty-severity-together = Nhắn cả trong một tin: chậm hay dừng, thêm một câu cho người gỡ (không ghi tên, số giấy tờ). Ví dụ: dừng, mất từ 9h
difficulty-severity-label = Mức độ
difficulty-note = Nói thêm một câu cho người gỡ (không ghi tên, số giấy tờ), ví dụ: cổng báo lỗi từ 9h, bước nộp lệ phí.
difficulty-note-label = Nói thêm
difficulty-same = Hôm nay nơi bạn đã có người báo:
difficulty-same-label = Việc đã có
difficulty-told = { $what }, từ { $since }, { $people } người{ $notes ->
    [none] {""}
   *[other] : { $notes }
    }{ $answer ->
    [none] {" "}→ đã xong
    [waits] {""}
   *[other] {" "}→ { $answer }
    }
difficulty-me-too = { $since ->
    [none] Cũng gặp
   *[other] Cũng gặp ({ $since })
    }
difficulty-not-helped = { $since ->
    [none] Vẫn vướng
   *[other] Vẫn vướng ({ $since })
    }
difficulty-helped = { $since ->
    [none] Cũng gặp, nay được rồi
   *[other] Cũng gặp, nay được ({ $since })
    }
difficulty-other-case = Việc khác
difficulty-done = Đã ghi khó khăn: { $what }. { $who ->
    [self] Anh/chị phụ trách đội: gỡ được thì trả lời mọi người, không thì chuyển lên.
    [team] Mình báo người phụ trách đội, có trả lời là nhắn bạn ngay.
    [commune] Đội chưa có người phụ trách trên này, nên mình báo thẳng điều phối viên xã, phường; có trả lời là nhắn bạn ngay.
    [province] Đội và xã, phường chưa có người phụ trách trên này, nên mình báo thẳng điều phối viên tỉnh, thành phố; có trả lời là nhắn bạn ngay.
   *[nobody] Chưa có ai phụ trách đội trên này để mình báo, bạn nói trực tiếp với cán bộ một cửa giúp nhé.
    }
difficulty-joined = Đã ghi bạn cũng gặp: { $what } ({ $people } người). Có trả lời là mình nhắn bạn ngay.
difficulty-still = Mình báo lại người phụ trách là vẫn vướng: { $what } ({ $people } người). Có trả lời là mình nhắn bạn ngay.
difficulty-undone = Đã bỏ khó khăn vừa báo.

my-records-say = việc của tôi, của tôi, lịch sử, giờ của tôi, xem lại
my-records-none = Bảy ngày qua chưa có ca nào của bạn.
my-records = Bảy ngày qua: { $shifts } ca, { $hours } giờ, có chứng thực { $proven }/{ $shifts } (mức trong ngoặc: A, B, C có chứng thực; D là lời của bạn).
    { $lines }
my-records-shift = { $start }–{ $end } ({ $proof })
