### One person, several chats: Zalo, Telegram and the web joined to one record; a leader joins a new chat when one is lost.

channel-zalo = Zalo
channel-telegram = Telegram
channel-web = the web
channel-other = another chat

menu-link = Join another chat
link-say = link, link chat, connect, join chats
link-how = If you are in a team in another chat, send "link" there to get a code of 6 digits, and type it here. If you are new, type your team code, for example: BK7M-2QXA.
link-code = Your code: { $code } (once, within { $minutes } minutes). Open the new chat and send it there:
    { $ways }
link-wrong = This code does not work: perhaps a slip, used, or too old. Send "link" in the chat you had before to get a new one.
link-same = This chat is yours already.
link-asked = I have asked on { $channel }, with the number { $mark }. If you see it there, answer "yes" and it is done.
link-is-it-you = The code of { $name } was just sent on { $channel } at { $time }. Does the new chat of { $name } show the number { $mark }? If it does not, answer "no".
link-yes = Yes, join it
link-no = No
link-over = This code was used or is too old.
link-refused = I have not joined it. If nobody you know sent that code, please tell whoever is responsible.
link-done = { $channel } now belongs to { $name }. Shifts and reports are one.
link-welcome = Hello { $name }, this chat now belongs to you: shifts and reports are one.
link-here = Write to me here
link-here-done = From now on I write to you here first.

lost-contact-say = lost chat, lost phone, new phone
lost-contact-who = Who has lost a chat?
lost-contact-who-label = Member
lost-contact-which = Which chat has { $name } lost? It is cut off at once.
lost-contact-which-label = Lost chat
lost-contact-chat = { $channel }, since { $at } { $day }
lost-contact-none = Cut nothing, just a code
lost-contact-nobody = { $team } has no members yet whose chat could be joined again.
lost-contact-code = { $cut ->
    [no] The code for { $name }: { $code }.
   *[other] { $cut } of { $name } is cut off. The code for the new chat: { $code }.
    } Pass it on to the right person; they send it in the new chat within { $hours } hours, and I ask you before I join it.
lost-contact-told = Your team leader has just cut { $channel } off from your record because it was reported lost. If that is wrong, tell your team leader now.
