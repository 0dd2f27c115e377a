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
difficulty-procedure = Quy trình, giấy tờ
difficulty-place = Chật, xa, mưa gió
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

mode-centre = Trung tâm HCC
mode-one-stop = Bộ phận Một cửa
mode-village-hall = Nhà văn hóa
mode-home = Tận nhà
mode-market = Chợ
mode-mobile = Lưu động
mode-remote = Điện thoại, Zalo

part-morning = sáng
part-afternoon = chiều
part-day = cả ngày
part-evening = tối

figure-luot-nguoi-dan = Lượt người dân
figure-luot-doanh-nghiep = Doanh nghiệp, hộ KD
figure-ho-so = Hồ sơ đã nộp
figure-lop = Lớp BDHV số
figure-hoc-vien = Học viên
figure-tap-huan = Buổi tập huấn
figure-nguoi-tap-huan = Người tập huấn
figure-tin-bai = Tin, bài
figure-tnv-tham-gia = TNV tham gia
figure-luot-tnv = Lượt TNV
figure-ngay-cong = Ngày công
figure-doi-hoat-dong = Đội hoạt động

counted-none = chưa có người dân nào
counted-visits = { $about }{ $visits } lượt người dân
counted-about = khoảng{" "}
