"""Who does what he says or disclaims: "There will be no talks," he said, refuses them; who denies a hand in an attack is no attacker."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.language.parse import Sentence, matches

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
