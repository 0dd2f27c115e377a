### Correcting hours: asked by the volunteer, decided by the leader; both versions are kept.

check-out-closed = You are not on shift any more. You did not check out of { $since }–{ $end }, so I closed it; if that is wrong, tap "Correct hours".
check-out-closed-typed = You are not on shift any more. You did not check out of { $since }–{ $end }, so I closed it; if that is wrong, type "correct hours 7:30-12:00".
fix-hours-open = Correct hours
fix-hours-say = correct hours, fix hours, wrong hours
fix-hours-none = In the last seven days there is no finished shift of yours to correct.
fix-hours-which = The hours of which shift?
fix-hours-which-label = Shift
fix-hours-one = { $day } { $hours }{ $origin ->
    [auto] {" "}(closed by me)
    [corrected] {" "}(corrected)
   *[other] {""}
    }
fix-hours-stretch = Shift { $held }. What are the right hours? Tap the end, or type both, for example: 7:30-12:00.
fix-hours-stretch-typed = Shift { $held }. What are the right hours? Type the end, or both, for example: 7:30-12:00.
fix-hours-stretch-label = The right hours
fix-hours-order = { $hours } cannot be: the end must be after the start and not later than now, and a shift lasts { $most } hours at most. For example: 7:30-12:00.
fix-hours-same = These are the hours as they stand. Type others, or "cancel".
fix-hours-asked = Sent to your leader: { $was } to become { $now }. I tell you when it is decided; the old version is kept.
fix-hours-undone = Your request is taken back.
fix-hours-told = { $name } asks for other hours on { $day }: { $was } to become { $now }.
fix-hours-decide = Decide hours

team-corrections = Hours to decide ({ $count })
corrections-say = decide hours, approve hours, hours requests
corrections-none = No request about hours is waiting in { $team }.
corrections-which = { $count } requests about hours in { $team }. Approve them all, or look at each.
corrections-which-label = Request
corrections-all = Approve all { $count }
corrections-one = { $name } { $day }: { $was } → { $now }
corrections-verdict = { $told }{ $origin ->
    [auto] {" "}(the old hours were closed by me)
   *[other] {""}
    }. Do you approve?
corrections-verdict-label = Decision
corrections-approve = Approve
corrections-return = Return
corrections-why = Why do you return it?
corrections-why-label = Reason
corrections-why-rota = It does not fit the rota
corrections-why-book = It does not fit the team's book
corrections-why-other = Another reason
corrections-reason = Type the reason, one sentence, for example: the team stopped at 11 that day.
corrections-reason-label = Reason
corrections-approved = Approved { $count }; the new hours count at once, the old ones are kept to look at.
corrections-returned = Returned the request of { $name }.
corrections-decided = This request was decided already, or taken back.
corrections-undone = The hours of { $name } are as they were; the request waits again.
correction-approved = Your leader has approved: { $hours } on { $day } (it was { $was }).
correction-returned = Your leader has returned your request for { $hours } on { $day }: { $reason }. The hours stay { $was }.
