### Bots of a team or province: connected by their token, a poster to print, the allowance of messages.

bots-say = connect bot, bots, team bot
bots-of-team = The team's bot
bots-list = Bots you look after:
bots-none = There is no bot of your own yet.
bots-one = · { $title } ({ $channel }), { $node }: { $state ->
    [asked] waiting for { $channel }
    [refused] { $channel } no longer knows its token, paste a new one
   *[live] { $most ->
        [none] { $people } people
       *[other] { $people }/{ $most } people
        }
    }.
bots-how = To connect a bot paste its token here. Zalo: find "Zalo Bot Manager", tap "Tạo bot", begin its name with Bot. Telegram: write to @BotFather. The token is sealed as it arrives; nobody can read it again.
bots-node = Whose bot is it?
bots-node-label = Of
bots-asked = The token is sealed, and I am asking { $channel }; you will hear at once. Please delete the message with the token on your phone.
bots-elsewhere = This bot belongs to somebody else. They have to let it go first.
bots-unknown = I no longer see this bot. Send "bots" to look again.
bots-live = { $title } is connected to { $node }: { $link }
    Print this poster and hang it where you work; write the join code into the frame ("join code" shows it).
bots-more = See the bots
bots-refused = { $known ->
    [yes] { $channel } no longer accepts the token of { $title }; the bot is silent. Make a new token at { $channel } and paste it here.
   *[other] { $channel } does not accept this token. Copy all of it, from the first number to the last letter, and paste it again.
    }
bots-poster = Poster { $title }
bots-poster-here = The poster of { $title }. Print it and write the join code into the frame.
bots-drop = Remove { $title }
bots-drop-ask = Remove { $title }? { $people ->
    [0] Nobody writes through it yet.
   *[other] { $people } people who write through it will not reach us there any more; they use the web or another bot.
    }
bots-drop-sure = Remove
bots-keep = Keep
bots-dropped = { $title } is removed and its token deleted. To connect it again, paste its token again.
join-full = This bot is full ({ $people } people). Please join by this link: { $link }

poster-step-1 = Open { $channel }, scan the QR code and write to { $title }.
poster-step-2 = Send the join code in the frame, read, and agree.
poster-step-3 = At your shift send "vào ca"; when you leave, with the numbers: "ra ca 5 vneid 2 dvc".
poster-frame = Join code of today
poster-foot = Automatic assistant of the green shirts. Send no names or numbers of citizens.
poster-alt = Poster: QR code of { $title }, { $link }

message-budget-say = message budget, budget, messages left
budget-head = Messages of the bots in month { $month }:
budget-one = · { $title }: { $spent }/{ $month } used ({ $sent } sent, { $received } received), { $today } today; about { $ahead } by the end of the month{ $people ->
    [none] .
   *[other] ; { $people } people.
    }{ $enough ->
    [no] {" "}That is too many. Send one message "tick list all" when the shift begins and people need only write when they leave; or connect another bot ("connect bot").
   *[yes] {""}
    }
budget-dropped = Not sent by themselves because it runs short: { $reminders } reminders, { $lists } lists.
digest-unsent = Not sent by themselves because the bot's month is nearly spent: { $reminders } reminders, { $lists } lists.
budget-unsent = Not reminded today: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
    }. Please tell them.
budget-order = When it runs short reminders go first, then digests: what is still of use comes along with the next answer. Answers and calls for help are always sent.
held-since = Meant for { $at }, not sent then because the bot's month is nearly spent:
budget-shared = This shared bot
budget-none = The team uses no bot with a limit of messages.
budget-day-near = { $title } has used { $spent } messages today, { $percent } % of what is good for a day ({ $most }). Leave to tomorrow what can wait, or use the web.
budget-month-near = { $title } has used { $percent } % of the month's messages ({ $spent }/{ $most }). { $percent ->
    [95] From now on only answers and calls for help are sent; digests and reminders rest while it is ahead of the calendar, and a digest comes along with the next answer.
   *[other] From now on reminders rest while it is ahead of the calendar.
    } Cheapest: send one "tick list all" when a shift begins, have people write only when they leave, and ask questions on the web. Send "message budget" to look.
budget-people-near = { $title } has { $people }/{ $most } people. { $full ->
    [yes] From now on newcomers are shown to another bot of the team or the web. If there is none yet, connect one ("connect bot").
   *[no] Connect another bot ("connect bot"); when it is full, newcomers are shown to the other one or the web.
    }
