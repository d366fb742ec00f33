"""Whose seat at talks a verb or noun is about, and what somebody leaves: "Iran" of "a seat for Iran", "blocked Iran's participation" and "the
demand that Iran take part", "talks" of "threatened to leave the talks"."""

from __future__ import annotations

from dragoman.coder.grammar.classes import MEANWHILE
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import Slots, is_passive
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

# What ties whoever has a seat to it, and nouns for seats, which have none ("a demand for a seat").
_HOLDERS = frozenset({"of", "for", "to"})
_ASKING = frozenset({"by", "from"})
_LEFT = frozenset({"from", "of", "out", "away", "with"})
_WHEN_OR_WHY = MEANWHILE | {"because", "until", "unless", "if"}


def seated(sentence: Sentence, slots: Slots) -> list[int]:
    """Whose seat or part a verb is about: "blocked the participation of the PYD", "a seat for Iran", "the demand that Iran take part",
    "opposed giving Kosovo a seat", "refused to seat the faction"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    seats, presence = classes["seat_or_entry"], classes["presence"]
    things = [i for i in slots.get("patient", []) if tokens[i].upos == "NOUN"]
    # "the rebels' delegates were refused visas" is about the visas alone
    things = [i for i in things if tokens[i].lemma.lower() in seats] or things
    things += [i for i in slots.get("to", []) if tokens[i].lemma.lower() in presence]
    clauses = [c for i in things for c in sentence.children[i] if tokens[c].relation == "acl"]
    # "Iran's demand that Turkey be invited" is not about Iran's seat, "Iran's request to attend" is
    asked = {tokens[c].head for c in clauses if not _wants_in(sentence, c)}
    # "an appeal by Oman to take part"; an invitation from Oman is another's
    pleas = classes["plea_for_seat"]
    owners = [
        c for i in things for c in sentence.children[i] if i not in asked
        and (tokens[c].relation == "nmod:poss" or (matches(tokens[c].relation, ("nmod", "obl"))
                 and preposition(sentence, c) in (_HOLDERS | _ASKING if tokens[i].lemma.lower() in pleas else _HOLDERS)))
    ]  # fmt: skip
    named = (i for i in things if tokens[i].lemma.lower() in (*presence, *classes["own_part"])) if not owners else ()
    owners += [c for i in named for c in sentence.dependents(i, "amod", "compound") if tokens[c].text[:1].isupper()]
    sent = [
        c for i in things if tokens[i].lemma.lower() in ("invitation", "invite") for c in sentence.dependents(i, "acl")
    ]
    for c in (c for c in sent if tokens[c].relation == "acl:relcl"):  # "an invitation that it had extended to Iran"
        owners += [
            k
            for k in sentence.dependents(c, "iobj", "obl")
            if tokens[k].relation == "iobj" or preposition(sentence, k) == "to"
        ]
    if any(tokens[i].upos != "PRON" for i in owners):
        owners = [
            i for i in owners if tokens[i].relation != "nmod:poss" or tokens[i].upos != "PRON"
        ]  # "its invitation to Iran"
    granted = max((i for i in things if tokens[i].lemma.lower() in seats), default=-1)
    owners += [i for i in slots.get("patient", []) if i < granted]  # "refused him a visa", "was denied a seat"
    owners += [i for i in slots.get("to", []) if granted >= 0]  # "gave the Kurds no say", "gave no say to the Kurds"
    told = [i for i in slots.get("complement", []) if not _tells_when_or_why(sentence, i)]
    for i in (*clauses, *told):
        own = sentence.dependents(i, "nsubj")
        attends = tokens[i].lemma.lower() in classes["what_is_attended"]
        given = [] if attends else sentence.dependents(i, "iobj") or sentence.dependents(i, "obj")
        active = [c for c in given if c > i and tokens[c].lemma.lower() not in seats and not is_passive(sentence, i)]
        # "demanded that the UN drop Iran" is about Iran, "that Iran be given a seat" too
        owners += active or own or [c for c in given if c > i]
    found = (j for i in owners for j in conjuncts(sentence, i))
    return [j for j in dict.fromkeys(found) if tokens[j].lemma.lower() not in seats]


def _tells_when_or_why(sentence: Sentence, clause: int) -> bool:
    """Whether a clause only gives the circumstances: "withdrew its invitation to Iran after the rebels threatened to stay away"."""
    marks = sentence.dependents(clause, "mark", "advmod", "case")
    return matches(sentence.tokens[clause].relation, ("advcl",)) and any(
        c < clause and sentence.tokens[c].text.lower() in _WHEN_OR_WHY for c in marks
    )


def _wants_in(sentence: Sentence, clause: int) -> bool:
    """Whether an infinitive with nobody else to do it says that somebody would be there: "to attend the talks", "to be represented"."""
    token = sentence.tokens[clause]
    to = any(sentence.tokens[c].text.lower() == "to" for c in sentence.dependents(clause, "mark"))
    attends = token.lemma.lower() in lexicon.load().classes["coming_in"] or any(
        sentence.tokens[c].lemma.lower() == "part" for c in sentence.dependents(clause, "obj")
    )
    return to and attends and not sentence.dependents(clause, "nsubj")


def left_by(sentence: Sentence, verb: int) -> list[int]:
    """What somebody stays away from or leaves, the verb itself where nothing is told: "talks" of "threatened to leave the talks", "stay" of "will
    stay away"."""
    tokens = sentence.tokens
    found: list[int] = []
    while verb >= 0:
        below = sentence.dependents(verb, "obj", "obl")
        found += [
            c for c in below
            if tokens[c].mention != "time" and (tokens[c].relation == "obj" or preposition(sentence, c) in _LEFT)
        ]  # fmt: skip
        last, verb = verb, next((c for c in sentence.dependents(verb, "xcomp") if tokens[c].upos == "VERB"), -1)
    return found or [last]
