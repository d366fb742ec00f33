"""What kind of meeting it is by who takes part in it (codebook R1): mediated or direct, of a mediator with a party or with an outsider."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from dragoman.coder.at_the_table.attendance import CAME
from dragoman.coder.at_the_table.outsiders import ACTING_FOR_STATE
from dragoman.coder.at_the_table.sides import JOINED
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.implied import brokered_before, goes_on
from dragoman.coder.draft.roles import ASSISTANTS, FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import FIGHTING
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.records import EventMention

_LOOKING_ON = frozenset({"participant", "observer", "witness"})
_TWO = 2
_ALONE = frozenset({"alone", "only", "separately"})
_WHERE_AND_WHEN = frozenset({"on", "in", "at"})
_GATHER = frozenset({"meet", "confer", "gather", "convene"})


def meeting_type(
    candidate: Candidate,
    people: Sequence[Filled],
    sentence: Sentence,
    earlier: Sequence[EventMention],
    words: ThirdPartyWords,
    at_odds: Callable[[str, str], bool] = lambda one, other: False,
) -> str:
    """The candidate's label, mended where it says that talks are mediated or direct and those who take part say otherwise.

    Talks with a mediator are mediated. Talks for which neither the sentence nor the talks of the same parties before name anybody who
    assists are direct, unless the wording itself is one of mediation.

    Args:
        at_odds: whether two states or movements are foes in a conflict of the day.
    """
    led = candidate.label == "mediated_talks" and any(
        {sentence.tokens[i].lemma.lower(), sentence.tokens[i].text.lower()} & words.leading for i in candidate.words
    )  # "the Russian envoy led the talks with Ukraine"
    alone = candidate.label in group("with_one_side") or candidate.label == "third_party_consultation" or led
    helped = any(words.functions.get(sentence.tokens[i].lemma.lower()) in MEDIATORS for i in candidate.words)
    if alone and not helped and _adversaries(people, at_odds):  # not "both met mediators"
        return "direct_negotiation"
    if candidate.label in group("talks_of_parties"):
        _sides_beside(people)
    roles = {f.role for f in people}
    if candidate.label in group("talks_of_parties") and _with_one_side(candidate, people, sentence, words):
        return "single_party_consultation"
    if candidate.label == "direct_negotiation" and (roles & (MEDIATORS | {"guarantor"}) or _hosted(people)):
        return "mediated_talks"
    if candidate.label == "direct_negotiation" and _goes_on(candidate, people, sentence, words):
        return "mediated_talks" if brokered_before(list(earlier)) else candidate.label
    unassisted = candidate.label == "mediated_talks" and not roles & ASSISTANTS
    if unassisted and _of_direct_talks(earlier) and _goes_on(candidate, people, sentence, words):
        return "direct_negotiation"
    if candidate.label == "third_party_consultation" and _own_delegates(candidate, people, sentence, words):
        return "direct_negotiation"
    if candidate.label == "mediated_talks" and _no_mediators(candidate, people, sentence, words):
        return "direct_negotiation"
    if (
        candidate.label == "mediated_talks"
        and _only_watched(people, sentence, words)
        and not _mediated_before(people, earlier)
    ):
        return "direct_negotiation"
    if candidate.label == "mediated_talks" and _among_themselves(candidate, people, sentence):
        return "third_party_consultation"
    if (
        candidate.label != "mediated_talks"
        or roles & ASSISTANTS
        or "direct_negotiation" not in (candidate.overruled, _rule_type(candidate))
    ):
        return candidate.label
    if any(words.tells_of_mediation(t.lemma) for t in sentence.tokens) or _mediated_before(people, earlier):
        return candidate.label
    return "direct_negotiation"


def _adversaries(people: Sequence[Filled], at_odds: Callable[[str, str], bool]) -> bool:
    """Whether a government meets an armed movement of its own country, or two that have a conflict with each other meet, and nobody else: no
    third party, so that both are parties (R1)."""
    beside = [f for f in people if f.rule.startswith(TIED) and f.role in _LOOKING_ON]  # "in the company of Ashton"
    meeting = [f for f in people if f.role in MEDIATORS | {"party", "participant"} and f not in beside]
    found = {r.actor: r for f in meeting if (r := f.mention.resolution).actor}
    if (
        any(f.rule.startswith(TIED) for f in people if f not in beside)
        or len(found) != _TWO
        or len(meeting) != len([f for f in meeting if f.mention.resolution.actor])
    ):
        return False
    one, other = sorted(found.values(), key=lambda r: r.actor != r.country)
    of_state = one.actor == one.country and one.sector in ACTING_FOR_STATE
    adversaries = of_state and other.actor_type in FIGHTING and other.country == one.actor
    acting = all(r.actor != r.country or r.sector in ACTING_FOR_STATE for r in (one, other))
    adversaries = adversaries or (acting and at_odds(one.actor or "", other.actor or ""))
    for f in meeting if adversaries else []:
        f.role = "party"
    return adversaries


def _hosted(people: Sequence[Filled]) -> bool:
    """Whether somebody who is no side hosts two sides: a third party brings them together (codebook 2.2, 2.6 hosting_only)."""
    sides = {f.mention.actor or f.mention.text for f in people if f.role == "party"}
    hosts = {f.mention.actor or f.mention.text for f in people if f.role == "host"}
    return len(sides) > 1 and bool(hosts) and not hosts & sides


def _with_one_side(candidate: Candidate, people: Sequence[Filled], sentence: Sentence, words: ThirdPartyWords) -> bool:
    """Whether those who assist sit with one side only: "the envoy held consultations with the government alone" (R1)."""
    parties = [f.mention for f in people if f.role == "party"]
    callers = [f for f in people if f.role != "party" and (f.role in MEDIATORS or _is_go_between(sentence, f, words))]
    if len(parties) != 1 or not callers:
        return False
    one = parties[0]
    if one.sentence != sentence.index or _several(sentence, one, words):
        return False
    after = sentence.tokens[one.last + 1].text.lower() if one.last + 1 < len(sentence) else ""
    before = [t.text.lower() for t in sentence.tokens[max(0, one.first - 3) : one.first]]
    event = sentence.children[candidate.words[-1]]
    apart = any(sentence.tokens[c].lemma.lower() in words.apart for c in event if c < candidate.words[-1])
    if after not in _ALONE and "only" not in before and not apart:
        return False
    for f in callers:
        f.role = f.role if f.role in MEDIATORS else "mediator"
    return True


def one_by_one(candidate: Candidate, people: Sequence[Filled], sentence: Sentence) -> bool:
    """Whether a mediator sees the sides at times or places of their own: "met Netanyahu on Thursday and Abbas on Friday"."""
    if candidate.label not in group("talks_of_parties"):
        return False
    parties = sorted(f.mention.head for f in people if f.role == "party" and f.mention.sentence == sentence.index)
    if len(parties) != _TWO or not any(f.role in MEDIATORS for f in people):
        return False
    one, other = parties
    if sentence.tokens[other].relation != "conj" or sentence.tokens[other].head != one:
        return False
    near = {one, other, *candidate.words, *(sentence.tokens[i].head for i in candidate.words)}
    told = [
        t.i for t in sentence.tokens
        if t.head in near and t.upos == "PROPN" and t.name[2:] in ("", "LOC") and preposition(sentence, t.i) in _WHERE_AND_WHEN
    ]  # fmt: skip
    return any(one < i < other for i in told) and any(i > other for i in told)


def _several(sentence: Sentence, mention: Mention, words: ThirdPartyWords) -> bool:
    """Whether a phrase means all at the table: "both delegations", "the parties"."""
    token = sentence.tokens[mention.head]
    return token.lemma.lower() in words.sides and token.text.lower() != token.lemma.lower()


def _is_go_between(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether an entry is called an envoy or mediator, in whatever role it was read."""
    if filled.mention.sentence != sentence.index:
        return False
    near = sentence.tokens[filled.mention.first : filled.mention.last + 1]
    return any(t.lemma.lower() in words.delegates or t.lemma.lower() in words.functions for t in near)


def _only_watched(people: Sequence[Filled], sentence: Sentence, words: ThirdPartyWords) -> bool:
    """Whether two sides meet, and whoever else is there only attends or looks on: "talks between A and B, attended by the French ambassador" (R1)."""
    sides = {f.mention.actor or f.mention.text for f in people if f.role == "party"}
    beside = [f for f in people if f.role != "party"]
    watched = all(f.role in _LOOKING_ON and f.rule.startswith(TIED) and f.rule.endswith(CAME) for f in beside)
    told = any(words.tells_of_mediation(t.lemma) for t in sentence.tokens)
    return len(sides) > 1 and bool(beside) and watched and not told


def _own_delegates(candidate: Candidate, people: Sequence[Filled], sentence: Sentence, words: ThirdPartyWords) -> bool:
    """Whether those who meet are parties after all, which they become: unnamed envoys, or whoever has a third party beside them."""
    if "direct_negotiation" not in (candidate.overruled, _rule_type(candidate)):
        return False
    rest = [f for f in people if f.role in ("participant", "mediator") and not f.rule.startswith(TIED)]
    if _sides_beside(people):
        return True
    unnamed = bool(rest) and len(rest) == len(people) and all(_unnamed(sentence, f, words) for f in rest)
    if unnamed:
        for f in rest:
            f.role = "party"
    return unnamed


def _sides_beside(people: Sequence[Filled]) -> bool:
    """Whether nobody is a party though the wording names a third party; the others become the parties then."""
    third = any(f.role in ASSISTANTS and f.rule.startswith(TIED) for f in people)
    rest = [f for f in people if f.role in FINER and f.rule == "model"]
    found = third and len(rest) == _TWO and not any(f.role == "party" for f in people)
    for f in rest if found else []:
        f.role = "party"
    return found


def _no_mediators(candidate: Candidate, people: Sequence[Filled], sentence: Sentence, words: ThirdPartyWords) -> bool:
    """Whether two read as third parties are the only ones who talk, as in the headline "Chad, Sudan to meet": they become the parties."""
    if "direct_negotiation" not in (candidate.overruled, _rule_type(candidate)) or len(people) != _TWO:
        return False
    one, other = (f.mention for f in people)
    here = one.sentence == other.sentence == sentence.index and other.last < candidate.words[0]
    pair = here and one.first == 0 and [t.text for t in sentence.tokens[one.last + 1 : other.first]] == [","]
    third = {f.role for f in people if f.rule == "model"} & (MEDIATORS | {"host"})
    if not pair or not third or any(words.tells_of_mediation(t.lemma) for t in sentence.tokens):
        return False
    for f in people:
        f.role = "party"
    return True


def _unnamed(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether an entry is "envoys" or "negotiators" and no more."""
    mention = filled.mention
    known = mention.resolution.actor is not None or mention.sentence != sentence.index
    return (
        not known and mention.first == mention.last and sentence.tokens[mention.head].lemma.lower() in words.delegates
    )


def _of_direct_talks(earlier: Sequence[EventMention]) -> bool:
    """Whether the event told last is one of direct talks, and nobody brokered those before."""
    return bool(earlier) and earlier[-1].type == "direct_negotiation" and not brokered_before(list(earlier))


def _goes_on(candidate: Candidate, people: Sequence[Filled], sentence: Sentence, words: ThirdPartyWords) -> bool:
    """Whether the event is "the next round" of talks spoken of before, with nobody named who holds it."""
    end = sentence.slice(candidate.words[0], candidate.words[-1])[1] - sentence.start
    return not any(f.role == "party" for f in people) and goes_on(sentence.text[:end], words)


def _among_themselves(candidate: Candidate, people: Sequence[Filled], sentence: Sentence) -> bool:
    """Whether those who "met" are all third parties: "the Qatari and Egyptian mediators met in Cairo" (R1)."""
    verb = candidate.words[0]
    if sentence.tokens[verb].lemma.lower() not in _GATHER or any(
        f.role not in MEDIATORS | {"guarantor"} for f in people
    ):
        return False
    subjects = set(verb_slots(sentence, verb)["agent"])
    return len(people) > 1 and all({f.mention.head, *sentence.ancestors(f.mention.head)} & subjects for f in people)


def _rule_type(candidate: Candidate) -> str | None:
    return candidate.rule.trigger.type if candidate.rule is not None else None


def _mediated_before(people: Sequence[Filled], earlier: Sequence[EventMention]) -> bool:
    """Whether the text has told of somebody who assists these parties, or parties that are not named here."""
    parties = {f.mention.resolution.actor for f in people if f.role == "party"} - {None}
    for event in earlier:
        others = {p.actor for p in event.participants if p.role == "party"} - {None}
        if any(p.role in MEDIATORS for p in event.participants) and (not parties or not others or parties & others):
            return True
    return False


def without_matter(sentence: Sentence, candidate: Candidate, people: list[Filled]) -> list[Filled]:
    """Without the one place name before the talks that a wording took for a party: "new Syria talks" are about Syria.

    Of nine such parties in held-out and training articles none was one to the coders; what the model reads so is kept.
    """

    def names_matter(filled: Filled) -> bool:
        token = sentence.tokens[filled.mention.head]
        alone = filled.mention.first == filled.mention.last and token.upos == "PROPN" and token.name[2:] == "LOC"
        before = token.relation == "compound" and token.head in candidate.words
        return filled.role == "party" and filled.rule not in ("model", JOINED) and alone and before

    matter = [f for f in people if names_matter(f)]
    return people if len(matter) != 1 else [f for f in people if f is not matter[0]]


def as_parties(candidate: Candidate, people: list[Filled]) -> list[Filled]:
    """Those who hold direct talks are their parties, where nobody is told to be (codebook 2.10); several hosts hold them, too."""
    if candidate.label != "direct_negotiation" or any(f.role == "party" for f in people):
        return people
    holders = {"participant", "host"} if sum(f.role == "host" for f in people) > 1 else {"participant"}
    return [msgspec.structs.replace(f, role="party") if f.role in holders else f for f in people]
