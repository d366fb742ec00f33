"""Who only asks, orders or gives time to do what is told, and does not do it: "Egypt urged Hamas to sign", "an ICC order to arrest him"."""

from __future__ import annotations

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import first_of, preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_ASKED_BY = ("on", "to", "for", "upon")
_INTO = ("into", "to")


def only_asks(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who asks somebody else to do what is told, or to end it: "Egypt urged Hamas to sign", "called on Rwanda to withdraw",
    "told Syria to stop shelling"."""
    tokens = sentence.tokens
    own = next((i for i in trigger if tokens[i].upos == "VERB"), -1)
    if own < 0:
        own = _governing(sentence, trigger[-1])  # "to end | a blockade"
    if own >= 0 and matches(tokens[own].relation, ("acl",)):
        return _gives_time(sentence, own, head) or _of_request(sentence, own, head)
    while (
        own >= 0
        and matches(tokens[own].relation, ("xcomp",))
        and tokens[tokens[own].head].lemma.lower() not in words.asking
    ):
        if tokens[own].head in trigger or not matches(tokens[tokens[own].head].relation, ("xcomp", "ccomp", "advcl")):
            break
        own = tokens[own].head  # "told Syria to stop | shelling"
    if own < 0 or not matches(tokens[own].relation, ("xcomp", "ccomp", "advcl")):
        return False
    verb = tokens[own].head
    if (
        verb >= 0
        and tokens[own].text.lower().endswith("ing")
        and tokens[verb].lemma.lower() in lexicon.load().classes["stopping"]
    ):
        own, verb = verb, tokens[verb].head  # "to stop arming"
    if verb < 0 or verb in trigger or tokens[verb].lemma.lower() not in words.asking:
        return False
    head = first_of(sentence, head)
    if tokens[head].head != verb or not matches(tokens[head].relation, ("nsubj",)):
        return False
    asked = [
        c for c in sentence.children[verb]
        if verb < c < own
        and (matches(tokens[c].relation, ("obj", "iobj")) or (matches(tokens[c].relation, ("obl",)) and preposition(sentence, c) in _ASKED_BY))
    ]  # fmt: skip
    infinitive = any(tokens[c].text.lower() == "to" for c in sentence.dependents(own, "mark"))
    return infinitive and bool(asked or sentence.dependents(own, "nsubj"))


def _governing(sentence: Sentence, noun: int) -> int:
    """The verb whose object a noun is, or that has it for where one is to go: "to enter into | negotiations", "to join | the talks"; -1 for none."""
    token = sentence.tokens[noun]
    into = matches(token.relation, ("obl",)) and preposition(sentence, noun) in _INTO
    below = (
        token.head >= 0 and (matches(token.relation, ("obj",)) or into) and sentence.tokens[token.head].upos == "VERB"
    )
    infinitive = below and any(sentence.tokens[c].text.lower() == "to" for c in sentence.dependents(token.head, "mark"))
    # "called on them to stop and to enter into talks"
    return first_of(sentence, token.head) if infinitive else token.head if below else -1


def _gives_time(sentence: Sentence, own: int, head: int) -> bool:
    """Whether a phrase is who gives another time or leave to do what is told: "gave South Sudan 48 hours to pull out"."""
    tokens = sentence.tokens
    thing = tokens[own].head
    verb = tokens[thing].head
    if verb < 0 or tokens[verb].lemma.lower() != "give" or not matches(tokens[thing].relation, ("obj",)):
        return False
    given = sentence.dependents(verb, "iobj")
    return bool(given) and tokens[head].head == verb and matches(tokens[head].relation, ("nsubj",))


def _of_request(sentence: Sentence, own: int, head: int) -> bool:
    """Whether a phrase is whose order or request it is to do what is told: not the ICC of "Kenya flouted an ICC order to arrest him"."""
    tokens = sentence.tokens
    noun = tokens[own].head
    if noun < 0 or tokens[noun].lemma.lower() not in lexicon.load().classes["requests"]:
        return False
    if not any(tokens[c].text.lower() == "to" for c in sentence.dependents(own, "mark")):
        return False
    return tokens[head].head == noun and matches(tokens[head].relation, ("amod", "compound", "nmod:poss"))
