"""Who was not there, by the grammar of "no": a negated subject of attending, and short clauses that deny of one what holds of another."""

from __future__ import annotations

from dragoman.coder.phrases import conjuncts, preposition
from dragoman.language.parse import Sentence, matches

NO = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
_NONE = frozenset({"nobody", "none", "no-one", "neither"})
_ATTENDING = frozenset({"attend", "participate", "present"})
_PARTS = frozenset({"part", "role", "seat", "place", "say", "voice", "chair"})
_TAKING = frozenset({"take", "have", "play", "get"})
_OF = ("of", "from")


def denied_shortly(sentence: Sentence, verb: int) -> list[int]:
    """Subjects of a short clause that denies the verb of them: "A was invited, but B was not", "A attended; B did not"."""
    return [
        i
        for c in sentence.children[verb]
        if sentence.tokens[c].upos == "AUX" and matches(sentence.tokens[c].relation, ("conj", "parataxis"))
        and any(sentence.tokens[k].text.lower() in NO for k in sentence.children[c])
        for subject in sentence.dependents(c, "nsubj")
        for i in conjuncts(sentence, subject)
    ]  # fmt: skip


def denied_alone(sentence: Sentence, i: int) -> bool:
    """Whether "not" stands by one of several: "Russia and Iran, but not the Kurds, were invited"."""
    return sentence.tokens[i].relation == "conj" and any(
        c < i and sentence.tokens[c].text.lower() == "not" for c in sentence.children[i]
    )


def stayed_out(sentence: Sentence) -> list[tuple[int, int]]:
    """(who, verb) for those of whom attendance is denied: "neither Iran nor Turkey attended", "nobody from Hamas took part"."""
    found: list[tuple[int, int]] = []
    for token in sentence.tokens:
        if not _attends(sentence, token.i):
            continue
        for subject in sentence.dependents(token.i, "nsubj"):
            whose = [subject]
            if sentence.tokens[subject].text.lower() in _NONE:
                whose = [c for c in sentence.dependents(subject, "nmod") if preposition(sentence, c) in _OF]
            elif not any(sentence.tokens[c].text.lower() in ("no", "neither") for c in sentence.children[subject]):
                whose = []
            found += [(i, token.i) for w in whose for i in conjuncts(sentence, w)]
        found += [(i, token.i) for i in denied_shortly(sentence, token.i)]
    return found


def _attends(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    if token.lemma.lower() in _TAKING:
        return any(sentence.tokens[c].lemma.lower() in _PARTS for c in sentence.dependents(verb, "obj"))
    return token.lemma.lower() in _ATTENDING and token.upos in ("VERB", "ADJ")
