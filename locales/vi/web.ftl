### The web chat's page. Places such as { $count } are filled by the page itself.

web-lang = vi
web-app-name = Áo Xanh – trợ lý đội hình tình nguyện
web-app-short = Áo Xanh
web-app-about = Vào ca, báo cáo, hỏi nhanh và tổng hợp cho đội hình thanh niên tình nguyện.
web-bot = Áo Xanh
web-assistant = Trợ lý tự động
web-no-script = Trang này cần JavaScript. Bạn bật JavaScript trong trình duyệt rồi tải lại trang nhé.

web-log = Tin nhắn
web-composer = Soạn tin
web-write = Nhắn cho Áo Xanh…
web-write-label = Nội dung tin nhắn
web-send = Gửi
web-quick = Việc hay làm
web-quick-anyone = Vào đội, Hỏi đáp, Trợ giúp
web-quick-volunteer = Vào ca, Báo cáo, Hỏi đáp, Ra ca
web-quick-leader = Ai trực, Tổng hợp, Hỏi đáp, Điểm danh hộ
web-quick-coordinator = Tổng hợp tuần, Đội chưa báo, Khó khăn cần gỡ, Hỏi đáp

web-hello-title = Chào bạn, mình là Áo Xanh
web-hello-text = Mình giúp bạn vào ca, báo cáo trong một dòng và trả lời câu hỏi thường gặp. Mình là trợ lý tự động; khi cần, bạn luôn gặp được người thật.
web-hello-start = Bắt đầu
web-hello-kept = Lịch sử tin bạn gửi chỉ giữ trên máy này.

web-said-bot = Áo Xanh:
web-said-you = Bạn:
web-sending = Đang gửi
web-sent = Đã gửi
web-failed = Chưa gửi được. Chạm để gửi lại
web-waiting-net = Chờ có mạng sẽ gửi
web-typing = Áo Xanh đang trả lời
web-new-below = { $count } tin mới
web-to-newest = Xuống tin mới nhất
web-choices = Lựa chọn
web-send-place = Gửi vị trí của tôi
web-photo-open = Mở ảnh
web-file = { $name } ({ $size } KB)

web-today = Hôm nay
web-yesterday = Hôm qua
web-date = { $weekday }, { $day }/{ $month }/{ $year }
web-clock = { $hour }h{ $minute }
web-clock-sharp = { $hour }h
web-weekdays = Chủ Nhật, Thứ Hai, Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu, Thứ Bảy

web-lost = Mất mạng, đang nối lại…
web-connecting = Đang kết nối…
web-back = Đã nối lại

web-place-denied = Máy chưa cho phép lấy vị trí. Bạn cho phép trong cài đặt của trình duyệt, hoặc cứ trả lời bằng chữ.
web-place-missing = Chưa lấy được vị trí. Bạn ra chỗ thoáng thử lại, hoặc trả lời bằng chữ.
web-too-long = Tin dài quá { $count } chữ. Bạn tách thành nhiều tin nhé.

web-menu = Tùy chọn
web-menu-about = Đây là trợ lý tự động của đội hình. Lịch sử tin bạn gửi chỉ giữ trên máy này; máy chủ giữ tin của Áo Xanh và những gì bạn đã xác nhận.
web-menu-data = Xem hoặc xóa dữ liệu của tôi
web-menu-help = Trợ giúp
web-menu-photo = Gửi ảnh áp phích, lớp học
web-photo-own = (ảnh)
web-photo-failed = Mình không mở được ảnh này, bạn chọn ảnh khác nhé.
web-menu-install = Cài lên màn hình chính
web-menu-leave = Thoát khỏi máy này
web-menu-leave-sure = Chạm lần nữa để thoát: tin trên máy này sẽ bị xóa
web-menu-close = Đóng

web-enter-title = Đang vào trò chuyện…
web-enter-wait = Đợi mình một chút nhé.
web-enter-home = Về trang trò chuyện

web-error-origin = Yêu cầu không đến từ trang này. Bạn tải lại trang rồi thử lại nhé.
web-error-unreadable = Máy chủ không đọc được tin này. Bạn tải lại trang rồi gửi lại nhé.
web-error-too-long = Tin dài quá. Bạn tách thành nhiều tin ngắn hơn nhé.
address-patience = Từ mạng này vừa có nhiều địa chỉ hoặc mã không đúng. Bạn đợi một phút rồi mở lại giúp mình nhé.
web-error-too-fast = Bạn gửi nhanh quá, mình xin vài giây. Tin sẽ được gửi lại.
web-error-busy = Máy chủ đang bận. Tin vẫn ở trên máy bạn và sẽ được gửi lại.
web-error-session = Phiên trò chuyện đã hết hạn. Bạn tải lại trang nhé.
web-error-gone = Không còn nội dung này.
web-error-link = Liên kết này đã hết hạn hoặc đã được dùng. Bạn nhắn “/web” cho Áo Xanh để lấy liên kết mới.
