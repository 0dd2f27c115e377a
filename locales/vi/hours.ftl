### Giờ và ngày công của một người, và giấy xác nhận.

hours-say = giờ công, ngày công, giờ trực, số giờ, giấy xác nhận, giờ ngày công
menu-hours = Giờ, ngày công
hours = { $shifts ->
    [0] { $period }: chưa có ca nào xong.
   *[other] { $period }: { $shifts } ca, { $hours } giờ, { $days } ngày công, có chứng thực { $proven }/{ $shifts }.
        Ca nửa ngày tính 0,5 ngày công, ca cả ngày tính 1.
    }
hours-of-week = Tuần này
hours-of-month = Tháng này
hours-of-year = Năm nay
hours-paper = Lấy giấy xác nhận
hours-paper-done = Giấy xác nhận của bạn đây. In ra, đưa đội trưởng hoặc Đoàn xã, phường ký.
hours-paper-head =
    ĐOÀN THANH NIÊN CỘNG SẢN
    HỒ CHÍ MINH
hours-paper-title = GIẤY XÁC NHẬN THAM GIA TÌNH NGUYỆN
hours-paper-name = Đồng chí: { $name }
hours-paper-team = Đội hình: { $teams }
hours-paper-period = Thời gian: { $period }
hours-paper-figures = Đã tham gia { $shifts } ca trực ({ $proven } ca có chứng thực), { $hours } giờ, bằng { $days } ngày công.
hours-paper-signed =
    ……, ngày …… tháng …… năm ……
    TM. BAN CHẤP HÀNH
    (ký, ghi rõ họ tên)
hours-paper-foot = Kiểm tra tại { $link }. Ca nửa ngày tính 0,5 ngày công, ca cả ngày tính 1.

verify-true = Giấy này có thật. Số liệu lúc lập giấy:
verify-unknown = Không có giấy nào mang mã này. Bạn xem lại mã trên giấy, phân biệt chữ và số.
verify-erased = (đã xóa theo yêu cầu)
