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

    THÔNG BÁO VI PHẠM QUY ĐỊNH VỀ BẢO VỆ DỮ LIỆU CÁ NHÂN
    Kính gửi: Cơ quan chuyên trách bảo vệ dữ liệu cá nhân (Bộ Công an)
    Căn cứ Luật 91/2025/QH15, Điều 23; Nghị định 356/2025/NĐ-CP, Điều 28, Điều 29.

    1. Bên thông báo: { $controller }
    2. Người, bộ phận bảo vệ dữ liệu cá nhân và cách liên hệ: { $contact }
    3. Loại vi phạm: { $kind ->
        [purpose] xử lý dữ liệu sai mục đích
       *[leak] lộ, mất, bị truy cập hoặc thay đổi trái phép
        }
    4. Thời điểm xảy ra: { $happened }
    5. Thời điểm phát hiện: { $noticed } (hạn thông báo 72 giờ: { $due })
    6. Diễn biến: { $what }
    7. Loại dữ liệu liên quan: { $data }
    8. Số chủ thể dữ liệu bị ảnh hưởng: { $people }
    9. Có dữ liệu vị trí: { $location ->
        [yes] có; đã báo cho người bị ảnh hưởng lúc { $told }
       *[no] không
        }
    10. Nguyên nhân: { $cause }
    11. Hậu quả, thiệt hại có thể xảy ra: (chưa rõ, bổ sung sau)
    12. Biện pháp đã và sẽ thực hiện: { $measures }

    Ngày { $day }
    Đại diện bên thông báo (ký, ghi rõ họ tên)
