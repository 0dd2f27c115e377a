### Joining a team: the notice and the consent first, questions after.

join-say = join, join a team, sign up
join-welcome = Hello, I am the automated assistant of the Áo Xanh teams. No code yet? Ask your team leader; for a question about paperwork, just type it.
join-code = Type the join code your team leader sent you, for example: BK7M-2QXA.
join-code-label = Join code
join-consent = You are invited to { $team }.
    To check you in and take your reports I need to keep: the name you choose, your team, when you come and go, how many visits you helped with, and the id of this chat. No date of birth, no ID number, no location; nothing about the people you help but counts.
    Responsible: { $controller } ({ $contact }). Kept until 12 months after the campaign, then the name is removed. You may see, correct, withdraw, pause, copy or erase at any time: write "my data".{ $abroad ->
    [yes] {" "}Telegram keeps its servers abroad; to stay in the country use Zalo or the web.
   *[no] {""}
    }
    The whole notice: { $link }
    Do you agree?
join-consent-label = Consent
join-consent-together = If you agree, answer all in one message: agree, 16 or not, your name, reminders before shifts or not (up to you). For example: agree, 16, Mai Anh, no reminders
join-agree = I agree
join-decline = I do not agree
join-of-age = Are you 16 or older? From 16 to 17 you may agree yourself; please let your parents or school know.
join-of-age-label = 16 or older
join-keeps-name = Your leader put you down as "{ $name }". Shall I call you that?
join-keeps-name-label = Name on the list
join-keeps-name-yes = Yes
join-keeps-name-no = No, another name
join-of-age-yes-say = 16, over 16, 16 or older, of age
join-of-age-no-say = under 16, not 16 yet, younger
join-chosen-name = What shall I call you? Type your full name or the name you go by, for example: Nguyễn Thị Mai Anh.
join-chosen-name-label = Name
join-reminders = Shall I remind you before your shifts? If not, that is fine, everything else works the same.
join-reminders-label = Shift reminders
join-reminders-yes = Yes, remind me
join-reminders-no = No need
join-reminders-yes-say = reminders, remind me, with reminders
join-reminders-no-say = no reminders, no reminder, without reminders
join-unit = unit
join-done = { $role ->
    [leader] Hello { $name }, you now lead { $team }. This code is used up.
    [deputy] Hello { $name }, you are now deputy leader of { $team }. This code is used up.
    [coordinator] Hello { $name }, you are now a coordinator. This code is used up.
    [expected] Hello { $name }, you are in { $team }. Your leader has your name already, so there is nothing to wait for: check in and report right away.
   *[volunteer] Hello { $name }, you are in { $team }. Your leader will accept you later; you can check in and report right away.
    }
join-declined = I kept nothing about you. If you want to join one day, just type the code again. You can still ask questions.
join-under-age = Thank you! Under 16 I open no account and keep nothing about you. You can still come along: the leader counts your shift with the team's guests (just how many). Parents who want to know more ask { $controller } ({ $contact }).
join-receipt = Noted at { $when } that you agree (notice { $version }): taking part and reporting{ $reminders ->
    [yes] , reminders before shifts
   *[no] {""}
    }. To look at it or take it back write "my data".
join-already = You are in a team already. To join another one, type its code.
join-member-already = You are in { $team } already.
join-elsewhere = This code is of another province or organisation than yours. Please ask your leader.
join-wrong-code = This code does not work: it may be mistyped, expired or withdrawn. Please look again, or ask your leader for a new one.
join-too-many = That was quite a few tries. Please wait an hour, or ask your leader for a join link.
