### Quyền của mỗi người với dữ liệu của mình: xem, sửa, đồng ý và rút, tạm dừng, tải về, xóa.

menu-my-data = Dữ liệu của tôi
my-data-say = dữ liệu của tôi, quyền riêng tư, quyền của tôi, bạn giữ gì về tôi, xem dữ liệu, quyền dữ liệu
my-data = Mình đang giữ về bạn:
    { $name }, { $language }, tham gia từ { $since }. Thuộc: { $teams }. Kênh: { $chats }.
    { $counts }
    Bạn đồng ý: { $agreed }.
    Không có số điện thoại, ngày sinh, số giấy tờ. Thông báo đầy đủ: { $link }
my-data-stranger = Mình không giữ gì về bạn: chưa có ai đồng ý tham gia từ cuộc trò chuyện này. Tin bạn gửi được trả lời xong là bỏ nội dung.
    Bên chịu trách nhiệm: { $controller } ({ $contact }).
my-data-attendances = { $count } lần trực ({ $span })
my-data-help-reports = { $count } báo cáo ({ $span })
my-data-day-forms = { $count } số liệu ngày của đội ({ $span })
my-data-difficulties = { $count } khó khăn đã báo ({ $span })
my-data-help-requests = { $count } lần gọi hỗ trợ ({ $span })
my-data-good-models = { $count } mô hình hay ({ $span })
my-data-signups = { $count } lần đăng ký ca ({ $span })
my-data-statements = { $count } giấy xác nhận ({ $span })
my-data-faq-questions = { $count } câu hỏi, tự bỏ sau 30 ngày ({ $span })
my-data-others = { $count } dòng khác, xem trong bản tải về
my-data-none = Chưa có ca trực, báo cáo nào.
my-data-copy = Tải về
my-data-copy-say = tải dữ liệu, tải dữ liệu của tôi, tải dữ liệu về, xuất dữ liệu của tôi
my-data-pause = Tạm dừng
my-data-pause-say = tạm dừng dữ liệu, hạn chế dữ liệu, hạn chế xử lý, phản đối, phản đối xử lý
my-data-resume = Mở lại
my-data-resume-say = mở lại dữ liệu, mở lại, dùng lại
my-data-file = du-lieu-cua-toi
my-data-copied = Bản để đọc: mọi điều mình giữ về bạn, theo từng loại.
my-data-copied-json = Bản cho máy đọc (JSON), để bạn chuyển sang nơi khác nếu cần.
my-data-link = Dữ liệu của bạn, để xem và lưu về máy: { $link }
    Đường dẫn chỉ dành cho bạn, mở được trong { $minutes } phút. Đừng chuyển cho ai nhé.
my-data-paused = Đã tạm dừng. Từ giờ mình chỉ cất giữ: không nhắn trước, không xếp ca, không hiện tên bạn trong đội. Ca đã đăng ký được trả lại.
    Số lượt đã báo cáo vẫn tính, không kèm tên.
my-data-is-paused = Dữ liệu của bạn đang tạm dừng nên mình chưa làm việc này được. Bạn bấm "Mở lại" là dùng tiếp như trước.
my-data-is-paused-typed = Dữ liệu của bạn đang tạm dừng nên mình chưa làm việc này được. Bạn nhắn "mở lại" là dùng tiếp như trước.
my-data-resumed = Đã mở lại. Bạn vào ca, báo cáo như trước nhé; ca cần đăng ký lại.
my-data-copy-head =
    Dữ liệu cá nhân của bạn trong hệ thống đội hình áo xanh
    Lập lúc { $when }. Bên chịu trách nhiệm: { $controller }.

menu-my-name = Sửa tên
my-name-say = sửa tên, đổi tên, sai tên, sửa tên tôi
my-name-now = Mình đang gọi bạn là { $name }.
my-name-chosen-name = Bạn muốn mình gọi là gì? Gõ họ tên hoặc tên gọi, ví dụ: Nguyễn Thị Mai Anh.
my-name-chosen-name-label = Tên gọi
my-name-done = Đã sửa: { $name }. Mình gọi bạn là { $given }.

menu-my-consents = Đồng ý và rút
my-consents-say = rút đồng ý, rút lại đồng ý, các mục đồng ý, sự đồng ý
my-consents = Bạn đồng ý từng việc một, rút lúc nào cũng được:
    { $lines }
    Việc nào tắt thì việc khác vẫn như thường.
my-consents-line = { $answer ->
    [yes] ✓ { $purpose } (từ { $when })
    [no] ✕ { $purpose } (không, từ { $when })
   *[none] – { $purpose } (chưa bật)
    }
my-consents-on = Bật { $purpose }
my-consents-off = Tắt { $purpose }
my-consents-given = Đã ghi: bạn đồng ý { $purpose }.
my-consents-note-reminders = Mình nhắc trước ca và hỏi tối hôm trước, nhiều nhất ba tin một ngày, không nhắn ban đêm.
my-consents-taken = Đã rút: { $purpose }.
my-consents-leave = Rút đồng ý tham gia
my-consents-leave-sure = Rút, dừng tham gia
my-consents-stay = Thôi, ở lại
my-consents-leave-what = Rút đồng ý tham gia thì mình dừng mọi việc với dữ liệu của bạn: không vào ca, không báo cáo, không nhắn trước, không hiện tên. Dữ liệu nằm yên đến khi bạn xóa hoặc hết hạn. Bạn có chắc không?
my-consents-left = Mình đã dừng. Dữ liệu của bạn nằm yên, không ai dùng. Muốn xóa hẳn thì bấm "Xóa dữ liệu của tôi"; muốn quay lại thì bấm "Mở lại", mình sẽ hỏi đồng ý từ đầu.
my-consents-left-typed = Mình đã dừng. Dữ liệu của bạn nằm yên, không ai dùng. Muốn xóa hẳn thì nhắn "xóa dữ liệu của tôi"; muốn quay lại thì nhắn "mở lại", mình sẽ hỏi đồng ý từ đầu.
purpose-taking-part = tham gia và báo cáo
purpose-reminders = nhắc lịch trực
purpose-location = vị trí tại điểm trực

agree-again-consent = Thông báo về dữ liệu cá nhân có bản mới, mời bạn đọc lại.
    Mình lưu: tên gọi, đội, giờ vào ca, số lượt người dân bạn giúp và mã cuộc trò chuyện này, để điểm danh và báo cáo. Không lưu ngày sinh, số giấy tờ; không lưu gì về người dân ngoài con số. Giữ đến 12 tháng sau chiến dịch rồi bỏ tên.
    Bên chịu trách nhiệm: { $controller } ({ $contact }). Xem, sửa, rút, tạm dừng, tải về, xóa: nhắn "dữ liệu của tôi".
    Bản đầy đủ: { $link }
    Bạn có đồng ý không?
agree-again-consent-label = Đồng ý
agree-again-done = Cảm ơn bạn, mình đã ghi nhận. { $then ->
    [yes] Bấm "Làm tiếp" để làm việc vừa rồi.
   *[no] Việc vừa rồi bạn nhắn lại giúp mình nhé.
    }
agree-again-then = Làm tiếp

menu-erase = Xóa dữ liệu của tôi
erase-say = xóa, xoá, xóa dữ liệu, xóa dữ liệu của tôi, xoá dữ liệu, xoá dữ liệu của tôi, xóa tôi, xóa tài khoản, xoá tài khoản
erase-read = { $leads ->
    [yes] Anh/chị đang phụ trách đội hoặc đơn vị, nên bàn giao trước khi xóa. Xóa nghĩa là:
   *[no] Xóa nghĩa là:
    } tên, các kênh trò chuyện, lời bạn viết (ghi chú, câu hỏi, mô hình hay) mất hẳn; ca đã đăng ký được trả lại. Số lượt đã báo cáo vẫn tính cho đội, không còn dính tới bạn. Giấy xác nhận giờ công không còn tên.
    Bản sao lưu cũ còn giữ thêm { $days } ngày rồi cũng hết. Tin mình đã gửi trong Zalo, Telegram thì bạn tự xóa ở đó. Bên chịu trách nhiệm: { $controller } ({ $contact }).
    Bạn muốn tiếp tục không?
erase-read-label = Đã đọc
erase-read-yes = Tiếp tục xóa
erase-keep = Thôi, giữ lại
erase-keep-say = thôi giữ lại, giữ lại đi, giữ lại, giữ lại dữ liệu, không xóa nữa, đừng xóa
erase-sure = Mình xóa sau { $minutes } phút nữa; trong lúc đó bạn còn giữ lại được, sau đó thì không khôi phục được. Bạn chắc chưa?
erase-sure-label = Chắc chắn
erase-sure-yes = Xóa hết
erase-asked = Mình đã nhận yêu cầu. Đúng { $when } mình xóa, bản sao lưu cuối hết hạn ngày { $backups }. Đổi ý thì nhắn "thôi, giữ lại" trước giờ đó.
erase-waiting = Bạn đã yêu cầu xóa, mình xóa lúc { $when } (bản sao lưu cuối hết hạn ngày { $backups }). Đổi ý thì nhắn "thôi, giữ lại".
erase-under-way = Mình đang xóa rồi, không dừng lại được nữa. Sau này muốn tham gia lại, bạn xin mã mới của đội nhé.
erase-kept = Mình giữ nguyên, không xóa gì.
erase-farewell = Một phút nữa dữ liệu của bạn được xóa xong; đây là tin cuối của mình. Bản sao lưu cuối hết hạn ngày { $backups }. Cảm ơn bạn đã giúp bà con.
erased-name = (đã xóa)

rights-clock = Có một yêu cầu về dữ liệu cá nhân chưa xong: { $kind ->
    [erase] xóa
    [correct] sửa
    [copy] cấp bản sao
    [see] xem
    [pause] hạn chế xử lý
    [object] phản đối xử lý
   *[other] đồng ý, rút đồng ý
    }, nhận ngày { $received }, hạn theo luật { $due }. Anh/chị nhờ người vận hành xử lý giúp nhé.

copy-page-title = Dữ liệu của bạn
copy-page-save = Lưu bản cho máy đọc (JSON)
copy-page-over = Đường dẫn này đã hết hạn. Bạn nhắn "tải dữ liệu" để lấy đường dẫn mới.
