### The team's list: ticking, guests, names that are still to join.

team-tick = Tick the list
team-presence-code = Presence code
tick-say = tick list, tick, check others in, roll call
tick-shift = Which shift of { $team } do you tick?
tick-shift-label = Shift
tick-who = { $team }, { $shift }: who is there? Tap the names, then Done. Or type, for example: 1 3 5-9, or: all except 4.{ $sure ->
    [0] {""}
   *[other] {" "}{ $sure } confirmed already.
    }
tick-who-typed = { $team }, { $shift }: who is there? Type the numbers in one message, for example: 1 3 5-9, or: all except 4.{ $sure ->
    [0] {""}
   *[other] {" "}{ $sure } confirmed already.
    }
tick-who-label = Present
tick-nobody = Nobody is left to tick in { $team } for this shift. For people who are not on the list, tap "Add guests".
tick-nobody-typed = Nobody is left to tick in { $team } for this shift. For people who are not on the list, type "add guests".
tick-guests = Add guests
tick-over = That shift is long over. Please open "tick list" again.
tick-done = { $shift }: { $added ->
    [0] {""}
   *[other] { $added } put down as present since { $since }.
    }{ $confirmed ->
    [0] {""}
   *[other] {" "}{ $confirmed } who had checked in confirmed.
    }{ $missing ->
    [0] {""}
   *[other] {" "}Not seen { $missing }: { $names }.
    }
tick-unclear = I am not sure who "{ $names }" is. Please pick from the list.
tick-confirmed = Confirmed { $count } who are on shift.
tick-confirmed-all = You have confirmed everybody who is on shift.
tick-undone = That tick is taken back; nothing of it is kept.

on-shift-confirm = Confirm { $count }

guests-say = guests, add guests
guests-shift-label = Shift
guests-who = Guests who help at { $shift }: how many? Type a number, or names separated by commas, for example: 3, or: Binh, Hoa.
guests-who-label = Guests
guests-wrong = I need a number from 1 to { $most }, or names. For example: 3, or: Binh, Hoa.
guests-one = Guest { $number }
guests-done = { $count } guests put down as present, { $shift }.

team-expected = Name list
expected-say = name list, paste names, add names, team list
expected-names = Paste the names of your team, one a line, as they stand in a group chat. For example:
    1. Nguyễn Văn An
    2. Bé Na
expected-names-label = Names
expected-no-names = I could not read a name. One name a line, for example: Nguyễn Văn An.
expected-no-news = These names are in the team or on the list already.
expected-summary = I read { $count } names for { $team }:
    { $names }{ $left ->
    [0] {""}
   *[other] {"\u000A"}I take 60 names at a time; { $left } are left, please paste them next.
    }{ $known ->
    [0] {""}
   *[other] {"\u000A"}{ $known } are there already, so I do not add them.
    }{ $unread ->
    [0] {""}
   *[other] {"\u000A"}{ $unread } lines I could not read: { $lines }
    }
expected-done = { $count } names are on the list of { $team }. Forward this message to your group:
expected-codes = Codes of those who have not joined { $team } yet. Forward this message to your group:
expected-how = Join the team: open { $links } and type the code beside your name, good until { $until }. Each code is for one person and lets you in without waiting.
expected-board = The list of { $team }: { $count } names, { $joined } have joined.{ $waiting ->
    [0] {""}
   *[other] {" "}Not yet { $waiting }: { $names }.
    }
expected-add = Paste more names
expected-resend = Codes for the others
expected-drop = Take names off
expected-undone = { $count } names that were just added are gone; their codes work no more.
expected-back = ← Name list

unlist-say = take names off, remove names
unlist-nobody = Nobody on the list of { $team } is still to join.
unlist-who = Which names come off the list of { $team }? Tap the names, then Done. Or type, for example: 1 3 5-9.
unlist-who-typed = Which names come off the list of { $team }? Type the numbers in one message, for example: 1 3 5-9.
unlist-who-label = Names
unlist-done = { $count } names are off the list; their codes work no more. Hours put down for them stay.
