### Mô hình hay: đề xuất, đội trưởng ghi nhận, xã phường hoặc tỉnh chọn, nơi khác làm thử. Xưng mình.

models-say = mô hình, mô hình hay, cách làm hay, xem mô hình
models-head = { $count ->
    [0] Chưa có mô hình hay nào. Đội nào có cách làm hay thì gửi lên nhé.
   *[other] { $count } mô hình hay{ $waiting ->
        [0] {""}
       *[other] , { $waiting } đang chờ anh/chị
        }. Tìm nhanh thì gõ: /mohinh phiên dịch
    }
models-none-named = Không thấy mô hình nào có chữ "{ $sought }".
models-line = { $name }, { $unit }{ $state ->
    [proposed] {" "}(chờ đội trưởng)
    [endorsed] {" "}(chờ chọn)
   *[picked] {""}
    }{ $tried ->
    [0] {""}
   *[other] , { $tried } nơi làm thử
    }
models-button = { $waits ->
    [yes] ● { $name }
   *[no] { $name }
    }
models-more = Xem thêm
models-new = Gửi mô hình
models-all = Các mô hình
models-see = Xem mô hình
models-gone = Mô hình này không còn, hoặc chưa được chia sẻ cho bạn.
models-card = “{ $name }”, { $team }
    { $what }{ $since ->
    [none] {""}
   *[other] {" "}Làm từ: { $since }.
    }{ $result ->
    [none] {""}
   *[other] {" "}Kết quả: { $result }.
    }
    { $copyable ->
    [yes] Nơi khác làm theo được.
   *[no] Khó làm theo ở nơi khác.
    } Hỏi thêm: Đoàn { $unit }.
    { $state ->
    [proposed] Đang chờ đội trưởng ghi nhận.
    [endorsed] Đội trưởng đã ghi nhận, chờ xã, phường hoặc tỉnh chọn.
   *[picked] { $picked } đã chọn.
    } { $tried ->
    [0] Chưa nơi nào làm thử.
   *[other] { $tried } nơi làm thử: { $where }.
    }
models-endorse = Ghi nhận
models-endorse-done = Đã ghi nhận “{ $name }”, xã, phường và tỉnh sẽ thấy.
models-decline = Không chọn
models-decline-done = Đã để “{ $name }” sang một bên.
models-pick = Chọn phổ biến
models-pick-done = Đã chọn “{ $name }”. Sáng thứ hai tới mình gửi cho các nơi khác.
models-back-done = Đã hoàn tác: “{ $name }” như trước.
models-picked-for-you = Mô hình “{ $name }” bạn gửi đã được chọn để các nơi khác học. Cảm ơn bạn.
models-try = { $unit ->
    [none] Đơn vị mình sẽ làm thử
   *[other] { $unit } sẽ làm thử
    }
models-try-named = Làm thử: { $name }
models-tried = { $unit } sẽ làm thử “{ $name }” (đã có { $count } nơi). Hỏi thêm: Đoàn { $contact }.
models-dropped = { $unit } không làm thử “{ $name }” nữa (còn { $count } nơi).
models-weekly = Mô hình hay tuần này ({ $count }):
models-weekly-one = · “{ $name }”, { $team }: { $what }
models-weekly-waiting = { $count } mô hình chờ anh/chị chọn.
digest-models = { $count } mô hình hay chờ anh/chị ghi nhận, mới nhất là “{ $name }”: nhắn "mô hình" để xem.

# Gửi mô hình
new-model-say = gửi mô hình, đề xuất mô hình, mô hình mới
new-model-team = Mô hình của đội nào?
new-model-team-label = Đội
new-model-title = Mô hình tên là gì? Ngắn thôi, ví dụ: 1 kèm 1, Phiên dịch công nghệ.
new-model-title-label = Tên
new-model-what = Làm thế nào? Viết 1–3 câu, không ghi tên người.
new-model-what-label = Cách làm
new-model-since = Làm từ bao giờ? Ví dụ: tháng 9/2026.
new-model-since-label = Làm từ
new-model-result = Kết quả bằng con số? Ví dụ: 120 cụ tự nộp được hồ sơ.
new-model-result-label = Kết quả
new-model-copyable = Nơi khác làm theo được không?
new-model-copyable-label = Làm theo được
new-model-summary = Gửi mô hình:
    { $lines }
    Đúng chưa ạ?
new-model-taken = Nơi bạn đã có mô hình tên này rồi. Bạn đặt tên khác.
new-model-done = Đã gửi “{ $name }”. { $own ->
    [yes] Anh/chị phụ trách đội nên coi như đã ghi nhận; xã, phường và tỉnh sẽ thấy.
   *[no] Đội trưởng thấy trong tổng hợp tối nay; được chọn thì mình báo bạn.
    }
