faq-stuck = Is { $what } in the way where you are? Tap the first button and I note it and tell whoever sees to it.
faq-stuck-typed = Is { $what } in the way where you are? Answer 1 and I note it and tell whoever sees to it.
faq-stuck-tell = Report: { $what }
faq-number = I asked nothing just now, so I do not know what { $said } is. If you helped { $said } people tap the first button; the choices of the last message are below.
faq-number-typed = I asked nothing just now, so I do not know what { $said } is. If you helped { $said } people answer 1, else the number of what you want.
faq-number-lead = I asked nothing just now, so I do not know what { $said } is. Choose below, or type what you want.
faq-number-line = { $said } lượt
faq-number-report = Report { $said } visits
faq-say = ask, question
faq-how = Just type your question, for example: forgot the VNeID password, what now? Asked most often:
faq-choices = Which of these do you mean?
faq-choices-between = Which of these do you mean? Type "ask" and that question.
    { $titles }
faq-checked = Checked { $day } · source { $source }
faq-past = ⚠ Part of this was only true until { $day }: please ask the one-stop desk or the commune police before you act on it.
faq-unsure = ⚠ The source for this is weak; take it as advice and ask the office before you act on it.
faq-more = Read on
faq-gone = This answer is gone. Please type your question again.

faq-card-say = picture, card
faq-card-of-what = Ask a question first; then I make a picture of its answer for the citizen.
faq-card-show = Picture for the citizen
faq-card = Show this to the citizen, or send it to them.
faq-card-text = As text

# Not right, not known: people answer
faq-wrong = Not right?
faq-none-of-these = None of these
faq-pass = Ask a person
faq-pass-again = Send again
faq-passed-quoted = “{ $question }”
faq-passed = I have sent this question to those who answer for { $unit }. You will hear from me as soon as there is an answer.
faq-passed-nobody = I have noted this question, but nobody answers for { $unit } here yet. Please ask your leader or the one-stop desk too.
faq-passed-already = This question is waiting for an answer already. You will hear from me.
faq-passed-many = You have { $count } questions waiting. Send the next one when one of them is answered.
faq-unpass = Do not send it
faq-unpassed = I do not send this question.
faq-unpass-late = This question is not waiting any more.
ask-people-say = not right, wrong answer, ask a person
ask-people-said-label = Question
ask-people-said = Please write your question, as clearly as you can. No names and no paper numbers of citizens.

# Whoever answers
menu-questions = Questions waiting
questions-say = questions waiting, open questions, questions
questions-all = Waiting questions
questions-see = Near answers
questions-head = { $count ->
    [0] No question is waiting.
    [1] One question is waiting for you:
   *[other] { $count } questions are waiting for you:
    }
questions-card = “{ $question }”
    Asked in { $unit }, { $age }.{ $shown ->
    [none] {" "}The bot had no answer.
   *[other] {" "}The bot answered “{ $shown }”, and was told that this is not right.
    }{ $state ->
    [open] {""}
    [answered] {" "}Somebody has answered it.
    [dropped] {" "}It was set aside.
   *[other] {" "}It was taken back.
    }
questions-answer = Answer
questions-drop = I cannot answer it
questions-is-topic = It is: { $title }
questions-choose = Choose the question to answer.
questions-gone = This question is gone.
questions-settled = Somebody has answered this question already.
questions-too-late = After 10 minutes this cannot be undone. You can answer again when they ask again.
questions-office = Coordinator, { $place }
questions-topic-done = They have “{ $title }” now. Whoever asks like that gets it at once.
questions-drop-done = Set aside; whoever asked knows.
questions-back-done = Undone. The question is waiting for you again.
questions-keep = Keep as an answer
questions-keep-done = Kept as “{ $title }”. Whoever asks that in your area gets this answer, with its source and day.
questions-seed-done = Whoever asks like that gets “{ $title }” from now on.
questions-unkeep-done = Undone, nothing is kept.
answer-question-say = answer question
answer-question-said-label = Answer
answer-question-said = “{ $question }”
    Write the answer; its first sentence says what to do. At most 700 characters, they get it at once.
answer-question-done = { $told ->
    [yes] They have your answer.
   *[no] The answer is noted; whoever asked cannot be reached now.
    } What about the next one who asks?
questions-answered-for-you = { $who } answers “{ $question }”:
questions-topic-for-you = { $who } answers “{ $question }”:
questions-dropped-for-you = { $who } has no answer to “{ $question }”. Please have the citizen ask the one-stop desk or the police of the commune.
questions-taken-back-for-you = { $who } took back the answer to “{ $question }” to look at it again. Please wait with it.

# By itself
faq-round = { $count ->
    [1] Somebody asks, and you may know:
   *[other] { $count } questions that you may know:
    }
faq-round-line = · { $question }{ $late ->
    [yes] {" "}(not answered by whoever had it before)
   *[no] {""}
    }
faq-weekly = { $count ->
    [1] One question of the last week has no answer yet:
   *[other] { $count } questions of the last week have no answer yet:
    }
faq-weekly-line = · { $question }{ $count ->
    [1] {""}
   *[other] {" "}({ $count } times)
    }
