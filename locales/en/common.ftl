### Words used everywhere. I = the bot, you = the volunteer.

# The fixed buttons, and other ways to type them
word-yes = Yes
word-yes-say = yes, y, ok, okay, sure, yeah, right, 👍, 👌
word-no = No
word-no-say = no, n, nope
word-skip = Skip
word-skip-say = skip, pass
word-back = ← Back
word-back-say = back, go back, previous
word-cancel = ✕ Cancel
word-cancel-say = cancel, stop, quit
word-done = Done
word-done-say = done, finished, that is all
word-everyone = Select all
word-everyone-say = select all
word-confirm = ✓ Yes, save it
word-confirm-say = yes, ok, save, save it, confirm, right, 👍, 👌
word-edit = Edit
word-edit-say = edit, change
word-minus-1 = −1
word-minus-1-say = -1
word-plus-1 = +1
word-plus-1-say = +1
word-plus-5 = +5
word-plus-5-say = +5
word-plus-10 = +10
word-plus-10-say = +10

# The menu
menu-open = Open the menu
menu-join = Join with a code
menu-check-in = Check in
menu-check-out = Check out
menu-report = Report
menu-difficulty = Report a difficulty
menu-faq = Ask
menu-my-records = My records
menu-help = Menu
menu-language = Language · Ngôn ngữ
menu-team = My team
menu-digest = Today's digest
menu-schedule = Rota
menu-new-team = New team
menu-web = Open on the web
menu-cases = Open difficulties
menu-call-help = I need help
menu-models = Good models
undo = Undo

exercise-mark = [EXERCISE, not counted]

# Filling in step by step
form-so-far = So far: { $counts }
form-tally-options = You can count: { $options }.
form-cursor = Counting: { $item }. Tap −/+ or type a number.
form-cursor-typed = Counting: { $item }. Type a number.
form-edit-which = What would you like to change?
aside-unsure = I am not sure of an answer to that. Finish this first, then ask again and I will look closer.
form-changed = This form has just been updated; I kept the answers that still fit.
form-gone = This step is no longer there. Please open it again from the menu.
step-over = This step is already done.
cancelled = Cancelled, nothing was saved.
cancelled-kept = Nothing was changed, the earlier report stands.
nod = All right, just write when there is something.
nothing-to-cancel = There is nothing to cancel right now. Type "menu" to see what you can do.
nothing-to-go-back = There is no step to go back to right now. Type "menu" to see what you can do.
button-old = This button is out of date. Type "menu" to start again.
undo-too-late = Undo works in the first 10 minutes only. To change it now, please message your team leader.

# Wrong answers: the rule and an example
wrong-choice = I could not match that to a choice. Tap a button, or type its number, for example: 1.
wrong-choice-typed = I could not match that. Type a number or the words of the list, for example: 1.
wrong-many = I could not match that to an item. Tap each item and then Done, or type for example: 2, then done.
wrong-many-whole = I could not match a name. Tap the names, then Done; or type numbers, for example: 1 3 5-9, all, all except 4.
wrong-many-whole-typed = I could not match a name. Type numbers, for example: 1 3 5-9, all, all except 4.
wrong-many-typed = I could not match that. Type the numbers, then done, for example: 2, 5 then done.
wrong-tally = I could not read a number. Type numbers with what was done, for example: 5 vneid 2 dvc (at most { $max } each).
wrong-yes-no = Please answer "yes" or "no".
wrong-number = I need a number from { $min } to { $max }, for example: 7.
wrong-text-short = I need at least { $min } characters, for example: network unstable since 9:00.
wrong-text-long = That is too long, { $max } characters at most. Please make it shorter.
wrong-name-empty = Please give me a name, for example: Mai Anh.
wrong-name-long = The name is longer than { $max } letters. Please write a shorter one, for example: Nguyễn Thị Mai Anh.
wrong-name-marks = The name has unusual characters. Please use plain letters, for example: Mai Anh.
wrong-name-link = A name cannot hold a link or an @. For example: Mai Anh.
wrong-name-digits = A name cannot be digits only. For example: Mai Anh.
wrong-code = A join code has { $length } letters and digits, for example: BK7M-2QXA. Please look again at your leader's message.
wrong-day = I could not read the day. For example: today, Saturday, 22/11.
wrong-days = I cannot read these days. For example: Mon-Fri next week; 24/11; 28/11 to 31/12.
wrong-stretch = I could not read the hours. For example: 12:15, or 7:30-12:00.
wrong-hours = I cannot read these hours. For example: morning, afternoon; 7:30-11:30.
wrong-time = I could not read the time. For example: 7:30.
wrong-photo = This step needs a picture.
wrong-required = This one is needed. Please give me an answer.
wrong-summary = Please tap the button with ✓, "Edit" or "Cancel".
wrong-summary-typed = Please type "yes", "edit" or "cancel".
wrong-edit = Choose an item from the list, for example type: 1.

# Messages that cannot be used
edited = I do not read edited messages. Please send a new one.
forwarded = I do not take forwarded messages. Please write it in your own words.
too-long = That is too long, I read 2,000 characters at most. Please send a shorter message.
unknown-command = I do not know this command. Type "menu" to see what you can do.
group-private = I only work in private messages, to keep what you tell me private.
unsupported-photo = I do not take pictures. Please type it, and never send pictures of people's papers.
unsupported-voice = I cannot listen to voice messages yet. Please type it.
unsupported-sticker = A lovely sticker, but I can only read words. Type "menu" to see what you can do.
unsupported-file = I do not take files. Please type it.
unsupported-contact = I do not take contact cards, so that I keep nobody's phone number.
unsupported-place = I need no location at this step, and I did not keep it.
unsupported-withheld = Zalo did not hand over what you just sent (a link, a file, a place). Please type it in words, without links.
unsupported-other = I can only read words. Type "menu" to see what you can do.
not-understood = I did not understand, and the answers I have do not cover this yet. Choose something below, or ask your team leader.
not-understood-lead = I am not sure what you mean. Is it one of these?
not-understood-stranger = I did not understand. If you have a join code, type it, for example: BK7M-2QXA. For VNeID or online services, just ask your question.
not-allowed = This is for those in charge of a team. Type "menu" to see what you can do.
no-team = You are in no team yet, so this cannot be done. If you have a join code, type it, for example: BK7M-2QXA.
team-gone = This team is no longer active, or you have left it. Type "menu" for other things.
slow = I am a little slow at the moment; your message is kept. Please bear with me.
flood = You are sending faster than I can take in, so I skipped some of your last messages. Please wait ten seconds and send them again.
outage-over = (This chat was down from { $days ->
    [same] { $since } to { $until }
   *[more] { $since } on { $since_day } to { $until } on { $until_day }
    }; nothing you sent was lost.)
outage-ours-over = (I was away from { $days ->
    [same] { $since } to { $until }
   *[more] { $since } on { $since_day } to { $until } on { $until_day }
    }, so this answer is late; sorry. If something you sent then has no answer, please send it again.)
outage-missed = My answers from then are out of date, so I leave them out. Send "my work" to see what is recorded.
set-aside = Sorry, I could not handle your last message. The operator has been told; please try to put it another way.
hidden = I hid the private number in your message and did not keep it. Please never send people's ID numbers, phone numbers or OTP codes here.

help-menu = { $who ->
    [stranger] I am the automated assistant of the Áo Xanh teams. If you have a join code, type it; for VNeID or online services, just ask your question.
    [leader] I am the automated assistant of the Áo Xanh teams. Tap something, or just type, for example: "toàn đội 75 lượt", "T2–T6 7h30–11h30, 6 người, Một cửa", "roll call".
    [coordinator] I am the automated assistant of the Áo Xanh teams. Tap something, or just type, for example: "silent teams", "nhập hộ đội Láng: 75 lượt, 5 vneid", "weekly report".
    [centre] I am the automated assistant of the Áo Xanh teams. Tap something, or just type, for example: "weekly report", "who has not sent", "announce".
   *[member] I am the automated assistant of the Áo Xanh teams. Tap something, or just type, for example: "5 vneid 2 dvc", "forgot vneid password".
    }
    To reach a person: { $controller }, { $contact }.
help-menu-typed = { $who ->
    [stranger] I am the automated assistant of the Áo Xanh teams. If you have a join code, type it; for VNeID or online services, just ask your question.
    [leader] I am the automated assistant of the Áo Xanh teams. Just type what you want, for example: "toàn đội 75 lượt", "T2–T6 7h30–11h30, 6 người, Một cửa", "roll call"; or a number below. "back" is one step back, "cancel" gives up.
    [coordinator] I am the automated assistant of the Áo Xanh teams. Just type what you want, for example: "silent teams", "nhập hộ đội Láng: 75 lượt, 5 vneid", "weekly report"; or a number below. "back" is one step back, "cancel" gives up.
    [centre] I am the automated assistant of the Áo Xanh teams. Just type what you want, for example: "weekly report", "who has not sent", "announce"; or a number below. "back" is one step back, "cancel" gives up.
   *[member] I am the automated assistant of the Áo Xanh teams. Just type what you want, for example: "check in", "5 vneid 2 dvc", "check out 5 vneid 2 dvc", "forgot vneid password"; or a number below. "back" is one step back, "cancel" gives up.
    }
    To reach a person: { $controller }, { $contact }.
help-say = menu, help, start

language-say = language, change language
language-name = English
language-which = Which language shall I speak? · Bạn muốn mình nói tiếng gì?
language-done = From now on I speak English.
