### What leaders, deputies and coordinators do.

unit-centre = Central committee
unit-named = { $kind ->
    [xa] { $unit } commune
    [phuong] { $unit } ward
    [dac_khu] { $unit } special zone
    [tinh] { $unit } province
    [thanh_pho] { $unit } city
   *[other] { $unit }
    }

leader-back = ← Team
leader-also = , { $what }
leader-which = Choose a team ({ $count } teams):{ $many ->
    [yes] {" "}To find it quickly, type its name after the command, for example: /doi đống đa
   *[no] {""}
    }
leader-more-teams = More teams
leader-no-team = You are not in charge of any team yet.
leader-not-found = None of the teams you are in charge of has that name.

join-role-pending = I have noted you as { $role ->
    [leader] leader
   *[other] deputy leader
    } of { $team }. It works as soon as the leader accepts you.

# The team's board
team-say = team, my team, team board
team-board = { $team }
    { $unit } · { $campaign }
    { $members ->
    [one] { $members } member
   *[other] { $members } members
    }, { $pending } waiting to be accepted, { $on_shift } on shift.
team-on-shift = Who is on shift
team-newcomers = Newcomers ({ $count })
team-schedule = Rota
team-digest = Today's digest
team-join-code = Join code
team-digest-hour = Digest time ({ $hour })
team-others = Other teams
team-members = Members
team-change-team = Change or close
team-split-team = Split
team-new-team = New team
team-reopen-team = Reopen a closed team

# Join codes
join-code-say = join code, team code, invite, qr
inviting-then-type = { $link } and send { $code }
join-code-shown = Join code of { $team }: { $code }
    Valid until { $until }, { $left ->
    [one] { $left } use
   *[other] { $left } uses
    } left. Newcomers type this code to me, scan the QR code, or open a link:
    { $links }
    Everyone who joins waits for you to accept them. If the code leaks, tap "Withdraw code": it stops working at once.
join-code-picture = QR code of the link { $link }
join-code-new = New code
join-code-revoke = Withdraw code
join-code-revoked = The code of { $team } is withdrawn, nobody can join with it any more. Those who are in stay in.
join-code-deputy = Invite a deputy
join-code-leader = Invite a leader
join-code-personal = Personal code to invite a { $role ->
    [leader] leader
   *[other] deputy leader
    } of { $team }: { $code }
    For one use, until { $until }. Send it privately to the right person; the role is theirs once they open it and agree.
    { $links }
join-code-back = Withdraw personal code
join-code-taken-back = The unused personal codes of { $team } are withdrawn.

# Who is on shift
on-shift-say = who is on shift, on shift, who is there
on-shift-now = { $team }, at { $time }: { $count ->
    [0] nobody is on shift yet.
   *[other] { $count } on shift, proven { $proven }/{ $count }.
    }
on-shift-one = { $name }, since { $since }{ $place } ({ $proof }){ $pending ->
    [yes] {" "}(waiting to be accepted)
   *[no] {""}
    }
on-shift-gone = Finished today { $count }: { $names }.
on-shift-again = Look again

# Newcomers
newcomers-say = accept, newcomers, accept newcomers, waiting
newcomers-none = Nobody is waiting to be accepted in { $team }.
newcomers-who = { $count } waiting to be accepted in { $team }. Accept them all, or choose one.{ $matched ->
    [0] {""}
   *[other] {" "}If you accept all, I match them with your list: { $pairs }.
    }
newcomers-is = Accept, "{ $name }" on the list
newcomers-who-label = Newcomer
newcomers-all = Accept all { $count }
newcomers-verdict = { $name } has asked to join { $team } since { $since } and { $reports ->
    [0] has not reported anything yet
    [one] has sent { $reports } report that is waiting
   *[other] has sent { $reports } reports that are waiting
    }. Do you accept them? If not, those hours and reports are not counted.
newcomers-verdict-label = Decision
newcomers-accept = Accept
newcomers-refuse = Do not accept
newcomers-accepted = Accepted { $count }: { $names }.{ $matched ->
    [0] {""}
    [one] {" "}{ $matched } name on the list matched.
   *[other] {" "}{ $matched } names on the list matched.
    }{ $reports ->
    [0] {""}
    [one] {" "}{ $reports } waiting report now counts.
   *[other] {" "}{ $reports } waiting reports now count.
    }
newcomers-refused = { $name } was not accepted. Their waiting hours and reports are not counted.
newcomers-decided = This person was already decided on, or has left the team.
newcomers-more = Go on ({ $count })
newcomer-accepted = Your leader has accepted you: you are a member of { $team }. What you noted so far now counts.
newcomer-refused = Your leader has not accepted you in { $team }, so what you noted is not counted. If this is a mistake, ask your leader and type the join code again.

# The hour of the digest
digest-hour-say = digest hour, digest time, change digest time
digest-hour-hour = The digest of { $team } is sent at { $now }. At what time would you like it? For example: 18:00, 19:30.
digest-hour-hour-label = Digest time
digest-hour-quiet = From 21:00 to 6:30 I write to nobody. Please choose another time, for example: 20:30.
digest-hour-done = From now on, the digest of { $team } is sent at { $hour }.

# The rota
schedule-say = rota, schedule, shifts, see rota
schedule-head = Rota of the next 7 days{ $team }
schedule-none = Rota of the next 7 days{ $team }: no shift yet.
schedule-head-then = Shifts { $first }–{ $last }{ $team }
schedule-none-then = Shifts { $first }–{ $last }{ $team }: none planned.
schedule-before = ‹ Week before
schedule-after = Week after ›
schedule-day = { $day }
schedule-shift = · { $times }{ $place }{ $needed ->
    [0] {""}
   *[other] , { $needed } needed
    }{ $coming ->
    [0] {""}
   *[other] , { $coming } signed up
    }{ $team }
schedule-add = Add a shift
schedule-move = Change a shift
schedule-drop = Drop a shift

# New teams, campaigns
new-team-say = new team, create team, add team
new-team-no-campaign = No campaign is running in which a team could start. Please open a campaign first.
new-team-campaign-first = Open a campaign
new-team-province = In which province or city does the team work?
new-team-province-label = Province or city
new-team-which-province = { $count ->
    [0] I did not find this province or city. Please type it again, for example: Nghệ An.
   *[other] Several have a name like this: { $names }. Please type it in full.
    }
new-team-elsewhere = The commune you typed is not there. To change the province, type "cancel" and start again.
new-team-commune = In which commune or ward does the team work? Type its name, with or without accents, an old name is fine too, for example: đống đa.
new-team-commune-label = Commune or ward (type again)
new-team-no-commune = I found no commune or ward like "{ $said }". Please type the name again, for example: Đống Đa.
new-team-unit = { $count ->
    [0] Where does the team work?
    [1] Is it this one? If not, tap "Back" and type it again.
   *[other] Several have a name like this, please choose one:
    }
new-team-unit-label = Unit
new-team-formerly = { $unit } (formerly { $via })
new-team-team-name = What is the team called? For example: Đội Áo Xanh phường Đống Đa.
new-team-team-name-label = Team name
new-team-taken = There is already a team of this name here. Please choose another, so that they are not mixed up.
new-team-campaign = Which campaign is the team part of?
new-team-campaign-label = Campaign
new-team-exercise = { $title } (exercise)
new-team-summary = New team:
    { $team }
    { $unit }
    Campaign: { $campaign }
    Is that right?
new-team-done = { $team } is set up. Personal code for its leader: { $code }
    For one use, until { $until }. Send it privately to the leader; the role is theirs once they open it and agree.
    { $links }
new-team-board = See the team
new-team-again = Another team
new-team-not-yours = This unit or campaign is no longer in your charge. Please start again.

campaign-say = campaign, new campaign, open campaign
campaign-title = What is the campaign called? For example: Xuân tình nguyện 2027.
campaign-title-label = Name
campaign-starts = On which day does it start? For example: tomorrow, 1/12.
campaign-starts-label = Start
campaign-ends = On which day does it end? For example: 31/1/2027.
campaign-ends-label = End
campaign-exercise = Is this an exercise? In an exercise everything works, but nothing is counted.
campaign-exercise-label = Exercise only
campaign-taken = There is already a campaign of this name. Please choose another.
campaign-order = The end must not be before the start. Please type it again.
campaign-over = That end is over already. Please type a coming day, for example: 31/1/2027.
campaign-summary = New campaign:
    { $lines }
    Is that right?
campaign-done = The campaign { $title } is open, { $first }–{ $last }.

# Opening on the web
web-say = web, open web, open on the web, website
web-link = Open this link to use the web page as yourself:
    { $link }
    It works once, for { $minutes } minutes. Do not pass it on: whoever opens it enters under your name.
