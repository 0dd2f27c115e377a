### Chứng thực: mã điểm danh, vị trí, lời đội trưởng.

check-in-told-late = Mình nhận tin lúc { $time }.
check-in-code-right = Khớp mã rồi, lượt này có chứng thực.
check-in-code-wrong = Mã { $code } chưa khớp, mình vẫn ghi bạn vào ca. { $left ->
    [0] Ca này hết lượt thử mã; đội trưởng xác nhận giúp sau cũng được.
   *[other] Bạn xem lại rồi nhắn mã thôi là được, còn { $left } lần.
    }
check-in-code-tired = Ca này hết lượt thử mã nên mình không so nữa, vẫn ghi bạn vào ca. Đội trưởng xác nhận giúp sau cũng được.
check-in-code-own = Mã này anh/chị xem được ở đâu cũng được nên không tính là chứng thực cho chính mình; đội phó hoặc đội trưởng khác xác nhận giúp thì được.
check-in-code-hint = Thấy mã 4 số ở bàn trực thì nhắn luôn cho mình, ví dụ: 4821.
check-in-closed = Ca trước, từ { $since }, bạn chưa ra ca nên mình tự đóng lúc { $end }.
check-in-proven = Khớp mã rồi. Lượt vào ca từ { $since } của bạn nay có chứng thực.
check-in-proven-already = Lượt vào ca từ { $since } đã khớp mã rồi, bạn không cần nhắn lại.

presence-code-say = mã điểm danh, mã ca, mã trực, xem mã, mã bàn trực
presence-code-shown = Mã điểm danh của { $team }:
    { $code }
    Dùng đến { $until }; sau đó là { $next }. Ai có mặt thì nhắn mã cho mình. Nhắn muộn mấy tiếng vẫn tính, kèm giờ càng tốt, ví dụ: { $code } lúc 7h35.
presence-code-again = Mã lúc này

code-sheet-say = phiếu mã, in mã, bảng mã, phiếu điểm danh, in mã điểm danh
code-sheet-done = Phiếu mã của cả ngày đây. Anh/chị in ra và giữ; đến giờ nào thì cho xem mã của 10 phút đó thôi, ai xem được cả phiếu thì mã không còn là chứng thực.
code-sheet-title = { $team }
code-sheet-said = Mã điểm danh, { $day }. Hàng là giờ, cột là phút bắt đầu; mỗi mã dùng trong 10 phút. Người phụ trách giữ phiếu này.
code-sheet-hour = { $hour }h
code-sheet-minutes = { $minutes ->
    [0] từ :00
   *[other] :{ $minutes }
    }
code-sheet-today = Phiếu hôm nay
code-sheet-tomorrow = Phiếu ngày mai
team-code-sheet = In phiếu mã

at-place-say = vị trí, tại điểm, chứng thực vị trí, gửi vị trí, tắt vị trí
at-place-consent = Bạn có muốn chứng thực bằng vị trí không? Vị trí là dữ liệu cá nhân nhạy cảm nên mình chỉ dùng khi bạn đồng ý: mỗi lần bạn tự bấm gửi, mình so với điểm trực rồi bỏ ngay, chỉ giữ "có" hoặc "không" ở điểm, không giữ tọa độ. Đội trưởng ghim điểm trực thì mình giữ tọa độ của điểm, không giữ ai đã đứng đó.
    Bên chịu trách nhiệm: { $controller } ({ $contact }). Không đồng ý thì vào ca vẫn như thường. Đổi ý lúc nào cũng được, nhắn "vị trí".
at-place-consent-label = Đồng ý
at-place-declined = Mình sẽ không hỏi vị trí của bạn. Có mã ở bàn trực hoặc đội trưởng xác nhận thì vẫn có chứng thực.
at-place-off = Từ giờ mình không dùng vị trí của bạn nữa. Khi nào muốn lại thì nhắn "vị trí".
at-place-stop = Thôi dùng vị trí
at-place-prove = Chứng thực bằng vị trí
at-place-ask = Bấm nút gửi vị trí để chứng thực bạn ở điểm trực; không gửi cũng không sao.
at-place-not-there = Bạn chưa vào ca nên chưa cần vị trí. Vào ca rồi mình mới hỏi.
at-place-already = Lượt vào ca từ { $since } đã có chứng thực tại điểm rồi.
at-place-no-point = Điểm trực này chưa được đội trưởng ghim nên chưa so vị trí được.
at-place-no-channel = Ở đây không gửi được vị trí. Bạn nhắn mã ở bàn trực, hoặc nhờ đội trưởng xác nhận.
at-place-yes = Đã ghi: bạn ở điểm trực (lượt từ { $since }). Vị trí vừa gửi mình bỏ rồi, chỉ giữ chữ "có".
at-place-no = Vị trí này còn cách điểm trực; mình ghi "chưa ở điểm", lượt vào ca vẫn giữ. Định vị lệch thì ra chỗ thoáng gửi lại, hoặc nhắn mã ở bàn trực.
at-place-unclear = Máy định vị chưa đủ rõ nên mình chưa ghi gì về vị trí. Bạn ra chỗ thoáng gửi lại, hoặc nhắn mã ở bàn trực.

place-point-say = ghim điểm, ghim điểm trực, bán kính
place-point-board = Điểm trực của { $team }. Ai đồng ý gửi vị trí thì mình so với điểm đã ghim:
place-point-one = { $pinned ->
    [yes] · { $place }: đã ghim, tính trong { $radius } m
   *[no] · { $place }: chưa ghim
    }
place-point-pin = Ghim điểm tôi đang đứng
place-point-radius = Đổi bán kính
place-point-remove = Bỏ ghim
place-point-place = Điểm nào?
place-point-place-label = Điểm trực
place-point-metres = Tính là có mặt khi ở trong bao nhiêu mét? Gõ số từ { $least } đến { $most }, ví dụ: 300.
place-point-metres-label = Bán kính
place-point-consent = Ghim điểm cần vị trí của anh/chị một lần. Anh/chị xem thông báo và đồng ý trước, rồi bấm ghim lại nhé.
place-point-agree = Xem thông báo
place-point-ask = Anh/chị đứng tại { $place } rồi bấm nút gửi vị trí. Mình lưu tọa độ của điểm trực, không lưu ai đã đứng đó.
place-point-vague = Máy định vị chưa đủ rõ (cần sai số dưới { $metres } m). Anh/chị ra chỗ thoáng rồi gửi lại.
place-point-done = Đã ghim { $place }: trong { $radius } m tính là có mặt.
place-point-removed = Đã bỏ ghim { $place }.
place-point-no-place = { $team } chưa có điểm trực nào. Thêm ca với nơi trực trước đã nhé.
place-point-no-channel = Ở đây không gửi được vị trí. Anh/chị nhắn "web" để mở trang web, rồi ghim điểm ở đó.
team-place-point = Ghim điểm trực
