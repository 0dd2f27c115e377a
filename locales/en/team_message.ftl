### Leaders and deputies write to their own team: previewed, sent after a minute, stopped until then.

menu-team-message = Message the team
team-team-message = Message the team
team-message-say = message the team, tell the team, message my team
team-message-see-say = who got it, who got the message
team-message-team = Which team?
team-message-team-label = Team
team-message-words = Keep it short, for example: Tomorrow 7:00 at the ward office. Nobody's paper or phone number, please.
team-message-words-label = Text
team-message-summary = To { $team }: { $text }
    { $preview }
team-message-preview = Goes to { $people ->
    [one] one person
   *[other] { $people } people
    }{ $quiet ->
    [yes] . These are quiet hours, so it leaves at { $at }; if it is urgent, call.
   *[no] {" "}in a few minutes.
    }
team-message-missing = Does not reach { $people } (no reminders wanted, or chat lost): { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }. Please tell them yourself.
team-message-left = Not got by: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }. Please tell them yourself.
team-message-confirm = ✓ Send to { $people }
team-message-begun = From { $at } it goes to { $people } of { $team }. Until then it can be stopped.
team-message-message = { $name } ({ $team }) to the whole team: { $text }
team-message-progress = { $state ->
    [going] On its way
    [stopped] Stopped
   *[done] Sent
    }: { $got }/{ $people } got "{ $text }"
team-message-nobody = Nobody in the team can be reached yet.{ $missing ->
    [none] {" "}Nobody else is in it: send them the team's code.
   *[other] {" "}{ $missing }
    }
team-message-not-led = This is for leaders and deputies. You write to teams with "Send an announcement".
team-message-gone = I find no such message to your team within seven days.
team-message-see = Who got it
team-message-stop = Stop it
team-message-new = Write another
