### Danh sách đội: điểm danh hộ, khách, tên chờ vào đội.

team-tick = Điểm danh hộ
team-presence-code = Mã điểm danh
tick-say = điểm danh hộ, điểm danh cả đội, điểm danh đội, tích tên, chấm ca
tick-shift = Điểm danh hộ cho ca nào của { $team }?
tick-shift-label = Ca
tick-who = { $team }, { $shift }: ai có mặt? Bấm từng tên rồi bấm Xong. Gõ cũng được, ví dụ: 1 3 5-9, hoặc: tất cả trừ 4.{ $sure ->
    [0] {""}
   *[other] {" "}Đã xác nhận { $sure } người.
    }
tick-who-typed = { $team }, { $shift }: ai có mặt? Gõ các số trong một tin, ví dụ: 1 3 5-9, hoặc: tất cả trừ 4.{ $sure ->
    [0] {""}
   *[other] {" "}Đã xác nhận { $sure } người.
    }
tick-who-label = Có mặt
tick-nobody = { $team } không còn ai trong danh sách cần điểm danh cho ca này. Có người ngoài danh sách thì bấm "Thêm khách".
tick-nobody-typed = { $team } không còn ai trong danh sách cần điểm danh cho ca này. Có người ngoài danh sách thì gõ "thêm khách".
tick-guests = Thêm khách
tick-over = Ca này đã qua lâu rồi. Anh/chị mở lại "điểm danh hộ" nhé.
tick-done = { $shift }: { $added ->
    [0] {""}
   *[other] đã ghi { $added } người có mặt, tính từ { $since }.
    }{ $confirmed ->
    [0] {""}
   *[other] {" "}Đã xác nhận { $confirmed } người tự vào ca.
    }{ $missing ->
    [0] {""}
   *[other] {" "}Chưa thấy { $missing }: { $names }.
    }
tick-unclear = Mình chưa rõ "{ $names }" là ai. Anh/chị chọn trong danh sách nhé.
tick-confirmed = Đã xác nhận { $count } người đang trực.
tick-confirmed-all = Ai đang trực anh/chị cũng đã xác nhận rồi.
tick-undone = Đã bỏ lần điểm danh đó, không ghi gì cả.

on-shift-confirm = Xác nhận { $count } người

guests-say = khách, thêm khách, ghi khách, người ngoài danh sách
guests-shift-label = Ca
guests-who = Khách đến giúp { $shift }: có mấy người? Gõ số, hoặc gõ tên cách nhau bằng dấu phẩy, ví dụ: 3, hoặc: Bình, Hoa.
guests-who-label = Khách
guests-wrong = Mình cần một số từ 1 đến { $most }, hoặc các tên. Ví dụ: 3, hoặc: Bình, Hoa.
guests-one = Khách { $number }
guests-done = Đã ghi { $count } khách có mặt, { $shift }.

team-expected = Danh sách tên
expected-say = danh sách tên, dán tên, nhập tên, thêm tên, danh sách đội
expected-names = Anh/chị dán tên các bạn trong đội, mỗi dòng một tên, như trong nhóm Zalo cũng được. Ví dụ:
    1. Nguyễn Văn An
    2. Bé Na
expected-names-label = Tên
expected-no-names = Mình chưa đọc được tên nào. Mỗi dòng một tên, ví dụ: Nguyễn Văn An.
expected-no-news = Các tên này đã có trong đội hoặc trong danh sách rồi.
expected-summary = Mình đọc được { $count } tên cho { $team }:
    { $names }{ $left ->
    [0] {""}
   *[other] {"\u000A"}Mỗi lần mình nhận 60 tên; còn { $left } tên, anh/chị dán tiếp sau nhé.
    }{ $known ->
    [0] {""}
   *[other] {"\u000A"}{ $known } tên đã có sẵn nên mình không thêm.
    }{ $unread ->
    [0] {""}
   *[other] {"\u000A"}{ $unread } dòng mình chưa đọc được: { $lines }
    }
expected-done = Đã ghi { $count } tên vào danh sách của { $team }. Anh/chị chuyển tin này vào nhóm:
expected-codes = Mã của những bạn chưa vào { $team }. Anh/chị chuyển tin này vào nhóm:
expected-how = Mời các bạn vào đội: mở { $links } rồi gõ mã bên cạnh tên mình, dùng đến { $until }. Mã của ai người ấy dùng, vào là xong, không phải chờ duyệt.
expected-board = Danh sách của { $team }: { $count } tên, { $joined } đã vào đội.{ $waiting ->
    [0] {""}
   *[other] {" "}Chưa vào { $waiting }: { $names }.
    }
expected-add = Dán thêm tên
expected-resend = Mã cho người chưa vào
expected-drop = Bỏ tên
expected-undone = Đã bỏ { $count } tên vừa thêm; mã của các tên đó không dùng được nữa.
expected-back = ← Danh sách tên

unlist-say = bỏ tên, xoá tên, xóa tên
unlist-nobody = Danh sách của { $team } không còn tên nào chưa vào đội.
unlist-who = Bỏ tên nào khỏi danh sách của { $team }? Bấm từng tên rồi bấm Xong. Gõ cũng được, ví dụ: 1 3 5-9.
unlist-who-typed = Bỏ tên nào khỏi danh sách của { $team }? Gõ các số trong một tin, ví dụ: 1 3 5-9.
unlist-who-label = Tên
unlist-done = Đã bỏ { $count } tên; mã của các tên đó không dùng được nữa. Giờ đã ghi cho các bạn ấy vẫn giữ.
