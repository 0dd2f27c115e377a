### Help needed now: the leader, the deputy, then the coordinator of the commune.

call-help-say = need help, help me, call for help
call-help-role = { $role ->
    [leader] leader
    [deputy] deputy
   *[coordinator] coordinator of the { $level ->
        [commune] commune
       *[other] province
        }
    }
call-help-named = { $name } ({ $role })
call-help-quoted = {" "}“{ $note }”
call-help-called = I have called { $who }.{ $skipped ->
    [yes] {" "}Nobody else leads the team here yet.
   *[no] {""}
    } { $after ->
    [none] There is nobody else here to call.
   *[other] If nobody answers within 5 minutes I call { $after }.
    }
call-help-called-again = I call { $who } too.
call-help-nobody = Nobody looks after the team here yet, so there is nobody to call. Ask the one-stop desk right there, or contact { $contact }.
call-help-nobody-else = There is nobody else here to call. Please ask the one-stop desk right there.
call-help-team = For which team do you need help?
call-help-waiting = I called { $minutes ->
    [0] just now
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
    }; no answer yet. I go on calling.
call-help-taken = { $name } has answered and is helping you.
call-help-more = Say more
call-help-note = What is it about? One sentence (no names, no ID numbers), and I pass it on to whoever helps.
call-help-note-label = About
call-help-told = Passed on.
call-help-done = Done
call-help-again = Call somebody else
call-help-over = Good; I tell everybody.
call-help-gone = That call is over, or too long ago. Tap to call again.
call-help-next = { $silent ->
    [none] {""}
   *[other] No answer from { $silent } yet.{" "}
    }I call { $who } too.
call-help-nobody-left = I called { $silent } without an answer, and there is nobody else to call. Please ask the one-stop desk right there; I write to you as soon as somebody answers.

# Whoever is called
call-help-call = { $name } needs help now, a citizen is waiting: { $team }{ $place }, { $time }.{ $note }
call-help-more-for-you = { $name } adds: { $note }
call-help-done-for-you = { $name } is fine now and needs no more help. Thank you.
answer-help-say = i take it, i answer
answer-help-take = I take it
answer-help-reply = Answer
answer-help-done = Done
answer-help-taken = You are helping { $name }, { $team }.{ $note } Call or go there, or tap Answer to write through me.
answer-help-said = What shall I tell them? For example: I am on my way, or how to do it.
answer-help-said-label = Message
answer-help-sent = Sent to { $name }.
answer-help-other = { $taker } is helping { $name } already; there is nothing for you to do.
answer-help-over = Noted as done; I tell { $name }.
answer-help-over-already = { $name } is fine already, or the call is too long ago.
answer-help-none = Nobody calls you for help at the moment.
answer-help-which = Whom do you help?
answer-help-taken-for-you = { $taker } has answered and is helping you.
answer-help-said-for-you = { $taker }: { $said }
answer-help-done-for-you = { $taker } noted it as done. If it is not, tap to call again.
