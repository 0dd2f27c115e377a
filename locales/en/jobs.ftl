### What I say of my own accord: before a shift, and at its end.

reminder-shift = Your shift { $times } with { $team } is coming up. When you are there, send "check in".
coming-shift = Next: { $shifts }.{ $asks ->
    [yes] {" "}If you can come, send "I will come"; if not, "absent".
   *[no] {""}
    }
reminder-check-out = The shift is over; you checked in at { $since } and have not checked out. When you leave, send "check out", with the numbers if you like: check out 5 vneid 2 dvc.
newcomer-expired = Your leader has not accepted you for three days, so I took you out of the team for now. Ask your leader for a new code to come back.
pledge-question = Tomorrow, { $day }, you have { $count ->
    [1] a shift
   *[other] { $count } shifts
    }: { $shifts }. Will you come?
changes-into = Your leader put you into { $count ->
    [1] a shift
   *[other] { $count } shifts
    }: { $shifts }. { $count ->
    [1] Will you come?
   *[other] If you cannot come to one of them, open "My shifts" and say so.
    }
changes-out = Your leader changed the rota: you are no longer needed at { $shifts }.
