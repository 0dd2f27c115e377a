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
broadcast-large = Because they are many it begins in { $minutes } minutes; until then it can be stopped.
broadcast-message = Announcement{ $unit ->
    [none] {""}
   *[other] {" "}of { $unit }
    }{ $name ->
    [none] {""}
   *[other] {" "}({ $name })
    }: { $text }
broadcast-confirm = { $people ->
    [none] ✓ Count, then send
   *[other] ✓ Send to { $people } people
    }
broadcast-begun = It begins at { $at }.
broadcast-one-at-a-time = One announcement is still going; the next can follow it.
broadcast-gone = This announcement is gone, or not within your units.
broadcast-progress = { $state ->
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
