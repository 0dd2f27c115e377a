### Who is in which shift: what leaders do.

crew-say = crew, who is signed up, assign people
crew-which = { $team }: the next shifts and how many come. Which one?
crew-none = { $team } has no shifts in the next two weeks.
crew-shift = { $shift } · { $coming }{ $needed ->
    [0] {" "}people
   *[other] /{ $needed }
    }
crew-first = Choose the shift first, then what to do.
crew-gone = This shift is over or was called off.
crew-head = { $shift }: { $coming } people{ $needed ->
    [0] {""}
   *[other] , { $needed } needed
    }.
crew-one = · { $name }{ $state ->
    [pledged] {" "}(will come)
    [unanswered] {" "}(has not answered)
    [assigned] {" "}(assigned)
   *[other] {""}
    }
crew-absent = · { $name } cannot come{ $why }
crew-searching = Looking for { $left } people.
crew-assign = Add people
crew-release = Take somebody out
crew-exchange = Exchange two people
crew-call = Find people
crew-see = See the shifts
crew-back = See this shift
crew-back-list = ← Shifts
team-crew = Who comes when

assign-say = add people
assign-who = Whom to add to this shift? Tap each, then Done.
assign-who-label = People
assign-nobody = Nobody else is free at { $shift }.
assign-done = { $count ->
    [0] Nobody was added to { $shift }: those you chose have another shift by now.
   *[other] Added to { $shift }: { $names }. They hear it in a few minutes.
    }
release-say = take out
release-nobody = Nobody is in this shift.
release-who = Whom to take out of this shift?
release-who-label = Person
release-done = Taken out of { $shift }: { $names }.
release-undone = { $names } stays in { $shift }.
release-busy = { $name } has another shift at that time by now, so the place cannot be given back.
exchange-say = exchange people
exchange-nobody = Nobody of the team is in another shift.
exchange-who = Whom of this shift?
exchange-who-label = Of this shift
exchange-other = With which shift?
exchange-other-label = Other shift
exchange-whom = With whom?
exchange-whom-label = Of the other shift
exchange-busy = These two cannot exchange any more: one of them has another shift at that time by now.
exchange-done = Exchanged: { $one } is in { $shift }, { $other } in { $whose }. Both hear it in a few minutes.
exchange-undone = { $one } and { $other } are where they were.

call-say = find a replacement, find people
call-for = Find people for { $shift }
call-begun = I am looking for { $places } people for { $shift }: those who are free, whoever worked least first, { $wave } at a time, every { $minutes } minutes. I will tell you who comes.
call-already = I am already looking for people for { $shift }.
call-full = The shift { $shift } has its { $needed } people, so I do not look for more.
call-stop = Stop looking
call-stopped = I stopped looking for people for { $shift }.
call-nobody = { $asked ->
    [0] Nobody is free to be asked for { $shift }; { $missing } people are missing.
   *[other] I asked { $asked } people who are free; { $shift } still lacks { $missing }. I will tell you if somebody comes.
    }

late-list = { $shift } of { $team } began 15 minutes ago, not there yet { $count }: { $names }.
late-list-told = { $name } (said so)
late-list-nudge = Ask { $name }
late-list-nudge-all = Ask all { $count }{ $place ->
    [none] {""}
   *[other] , { $place }
    }
late-list-call = Find a replacement
nudge-say = ask who is late
nudge-asked = { $shift } of { $team } has begun. Are you on your way?
nudge-done = Asked: { $names }.
nudge-already = Asked before: { $names }. I ask once a shift only.
nudge-unreached = I cannot reach: { $names }. Please call them.
nudge-here = Checked in: { $names }.
nudge-gone = This shift is over, so I do not ask any more.

pledge-list = { $day }, { $team }:
pledge-list-shift = · { $shift }: { $missing ->
    [0] enough people
   *[other] { $missing } missing
    }{ $silent ->
    [0] {""}
   *[other] ; no answer from { $silent }: { $names }
    }{ $away ->
    [0] {""}
   *[other] ; absent { $away }: { $absent }
    }.
dropouts-head = { $team }:
dropouts-absent = · { $name } cannot come to { $shift }{ $why }.
dropouts-found = · { $names } will come to { $shift }.
dropouts-full = · { $shift } has enough people, I stopped looking.
dropouts-swapped = · { $takers } takes { $shift } instead of { $name }.
dropouts-exchanged = · { $name } and { $other } exchanged shifts; { $shift } is { $other }'s now.
