### Vai trò: đề nghị, nhận, xác nhận, bàn giao. Xưng mình, gọi anh/chị.

role-named = { $role ->
    [leader] đội trưởng
    [deputy] đội phó
    [coordinator] điều phối viên
   *[volunteer] tình nguyện viên
    }
role-until = { $role } (đến hết { $day })

# Người được đề nghị
role-offer-say = nhận vai, nhận vai trò, vai được đề nghị
role-offer-none = Hiện không có vai nào đang chờ anh/chị nhận.
role-offer-gone = Đề nghị này đã được trả lời hoặc không còn nữa.
role-offer-asks = Anh/chị được đề nghị làm { $role } của { $place }. Anh/chị nhận chứ?
role-offer-accept = Tôi nhận
role-offer-refuse = Không nhận
role-offer-accepted = Anh/chị là { $role } của { $place } từ bây giờ.
role-offer-waits = Mình đã ghi anh/chị nhận làm { $role } của { $place }. Điều phối viên xác nhận xong thì mình báo ngay.
role-offer-refused = Mình đã báo lại là anh/chị không nhận. Vai hiện tại của anh/chị không đổi.
role-offer-taken = { $name } đã nhận làm { $role } của { $place }.
role-offer-not-taken = { $name } không nhận làm { $role } của { $place }. Không ai đổi vai.
join-offer-waits = Chào { $name }, mình đã ghi anh/chị nhận làm { $role } của { $team }. Điều phối viên xác nhận xong thì mình báo ngay.

# Điều phối viên xác nhận
confirm-roles-say = xác nhận vai trò, xác nhận vai, duyệt vai trò
confirm-roles-none = Không có vai nào chờ anh/chị xác nhận.
confirm-roles-list = { $count } vai chờ anh/chị xác nhận{ $left ->
    [0] {""}
   *[other] {" "}(sau đó còn { $left })
    }:
    { $lines }
    Vai có hiệu lực khi người đó đã nhận và anh/chị xác nhận.
confirm-roles-line = { $number }. { $name }: { $role }, { $place }{ $accepted ->
    [yes] {" "}(đã nhận)
   *[no] {""}
    }
confirm-roles-all = { $count ->
    [1] ✓ Xác nhận
   *[other] ✓ Xác nhận cả { $count } vai
    }
confirm-roles-one = Xem từng vai
confirm-roles-drop = Không đồng ý
confirm-roles-dropped = Đã bỏ đề nghị này, không ai đổi vai.
confirm-roles-done = Đã xác nhận: { $leaders } đội trưởng, { $deputies } đội phó, { $coordinators } điều phối viên.{ $waiting ->
    [0] {""}
   *[other] {" "}{ $waiting } người chưa nhận thì có vai khi họ nhận.
    }
confirm-roles-more = Xem còn vai nào
