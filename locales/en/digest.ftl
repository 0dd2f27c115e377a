### The end of a team's day: numbers first, then names.

digest-say = digest, summary, today's digest, how was today
digest-head = { $team } · { $day }
digest-late = (sent late)
digest-nothing = No shift today and no report yet.
digest-attendance = { $people } present, { $shifts ->
    [one] { $shifts } check-in
   *[other] { $shifts } check-ins
    }{ $planned ->
    [yes] {""} ({ $needed } needed)
   *[no] {""}
    }{ $shifts ->
    [0] {""}
   *[other] , proven { $proven }/{ $shifts }
    }.
digest-absent = Not seen { $count }: { $names }.
digest-forgot = Not checked out { $count }: { $names }.
digest-attendance-one = { $name } { $start }–{ $end } ({ $proof }{ $origin ->
    [auto] , closed by me
    [corrected] , corrected
   *[other] {""}
    }){ $pending ->
    [yes] {" "}· waiting to be accepted
   *[no] {""}
    }
digest-helped = Helped { $about }{ $visits } visits{ $parts ->
    [same] {""}
   *[other] {" "}(the leader's figure; the reports say { $parts })
    }{ $compared }.
digest-figures = Besides: { $figures }.
digest-compared = {" "}(mean of the 7 days before: { $mean })
digest-helped-none = No report yet.
digest-top = Most often: { $top }.
digest-waiting = { $count ->
    [one] { $count } report waits for its newcomer to be accepted, not counted yet.
   *[other] { $count } reports wait for their newcomers to be accepted, not counted yet.
    }
digest-stuck = Difficulties: { $kinds }{ $stopped ->
    [0] {""}
   *[other] , work stopped in { $stopped }
    }.
digest-stuck-solved = Difficulties answered: { $solved }{ $left ->
    [0] {""}
   *[other] , { $left } still waiting
    }.
digest-stuck-waiting = { $count ->
    [one] { $count } difficulty told by a newcomer, not accepted yet.
   *[other] { $count } difficulties told by newcomers, not accepted yet.
    }
digest-stuck-one = { $time } { $what }, told by { $people }{ $stopped ->
    [yes] , work stopped
   *[no] {""}
    }{ $notes ->
    [none] {""}
   *[other] : { $notes }
    }{ $state ->
    [da_chuyen] {" "}→ passed up
    [dang_xu_ly] {" "}→ somebody is on it
    [da_xu_ly] {" "}→ done. { $answer }
   *[other] {" "}→ new
    }
digest-no-report = Present without a report { $count }: { $names }.
digest-tomorrow = Tomorrow: { $shifts }{ $gap ->
    [0] {""}
   *[other] , { $gap } missing
    }.
digest-tomorrow-away = Away tomorrow { $count }: { $names }.
digest-find = Find people, { $shift }
digest-top-one = { $category } { $count }{ $usual ->
    [none] {""}
    [new] {" "}(none in the days before)
   *[other] {" "}(usually { $usual })
    }
digest-pace-busy = { $shift ->
    [none] The whole day
   *[other] Shift { $shift }
    } was busy: { $rate } visits an hour each, your team's usual is { $usual }. Plan more people next time.
digest-pace-quiet = { $shift ->
    [none] The whole day
   *[other] Shift { $shift }
    } was quiet: { $rate } visits an hour each, your team's usual is { $usual }. Fewer people would do, or hand out leaflets, hold a class.
digest-afterwards = { $fewer ->
    [yes] Corrected for
   *[no] Added to
    } { $day }: { $changes }.
digest-afterwards-visits = { $change } visits (now { $now })
digest-afterwards-people = { $change } people present (now { $now })
digest-yesterday = yesterday
digest-confirm = Waiting for your word: { $what }.
digest-confirm-newcomers = { $count ->
    [one] { $count } newcomer
   *[other] { $count } newcomers
    }
digest-confirm-presences = { $count ->
    [one] { $count } check-in on its own word
   *[other] { $count } check-ins on their own word
    }
digest-confirm-late = { $count ->
    [one] { $count } report sent after closing
   *[other] { $count } reports sent after closing
    }
digest-chart = Chart
digest-chart-say = chart, show the chart
digest-chart-here = { $day } and the 7 days before.
digest-chart-title = { $team }: visits each day
digest-chart-matters = { $day } by matter
digest-chart-usual = usual day

# Confirming at the end of the day
confirm-day-say = confirm the day, confirm check-ins
confirm-day-button = Confirm { $count } check-ins
confirm-day-none = { $day }: nothing waits to be confirmed.
confirm-day-done = Confirmed { $count } of { $day }: { $names }.
confirm-late-button = Accept { $count } late reports
confirm-late-done = { $count ->
    [0] No report waits.
    [one] { $count } late report counts from now on. Open it to put it right or set it aside.
   *[other] { $count } late reports count from now on. Open one to put it right or set it aside.
    }
confirm-late-one = · { $name }, { $day }: { $counts }
digest-see-attendance = Who came
digest-see-helped = Each report
digest-see-stuck = Difficulties
digest-back = ← Digest
digest-mend-reports = Correct a report
digest-mend-day = Correct the total
digest-no-details = Nothing here yet.
digest-away = Cannot come { $count }: { $names }.
digest-tomorrow-signed = { $shift } ({ $coming }{ $needed ->
    [0] {" "}people
   *[other] /{ $needed }
    })
