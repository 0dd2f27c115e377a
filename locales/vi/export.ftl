### Tệp mang đi: báo cáo tuần (.docx, .xlsx) và từng dòng số liệu (.xlsx).

export-cut = {" "}… (đã cắt bớt vì quá 32.767 ký tự)
export-union = ĐOÀN TNCS HỒ CHÍ MINH
export-above = { $level ->
    [commune] BCH ĐOÀN { $above }
    [province] BCH TRUNG ƯƠNG ĐOÀN
   *[other] BAN BÍ THƯ
    }
export-issuer = { $level ->
    [central] TRUNG ƯƠNG ĐOÀN
   *[other] BCH ĐOÀN { $unit }
    }
export-headed = { $kind ->
    [thanh_pho] TP. { $unit }
    [tinh] tỉnh { $unit }
    [phuong] phường { $unit }
    [dac_khu] đặc khu { $unit }
   *[other] xã { $unit }
    }
export-central-place = Hà Nội
export-number = Số:        -BC/ĐTN
export-dated = { $place }, ngày { $day } tháng { $month } năm { $year }
export-title = BÁO CÁO TUẦN
export-subject = Kết quả các đội hình thanh niên tình nguyện
    hỗ trợ chính quyền địa phương 2 cấp
export-period = (Từ ngày { $since } đến ngày { $until })
export-updated = Số liệu cập nhật lúc { $at } ngày { $day }, bản { $edition }
export-part-results = I. KẾT QUẢ TRONG TUẦN
export-part-news = II. ĐIỂM MỚI
export-part-models = III. MÔ HÌNH HAY
export-part-troubles = IV. KHÓ KHĂN, VƯỚNG MẮC
export-part-proposals = V. ĐỀ XUẤT, KIẾN NGHỊ
export-part-coverage = Đơn vị báo cáo
export-by-matter = Theo nội dung
export-by-group = Theo nhóm đối tượng
export-none = Không có.
export-figure = Nội dung
export-value = Tuần này
export-before = Tuần trước
export-change = Tăng, giảm
export-whole = Trên tổng số
export-adjusted = Điều chỉnh tuần trước
export-meaning = Cách tính
export-approx = ({ $count } báo cáo ước lượng)
export-adjustment = Điều chỉnh tuần { $since }–{ $until }: { $by }
export-model = { $name } ({ $unit }): { $what }{ $result ->
    [none] {""}
   *[other] {" "}Kết quả: { $result }.
    }{ $tried ->
    [0] {""}
   *[other] {" "}Đã có { $tried } nơi làm thử.
    }
export-trouble = { $what }: { $cases } vụ ở { $communes } xã, phường, trong { $days } ngày{ $stopped ->
    [0] {""}
   *[other] , { $stopped } vụ phải dừng
    }; đã xử lý { $solved }.{ $solvers ->
    [none] {""}
   *[other] {" "}Đề nghị xử lý: { $solvers }.
    }
export-solver-team = đội
export-solver-commune = cấp xã
export-solver-province = cấp tỉnh
export-solver-central = Trung ương
export-solver-police = công an
export-covered = Đã báo cáo: { $reported }/{ $expected }.
export-silent = Chưa báo cáo ({ $count }): { $names }.
export-receivers = Nơi nhận:
export-receivers-lines = { $level ->
    [commune] - BCH Đoàn { $above } (báo cáo);
        - Đảng ủy xã, phường (báo cáo);
        - Lưu VP.
    [province] - Trung ương Đoàn (báo cáo);
        - Thường trực Tỉnh ủy, Thành ủy (báo cáo);
        - Lưu VP.
   *[other] - Ban Bí thư Trung ương Đoàn (báo cáo);
        - Lưu VP.
    }
export-signed = TM. BAN THƯỜNG VỤ
    (Ký, ghi rõ họ tên)
export-sheet-document = Tổng hợp
export-sheet-provinces = Tỉnh, thành phố
export-sheet-communes = Xã, phường
export-sheet-teams = Đội
export-sheet-lines = Từng dòng
export-day = Ngày
export-code = Mã
export-unit = Đơn vị
export-team = Đội
export-matter = Việc
export-count = Số
export-parts = Các bạn báo
export-given = Đội trưởng ghi
export-behalf = Nhập hộ
export-on-behalf = nhập hộ
export-visits-on-behalf = Lượt người dân nhập hộ
export-of-which-behalf = (nhập hộ { $count })
export-approx-column = Ước lượng
export-draft = BẢN NHÁP, chưa gửi
file-link = Tệp ở đây, tải trong vòng 1 giờ: { $link }
file-elsewhere = Ở đây mình không gửi tệp được. Anh/chị nhắn "web" để mở trang web rồi tải ở đó.
file-too-large = Tệp quá lớn để gửi trong chat. Anh/chị chọn ít ngày hơn, hoặc nhờ người vận hành xuất giúp.
file-failed = Mình chưa viết được tệp này. Anh/chị thử lại sau ít phút nhé.
weekly-file-say = tải báo cáo tuần, xuất báo cáo tuần, tệp báo cáo tuần
weekly-file-docx-say = tải docx, tải word, xuất word, bản in báo cáo tuần
weekly-file-xlsx-say = tải xlsx, tải excel, xuất excel, bảng số liệu tuần
weekly-file-docx = Tải bản in (.docx)
weekly-file-xlsx = Tải bảng số (.xlsx)
weekly-file-here = { $kind ->
    [docx] Báo cáo tuần để in và ký
    [sums] Bảng số liệu tuần: mỗi cấp một trang
   *[other] Bảng số liệu tuần: mỗi cấp một trang, kèm từng dòng số liệu
    }{ $draft ->
    [yes] , bản nháp chưa gửi
   *[no] {""}
    }.
weekly-file-name = Báo cáo tuần { $unit } { $since } đến { $until }
