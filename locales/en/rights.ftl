### Everybody's rights over their own data: see, correct, agree and take back, pause, get a copy, erase.

menu-my-data = My data
my-data-say = my data, privacy, my rights, what do you keep about me
my-data = What I keep about you:
    { $name }, { $language }, taking part since { $since }. In: { $teams }. Chats: { $chats }.
    { $counts }
    You agreed to: { $agreed }.
    No telephone number, birthday or ID number. The whole notice: { $link }
my-data-stranger = I keep nothing about you: nobody has agreed to take part from this chat. What you send is answered and its words are dropped.
    Responsible: { $controller } ({ $contact }).
my-data-attendances = { $count } check-ins ({ $span })
my-data-help-reports = { $count } reports ({ $span })
my-data-day-forms = { $count } team days ({ $span })
my-data-difficulties = { $count } difficulties told ({ $span })
my-data-help-requests = { $count } calls for help ({ $span })
my-data-good-models = { $count } good models ({ $span })
my-data-signups = { $count } sign-ups ({ $span })
my-data-statements = { $count } statements of hours ({ $span })
my-data-faq-questions = { $count } questions, dropped after 30 days ({ $span })
my-data-others = { $count } other rows, see the copy
my-data-none = No shifts, no reports yet.
my-data-copy = Get a copy
my-data-copy-say = download my data, get my data, copy of my data
my-data-pause = Pause
my-data-pause-say = pause my data, restrict my data, object to processing
my-data-resume = Go on
my-data-resume-say = resume my data, go on with my data
my-data-file = my-data
my-data-copied = To read: everything I keep about you, kind by kind.
my-data-copied-json = For machines (JSON), should you want to take it elsewhere.
my-data-link = Your data, to look at and to save: { $link }
    The link is for you alone and opens for { $minutes } minutes. Please pass it on to nobody.
my-data-paused = Paused. From now on I only keep it: I do not write first, plan no shifts, and do not show your name in the team. Shifts you signed up for are given back.
    Visits you reported still count, without your name.
my-data-is-paused = Your data is paused, so I cannot do this. Tap "Go on" to use everything as before.
my-data-is-paused-typed = Your data is paused, so I cannot do this. Write "go on with my data" to use everything as before.
my-data-resumed = Going on. Check in and report as before; sign up for shifts again.
my-data-copy-head =
    Your personal data in the system of the Áo Xanh teams
    Made at { $when }. Responsible: { $controller }.

menu-my-name = Correct my name
my-name-say = correct my name, change my name, my name is wrong
my-name-now = I call you { $name }.
my-name-chosen-name = What shall I call you? Type your full name or the name you go by, for example: Nguyễn Thị Mai Anh.
my-name-chosen-name-label = Name
my-name-done = Corrected: { $name }. I call you { $given }.

menu-my-consents = What I agreed to
my-consents-say = my consents, withdraw consent, what i agreed to
my-consents = You agree to each purpose by itself, and take it back whenever you like:
    { $lines }
    Whatever is off, the rest works the same.
my-consents-line = { $answer ->
    [yes] ✓ { $purpose } (since { $when })
    [no] ✕ { $purpose } (no, since { $when })
   *[none] – { $purpose } (off)
    }
my-consents-on = Turn on { $purpose }
my-consents-off = Turn off { $purpose }
my-consents-given = Noted: you agree to { $purpose }.
my-consents-note-reminders = I remind before shifts and ask the evening before, three messages a day at most, none at night.
my-consents-taken = Taken back: { $purpose }.
my-consents-leave = Stop taking part
my-consents-leave-sure = Take back, stop taking part
my-consents-stay = No, I stay
my-consents-leave-what = If you take back your consent to taking part I stop everything I do with your data: no check-ins, no reports, no messages of my own accord, your name is not shown. The data lies still until you erase it or its time is over. Are you sure?
my-consents-left = I have stopped. Your data lies still and nobody uses it. To erase it tap "Erase my data"; to come back tap "Go on", and I will ask for your consent anew.
my-consents-left-typed = I have stopped. Your data lies still and nobody uses it. To erase it write "erase my data"; to come back write "go on with my data", and I will ask for your consent anew.
purpose-taking-part = taking part and reporting
purpose-reminders = reminders before shifts
purpose-location = my position at the place

agree-again-consent = The notice about personal data has new words; please read it once more.
    I keep: the name you choose, your team, when you come and go, how many visits you helped with, and the id of this chat, to check you in and take your reports. No date of birth, no ID number; nothing about the people you help but counts. Kept until 12 months after the campaign, then the name is removed.
    Responsible: { $controller } ({ $contact }). See, correct, withdraw, pause, copy, erase: write "my data".
    The whole notice: { $link }
    Do you agree?
agree-again-consent-label = Consent
agree-again-done = Thank you, noted. { $then ->
    [yes] "Go on" does what you wanted just now.
   *[no] Please send what you wanted just now again.
    }
agree-again-then = Go on

menu-erase = Erase my data
erase-say = erase, erase my data, delete my data, delete my account
erase-read = { $leads ->
    [yes] You are in charge of a team or unit: please hand over before you erase. Erasing means:
   *[no] Erasing means:
    } your name, your chats and the words you wrote (notes, questions, good models) are gone for good; shifts you signed up for are given back. Visits you reported still count for the team and lead to you no more. Statements of hours lose your name.
    Old backups are kept { $days } more days and then end. Messages I sent in Zalo and Telegram you delete there. Responsible: { $controller } ({ $contact }).
    Do you want to go on?
erase-read-label = Read
erase-read-yes = Go on erasing
erase-keep = No, keep it
erase-keep-say = keep my data, do not erase
erase-sure = I erase in { $minutes } minutes; until then you can still keep it, afterwards nothing can be brought back. Are you sure?
erase-sure-label = Sure
erase-sure-yes = Erase everything
erase-asked = I have your request. At { $when } I erase; the last backup ends on { $backups }. If you change your mind write "keep my data" before.
erase-waiting = You asked to be erased; I do it at { $when } (the last backup ends on { $backups }). If you change your mind write "keep my data".
erase-under-way = I am erasing already and cannot stop any more. To take part again later ask the team for a new code.
erase-kept = I keep everything, nothing is erased.
erase-farewell = In a minute your data is erased; this is my last message. The last backup ends on { $backups }. Thank you for helping people.
erased-name = (erased)

rights-clock = A request about personal data has no outcome yet: { $kind ->
    [erase] erasure
    [correct] correction
    [copy] copy
    [see] access
    [pause] restriction
    [object] objection
   *[other] consent
    }, received on { $received }, due by law on { $due }. Please have the operator look after it.

copy-page-title = Your data
copy-page-save = Save it for machines (JSON)
copy-page-over = This link is over. Write "download my data" for a new one.
