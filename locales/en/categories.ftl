### Labels of the codes, half a phone screen wide; codes never change, labels may.

help-reception = Reception, queue
help-procedure = Procedures, papers
help-form = Filling in forms
help-vneid = VNeID
help-online-service = Online services
help-payment = E-payment
help-signature = Digital signature
help-digitise = Scanning, data entry
help-officer = Helping officers
help-class = Digital class
help-access = Interpreting, escort
help-social = Welfare, insurance
help-info-safety = Scam prevention
help-party-member = Party member data
help-other = Something else

difficulty-network = Network, power
difficulty-portal = Portal, software
difficulty-vneid = VNeID, OTP errors
difficulty-data = Wrong data
difficulty-equipment = Equipment
difficulty-no-phone = No phone or SIM
difficulty-skill = Not used to it
difficulty-language = Another language
difficulty-staffing = Too few people
difficulty-procedure = Procedure, forms
difficulty-place = Cramped, far, weather
difficulty-trust = Scams, brokers
difficulty-other = Other

severity-cham = Slows us down
severity-dung = Work stopped

group-elderly = Elderly
group-elderly-alone = Elderly, alone
group-ethnic-minority = Ethnic minority
group-disability = Disability
group-no-smartphone = No smartphone
group-low-literacy = Low literacy
group-poor-policy = Poor, merit families
group-worker = Workers, tenants
group-mother-child = Mother and child
group-student = Pupils, students
group-business = Household business
group-foreigner = Foreigners

mode-centre = Service centre
mode-one-stop = One-stop desk
mode-village-hall = Village hall
mode-home = At home
mode-market = Market
mode-mobile = Mobile desk
mode-remote = Phone, Zalo

part-morning = morning
part-afternoon = afternoon
part-day = whole day
part-evening = evening

figure-luot-nguoi-dan = Visits
figure-luot-doanh-nghiep = Businesses
figure-ho-so = Dossiers sent
figure-lop = Classes
figure-hoc-vien = Learners
figure-tap-huan = Trainings
figure-nguoi-tap-huan = People trained
figure-tin-bai = Posts
figure-tnv-tham-gia = Volunteers
figure-luot-tnv = Volunteer shifts
figure-ngay-cong = Work days
figure-doi-hoat-dong = Teams at work

counted-none = nobody yet
counted-visits = { $about }{ $visits } visits
counted-about = about{" "}
