### Your report, the team's reports, the team's day, the closing hour.

report-say = report, my report
report-edit-say = edit, edit report, change report
report-undo-say = undo report, take back report
report-team = Which team is this report for?
report-team-label = Team
report-lines = What did you help with? Tap each item (+1 a tap), or type one line, for example: 5 vneid 2 dvc.
report-lines-typed = How many people did you help, and with what? Type it in one line, for example: 7 people: 5 vneid 2 dvc. If nobody came, type: nobody.
report-lines-label = What was done
report-lines-skip = Nobody came
report-visits = How many visits in all? One person coming once is one visit, however many things were done. Skip it if you did not count.
report-visits-label = Visits
report-visits-skip = Same as the sum
report-figures = Anything besides visits? Tap to count, for example: dossiers sent, classes, learners.
report-figures-typed = Anything besides visits? Type for example: nộp 8 hs, 1 lớp bdhvs 20 người; if nothing, skip.
report-figures-label = Other figures
report-groups = How many of them belong to which group? Tap to count, or skip.
report-groups-typed = How many of them belong to which group? Type for example: 3 elderly, or skip.
report-groups-label = Groups
report-mode = Where, or how, did you help?
report-mode-label = Place
report-difficulties = Did anything get in the way? Tap what did, then Done.
report-difficulties-typed = Did anything get stuck? Type the numbers, then done; if nothing, skip.
report-difficulties-label = Difficulties
report-day = Which day is it about? For example: yesterday, 7/7.
report-day-label = Day
report-day-far = I can take days from { $day } until today. For an earlier day, tell your coordinator.
report-part = Which part of the day?
report-part-label = Shift
report-approx = Is the number a rough one?
report-approx-label = Rough
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
report-ask-hs = I take "hs" for dossiers. If you meant pupils, tap Edit.
report-ask-several-days = I take one day at a time: this is the first; send me the others separately.
report-ask-future-day = That day has not come yet, so this is for today.
report-like = These are the numbers of { $day }. Change them with −/+, then tap Done.
report-no-yesterday = You have no report of the last month, so let us start from the beginning.
report-replaces = This takes the place of your earlier report: { $counts }.
report-done = Saved { $today ->
    [yes] {""}
   *[no] for { $day }:{" "}
    }{ $counts }.{ $difficulties ->
    [0] {""}
    [one] {" "}With { $difficulties } difficulty.
   *[other] {" "}With { $difficulties } difficulties.
    }
report-late = { $day } is closed, so your leader has to accept it: { $counts }.{ $difficulties ->
    [0] {""}
    [one] {" "}With { $difficulties } difficulty.
   *[other] {" "}With { $difficulties } difficulties.
    }
report-undo-by-word = If it is wrong, send "edit" or "undo".
report-change = Edit
report-already = That report is taken back or replaced already.
report-undone = That report is taken back.
report-back = That change is taken back; the report says { $counts } again.
report-not-open = This report can no longer be changed (replaced, taken back, or its day is closed). To correct it, please message your leader.
report-put-right = Your leader has corrected this report. To change it, please message them.
report-nothing-less = No report of yours today has that to lessen. Type "my work" to see your numbers.
report-none = You have no report of the last month to change.

doubt-many = { $visits } visits by you alone in one shift (usually not more than { $most })? If so, just save it.
doubt-fewer-parts = { $visits } visits in all, but the items add up to { $parts }. If so, just save it; if something is missing, tap Edit.
doubt-group = { $group } { $count }, but only { $visits } visits? If so, just save it.
doubt-no-class = { $figure } { $people }, but no class? If so, just save it.
doubt-full-class = { $figure } { $people } in { $classes } classes? If so, just save it.
doubt-twice = You said exactly this at { $at }. If it is the same report again, tap Cancel, so that it counts once.
doubt-below-parts = Your team reported { $parts } visits, your figure is { $visits }. If you save it, { $visits } counts.

day-form-say = team figures, figures of the day
day-form-team = Which team are these figures of?
day-form-team-label = Team
day-form-figures = The whole team's figures of the day. Tap an item and type its number, or type one line, for example: 75 lượt, 3 hộ kd, nộp 8 hs. What you leave out stays the sum of the reports.
day-form-figures-typed = The whole team's figures of the day in one line, for example: 75 lượt, 3 hộ kd, nộp 8 hs. What you leave out stays the sum of the reports.
day-form-figures-label = Whole team
day-form-lines = How many of each kind of help? What you leave out stays the sum of the reports.
day-form-lines-label = By kind
day-form-groups = How many of them belong to which group?
day-form-groups-label = Groups
day-form-day = Which day? For example: yesterday, 7/7.
day-form-day-label = Day
day-form-approx = Is the number a rough one?
day-form-approx-label = Rough
day-form-note = Anything to add (no names, no ID numbers of people), for example: closed in the afternoon, heavy rain.
day-form-note-label = Note
day-form-reason = This day is closed. Why do you change it? For example: the afternoon was missing.
day-form-reason-label = Reason
day-form-summary = The whole team { $team }:
    { $lines }
day-form-beside = Your team reported: { $counts }. Your figures count instead; their reports are kept.
day-form-whole = I take this for the whole team. If it is only your own work, type: của tôi, then the numbers.
day-form-nothing = no figure
day-form-done = Saved for the whole team, { $day }: { $counts }.
day-form-undone = Those figures are taken back; what stood before counts again.

team-reports-say = team reports, reports of the team
team-reports = { $team } · { $day }: { $total }
    { $count ->
        [0] No report yet.
       *[other] { $lines }
    }
team-reports-none = no figure yet
team-reports-given = { $total } (the leader's figures; the reports say { $parts })
team-reports-one = { $name }{ $part ->
    [none] {""}
   *[other] {" "}({ $part })
    }: { $counts }{ $note ->
    [none] {""}
   *[other] {" "}({ $note })
    }{ $state ->
    [set_aside] {" "}· set aside: { $reason }
    [late] {" "}· after closing, waits for you
    [pending] {" "}· newcomer, waits
   *[other] {""}
    }
team-reports-button = { $number }. { $name }
team-reports-before = ◀ { $day }
team-reports-see = Team reports
team-day-form = Whole team

correct-report-lines = What is the right number of each? Change with −/+ or type it, then tap Done.
correct-report-lines-typed = What is the right number of each? Type one line, for example: 4 vneid 2 dvc; then done.
correct-report-lines-label = What was done
correct-report-visits = How many visits in all?
correct-report-visits-label = Visits
correct-report-visits-skip = Same as the sum
correct-report-figures = What are the other figures?
correct-report-figures-label = Other figures
correct-report-groups = How many of each group?
correct-report-groups-label = Groups
correct-report-approx = Is the number a rough one?
correct-report-approx-label = Rough
correct-report-reason = Why? One short sentence, no names of people, for example: counted twice at one desk.
correct-report-reason-label = Reason
correct-report-summary = { $what ->
    [edit] Correct the report of { $name }, { $day } (now { $before }):
   *[aside] Set aside the report of { $name }, { $day }: { $before }.
    }
    { $lines }
correct-report-done = { $what ->
    [edit] The report of { $name }, { $day }, is corrected: { $counts }. The old version is kept.
   *[aside] The report of { $name }, { $day }, no longer counts ({ $reason }). It is kept.
    }
correct-report-back = The report of { $name } counts: { $counts }.
correct-report-card = { $name }, { $day }: { $counts }{ $note ->
    [none] .
   *[other] {" "}({ $note }).
    }{ $state ->
    [set_aside] {" "}Set aside: { $reason }.
    [late] {" "}It came after closing and waits for you.
    [pending] {" "}Its author waits to be accepted.
   *[other] { $reason ->
        [none] {""}
       *[other] {" "}Corrected: { $reason }.
    }
    }{ $earlier ->
    [none] {""}
   *[other] {" "}Earlier: { $earlier }.
    }
correct-report-edit = Correct
correct-report-aside = Set aside
correct-report-restore = Count it
correct-report-gone = This report has changed or is gone. Please open the list again.

closing-hour-say = closing hour
closing-hour-hour = At what time of the next day are a day's figures closed? Now it is { $now }. Type a time, for example: 12h. After it only leaders change them.
closing-hour-hour-label = Closing hour
closing-hour-done = From now on a day is closed at { $hour } of the next one.
closing-hour-not-yours = Days are closed at { $now } of the next one; the coordinators of the province choose that.
