### Việc của đội trưởng, đội phó và điều phối viên. Xưng mình, gọi anh/chị.

leader-which = Anh/chị chọn đội ({ $count } đội):
leader-more-teams = Xem thêm đội
leader-no-team = Anh/chị chưa phụ trách đội nào.

join-role-pending = Mình đã ghi anh/chị là { $role ->
    [leader] đội trưởng
   *[other] đội phó
    } của { $team }. Đội trưởng duyệt xong là dùng được.
