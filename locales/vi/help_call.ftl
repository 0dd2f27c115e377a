### Cần hỗ trợ ngay: gọi đội trưởng, đội phó, rồi điều phối viên xã, phường. Bạn là tình nguyện viên đang đứng trước người dân.

call-help-say = cần hỗ trợ, xin hỗ trợ, gọi hỗ trợ, cần giúp, cần trợ giúp, cứu, sos
call-help-role = { $role ->
    [leader] đội trưởng
    [deputy] đội phó
   *[coordinator] điều phối viên { $level ->
        [commune] xã, phường
       *[other] tỉnh, thành phố
        }
    }
call-help-named = { $name } ({ $role })
call-help-quoted = {" "}“{ $note }”
call-help-called = Mình đã gọi { $who }.{ $skipped ->
    [yes] {" "}Đội chưa có người phụ trách nào khác trên này.
   *[no] {""}
    } { $after ->
    [none] Ngoài ra chưa có ai khác trên này để gọi thêm.
   *[other] 5 phút chưa ai trả lời thì mình gọi tiếp { $after }.
    }
call-help-called-again = Mình gọi thêm { $who }.
call-help-nobody = Đội chưa có ai phụ trách trên này để gọi. Bạn nhờ cán bộ một cửa ngay tại chỗ, hoặc liên hệ { $contact }.
call-help-nobody-else = Trên này không còn ai khác để gọi. Bạn nhờ cán bộ một cửa ngay tại chỗ nhé.
call-help-team = Bạn cần hỗ trợ ở đội nào?
call-help-waiting = Mình gọi từ { $minutes ->
    [0] vừa nãy
   *[other] { $minutes } phút trước
    }, chưa ai trả lời; chưa có thì mình gọi tiếp người khác.
call-help-taken = { $name } đã nhận và đang giúp bạn.
call-help-more = Nói thêm
call-help-note = Vướng gì? Gõ một câu (không ghi tên, số giấy tờ), mình chuyển cho người đang giúp.
call-help-note-label = Vướng gì
call-help-told = Đã chuyển.
call-help-done = Xong rồi
call-help-again = Gọi thêm người
call-help-over = Tốt rồi, mình báo lại để mọi người yên tâm.
call-help-gone = Lần gọi này đã xong hoặc đã quá lâu. Cần nữa thì gọi lại.
call-help-next = { $silent ->
    [none] {""}
   *[other] { $silent } chưa trả lời.{" "}
    }Mình gọi thêm { $who }.
call-help-nobody-left = Mình đã gọi { $silent } mà chưa ai trả lời, và không còn ai khác để gọi. Bạn nhờ cán bộ một cửa ngay tại chỗ; ai trả lời là mình nhắn ngay.

# Người được gọi
call-help-call = { $name } cần hỗ trợ ngay, đang có người dân chờ: { $team }{ $place }, lúc { $time }.{ $note }
call-help-more-for-you = { $name } nói thêm: { $note }
call-help-done-for-you = { $name } báo đã xong, không cần hỗ trợ nữa. Cảm ơn anh/chị.
answer-help-say = mình giúp, để mình giúp, mình giúp ngay, nhận hỗ trợ
answer-help-take = Mình giúp ngay
answer-help-reply = Trả lời
answer-help-done = Đã xong
answer-help-taken = Anh/chị đã nhận hỗ trợ { $name }, { $team }.{ $note } Gọi hoặc đến chỗ bạn ấy, hoặc chọn Trả lời để nhắn qua mình.
answer-help-said = Anh/chị nhắn gì cho bạn ấy? Ví dụ: mình đang ra, hoặc cách làm.
answer-help-said-label = Lời nhắn
answer-help-sent = Đã gửi cho { $name }.
answer-help-other = { $taker } đã nhận hỗ trợ { $name } rồi, anh/chị không cần làm gì.
answer-help-over = Đã ghi là xong, mình báo { $name }.
answer-help-over-already = { $name } báo đã xong rồi, hoặc lần gọi này đã quá lâu.
answer-help-none = Hiện không có ai gọi anh/chị hỗ trợ.
answer-help-which = Anh/chị nhận hỗ trợ ai?
answer-help-taken-for-you = { $taker } nhận rồi, đang giúp bạn.
answer-help-said-for-you = { $taker }: { $said }
answer-help-done-for-you = { $taker } ghi là đã xong. Còn vướng thì gọi lại nhé.
