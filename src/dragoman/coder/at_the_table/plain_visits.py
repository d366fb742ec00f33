"""Governments meet about much else than peace: a meeting of two of them, or of a patron with its client, at which nobody is said to mediate is
plain diplomacy (PLOVER CONSULT): "Modi received Abe in Delhi", "the Iranian minister met the leader of Hezbollah"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coder.at_the_table.outsiders import Sides
from dragoman.coder.at_the_table.who_meets import is_state, of_others, who_is_met
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import ASSISTING, MEETING
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import forms_of
from dragoman.coder.grammar.slots import verb_slots
from dragoman.language.parse import Sentence
from dragoman.ontology import group, lexicon
from dragoman.records import EventMention

_TWO = 2


def plain_visit(
    sentence: Sentence,
    candidate: Candidate,
    people: list[Filled],
    earlier: Sequence[EventMention],
    words: ThirdPartyWords,
    sides: Sides,
) -> None:
    """Make a consultation a plain one where no mediator has a part.

    That is one of two governments in a text without a word of war or peace, neither of which met a foe of the other before, or one of a
    patron and its client in a sentence without a word of peacemaking and after nothing of the patron's mediation.
    """
    if candidate.label not in group("with_one_side") | {"third_party_consultation"}:
        return
    meeting = [f for f in people if f.role in MEETING]
    by_actor = {f.mention.actor: f for f in meeting if f.mention.actor}
    if len(by_actor) != _TWO or len(meeting) != len(people) or any(f.rule.startswith(TIED) for f in people):
        return
    one, other = by_actor
    if any(f.mention.actor is None or _may_mediate(sentence, f, words) for f in meeting) or sides.foes(
        one or "", other or ""
    ):
        return
    classes, here = lexicon.load().classes, _other_words(sentence, candidate)
    patrons = [a for a, b in ((one, other), (other, one)) if a and b in sides.clients(a)]
    if patrons:
        assists = any(p.actor in patrons and p.role in ASSISTING for e in earlier for p in e.participants)
        plain = not assists and not here & set(classes["of_peacemaking"])
    else:
        about = sides.of_document()
        elsewhere = bool(about) and not about & {one, other}
        states = all(is_state(f) for f in by_actor.values()) and not elsewhere and not any(e.type for e in earlier)
        states = states and not _goes_between({one, other}, earlier, sides)
        states = states and not of_others(sentence, candidate, {one, other}, sides)
        plain = states and not (here | sides.words) & {*classes["of_peacemaking"], *classes["of_conflict"]}
    if not plain:
        return
    candidate.label = "CONSULT"
    acting = _callers(sentence, candidate)
    callers = [f for f in meeting if f.mention.head in acting] or meeting[:1]
    if len({f.mention.actor for f in callers}) == _TWO:
        callers = callers[:1]
    for f in meeting:
        f.role = "initiator" if f.mention.actor == callers[0].mention.actor else "recipient"


def _goes_between(pair: set[str | None], earlier: Sequence[EventMention], sides: Sides) -> bool:
    """Whether one of two met a foe of the other before: "Clinton met Netanyahu. She then flew to Ramallah and met Abbas."."""
    met = [{p.actor for p in e.participants if p.actor} for e in earlier if e.plover.event == "CONSULT"]
    return any(
        sides.foes(theirs, other)
        for actors in met
        if pair & actors
        for theirs in actors - pair
        for other in pair - actors
        if other
    )


def _other_words(sentence: Sentence, candidate: Candidate) -> set[str]:
    """The words of a sentence without those of the meeting, in both their own and their basic form."""
    rest = {t.text.lower() for t in sentence.tokens if t.i not in candidate.words}
    own = {sentence.tokens[i].lemma.lower() for i in candidate.words}
    return rest | (set(forms_of(sentence)) - own)


def _callers(sentence: Sentence, candidate: Candidate) -> set[int]:
    """The subjects of the verb of a meeting."""
    across = who_is_met(sentence, candidate)
    verbs = {*candidate.words, *(sentence.tokens[i].head for i in candidate.words)} - {-1}
    return across & {i for verb in verbs for i in verb_slots(sentence, verb)["agent"]}


def _may_mediate(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether somebody is an envoy by his office, or is called one, or by a function at talks."""
    person = filled.mention.resolution.person
    if person is not None and person.office == "special_envoy":
        return True
    if filled.mention.sentence != sentence.index:
        return person is None
    near = sentence.tokens[max(0, filled.mention.first - 1) : filled.mention.last + 1]
    called = [*near, *(sentence.tokens[i] for i in sentence.dependents(filled.mention.head, "appos"))]
    return any(
        t.lemma.lower() in words.delegates - {"ambassador"} or t.lemma.lower() in words.functions for t in called
    )
