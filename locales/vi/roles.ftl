### Vai trò: đề nghị, nhận, xác nhận, bàn giao. Xưng mình, gọi anh/chị.

role-named = { $role ->
    [leader] đội trưởng
    [deputy] đội phó
    [coordinator] điều phối viên
   *[volunteer] tình nguyện viên
    }
role-until = { $role } (đến hết { $day })

# Người được đề nghị
menu-confirm-roles = Xác nhận vai
menu-hand-over-unit = Bàn giao vai
role-offer-say = nhận vai, nhận vai trò, vai được đề nghị
role-offer-none = Hiện không có vai nào đang chờ anh/chị nhận.
role-offer-gone = Đề nghị này đã được trả lời hoặc không còn nữa.
role-offer-asks = Anh/chị được đề nghị làm { $role } của { $place }. Anh/chị nhận chứ?
role-offer-accept = Tôi nhận
role-offer-refuse = Không nhận
role-offer-accepted = Anh/chị là { $role } của { $place } từ bây giờ.
role-offer-waits = Mình đã ghi anh/chị nhận làm { $role } của { $place }. Điều phối viên xác nhận xong thì mình báo ngay.
role-offer-refused = Mình đã báo lại là anh/chị không nhận. Vai hiện tại của anh/chị không đổi.
role-offer-taken = { $name } đã nhận làm { $role } của { $place }.
role-offer-not-taken = { $name } không nhận làm { $role } của { $place }. Không ai đổi vai.
join-offer-waits = Chào { $name }, mình đã ghi anh/chị nhận làm { $role } của { $team }. Điều phối viên xác nhận xong thì mình báo ngay.

# Điều phối viên xác nhận
confirm-roles-say = xác nhận vai trò, xác nhận vai, duyệt vai trò
confirm-roles-none = Không có vai nào chờ anh/chị xác nhận.
confirm-roles-list = { $count } vai chờ anh/chị xác nhận{ $left ->
    [0] {""}
   *[other] {" "}(sau đó còn { $left })
    }:
    { $lines }
    Vai có hiệu lực khi người đó đã nhận và anh/chị xác nhận.
confirm-roles-line = { $number }. { $name }: { $role }, { $place }{ $accepted ->
    [yes] {" "}(đã nhận)
   *[no] {""}
    }
confirm-roles-all = { $count ->
    [1] ✓ Xác nhận
   *[other] ✓ Xác nhận cả { $count } vai
    }
confirm-roles-one = Xem từng vai
confirm-roles-drop = Không đồng ý
confirm-roles-dropped = Đã bỏ đề nghị này, không ai đổi vai.
confirm-roles-done = Đã xác nhận: { $leaders } đội trưởng, { $deputies } đội phó, { $coordinators } điều phối viên.{ $waiting ->
    [0] {""}
   *[other] {" "}{ $waiting } người chưa nhận thì có vai khi họ nhận.
    }
roles-waiting = { $count } vai chờ anh/chị xác nhận: người trong danh sách đã nhận hoặc đang chờ nhận vai.
confirm-roles-more = Xem còn vai nào

# Nhập hộ
behalf-mark = (Số nhập hộ: điều phối viên ghi thay đội.)
on-behalf-say = nhập hộ, nhập hộ đội, báo hộ, nhập số hộ
on-behalf-whole-name = đội { $name }
on-behalf-wanted = Anh/chị nhập hộ cho đội nào? Gõ tên đội hoặc tên xã, ví dụ: Láng.
on-behalf-wanted-label = Tên đội
on-behalf-team = Là đội nào trong các đội này?
on-behalf-team-label = Đội
on-behalf-line = Số của đội trong ngày, ví dụ: 75 lượt, 5 vneid, 2 dvc. Ngày khác thì thêm ngày, ví dụ: hôm qua 75 lượt.
on-behalf-line-label = Số liệu
on-behalf-no-team = Mình không thấy đội nào có tên "{ $said }" trong các đội anh/chị phụ trách.
on-behalf-unread = Mình chưa đọc được số. Anh/chị ghi như: 75 lượt, 5 vneid, 2 dvc.
on-behalf-summary = Nhập hộ { $team }, { $day }: { $counts }. Đúng chưa?
on-behalf-done = Đã nhập hộ { $team }, { $day }: { $counts }. Ở đâu số này cũng ghi "nhập hộ". Đội trưởng tự chốt thì số của đội trưởng thay số này.
on-behalf-told = { $team } đã tự chốt số ngày này. Mình không ghi đè: anh/chị nhờ đội trưởng sửa, hoặc xem báo cáo của đội.
on-behalf-again = Nhập hộ đội khác

# Bàn giao
hand-over-say = bàn giao, bàn giao đội trưởng, bàn giao vai trò, cử đội phó, đội phó, bàn giao đội, thêm đội phó, cử đội trưởng
hand-over-board = { $team }
    Đội trưởng: { $leaders }
    Đội phó: { $deputies }{ $waiting ->
    [none] {""}
   *[other] {""}
    Chờ trả lời: { $waiting }
    }
hand-over-nobody = chưa có
hand-over-leader = Bàn giao đội trưởng
hand-over-deputy = Cử đội phó
hand-over-back = Thu hồi đề nghị
hand-over-end = { $name } thôi đội phó
hand-over-who = Ai sẽ là { $role }?
hand-over-who-label = Người nhận
hand-over-term = Làm { $role } trong bao lâu?
hand-over-term-label = Thời hạn
hand-over-term-for-good = Hẳn
hand-over-term-week = 1 tuần
hand-over-term-fortnight = 2 tuần
hand-over-term-month = 1 tháng
hand-over-offered = Mình đã hỏi { $name } nhận làm { $role } của { $place }. { $name } nhận thì mới đổi vai, mình báo anh/chị ngay.
hand-over-no-chat = Mình đã ghi đề nghị { $name } làm { $role } của { $place }, nhưng chưa nhắn được cho { $name }. Anh/chị nhờ { $name } nhắn "nhận vai" cho mình.
hand-over-taken-back = Đã thu hồi, không ai đổi vai.
hand-over-ended = { $name } nay là tình nguyện viên của { $team }. Thời gian làm đội phó vẫn được ghi.
hand-over-not-yours = Chỉ đội trưởng và điều phối viên bàn giao được vai trò của đội.
hand-over-unit-say = bàn giao điều phối, bàn giao điều phối viên, bàn giao đơn vị, bàn giao xã, bàn giao phường, bàn giao tỉnh, bàn giao trung ương, bàn giao vai
hand-over-unit-board = { $unit }: anh/chị là điều phối viên{ $others ->
    [none] .
   *[other] , cùng { $others }.
    }{ $waiting ->
    [none] {""}
   *[other] {""}
    Chờ trả lời: { $waiting }
    }
hand-over-unit-give = Bàn giao
hand-over-unit-back = Thu hồi đề nghị
hand-over-unit-leave = Tôi thôi vai này
hand-over-unit-who = Ai sẽ là điều phối viên?
hand-over-unit-who-label = Người nhận
hand-over-unit-somebody = Người khác
hand-over-unit-their-name = Họ tên người nhận là gì? Ví dụ: Nguyễn Văn An.
hand-over-unit-their-name-label = Họ tên
hand-over-unit-term = Làm điều phối viên trong bao lâu?
hand-over-unit-term-label = Thời hạn
hand-over-unit-code = Anh/chị chuyển mã này cho { $name }: { $code } (dùng một lần, đến { $until }), hoặc đường dẫn { $link }
    { $name } nhập mã và đồng ý thì là { $role } của { $place }; đến lúc đó anh/chị vẫn giữ vai.
hand-over-unit-left = Anh/chị thôi điều phối { $place }. Còn { $others }. Thời gian của anh/chị vẫn được ghi.
role-ends-stays = Hết thời hạn làm { $role } của { $place }, nhưng người bàn giao không còn ở đây. Anh/chị vẫn giữ vai; muốn chuyển thì nhắn "bàn giao điều phối".
role-ends-given-back = Hết thời hạn: { $name } lại là { $role } của { $place }.
role-ends-over = Hết thời hạn làm { $role } của { $place }. Cảm ơn anh/chị.

# Đổi tên, đóng đội
change-team-say = sửa đội, đổi tên đội, đóng đội, chuyển đội, gộp đội
change-team-what = Anh/chị muốn làm gì với đội này?
change-team-what-label = Việc
change-team-renamed = Đặt tên khác
change-team-closed = Đóng đội
change-team-team-name = Tên mới của đội, ví dụ: Đội hình phường Láng.
change-team-team-name-label = Tên mới
change-team-moved = Chuyển sang xã khác
change-team-merged = Gộp vào đội khác
change-team-commune = Đội chuyển về xã, phường nào? Gõ tên hoặc mã, ví dụ: Láng.
change-team-commune-label = Xã, phường
change-team-no-commune = Mình không thấy xã, phường nào tên "{ $said }" trong phạm vi anh/chị phụ trách.
change-team-unit = Chuyển về đơn vị nào?
change-team-unit-label = Đơn vị
change-team-into = Gộp vào đội nào trong cùng xã, phường?
change-team-into-label = Đội nhận
change-team-confirm = ✓ Đúng, làm ngay
change-team-summary = { $what ->
    [renamed] { $team } đổi tên thành { $name }, từ hôm nay
    [moved] { $team } chuyển về { $unit }; số liệu tính cho { $unit } từ { $day }
    [merged] Gộp { $team } vào { $into } từ hôm nay: mọi người thành tình nguyện viên của { $into }, { $team } đóng lại
   *[closed] Đóng { $team }: không ai vào ca, báo cáo cho đội được nữa, từ hôm nay
    }. Số liệu đã ghi giữ nguyên. Đúng chưa?
change-team-done = { $what ->
    [renamed] { $team } nay tên là { $name }.
    [moved] { $team } nay thuộc { $unit }; số liệu tính cho { $unit } từ { $day }. Muốn trả lại về sau thì chuyển về xã cũ.
    [merged] Đã gộp { $team } vào { $into }.
   *[closed] Đã đóng { $team }, mã vào đội hết tác dụng. Cần dùng lại thì nhắn "mở lại đội".
    } Số liệu đã ghi giữ nguyên.

# Tách đội
split-team-say = tách đội, chia đội, tách thành hai đội
split-team-team-name = Đội mới tên là gì? Ví dụ: Đội hình phường Láng 2.
split-team-team-name-label = Đội mới
split-team-who = Ai sang đội mới? Bấm từng tên rồi bấm Xong. Gõ cũng được, ví dụ: 1 3 5-9, hoặc: tất cả trừ 4.
split-team-who-typed = Ai sang đội mới? Gõ các số trong một tin, ví dụ: 1 3 5-9, hoặc: tất cả trừ 4.
split-team-who-label = Sang đội mới
split-team-summary = Tách { $team }: lập { $name }, { $count ->
    [0] chưa ai sang
   *[other] { $count } người sang ({ $names }{ $more ->
        [0] { "" }
       *[other] { " " }và { $more } người nữa
    })
    }, còn lại { $stay } người. Số liệu đã ghi ở lại { $team }. Đúng chưa?
split-team-done = Đã lập { $name }, { $count ->
    [0] chưa có ai
   *[other] { $count } người đã sang
    }.{ $led ->
    [yes] { "" }
   *[no] { " " }Đội mới chưa có đội trưởng, anh/chị cử một người nhé.
    }
split-team-confirm = ✓ Tách đội
split-team-leader = Cử đội trưởng
split-team-nobody = { $team } chưa có ai để tách. Anh/chị nhắn "lập đội" để lập đội mới.

# Mở lại đội đã đóng
reopen-team-say = mở lại đội, mở đội đã đóng, khôi phục đội, đội đã đóng
reopen-team-which = Anh/chị mở lại đội nào? ({ $count } đội đã đóng)
reopen-team-one = { $team } · { $unit } · đóng { $day }
reopen-team-none = Trong phạm vi anh/chị phụ trách không có đội nào đã đóng.
reopen-team-taken = Nơi này đang có một đội tên { $team }. Anh/chị đổi tên đội ấy trước rồi mở lại nhé.
reopen-team-done = { $team } hoạt động lại từ bây giờ, { $count ->
    [0] chưa có ai trong đội. Anh/chị lấy mã mới để mời mọi người vào.
   *[other] { $count } người trong đội. Mã cũ hết tác dụng, cần thì lấy mã mới.
    }

# Hoàn tác việc về đội
undo-team-done = { $what ->
    [renamed] Đội lại tên là { $was }.
    [moved] { $team } lại thuộc { $unit }.
    [merged] Đã bỏ gộp: { $team } hoạt động lại, ai nấy về đội cũ với vai cũ.
    [split] Đã bỏ tách: mọi người về { $team } với vai cũ, đội mới đóng lại.
    [reopened] { $team } đóng lại như trước.
   *[closed] { $team } hoạt động lại. Mã cũ hết tác dụng, cần thì lấy mã mới.
    }
undo-team-gone = Việc này không hoàn tác được nữa: có người đã đổi tiếp, hoặc không thuộc phạm vi anh/chị phụ trách.
undo-team-late = Chỉ hoàn tác được trong 10 phút đầu. Cần sửa thì anh/chị đổi lại bằng tay nhé.
undo-team-again = Sửa đội
