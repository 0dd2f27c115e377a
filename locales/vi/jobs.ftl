### Điều mình tự nhắn: nhắc trước ca, hỏi lúc hết ca.

reminder-shift = Sắp tới ca trực { $times } của { $team }. Đến nơi thì nhắn "vào ca".
coming-shift = Ca tới: { $shifts }.{ $asks ->
    [yes] {" "}Đến được thì nhắn "mình sẽ đến", bận thì nhắn "báo vắng".
   *[no] {""}
    }
reminder-check-out = Hết ca rồi, bạn vào ca từ { $since } mà chưa ra ca. Về thì nhắn "ra ca", kèm số đã giúp luôn cũng được: ra ca 5 vneid 2 dvc.
newcomer-expired = Ba ngày rồi đội trưởng chưa duyệt nên mình tạm cho bạn ra khỏi đội. Bạn xin đội trưởng mã mới để vào lại nhé.
pledge-question = Ngày mai, { $day }, bạn có { $count ->
    [1] ca trực
   *[other] { $count } ca trực
    }: { $shifts }. Bạn đến được chứ?
changes-into = Đội trưởng xếp bạn vào { $count ->
    [1] ca
   *[other] { $count } ca
    }: { $shifts }. { $count ->
    [1] Bạn đến được chứ?
   *[other] Ca nào không đến được thì mở "Ca của tôi" để báo.
    }
changes-out = Đội trưởng xếp lại lịch, bạn không phải trực ca { $shifts } nữa.
