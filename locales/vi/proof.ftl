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
