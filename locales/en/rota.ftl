### Planning, moving and calling off shifts, templates, places.

weekday = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[other] Sun
    }

plan-say = plan shifts, plan, add shift, add shifts, new shift
plan-which = Plan shifts of which team?
plan-which-label = Team
plan-sheet = Type the rota, for example: Mon-Fri 7:30-11:30, 6 people, at One-stop Đống Đa, until 31/12.
plan-sheet-label = Type it all again
plan-days = Which days? For example: Mon-Fri next week; 24/11; 28/11 to 31/12.
plan-days-label = Days
plan-day-tomorrow = Tomorrow
plan-day-this-week = Mon–Fri this week
plan-day-next-week = Mon–Fri next week
plan-day-weekend = This Sat and Sun
plan-hours = Which hours? Several shifts at once are fine, for example: morning, afternoon; or 7:30-9:30, 9:30-11:30.
plan-hours-label = Hours
plan-hour-morning = Morning { $hours }
plan-hour-afternoon = Afternoon { $hours }
plan-hour-both = Morning and afternoon
plan-hour-whole = Whole day { $hours }
plan-hour-evening = Evening { $hours }
plan-place = Where?
plan-place-label = Place
plan-place-skip = Not known yet
plan-elsewhere = Another place
plan-place-name = What is the place called? For example: Village hall 5.
plan-place-name-label = Name of the place
plan-needed = How many people does each shift need? Skip it if you do not know yet.
plan-needed-label = People
plan-needed-skip = Not known yet
plan-holidays-too = Work on holidays too?
plan-holidays-too-label = Holidays too
plan-line = · { $days }, { $hours }{ $place }{ $needed ->
    [0] {""}
   *[other] , { $needed } needed
    }{ $several ->
    [days] : { $count } shifts, { $first }–{ $last }
    [hours] : { $count } shifts
   *[no] {""}
    }
plan-every-day = every day
plan-more-lines = … and { $count } more lines.
plan-holidays = Left out as holidays: { $days }.
plan-holidays-how = To work on them, add "including holidays".
plan-worked = Worked instead of another day: { $days }.
plan-feasts = { $days } is a holiday; I plan it because you named the day.
plan-past = Over already, so left out: { $days }.
plan-far = I plan { $days } days ahead at most, until { $last }.
plan-open = You named no last day, so I plan until { $last }.
plan-same = { $count } shifts are there already at the same time and place, so I do not plan them again: { $days }.
plan-crossing = Overlaps with a shift at the same place: { $days }.
plan-new-place = New place: { $places }.
plan-unknown = I did not understand: { $pieces }. If it matters, type it all again, for example: Mon-Fri 7:30-11:30, 6 people, until 31/12.
plan-summary = Plan for { $team }, { $count } shifts:
    { $lines }
    { $unknown }Is that right?
plan-nothing = There is no shift to plan.
    { $reasons }
plan-example = Type it again, for example: Mon-Fri next week, morning, 6 people.
plan-too-many = These are { $count } shifts; I plan { $most } at once at most. Choose an earlier last day, for example: until 31/12.
plan-done = Planned { $count } shifts for { $team }:
    { $lines }
plan-change = Change a planned shift
plan-again = Plan more

undo-shifts-say = undo shifts, undo plan
undo-shifts-gone = This was taken back already, or somebody else did it.
undo-shifts-planned = Took back { $count } planned shifts.{ $left ->
    [0] {""}
   *[other] {" "}{ $left } were changed by somebody since and stay.
    }
undo-shifts-moved = The shift is back where it was.
undo-shifts-cancelled = { $count } shifts take place after all.{ $left ->
    [0] {""}
   *[other] {" "}{ $left } were changed by somebody since and stay.
    }

shifts-all = All { $count } shifts
shifts-keep = Leave as it is
shifts-more = … and { $count } more.
shifts-from-to = { $count } shifts, from { $first } to { $last }
shifts-none-then = The team has no shift ahead on those days. Choose another day, for example: Saturday, 28/11.
shifts-cancelled = { $count ->
    [1] A shift of { $team } is called off, you need not come:
   *[other] { $count } shifts of { $team } are called off, you need not come:
    }
    { $lines }
shifts-moved = { $count ->
    [1] A shift of { $team } has changed:
   *[other] { $count } shifts of { $team } have changed:
    }
    { $lines }
shifts-kept = { $count ->
    [1] This shift of { $team } takes place after all:
   *[other] These { $count } shifts of { $team } take place after all:
    }
    { $lines }
shifts-taken-back = { $count ->
    [1] A shift of { $team } was taken back, you need not come:
   *[other] { $count } shifts of { $team } were taken back, you need not come:
    }
    { $lines }

drop-shift-say = drop a shift, drop shift, call off a shift, cancel shift
drop-shift-none = { $team } has no shift ahead to call off.
drop-shift-day = Call off a shift of which day? Choose, or type days, for example: 28/11; Mon-Fri next week.
drop-shift-day-label = Day
drop-shift-shift = Which shift?
drop-shift-shift-label = Shift
drop-shift-how = Call off { $shifts }.{ $people ->
    [0] {""}
   *[other] {" "}I will tell { $people } people at once.
    } Are you sure?
drop-shift-how-label = Sure
drop-shift-one = { $count ->
    [1] Call it off
   *[other] Call off all { $count }
    }
drop-shift-rest = This one and the rest of its series ({ $count } shifts)
drop-shift-done = Called off { $shifts }.{ $people ->
    [0] {""}
   *[other] {" "}{ $people } people were told.
    }
drop-shift-kept = The shift stays as it is.
drop-shift-gone = This shift was called off or has begun.

move-shift-say = change a shift, move a shift, move shift, edit shift
move-shift-none = { $team } has no shift ahead to change.
move-shift-day = Change a shift of which day? Choose, or type a day, for example: Saturday, 28/11.
move-shift-day-label = Day
move-shift-shift = Which shift?
move-shift-shift-label = Shift
move-shift-what = What changes?
move-shift-what-label = What changes
move-shift-what-hours = Hours
move-shift-what-day = Day
move-shift-what-place = Place
move-shift-what-needed = People needed
move-shift-hours = To which hours? For example: 8:00-11:00; afternoon.
move-shift-hours-label = New hours
move-shift-to-day = To which day? For example: tomorrow, Saturday, 28/11.
move-shift-to-day-label = New day
move-shift-place = Where to?
move-shift-place-label = New place
move-shift-place-name = What is the place called? For example: Village hall 5.
move-shift-place-name-label = Name of the place
move-shift-needed = How many people does it need?
move-shift-needed-label = People needed
move-shift-how = Change { $before }
    to { $after }{ $needed ->
    [0] {""}
   *[other] , { $needed } needed
    }.{ $people ->
    [0] {""}
   *[other] {" "}I will tell { $people } people at once.
    } Is that right?
move-shift-how-label = Right
move-shift-one = Change this shift
move-shift-rest = Change the rest of its series, too ({ $count } shifts)
move-shift-one-time = One shift has one time. For example: 8:00-11:00.
move-shift-past = That time is over. Choose another time or day.
move-shift-far = That is more than { $days } days ahead. Check the day, for example: Saturday.
move-shift-same = The team has a shift at that time and place already. Choose another one.
move-shift-kept = The shift stays as it is.
move-shift-done = Changed to { $after }{ $needed ->
    [0] {""}
   *[other] , { $needed } needed
    }.{ $people ->
    [0] {""}
   *[other] {" "}{ $people } people were told.
    }

copy-week-say = next week like this week, copy week, copy the week, repeat this week
copy-week-source = Which week?
copy-week-source-label = As in
copy-week-onto = For which week?
copy-week-onto-label = For
copy-week-this-week = This week
copy-week-next-week = Next week
copy-week-one = Week { $first }–{ $last }
copy-week-four = { $count } weeks { $first }–{ $last }
copy-week-empty = { $team } has no shift this week to copy. Plan a week first, for example: Mon-Fri morning, 6 people.
copy-week-summary = Plan for { $team } as in "{ $source }". { $onto }, { $count } shifts:
    { $lines }
    Is that right?
keep-week-say = save template, keep this week, save week
keep-week-week = Which week becomes a template?
keep-week-week-label = Week
keep-week-this-week = This week ({ $count } shifts)
keep-week-next-week = Next week ({ $count } shifts)
keep-week-title = What is the template called? For example: Usual week.
keep-week-title-label = Name
keep-week-empty = { $team } has no shift this week or next week to keep. Plan a week first.
keep-week-full = The team has { $most } templates, that is the most. Drop one first.
keep-week-done = Kept as "{ $name }", { $count } shifts a week.
rota-templates-say = templates, rota templates, week templates
rota-templates = Templates
rota-templates-head = Templates of { $team }:
rota-templates-none = { $team } has no template yet. Keep a week that suits you and use it again.
rota-template-line = · { $name }: { $count } shifts a week
rota-template-use = Use it
rota-template-use-one = Use "{ $name }"
rota-template-drop = Drop "{ $name }"
rota-template-drop-ask = Drop the template "{ $name }"? What is planned stays.
rota-template-drop-sure = Drop it
rota-template-dropped = Dropped "{ $name }".
rota-template-gone = This template is gone.
rota-copy-week = Next week like this week
rota-keep-week = Keep this week

place-centre = Public service centre
place-one-stop = One-stop desk
place-village-hall = Village hall
place-home = At home
place-market = Market
place-mobile = Mobile point
place-remote = By phone or Zalo
team-places = Places
places-say = places, our places, add place
places-new-say = new place, add a place
places-which = { $count ->
    [0] { $team } has no place yet. Add one.
   *[other] { $team } has { $count } places. Choose one to change, or add one.
    }
places-which-label = Place
places-new = Add a place
places-what = { $name }. What would you like to do?
places-what-label = What
places-do-mode = Choose its kind
places-do-rename = Rename
places-mode = What kind of place is it?
places-do-close = Use it no more
places-title = What is the place called? For example: Village hall 5.
places-title-label = Name
places-mode-label = Kind
places-noted = New place: { $name }.
places-taken = The team has a place of this name. Choose another name.
places-saved = Saved: { $name }.
places-closed = { $name } is used no more; shifts planned there stay.
places-opened = { $name } is used again.
places-gone = This place is no longer on the list.
