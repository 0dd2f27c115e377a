### Lists of teams and people from a spreadsheet. Read by whoever made the list.

import-column-province = Province
import-column-province-say = province or city, city
import-column-commune = Commune
import-column-commune-say = ward, unit
import-column-team = Team
import-column-team-say = team name
import-column-organisation = Sent by
import-column-organisation-say = organisation, university, school
import-column-person = Full name
import-column-person-say = name, volunteer
import-column-role = Role
import-column-role-say = position
import-column-note = Note
import-column-note-say = remark
import-column-code = Personal code
import-column-until = Works until the end of

import-role-volunteer = volunteer, member
import-role-deputy = deputy, deputy leader
import-role-leader = leader, team leader
import-role-coordinator = coordinator
import-proposed-deputy = deputy (proposed)
import-proposed-leader = leader (proposed)
import-proposed-coordinator = coordinator (proposed)

# Template
import-sheet-list = List
import-sheet-help = What to write
import-sheet-faults = Rows with faults
import-sheet-codes = Personal codes
import-help-column = Column
import-help-what = What to write
import-example = Example
import-example-province = Hà Nội
import-example-commune = Phường Đống Đa
import-example-team = Đội hình phường Đống Đa
import-example-organisation = Đại học Thủy lợi
import-example-person = Nguyễn Thị Mai Anh
import-example-role = Leader
import-example-note = Example: this row is not taken in, leave it or delete it
import-about-province = Needed. Name or 2-digit code of the province of today. Names before 1/7/2025 are understood.
import-about-commune = Needed, but for coordinators of a province. Name or 5-digit code. Old names are understood; where an old commune was split, write the new one.
import-about-team = Needed, but for coordinators. Same commune and same name is the same team. A team that is not there yet is founded.
import-about-organisation = May be empty. Where the team is sent from: university, firm, affiliated Union.
import-about-person = Full name. Left empty, the row only founds the team. Two people of one name in a team are two rows.
import-about-role = Empty means volunteer. Leader, deputy and coordinator are proposals: they take effect when that person accepts by their personal code and a coordinator confirms the list.
import-about-note = May be empty, is not kept. A row whose note begins with "Example" is left out.
import-about-list-people = Columns in any order, others are left alone. No phone numbers, birthdays or papers: the program neither needs nor keeps them.

# On the screen
import-template-done = The template is in { $file }.
import-reading = Reading
import-comparing = Comparing with what is there
import-writing = Writing
import-read = { $rows } rows read: { $good } can be used, { $faulty } have faults.
import-unread = Columns that were not read: { $headings }.
import-would = If written: { $teams } teams, { $organisations } organisations and { $people } people more; { $moved } teams sent by somebody else; { $proposed } roles proposed; { $same } rows change nothing.
import-fault-row = Row
import-fault-column = Column
import-fault-cell = What stands there
import-fault-what = What is wrong, what to do
import-faults-in = { $count } rows with faults are in { $file }. They are not written; mend them and take in the whole list again, nobody is written twice.
import-confirm = Type { $count } to write { $count } rows, nothing to leave it
import-not-done = Nothing was written.
import-done = { $rows } rows written: { $teams } teams, { $organisations } organisations and { $people } people more; { $moved } teams sent by somebody else; { $proposed } roles proposed; { $same } rows changed nothing. Proposed roles wait for a coordinator to say "confirm roles".
import-codes-in = { $count } personal codes are in { $file }. Each is somebody's key to their team: hand them on commune by commune, never in a group.
import-undo-would = List { $file } (taken in at { $at }). Taken back would be: { $people } names whose code nobody used, { $teams } teams, { $organisations } organisations, { $proposed } proposed roles; { $moved } teams get their former organisation back.
import-undo-stays = Stays, because people work with it: { $people } names who came in or were ticked; { $teams } teams{ $names ->
    [none] { "" }
   *[other] { " " }({ $names })
    }.
import-undo-confirm = Type { $count } to take back { $count } names, nothing to leave it
import-undo-not-done = Nothing was taken back.
import-undo-done = What the list { $file } had added and nobody used is gone. Its personal codes no longer work.

# Faults of a row
import-province-missing = The province is missing. Write its name or code, such as Hà Nội or 01.
import-province-unknown = No province has that name{ $within }. Write the one of today, such as Hà Nội.
import-commune-missing = The commune is missing. Write its name or 5-digit code, such as Phường Đống Đa.
import-commune-unknown = No commune of that name in { $within }. Look at the name again, or write the 5-digit code.
import-unit-near = No unit has exactly this name. Is it one of: { $choices }? Write the right name or the code.
import-unit-several = This name belongs to several units today: { $choices }. Choose one, write its name or code.
import-team-missing = The team is missing. Only coordinators leave this cell empty.
import-team-length = A team's name has { $least } to { $most } letters.
import-organisation-differs = A row above says that "{ $first }" sends this team. A team is sent by one only: write the same, or leave this cell empty.
import-organisation-long = The organisation's name is longer than { $most } letters. Shorten it.
import-person-missing = The name is missing. It is left empty only where a row founds a team and proposes no role.
import-person-unlike = This cannot be read as a name. Write the full name only, such as Nguyễn Thị Mai Anh.
import-role-unknown = This role is not known. Write volunteer, deputy, leader or coordinator; empty means volunteer.
import-private = There is a phone number or the number of a paper in this cell. Delete it, leave the name.

# Files that cannot be read
sheet-broken = the file is broken or no spreadsheet. Open it in Excel or LibreOffice and save it as .xlsx again.
sheet-unreadable = the file cannot be opened ({ $why }). Look at its name and who may read it.
sheet-large = the file is larger than { $most } MiB. Divide it by province.
sheet-parts = the file has more than { $most } parts inside. Copy the list to a new spreadsheet and save that.
sheet-locked = the file has a password. Take it away and save again.
sheet-old-or-locked = this is an old .xls or has a password. Save it as .xlsx without one.
sheet-macros = the file has macros, embedded files or links to others. Save it as a plain .xlsx with nothing but the list.
sheet-not-a-sheet = this is neither an .xlsx nor a .csv.
sheet-bomb = what is inside is far too large for its shell. Copy the list to a new spreadsheet and save that.
sheet-heavy = reading this file takes too much memory. Copy the list to a new spreadsheet and save it, or split it.
sheet-slow = reading this file took too long and was stopped. Copy the list to a new spreadsheet and save it, or split it.
sheet-entities = the file has odd declarations (a DTD). Copy the list to a new spreadsheet and save that.
sheet-not-utf8 = the .csv is not UTF-8. Save it as "CSV UTF-8", or as .xlsx.
sheet-rows = the list is longer than { $most } rows. Divide it.
sheet-spread = cells are formatted far beyond { $most } columns, though nothing stands there. Copy the list to a new spreadsheet and save that.
sheet-columns = row { $row } has more than { $most } columns.
sheet-cell = row { $row } has a cell of more than { $most } letters.
sheet-headings = no row of headings has every column; missing: { $missing }. The template comes from: aoxanh export template mau.xlsx
sheet-heading-twice = the column "{ $heading }" is there twice. Take one away.

# Figures put in from a spreadsheet
import-column-help = Help: { $what }
import-column-day = Day
import-column-day-say = date
import-example-day = 23/11/2026
import-about-day = Needed. The day of the figures, such as 23/11/2026, within the last 92 days. One team and one day are one row.
import-about-team-there = Needed. The name of a team that is there; otherwise found it first with a list of teams.
import-about-number = A whole number for the whole team and day. Left empty, nothing is said of it.
import-about-list-figures = Only for teams that are not on the bot. These figures are marked as put in from above wherever they show; a leader's own figure takes their place. The same list taken in again adds nothing.
import-team-unsaid = The team is missing.
import-team-not-there = This commune has no team of that name. Look at the name again, or found the team first.
import-day-unread = This is no day. Write it like 23/11/2026.
import-day-far = Only figures of the last { $days } days are taken in, and of no day to come.
import-number-unread = This must be a whole number, such as 75. Leave it empty where there is none.
import-number-large = More than { $most }. Is there a digit too many?
import-figures-empty = This row has no number.
import-figures-twice = This team and day stand in row { $first } already. Make one row of them.
import-figures-told = The leader has given this day's figures. They stay; ask the leader to change them.
figures-in-would = If written: figures of { $added } days added, { $replaced } days put in before replaced, { $same } days unchanged.
figures-in-done = { $rows } rows written: { $added } days added, { $replaced } replaced, { $same } unchanged. They are marked as put in from above wherever they show.
figures-in-faults = { $count } faulty rows are in { $file }. They were not written; mend them and take the whole list in again, nothing is written twice.
