"""Good models: what others do well, what waits for a decision, and "đơn vị mình sẽ làm thử"."""

from collections.abc import Callable, Mapping, Sequence

from handlers import modelling
from handlers.conversation import Begin, Conversation, Needs, Opening, action
from handlers.exercise import marked
from handlers.leading import unit_named
from handlers.messages import Button, Lane, Outbound
from handlers.outgoing import best
from handlers.permissions import Access
from handlers.turn import UNDO_FOR, Turn
from locales import words
from storage import good_models, teams
from storage.fold import fold
from storage.records.care import Adoption, ModelCard, ModelState
from storage.records.case import Level

PAGE = 8
"""Models shown at once."""
MORE = "*"
"""Before the number of a page."""
VERBS = ("see", "endorse", "decline", "pick", "back", "try", "drop")


class Models(Conversation):
    """See the module. The argument is what to do with a model (``see:<model>``), a page, or words."""

    name = "models"
    command = "mohinh"
    access = Access.KNOWN
    keeps_form = True

    def needs(self, opening: Opening) -> Needs:
        """One model with who proposed it, or every model of the tenant; the teams this person leads."""
        model_id = _read(opening.arg)[1]
        if model_id:
            yield good_models.card.of((opening.actor.tenant, model_id))
            yield good_models.proposer.of((opening.actor.tenant, model_id))
        else:
            yield good_models.of_tenant.of(opening.actor.tenant)
        for team_id in opening.actor.led:
            yield teams.card.of((opening.actor.tenant, team_id))

    def open(self, turn: Turn, arg: str) -> Begin | None:
        """A list, one model, or a step of it."""
        verb, model_id, unit_code = _read(arg)
        if not model_id:
            every = turn.facts.get(good_models.of_tenant.of(turn.actor.tenant)) or []
            self._list(turn, [one for one in every if modelling.visible(turn.actor, one)], arg.strip())
            return None
        model = turn.facts.get(good_models.card.of((turn.actor.tenant, model_id)))
        if model is None or not modelling.visible(turn.actor, model):
            turn.say(turn.text("models-gone"), [[self._home(turn)]])
        elif verb == "see":
            self._show(turn, model)
        else:
            self._step(turn, model, verb, unit_code)
        return None

    def _list(self, turn: Turn, seen: Sequence[ModelCard], arg: str) -> None:
        """What waits for a decision first, then what is picked, most tried first."""
        page = int(arg[1:]) if arg.startswith(MORE) and arg[1:].isdecimal() and len(arg) < 5 else 0
        sought = "" if arg.startswith(MORE) else fold(arg)
        found = [one for one in seen if sought in fold(f"{one.name} {one.what} {one.team_name}")]
        found.sort(key=lambda one: (not modelling.decides(turn.actor, one), -len(one.adoptions), one.id))
        shown = found[page * PAGE : (page + 1) * PAGE] or found[:PAGE]
        waiting = sum(modelling.decides(turn.actor, one) for one in found)
        if sought and not found:
            said = turn.text("models-none-named", sought=arg)
        else:
            said = turn.text("models-head", count=len(found), waiting=waiting)
        lines = [said, *(f"· {self._line(turn, one)}" for one in shown)]
        rows = [[Button(self._named(turn, one), action(self.name, f"see:{one.id}"))] for one in shown]
        last = [Button(turn.text("models-new"), action("new_model"))] if turn.actor.in_teams else []
        if (page + 1) * PAGE < len(found) and not sought:
            last.append(Button(turn.text("models-more"), action(self.name, f"{MORE}{page + 1}")))
        turn.say("\n".join(lines), [*rows, last])

    def _line(self, turn: Turn, one: ModelCard) -> str:
        return turn.text(
            "models-line",
            name=one.name,
            unit=unit_named(turn, one.unit_code) or one.team_name,
            state=one.state,
            tried=len(one.adoptions),
        )

    def _named(self, turn: Turn, one: ModelCard) -> str:
        waits = modelling.decides(turn.actor, one)
        return turn.text("models-button", name=one.name, waits="yes" if waits else "no")

    def _show(self, turn: Turn, model: ModelCard, before: str = "") -> None:
        tried = [unit_named(turn, one.unit_code) or one.unit_code for one in model.adoptions]
        said = turn.text(
            "models-card",
            name=model.name,
            team=model.team_name,
            unit=unit_named(turn, model.unit_code),
            what=model.what,
            since=model.since or "none",
            result=model.result or "none",
            copyable="yes" if model.copyable else "no",
            state=model.state,
            picked=unit_named(turn, model.picked_for) if model.picked_for else "none",
            tried=len(tried),
            where=", ".join(tried),
        )
        text = marked(turn.words, f"{before}\n{said}" if before else said, exercise=model.exercise)
        turn.say(text, [*self._ways(turn, model), [self._home(turn)]])

    def _ways(self, turn: Turn, model: ModelCard) -> list[list[Button]]:
        rows = []
        if modelling.decides(turn.actor, model):
            team = modelling.level(turn.actor, model) is Level.TEAM
            first = self._way(turn, model, "endorse" if team else "pick")
            rows.append([first, *([] if model.picked_for else [self._way(turn, model, "decline")])])
        if model.state is ModelState.PICKED:
            trying = {one.unit_code for one in model.adoptions}
            open_to = [code for code in modelling.communes(turn) if code not in (*trying, model.unit_code)]
            rows += [[self._try(turn, model, code, several=len(open_to) > 1)] for code in open_to]
        return rows

    def _way(self, turn: Turn, model: ModelCard, verb: str) -> Button:
        return Button(turn.text(f"models-{verb}"), action(self.name, f"{verb}:{model.id}"))

    def _try(self, turn: Turn, model: ModelCard, code: str, *, several: bool) -> Button:
        unit = unit_named(turn, code) if several else "none"
        return Button(turn.text("models-try", unit=unit), action(self.name, f"try:{model.id}:{code}"))

    def _step(self, turn: Turn, model: ModelCard, verb: str, unit_code: str) -> None:
        if verb in ("try", "drop"):
            self._tried(turn, model, unit_code, begun=verb == "try")
            return
        do: Mapping[str, Callable[[Turn, ModelCard], ModelCard | None]] = {
            "endorse": self._endorsed,
            "decline": self._declined,
            "pick": self._picked,
            "back": self._taken_back,
        }
        after = do[verb](turn, model)
        if after is None:
            self._show(turn, model)
            return
        turn.note(good_models.moved(model, after))
        said = turn.text(f"models-{verb}-done", name=model.name)
        if verb == "pick":
            self._tell_proposer(turn, after)
        if verb in ("pick", "decline"):
            undo = Button(turn.text("undo"), action(self.name, f"back:{model.id}"))
            turn.say(marked(turn.words, said, exercise=model.exercise), [[undo, self._home(turn)]])
        else:
            self._show(turn, after, said)

    def _endorsed(self, turn: Turn, model: ModelCard) -> ModelCard | None:
        """The team's leader says that it is so; it goes on to the coordinators."""
        if model.state is not ModelState.PROPOSED or modelling.level(turn.actor, model) is None:
            return None
        return model.model_copy(update={"state": ModelState.ENDORSED, "endorsed_by": turn.actor.key[1]})

    def _declined(self, turn: Turn, model: ModelCard) -> ModelCard | None:
        if model.state not in modelling.UNDECIDED or not modelling.decides(turn.actor, model):
            return None
        return model.model_copy(update={"state": ModelState.DECLINED})

    def _picked(self, turn: Turn, model: ModelCard) -> ModelCard | None:
        """The commune, or the province for all its communes, passes it on with the next weekly message."""
        at = modelling.level(turn.actor, model)
        if at in (None, Level.TEAM) or not modelling.decides(turn.actor, model):
            return None
        unit = model.tenant if at is Level.PROVINCE else model.unit_code
        picked = {"state": ModelState.PICKED, "picked_by": turn.actor.key[1], "picked_for": unit}
        return model.model_copy(update={**picked, "picked_at": turn.now})

    def _taken_back(self, turn: Turn, model: ModelCard) -> ModelCard | None:
        """One set aside comes back; whoever picked one takes that back in the first minutes."""
        if model.state is ModelState.DECLINED:
            before = ModelState.ENDORSED if model.endorsed_by else ModelState.PROPOSED
            return model.model_copy(update={"state": before})
        mine = model.state is ModelState.PICKED and model.picked_by == turn.actor.key[1]
        if not mine or model.picked_at is None or model.picked_at < turn.now - UNDO_FOR:
            return None
        undone = {"state": ModelState.ENDORSED, "picked_by": "", "picked_for": "", "picked_at": None}
        return model.model_copy(update=undone)

    def _tried(self, turn: Turn, model: ModelCard, code: str, *, begun: bool) -> None:
        """A commune tries it, or does not after all; each counts once."""
        speaks = modelling.communes(turn)
        if code not in speaks or model.state is not ModelState.PICKED or code == model.unit_code:
            self._show(turn, model)
            return
        adoption = Adoption(
            tenant=model.tenant,
            model_id=model.id,
            unit_code=code,
            team_id=speaks[code],
            person_id=turn.actor.key[1],
            at=turn.now,
        )
        turn.note(good_models.adopted(adoption) if begun else good_models.given_up(adoption))
        others = {one.unit_code for one in model.adoptions} - {code}
        said = turn.text(
            "models-tried" if begun else "models-dropped",
            name=model.name,
            unit=unit_named(turn, code),
            contact=unit_named(turn, model.unit_code) or model.team_name,
            count=len(others) + begun,
        )
        undo = [Button(turn.text("undo"), action(self.name, f"drop:{model.id}:{code}"))] if begun else []
        turn.say(marked(turn.words, said, exercise=model.exercise), [[*undo, self._home(turn)]])

    def _tell_proposer(self, turn: Turn, model: ModelCard) -> None:
        """Whoever proposed it hears once, when it is picked."""
        contact = best(turn.facts.get(good_models.proposer.of((model.tenant, model.id))) or ())
        if contact is not None and contact.person_id != turn.actor.key[1]:
            reader = words(contact.language)
            said = reader("models-picked-for-you", name=model.name)
            see = Button(reader("models-see"), action(self.name, f"see:{model.id}"))
            text = marked(reader, said, exercise=model.exercise)
            turn.tell(contact, Outbound(text, ((see,),), lane=Lane.ROLE))

    def _home(self, turn: Turn) -> Button:
        return Button(turn.text("models-all"), action(self.name))


def _read(arg: str) -> tuple[str, str, str]:
    """(what to do, model, commune); anything else is words or a page of the list, and names no model."""
    verb, _, rest = arg.partition(":")
    model_id, _, unit_code = rest.partition(":")
    return (verb, model_id, unit_code) if verb in VERBS else ("", "", "")
