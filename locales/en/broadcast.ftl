### One text for a part of the tree: previewed, sent bit by bit, paused.

menu-broadcast = Send an announcement
broadcast-say = broadcast, announce, send an announcement
broadcast-unit = To which unit?
broadcast-unit-label = Unit
broadcast-within = { $level ->
    [central] For one province only, type its name, for example: Huế. For the whole country skip this.
   *[other] For one commune only, type its name, for example: phường Láng. For all of { $unit } skip this.
    }
broadcast-within-label = Only to
broadcast-no-unit = I find no place called "{ $said }". Type it again, for example: phường Láng.
broadcast-part = Which of these?
broadcast-part-label = Place
broadcast-audience = To whom?
broadcast-audience-label = To
broadcast-to-coordinators = Coordinators
broadcast-to-leaders = Leaders and deputies
broadcast-to-all = All members
broadcast-words = Write the text, at most 800 characters, without anybody's paper or phone number.
broadcast-words-label = Text
broadcast-all = The whole country
broadcast-summary = { $lines }
    To: { $unit }.{ $preview ->
    [none] {" "}Confirm, and I count the people and send it.
   *[other] {" "}{ $preview }
    }
broadcast-preview = It will reach { $people } people ({ $channels }), done by about { $at } { $day }. Whoever wants no reminders gets none.
broadcast-zalo = Zalo bot { $bot }: { $people } messages; { $spent } used this month, { $after }/{ $month } afterwards ({ $percent } %). { $goes ->
    [no] It runs short, so not everybody will get this; tell them on the web or by phone.
   *[yes] {""}
    }
broadcast-large = Above { $limit } people a second person of the same unit or one above has to agree within 24 hours. It begins { $minutes } minutes after that and can be stopped until then; the time above counts from there.
broadcast-message = Announcement{ $unit ->
    [none] {""}
   *[other] {" "}of { $unit }
    }{ $name ->
    [none] {""}
   *[other] {" "}({ $name })
    }: { $text }
broadcast-confirm = { $people ->
    [none] ✓ Count, then send
   *[other] { $large ->
        [yes] ✓ Ask to send to { $people } people
       *[no] ✓ Send to { $people } people
        }
    }
broadcast-begun = It begins at { $at }.
broadcast-one-at-a-time = One announcement is still going; the next can follow it.
broadcast-gone = This announcement is gone, or not within your units.
broadcast-progress = { $state ->
    [asked] Waiting for a second person
    [refused] Not agreed to
    [lapsed] Nobody agreed in time
    [going] Going
    [paused] Paused
    [stopped] Stopped
   *[done] Done
    }: { $sent } people got it{ $channels ->
    [none] {""}
   *[other] {" "}({ $channels })
    }, { $filled } of { $people } queued{ $failed ->
    [0] {""}
   *[other] , { $failed } could not be sent
    }.
broadcast-place = { $place ->
    [none] In no team any more
   *[other] { $place }
    }: { $sent } of { $people } got it{ $failed ->
    [0] {""}
   *[other] , { $failed } could not be sent
    }
broadcast-places-more = { $count } other places; in { $whole } everybody got it.
broadcast-who = Who got it
broadcast-see = Progress
broadcast-pause = Pause
broadcast-resume = Go on
broadcast-stop = Stop

four-eyes-say = announcements waiting, announcements to agree to
four-eyes-question = { $name } ({ $unit }) asks to send an announcement to { $people } people: { $audience }, { $part }. Above { $limit } people a second person has to agree. It says:
    "{ $text }"
    Please answer before { $at } { $day }. Whoever answers first decides.
four-eyes-yes = ✓ Agree to send to { $people } people
four-eyes-no = ✕ Do not agree
four-eyes-asked = Above { $limit } people a second person has to agree: { $count } coordinators of the same unit or one above have been asked. It is sent if one agrees before { $at } { $day }; you will hear at once.
four-eyes-nobody = Above { $limit } people a second person of the same unit or one above has to agree, and there is none yet. Ask the operator to invite a coordinator: aoxanh invite --role coordinator --unit { $unit }. Once in, they send "announcements waiting" before { $at } { $day } to read it and agree; the text is kept.
four-eyes-agreed = Agreed. It begins at { $at }.
four-eyes-refused = Noted: it is not sent, and whoever wrote it knows.
four-eyes-gone = This announcement does not wait for anybody any more.
four-eyes-own = Your own announcement needs somebody else to agree, on whichever channel.
four-eyes-none = No announcement waits for you to agree.
four-eyes-told-yes = { $name } has agreed. It begins in { $minutes } minutes, at { $at }, and can be stopped until then. The text: "{ $text }"
four-eyes-told-no = { $name } did not agree, so this announcement is not sent. Talk with { $name }, change it and send "broadcast" again. The text: "{ $text }"
four-eyes-lapsed = Nobody agreed in 24 hours, so this announcement was not sent. Send it again if it is still needed. The text: "{ $text }"
