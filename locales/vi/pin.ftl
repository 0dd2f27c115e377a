### Mã khóa: máy rơi vào tay người khác thì không lấy được dữ liệu, không bàn giao hay gửi tin thay.

menu-pin = Mã khóa
pin-say = mã khóa, đặt mã khóa, đổi mã khóa, bỏ mã khóa, mã khóa của tôi
pin-forgot-say = quên mã khóa, tôi quên mã khóa
pin-none =
    Mã khóa là 6 chữ số của riêng bạn. Có mã thì ai nhặt được máy của bạn cũng không tải được dữ liệu, không mở kênh mới, không bàn giao hay gửi tin thay bạn.
    Đặt mã ở trang này, trong 10 phút: { $link }
    Đừng gõ mã vào khung trò chuyện.
pin-there = Bạn có mã khóa, đặt ngày { $day }. Đổi hoặc bỏ mã ở trang này, trong 10 phút: { $link }
pin-first =
    Việc này cần mã khóa của bạn. Mở trang này, nhập mã, rồi quay lại bấm "Tiếp tục": { $link }
    Đừng gõ mã vào khung trò chuyện.
pin-go-on = Tiếp tục
pin-forgot = Quên mã khóa
pin-shut = Mã khóa bị nhập sai nhiều lần nên tạm đóng đến { $until }. Bạn thử lại sau giờ đó nhé.
pin-forgotten = Mã khóa sẽ hết tác dụng lúc { $hour }, { $day }; từ lúc đó bạn đặt mã mới được. Nhớ ra, hoặc không phải bạn bấm, thì chọn "Giữ mã". Mất máy thì báo đội trưởng cắt kênh.
pin-keep = Giữ mã
pin-kept = Mã khóa vẫn như cũ.
pin-alarm-forgotten = { $name } vừa báo quên mã khóa; một ngày nữa mã hết tác dụng. Nếu { $name } đang mất máy, anh/chị nhắn "mất máy" để cắt kênh.
pin-alarm-tried = Mã khóa của { $name } vừa bị nhập sai 5 lần liền. Nếu { $name } đang mất máy, anh/chị nhắn "mất máy" để cắt kênh.

# Trang nhập mã
pin-page-title = Mã khóa
pin-page-ask = Mã khóa (6 chữ số)
pin-page-new = Mã mới (6 chữ số)
pin-page-again = Nhập lại mã mới
pin-page-change = Đổi mã: điền hai ô này. Không đổi thì để trống.
pin-page-drop = Bỏ mã khóa
pin-page-send = Tiếp tục
pin-page-opened = Đúng rồi. Trong 10 phút tới mình không hỏi lại mã. Bạn quay lại khung trò chuyện và bấm "Tiếp tục".
pin-page-set = Đã đặt mã khóa. Bạn nhớ mã nhé; quên thì nhắn "quên mã khóa".
pin-page-dropped = Đã bỏ mã khóa.
pin-page-wrong = Mã chưa đúng, còn { $left } lần thử.
pin-page-shut = Nhập sai nhiều lần nên tạm đóng đến { $until }.
pin-page-digits = Mã mới cần đúng 6 chữ số, hai lần như nhau, và không quá dễ đoán như 123456 hay 111111.
pin-page-over = Trang này đã hết hạn. Bạn nhắn "mã khóa" để lấy trang mới.
