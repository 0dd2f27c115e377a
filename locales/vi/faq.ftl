faq-stuck = Điểm trực đang vướng { $what } phải không bạn? Bấm nút đầu là mình ghi rồi báo người phụ trách.
faq-stuck-typed = Điểm trực đang vướng { $what } phải không bạn? Nhắn 1 là mình ghi rồi báo người phụ trách.
faq-stuck-tell = Báo khó khăn: { $what }
faq-number = Số { $said } này là gì bạn nhỉ? Đã giúp { $said } lượt người dân thì bấm nút đầu; chọn việc khác thì bấm bên dưới.
faq-number-typed = Số { $said } này là gì bạn nhỉ? Đã giúp { $said } lượt người dân thì nhắn 1; việc khác thì nhắn số của việc ấy.
faq-number-lead = Mình chưa rõ số { $said } này là gì. Anh/chị chọn một việc dưới đây, hoặc gõ tên việc.
faq-number-line = { $said } lượt
faq-number-report = Báo { $said } lượt
faq-say = hỏi, hỏi đáp, cho hỏi, faq
faq-how = Bạn gõ luôn câu hỏi, ví dụ: quên mật khẩu VNeID thì làm sao? Hay được hỏi nhất:
faq-choices = Ý bạn là câu nào?
faq-choices-between = Ý bạn là câu nào? Gõ "hỏi" rồi chép lại câu đó nhé.
    { $titles }
faq-checked = Kiểm tra ngày { $day } · nguồn { $source }
faq-past = ⚠ Có phần chỉ đúng đến { $day }: bạn nhờ bà con hỏi lại bộ phận một cửa hoặc công an xã, phường trước khi làm.
faq-unsure = ⚠ Phần này nguồn chưa chắc, bạn coi như lời khuyên: nhờ bà con hỏi lại nơi tiếp nhận trước khi làm.
faq-more = Xem tiếp
faq-gone = Câu trả lời này không còn nữa. Bạn gõ lại câu hỏi giúp mình nhé.

faq-card-say = ảnh hướng dẫn, ảnh cho bà con, ảnh cho bà con xem
faq-card-of-what = Bạn hỏi một câu trước đã, rồi mình làm ảnh câu trả lời cho bà con xem.
faq-card-show = Ảnh cho bà con xem
faq-card = Bạn đưa bà con xem, hoặc gửi ảnh này cho họ.
faq-card-text = Dạng chữ

# Chưa đúng, chưa biết: người phụ trách trả lời
faq-wrong = Chưa đúng?
faq-none-of-these = Không phải các câu này
faq-pass = Gửi người phụ trách
faq-pass-again = Gửi lại
faq-passed-quoted = “{ $question }”
faq-passed = Mình đã gửi câu này cho người phụ trách ở { $unit }. Có câu trả lời là mình nhắn bạn ngay.
faq-passed-nobody = Mình đã ghi lại câu này, nhưng { $unit } chưa có ai trả lời trên bot. Bạn hỏi thêm đội trưởng hoặc bộ phận một cửa nhé.
faq-passed-already = Câu này đang chờ người phụ trách trả lời rồi. Có là mình nhắn bạn ngay.
faq-passed-many = Bạn đang có { $count } câu chờ trả lời. Được câu nào mình nhắn bạn rồi gửi tiếp nhé.
faq-unpass = Thôi, không gửi
faq-unpassed = Mình không gửi câu này nữa.
faq-unpass-late = Câu này không còn chờ trả lời.
ask-people-say = chưa đúng, trả lời sai, sai rồi, hỏi người phụ trách, gửi người phụ trách
ask-people-said-label = Câu hỏi
ask-people-said = Bạn viết câu hỏi giúp mình, càng rõ càng tốt. Ví dụ: Bà con ở xa có nộp giấy khai sinh qua bưu điện được không? Đừng ghi tên hay số giấy tờ của bà con.

# Người phụ trách trả lời
menu-questions = Câu hỏi chờ
questions-say = câu hỏi chờ, câu hỏi chưa trả lời, hỏi đáp chờ, xem câu hỏi
questions-all = Các câu chờ
questions-see = Xem câu gần đúng
questions-head = { $count ->
    [0] Không có câu hỏi nào đang chờ.
    [1] Một câu hỏi đang chờ anh/chị:
   *[other] { $count } câu hỏi đang chờ anh/chị, câu cũ nhất trước:
    }
questions-card = “{ $question }”
    Một bạn ở { $unit } hỏi, { $age }.{ $shown ->
    [none] {" "}Bot chưa trả lời được.
   *[other] {" "}Bot đã trả lời “{ $shown }” và bạn ấy nói chưa đúng.
    }{ $state ->
    [open] {""}
    [answered] {" "}Đã có người trả lời.
    [dropped] {" "}Đã để sang một bên.
   *[other] {" "}Bạn ấy đã rút lại.
    }
questions-answer = Trả lời
questions-drop = Không trả lời được
questions-is-topic = Là: { $title }
questions-choose = Anh/chị chọn câu muốn trả lời nhé.
questions-gone = Câu hỏi này không còn nữa.
questions-settled = Câu này đã có người trả lời rồi.
questions-too-late = Quá 10 phút nên không hoàn tác được nữa. Anh/chị vẫn có thể trả lời thêm khi bạn ấy hỏi lại.
questions-office = Điều phối viên { $place }
questions-topic-done = Đã gửi cho bạn ấy câu “{ $title }”. Lần sau ai hỏi như vậy mình trả lời ngay.
questions-drop-done = Đã để sang một bên và báo cho bạn ấy.
questions-back-done = Đã hoàn tác. Câu này lại đang chờ anh/chị.
questions-keep = Lưu thành câu mới
questions-keep-done = Đã lưu “{ $title }”. Từ giờ ai ở địa bàn của anh/chị hỏi thì mình trả lời bằng câu này, ghi rõ nguồn và ngày.
questions-seed-done = Từ giờ ai hỏi như vậy mình trả lời bằng “{ $title }”.
questions-unkeep-done = Đã hoàn tác, mình không lưu câu này.
answer-question-say = trả lời câu hỏi
answer-question-said-label = Câu trả lời
answer-question-said = “{ $question }”
    Anh/chị viết câu trả lời, câu đầu là việc cần làm. Tối đa 700 chữ, mình gửi ngay cho bạn ấy.
answer-question-done = { $told ->
    [yes] Đã gửi cho bạn ấy.
   *[no] Đã ghi câu trả lời; bạn ấy hiện không nhận được tin.
    } Lần sau có ai hỏi như vậy thì sao ạ?
questions-answered-for-you = { $who } trả lời câu “{ $question }”:
questions-topic-for-you = { $who } trả lời câu “{ $question }”:
questions-dropped-for-you = { $who } chưa trả lời được câu “{ $question }”. Bạn nhờ bà con hỏi bộ phận một cửa hoặc công an xã, phường nhé.
questions-taken-back-for-you = { $who } vừa rút lại câu trả lời cho “{ $question }” để xem lại. Bạn khoan làm theo nhé.

# Tự nhắn người phụ trách
faq-round = { $count ->
    [1] Có bạn hỏi một câu, anh/chị trả lời giúp nhé:
   *[other] Có { $count } câu hỏi cần anh/chị trả lời:
    }
faq-round-line = · { $question }{ $late ->
    [yes] {" "}(người nhận trước chưa trả lời)
   *[no] {""}
    }
faq-weekly = { $count ->
    [1] Tuần qua có một câu được hỏi mà chưa có câu trả lời:
   *[other] Tuần qua có { $count } câu được hỏi mà chưa có câu trả lời:
    }
faq-weekly-line = · { $question }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } lần)
    }
