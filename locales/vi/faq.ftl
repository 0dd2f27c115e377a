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

faq-card-show = Ảnh cho bà con xem
faq-card = Bạn đưa bà con xem, hoặc gửi ảnh này cho họ.
faq-card-text = Dạng chữ
