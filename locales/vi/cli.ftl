### Lời trên màn hình của người vận hành.

cli-ready = Áo Xanh đang chạy tại { $url }. Bấm một đường dẫn để vào thử với đội mẫu:
cli-as-volunteer = Tình nguyện viên
cli-as-leader = Đội trưởng
cli-as-coordinator = Điều phối viên
cli-chat = Gõ như đang nhắn tin; Ctrl-D để thôi.
campaign-first = Chiến dịch { $year }
