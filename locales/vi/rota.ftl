### Xếp lịch trực, sửa, dời, bỏ ca, mẫu lịch, nơi trực. Xưng mình, gọi anh/chị.

weekday = { $day ->
    [0] T2
    [1] T3
    [2] T4
    [3] T5
    [4] T6
    [5] T7
   *[other] CN
    }

plan-say = xếp lịch, lên lịch, xếp lịch trực, thêm ca, xếp ca, tạo ca, thêm ca trực, lịch mới
plan-which = Xếp lịch cho đội nào?
plan-which-label = Đội
plan-sheet = Anh/chị gõ lịch, ví dụ: T2–T6 7h30–11h30, 6 người, Một cửa phường Đống Đa, đến 31/12.
plan-sheet-label = Gõ lại cả lịch
plan-days = Trực những ngày nào? Gõ như anh/chị vẫn viết, ví dụ: T2–T6 tuần sau; thứ 3, thứ 5 đến 31/12; 28/11.
plan-days-label = Ngày
plan-day-tomorrow = Ngày mai
plan-day-this-week = T2–T6 tuần này
plan-day-next-week = T2–T6 tuần sau
plan-day-weekend = T7 và CN này
plan-hours = Trực giờ nào? Mấy ca thì gõ cả, ví dụ: sáng, chiều; hoặc 7h30–9h30, 9h30–11h30.
plan-hours-label = Giờ
plan-hour-morning = Ca sáng { $hours }
plan-hour-afternoon = Ca chiều { $hours }
plan-hour-both = Sáng và chiều
plan-hour-whole = Cả ngày { $hours }
plan-hour-evening = Ca tối { $hours }
plan-place = Trực ở đâu?
plan-place-label = Nơi trực
plan-place-skip = Chưa rõ
plan-elsewhere = Nơi khác
plan-place-name = Tên nơi trực là gì? Ví dụ: Nhà văn hóa tổ 5.
plan-place-name-label = Tên nơi trực
plan-needed = Mỗi ca cần bao nhiêu người? Chưa rõ thì bỏ qua.
plan-needed-label = Số người
plan-needed-skip = Chưa rõ
plan-holidays-too = Ngày lễ có trực không?
plan-holidays-too-label = Trực cả ngày lễ
plan-line = · { $days }, { $hours }{ $place }{ $needed ->
    [0] {""}
   *[other] , cần { $needed } người
    }{ $several ->
    [days] : { $count } ca, { $first }–{ $last }
    [hours] : { $count } ca
   *[no] {""}
    }
plan-every-day = mọi ngày
plan-more-lines = … và { $count } dòng nữa.
plan-holidays = Bỏ qua ngày nghỉ: { $days }.
plan-holidays-how = Vẫn trực thì thêm "kể cả ngày lễ".
plan-worked = Tính cả ngày làm bù: { $days }.
plan-feasts = { $days } là ngày nghỉ; mình vẫn xếp vì anh/chị ghi rõ ngày.
plan-past = Đã qua giờ nên bỏ: { $days }.
plan-far = Mình chỉ xếp trước { $days } ngày, đến { $last }.
plan-open = Chưa ghi đến ngày nào nên mình xếp đến { $last }.
plan-same = Đã có { $count } ca cùng giờ, cùng nơi nên mình không xếp lại: { $days }.
plan-crossing = Chồng giờ với ca đã có ở cùng nơi: { $days }.
plan-new-place = Nơi mới: { $places }.
plan-unknown = Mình chưa hiểu: { $pieces }. Cần thì gõ lại cả lịch, ví dụ: T2–T6 7h30–11h30, 6 người, Một cửa, đến 31/12.
plan-summary = Xếp lịch cho { $team }, { $count } ca:
    { $lines }
    { $unknown }Đúng chưa ạ?
plan-nothing = Không có ca nào để xếp.
    { $reasons }
plan-example = Anh/chị gõ lại, ví dụ: T2–T6 tuần sau, sáng, 6 người, Một cửa.
plan-too-many = Lịch này có { $count } ca, mình xếp một lần nhiều nhất { $most } ca. Anh/chị chọn ngày kết thúc gần hơn, ví dụ: đến 31/12.
plan-done = Đã xếp { $count } ca cho { $team }:
    { $lines }
plan-change = Sửa ca đã xếp
plan-again = Xếp thêm

undo-shifts-say = hoàn tác lịch, hoàn tác ca, hoàn tác xếp lịch
undo-shifts-gone = Việc này hoàn tác rồi, hoặc không phải do anh/chị làm.
undo-shifts-planned = Đã bỏ { $count } ca vừa xếp.{ $left ->
    [0] {""}
   *[other] {" "}{ $left } ca đã có người sửa nên mình để nguyên.
    }
undo-shifts-moved = Đã đưa ca về như cũ.
undo-shifts-cancelled = Đã giữ lại { $count } ca.{ $left ->
    [0] {""}
   *[other] {" "}{ $left } ca đã có người sửa nên mình để nguyên.
    }

# Chọn ca
shifts-all = Tất cả { $count } ca
shifts-keep = Giữ nguyên
shifts-more = … và { $count } ca nữa.
shifts-from-to = { $count } ca, từ { $first } đến { $last }
shifts-none-then = Ngày đó đội không có ca nào sắp tới. Anh/chị chọn ngày khác, ví dụ: thứ bảy, 28/11.
shifts-cancelled = { $count ->
    [1] Ca trực của { $team } đã huỷ, bạn không cần đến:
   *[other] { $count } ca trực của { $team } đã huỷ, bạn không cần đến:
    }
    { $lines }
shifts-moved = { $count ->
    [1] Ca trực của { $team } có thay đổi:
   *[other] { $count } ca trực của { $team } có thay đổi:
    }
    { $lines }
shifts-kept = { $count ->
    [1] Ca trực này của { $team } vẫn diễn ra như cũ:
   *[other] { $count } ca trực này của { $team } vẫn diễn ra như cũ:
    }
    { $lines }
shifts-taken-back = { $count ->
    [1] Ca trực của { $team } không còn nữa, bạn không cần đến:
   *[other] { $count } ca trực của { $team } không còn nữa, bạn không cần đến:
    }
    { $lines }

# Bỏ ca
drop-shift-say = bỏ ca, xóa ca, xoá ca, huỷ ca, hủy ca, bỏ ca trực
drop-shift-none = { $team } chưa có ca nào sắp tới để bỏ.
drop-shift-day = Bỏ ca của ngày nào? Chọn, hoặc gõ ngày, ví dụ: 28/11; T2–T6 tuần sau.
drop-shift-day-label = Ngày
drop-shift-shift = Bỏ ca nào?
drop-shift-shift-label = Ca
drop-shift-how = Bỏ { $shifts }.{ $people ->
    [0] {""}
   *[other] {" "}Mình sẽ báo ngay cho { $people } người.
    } Anh/chị chắc chứ?
drop-shift-how-label = Chắc chắn
drop-shift-one = { $count ->
    [1] Bỏ ca này
   *[other] Bỏ cả { $count } ca
    }
drop-shift-rest = Bỏ ca này và các ca sau cùng lịch ({ $count } ca)
drop-shift-done = Đã bỏ { $shifts }.{ $people ->
    [0] {""}
   *[other] {" "}Đã báo cho { $people } người.
    }
drop-shift-kept = Ca vẫn giữ nguyên.
drop-shift-gone = Ca này đã bỏ hoặc đã bắt đầu rồi.

# Sửa, dời ca
move-shift-say = sửa ca, đổi giờ ca, chuyển ca, sửa ca trực, sửa giờ ca
move-shift-none = { $team } chưa có ca nào sắp tới để sửa.
move-shift-day = Sửa ca của ngày nào? Chọn, hoặc gõ ngày, ví dụ: thứ bảy, 28/11.
move-shift-day-label = Ngày
move-shift-shift = Sửa ca nào?
move-shift-shift-label = Ca
move-shift-what = Đổi gì?
move-shift-what-label = Đổi gì
move-shift-what-hours = Giờ
move-shift-what-day = Ngày
move-shift-what-place = Nơi trực
move-shift-what-needed = Số người cần
move-shift-hours = Đổi sang giờ nào? Ví dụ: 8h–11h; chiều.
move-shift-hours-label = Giờ mới
move-shift-to-day = Dời sang ngày nào? Ví dụ: mai, thứ bảy, 28/11.
move-shift-to-day-label = Ngày mới
move-shift-place = Chuyển đến đâu?
move-shift-place-label = Nơi mới
move-shift-place-name = Tên nơi trực là gì? Ví dụ: Nhà văn hóa tổ 5.
move-shift-place-name-label = Tên nơi trực
move-shift-needed = Ca này cần bao nhiêu người?
move-shift-needed-label = Số người cần
move-shift-how = Đổi { $before }
    thành { $after }{ $needed ->
    [0] {""}
   *[other] , cần { $needed } người
    }.{ $people ->
    [0] {""}
   *[other] {" "}Mình sẽ báo ngay cho { $people } người.
    } Đúng chưa ạ?
move-shift-how-label = Đúng chưa
move-shift-one = Đổi ca này
move-shift-rest = Đổi cả các ca sau cùng lịch ({ $count } ca)
move-shift-one-time = Một ca chỉ có một giờ. Ví dụ: 8h–11h.
move-shift-past = Giờ đó đã qua. Anh/chị chọn giờ khác hoặc ngày khác.
move-shift-far = Ngày đó xa quá { $days } ngày. Anh/chị xem lại, ví dụ: thứ bảy.
move-shift-same = Đội đã có một ca cùng ngày, cùng giờ, cùng nơi ấy. Anh/chị chọn khác đi.
move-shift-kept = Ca vẫn giữ nguyên.
move-shift-done = Đã đổi thành { $after }{ $needed ->
    [0] {""}
   *[other] , cần { $needed } người
    }.{ $people ->
    [0] {""}
   *[other] {" "}Đã báo cho { $people } người.
    }

# Tuần mẫu
copy-week-say = tuần sau như tuần này, chép lịch, chép tuần, lặp lại tuần này, dùng lại lịch tuần này, tuần tới như tuần này
copy-week-source = Lấy lịch nào?
copy-week-source-label = Lấy từ
copy-week-onto = Xếp cho tuần nào?
copy-week-onto-label = Cho tuần
copy-week-this-week = Tuần này
copy-week-next-week = Tuần sau
copy-week-one = Tuần { $first }–{ $last }
copy-week-four = { $count } tuần { $first }–{ $last }
copy-week-empty = Tuần này { $team } chưa có ca nào để chép. Anh/chị xếp một tuần trước, ví dụ: T2–T6 sáng, 6 người, Một cửa.
copy-week-summary = Xếp lịch cho { $team } theo "{ $source }". { $onto }, { $count } ca:
    { $lines }
    Đúng chưa ạ?
keep-week-say = lưu mẫu, lưu lịch mẫu, lưu tuần này, lưu mẫu lịch
keep-week-week = Lưu tuần nào thành mẫu?
keep-week-week-label = Tuần
keep-week-this-week = Tuần này ({ $count } ca)
keep-week-next-week = Tuần sau ({ $count } ca)
keep-week-title = Mẫu này tên là gì? Ví dụ: Tuần thường.
keep-week-title-label = Tên mẫu
keep-week-empty = { $team } chưa có ca nào trong tuần này và tuần sau để lưu. Anh/chị xếp một tuần trước.
keep-week-full = Đội đã có { $most } mẫu, nhiều nhất rồi. Anh/chị xoá bớt một mẫu.
keep-week-done = Đã lưu mẫu "{ $name }", { $count } ca một tuần.
rota-templates-say = mẫu lịch, lịch mẫu, mẫu tuần, các mẫu lịch, dùng mẫu
rota-templates = Mẫu lịch
rota-templates-head = Mẫu lịch của { $team }:
rota-templates-none = { $team } chưa có mẫu lịch nào. Xếp xong một tuần vừa ý thì lưu lại để lần sau dùng.
rota-template-line = · { $name }: { $count } ca một tuần
rota-template-use = Dùng mẫu này
rota-template-use-one = Dùng "{ $name }"
rota-template-drop = Xoá "{ $name }"
rota-template-drop-ask = Xoá mẫu "{ $name }"? Các ca đã xếp vẫn giữ nguyên.
rota-template-drop-sure = Xoá mẫu
rota-template-dropped = Đã xoá mẫu "{ $name }".
rota-template-gone = Mẫu này không còn nữa.
rota-copy-week = Tuần sau như tuần này
rota-keep-week = Lưu tuần này

# Nơi trực
place-centre = Trung tâm Phục vụ hành chính công
place-one-stop = Bộ phận Một cửa
place-village-hall = Nhà văn hóa thôn, tổ dân phố
place-home = Tận nhà
place-market = Chợ
place-mobile = Điểm lưu động
place-remote = Qua điện thoại, Zalo
team-places = Nơi trực
places-say = nơi trực, các nơi trực, điểm trực, địa điểm, thêm nơi trực
places-new-say = thêm điểm trực, thêm điểm mới, thêm nơi mới, thêm nơi trực mới, thêm điểm trực mới, thêm địa điểm
places-which = { $count ->
    [0] { $team } chưa có nơi trực nào. Anh/chị thêm một nơi.
   *[other] { $team } có { $count } nơi trực. Chọn một nơi để sửa, hoặc thêm nơi mới.
    }
places-which-label = Nơi trực
places-new = Thêm nơi mới
places-what = { $name }. Anh/chị muốn làm gì?
places-what-label = Việc
places-do-mode = Chọn kiểu nơi
places-do-rename = Đổi tên
places-mode = Đây là kiểu nơi nào?
places-do-close = Thôi dùng nơi này
places-title = Tên nơi trực là gì? Ví dụ: Nhà văn hóa tổ 5.
places-title-label = Tên
places-mode-label = Kiểu nơi
places-noted = Thêm nơi trực: { $name }.
places-taken = Đội đã có nơi trực tên này. Anh/chị đặt tên khác để khỏi nhầm.
places-saved = Đã ghi nơi trực: { $name }.
places-closed = Từ giờ không dùng { $name } nữa; ca đã xếp ở đó vẫn giữ.
places-opened = Đã dùng lại { $name }.
places-gone = Nơi này không còn trong danh sách nữa.
