### Nhãn của các mã; mã không bao giờ đổi, nhãn thì có thể.

help-reception = Đón tiếp, phân luồng, lấy số
help-procedure = Hướng dẫn thủ tục, giấy tờ
help-form = Kê khai, viết tờ khai
help-vneid = VNeID, định danh
help-online-service = Dịch vụ công trực tuyến
help-payment = Thanh toán không tiền mặt
help-signature = Chữ ký số
help-digitise = Số hóa, nhập liệu
help-officer = Hỗ trợ cán bộ, công chức
help-class = Lớp Bình dân học vụ số
help-access = Phiên dịch, đưa đón
help-social = An sinh, bảo hiểm
help-info-safety = Tuyên truyền, chống lừa đảo
help-party-member = Dữ liệu, đổi thẻ đảng viên
help-other = Việc khác

difficulty-network = Mạng, điện
difficulty-portal = Cổng, phần mềm lỗi
difficulty-vneid = VNeID, OTP lỗi
difficulty-data = Dữ liệu sai, chưa khớp
difficulty-equipment = Thiếu, hỏng thiết bị
difficulty-no-phone = Dân không có máy, SIM
difficulty-skill = Dân chưa quen, mắt kém
difficulty-language = Khác tiếng
difficulty-staffing = Thiếu người, quá tải
difficulty-procedure = Quy trình, biểu mẫu
difficulty-place = Chật, xa, thời tiết
difficulty-trust = Lừa đảo, cò giấy tờ
difficulty-other = Khác

severity-cham = Làm chậm
severity-dung = Phải dừng

group-elderly = Người cao tuổi
group-elderly-alone = Người già neo đơn
group-ethnic-minority = Đồng bào dân tộc thiểu số
group-disability = Người khuyết tật, khó đi lại
group-no-smartphone = Không có điện thoại thông minh
group-low-literacy = Chưa thạo chữ
group-poor-policy = Hộ nghèo, cận nghèo, có công
group-worker = Công nhân, người ở trọ
group-mother-child = Phụ nữ mang thai, có con nhỏ
group-student = Học sinh, sinh viên
group-business = Doanh nghiệp, hộ kinh doanh
group-foreigner = Người nước ngoài

counted-none = chưa có người dân nào
counted-visits = { $about }{ $visits } lượt người dân
counted-about = khoảng{" "}
