### Một người, nhiều kênh: nối Zalo, Telegram, web vào cùng một hồ sơ; đội trưởng nối lại khi mất kênh.

channel-zalo = Zalo
channel-telegram = Telegram
channel-web = web
channel-other = kênh khác

menu-link = Nối thêm kênh
link-say = liên kết, nối kênh, nối zalo, nối telegram, nối máy
link-how = Bạn đã ở trong đội trên kênh khác thì nhắn "liên kết" ở kênh đó để lấy mã 6 số, rồi gõ mã ấy vào đây. Chưa vào đội thì gõ mã vào đội, ví dụ: BK7M-2QXA.
link-code = Mã nối kênh của bạn: { $code } (dùng một lần, trong { $minutes } phút). Mở kênh mới rồi nhắn mã này:
    { $ways }
link-wrong = Mã này không dùng được: có thể gõ nhầm, đã dùng hoặc quá giờ. Bạn nhắn "liên kết" ở kênh cũ để lấy mã mới.
link-same = Kênh này đã là của bạn rồi.
link-asked = Mình vừa hỏi lại trên { $channel }, kèm số { $mark }. Bên đó thấy đúng số này và trả lời "đúng" là nối xong.
link-is-it-you = Mã nối kênh của { $name } vừa được gõ trên { $channel } lúc { $time }. Kênh mới của { $name } có hiện số { $mark } không? Không thấy số này thì trả lời "không phải".
link-yes = Đúng, nối
link-no = Không phải
link-over = Mã nối kênh này đã dùng hoặc quá giờ.
link-refused = Mình không nối. Nếu không ai trong đội gõ mã, bạn báo người phụ trách nhé.
link-done = Đã nối { $channel } vào hồ sơ của { $name }. Ca trực, báo cáo hai bên là một.
link-welcome = Chào { $name }, kênh này đã nối vào hồ sơ của bạn: ca trực, báo cáo là một.
link-here = Nhắn mình ở đây
link-here-done = Từ giờ mình nhắn bạn ở kênh này trước.

lost-contact-say = mất kênh, mất máy, mất zalo, mất telegram, đổi máy
lost-contact-who = Ai bị mất kênh?
lost-contact-who-label = Thành viên
lost-contact-which = { $name } mất kênh nào? Kênh ấy sẽ bị cắt ngay.
lost-contact-which-label = Kênh mất
lost-contact-chat = { $channel }, nối lúc { $at } { $day }
lost-contact-none = Không cắt, chỉ lấy mã
lost-contact-nobody = { $team } chưa có thành viên nào để nối lại kênh.
lost-contact-code = { $cut ->
    [no] Mã nối kênh của { $name }: { $code }.
   *[other] Đã cắt { $cut } của { $name }. Mã nối kênh mới: { $code }.
    } Anh/chị đưa mã cho đúng người; họ nhắn mã ở kênh mới trong { $hours } giờ, mình sẽ hỏi lại anh/chị rồi mới nối.
lost-contact-told = Đội trưởng vừa cắt { $channel } khỏi hồ sơ của bạn vì báo mất. Không phải vậy thì bạn nhắn đội trưởng ngay nhé.
