### Sửa giờ: tình nguyện viên xin sửa, đội trưởng duyệt; giữ cả hai bản.

check-out-closed = Bạn không còn trong ca nào. Ca { $since }–{ $end } bạn chưa ra ca nên mình đã tự đóng; sai giờ thì bấm "Sửa giờ".
check-out-closed-typed = Bạn không còn trong ca nào. Ca { $since }–{ $end } bạn chưa ra ca nên mình đã tự đóng; sai giờ thì nhắn "sửa giờ 7h30-12h".
fix-hours-open = Sửa giờ
fix-hours-say = sửa giờ, quên ra ca, sai giờ, xin sửa giờ
fix-hours-none = Bảy ngày qua bạn chưa có ca nào đã xong để sửa giờ.
fix-hours-which = Sửa giờ của ca nào?
fix-hours-which-label = Ca
fix-hours-one = { $day } { $hours }{ $origin ->
    [auto] {" "}(tự đóng)
    [corrected] {" "}(đã sửa)
   *[other] {""}
    }
fix-hours-stretch = Ca { $held }. Giờ đúng là mấy giờ? Bấm giờ ra, hoặc gõ cả hai, ví dụ: 7h30-12h.
fix-hours-stretch-typed = Ca { $held }. Giờ đúng là mấy giờ? Gõ giờ ra, hoặc cả hai, ví dụ: 7h30-12h.
fix-hours-stretch-label = Giờ đúng
fix-hours-order = { $hours } chưa được: giờ ra phải sau giờ vào, không quá bây giờ, và một ca dài nhất { $most } giờ. Ví dụ: 7h30-12h.
fix-hours-same = Giờ này giống giờ đang ghi rồi. Bạn gõ giờ khác, hoặc "huỷ".
fix-hours-asked = Đã gửi đội trưởng: ca { $was } sửa thành { $now }. Duyệt xong mình báo bạn; bản cũ vẫn giữ.
fix-hours-undone = Đã rút yêu cầu sửa giờ.
fix-hours-told = { $name } xin sửa giờ ngày { $day }: { $was } thành { $now }.
fix-hours-decide = Duyệt giờ

team-corrections = Duyệt sửa giờ ({ $count })
corrections-say = duyệt giờ, duyệt sửa giờ, yêu cầu sửa giờ
corrections-none = { $team } không có yêu cầu sửa giờ nào đang chờ.
corrections-which = { $count } yêu cầu sửa giờ ở { $team }. Anh/chị duyệt cả, hoặc xem từng cái.
corrections-which-label = Yêu cầu
corrections-all = Duyệt cả { $count }
corrections-one = { $name } { $day }: { $was } → { $now }
corrections-verdict = { $told }{ $origin ->
    [auto] {" "}(giờ cũ là tự đóng)
   *[other] {""}
    }. Anh/chị có duyệt không?
corrections-verdict-label = Quyết định
corrections-approve = Duyệt
corrections-return = Trả lại
corrections-why = Trả lại vì sao?
corrections-why-label = Lý do
corrections-why-rota = Không khớp lịch trực
corrections-why-book = Không khớp sổ của đội
corrections-why-other = Lý do khác
corrections-reason = Anh/chị gõ lý do, một câu, ví dụ: hôm đó đội nghỉ từ 11h.
corrections-reason-label = Lý do
corrections-approved = Đã duyệt { $count } yêu cầu; giờ mới tính ngay, giờ cũ vẫn giữ để xem lại.
corrections-returned = Đã trả lại yêu cầu của { $name }.
corrections-decided = Yêu cầu này đã được quyết rồi, hoặc đã rút.
corrections-undone = Giờ của { $name } đã về như cũ, yêu cầu chờ duyệt lại.
correction-approved = Đội trưởng đã duyệt: ngày { $day } tính { $hours } (trước là { $was }).
correction-returned = Đội trưởng trả lại yêu cầu sửa giờ ngày { $day } thành { $hours }: { $reason }. Giờ vẫn là { $was }.
