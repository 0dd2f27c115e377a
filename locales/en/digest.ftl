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
digest-late-reports = { $count } reports came after closing and wait for you.
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
digest-pending = { $count ->
    [one] { $count } newcomer waits to be accepted.
   *[other] { $count } newcomers wait to be accepted.
    }
digest-tomorrow = Tomorrow: { $shifts }.
digest-see-attendance = Who came
digest-see-helped = Each report
digest-see-stuck = Difficulties
digest-back = ← Digest
digest-no-details = Nothing here yet.
digest-away = Cannot come { $count }: { $names }.
digest-tomorrow-signed = { $shift } ({ $coming }{ $needed ->
    [0] {" "}people
   *[other] /{ $needed }
    })
