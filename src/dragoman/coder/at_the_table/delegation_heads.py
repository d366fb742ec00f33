"""Whoever heads a delegation, or represents somebody, has the part of those he comes for: "Hayya headed the Hamas team", "an AU delegation led by
Konare met the rebels"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import MOVEMENTS, OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_CAME_FOR = "party", "participant", "observer", *sorted(MEDIATORS)
_LEADING = frozenset({"leading", "heading"})
_TWO = 2


def as_their_delegation(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, people: list[Filled], words: ThirdPartyWords
) -> None:
    """Give those who head a delegation, or represent somebody, the role of those for whom they do.

    Where these are not told to take part, those of a movement are a side; those of a state are, unless two others are the sides.
    """
    if candidate.label not in group("assisted"):
        return
    for f in people:
        if f.mention.sentence != sentence.index or f.role not in _CAME_FOR or f.rule.startswith(TIED):
            continue
        noun = _headed(sentence, f, words)
        if noun is None:
            continue
        whole = next((o for o in people if o is not f and _is_of(sentence, o, noun)), None)
        owner = mentions.at(sentence, noun).resolution
        actor = owner.actor or (whole.mention.actor if whole is not None else None)
        same = next((o for o in people if o is not f and actor and o.mention.actor == actor), None)
        if owner.actor_type in MOVEMENTS:
            f.role = "party"
        elif (beside := whole if whole is not None and (actor or whole.rule != "model") else same) is not None:
            f.role = beside.role if beside.role in _CAME_FOR else f.role
        elif whole is not None and f.mention.actor:
            whole.role = f.role  # "a government delegation headed by Reyes"
        elif f.role in MEDIATORS and actor and owner.actor_type not in OF_STATES:
            others = {o.mention.actor or o.mention.text for o in people if o.role == "party"} - {actor}
            f.role = f.role if len(others) >= _TWO else "party"
        elif f.role in MEDIATORS and owner.actor is None and f.mention.resolution.actor_type not in OF_STATES:
            f.role = (
                f.role if _mediates(sentence, noun, words) else "party"
            )  # "the minister, who led the delegation to Jeddah"


def _mediates(sentence: Sentence, noun: int, words: ThirdPartyWords) -> bool:
    """Whether a team is one of mediators: "the mediation team", "a team of facilitators"."""
    near = (sentence.tokens[i].lemma for i in sentence.subtree(noun))
    return any(words.tells_of_mediation(lemma) for lemma in near)


def heads_a_delegation(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a word names who heads a delegation, not the talks: "led the delegation", "a delegation led by"."""
    return _object(sentence, head, words) is not None


def _headed(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> int | None:
    """The noun for the delegation that somebody heads, or for those whom he represents."""
    behind = filled.mention.last + 1
    if (
        behind < len(sentence) and sentence.tokens[behind].text.lower() in _LEADING
    ):  # "with Hayya leading the Hamas delegation"
        led = (
            c
            for c in sentence.dependents(behind, "obj")
            if sentence.tokens[c].lemma.lower() in words.led | words.delegates
        )
        return next(led, None)
    for i in range(filled.mention.first, filled.mention.last + 1):
        noun = _object(sentence, i, words)
        noun = noun if noun is not None else _represented(sentence, i, words)
        if noun is not None and not filled.mention.first <= noun <= filled.mention.last:
            return noun
    return None


def _verb_of(sentence: Sentence, head: int) -> int:
    """The verb of which a phrase is subject or agent, also as one of several, or behind its title: "the secretary of state, Jones"."""
    while sentence.tokens[head].head >= 0 and matches(sentence.tokens[head].relation, ("conj", "appos", "nmod:desc")):
        head = sentence.tokens[head].head
    return sentence.tokens[head].head


def _object(sentence: Sentence, head: int, words: ThirdPartyWords) -> int | None:
    """The delegation that somebody leads, also told in a clause on him: "the minister, who led the delegation"."""
    nouns = words.led | words.delegates | {"one"}  # "two delegations, one led by"
    for verb in (_verb_of(sentence, head), *sentence.dependents(head, "acl:relcl")):
        if verb < 0 or not words.leading & {sentence.tokens[verb].lemma.lower(), sentence.tokens[verb].text.lower()}:
            continue
        slots = verb_slots(sentence, verb)
        acting = {*slots["agent"], *slots["by"]}
        if acting & {head, *sentence.ancestors(head)}:
            return next((i for i in slots["patient"] if sentence.tokens[i].lemma.lower() in nouns), None)
    return None


def _represented(sentence: Sentence, head: int, words: ThirdPartyWords) -> int | None:
    """Whom somebody represents; an observer who represents a state does that as what he is."""
    verb = _verb_of(sentence, head)
    if verb < 0 or sentence.tokens[verb].lemma.lower() != "represent":
        return None
    slots = verb_slots(sentence, verb)
    acting = {*slots["agent"], *slots["by"]} & {head, *sentence.ancestors(head)}
    if not acting or any(sentence.tokens[i].lemma.lower() in words.functions for i in acting):
        return None
    return next(iter(slots["patient"]), None)


def _is_of(sentence: Sentence, whole: Filled, noun: int) -> bool:
    """Whether an entry is the delegation, or of whom it consists: "a delegation of former leaders"."""
    mention = whole.mention
    consists = sentence.tokens[mention.head].head == noun and preposition(sentence, mention.head) == "of"
    return mention.sentence == sentence.index and (consists or mention.first <= noun <= mention.last)
