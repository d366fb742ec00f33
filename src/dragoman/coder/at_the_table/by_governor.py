"""Third parties tied to an event by its verb, or by what stands beside it there: "Oman brokered the talks", "met under UN auspices", "met, with Oman
mediating"."""

from __future__ import annotations

from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NO, OBJECTS
from dragoman.coder.grammar.not_there import is_denied_all
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.language.parse import Sentence, matches

_RELATIVE = frozenset({"who", "which", "that"})


def by_governor(sentence: Sentence, i: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """Third party as agent of the verb that has the event as object, or in a phrase beside it ("met under UN auspices")."""
    found: list[tuple[int, str, str]] = []
    token = sentence.tokens[i]
    while token.relation == "conj" and token.head >= 0:
        token = sentence.tokens[token.head]
    verb = (
        token.head
        if token.head >= 0 and matches(token.relation, (*OBJECTS, "obl", "nsubj"))
        else (i if token.upos == "VERB" else -1)
    )
    if verb < 0:
        return found
    role = None if is_denied(sentence, verb) else words.verb(sentence.tokens[verb].lemma)
    if role and token.relation in OBJECTS:
        found += [(f, role, sentence.tokens[verb].text) for f in doers(sentence, verb) if f != i]
    elif token.relation == "obl" and preposition(sentence, i) in ("for", "of"):
        found += _with_guests(sentence, verb, role, words)
    if token.relation in OBJECTS:
        found += _beside(sentence, verb, i, words)
    if token.relation not in OBJECTS and any(
        c != i and sentence.tokens[c].lemma.lower() in words.events for c in sentence.dependents(verb, "obj")
    ):
        return found  # "under the statement they will begin talks under the auspices of the UN": the talks, not the statement
    for child in sentence.children[verb]:
        if matches(sentence.tokens[child].relation, ("obl",)) and preposition(sentence, child) in words.prepositions:
            found += of_noun(sentence, child, words)
        found += _attending(sentence, child, words)
        found += _set_off(sentence, child, words)
    return found


def doers(sentence: Sentence, verb: int) -> list[int]:
    """Who does what a verb tells: its subject, or those behind "with" right before a participle, wherever the parser hangs them: "with the Red
    Cross overseeing the exchange"."""
    token = sentence.tokens[verb]
    if token.relation == "advcl" and token.text.lower().endswith("ing") and not sentence.dependents(verb, "nsubj"):
        for other in sentence.children[token.head]:
            people = conjuncts(sentence, other) if other < verb and preposition(sentence, other) == "with" else []
            named = [i for k in people for i in sentence.dependents(k, "appos")]
            people += [
                k for i in named for k in conjuncts(sentence, i)[1:]
            ]  # "with mediator Annan and the chairman, Kikwete, signing"
            ends = max(i for i in sentence.subtree(people[-1]) if i < verb) if people else verb
            if all(t.text == "," for t in sentence.tokens[ends + 1 : verb]) and ends < verb:
                return people
    return verb_slots(sentence, verb)["agent"]


def _with_guests(sentence: Sentence, verb: int, role: str | None, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """Who has others come for talks: "hosted both leaders for talks", "brought the two sides together for a meeting"."""
    token = sentence.tokens[verb]
    together = any(sentence.tokens[c].text.lower() == "together" for c in sentence.dependents(verb, "advmod"))
    told = "mediator" if together and token.lemma.lower() in words.causing else role if role == "host" else None
    guests = (sentence.tokens[c] for c in sentence.dependents(verb, "obj"))
    if told is None or not any(
        t.upos == "PROPN" or t.mention in ("person", "organization") or t.lemma.lower() in words.sides for t in guests
    ):
        return []
    return [(f, told, token.text) for f in verb_slots(sentence, verb)["agent"]]


def is_denied(sentence: Sentence, verb: int) -> bool:
    """Whether "not" or "never" stands by a verb: "hosts the talks but does not mediate"."""
    return any(sentence.tokens[c].text.lower() in NO for c in sentence.children[verb])


def _beside(sentence: Sentence, verb: int, event: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "was signed by both and witnessed by Kenya", "Kenya hosted and mediated the talks": a second verb with the same event."""
    found: list[tuple[int, str, str]] = []
    above = sentence.tokens[verb].head
    others = [*sentence.dependents(verb, "conj"), *([above] if sentence.tokens[verb].relation == "conj" else [])]
    for other in others:
        token = sentence.tokens[other]
        role = words.verb(token.lemma)
        if (
            role is None
            or token.upos != "VERB"
            or is_denied(sentence, other)
            or is_passive(sentence, verb) != _passive(sentence, other)
        ):
            continue
        own = [c for c in sentence.dependents(other, "obj", "nsubj:pass") if c != event]
        if not own:
            found += [
                (f, role, token.text)
                for f in verb_slots(sentence, other)["by" if _passive(sentence, other) else "agent"]
            ]
    return found


def _passive(sentence: Sentence, verb: int) -> bool:
    """Whether a coordinated verb is passive: "signed by both and witnessed by Kenya" has one auxiliary for two."""
    return is_passive(sentence, verb) or any(preposition(sentence, c) == "by" for c in sentence.children[verb])


def _set_off(sentence: Sentence, child: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "held talks with the rebels, brokered by Oman": hung on the verb, or on the party beside the talks."""
    token = sentence.tokens[child]
    beside = [c for c in sentence.subtree(child) if matches(sentence.tokens[c].relation, ("acl",))]
    for verb in [child] if token.relation == "advcl" else beside if matches(token.relation, ("obl",)) else []:
        role = words.verb(sentence.tokens[verb].lemma)
        if role and sentence.tokens[verb].lemma.lower() in words.of_talks and is_passive(sentence, verb):
            return [(f, role, sentence.tokens[verb].text) for f in verb_slots(sentence, verb)["by"]]
    return []


def _attending(sentence: Sentence, child: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """ "with Oman mediating": a participle with a subject of its own, however the parser ties the two."""
    token = sentence.tokens[child]
    found: list[tuple[int, str, str]] = []
    for verb in (child, *sentence.dependents(child, "acl", "advcl")):
        doing = sentence.tokens[verb]
        role = words.verb(doing.lemma)
        if role is None or is_denied(sentence, verb) or not doing.text.lower().endswith("ing"):
            continue
        # not "Chiluba, who is hosting other talks"
        own = [i for i in sentence.dependents(verb, "nsubj") if sentence.tokens[i].text.lower() not in _RELATIVE]
        if matches(doing.relation, ("advcl", "acl")) and own and preposition(sentence, verb) in ("with", None):
            found += [(f, role, doing.text) for first in own for f in conjuncts(sentence, first)]
        elif verb != child and matches(token.relation, ("obl",)) and preposition(sentence, child) == "with":
            found += [(f, role, doing.text) for f in conjuncts(sentence, child)]
    return found


def of_noun(sentence: Sentence, noun: int, words: ThirdPartyWords) -> list[tuple[int, str, str]]:
    """Whoever stands in the "of" phrase, as possessor or as modifier of "auspices", "mediation", "invitation"; nobody of "no help from Chad"."""
    token = sentence.tokens[noun]
    role = words.nouns.get(token.lemma.lower()) or words.nouns.get(token.text.lower())
    if role is None or is_denied_all(sentence, noun):
        return []
    found: list[int] = []
    for child in sentence.children[noun]:
        relation, case = sentence.tokens[child].relation, preposition(sentence, child)
        named = matches(relation, ("amod", "compound")) and sentence.tokens[child].text[:1].isupper()
        if named or relation == "nmod:poss" or (relation == "nmod" and case in ("of", "by", "from")):
            found += conjuncts(sentence, child)
    return [(f, role, token.text) for f in found]
