### Việc của đội trưởng, đội phó và điều phối viên. Xưng mình, gọi anh/chị.

unit-centre = Trung ương Đoàn
unit-named = { $kind ->
    [xa] Xã { $unit }
    [phuong] Phường { $unit }
    [dac_khu] Đặc khu { $unit }
    [tinh] Tỉnh { $unit }
    [thanh_pho] Thành phố { $unit }
   *[other] { $unit }
    }

leader-back = ← Đội
leader-also = , { $what }
leader-which = Anh/chị chọn đội ({ $count } đội):{ $many ->
    [yes] {" "}Tìm nhanh thì gõ tên sau lệnh, ví dụ: /doi đống đa
   *[no] {""}
    }
leader-more-teams = Xem thêm đội
leader-no-team = Anh/chị chưa phụ trách đội nào.
leader-not-found = Mình không thấy đội nào có tên đó trong các đội anh/chị phụ trách.

join-role-pending = Mình đã ghi anh/chị là { $role ->
    [leader] đội trưởng
   *[other] đội phó
    } của { $team }. Đội trưởng duyệt xong là dùng được.

# Bảng của đội
team-say = đội, đội của tôi, bảng đội, đội mình
team-board = { $team }
    { $unit } · { $campaign }
    { $members } thành viên, { $pending } người chờ duyệt, { $on_shift } người đang trực.
team-on-shift = Ai đang trực
team-newcomers = Duyệt người mới ({ $count })
team-schedule = Lịch trực
team-digest = Tổng hợp hôm nay
team-join-code = Mã vào đội
team-digest-hour = Giờ tổng hợp ({ $hour })
team-others = Đội khác
team-members = Thành viên
team-change-team = Sửa, đóng đội
team-split-team = Tách đội
team-new-team = Lập đội mới
team-reopen-team = Mở lại đội đã đóng

# Mã vào đội
join-code-say = mã vào đội, mã đội, mã mời, lấy mã, qr
inviting-then-type = { $link } rồi nhắn { $code }
join-code-shown = Mã vào { $team }: { $code }
    Dùng đến { $until }, còn { $left } lượt. Người mới gõ mã này cho mình, quét mã QR, hoặc mở một đường dẫn:
    { $links }
    Ai vào cũng phải chờ anh/chị duyệt. Lộ mã thì bấm "Thu hồi mã", mã hết tác dụng ngay.
join-code-picture = Mã QR của đường dẫn { $link }
join-code-new = Mã mới
join-code-revoke = Thu hồi mã
join-code-revoked = Đã thu hồi mã của { $team }, không ai vào bằng mã đó được nữa. Người đã vào vẫn ở trong đội.
join-code-deputy = Mời đội phó
join-code-leader = Mời đội trưởng
join-code-personal = Mã riêng mời { $role ->
    [leader] đội trưởng
   *[other] đội phó
    } của { $team }: { $code }
    Chỉ dùng một lần, đến { $until }. Anh/chị gửi riêng cho đúng người; người đó mở và đồng ý thì mới nhận vai.
    { $links }
join-code-back = Thu hồi mã riêng
join-code-taken-back = Đã thu hồi các mã riêng chưa dùng của { $team }.

# Ai đang trực
on-shift-say = ai đang trực, đang trực, ai trực, ai có mặt
on-shift-now = { $team }, lúc { $time }: { $count ->
    [0] chưa có ai đang trực.
   *[other] { $count } người đang trực, có chứng thực { $proven }/{ $count }.
    }
on-shift-one = { $name }, từ { $since }{ $place } ({ $proof }){ $pending ->
    [yes] {" "}(chờ duyệt)
   *[no] {""}
    }
on-shift-gone = Hôm nay đã trực xong { $count } người: { $names }.
on-shift-again = Xem lại

# Duyệt người mới
newcomers-say = duyệt, duyệt người mới, người mới, chờ duyệt
newcomers-none = { $team } không có ai chờ duyệt.
newcomers-who = { $count } người chờ duyệt vào { $team }. Anh/chị duyệt cả, hoặc chọn từng người.{ $matched ->
    [0] {""}
   *[other] {" "}Duyệt cả thì mình khớp luôn với danh sách: { $pairs }.
    }
newcomers-is = Nhận, là "{ $name }" trong danh sách
newcomers-who-label = Người mới
newcomers-all = Duyệt cả { $count } người
newcomers-verdict = { $name } xin vào { $team } từ { $since }, { $reports ->
    [0] chưa báo cáo gì
   *[other] đã gửi { $reports } báo cáo đang chờ
    }. Anh/chị có nhận không? Không nhận thì giờ trực và báo cáo ấy không được tính.
newcomers-verdict-label = Quyết định
newcomers-accept = Nhận
newcomers-refuse = Không nhận
newcomers-accepted = Đã nhận { $count } người: { $names }.{ $matched ->
    [0] {""}
   *[other] {" "}Khớp { $matched } tên trong danh sách.
    }{ $reports ->
    [0] {""}
   *[other] {" "}{ $reports } báo cáo chờ nay đã tính.
    }
newcomers-refused = Không nhận { $name }. Giờ trực và báo cáo chờ của người này không được tính.
newcomers-decided = Người này đã được duyệt hoặc đã rời đội rồi.
newcomers-more = Duyệt tiếp ({ $count })
newcomer-accepted = Đội trưởng đã duyệt: bạn là thành viên của { $team }. Những gì bạn đã ghi nay được tính.
newcomer-refused = Đội trưởng chưa nhận bạn vào { $team }, nên những gì bạn đã ghi không được tính. Nếu là nhầm, bạn hỏi lại đội trưởng rồi gõ mã vào đội lần nữa.

# Giờ tổng hợp
digest-hour-say = giờ tổng hợp, đổi giờ tổng hợp, hẹn giờ tổng hợp
digest-hour-hour = Tổng hợp của { $team } đang gửi lúc { $now }. Anh/chị muốn nhận lúc mấy giờ? Ví dụ: 18h, 19h30.
digest-hour-hour-label = Giờ tổng hợp
digest-hour-quiet = Từ 21h đến 6h30 mình không nhắn cho ai. Anh/chị chọn giờ khác, ví dụ: 20h30.
digest-hour-done = Từ giờ, tổng hợp của { $team } gửi lúc { $hour }.

# Lịch trực
schedule-say = lịch, lịch trực, xem lịch, lịch tuần, ca trực
schedule-head = Lịch trực 7 ngày tới{ $team }
schedule-none = Lịch trực 7 ngày tới{ $team }: chưa có ca nào.
schedule-head-then = Lịch trực { $first }–{ $last }{ $team }
schedule-none-then = Lịch trực { $first }–{ $last }{ $team }: chưa có ca nào.
schedule-before = ‹ Tuần trước
schedule-after = Tuần sau ›
schedule-day = { $day }
schedule-shift = · { $times }{ $place }{ $needed ->
    [0] {""}
   *[other] , cần { $needed } người
    }{ $coming ->
    [0] {""}
   *[other] , đã có { $coming }
    }{ $team }
schedule-add = Thêm ca
schedule-move = Sửa ca
schedule-drop = Bỏ ca

# Lập đội, chiến dịch
new-team-say = lập đội, lập đội mới, tạo đội, thêm đội, đội mới
new-team-no-campaign = Chưa có chiến dịch nào đang chạy để lập đội. Anh/chị mở chiến dịch trước.
new-team-campaign-first = Mở chiến dịch
new-team-province = Đội làm ở tỉnh, thành phố nào?
new-team-province-label = Tỉnh, thành phố
new-team-which-province = { $count ->
    [0] Mình chưa tìm thấy tỉnh, thành phố này. Anh/chị gõ lại tên, ví dụ: Nghệ An.
   *[other] Có mấy nơi giống tên này: { $names }. Anh/chị gõ rõ hơn.
    }
new-team-elsewhere = Xã, phường anh/chị đã gõ không có ở đó. Muốn đổi tỉnh thì gõ "huỷ" rồi lập lại từ đầu.
new-team-commune = Đội làm ở xã, phường nào? Gõ tên, có dấu hay không đều được, tên cũ cũng được, ví dụ: đống đa.
new-team-commune-label = Xã, phường (gõ lại)
new-team-no-commune = Mình chưa tìm thấy xã, phường nào giống "{ $said }". Anh/chị gõ lại tên, ví dụ: Đống Đa.
new-team-unit = { $count ->
    [0] Đội làm ở đơn vị nào?
    [1] Có phải nơi này không? Không phải thì bấm "Lùi" rồi gõ lại.
   *[other] Có mấy nơi giống tên này, anh/chị chọn một:
    }
new-team-unit-label = Đơn vị
new-team-formerly = { $unit } (trước là { $via })
new-team-team-name = Tên đội là gì? Ví dụ: Đội Áo Xanh phường Đống Đa.
new-team-team-name-label = Tên đội
new-team-taken = Nơi này đã có một đội tên như vậy. Anh/chị đặt tên khác để khỏi nhầm.
new-team-campaign = Đội thuộc chiến dịch nào?
new-team-campaign-label = Chiến dịch
new-team-exercise = { $title } (tập)
new-team-summary = Lập đội:
    { $team }
    { $unit }
    Chiến dịch: { $campaign }
    Đúng chưa ạ?
new-team-done = Đã lập { $team }. Mã riêng cho đội trưởng: { $code }
    Chỉ dùng một lần, đến { $until }. Anh/chị gửi riêng cho đội trưởng; người đó mở và đồng ý thì mới nhận vai.
    { $links }
new-team-board = Xem đội
new-team-again = Lập đội nữa
new-team-not-yours = Đơn vị hoặc chiến dịch này không thuộc phạm vi của anh/chị nữa. Anh/chị làm lại từ đầu nhé.

campaign-say = chiến dịch, mở chiến dịch, tạo chiến dịch, chiến dịch mới
campaign-title = Chiến dịch tên là gì? Ví dụ: Xuân tình nguyện 2027.
campaign-title-label = Tên
campaign-starts = Bắt đầu ngày nào? Ví dụ: mai, 1/12.
campaign-starts-label = Bắt đầu
campaign-ends = Kết thúc ngày nào? Ví dụ: 31/1/2027.
campaign-ends-label = Kết thúc
campaign-exercise = Đây có phải chiến dịch tập không? Tập thì mọi việc vẫn chạy nhưng không tính số liệu.
campaign-exercise-label = Chỉ để tập
campaign-taken = Đã có chiến dịch tên này. Anh/chị đặt tên khác.
campaign-order = Ngày kết thúc phải từ ngày bắt đầu trở đi. Anh/chị gõ lại.
campaign-over = Ngày kết thúc đã qua. Anh/chị gõ một ngày tới, ví dụ: 31/1/2027.
campaign-summary = Mở chiến dịch:
    { $lines }
    Đúng chưa ạ?
campaign-done = Đã mở chiến dịch { $title }, { $first }–{ $last }.

# Mở trên web
web-say = web, mở web, trang web, mở trên web
web-link = Mở đường dẫn này để vào trang web bằng chính tài khoản của bạn:
    { $link }
    Chỉ dùng một lần, trong { $minutes } phút. Đừng chuyển cho ai: ai mở cũng vào được bằng tên bạn.
