### Proof: presence codes, places, the leader's word.

check-in-told-late = Your message reached me at { $time }.
check-in-code-right = The code fits: this check-in has proof.
check-in-code-wrong = The code { $code } does not fit; you are checked in all the same. { $left ->
    [0] No more codes are tried for this shift; your leader can confirm you later.
   *[other] Look again and send just the code, { $left } more { $left ->
        [one] try
       *[other] tries
    }.
    }
check-in-code-tired = No more codes are tried for this shift; you are checked in all the same. Your leader can confirm you later.
check-in-code-own = You can look at this code from anywhere, so it proves nothing for yourself; another leader or deputy can confirm you.
check-in-code-hint = If you see a 4-digit code at the desk, send it to me, for example: 4821.
check-in-closed = You did not check out of your last shift (since { $since }), so I closed it at { $end }.
check-in-proven = The code fits. Your check-in at { $since } now has proof.
check-in-proven-already = Your check-in at { $since } has its proof already; no need to send the code again.

presence-code-say = presence code, desk code, show code
presence-code-shown = The presence code of { $team }:
    { $code }
    Good until { $until }; after that it is { $next }. Whoever is there sends it to me. Hours later is fine too, best with the time, for example: { $code } at 7:35.
presence-code-again = The code now

code-sheet-say = code sheet, print codes, sheet of codes
code-sheet-done = Here is the sheet of codes for the whole day. Print it and keep it; show only the code of the ten minutes there are: whoever sees the whole sheet proves nothing by a code.
code-sheet-title = { $team }
code-sheet-said = Presence codes of { $day }. Rows are hours, columns the minute each begins; a code holds for 10 minutes. Whoever is in charge keeps this sheet.
code-sheet-hour = { $hour }h
code-sheet-minutes = { $minutes ->
    [0] from :00
   *[other] :{ $minutes }
    }
code-sheet-today = Today's sheet
code-sheet-tomorrow = Tomorrow's sheet
team-code-sheet = Print the codes

at-place-say = location, at the place, prove location, send location
at-place-consent = Would you like to prove with your location that you are there? A location is sensitive personal data, so I only use it if you agree: each time you send it yourself, I compare it with the place and drop it at once; I keep only "yes" or "no", never coordinates. When a leader pins a place I keep where the place is, not who stood there.
    Responsible: { $controller } ({ $contact }). If you do not agree, checking in works as before. Change your mind any time: type "location".
at-place-consent-label = Consent
at-place-declined = I will not ask for your location. A code at the desk or your leader's word is proof as well.
at-place-off = From now on I do not use your location. If you want it again, type "location".
at-place-stop = Stop using my location
at-place-prove = Prove with my location
at-place-ask = Tap the key that sends your location to prove that you are there; it is fine not to.
at-place-not-there = You are not checked in, so no location is needed. I ask for it after you check in.
at-place-already = Your check-in at { $since } is proven by place already.
at-place-no-point = Your leader has not pinned this place yet, so there is nothing to compare with.
at-place-no-channel = A location cannot be sent here. Send the code at the desk, or ask your leader to confirm you.
at-place-yes = Noted: you are at the place (check-in at { $since }). I dropped the location and keep only the "yes".
at-place-no = That location is away from the place; I note "not at the place", and you stay checked in. If your phone is off, send it again in the open, or send the code at the desk.
at-place-unclear = The location is too vague, so I noted nothing. Send it again in the open, or send the code at the desk.

place-point-say = pin the place, pin place, radius
place-point-board = Places of { $team }. Locations of those who agreed are compared with the pinned ones:
place-point-one = { $pinned ->
    [yes] · { $place }: pinned, within { $radius } m
   *[no] · { $place }: not pinned
    }
place-point-pin = Pin where I stand
place-point-radius = Change the radius
place-point-remove = Unpin
place-point-place = Which place?
place-point-place-label = Place
place-point-metres = Within how many metres does somebody count as being there? Type a number from { $least } to { $most }, for example: 300.
place-point-metres-label = Radius
place-point-consent = Pinning a place needs your location once. Read the notice and agree first, then pin again.
place-point-agree = Read the notice
place-point-ask = Stand at { $place } and tap the key that sends your location. I keep where the place is, not who stood there.
place-point-vague = The location is too vague (it must be within { $metres } m). Send it again in the open.
place-point-done = Pinned { $place }: whoever is within { $radius } m counts as being there.
place-point-removed = Unpinned { $place }.
place-point-no-place = { $team } has no place yet. Add a shift with a place first.
place-point-no-channel = A location cannot be sent here. Type "web" to open the web page and pin it there.
team-place-point = Pin the place
