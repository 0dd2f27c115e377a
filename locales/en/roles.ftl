### Roles: proposed, accepted, confirmed, handed over.

role-named = { $role ->
    [leader] leader
    [deputy] deputy
    [coordinator] coordinator
   *[volunteer] volunteer
    }
role-until = { $role } (until the end of { $day })

# Whoever is proposed
menu-confirm-roles = Confirm roles
menu-hand-over-unit = Hand over
role-offer-say = accept role, my role offers
role-offer-none = No role is waiting for you to accept.
role-offer-gone = This proposal was answered or is not there any more.
role-offer-asks = You are proposed as { $role } of { $place }. Do you accept?
role-offer-accept = I accept
role-offer-refuse = No
role-offer-accepted = You are { $role } of { $place } from now on.
role-offer-waits = Noted that you accept to be { $role } of { $place }. I will tell you as soon as a coordinator has confirmed it.
role-offer-refused = I have passed on that you do not accept. Your own role stays as it is.
role-offer-taken = { $name } has accepted to be { $role } of { $place }.
role-offer-not-taken = { $name } does not accept to be { $role } of { $place }. Nobody's role changes.
join-offer-waits = Hello { $name }, noted that you accept to be { $role } of { $team }. I will tell you as soon as a coordinator has confirmed it.

# The coordinator confirms
confirm-roles-say = confirm roles
confirm-roles-none = No role is waiting for you to confirm.
confirm-roles-list = { $count } roles wait for your word{ $left ->
    [0] {""}
   *[other] {" "}({ $left } more after these)
    }:
    { $lines }
    A role takes effect when that person has accepted and you have confirmed.
confirm-roles-line = { $number }. { $name }: { $role }, { $place }{ $accepted ->
    [yes] {" "}(accepted)
   *[no] {""}
    }
confirm-roles-all = { $count ->
    [1] ✓ Confirm
   *[other] ✓ Confirm all { $count }
    }
confirm-roles-one = One by one
confirm-roles-drop = Do not agree
confirm-roles-dropped = The proposal is dropped, nobody's role changes.
confirm-roles-done = Confirmed: { $leaders } leaders, { $deputies } deputies, { $coordinators } coordinators.{ $waiting ->
    [0] {""}
   *[other] {" "}{ $waiting } have not accepted yet; the role is theirs when they do.
    }
roles-waiting = { $count ->
    [one] 1 role waits
   *[other] { $count } roles wait
    } for you to confirm, from a list that was taken in.
confirm-roles-more = See what is left

# On behalf
behalf-mark = (Put in on behalf: a coordinator wrote it for the team.)
on-behalf-say = on behalf, put in for
on-behalf-whole-name = đội { $name }
on-behalf-wanted = For which team? Type words of its name or its commune, such as: Láng.
on-behalf-wanted-label = Name of the team
on-behalf-team = Which of these?
on-behalf-team-label = Team
on-behalf-line = The team's figures of the day, such as: 75 visits, 5 vneid, 2 dvc. For another day add it: hôm qua 75 lượt.
on-behalf-line-label = Figures
on-behalf-no-team = I see no team called "{ $said }" among yours.
on-behalf-unread = I could not read the figures. Write them like: 75 lượt, 5 vneid, 2 dvc.
on-behalf-summary = On behalf of { $team }, { $day }: { $counts }. Is this right?
on-behalf-done = Put in for { $team }, { $day }: { $counts }. It is marked "on behalf" wherever it shows. The leader's own figures take its place.
on-behalf-told = { $team } has said its own figures of that day. I do not write over them: ask the leader to correct them, or look at the team's reports.
on-behalf-again = For another team

# Handing over
hand-over-say = hand over, appoint a deputy
hand-over-board = { $team }
    Leader: { $leaders }
    Deputy: { $deputies }{ $waiting ->
    [none] {""}
   *[other] {""}
    Waiting for an answer: { $waiting }
    }
hand-over-nobody = nobody yet
hand-over-leader = Hand over the lead
hand-over-deputy = Appoint a deputy
hand-over-back = Take the offer back
hand-over-end = { $name } stops as deputy
hand-over-who = Who will be { $role }?
hand-over-who-label = To whom
hand-over-term = To be { $role } for how long?
hand-over-term-label = How long
hand-over-term-for-good = For good
hand-over-term-week = 1 week
hand-over-term-fortnight = 2 weeks
hand-over-term-month = 1 month
hand-over-offered = I have asked { $name } to be { $role } of { $place }. Nothing changes until { $name } accepts; I will tell you at once.
hand-over-no-chat = { $name } is proposed as { $role } of { $place }, but I cannot reach { $name } yet. Ask them to type "accept role" to me.
hand-over-taken-back = Taken back, nobody's role changes.
hand-over-ended = { $name } is a volunteer of { $team } now. The time as deputy stays on record.
hand-over-not-yours = Only the leader and coordinators hand over roles of a team.
hand-over-unit-say = hand over the unit, hand over coordination
hand-over-unit-board = { $unit }: you coordinate it{ $others ->
    [none] .
   *[other] , with { $others }.
    }{ $waiting ->
    [none] {""}
   *[other] {""}
    Waiting for an answer: { $waiting }
    }
hand-over-unit-give = Hand over
hand-over-unit-back = Take the offer back
hand-over-unit-leave = I stop here
hand-over-unit-who = Who will coordinate?
hand-over-unit-who-label = To whom
hand-over-unit-somebody = Somebody else
hand-over-unit-their-name = What is their full name? For example: Nguyễn Văn An.
hand-over-unit-their-name-label = Full name
hand-over-unit-term = To coordinate for how long?
hand-over-unit-term-label = How long
hand-over-unit-code = Give { $name } this code: { $code } (works once, until { $until }), or the link { $link }
    Once { $name } has entered it and agreed, they are { $role } of { $place }; until then you are.
hand-over-unit-left = You no longer coordinate { $place }. { $others } still do. Your time stays on record.
role-ends-stays = The time as { $role } of { $place } is over, but who handed it over is not here any more. You keep the role; to pass it on, type "hand over the unit".
role-ends-given-back = The time is over: { $name } is { $role } of { $place } again.
role-ends-over = Your time as { $role } of { $place } is over. Thank you.

# Rename or close a team
change-team-say = change team, rename team, close team
change-team-what = What should happen to this team?
change-team-what-label = What
change-team-renamed = Rename
change-team-closed = Close
change-team-team-name = The team's new name, such as: Đội hình phường Láng.
change-team-team-name-label = New name
change-team-moved = Move to another commune
change-team-merged = Merge into another team
change-team-commune = To which commune does the team move? Type its name or code, such as Láng.
change-team-commune-label = Commune
change-team-no-commune = I find no commune named "{ $said }" among those you coordinate.
change-team-unit = To which unit?
change-team-unit-label = Unit
change-team-into = Into which team of the same commune?
change-team-into-label = Into
change-team-confirm = ✓ Yes, do it
change-team-summary = { $what ->
    [renamed] { $team } is to be called { $name } from today
    [moved] { $team } moves to { $unit }; figures count for { $unit } from { $day }
    [merged] { $team } is merged into { $into } from today: everybody becomes a volunteer of { $into }, { $team } is closed
   *[closed] { $team } is closed from today: nobody checks in or reports for it any more
    }. What was counted stays. Is that right?
change-team-done = { $what ->
    [renamed] { $team } is called { $name } now.
    [moved] { $team } belongs to { $unit } now; figures count for { $unit } from { $day }. To take it back later, move it to its old commune.
    [merged] { $team } was merged into { $into }.
   *[closed] { $team } is closed, its codes no longer work. To use it again, type "reopen team".
    } What was counted stays.

# Split a team
split-team-say = split team
split-team-team-name = What is the new team called? Such as: Đội hình phường Láng 2.
split-team-team-name-label = New team
split-team-who = Who goes along? Tap each name, then Done. Or type, such as: 1 3 5-9, or: all but 4.
split-team-who-typed = Who goes along? Type the numbers in one message, such as: 1 3 5-9, or: all but 4.
split-team-who-label = Going along
split-team-summary = { $team } is split: { $name } is made, { $count ->
    [0] nobody goes along yet
   *[other] { $count } go along ({ $names }{ $more ->
        [0] { "" }
       *[other] { " " }and { $more } more
    })
    }, { $stay } stay. What was counted stays with { $team }. Is that right?
split-team-done = { $name } is there, { $count ->
    [0] with nobody yet
   *[other] with { $count } people
    }.{ $led ->
    [yes] { "" }
   *[no] { " " }It has no leader yet: appoint one.
    }
split-team-confirm = ✓ Split the team
split-team-leader = Appoint a leader
split-team-nobody = Nobody is in { $team } yet. Type "new team" to make another one.

# Open a closed team again
reopen-team-say = reopen team, closed teams
reopen-team-which = Which team is to work again? ({ $count } closed)
reopen-team-one = { $team } · { $unit } · closed { $day }
reopen-team-none = No team you coordinate is closed.
reopen-team-taken = There is a team named { $team } already. Rename that one first, then reopen this.
reopen-team-done = { $team } works again from now on, { $count ->
    [0] with nobody in it yet. Get a new code to let people in.
   *[other] with { $count } people. Old codes no longer work; get a new one.
    }

# Take back what was done to a team
undo-team-done = { $what ->
    [renamed] The team is called { $was } again.
    [moved] { $team } belongs to { $unit } again.
    [merged] Taken back: { $team } works again, everybody is where they were.
    [split] Taken back: everybody is in { $team } as before, the new team is closed.
    [reopened] { $team } is closed again.
   *[closed] { $team } works again. Old codes no longer work; get a new one.
    }
undo-team-gone = This cannot be taken back any more: it was changed again, or you do not coordinate that team.
undo-team-late = Only the first 10 minutes. Please change it back by hand.
undo-team-again = Change a team
