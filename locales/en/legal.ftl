### The legal pages: notice, procedure, forms. Law 91/2025/QH15, Decree 356/2025/NĐ-CP.

legal-version = Version { $version }. When the notice changes, everybody is asked again.
legal-elsewhere = In these places somebody else is responsible; tap the one where you take part:
legal-notice-title = Notice about personal data
legal-notice-who-head = Who is responsible
legal-notice-who =
    Controller, and responsible for the protection of personal data: { $controller }.
    Contact: { $contact }.
    Messages are answered by an automated assistant (a bot). To reach a person write to the above. The bot ranks nobody and decides nothing about you by itself.
legal-notice-what-head = What is kept
legal-notice-what =
    About volunteers, leaders and coordinators:
    • the name you choose, your language, your answer to "16 or older" (yes or no)
    • team, role, the id of the chat you use
    • when you come and go, shifts you signed up for, how it is proven (code, leader, "at the place" yes or no)
    • reports: counts by kind of help; difficulties, good models and questions you type (private numbers are hidden before they are stored)
    • when you agreed, took back, or asked something about your data
    No birthday, ID number, telephone number, gender, ethnicity, religion, address or school class.
legal-notice-why-head = What for
legal-notice-why =
    Each purpose has a consent of its own; all but the first are off until you turn them on, and off is fine.
    • taking part and reporting: attendance, figures of team, commune and province
    • reminders before shifts
    • your position at the place, to prove a shift
legal-notice-sensitive-head = Sensitive personal data
legal-notice-sensitive = A position is sensitive personal data. It is asked for only after a consent of its own; coordinates are sealed, compared with the place and dropped at once, only "yes" or "no" is kept. No pictures of papers, no health, no bank accounts, no OTP codes are asked for.
legal-notice-where-head = Who receives it, which way it goes
legal-notice-where =
    • leaders and deputies see names and work of their own team; levels above see figures
    • Zalo carries messages inside Vietnam, if your team uses Zalo
    • Telegram carries messages over servers abroad, if you choose Telegram; everything can be done on Zalo or the web too
    • nothing goes to advertising, analytics, artificial intelligence or anybody else
    Data is encrypted on its way. Tokens of bots and backups are sealed with a key.
legal-notice-long-head = How long
legal-notice-long =
    • words of messages: dropped as soon as they are handled; unfinished forms: 7 days
    • questions: 30 days; names on a list of people to come: 60 days
    • shifts and reports: 12 months after the end of the campaign they are cut off your name, figures stay and lead to nobody
    • consents and requests about data: 5 years, as proof
    • security log: 12 months
    • backups: { $days } days
legal-notice-rights-head = Your rights
legal-notice-rights =
    Write "my data" in any channel to:
    • see what is kept, and get a copy
    • correct your name, change the language
    • agree to or take back each purpose
    • pause (restrict, object)
    • erase: write "erase my data"
    All of this runs by itself within minutes. Without any channel send a form to those responsible.
legal-notice-young-head = If you are under 18
legal-notice-young =
    • under 16: no account, nothing is kept about you; the leader counts you among the team's guests. A legal representative who wants to consent on paper uses the form
    • from 16 to 17: you agree yourself, and let your parents or school know
legal-notice-people-head = About the people you help
legal-notice-people = Nothing but counts: no names, no telephone numbers, no ID numbers, no pictures. What somebody types by mistake is hidden before it is stored.
legal-notice-change-head = If something goes wrong
legal-notice-change = If data leaks or is used for a wrong purpose, those responsible tell the authority within 72 hours; if it concerns your position, you too within 72 hours.

legal-procedure-title = How to ask about your data
legal-procedure-ask-head = Asking
legal-procedure-ask =
    • fastest: write "my data" on Zalo, Telegram or the web, then choose
    • without any channel: send a form to { $controller }, { $contact }
    It costs nothing and needs no reason. Pictures of papers are never asked for.
legal-procedure-hours-head = Time limits
legal-procedure-hours =
    In a chat: minutes. By form, after Decree 356/2025/NĐ-CP, article 5:
    • acknowledged: 2 working days
    • see, correct, copy: 10 days
    • withdraw, restrict, object: 15 days
    • erase: 20 days
legal-procedure-steps-head = Steps
legal-procedure-steps =
    • the request is put into the register with its date and its limit
    • sent by form, your leader confirms who you are, in the chat or in person
    • at half of the time without an outcome the coordinator is told
    • the outcome is noted and kept for 5 years
legal-procedure-erase-head = Erasing
legal-procedure-erase =
    • gone for good: name, chats, words you wrote
    • left: the team's counts, which lead to nobody; consents and requests, under a key that does not lead to you
    • old backups end after { $days } days; when one is restored, whoever was erased is erased again
    • you have 10 minutes to change your mind; afterwards nothing can be brought back
legal-procedure-other-head = What cannot be done
legal-procedure-other = Messages already sent are on your phone and on others', in Zalo and Telegram: delete them there. Your name in words that others wrote themselves cannot be recognised.
legal-procedure-complain-head = Complaints
legal-procedure-complain = If you do not agree with the outcome, complain to { $controller } ({ $contact }) or to the authority for personal data protection (Ministry of Public Security).

legal-forms-title = Forms
legal-forms-how = Print or copy by hand, sign and send to { $controller }, { $contact }. No pictures of papers.
legal-form-blanks =
    Name in the team:
    Team, commune or ward:
    Channel in use (Zalo, Telegram, web) or how to reach you:
    Date, signature:
legal-form-see-head = Form 1. To see, correct or get a copy of my data
legal-form-see =
    To { $controller }. I ask (circle): to see · to correct · for a copy of my personal data in the system of the Áo Xanh teams.
    What to correct: ……………………………
legal-form-withdraw-head = Form 2. To withdraw consent, restrict or object
legal-form-withdraw =
    To { $controller }. I (circle): withdraw consent · ask for restriction · object to processing.
    For (circle): taking part and reporting · reminders · position.
legal-form-erase-head = Form 3. To erase my data
legal-form-erase = To { $controller }. I ask that my personal data be erased. I understand that visits I reported still count and lead to me no more, and that erasing cannot be undone.
legal-form-guardian-head = Form 4. Legal representative of somebody under 16
legal-form-guardian = To { $controller }. I am the legal representative of ……………………………, under 16. I agree that they come along with the team; the leader notes only how many people and the hours, opens no account and keeps no name.
