"""What the verb above an act leaves undone or brings to an end, so that the act is no event beside it.

"Halted air strikes on Uganda", "refused to withdraw", "ready to use force", "would strike back if attacked", "told the envoy to leave".
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IF_OR_SHOULD, OBJECTS, POSSESSIVES
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_REFUSING = frozenset({"refuse", "decline", "balk"})
_SENDING_OFF = frozenset({"ask", "tell", "order", "instruct", "give"})
_ANSWERING = frozenset({"retaliate", "respond", "react", "reply"})
_WANTED = frozenset({"must", "should", "ought", "can", "could", "may", "might"})
_NOTES = frozenset({"note", "letter"})
_READY = frozenset({"ready", "prepared", "willing", "prepare"})
_BARE = frozenset({"under", "with", "to"})
_LIFTING = frozenset({"lift", "raise", "ease"})
_PUTTING_OFF = frozenset({"halt", "suspend", "pause", "lift", "ease", "end"})
_HELD_ON = frozenset({"siege", "blockade"})
_ARTICLES = frozenset({"a", "an", "the", "this", "that"})


def ended_act(sentence: Sentence, candidate: Candidate) -> tuple[str, list[int]] | None:
    """Label and words where an act's noun is what its doer brings to an end: "ended its bombing of Uganda", "lifted the siege".

    Force that stops is a retreat, a ban or blockade that is lifted a concession. What "stopped the attack" stops may be another's, and
    "ended the siege by gunmen" does.
    """
    tokens = sentence.tokens
    noun = candidate.words[-1]
    token = tokens[noun]
    if candidate.label not in group("hostile") or not matches(token.relation, OBJECTS) or token.head in candidate.words:
        return None
    verb = token.head
    lemma = tokens[verb].lemma.lower()
    if lemma not in lexicon.load().classes["putting_end"] or _only_wanted(sentence, verb):
        return None
    below = sentence.children[noun]
    if any(preposition(sentence, c) == "by" for c in (*below, *sentence.dependents(verb, "obl"))):
        return None
    passive = matches(token.relation, ("nsubj:pass",))
    if passive and (lemma not in _PUTTING_OFF or not sentence.dependents(verb, "aux:pass")):
        return None
    if not passive and not sentence.dependents(verb, "nsubj"):
        return None
    owned = any(tokens[c].text.lower() in POSSESSIVES for c in below)
    told = any(tokens[c].text.lower() in _ARTICLES for c in below)
    named = any(tokens[c].relation == "nmod:poss" and tokens[c].text.lower() not in POSSESSIVES for c in below)
    surely_own = owned or passive or lemma in _LIFTING or token.lemma.lower() in _HELD_ON
    if (named and not passive) or (told and not surely_own):
        return None
    label = "RETREAT" if candidate.label in ("ASSAULT", "MOBILIZE") else "CONCEDE"
    return label, [verb] if passive else sorted({verb, *candidate.words})


def _only_wanted(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what somebody should do, or does in some case: "Israel must end its attacks", "if it ended them"."""
    words = (*sentence.dependents(verb, "aux"), *sentence.dependents(verb, "mark"))
    return any(sentence.tokens[c].text.lower() in _WANTED | IF_OR_SHOULD for c in words)


def is_left_undone(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is only what `a` ends, refuses, is ready for, makes a condition or sends another to do."""
    tokens = sentence.tokens
    if a.label == "ACCUSE" and b.label == "PROTEST":
        up = tokens[b.words[-1]].head
        return up in a.words or (up >= 0 and tokens[up].head in a.words and tokens[up].lemma.lower() in _NOTES)
    word = next((i for i in b.words if tokens[i].head in a.words), -1)
    if word < 0:
        return False
    head, relation = tokens[tokens[word].head], tokens[word].relation
    if matches(relation, ("advcl",)) and a.label in group("threats") and b.label.isupper():
        return preposition(sentence, word) in IF_OR_SHOULD or any(
            tokens[c].text.lower() in IF_OR_SHOULD for c in sentence.dependents(word, "mark")
        )
    if a.label in ("RETREAT", "CONCEDE") and b.label in group("hostile"):
        ending = head.lemma.lower() in lexicon.load().classes["putting_end"]
        return ending and matches(relation, ("obj", "xcomp", "nsubj:pass"))
    if a.label == "REJECT" and head.lemma.lower() in _REFUSING:
        return matches(relation, ("xcomp",)) and b.label.isupper() | (b.label in group("yielding"))
    if a.label in group("threats") and head.lemma.lower() in _READY:
        return matches(relation, ("xcomp", "advcl", "ccomp")) and b.label in group("hostile")
    if a.label in group("threats") and matches(relation, ("nsubj:pass",)):
        return b.label in group("hostile")  # "any attack would be met with force"
    if a.label in ("SANCTION", "REQUEST") and head.lemma.lower() in _SENDING_OFF:
        gone = b.label in ("mediator_resigned", "walkout", "SANCTION", "THREATEN", "RETREAT")
        given_time = matches(relation, ("obj",)) and tokens[word].mention == "time"
        return gone and (
            given_time or matches(relation, ("xcomp", "acl", "ccomp", "advcl"))
        )  # "told the envoy to leave"
    if a.label in ("AGREE", "REJECT") and b.label in ("AGREE", "AID") and tokens[word].lemma.lower() == "offer":
        return matches(relation, OBJECTS)  # "rejected an offer of help"
    if a.label == "COERCE" and b.label == "PROTEST":
        return matches(relation, ("obj", "nsubj:pass"))  # "broke up a demonstration"
    if a.label == b.label and a.label in group("told_by_verb") and _is_object(sentence, word) and b.ruling is None:
        return True  # "closed its | border"
    if a.label == b.label and a.label in ("COERCE", "SANCTION") and tokens[word].upos == "NOUN":
        means = preposition(sentence, word)  # "placed under arrest", "hit by sanctions"
        return matches(relation, ("obl",)) and (means in _BARE or (means == "by" and a.label == "SANCTION"))
    return False


def only_leads_up(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `a` only says that somebody is ready for what `b` tells, or answers by it: "ready to disarm", "retaliated by expelling"."""
    tokens = sentence.tokens
    if any(tokens[i].lemma.lower() in _ANSWERING for i in a.words) and b.label.isupper():
        means = [i for i in b.words if tokens[i].head in a.words and matches(tokens[i].relation, ("advcl",))]
        return any(preposition(sentence, i) == "by" for i in means)
    if a.label != b.label and (a.label == "AGREE" or b.label not in group("yielding")):
        return False
    ready = [i for i in a.words if tokens[i].lemma.lower() in _READY]
    told = [i for i in b.words if tokens[i].head in ready]
    return any(matches(tokens[i].relation, ("xcomp", "advcl", "ccomp")) for i in told)


def _is_object(sentence: Sentence, i: int) -> bool:
    """Whether a word is a noun and object of a verb."""
    token = sentence.tokens[i]
    return (
        token.upos in ("NOUN", "PROPN")
        and matches(token.relation, ("obj",))
        and sentence.tokens[token.head].upos == "VERB"
    )
