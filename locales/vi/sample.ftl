### Đội mẫu của lần chạy đầu tiên: để thử, không phải người thật.

sample-tenant = Thành đoàn Hà Nội (mẫu)
sample-campaign = Chiến dịch mẫu
sample-team = Đội Áo Xanh phường Đống Đa
sample-place = Một cửa phường Đống Đa
sample-leader = Trần Văn Nam
sample-coordinator = Lê Thị Hoa
sample-volunteer = Nguyễn Thị Mai Anh
sample-controller = Thành đoàn mẫu
sample-contact = lienhe@example.vn
