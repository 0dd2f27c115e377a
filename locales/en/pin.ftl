### PIN: whoever finds the phone takes no data along, hands nothing over and writes to nobody.

menu-pin = My PIN
pin-say = pin, my pin, set pin, change pin
pin-forgot-say = forgot pin, i forgot my pin
pin-none =
    A PIN is six digits of your own. With one, whoever finds your phone can take no data along, open no new chat, hand nothing over and write to nobody in your name.
    Set it on this page, within 10 minutes: { $link }
    Do not type it into the chat.
pin-there = You have a PIN, set on { $day }. Change it or take it away on this page, within 10 minutes: { $link }
pin-first =
    This needs your PIN. Open this page, give it, then come back and tap "Go on": { $link }
    Do not type it into the chat.
pin-go-on = Go on
pin-forgot = I forgot my PIN
pin-shut = Too many wrong PINs: it is shut until { $until }. Please try again then.
pin-forgotten = Your PIN ends at { $hour }, { $day }; then you can set a new one. If you remember it, or did not ask for this, choose "Keep it". If a phone is lost tell your leader to cut the chat off.
pin-keep = Keep it
pin-kept = Your PIN stays as it is.
pin-alarm-forgotten = { $name } has forgotten their PIN; it ends in a day. If { $name } has lost a phone write "lost phone" to cut the chat off.
pin-alarm-tried = Five wrong PINs in a row were given for { $name }. If { $name } has lost a phone write "lost phone" to cut the chat off.

pin-page-title = PIN
pin-page-ask = PIN (6 digits)
pin-page-new = New PIN (6 digits)
pin-page-again = New PIN again
pin-page-change = To change it fill in both. Else leave them empty.
pin-page-drop = Take the PIN away
pin-page-send = Go on
pin-page-opened = Right. For ten minutes you are not asked again. Go back to the chat and tap "Go on".
pin-page-set = Your PIN is set. If you forget it write "forgot pin".
pin-page-dropped = The PIN is taken away.
pin-page-wrong = That is not it; { $left } tries are left.
pin-page-shut = Too many wrong ones: it is shut until { $until }.
pin-page-digits = A new PIN has exactly six digits, the same twice, and is none of the easy ones such as 123456 or 111111.
pin-page-over = This page has ended. Write "pin" for a new one.
