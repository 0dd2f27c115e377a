### Ai ở trong đội, ai rời đội.

members-say = thành viên, danh sách thành viên, ai trong đội, các thành viên, danh sách tình nguyện viên, cho rời đội, xóa thành viên, bớt thành viên, cho
members-leaves = rời đội, ra khỏi đội, nghỉ đội, nghỉ hẳn, nghỉ luôn, thôi tham gia
members-all = { $team }
    Đội trưởng: { $leaders }
    Đội phó: { $deputies }
    Tình nguyện viên ({ $count }): { $volunteers }
members-see = Thành viên
members-let-go = Cho rời đội
members-who = Ai không còn tham gia đội? Số bạn ấy đã ghi vẫn giữ nguyên.
members-who-label = Thành viên
members-summary = Cho { $name } rời { $team }? Ca đã đăng ký được trả lại, số đã ghi giữ nguyên, bạn ấy sẽ nhận một tin báo.
members-confirm = ✓ Cho rời đội
members-done = { $name } không còn trong { $team }. Muốn vào lại thì dùng mã vào đội như lần đầu.
members-for-you = Đội trưởng vừa ghi là bạn không còn tham gia { $team }. Cảm ơn bạn thời gian qua; những gì bạn đã ghi vẫn được tính. Có nhầm lẫn thì bạn hỏi đội trưởng nhé.
members-again-for-you = Đội trưởng ghi nhầm: bạn vẫn là thành viên của { $team }. Ca đã trả thì bạn đăng ký lại nhé.
members-gone = Bạn ấy không còn trong danh sách của đội.
members-undone = Đã bỏ: bạn ấy lại ở trong đội. Ca đã trả thì đăng ký lại.

leave-team-say = rời đội, ra khỏi đội, rút khỏi đội, thoát đội, xin rời đội, em xin rời đội
leave-team-team = Bạn rời đội nào?
leave-team-team-label = Đội
leave-team-summary = Bạn muốn rời { $team }? Ca đã đăng ký được trả lại, đội trưởng được báo. Những gì bạn đã ghi vẫn được tính.
leave-team-confirm = ✓ Rời đội
leave-team-done = Bạn đã rời { $team }. Cảm ơn bạn thời gian qua! Muốn vào lại thì gõ mã vào đội; muốn xem hay xóa dữ liệu của mình thì bấm nút dưới đây.
leave-team-done-typed = Bạn đã rời { $team }. Cảm ơn bạn thời gian qua! Muốn vào lại thì gõ mã vào đội; muốn xem hay xóa dữ liệu của mình thì nhắn "dữ liệu của tôi".
leave-team-for-you = { $name } vừa rời { $team }. Ca bạn ấy đăng ký nay trống, số đã ghi giữ nguyên.
leave-team-undone = Mừng bạn ở lại! Bạn lại là thành viên của đội. Ca đã trả thì bạn đăng ký lại nhé.
leave-team-leads = Anh/chị đang là đội trưởng nên bàn giao đội trước đã, rồi mới rời được.
leave-team-hand-over = Bàn giao
