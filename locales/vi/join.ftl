### Vào đội: thông báo và đồng ý trước, rồi mới hỏi.

join-say = vào đội, vào đội bằng mã, tham gia, đăng ký
join-welcome = Chào bạn, mình là trợ lý tự động của các đội áo xanh. Chưa có mã thì bạn xin đội trưởng nhé; muốn hỏi thủ tục thì cứ gõ câu hỏi.
join-code = Bạn gõ mã vào đội mà đội trưởng đã gửi, ví dụ: BK7M-2QXA.
join-code-label = Mã vào đội
join-consent = Mời bạn vào { $team }.
    Để bạn điểm danh và báo cáo, mình cần lưu: tên gọi, đội, giờ vào ca, số lượt người dân bạn giúp và mã cuộc trò chuyện này. Không lưu ngày sinh, số giấy tờ, vị trí; không lưu gì về người dân ngoài con số.
    Bên chịu trách nhiệm: { $controller } ({ $contact }). Lưu đến 12 tháng sau chiến dịch rồi bỏ tên. Bạn xem, sửa, rút đồng ý, tạm dừng, tải về, xóa bất cứ lúc nào: nhắn "dữ liệu của tôi".{ $abroad ->
    [yes] {" "}Telegram để máy chủ ở nước ngoài; muốn ở trong nước thì bạn dùng Zalo hoặc web.
   *[no] {""}
    }
    Bản đầy đủ: { $link }
    Bạn có đồng ý không?
join-consent-label = Đồng ý
join-consent-together = Đồng ý thì bạn trả lời cả trong một tin: đồng ý, đủ 16 tuổi hay chưa, tên gọi, có nhắc giờ trực hay không (tuỳ bạn). Ví dụ: đồng ý, đủ 16, Mai Anh, không nhắc
join-agree = Đồng ý
join-decline = Không đồng ý
join-of-age = Bạn đã đủ 16 tuổi chưa? Từ 16 đến dưới 18 tuổi bạn tự đồng ý được, và nhớ báo cho bố mẹ hoặc nhà trường biết nhé.
join-of-age-label = Đủ 16 tuổi
join-keeps-name = Đội trưởng ghi tên bạn là "{ $name }". Mình gọi bạn như vậy nhé?
join-keeps-name-label = Tên trong danh sách
join-keeps-name-yes = Đúng rồi
join-keeps-name-no = Tên khác
join-of-age-yes-say = đủ 16, đủ 16 tuổi, trên 16, đủ tuổi, 16 tuổi
join-of-age-no-say = chưa đủ 16, chưa đủ 16 tuổi, dưới 16, chưa đủ tuổi, chưa đủ
join-chosen-name = Mình gọi bạn là gì? Gõ họ tên hoặc tên gọi, ví dụ: Nguyễn Thị Mai Anh.
join-chosen-name-label = Tên gọi
join-reminders = Bạn có muốn mình nhắc trước giờ trực không? Không nhận cũng không sao, việc khác vẫn như thường.
join-reminders-label = Nhắc lịch trực
join-reminders-yes = Có, nhắc tôi
join-reminders-no = Không cần
join-reminders-yes-say = có nhắc, nhắc, nhắc tôi, nhắc mình, cần nhắc
join-reminders-no-say = không nhắc, ko nhắc, khỏi nhắc, đừng nhắc, không cần nhắc
join-unit = đơn vị
join-done = { $role ->
    [leader] Chào { $name }, anh/chị là đội trưởng của { $team }. Mã này đã dùng xong.
    [deputy] Chào { $name }, anh/chị là đội phó của { $team }. Mã này đã dùng xong.
    [coordinator] Chào { $name }, anh/chị là điều phối viên. Mã này đã dùng xong.
    [expected] Chào { $name }, bạn đã vào { $team }. Đội trưởng có tên bạn rồi nên không phải chờ duyệt, bạn vào ca và báo cáo luôn được.
   *[volunteer] Chào { $name }, bạn đã vào { $team }. Đội trưởng sẽ duyệt sau, bạn cứ vào ca và báo cáo luôn được.
    }
join-declined = Mình không lưu gì của bạn. Khi nào muốn tham gia, bạn gõ lại mã nhé. Bạn vẫn hỏi đáp bình thường được.
join-under-age = Cảm ơn bạn! Dưới 16 tuổi thì mình không mở tài khoản và không lưu gì của bạn. Bạn vẫn đi cùng đội được: đội trưởng ghi buổi trực của bạn vào số của đội (mục "khách", chỉ cần số người). Bố mẹ muốn biết thêm thì hỏi { $controller } ({ $contact }).
join-receipt = Đã ghi nhận bạn đồng ý lúc { $when } (bản thông báo { $version }): tham gia và báo cáo{ $reminders ->
    [yes] , nhắc lịch trực
   *[no] {""}
    }. Xem lại hoặc rút: nhắn "dữ liệu của tôi".
join-already = Bạn đã ở trong đội rồi. Muốn vào thêm đội khác thì gõ mã của đội đó.
join-member-already = Bạn đã ở trong { $team } rồi.
join-elsewhere = Mã này của một tỉnh, đơn vị khác với nơi bạn đang tham gia. Bạn hỏi lại đội trưởng nhé.
join-wrong-code = Mã này không dùng được: có thể gõ nhầm, đã hết hạn hoặc đã thu hồi. Bạn xem lại, hoặc xin đội trưởng mã mới.
join-too-many = Bạn thử hơi nhiều lần rồi. Chờ một giờ nữa, hoặc nhờ đội trưởng gửi đường dẫn vào đội nhé.
