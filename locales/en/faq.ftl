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

faq-card-show = Picture for the citizen
faq-card = Show this to the citizen, or send it to them.
faq-card-text = As text
