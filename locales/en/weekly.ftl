### The weekly roll-up: commune → province → centre.

menu-weekly = Weekly roll-up
menu-weekly-units = Who has sent
weekly-say = weekly roll-up, weekly report, the week
weekly-week = week { $number } ({ $since }–{ $until })
weekly-head = Roll-up of { $week } · { $unit }
    Edition { $edition }, figures as of { $at } { $day }.
weekly-part-results = ① Results (against the week before)
weekly-part-news = ② News
weekly-part-models = ③ Good models
weekly-part-troubles = ④ Difficulties
weekly-part-proposals = ⑤ Proposals
weekly-nothing = · (none yet)
weekly-cell-few = <5
weekly-cell-hidden = hidden
weekly-proven = Confirmed { $count }/{ $whole } volunteer-shifts
weekly-teams = Teams at work { $working } of { $founded } founded
weekly-covered = Reported { $reported }/{ $expected } { $level ->
    [commune] teams
   *[other] communes
    }
weekly-behalf = { $count } on behalf
weekly-adjusted = Adjustment of { $week }: { $changes }
weekly-model = · { $name } ({ $unit }){ $result ->
    [none] {""}
   *[other] : { $result }
    }{ $tried ->
    [0] {""}
   *[other] , tried in { $tried }
    }
weekly-trouble = { $what }: { $level ->
    [commune] {""}
   *[other] { $communes } communes,{" "}
    }{ $days } days{ $open ->
    [0] , all solved
   *[other] , { $open } open
    }{ $stopped ->
    [0] {""}
   *[other] , { $stopped } stopped people
    }{ $solvers ->
    [none] {""}
   *[other] {" "}(solved by: { $solvers })
    }
weekly-sent-below = { $sent }/{ $below } roll-ups of { $level ->
    [central] provinces
   *[other] communes
    } have come.
weekly-silent = Not reported ({ $count }): { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
    }
weekly-which = Whose week?
weekly-gone = This roll-up is gone, or not yours to see.
weekly-open = Open the roll-up
weekly-stage-running = The week is not over; it can be sent from { $until }.
weekly-stage-draft = { $reason ->
    [none] A draft. Read it, add news and proposals, send it.
   *[other] Returned: “{ $reason }”. Mend it and send it again.
    }
weekly-stage-sent = { $level ->
    [central] Locked at { $at } { $day }.
   *[other] Sent at { $at } { $day }, { $state ->
        [locked] locked.
       *[other] waiting to be locked.
    }
    }{ $changed ->
    [none] {""}
   *[other] {" "}Changed since (as of { $now }): { $changed }. Next week tells it as an adjustment.
    }
weekly-edit-news = News
weekly-edit-asks = Proposals
weekly-choose-models = Choose models
weekly-send = { $level ->
    [none] ✓ Lock the week
    [commune] ✓ Send to the province
   *[other] ✓ Send to the centre
    }
weekly-sent = { $above ->
    [none] Locked { $week }, edition { $edition }, at { $at }.
   *[other] Sent { $week }, edition { $edition }, to { $above } at { $at }.
    } What changes from now on is told next week as an adjustment.
weekly-unsend = Take back
weekly-unsent = { $week } is a draft again. Send it whenever it is ready.
weekly-sent-already = This week was sent and cannot be changed. Ask the level above to return it.
weekly-before = Week before
weekly-after = Week after
weekly-why-open = Why this number?
weekly-units-all = Who has sent
weekly-lines-points = { $part ->
    [news] News of the week: a point a line, ten at most.
   *[asks] Proposals: a point a line, ten at most.
    } { $now ->
    [none] Nothing yet.
   *[other] What you write replaces:
    { $now }
    }
weekly-lines-points-label = Points
weekly-lines-many = Ten at most: { $most }. Please join some.
weekly-lines-done = { $part ->
    [news] News: { $count } points kept.
   *[asks] Proposals: { $count } points kept.
    }
weekly-models-all = Models in the roll-up: { $chosen }/{ $count }. Tap one to add it or leave it out.
weekly-models-one = { $on ->
    [yes] ✓ { $name }
   *[no] { $name }
    }
weekly-nudge-say = remind who has not sent, remind the communes, remind the teams
weekly-nudge-open = { $level ->
    [commune] Remind silent teams ({ $count })
    [province] Remind communes ({ $count })
   *[other] Remind provinces ({ $count })
    }
weekly-nudge-names = { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }
weekly-nudge-running = Roll-up of { $week }: it is not over; it can be sent from { $until }, so I reminded nobody.
weekly-nudge-all-sent = Roll-up of { $week }: { $level ->
    [commune] every team has reported
   *[other] all have sent
    }; nobody needs to be reminded.
weekly-nudge-done = { $count ->
    [0] Roll-up of { $week }: I wrote to nobody else.
   *[other] Roll-up of { $week }: reminded { $count } { $level ->
        [commune] teams
       *[other] units
        }: { $names }.
    }{ $already ->
    [0] {""}
   *[other] {" "}{ $already } were reminded today already.
    }{ $nobody ->
    [0] {""}
   *[other] {" "}{ $nobody } cannot be reached: { $unheard }. Please contact them yourself.
    }
weekly-nudge-asked = { $level ->
    [commune] { $above } reminds you: { $week }, nothing reported by { $unit }. Please send the team's figures; write 0 if there was nothing.
   *[other] { $above } reminds you: { $unit } has not sent its roll-up of { $week }. Please look at it and send it.
    }

weekly-units-say = who has sent, who has not sent
weekly-units-head = Roll-ups of { $week }: { $sent }/{ $below } units have sent, { $locked } locked.
weekly-units-missing = Not sent ({ $count }): { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
    }
weekly-units-none = No roll-ups come to your level.
weekly-units-one = { $unit }{ $state ->
    [locked] {" "}· locked
   *[sent] {" "}· edition { $edition }
    }
weekly-units-more = More
weekly-units-back = ← All units
weekly-units-open = Open this one
weekly-units-lock = ✓ Lock
weekly-units-unlock = Unlock
weekly-units-return = Return
weekly-units-stage = { $state ->
    [locked] Sent at { $at } { $day }, locked.
    [returned] Sent at { $at } { $day }, returned: “{ $reason }”.
   *[sent] Sent at { $at } { $day }, waiting for you.
    }
weekly-units-locked = Locked: { $unit }.
weekly-units-sent = { $unit } waits to be locked again.
weekly-return-reason = Why return the roll-up of { $unit }? One sentence.
weekly-return-reason-label = Reason
weekly-return-done = Returned to { $unit }; whoever sent it has been told.
weekly-returned = The roll-up of { $week } was returned: “{ $reason }”. Mend it and send it again.
weekly-ready = The figures of { $week } are complete. Read them, add news, then { $central ->
    [yes] lock them
   *[no] send them up
    } before { $hour }.
weekly-remind = The roll-up of { $week } is not { $central ->
    [yes] locked
   *[no] sent
    }; it is due at { $hour } today.
weekly-log = Mark of the log of data access: { $mark }. Keep this message: a log that is written anew does not match it.
weekly-why-say = why this number
weekly-why-which = Which number?
weekly-why-head = { $figure }: { $total }
weekly-why-in-time = Reported in time: { $count }
weekly-why-late = Reported late, counted: { $count }
weekly-why-leader = Leaders' figures instead of the sums: { $count }
weekly-why-behalf = Put in for teams that are not on the bot yet: { $count }
weekly-why-there = Confirmed presences: { $count }
weekly-why-teams = From the list of teams: { $count }
weekly-why-units = From { $count } places:
weekly-why-rest = · { $count } others: { $total }
weekly-why-repeated = Less what several count: { $count }
weekly-why-expected = { $level ->
    [commune] Teams that reported
    [central] Provinces that reported
   *[other] Communes that reported
    }: { $reported }/{ $expected }, silent: { $silent }.
weekly-why-corrected = { $count } reports were corrected; the last version counts.
weekly-why-waiting = Not counted: { $count } reports wait for the leader.
weekly-why-set-aside = Not counted: { $count } reports set aside by leaders.
weekly-why-exercise = Not counted: { $count } reports of exercises.
weekly-why-another = Another number
reporting-week-say = reporting week
reporting-week-not-yours = The reporting week is { $first }–{ $last }, sent before { $hour } of the day after. Coordinators of the province change it.
reporting-week-starts = The reporting week is { $first }–{ $last }. On which day does it begin?
reporting-week-starts-label = Begins on
reporting-week-hour = Sent before which hour of the day after ({ $hour } now)? For instance: 17h.
reporting-week-hour-label = Sent before
reporting-week-done = From now on the reporting week is { $first }–{ $last }, sent before { $hour } of the day after. A week that was sent keeps its days.
figure-luot-noi-dung = By matter
figure-luot-xac-nhan = Confirmed shifts
figure-doi-thanh-lap = Teams founded
figure-do-phu = Coverage
meaning-luot-nguoi-dan = One citizen helped at one visit is 1, whatever was done.
meaning-luot-doanh-nghiep = One business helped at one visit is 1.
meaning-luot-noi-dung = Sum over kinds of help; may exceed the visits.
meaning-ho-so = Dossiers submitted with help.
meaning-lop = Digital-skills classes held.
meaning-hoc-vien = Learners in them.
meaning-tap-huan = Training sessions for volunteers.
meaning-nguoi-tap-huan = Attendances of training.
meaning-tin-bai = News items published.
meaning-tnv-tham-gia = Each volunteer with a confirmed shift is 1, however many shifts.
meaning-luot-tnv = One volunteer at one shift is 1.
meaning-luot-xac-nhan = Volunteer-shifts proven by code, place or leader.
meaning-ngay-cong = Half a day is 0.5, a whole day 1; nobody has more than 1 a day.
meaning-doi-hoat-dong = Teams with a confirmed shift or a report.
meaning-doi-thanh-lap = Teams registered and not closed.
meaning-do-phu = Places that reported of those expected; zero is a report.
meaning-nhom = Citizens helped by group; one may be in several, so they are not added up.
