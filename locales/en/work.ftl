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
    { $plenty ->
        [yes] When you finish, type "check out"; whenever you have helped someone, just type it, for example: 5 vneid 2 dvc.
       *[no] When you finish, send it in one message, for example: check out 5 vneid 2 dvc. A mistake? Send "undo".
    }
check-in-early = , { $minutes } minutes early
check-in-late = , { $minutes } minutes late
check-in-already = You have been on shift since { $since }.
check-in-undone = That check-in is taken back.

check-out-say = check out, checkout, end shift, leaving
check-out-none = You have not checked in, so there is nothing to check out of.
check-out-done = Checked out: { $start }–{ $end }, { $hours } hours. { $reported ->
    [now] { $echo }
    [yes] Your report is in. Thank you, have a good rest.
   *[no] How many visits did you help with? Just type it, for example: 5 vneid 2 dvc.
    }
check-out-which-team = You are in several teams, so I have not kept the report yet. Send the line again and I will ask which team.

report-say = report, my report
report-team = Which team is this report for?
report-team-label = Team
report-lines = What did you help with? Tap each item (+1 a tap), or type one line, for example: 5 vneid 2 dvc.
report-lines-typed = How many people did you help, and with what? Type it in one line, for example: 7 people: 5 vneid 2 dvc. If nobody came, type: nobody.
report-lines-label = What was done
report-lines-skip = Nobody came
report-visits = How many visits in all? One person coming once is one visit, however many things were done. Skip it if you did not count.
report-visits-label = Visits
report-visits-skip = Same as the sum
report-groups = How many of them belong to which group? Tap to count, or skip.
report-groups-typed = How many of them belong to which group? Type for example: 3 elderly, or skip.
report-groups-label = Groups
report-difficulties = Did anything get in the way? Tap what did, then Done.
report-difficulties-typed = Did anything get stuck? Type the numbers, then done; if nothing, skip.
report-difficulties-label = Difficulties
report-note = Anything to add (no names, no ID numbers of people), for example: crowded from 9:00.
report-note-label = Note
report-summary = I will save this:
    { $lines }
report-nobody = Nobody came
report-not-understood = I could not take in: { $parts }.
report-ask-approx = You gave a rough number. If you know the exact one, tap Edit; otherwise I write it down as "about".
report-ask-approx-typed = You gave a rough number. If you know the right one, type "edit"; otherwise I keep it as "about".
report-ask-count = Something you named has no number yet. Tap Edit to add it.
report-ask-count-typed = Something has no number yet. Type "edit" to add it.
report-ask-hs = "hs" may mean dossiers or pupils, so I have not written it down.
report-ask-several-days = I take one day at a time: this is the first; send me the others separately.
report-ask-future-day = That day has not come yet, so this is for today.
report-no-yesterday = You have no report from yesterday, so let us start from the beginning.
report-replaces = This takes the place of your earlier report: { $counts }.
report-done = Saved { $counts }.{ $difficulties ->
    [0] {""}
    [one] {" "}With { $difficulties } difficulty.
   *[other] {" "}With { $difficulties } difficulties.
    }
report-undo-by-word = If it is wrong, send "edit" or "undo".
report-change = Edit
report-undone = That report is taken back.
report-not-open = This report can no longer be changed (replaced, taken back, or its day is closed). To correct it, please message your leader.

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
difficulty-done = Difficulty saved: { $what }. { $who ->
    [self] You lead the team: answer everybody when you can, or pass it up.
    [team] I tell whoever leads the team, and write to you as soon as there is an answer.
    [commune] Nobody leads the team here yet, so I tell the coordinator of the commune, and write to you as soon as there is an answer.
    [province] Nobody looks after the team or the commune here yet, so I tell the coordinator of the province, and write to you as soon as there is an answer.
   *[nobody] Nobody looks after the team here yet, so I have nobody to tell; please speak to the one-stop desk yourself.
    }
difficulty-joined = Noted that you met it too: { $what } ({ $people } people). I write to you as soon as there is an answer.
difficulty-still = I tell those in charge that it still is in the way: { $what } ({ $people } people). I write to you as soon as there is an answer.
difficulty-undone = The difficulty you just told is taken back.

my-records-say = my records, my hours, history
my-records-none = No shift of yours in the last seven days.
my-records = The last seven days: { $shifts ->
    [one] { $shifts } shift
   *[other] { $shifts } shifts
    }, { $hours } hours, proven { $proven }/{ $shifts } (grade in brackets: A, B, C are proven; D is your own word).
    { $lines }
my-records-shift = { $start }–{ $end } ({ $proof })
