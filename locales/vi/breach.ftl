### Sổ sự cố dữ liệu cá nhân và bản nháp thông báo vi phạm.

breach-none = Sổ sự cố trống.
breach-line = { $id }  { $tenant }  { $kind ->
    [purpose] xử lý sai mục đích
   *[leak] lộ, mất dữ liệu
    }: { $what }. Phát hiện { $noticed }, hạn báo { $due }{ $state ->
    [done] , đã báo
    [late] , QUÁ HẠN
   *[open] , còn { $hours } giờ
    }. Còn phải làm: { $owes }
breach-owes-report = báo cơ quan chuyên trách
breach-owes-tell = báo người bị ảnh hưởng
breach-owes-close = khép lại
breach-unknown = (chưa rõ, bổ sung sau)
breach-report = BẢN NHÁP. Đối chiếu với mẫu ban hành kèm Nghị định 356/2025/NĐ-CP trước khi gửi.

    TÊN TỔ CHỨC: { $controller }
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc

    THÔNG BÁO VI PHẠM QUY ĐỊNH VỀ BẢO VỆ DỮ LIỆU CÁ NHÂN
    Kính gửi: Cơ quan chuyên trách bảo vệ dữ liệu cá nhân (Bộ Công an)
    Căn cứ Luật 91/2025/QH15, Điều 23; Nghị định 356/2025/NĐ-CP, Điều 28, Điều 29.

    1. Bên thông báo
    - Tên tổ chức: { $controller }
    - Quyết định thành lập: ……………………………
    - Địa chỉ trụ sở: ……………………………
    - Điện thoại, thư điện tử, trang web: ……………………………
    2. Bộ phận, nhân sự bảo vệ dữ liệu cá nhân
    - Cách liên hệ: { $contact }
    - Họ và tên, chức danh, điện thoại, thư điện tử: ……………………………
    3. Mô tả vi phạm
    a) Loại vi phạm: { $kind ->
        [purpose] xử lý dữ liệu sai mục đích
       *[leak] lộ, mất, bị truy cập hoặc thay đổi trái phép
        }
    b) Thời gian: xảy ra { $happened }; phát hiện { $noticed } (hạn thông báo 72 giờ: { $due })
    c) Địa điểm: { $place }
    d) Hành vi, diễn biến: { $what }
    đ) Tổ chức, cá nhân liên quan: { $parties }
    e) Các loại dữ liệu cá nhân cơ bản: { $data }
    g) Các loại dữ liệu cá nhân nhạy cảm: { $sensitive }
    h) Số lượng dữ liệu: { $records }; số chủ thể dữ liệu bị ảnh hưởng: { $people }
    i) Dữ liệu vị trí: { $location ->
        [yes] có; đã báo cho người bị ảnh hưởng lúc { $told }
       *[no] không
        }
    4. Nguyên nhân: { $cause }
    5. Hậu quả, thiệt hại có thể xảy ra: { $harm }
    6. Biện pháp đã và sẽ thực hiện để giải quyết, giảm thiểu tác hại: { $measures }
    7. Lý do thông báo sau 72 giờ: { $late ->
        [yes] { $late_because }
       *[no] không áp dụng
        }

    Chúng tôi chịu trách nhiệm về nội dung trên và bổ sung ngay khi rõ thêm.
    Ngày { $day }
    Đại diện bên thông báo (ký, ghi rõ họ tên, đóng dấu)
