### Difficulties as cases: told, taken, answered, passed up, merged.

case-age-new = just now
case-age-minutes = { $count } min ago
case-age-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
    }
case-age-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
    }
case-quoted = {" "}“{ $notes }”
case-line = { $what }{ $place }: { $people ->
    [one] { $people } person
   *[other] { $people } people
    }{ $stopped ->
    [yes] , work stopped
   *[no] {""}
    }, { $age }
case-of-day = { $what } ({ $day })
case-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
    }

case-level-team = team
case-level-commune = commune
case-level-province = province
case-level-central = central office
case-level-police = police

case-group-infrastructure = Infrastructure
case-group-systems = Systems and data
case-group-staff = Process and staff
case-group-support = Support and information
case-group-other = Other

# One case
case-say = see case
case-which = Choose a case from the list.
case-head = { $what } · { $unit } · { $day }
case-size = Told by { $people } ({ $teams }){ $stopped ->
    [yes] , work stopped
   *[no] {""}
    }, { $age }.
case-where = { $state ->
    [moi] New, with the { $level }.
    [da_chuyen] Passed up to the { $level }. Nobody has taken it yet.
    [dang_xu_ly] Being looked after: { $taker } ({ $level }).
   *[da_xu_ly] Done.
    }
case-you = you
case-somebody = somebody in charge
case-solvers = Usually solved by: { $who }.
case-answered = Answered: { $answer }
case-gone = This case is gone, or not yours to look after.
case-merged = This case was merged into another.
case-show = See this case
case-take = Take it
case-taken = You look after this case now.
case-free = Give it back
case-answer = Answer
case-up = Pass up
case-close = Done, close
case-open = Reopen
case-opened = Opened again.
case-closed = Closed; I told { $told ->
    [one] { $told } person
   *[other] { $told } people
    } who met it.
case-passed = Passed up to the { $level }.{ $skipped ->
    [none] {""}
   *[other] {" "}Nobody is here yet for the { $skipped }, so that level is skipped.
    } { $heard ->
    [now] Those in charge are told at once.
    [central] The central office does not use this bot: pass it on by letter, and write the answer here when it comes, so that I can tell everybody.
   *[round] Those in charge are told with the next round (8:00, 11:00, 14:00, 17:00).
    }
case-back = Taken back.
case-nobody = Nobody is here yet above you, so the case stays with you. If it is urgent, contact { $contact }.
case-same = May be the same ({ $count })
case-parts = Merged cases
case-still = Still stuck

# What the bot writes by itself
case-stopped = { $team } had to stop. { $what }{ $note }{ $level ->
    [team] .
    [commune] . Nobody leads the team here yet, so I tell you.
   *[other] . Nobody looks after the team or the commune here yet, so I tell you.
    }
case-passed-to-you = Passed up to you: { $case }.{ $notes }
case-round = { $count ->
    [one] { $count } difficulty waits for you:
   *[other] { $count } difficulties wait for you:
    }
case-round-line = { $case }.{ $notes }{ $again ->
    [yes] {" "}Answered, but those who told it are still stuck.
   *[no] {""}
    }{ $late ->
    [none] {""}
   *[other] {" "}Overdue at the { $late }.
    }{ $unheld ->
    [none] {""}
   *[other] {" "}Nobody is here yet for the { $unheld }.
    }
case-round-all = See and solve
case-answered-for-you = An answer to the difficulty you told, { $what }:
    { $answer }
    — { $who }
case-closed-for-you = The difficulty you told, { $what }, is marked as done. If it is not, tap below.
case-office = { $level ->
    [team] In charge of { $place }
   *[other] Coordinator, { $place }
    }

# The list
cases-say = open cases, open difficulties, cases
cases-head = { $count ->
    [0] No difficulty is waiting.
    [one] { $count } difficulty is waiting:
   *[other] { $count } difficulties are waiting{ $communes ->
        [1] {""}
       *[other] {" "}in { $communes } communes
        }:
    }
cases-group = { $group }: { $count }{ $communes ->
    [1] {""}
   *[other] , { $communes } communes
    }{ $stopped ->
    [0] {""}
   *[other] , { $stopped } stopped
    }, oldest { $age }
cases-list = { $group }: { $count }
cases-solved-head = Done in the last 7 days
cases-solved = Done ({ $count })
cases-more = More
cases-back = ← List
cases-waits = Time for answers

# The answer
answer-case-say = answer case
answer-case-said = Your answer to: { $case }.
    A few sentences: what was done, or what people should do. I send it to everybody who told it.
answer-case-said-label = Answer
answer-case-done = Answered; I told { $told } of { $people } who met it. Whoever is still stuck opens it again.

# Merging
merge-cases-say = merge cases
merge-cases-into = { $case }
    May be the same as:
    { $others }
    Merge it with which? Nobody who told it is lost; a mistake can be parted again.
merge-cases-into-label = Merge with
merge-cases-none = Not the same
merge-cases-nothing = No case of the last two days looks like this one.
merge-cases-apart = Noted as cases of their own; I do not ask again.
merge-cases-done = Merged into one case, told by { $people }.
merge-cases-part = Part them again
merge-cases-inside = { $count ->
    [one] { $count } case was merged into this one. Tap it to take it out.
   *[other] { $count } cases were merged into this one. Tap one to take it out.
    }
merge-cases-parted = It is a case of its own again, with everybody who told it.
merge-cases-alone = This case stands alone already.

# Time for answers
case-waits-say = time for answers
case-waits-kind = For which kind? When nobody answers in time, a case climbs by itself; levels are told at 8:00, 11:00, 14:00 and 17:00.
case-waits-kind-label = Kind
case-waits-now = { $what }: { $hours } h
case-waits-hours = { $what } has { $hours } hours at each level now. How many should it be (0 to { $most })? Type 0 if it should never climb by itself.
case-waits-hours-label = Hours
case-waits-done = { $hours ->
    [0] { $what } does not climb by itself from now on.
   *[other] { $what } has { $hours } hours at each level from now on.
    }
case-waits-again = Another kind
case-waits-province = This holds for the whole province, so only its coordinators change it.
