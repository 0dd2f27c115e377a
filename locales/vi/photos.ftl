### Ảnh áp phích và lớp học, chỉ khi chiến dịch bật. Đội trưởng duyệt rồi mới giữ.

photo-what = Ảnh này chụp gì? Chỉ gửi ảnh áp phích hoặc lớp học, đừng chụp giấy tờ hay mặt bà con.
photo-what-poster = Áp phích, pa-nô
photo-what-class = Lớp học
photo-drop = Thôi, bỏ ảnh
photo-sent = Mình chuyển đội trưởng xem. Duyệt thì mới giữ; không duyệt hoặc quá 48 giờ là ảnh tự mất.
photo-take-back = Rút ảnh
photo-dropped = Đã bỏ, mình không giữ ảnh này.
photo-over = Ảnh này đã xong rồi.
photo-gone = Ảnh này không còn nữa.
photo-lost = Mình không tải được ảnh bạn gửi, hoặc đó không phải là ảnh. Bạn gửi lại giúp mình nhé.
photo-doubt = ⚠ Ảnh bạn vừa gửi trông giống giấy tờ của bà con. Nếu đúng vậy, bạn rút ảnh lại giúp mình nhé.

photos-say = ảnh chờ duyệt, duyệt ảnh, ảnh của đội, xem ảnh
photos-asked = { $doubt ->
    [card] ⚠ Ảnh này trông giống thẻ căn cước: chỉ giữ khi chắc chắn không phải.{" "}
    [paper] ⚠ Ảnh này trông giống giấy tờ của người dân: chỉ giữ khi chắc chắn không phải.{" "}
   *[none] {""}
    }Một bạn trong đội gửi ảnh ({ $what }). Anh/chị xem rồi chọn; quá 48 giờ không chọn thì ảnh tự mất.
photos-keep = Giữ ảnh
photos-refuse = Không giữ
photos-kept = Đã giữ ảnh này.
photos-refused = Đã xoá ảnh này.
photos-back = Đã hoàn tác, ảnh lại chờ anh/chị chọn.
photos-head = { $count ->
    [0] Đội chưa có ảnh nào.{ $takes ->
        [no] {" "}Chiến dịch này chưa bật nhận ảnh.
       *[yes] {""}
        }
   *[other] { $count } ảnh, { $waiting } ảnh chờ duyệt.
    }
photos-one = { $waits ->
    [yes] ● { $what }, { $day }
   *[no] { $what }, { $day }
    }

take-photos-say = bật ảnh, tắt ảnh, nhận ảnh
take-photos-which = Chiến dịch nào nhận ảnh áp phích và lớp học? Đội trưởng duyệt từng ảnh rồi mới giữ.
take-photos-on = Bật: { $name }
take-photos-off = Tắt: { $name }
take-photos-done = { $on ->
    [yes] Đã bật nhận ảnh cho “{ $name }”. Bạn nào gửi ảnh thì đội trưởng xem và chọn giữ hay không.
   *[no] Đã tắt nhận ảnh cho “{ $name }”. Ảnh đã giữ vẫn còn.
    }
take-photos-province = Việc này dành cho điều phối viên cấp tỉnh.
