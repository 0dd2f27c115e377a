### Checking in and out, reports, difficulties, one's own records.

shift-times = { $start }–{ $end }{ $overnight ->
    [yes] {" "}the next day
   *[no] {""}
    }

check-in-say = check in, checkin, i am here, start shift
check-in-team = Which team are you checking in for?
check-in-team-label = Team
check-in-shift = Which shift are you checking in to?
check-in-shift-label = Shift
check-in-free = Unplanned shift
check-in-done = Checked in at { $time }, { $team }. { $shift }{ $when }.{ $remarks }
    { $next ->
        [plenty] When you finish, type "check out"; whenever you have helped someone, just type it, for example: 5 vneid 2 dvc.
        [whole] The bot is short of messages this month: from your next shift on you need not check in; one message when you leave counts the whole shift, for example: check out 5 vneid 2 dvc. A mistake? Send "undo".
       *[scarce] When you finish, send it in one message, for example: check out 5 vneid 2 dvc. A mistake? Send "undo".
    }
check-in-early = , { $minutes } minutes early
check-in-late = , { $minutes } minutes late
check-in-already = { $by ->
    [leader] Your leader has checked you in since { $since }, no need to. When you finish, send it in one message, for example: check out 5 vneid 2 dvc.
   *[self] You have been on shift since { $since }.
    }
check-in-undone = That check-in is taken back.

check-out-say = check out, checkout, end shift, leaving
check-out-none = You have not checked in, so there is nothing to check out of.
check-out-done = Checked out: { $start }–{ $end }, { $hours } hours. { $reported ->
    [now] { $echo }
    [yes] Your report is in. Thank you, have a good rest.
    [open] The report you began is still here: go on with the numbers, then say "done".
   *[no] How many visits did you help with? Just type it, for example: 5 vneid 2 dvc.
    }
check-out-over = You have checked out of { $since }–{ $end } already, nothing more to do.
check-out-whole = I had not seen you check in, so I took the start from the rota. If the hours are wrong, tap "Correct hours"; if you were not there, tap "Drop hours".
check-out-whole-typed = I had not seen you check in, so I took the start from the rota. If the hours are wrong, type "correct hours 8:00-11:30"; if you were not there, type "drop hours".
check-out-drop = Drop hours
check-out-dropped = The hours just noted are dropped. Your report, if there is one, stays.
check-out-count = Count the whole shift { $shift }
check-out-which-team = You are in several teams, so I have not kept the report yet. Send the line again and I will ask which team.

difficulty-say = difficulty, problem, stuck
difficulty-team = Which team has this difficulty?
difficulty-team-label = Team
difficulty-code = What is in the way?
difficulty-code-together = Send it all in one message: the number, slow (cham) or stopped (dung), and a word for whoever solves it (no names, no papers). For example: 1 dung, down since 9
difficulty-code-label = Difficulty
difficulty-severity = How bad is it?
difficulty-severity-together = Send it all in one message: slow (cham) or stopped (dung), and a word for whoever solves it (no names, no papers). For example: dung, down since 9
difficulty-severity-label = How bad
difficulty-note = A sentence for whoever can solve it (no names, no ID numbers), for example: the portal fails since 9:00 at the payment step.
difficulty-note-label = More about it
difficulty-same = Told today where you are:
difficulty-same-label = Told already
difficulty-told = { $what }, since { $since }, { $people ->
    [one] { $people } person
   *[other] { $people } people
    }{ $notes ->
    [none] {""}
   *[other] : { $notes }
    }{ $answer ->
    [none] {" "}→ done
    [waits] {""}
   *[other] {" "}→ { $answer }
    }
difficulty-me-too = { $since ->
    [none] Same here
   *[other] Same here ({ $since })
    }
difficulty-not-helped = { $since ->
    [none] Still stuck
   *[other] Still stuck ({ $since })
    }
difficulty-helped = { $since ->
    [none] Had it, fine now
   *[other] Had it, fine now ({ $since })
    }
difficulty-other-case = Something else
difficulty-line = kk { $said }
difficulty-understood = Difficulty: { $what }.
difficulty-done = Difficulty saved: { $what }. { $who ->
    [self] You lead the team: answer everybody when you can, or pass it up.
    [team] I tell whoever leads the team, and write to you as soon as there is an answer.
    [commune] Nobody leads the team here yet, so I tell the coordinator of the commune, and write to you as soon as there is an answer.
    [province] Nobody looks after the team or the commune here yet, so I tell the coordinator of the province, and write to you as soon as there is an answer.
   *[nobody] Nobody looks after the team here yet, so I have nobody to tell; please speak to the one-stop desk yourself.
    }
difficulty-joined = Noted that you met it too: { $what } ({ $people } people). I write to you as soon as there is an answer.
difficulty-still = I tell those in charge that it still is in the way: { $what } ({ $people } people). I write to you as soon as there is an answer.
difficulty-answered = { $what } was answered today: { $answer }
difficulty-undone = The difficulty you just told is taken back.

my-records-say = my records, my hours, history
my-records-none = No shift of yours in the last seven days.
my-records = The last seven days: { $shifts ->
    [one] { $shifts } shift
   *[other] { $shifts } shifts
    }, { $hours } hours, proven { $proven }/{ $shifts } (grade in brackets: A, B, C are proven; D is your own word).
    { $lines }
my-records-report = { $counts }{ $state ->
    [set_aside] {" "}(set aside: { $reason })
    [late] {" "}(waits for your leader)
    [pending] {" "}(waits)
   *[other] { $reason ->
        [none] {""}
       *[other] {" "}(corrected by your leader: { $reason })
    }
    }
my-records-shift = { $start }–{ $end } ({ $proof }{ $origin ->
    [auto] , closed by me
    [corrected] , corrected
   *[other] {""}
    })
