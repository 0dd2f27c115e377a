### Signing up, promising to come, absence: what volunteers do.

menu-sign-up = Sign up for a shift
menu-my-shifts = My shifts
menu-absence = Say I am absent
menu-swap = Swap a shift

sign-up-say = sign up for a shift, choose a shift, choose shifts
sign-up-which = Which shift would you like? Those with ✓ are yours.
sign-up-none = No shifts to sign up for in the next two weeks. If there is work, just come and type "check in".
sign-up-no-day = No shifts on that day. These are the next ones:
sign-up-mine = ✓ { $shift }
sign-up-free = { $shift }{ $left ->
    [-1] {""}
    [0] {" "}· full
   *[other] {" "}· { $left } free
    }
sign-up-more = More shifts
sign-up-done = You are signed up for { $shift }. Choose more if you like; tap one with ✓ if you change your mind.
sign-up-already = You are in the shift { $shift } already.
sign-up-clash = Not signed up for { $shift }: it is at the same time as your shift { $other }. Choose another one, or give that one back first.
sign-up-full = The shift { $shift } has its { $needed } people. Please choose another one.
sign-up-gone = This shift has begun or was called off. Please choose another one.

my-shifts-say = my shifts, my rota
my-shifts-none = You have not signed up for any shift.
my-shifts-head = Your next shifts ({ $count }):
my-shifts-line = · { $shift }{ $state ->
    [pledged] {" "}(you said you will come)
    [assigned] {" "}(put in by your leader)
   *[other] {""}
    }
my-shifts-one = { $shift }. { $state ->
    [pledged] You said you will come.
    [assigned] Your leader put you into this shift.
   *[other] You signed up.
    }
my-shifts-pledge = I will come
my-shifts-absent = I cannot come
my-shifts-swap = Swap
my-shifts-drop = Give it back
my-shifts-dropped = You are no longer signed up for { $shift }.
my-shifts-gone = You are no longer in this shift.

pledge-say = i will come, i'll come, coming
pledge-none = You have no shift ahead to promise. To take part, sign up for one.
pledge-done = Thank you! See you at { $shifts }. If something comes up, please tell me.

absence-say = i cannot come, absent, absence
absence-none = You have no shift ahead, so nobody is waiting for you. When you can come, just check in.
absence-told-all = You are absent from all shifts ahead, and your leader knows. If you can come after all, just check in.
absence-shift = Which shift can you not come to?
absence-shift-label = Shift
absence-whole-day = All of { $day } ({ $count } shifts)
absence-reason = What is the reason? You may skip this.
absence-reason-label = Reason
absence-personal = Private matter
absence-study = School, exam
absence-work = Work
absence-travel = Weather, travel
absence-other = Something else
absence-why = { " " }({ $why })
absence-note = In one short sentence, for example: had to go home.
absence-note-label = In your words
absence-done = Noted: you will not come to { $shifts }. I will tell your leader.
absence-undone = Taken back: you are in the shift { $shift } again.
absence-withdrawn = Taken back: you will come to { $shifts }. See you there.
absence-gone = This shift is over, was called off, or you are not in it.
absence-place-gone = The shift { $shift } has somebody else now, or is at the same time as another one of yours. Please choose another one.

swap-say = swap, swap a shift
swap-none = You have no shift ahead to swap.
swap-shift = Which shift would you like to swap?
swap-shift-label = Shift
swap-to = Whom shall I ask?
swap-to-label = Whom to ask
swap-all = The whole team
swap-one = Somebody I can name
swap-member = What is their name? For example: Mai Anh.
swap-member-label = Name
swap-who = Is it this person?
swap-who-label = Who is asked
swap-unknown = I see nobody called { $name } in the team of this shift. Type the name again, or "back" to ask the whole team.
swap-asking-all = I am asking those who are free at { $shift }, a few at a time. The first to say yes has it; until then it is yours.
swap-asking-one = I am asking { $name } about { $shift }. Until they answer it is yours.
swap-asking-back = I am asking { $name }: you take their shift, they take { $shift }.
swap-already = I am already looking for somebody for { $shift }.
swap-stop = Stop looking
swap-stopped = I stopped looking. The shift is yours.
swap-stopped-late = Somebody has this shift already, or the search has ended.
swap-taken = { $name } takes { $shift } for you. You are free then.
swap-exchanged = { $name } agrees: { $name } takes your shift { $shift }, you take { $back }.
swap-declined = { $name } cannot take { $shift }. It is still yours; ask somebody else, or say that you cannot come.
swap-nobody = { $asked ->
    [0] Nobody is free at { $shift }, so it is still yours. If you cannot come, please say so.
   *[other] I asked { $asked } people and nobody has taken { $shift } yet, so it is still yours. I will tell you if somebody does.
    }
swap-not-asked = I could not ask { $name } about { $shift }: they have another shift or get no reminders. Please ask somebody else.

take-say = take a shift, take it
take-asked = { $name } asks who can take the shift { $shift }. Can you?
take-asked-back = { $name } would like to swap: you take { $shift } of { $name }, { $name } takes your { $back }. Do you agree?
take-asked-call = { $team } lacks people for { $shift }. Can you come? The first to say yes has the place.
take-agree = Agree
take-yes = I take it
take-no = I cannot
take-for = Swap for one of mine
take-which = { $count } shifts look for somebody. Which one can you take?
take-none = No shift is looking for you at the moment.
take-done = Thank you! You are in the shift { $shift }.
take-declined = That is all right, thank you for answering.
take-filled = Somebody has taken { $shift }. Thank you!
take-late = Somebody has just taken { $shift }. Thank you for being ready!
take-gone = Nobody is needed for this shift any more. Thank you!
take-clash = The shift { $shift } is at the same time as your { $other }, so I did not note it.
take-back-clash = { $name } has another shift at that time, so you cannot swap.

late-coming-say = i am late, running late, late
late-coming-told = I have told your leader that you will be late for { $shift }. Take care, and check in when you are there.
late-coming-noted = Noted: you will be late for { $shift }. Take care, and check in when you are there.
late-coming-here = You have been here since { $at }, so you are not late. If you mean another shift, name it: "late this afternoon".
late-coming-none = I see no shift of yours today. However late it is: check in when you are there.
late-coming-for-you = { $name } will be late for { $shift } ({ $team }).{ $note }
menu-late-coming = I am late
