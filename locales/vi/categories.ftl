### Nhãn của các mã, vừa nửa màn hình điện thoại; mã không bao giờ đổi, nhãn thì có thể.

help-reception = Đón tiếp, lấy số
help-procedure = Thủ tục, giấy tờ
help-form = Viết tờ khai
help-vneid = VNeID
help-online-service = Dịch vụ công
help-payment = Thanh toán số
help-signature = Chữ ký số
help-digitise = Số hóa, nhập liệu
help-officer = Hỗ trợ cán bộ
help-class = Lớp BDHV số
help-access = Dịch, đưa đón
help-social = An sinh, bảo hiểm
help-info-safety = Chống lừa đảo
help-party-member = Dữ liệu đảng viên
help-other = Việc khác

difficulty-network = Mạng, điện
difficulty-portal = Cổng, phần mềm
difficulty-vneid = VNeID, OTP lỗi
difficulty-data = Dữ liệu sai
difficulty-equipment = Thiết bị
difficulty-no-phone = Thiếu máy, SIM
difficulty-skill = Dân chưa quen
difficulty-language = Khác tiếng
difficulty-staffing = Thiếu người
difficulty-procedure = Quy trình, biểu mẫu
difficulty-place = Chật, xa, thời tiết
difficulty-trust = Lừa đảo, cò
difficulty-other = Khác

severity-cham = Làm chậm
severity-dung = Phải dừng

group-elderly = Người cao tuổi
group-elderly-alone = Người già neo đơn
group-ethnic-minority = Đồng bào DTTS
group-disability = Khuyết tật
group-no-smartphone = Không smartphone
group-low-literacy = Chưa thạo chữ
group-poor-policy = Nghèo, có công
group-worker = Công nhân, ở trọ
group-mother-child = Mang thai, con nhỏ
group-student = Học sinh, sinh viên
group-business = Hộ kinh doanh, DN
group-foreigner = Người nước ngoài

counted-none = chưa có người dân nào
counted-visits = { $about }{ $visits } lượt người dân
counted-about = khoảng{" "}
