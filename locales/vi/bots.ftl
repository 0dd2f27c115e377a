### Bot riêng của đội, của tỉnh: nối bằng mã, áp phích để in, hạn mức tin nhắn.

bots-say = kết nối bot, nối bot, bot của đội, bot đội, thêm bot, các bot
bots-of-team = Bot của đội
bots-list = Bot anh/chị đang quản lý:
bots-none = Chưa có bot riêng nào.
bots-one = · { $title } ({ $channel }), { $node }: { $state ->
    [asked] đang chờ { $channel } trả lời
    [refused] { $channel } không nhận mã nữa, anh/chị dán mã mới
   *[live] { $most ->
        [none] { $people } người
       *[other] { $people }/{ $most } người
        }
    }.
bots-how = Nối bot mới: anh/chị dán mã bot vào đây. Zalo: tìm "Zalo Bot Manager", bấm "Tạo bot", đặt tên bắt đầu bằng chữ Bot. Telegram: nhắn @BotFather. Mã được khoá kín ngay khi tới, không ai đọc lại được.
bots-node = Bot này của ai?
bots-node-label = Của
bots-asked = Mình đã cất mã và đang hỏi { $channel }, có trả lời là nhắn anh/chị ngay. Anh/chị xoá tin có mã trên máy mình nhé.
bots-elsewhere = Bot này đang thuộc nơi khác. Nơi ấy gỡ ra thì anh/chị mới nối được.
bots-unknown = Mình không thấy bot này nữa. Anh/chị nhắn "bot của đội" để xem lại.
bots-live = { $title } đã nối vào { $node }: { $link }
    Anh/chị in áp phích này treo ở nơi trực; mã vào đội viết tay vào khung, nhắn "mã đội" để lấy.
bots-more = Xem các bot
bots-refused = { $known ->
    [yes] { $channel } không nhận mã của { $title } nữa, bot đang im. Anh/chị tạo mã mới ở { $channel } rồi dán vào đây.
   *[other] { $channel } không nhận mã vừa dán. Anh/chị chép lại cả dãy, từ số đầu tới chữ cuối, rồi dán lần nữa.
    }
bots-poster = Áp phích { $title }
bots-poster-here = Áp phích của { $title }. In ra, viết mã vào đội vào khung.
bots-drop = Gỡ { $title }
bots-drop-ask = Gỡ { $title }? { $people ->
    [0] Chưa ai nhắn qua bot này.
   *[other] { $people } người đang nhắn qua bot này sẽ không nhắn được nữa, họ dùng web hoặc bot khác.
    }
bots-drop-sure = Gỡ hẳn
bots-keep = Giữ lại
bots-dropped = Đã gỡ { $title }, mã của bot đã xoá. Muốn nối lại thì dán mã lần nữa.
join-full = Bot này đã đủ { $people } người. Bạn vào đội bằng đường dẫn này nhé: { $link }

poster-step-1 = Mở { $channel }, quét mã QR rồi bấm nhắn tin cho { $title }.
poster-step-2 = Nhắn mã ghi trong khung, đọc rồi trả lời "đồng ý".
poster-step-3 = Đến ca nhắn "vào ca"; về nhắn kèm số đã giúp: "ra ca 5 vneid 2 dvc".
poster-frame = Mã vào đội hôm nay
poster-foot = Trợ lý tự động của đội áo xanh. Đừng nhắn tên, số giấy tờ của người dân.
poster-alt = Áp phích: mã QR của { $title }, { $link }

message-budget-say = ngân sách tin, ngân sách tin nhắn, hạn mức tin, còn bao nhiêu tin, tin tháng này
budget-head = Tin nhắn tháng { $month } của bot:
budget-one = · { $title }: đã dùng { $spent }/{ $month } (gửi { $sent }, nhận { $received }), hôm nay { $today }; đà này cả tháng khoảng { $ahead }{ $people ->
    [none] .
   *[other] ; { $people } người.
    }{ $enough ->
    [no] {" "}Như vậy là thiếu. Đầu ca anh/chị nhắn một tin "điểm danh hộ tất cả" thì anh em chỉ cần nhắn lúc về; hoặc nối thêm một bot ("kết nối bot").
   *[yes] {""}
    }
budget-dropped = Không gửi riêng vì sắp hết: { $reminders } lời nhắc, { $lists } danh sách.
digest-unsent = Không gửi riêng vì bot sắp hết tin tháng: { $reminders } lời nhắc, { $lists } danh sách.
budget-unsent = Hôm nay chưa được nhắc: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
    }. Anh/chị báo giúp nhé.
budget-order = Sắp hết tin thì mình bỏ lời nhắc trước, rồi tới tổng hợp: tin nào còn ích thì kèm vào câu trả lời kế tiếp. Trả lời và gọi hỗ trợ thì luôn gửi.
held-since = Tin lúc { $at } chưa gửi được vì bot sắp hết tin, giờ kèm luôn ở đây:
budget-shared = Bot dùng chung này
budget-none = Đội chưa dùng bot nào bị giới hạn số tin.
budget-day-near = Hôm nay { $title } đã dùng { $spent } tin, { $percent } % mức nên giữ trong một ngày ({ $most }). Việc chưa gấp anh/chị để mai, hoặc dùng web.
budget-month-near = { $title } đã dùng { $percent } % số tin của tháng ({ $spent }/{ $most }). { $percent ->
    [95] Từ giờ mình chỉ trả lời và gọi hỗ trợ; tổng hợp và lời nhắc tạm nghỉ nếu dùng nhanh hơn lịch, tổng hợp sẽ kèm vào câu trả lời kế tiếp.
   *[other] Từ giờ lời nhắc tạm nghỉ nếu dùng nhanh hơn lịch.
    } Đỡ tốn nhất: đầu ca anh/chị nhắn một tin "điểm danh hộ tất cả", anh em chỉ nhắn lúc về, hỏi đáp thì dùng web. Nhắn "ngân sách tin" để xem.
budget-people-near = { $title } đã có { $people }/{ $most } người. { $full ->
    [yes] Từ giờ người mới được chỉ sang bot khác của đội hoặc web. Chưa có bot nữa thì anh/chị nối thêm ("kết nối bot").
   *[no] Anh/chị nối thêm một bot ("kết nối bot"); khi đầy, người mới được chỉ sang bot kia hoặc web.
    }
