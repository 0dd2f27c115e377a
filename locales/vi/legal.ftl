### Trang pháp lý: thông báo, thủ tục, biểu mẫu. Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP.

legal-version = Bản { $version }. Khi thông báo có bản mới, mọi người được hỏi đồng ý lại.
legal-elsewhere = Ở những nơi sau, bên chịu trách nhiệm là nơi khác; bạn bấm vào nơi mình tham gia:
legal-notice-title = Thông báo về dữ liệu cá nhân
legal-notice-who-head = Ai chịu trách nhiệm
legal-notice-who =
    Bên kiểm soát dữ liệu, cũng là nơi chịu trách nhiệm bảo vệ dữ liệu cá nhân: { $controller }.
    Liên hệ: { $contact }.
    Tin nhắn được trả lời tự động bởi một trợ lý (bot). Cần gặp người thì bạn liên hệ nơi ở trên. Bot không xếp hạng ai, không tự quyết định việc gì về bạn.
legal-notice-what-head = Lưu những gì
legal-notice-what =
    Về tình nguyện viên, đội trưởng, điều phối viên:
    • tên gọi bạn tự chọn, ngôn ngữ, câu trả lời "đã đủ 16 tuổi" (có hoặc không)
    • đội, vai trò, mã cuộc trò chuyện ở kênh bạn dùng
    • giờ vào ca, ra ca, ca đã đăng ký, cách chứng thực (mã, đội trưởng, "tại điểm" có hoặc không)
    • báo cáo: số lượt theo việc; khó khăn, mô hình hay, câu hỏi bạn gõ (dãy số riêng tư được che trước khi lưu)
    • các lần bạn đồng ý, rút đồng ý, yêu cầu về dữ liệu
    Không lưu ngày sinh, số giấy tờ, số điện thoại, giới tính, dân tộc, tôn giáo, địa chỉ, lớp học.
legal-notice-why-head = Để làm gì
legal-notice-why =
    Mỗi việc có một lần đồng ý riêng; trừ việc đầu, tất cả đều tắt sẵn, không bật cũng không sao.
    • tham gia và báo cáo: điểm danh, tổng hợp số liệu của đội, xã, tỉnh
    • nhắc lịch trực
    • vị trí tại điểm trực, để chứng thực giờ trực
legal-notice-sensitive-head = Dữ liệu cá nhân nhạy cảm
legal-notice-sensitive = Vị trí là dữ liệu cá nhân nhạy cảm. Mình chỉ hỏi khi bạn đã đồng ý riêng; tọa độ được niêm phong, so với điểm trực rồi bỏ ngay, chỉ giữ lại "có" hoặc "không". Mình không hỏi ảnh giấy tờ, sức khỏe, tài khoản ngân hàng, mã OTP.
legal-notice-where-head = Ai nhận, đi qua đâu
legal-notice-where =
    • đội trưởng, đội phó thấy tên và việc của thành viên đội mình; cấp trên thấy số liệu
    • Zalo chuyển tin trong nước, nếu đội bạn dùng Zalo
    • Telegram chuyển tin qua máy chủ ở nước ngoài, nếu bạn chọn Telegram; việc gì cũng làm được trên Zalo hoặc trang web
    • không gửi cho quảng cáo, thống kê, trí tuệ nhân tạo hay nơi nào khác
    Dữ liệu được mã hóa trên đường truyền. Bot của đội và bản sao lưu được niêm phong bằng khóa.
legal-notice-long-head = Giữ bao lâu
legal-notice-long =
    • lời tin nhắn: bỏ ngay khi xử lý xong; câu đang điền dở: 7 ngày
    • câu hỏi: 30 ngày; danh sách tên chờ vào đội: 60 ngày
    • ca trực, báo cáo: 12 tháng sau khi chiến dịch kết thúc thì gỡ khỏi tên bạn, số liệu còn lại không dính tới ai
    • các lần đồng ý và yêu cầu về dữ liệu: 5 năm, để chứng minh
    • nhật ký an ninh: 12 tháng
    • bản sao lưu: { $days } ngày
legal-notice-rights-head = Quyền của bạn
legal-notice-rights =
    Nhắn "dữ liệu của tôi" ở bất cứ kênh nào để:
    • xem mình đang giữ gì, tải về
    • sửa tên, đổi ngôn ngữ
    • đồng ý hoặc rút từng việc
    • tạm dừng (hạn chế, phản đối xử lý)
    • xóa: nhắn "xóa dữ liệu của tôi"
    Các việc này tự chạy trong vài phút. Không còn kênh nào thì bạn gửi biểu mẫu cho bên chịu trách nhiệm.
legal-notice-young-head = Bạn dưới 18 tuổi
legal-notice-young =
    • dưới 16 tuổi: không mở tài khoản, không lưu gì về bạn; đội trưởng ghi buổi trực của bạn là một người trong số "khách" của đội. Người đại diện muốn đồng ý bằng giấy thì dùng biểu mẫu
    • từ 16 đến dưới 18 tuổi: bạn tự đồng ý, và báo cho bố mẹ hoặc nhà trường biết
legal-notice-people-head = Về người dân được giúp
legal-notice-people = Không lưu gì ngoài con số: không tên, không số điện thoại, không số giấy tờ, không ảnh. Ai lỡ gõ vào thì dãy số được che trước khi lưu.
legal-notice-change-head = Khi có sự cố
legal-notice-change = Dữ liệu bị lộ hoặc dùng sai mục đích thì bên chịu trách nhiệm báo cơ quan chuyên trách trong 72 giờ; nếu dính tới vị trí của bạn thì báo cả bạn trong 72 giờ.

legal-procedure-title = Thủ tục yêu cầu về dữ liệu
legal-procedure-ask-head = Gửi yêu cầu
legal-procedure-ask =
    • cách nhanh nhất: nhắn "dữ liệu của tôi" ở Zalo, Telegram hoặc trang web, rồi chọn việc
    • không dùng được kênh nào: gửi biểu mẫu tới { $controller }, { $contact }
    Không mất tiền, không cần nêu lý do. Mình không bao giờ xin ảnh giấy tờ.
legal-procedure-hours-head = Thời hạn
legal-procedure-hours =
    Qua tin nhắn: vài phút. Qua biểu mẫu, theo Nghị định 356/2025/NĐ-CP, Điều 5:
    • báo đã nhận: 2 ngày làm việc
    • xem, sửa, cấp bản sao: 10 ngày
    • rút đồng ý, hạn chế, phản đối: 15 ngày
    • xóa: 20 ngày
legal-procedure-steps-head = Các bước
legal-procedure-steps =
    • yêu cầu được ghi vào sổ với ngày nhận và hạn
    • gửi bằng biểu mẫu thì đội trưởng xác nhận bạn là ai, qua kênh trò chuyện hoặc gặp trực tiếp
    • quá nửa thời hạn mà chưa xong, điều phối viên được báo
    • kết quả được ghi lại và giữ 5 năm
legal-procedure-erase-head = Khi xóa
legal-procedure-erase =
    • mất hẳn: tên, kênh trò chuyện, lời bạn viết
    • còn lại: số lượt của đội, không dính tới ai; lần đồng ý và yêu cầu, dưới một mã không dẫn tới bạn
    • bản sao lưu cũ hết hạn sau { $days } ngày; khôi phục từ bản cũ thì người đã xóa được xóa lại
    • có 10 phút để đổi ý; sau đó không khôi phục được
legal-procedure-other-head = Điều mình không làm được
legal-procedure-other = Tin đã gửi nằm trong máy của bạn và của người khác, trong Zalo, Telegram: bạn tự xóa ở đó. Tên bạn trong lời người khác tự viết thì mình không nhận ra được.
legal-procedure-complain-head = Khiếu nại
legal-procedure-complain = Không đồng ý với kết quả, bạn khiếu nại với { $controller } ({ $contact }) hoặc với cơ quan chuyên trách bảo vệ dữ liệu cá nhân (Bộ Công an).

legal-forms-title = Biểu mẫu
legal-forms-how = In ra hoặc chép tay, ký rồi gửi tới { $controller }, { $contact }. Không kèm ảnh giấy tờ.
legal-form-blanks =
    Tên gọi trong đội:
    Đội hình, xã hoặc phường:
    Kênh đang dùng (Zalo, Telegram, web) hoặc cách liên hệ lại:
    Ngày, ký tên:
legal-form-see-head = Mẫu 1. Yêu cầu xem, sửa, cấp bản sao dữ liệu
legal-form-see =
    Kính gửi { $controller }. Tôi yêu cầu (khoanh tròn): xem · sửa · cấp bản sao dữ liệu cá nhân của tôi trong hệ thống đội hình áo xanh.
    Nếu sửa, điều cần sửa là: ……………………………
legal-form-withdraw-head = Mẫu 2. Rút đồng ý, hạn chế, phản đối xử lý
legal-form-withdraw =
    Kính gửi { $controller }. Tôi (khoanh tròn): rút đồng ý · yêu cầu hạn chế · phản đối xử lý.
    Với việc (khoanh tròn): tham gia và báo cáo · nhắc lịch · vị trí.
legal-form-erase-head = Mẫu 3. Yêu cầu xóa dữ liệu
legal-form-erase = Kính gửi { $controller }. Tôi yêu cầu xóa dữ liệu cá nhân của tôi. Tôi hiểu rằng số lượt đã báo cáo vẫn được tính, không còn dính tới tôi, và việc xóa không khôi phục được.
legal-form-guardian-head = Mẫu 4. Người đại diện của bạn dưới 16 tuổi
legal-form-guardian = Kính gửi { $controller }. Tôi là người đại diện theo pháp luật của ……………………………, dưới 16 tuổi. Tôi đồng ý để con (em) tôi tham gia cùng đội hình; đội trưởng chỉ ghi số người và giờ trực, không mở tài khoản, không lưu tên.
