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
