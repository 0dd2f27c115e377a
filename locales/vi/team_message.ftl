### Đội trưởng, đội phó nhắn cho đội mình: xem trước tới ai, gửi sau một phút, dừng được.

menu-team-message = Nhắn đội
team-team-message = Nhắn đội
team-message-say = nhắn đội, nhắn cả đội, nhắn cho đội, nhắn cho cả đội, nhắn đội mình, nhắn đội em, thông báo đội, thông báo cho đội, thông báo cả đội, gửi tin cho đội, gửi tin cả đội
team-message-see-say = ai đã nhận, ai đã nhận tin, ai nhận tin rồi, ai chưa nhận tin
team-message-team = Nhắn đội nào?
team-message-team-label = Đội
team-message-words = Anh/chị viết ngắn gọn, ví dụ: Mai tập trung 7h ở UBND phường. Đừng ghi số giấy tờ hay số điện thoại của ai.
team-message-words-label = Nội dung
team-message-summary = Nhắn { $team }: { $text }
    { $preview }
team-message-preview = Sẽ đến { $people } người{ $quiet ->
    [yes] . Đang giờ nghỉ nên { $at } mới gửi; cần gấp thì anh/chị gọi.
   *[no] {" "}trong ít phút.
    }
team-message-missing = Không tới được { $people } người (không nhận lời nhắc hoặc mất kênh): { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
    }. Anh/chị báo trực tiếp giúp.
team-message-left = Chưa nhận được: { $names }{ $more ->
    [0] {""}
   *[other] {" "}và { $more } người nữa
    }. Anh/chị báo trực tiếp giúp.
team-message-confirm = ✓ Gửi cho { $people } người
team-message-begun = { $at } mình gửi cho { $people } người của { $team }. Trước lúc đó anh/chị vẫn dừng được.
team-message-message = { $name } ({ $team }) nhắn cả đội: { $text }
team-message-progress = { $state ->
    [going] Đang gửi
    [stopped] Đã dừng
   *[done] Đã gửi xong
    }: { $got }/{ $people } người đã nhận "{ $text }"
team-message-nobody = Chưa nhắn được ai trong đội.{ $missing ->
    [none] {" "}Đội chưa có ai khác: anh/chị gửi mã vào đội cho các bạn.
   *[other] {" "}{ $missing }
    }
team-message-not-led = Nhắn đội là việc của đội trưởng, đội phó. Anh/chị gửi cho các đội bằng "Gửi thông báo".
team-message-gone = Bảy ngày qua mình không thấy tin ấy trong các tin anh/chị nhắn đội.
team-message-see = Ai đã nhận
team-message-stop = Dừng, không gửi
team-message-new = Viết tin khác
