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
    { $next ->
        [plenty] Xong ca thì nhắn "ra ca"; giúp được ai thì gõ luôn, ví dụ: 5 vneid 2 dvc.
        [whole] Tháng này bot sắp thiếu tin: từ ca sau bạn khỏi nhắn vào ca, lúc về nhắn một tin là mình ghi đủ cả ca, ví dụ: ra ca 5 vneid 2 dvc. Vào nhầm thì nhắn "hoàn tác".
       *[scarce] Xong ca nhắn cả số trong một tin, ví dụ: ra ca 5 vneid 2 dvc. Vào nhầm thì nhắn "hoàn tác".
    }
check-in-early = , sớm { $minutes } phút
check-in-late = , muộn { $minutes } phút
check-in-already = { $by ->
    [leader] Đội trưởng đã điểm danh bạn từ { $since } rồi, bạn khỏi nhắn vào ca. Xong ca nhắn cả số trong một tin, ví dụ: ra ca 5 vneid 2 dvc.
   *[self] Bạn đang trong ca từ { $since } rồi.
    }
check-in-undone = Đã bỏ lượt vào ca vừa rồi.

check-out-say = ra ca, hết ca, check out, checkout, tan ca, về, xong ca, kết thúc ca
check-out-none = Bạn chưa vào ca nên chưa có gì để ra ca.
check-out-done = Đã ra ca: { $start }–{ $end }, { $hours } giờ. { $reported ->
    [now] { $echo }
    [yes] Báo cáo của ca đã có. Cảm ơn bạn, nghỉ ngơi nhé.
    [open] Báo cáo bạn đang ghi dở vẫn còn: gõ tiếp số, rồi nhắn "xong".
   *[no] Ca này bạn giúp được bao nhiêu lượt? Gõ luôn, ví dụ: 5 vneid 2 dvc.
    }
check-out-over = Ca { $since }–{ $end } của bạn đã ra rồi, không cần nhắn nữa.
check-out-whole = Chưa thấy bạn vào ca nên mình lấy giờ vào theo lịch. Sai giờ thì bấm "Sửa giờ"; không trực thì bấm "Bỏ giờ".
check-out-whole-typed = Chưa thấy bạn vào ca nên mình lấy giờ vào theo lịch. Sai giờ thì nhắn "sửa giờ 8h-11h30"; không trực thì nhắn "bỏ giờ".
check-out-drop = Bỏ giờ
check-out-dropped = Đã bỏ giờ trực vừa ghi. Báo cáo nếu có thì vẫn còn.
check-out-count = Ghi cả ca { $shift }
check-out-which-team = Bạn ở nhiều đội nên mình chưa ghi báo cáo. Bạn nhắn lại dòng số, mình sẽ hỏi đội nào.

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
difficulty-line = kk { $said }
difficulty-understood = Khó khăn: { $what }.
difficulty-done = Đã ghi khó khăn: { $what }. { $who ->
    [self] Anh/chị phụ trách đội: gỡ được thì trả lời mọi người, không thì chuyển lên.
    [team] Mình báo người phụ trách đội, có trả lời là nhắn bạn ngay.
    [commune] Đội chưa có người phụ trách trên này, nên mình báo thẳng điều phối viên xã, phường; có trả lời là nhắn bạn ngay.
    [province] Đội và xã, phường chưa có người phụ trách trên này, nên mình báo thẳng điều phối viên tỉnh, thành phố; có trả lời là nhắn bạn ngay.
   *[nobody] Chưa có ai phụ trách đội trên này để mình báo, bạn nói trực tiếp với cán bộ một cửa giúp nhé.
    }
difficulty-joined = Đã ghi bạn cũng gặp: { $what } ({ $people } người). Có trả lời là mình nhắn bạn ngay.
difficulty-still = Mình báo lại người phụ trách là vẫn vướng: { $what } ({ $people } người). Có trả lời là mình nhắn bạn ngay.
difficulty-answered = { $what } hôm nay đã có trả lời: { $answer }
difficulty-undone = Đã bỏ khó khăn vừa báo.

my-records-say = việc của tôi, của tôi, lịch sử, giờ của tôi, xem lại
my-records-none = Bảy ngày qua chưa có ca nào của bạn.
my-records = Bảy ngày qua: { $shifts } ca, { $hours } giờ, có chứng thực { $proven }/{ $shifts } (mức trong ngoặc: A, B, C có chứng thực; D là lời của bạn).
    { $lines }
my-records-report = { $counts }{ $state ->
    [set_aside] {" "}(không tính: { $reason })
    [late] {" "}(chờ đội trưởng nhận)
    [pending] {" "}(chờ duyệt)
   *[other] { $reason ->
        [none] {""}
       *[other] {" "}(đội trưởng sửa: { $reason })
    }
    }
my-records-shift = { $start }–{ $end } ({ $proof }{ $origin ->
    [auto] , tự đóng
    [corrected] , đã sửa
   *[other] {""}
    })
