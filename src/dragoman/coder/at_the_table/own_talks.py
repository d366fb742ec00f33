"""Who assists at no talks because he is a side of them: whoever is "coaxed back to the talks by" a mediator, and the state at war of "South Sudan's
peace talks"."""

from __future__ import annotations

from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import is_state, may_assist
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import MOVEMENTS, OF_STATES
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.coordination import list_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_THINGS = frozenset({"abstract", "event", "object"})
_THREE = 3


def sides_of_their_own(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords, sides: Sides
) -> None:
    """Make parties of whoever is brought to talks by a mediator, and of the state by whose war talks are named."""
    if candidate.label not in group("assisted"):
        return
    mediators = [f for f in people if f.role in MEDIATORS or (f.role == "monitor" and f.rule.startswith(TIED))]
    if not mediators:
        return
    _keeps_one_part(sentence, candidate, people, mediators, words)
    brought = _brought(sentence, candidate, words)
    for f in mediators:
        if f.rule == "model" and f.mention.sentence == sentence.index:
            theirs = f.mention.head in brought or _names_the_talks(sentence, f, words, sides)
            f.role = "party" if theirs else f.role


def _keeps_one_part(
    sentence: Sentence, candidate: Candidate, people: list[Filled], mediators: list[Filled], words: ThirdPartyWords
) -> None:
    """Give back to whom the model alone makes a mediator what he is: a state that is surer told as a side beside another ("read out by the
    minister"), whoever is handed captives, or who watches what was agreed ("with the Red Cross overseeing the transfers")."""
    sides = {f.mention.actor: f.probability for f in people if f.role == "party" and f.mention.actor}
    for f in mediators:
        if f.rule != "model" or f.mention.sentence != sentence.index:
            continue
        if len(sides) > 1 and is_state(f) and sides.get(f.mention.actor or "", 0.0) > f.probability:
            f.role = "party"
        elif candidate.label == "prisoner_exchange" and preposition(sentence, f.mention.head) == "to":
            f.role = "recipient"
        elif (watches := _watches(sentence, f, words)) is not None:
            f.role = watches


def _watches(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> str | None:
    """Role of somebody behind whom a participle tells that he watches something else than talks."""
    at = filled.mention.last + 1
    if at >= len(sentence) or not sentence.tokens[at].text.lower().endswith("ing"):
        return None
    lemma = sentence.tokens[at].lemma.lower()
    role = words.watching.get(lemma) or words.verb(lemma)
    watched = [sentence.tokens[i] for i in sentence.dependents(at, "obj")]
    talks = any({t.lemma.lower(), t.text.lower()} & words.events for t in watched)
    return role if role in ("monitor", "observer") and watched and not talks else None


def with_helpers_of_a_truce(candidate: Candidate, people: list[Filled], sentence: Sentence, sides: Sides) -> None:
    """Make mediators of the states or bodies "with" which a movement agrees to a truce and which fight no war with it: "Hamas agreed with Qatar to
    prolong the truce"."""
    if candidate.label not in group("truces"):
        return
    parties = [f for f in people if f.role == "party" and f.mention.sentence == sentence.index]
    movements = {
        f.mention.actor: f.mention.country
        for f in parties
        if f.mention.resolution.actor_type in MOVEMENTS and f.mention.actor
    }
    for f in parties if len(movements) == 1 else []:
        top = first_of(sentence, f.mention.head)
        verb = sentence.tokens[top].head
        agreed = verb >= 0 and sentence.tokens[verb].lemma.lower() == "agree" and preposition(sentence, top) == "with"
        ((movement, home),) = movements.items()
        if agreed and may_assist(f) and f.mention.actor != home and not sides.at_odds(f.mention.actor or "", movement):
            f.role = "mediator"


def without_namesakes(
    sentence: Sentence, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants without what the model alone makes a third party: another thing of a city's name ("the Cairo accord calls for a
    conference"), the talks themselves ("the Political Dialogue Forum will reconvene"), and unknown people who only tell ("what diplomats called")."""

    def is_none(f: Filled) -> bool:
        token = sentence.tokens[f.mention.head]
        above = sentence.tokens[token.head] if token.head >= 0 else token
        if f.role in ("convener", "host"):
            another = above.i not in candidate.words and matches(token.relation, ("compound", "amod", "nmod:poss"))
            return another and above.upos == "NOUN" and above.mention in _THINGS
        if f.role not in MEDIATORS:
            return False
        if token.upos == "PROPN" and token.lemma.lower() in words.events:
            return f.mention.resolution.actor_type not in OF_STATES and f.mention.resolution.person is None
        tells = token.relation == "nsubj" and above.lemma.lower() in words.saying | words.judging
        unknown = f.mention.actor is None and token.upos == "NOUN" and token.lemma.lower() not in words.functions
        holds = {above.i, *sentence.dependents(above.i, "obj")} & set(candidate.words)  # "called a meeting"
        return tells and unknown and not holds

    return [f for f in people if f.rule != "model" or f.mention.sentence != sentence.index or not is_none(f)]


def third_of_three(sentence: Sentence, candidate: Candidate, people: list[Filled], sides: Sides) -> None:
    """Make a mediator of the third whom one list names with two foes at mediated talks: "Israeli, Syrian and US envoys held trilateral talks"."""
    parties = [f for f in people if f.role == "party" and f.mention.sentence == sentence.index]
    actors = {f.mention.actor for f in parties} - {None}
    named = {f.mention.actor for f in people if f.role in MEDIATORS} - actors
    if (
        candidate.label != "mediated_talks"
        or len(actors) != _THREE
        or named
        or any(f.mention.actor is None for f in parties)
    ):
        return
    heads = {f.mention.head for f in parties}
    if len({list_of(sentence, i, heads) for i in heads}) != 1:
        return
    known = sorted(filter(None, actors))
    foes = [{one, other} for one in known for other in known if one < other and sides.at_odds(one, other)]
    third = [f for f in parties if len(foes) == 1 and f.mention.actor not in foes[0] and may_assist(f)]
    for f in third:
        f.role = "mediator"


def _names_the_talks(sentence: Sentence, filled: Filled, words: ThirdPartyWords, sides: Sides) -> bool:
    """Whether talks are named by somebody's war: "the South Sudan peace talks", "Yemen's truce", and no other's: "the Qatari talks"."""
    token = sentence.tokens[filled.mention.head]
    if token.head < 0 or not matches(token.relation, ("compound", "amod", "nmod:poss")) or not is_state(filled):
        return False
    noun = sentence.tokens[token.head]
    talks = bool({noun.lemma.lower(), noun.text.lower()} & words.events) and filled.mention.resolution.person is None
    actor = filled.mention.actor or ""
    return talks and (actor in sides.of_document() or sides.fights_at_home(actor))


def _brought(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> set[int]:
    """Whom somebody brings to talks, in the passive: "the rebels were coaxed back by Kenya"."""
    if candidate.label != "mediated_talks":
        return set()
    verbs = (i for i in candidate.words if sentence.tokens[i].upos == "VERB" and is_passive(sentence, i))
    verbs = (i for i in verbs if not words.verb(sentence.tokens[i].lemma))  # the panel "is chaired by" its chairman
    slots = [verb_slots(sentence, i) for i in verbs]
    return {i for slot in slots if slot["by"] for i in slot["patient"]}
