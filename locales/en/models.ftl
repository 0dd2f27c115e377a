### Good models: proposed, endorsed by the leader, picked by commune or province, tried elsewhere.

models-say = models, good models
models-head = { $count ->
    [0] There are no good models yet. Teams that do something well can send it.
    [one] { $count } good model{ $waiting ->
        [0] {""}
       *[other] , { $waiting } waiting for you
        }. To look for one, type: /mohinh phiên dịch
   *[other] { $count } good models{ $waiting ->
        [0] {""}
       *[other] , { $waiting } waiting for you
        }. To look for one, type: /mohinh phiên dịch
    }
models-none-named = No model has the words "{ $sought }".
models-line = { $name }, { $unit }{ $state ->
    [proposed] {" "}(waits for the leader)
    [endorsed] {" "}(waits to be picked)
   *[picked] {""}
    }{ $tried ->
    [0] {""}
   *[other] , tried in { $tried }
    }
models-button = { $waits ->
    [yes] ● { $name }
   *[no] { $name }
    }
models-more = More
models-new = Send a model
models-all = All models
models-see = See the model
models-gone = This model is gone, or not shared with you.
models-card = “{ $name }”, { $team }
    { $what }{ $since ->
    [none] {""}
   *[other] {" "}Since: { $since }.
    }{ $result ->
    [none] {""}
   *[other] {" "}Result: { $result }.
    }
    { $copyable ->
    [yes] Others can copy it.
   *[no] Hard to copy elsewhere.
    } Ask: the Union of { $unit }.
    { $state ->
    [proposed] Waits for the leader to endorse it.
    [endorsed] Endorsed by the leader, waits for the commune or the province.
   *[picked] Picked by { $picked }.
    } { $tried ->
    [0] Nobody tries it yet.
   *[other] Tried in { $tried }: { $where }.
    }
models-endorse = Endorse
models-endorse-done = You endorsed “{ $name }”; the commune and the province see it.
models-decline = Not this one
models-decline-done = “{ $name }” is set aside.
models-pick = Pick it
models-pick-done = You picked “{ $name }”. On Monday morning I send it round.
models-back-done = Undone: “{ $name }” is as before.
models-picked-for-you = The model “{ $name }” you sent was picked for others to learn from. Thank you.
models-try = { $unit ->
    [none] We will try it
   *[other] { $unit } will try it
    }
models-try-named = Try: { $name }
models-tried = { $unit } will try “{ $name }” (tried in { $count } now). Ask: the Union of { $contact }.
models-dropped = { $unit } does not try “{ $name }” any more (tried in { $count }).
models-weekly = Good models of the week ({ $count }):
models-weekly-one = · “{ $name }”, { $team }: { $what }
models-weekly-waiting = { $count ->
    [one] { $count } model waits for you to pick it.
   *[other] { $count } models wait for you to pick them.
    }
digest-models = { $count ->
    [one] { $count } good model waits for you to endorse it, “{ $name }”: type "models" to see it.
   *[other] { $count } good models wait for you to endorse them, the first is “{ $name }”: type "models" to see them.
    }

# Sending one
new-model-say = new model, propose model
new-model-team = Of which team is it?
new-model-team-label = Team
new-model-title = What is the model called? In short, for example: 1 kèm 1.
new-model-title-label = Name
new-model-what = How does it work? One to three sentences, no names of people.
new-model-what-label = How
new-model-since = Since when? For example: September 2026.
new-model-since-label = Since
new-model-result = The result in numbers? For example: 120 elders filed by themselves.
new-model-result-label = Result
new-model-copyable = Can others copy it?
new-model-copyable-label = Can be copied
new-model-summary = Send this model:
    { $lines }
    Is that right?
new-model-taken = There is a model of this name where you are. Give it another one.
new-model-done = “{ $name }” is sent. { $own ->
    [yes] You lead the team, so it counts as endorsed; the commune and the province see it.
   *[no] The leader sees it in tonight's digest; if it is picked I tell you.
    }
