### The web chat's page. Places such as { $count } are filled by the page itself.

web-lang = en
web-app-name = Áo Xanh – the volunteer teams' assistant
web-app-short = Áo Xanh
web-app-about = Check in, report, ask, and the evening digest for youth volunteer teams.
web-bot = Áo Xanh
web-assistant = Automated assistant
web-no-script = This page needs JavaScript. Please turn it on in your browser and load the page again.

web-log = Messages
web-composer = Write a message
web-write = Message Áo Xanh…
web-write-label = Your message
web-send = Send
web-quick = What people often do
web-quick-anyone = Join, Ask, Help
web-quick-volunteer = Check in, Report, Ask, Check out
web-quick-leader = On shift, Digest, Ask, Tick list
web-quick-coordinator = Weekly roll-up, Silent teams, Open difficulties, Ask

web-hello-title = Hello, I am Áo Xanh
web-hello-text = I help you check in, report in one line, and find answers to common questions. I am an automated assistant; you can always reach a person.
web-hello-start = Start
web-hello-kept = The history of what you send is kept on this device only.

web-said-bot = Áo Xanh:
web-said-you = You:
web-sending = Sending
web-sent = Sent
web-failed = Not sent. Tap to send again
web-waiting-net = Will be sent when the network is back
web-typing = Áo Xanh is answering
web-new-below = { $count } new
web-to-newest = Go to the newest message
web-choices = Choices
web-send-place = Send my location
web-photo-open = Open the picture
web-file = { $name } ({ $size } KB)

web-today = Today
web-yesterday = Yesterday
web-date = { $weekday }, { $day }/{ $month }/{ $year }
web-clock = { $hour }:{ $minute }
web-clock-sharp = { $hour }:00
web-weekdays = Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday

web-lost = No network, reconnecting…
web-connecting = Connecting…
web-back = Connected again

web-place-denied = This device does not allow the location. Allow it in the browser's settings, or answer in words.
web-place-missing = The location could not be found. Try again in the open, or answer in words.
web-too-long = The message is longer than { $count } characters. Please send it in parts.

web-menu = Options
web-menu-about = This is the team's automated assistant. The history of what you send is kept on this device only; the server keeps what Áo Xanh says and what you have confirmed.
web-menu-data = See or delete my data
web-menu-help = Help
web-menu-photo = Send a picture of a poster or class
web-photo-own = (picture)
web-photo-failed = I cannot open this picture, please choose another.
web-menu-install = Add to the home screen
web-menu-leave = Sign out on this device
web-menu-leave-sure = Tap again to sign out: the messages on this device will be deleted
web-menu-close = Close

web-enter-title = Opening the chat…
web-enter-wait = One moment, please.
web-enter-home = Back to the chat

web-error-origin = The request did not come from this page. Please reload the page and try again.
web-error-unreadable = The server could not read this message. Please reload the page and send it again.
web-error-too-long = The message is too long. Please send it in shorter parts.
address-patience = Many wrong addresses or codes came from this network just now. Please wait a minute and open it again.
web-error-too-fast = That was very fast; give me a few seconds. The message will be sent again.
web-error-busy = The server is busy. Your message is still on your device and will be sent again.
web-error-session = The session has ended. Please reload the page.
web-error-gone = This is no longer here.
web-error-link = This link has expired or was used. Send “/web” to Áo Xanh for a new one.
