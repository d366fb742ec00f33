"""Who does what he says or disclaims: "There will be no talks," he said, refuses them; who denies a hand in an attack is no attacker."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import AT_TABLE, HE_OR_THEY
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_HAND = frozenset({"responsibility", "involvement", "role", "part", "hand", "participation", "complicity"})
_DISCLAIMING = frozenset({"deny", "disclaim", "disavow"})


def refuser(sentence: Sentence, candidate: Candidate) -> int | None:
    """Who says that there will be no talks, which refuses them: "Cristo" of "there will be no talks, Cristo said"."""
    tokens = sentence.tokens
    if candidate.label != "talks_refused":
        return None
    for i in candidate.words:
        being = tokens[i].head
        if being < 0 or not matches(tokens[i].relation, ("nsubj",)) or not sentence.dependents(being, "expl"):
            continue
        none = any(tokens[c].text.lower() == "no" for c in sentence.dependents(i, "det"))
        teller = tokens[being].head
        if none and teller >= 0 and matches(tokens[being].relation, ("ccomp",)):
            return next(iter(sentence.dependents(teller, "nsubj")), None)
    return None


def who_says_so(sentence: Sentence, mentions: Mentions, candidate: Candidate, people: list[Filled]) -> Filled | None:
    """Who says that he himself meets or refuses somebody, if nobody was read as doing it with the other: "Arafat said he would meet Netanyahu"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    above = tokens[verb].head if verb >= 0 and tokens[verb].relation == "ccomp" else -1
    if (
        above < 0
        or tokens[above].lemma.lower() not in lexicon.load().reporting_verbs
        or any(f.mention.head > verb and f.mention.pronoun for f in people)
    ):
        return None
    meeting = candidate.label in group("talks_and_visits") or candidate.label in group("talks_of_parties")
    role = "party" if meeting else "initiator" if candidate.label == "talks_refused" else None
    others = [f for f in people if f.role in (AT_TABLE if role == "party" else ("recipient",))]
    if role is None or len(others) != len(people) or len(others) != 1:
        return None
    for i in sentence.dependents(verb, "nsubj"):
        himself = mentions.at(sentence, i)
        if (
            tokens[i].text.lower() in HE_OR_THEY
            and himself.actor is not None
            and himself.actor != others[0].mention.actor
        ):
            return Filled(himself, role, others[0].probability, "says so of himself")
    return None


def who_tells_of_it(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, people: list[Filled]
) -> Filled | None:
    """Who tells somebody that he will be kept out, which keeps him out: "Oman informed Yemen that it would have no seat"."""
    tokens = sentence.tokens
    if candidate.label not in group("exclusions") or any(f.role == "initiator" for f in people):
        return None
    for f in people:
        pronoun = f.mention.head
        clause = tokens[pronoun].head
        verb = tokens[clause].head if clause >= 0 else -1
        if f.role != "excluded" or not f.mention.pronoun or verb < 0 or tokens[clause].relation != "ccomp":
            continue
        told = [c for c in sentence.dependents(verb, "obj", "iobj", "obl") if c < clause]
        if tokens[verb].lemma.lower() in lexicon.load().classes["informing"] and f.mention.actor in {
            mentions.at(sentence, i).actor for i in told
        } - {None}:
            subjects = [mentions.at(sentence, i) for i in sentence.dependents(verb, "nsubj")]
            return next((Filled(m, "initiator", f.probability, "tells of it") for m in subjects if m.known), None)
    return None


def disclaims(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether somebody says that he had no hand in the event: "denied responsibility for the bombing", "denied any role in it"."""
    tokens = sentence.tokens
    verb = tokens[head].head
    if verb < 0 or not matches(tokens[head].relation, ("nsubj",)) or tokens[verb].lemma.lower() not in _DISCLAIMING:
        return False
    parts = {c for c in sentence.dependents(verb, "obj") if tokens[c].lemma.lower() in _HAND}
    return bool(parts & {*candidate.words, *sentence.ancestors(candidate.words[-1])})


def offers_of_another(sentence: Sentence, candidate: Candidate, head: int) -> bool:
    """Whether an offer is another's than who speaks of it: "Iran was studying Oman's offer" is no offer of Iran's."""
    tokens = sentence.tokens
    for noun in (i for i in candidate.words if tokens[i].upos == "NOUN"):
        owners = [k for c in sentence.dependents(noun, "nmod:poss") for k in conjuncts(sentence, c)]
        named = [k for k in owners if tokens[k].upos == "PROPN"]
        if named and head not in owners and matches(tokens[head].relation, ("nsubj",)) and tokens[head].head >= 0:
            return tokens[head].head in sentence.ancestors(noun) and not any(
                k in sentence.subtree(head) for k in owners
            )
    return False
