### Điều mình tự nhắn: nhắc trước ca, hỏi lúc hết ca.

reminder-shift = Sắp tới ca trực { $times } của { $team }. Đến nơi thì bấm "Vào ca".
reminder-check-out = Hết ca rồi, bạn vào ca từ { $since } mà chưa ra ca. Về thì bấm "Ra ca".
newcomer-expired = Ba ngày rồi đội trưởng chưa duyệt nên mình tạm cho bạn ra khỏi đội. Bạn xin đội trưởng mã mới để vào lại nhé.
