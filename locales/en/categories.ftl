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

counted-none = nobody yet
counted-visits = { $about }{ $visits } visits
counted-about = about{" "}
