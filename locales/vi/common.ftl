### Lời dùng ở mọi nơi. Mình = bot, bạn = tình nguyện viên.

# Các nút cố định và những cách gõ khác của chúng
word-yes = Có
word-yes-say = có, ừ, ok, vâng, dạ, đúng, uh, yes, y, oke, 👍, 👌
word-no = Không
word-no-say = không, ko, k, hông, no, n
word-skip = Bỏ qua
word-skip-say = bỏ qua, bỏ, qua, skip
word-back = ← Lùi
word-back-say = lùi, lui, quay lại, trở lại, back
word-cancel = ✕ Huỷ
word-cancel-say = huỷ, hủy, thôi, dừng lại, cancel, stop
word-done = Xong
word-done-say = xong, hết, hết rồi, done
word-everyone = Chọn tất cả
word-everyone-say = chọn tất cả, chọn hết
word-confirm = ✓ Đúng, ghi lại
word-confirm-say = đúng, ok, ghi, ghi lại, xác nhận, lưu, yes, vâng, dạ, ừ, chuẩn, chính xác, oke, 👍, 👌
word-edit = Sửa
word-edit-say = sửa, chỉnh, edit
word-minus-1 = −1
word-minus-1-say = -1
word-plus-1 = +1
word-plus-1-say = +1
word-plus-5 = +5
word-plus-5-say = +5
word-plus-10 = +10
word-plus-10-say = +10

# Thực đơn
menu-open = Mở thực đơn
menu-join = Vào đội bằng mã
menu-check-in = Vào ca
menu-check-out = Ra ca
menu-report = Báo cáo
menu-difficulty = Báo khó khăn
menu-faq = Hỏi đáp
menu-my-records = Việc của tôi
menu-help = Thực đơn
menu-language = Ngôn ngữ · Language
menu-team = Đội của tôi
menu-digest = Tổng hợp hôm nay
menu-schedule = Lịch trực
menu-new-team = Lập đội mới
menu-web = Mở trên web
menu-cases = Khó khăn cần gỡ
menu-call-help = Cần hỗ trợ
menu-models = Mô hình hay
undo = Hoàn tác

exercise-mark = [TẬP, không tính số liệu]

# Điền từng bước
form-so-far = Đang có: { $counts }
form-tally-options = Các việc: { $options }.
form-cursor = Đang đếm: { $item }. Bấm −/+ hoặc gõ số.
form-cursor-typed = Đang đếm: { $item }. Bạn gõ số.
form-edit-which = Bạn muốn sửa mục nào?
aside-unsure = Câu hỏi này mình chưa trả lời chắc được. Xong việc đang dở bạn hỏi lại, mình tìm kỹ hơn nhé.
form-changed = Mẫu này vừa được cập nhật; mình giữ lại những gì còn khớp.
form-gone = Bước này không còn nữa. Bạn mở lại từ thực đơn nhé.
step-over = Bước này đã xong.
cancelled = Đã huỷ, chưa ghi gì cả.
cancelled-kept = Đã thôi sửa, báo cáo trước giữ nguyên.
nod = Vâng, có gì bạn cứ nhắn nhé.
nothing-to-cancel = Hiện không có gì để huỷ. Gõ "menu" để xem việc làm được; muốn mình thôi nhắn thì gõ "dừng".
nothing-to-go-back = Hiện không có bước nào để lùi. Gõ "menu" để xem việc làm được.
button-old = Nút này đã cũ. Gõ "menu" để bắt đầu lại.
undo-too-late = Chỉ hoàn tác được trong 10 phút đầu. Cần sửa thì nhắn đội trưởng nhé.

# Điền sai: nói quy tắc và ví dụ
wrong-choice = Mình chưa khớp được lựa chọn nào. Bạn bấm một nút, hoặc gõ số thứ tự, ví dụ: 1.
wrong-choice-typed = Mình chưa khớp được lựa chọn nào. Bạn gõ số thứ tự hoặc chữ trong danh sách, ví dụ: 1.
wrong-many = Mình chưa khớp được mục nào. Bạn bấm từng mục rồi bấm Xong, ví dụ gõ: 2, rồi xong.
wrong-many-whole = Mình chưa khớp được tên nào. Bạn bấm từng tên rồi bấm Xong; hoặc gõ số, ví dụ: 1 3 5-9, tất cả, tất cả trừ 4.
wrong-many-whole-typed = Mình chưa khớp được tên nào. Bạn gõ các số, ví dụ: 1 3 5-9, tất cả, tất cả trừ 4.
wrong-many-typed = Mình chưa khớp được mục nào. Bạn gõ các số, rồi xong, ví dụ: 2, 5 rồi xong.
wrong-tally = Mình chưa đọc được số. Bạn gõ số kèm việc, ví dụ: 5 vneid 2 dvc (mỗi mục tối đa { $max }).
wrong-yes-no = Bạn trả lời "có" hoặc "không" nhé.
wrong-number = Cần một số từ { $min } đến { $max }, ví dụ: 7.
wrong-text-short = Cần ít nhất { $min } ký tự, ví dụ: mạng chập chờn từ 9h.
wrong-text-long = Dài quá rồi, tối đa { $max } ký tự. Bạn viết gọn lại giúp mình.
wrong-name-empty = Bạn cho mình một cái tên, ví dụ: Mai Anh.
wrong-name-long = Tên dài quá { $max } chữ. Bạn viết ngắn hơn, ví dụ: Nguyễn Thị Mai Anh.
wrong-name-marks = Tên có ký tự lạ. Bạn chỉ dùng chữ thường, ví dụ: Mai Anh.
wrong-name-link = Tên không chứa đường dẫn hay @. Ví dụ: Mai Anh.
wrong-name-digits = Tên không thể chỉ toàn số. Ví dụ: Mai Anh.
wrong-code = Mã vào đội có { $length } chữ và số, ví dụ: BK7M-2QXA. Bạn xem lại trong tin của đội trưởng.
wrong-day = Mình chưa đọc được ngày. Ví dụ: hôm nay, thứ bảy, 22/11.
wrong-days = Mình chưa đọc được ngày trực. Ví dụ: T2–T6 tuần sau; thứ 3, thứ 5 đến 31/12; 28/11.
wrong-stretch = Mình chưa đọc được giờ. Ví dụ: 12h15, hoặc 7h30-12h.
wrong-hours = Mình chưa đọc được giờ trực. Ví dụ: sáng, chiều; 7h30–11h30.
wrong-time = Mình chưa đọc được giờ. Ví dụ: 7h30.
wrong-photo = Bước này cần một tấm ảnh.
wrong-required = Mục này cần có. Bạn trả lời giúp mình nhé.
wrong-summary = Bạn bấm nút có dấu ✓, "Sửa" hoặc "Huỷ" nhé.
wrong-summary-typed = Bạn gõ "đúng", "sửa" hoặc "huỷ" nhé.
wrong-edit = Bạn chọn một mục trong danh sách, ví dụ gõ: 1.

# Tin không dùng được
edited = Mình không đọc tin đã sửa. Bạn nhắn lại một tin mới nhé.
forwarded = Mình không nhận tin chuyển tiếp. Bạn gõ lại bằng lời của mình nhé.
too-long = Tin dài quá, mình chỉ đọc đến 2.000 ký tự. Bạn gửi gọn hơn nhé.
unknown-command = Mình không có lệnh này. Gõ "menu" để xem việc làm được.
group-private = Mình chỉ làm việc trong tin nhắn riêng, để giữ kín thông tin của bạn.
unsupported-photo = Mình không nhận ảnh. Bạn gõ bằng chữ giúp mình, và đừng gửi ảnh giấy tờ của người dân.
unsupported-voice = Mình chưa nghe được tin thoại. Bạn gõ bằng chữ giúp mình nhé.
unsupported-sticker = Nhãn dán dễ thương đấy, nhưng mình chỉ đọc được chữ. Gõ "menu" để xem việc làm được.
unsupported-file = Mình không nhận tệp. Bạn gõ bằng chữ giúp mình nhé.
unsupported-contact = Mình không nhận danh thiếp, để không giữ số điện thoại của ai.
unsupported-place = Mình chưa cần vị trí ở bước này và không lưu lại.
unsupported-withheld = Zalo không chuyển nội dung tin vừa rồi cho mình (đường dẫn, tệp, vị trí). Bạn gõ bằng chữ, không kèm đường dẫn nhé.
unsupported-other = Mình chỉ đọc được chữ. Gõ "menu" để xem việc làm được.
not-understood = Mình chưa hiểu ý bạn, và câu này cũng chưa có trong phần hỏi đáp. Bạn chọn một việc dưới đây, hoặc hỏi đội trưởng nhé.
not-understood-lead = Mình chưa rõ ý anh/chị. Có phải một trong các việc này không?
not-understood-stranger = Mình chưa hiểu ý bạn. Có mã vào đội thì gõ mã, ví dụ: BK7M-2QXA. Muốn hỏi về VNeID hay dịch vụ công thì cứ gõ câu hỏi.
not-allowed = Việc này dành cho người phụ trách đội. Gõ "menu" để xem việc bạn làm được.
no-team = Bạn chưa ở đội nào nên chưa làm được việc này. Có mã vào đội thì gõ mã, ví dụ: BK7M-2QXA.
team-gone = Đội này không còn hoạt động hoặc bạn đã rời đội. Gõ "menu" để xem việc khác.
slow = Mình đang xử lý chậm, tin của bạn đã được giữ. Bạn chờ mình chút nhé.
flood = Bạn gửi dồn dập quá nên mình phải bỏ qua một số tin vừa rồi. Bạn chờ khoảng mười giây rồi gửi lại nhé.
outage-over = (Kênh này gián đoạn { $days ->
    [same] từ { $since } đến { $until }
   *[more] từ { $since } ngày { $since_day } đến { $until } ngày { $until_day }
    }, tin của bạn mình giữ đủ.)
outage-ours-over = (Mình tạm nghỉ { $days ->
    [same] từ { $since } đến { $until }
   *[more] từ { $since } ngày { $since_day } đến { $until } ngày { $until_day }
    } nên trả lời chậm, mong bạn thông cảm. Tin nào gửi lúc ấy mà chưa thấy trả lời thì bạn nhắn lại giúp mình.)
outage-missed = Mấy câu trả lời lúc ấy cũ rồi nên mình không gửi nữa. Nhắn "việc của tôi" để xem những gì đã ghi.
set-aside = Xin lỗi bạn, mình không xử lý được tin vừa rồi. Người vận hành đã được báo; bạn thử gõ lại cách khác nhé.
hidden = Mình đã che dãy số riêng tư trong tin của bạn và không lưu lại. Đừng gửi số giấy tờ, điện thoại, mã OTP của người dân vào đây nhé.

help-menu = { $who ->
    [stranger] Mình là trợ lý tự động của các đội áo xanh. Có mã vào đội thì gõ mã; muốn hỏi về VNeID, dịch vụ công thì cứ gõ câu hỏi.
    [leader] Mình là trợ lý tự động của đội áo xanh. Anh/chị bấm một việc, hoặc gõ luôn, ví dụ: "toàn đội 75 lượt", "T2–T6 7h30–11h30, 6 người, Một cửa", "điểm danh hộ".
    [coordinator] Mình là trợ lý tự động của đội áo xanh. Anh/chị bấm một việc, hoặc gõ luôn, ví dụ: "đội nào chưa báo", "nhập hộ đội Láng: 75 lượt, 5 vneid", "tổng hợp tuần".
    [centre] Mình là trợ lý tự động của đội áo xanh. Anh/chị bấm một việc, hoặc gõ luôn, ví dụ: "tổng hợp tuần", "đơn vị nào chưa gửi", "thông báo".
   *[member] Mình là trợ lý tự động của đội áo xanh. Bạn bấm một việc, hoặc gõ luôn, ví dụ: "5 vneid 2 dvc", "quên mật khẩu vneid".
    }
    Cần gặp người: { $controller }, { $contact }.
help-menu-typed = { $who ->
    [stranger] Mình là trợ lý tự động của các đội áo xanh. Có mã vào đội thì gõ mã; muốn hỏi về VNeID, dịch vụ công thì cứ gõ câu hỏi.
    [leader] Mình là trợ lý tự động của đội áo xanh. Anh/chị gõ luôn việc cần làm, ví dụ: "toàn đội 75 lượt", "T2–T6 7h30–11h30, 6 người, Một cửa", "điểm danh hộ"; hoặc gõ số dưới đây. "lùi" là bước trước, "huỷ" là thôi.
    [coordinator] Mình là trợ lý tự động của đội áo xanh. Anh/chị gõ luôn việc cần làm, ví dụ: "đội nào chưa báo", "nhập hộ đội Láng: 75 lượt, 5 vneid", "tổng hợp tuần"; hoặc gõ số dưới đây. "lùi" là bước trước, "huỷ" là thôi.
    [centre] Mình là trợ lý tự động của đội áo xanh. Anh/chị gõ luôn việc cần làm, ví dụ: "tổng hợp tuần", "đơn vị nào chưa gửi", "thông báo"; hoặc gõ số dưới đây. "lùi" là bước trước, "huỷ" là thôi.
   *[member] Mình là trợ lý tự động của đội áo xanh. Bạn gõ luôn việc cần làm, ví dụ: "vào ca", "5 vneid 2 dvc", "ra ca 5 vneid 2 dvc", "quên mật khẩu vneid"; hoặc gõ số dưới đây. "lùi" là bước trước, "huỷ" là thôi.
    }
    Cần gặp người: { $controller }, { $contact }.
help-say = menu, thực đơn, trợ giúp, giúp, help, ?, bắt đầu

language-say = ngôn ngữ, language, tiếng, ngôn ngữ · language
language-name = Tiếng Việt
language-which = Bạn muốn mình nói tiếng gì? · Which language?
language-done = Từ giờ mình nói tiếng Việt.
