### The sample team of a first start: to try things out, not real people.

sample-tenant = Hà Nội City Youth Union (sample)
sample-campaign = Sample campaign
sample-team = Áo Xanh team, Đống Đa ward
sample-place = One-stop desk, Đống Đa ward
sample-leader = Trần Văn Nam
sample-coordinator = Lê Thị Hoa
sample-volunteer = Nguyễn Thị Mai Anh
sample-controller = Sample City Youth Union
sample-contact = lienhe@example.vn
