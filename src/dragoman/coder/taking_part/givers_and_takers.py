"""Who gives and who gets, who asks and of whom it is asked, where the wording turns it round: "received boats from Italy", "with the help of Kenya",
"demanded the lifting of Kenyan sanctions", "would recognise the republic if Kenya moved"."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import BEFORE_NOUN, IF
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition, stands_below
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.coder.taking_part.own_clause import clause_of
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_AID = frozenset({"AID", "SUPPORT"})
_OVER = frozenset({"over", "about", "at", "against"})
_RULE = "who gives and who gets"


def with_givers(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants, with those turned round whom the wording turns, and with those of whom something is asked."""
    label = candidate.label
    if label in _AID:
        kept = _helped(sentence, candidate, kept)
        _received(sentence, candidate, kept)
        _together(sentence, candidate, kept)
    elif label == "REQUEST":
        kept = _asked_of(sentence, mentions, candidate, kept)
    elif label == "mediation_requested":
        _asked_to_mediate(sentence, candidate, kept, words)
    elif label == "THREATEN":
        kept = _threatened_with(sentence, mentions, candidate, kept, words)
    elif label == "ACCUSE":
        kept = _complained_of(sentence, mentions, candidate, kept)
    return kept if label.islower() else _joined_in(sentence, mentions, candidate, kept)


def _helped(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """Whoever does something "with the help of" another gets that help, and nobody else: "took the town with the backing of Wagner"."""
    noun = candidate.words[-1]
    if sentence.tokens[noun].upos != "NOUN" or preposition(sentence, noun) != "with":
        return kept
    givers = {
        k
        for c in sentence.dependents(noun, "nmod", "amod", "compound")
        if preposition(sentence, c) in ("of", "from", "by", None)
        for k in conjuncts(sentence, c)
    }
    verb = clause_of(sentence, noun)
    if verb < 0 or not any(f.mention.head in givers for f in kept):
        return kept
    subjects = {k for c in sentence.dependents(verb, "nsubj") for k in conjuncts(sentence, c)}
    kept = [f for f in kept if f.mention.head in givers | subjects or f.role != "recipient"]
    for f in kept:
        if f.mention.head in givers | subjects and f.role in ("initiator", "recipient"):
            f.role, f.rule = ("initiator" if f.mention.head in givers else "recipient"), _RULE
    return kept


def _received(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """Whoever receives something "from" another is given it by him."""
    verb = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)
    if verb < 0 or sentence.tokens[verb].lemma.lower() not in lexicon.load().classes["receiving"]:
        return
    near = {verb, *sentence.dependents(verb, "obj")}
    sources = [
        f for f in kept
        if preposition(sentence, first_of(sentence, f.mention.head)) == "from"
        and sentence.tokens[first_of(sentence, f.mention.head)].head in near
    ]  # fmt: skip
    subjects = {*verb_slots(sentence, verb)["agent"]} if sources else set()
    for f in kept:
        if f in sources:
            f.role, f.rule = "initiator", _RULE
        elif f.mention.head in subjects and f.role == "initiator":
            f.role, f.rule = "recipient", _RULE


def _together(sentence: Sentence, candidate: Candidate, kept: list[Filled]) -> None:
    """With whom something is sent "to" a place is no recipient but helps: "sent food to Aleppo with the United Nations"."""
    verb = next((i for i in candidate.words if sentence.tokens[i].upos == "VERB"), -1)
    below = sentence.dependents(verb, "obl") if verb >= 0 else []
    if not any(preposition(sentence, c) == "to" for c in below):
        return
    for f in kept:
        top = first_of(sentence, f.mention.head)
        if f.role == "recipient" and top in below and preposition(sentence, top) == "with" and f.mention.known:
            f.role, f.rule = "initiator", _RULE


def _asked_of(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """Whoever would do what is demanded is asked for it: "demanded the lifting of the Kenyan sanctions", "called for the withdrawal of Kenyan
    troops"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or any(f.role == "recipient" for f in kept):
        return kept
    classes = lexicon.load().classes
    things = [
        c for c in sentence.dependents(verb, "obj", "obl")
        if tokens[c].relation == "obj" or preposition(sentence, c) == "for"
    ]  # fmt: skip
    found: list[Mention] = []
    for thing in things:
        lemma = tokens[thing].lemma.lower()
        of = [c for c in sentence.dependents(thing, "nmod") if preposition(sentence, c) == "of"]
        if lemma in classes["own_move"]:
            owners = [*sentence.dependents(thing, *BEFORE_NOUN), *(of or [])]
        elif lemma in classes["taking_off"]:
            owners = [k for c in of for k in sentence.dependents(c, *BEFORE_NOUN)]
        else:
            continue
        asking = {f.mention.actor for f in kept}
        found += [m for m in (mentions.at(sentence, i) for i in owners) if m.actor and m.actor not in asking]
    return [*kept, *(Filled(m, "recipient", 1.0, _RULE) for m in found[:1])]


def _asked_to_mediate(sentence: Sentence, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords) -> None:
    """By whom mediation is asked for that somebody requests is asked for it: "a Kenyan request for mediation by the African Union"."""
    tokens = sentence.tokens
    for f in kept:
        top = first_of(sentence, f.mention.head)
        noun = tokens[top].head
        if f.role != "initiator" or noun < 0 or preposition(sentence, top) not in ("by", "from"):
            continue
        if tokens[noun].lemma.lower() in words.nouns and preposition(sentence, noun) in ("for", "to", "of"):
            f.role, f.rule = "recipient", _RULE


def _threatened_with(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """Whoever is to do or leave something is threatened, and not those to whom something kind would be done: "threatened to recognise the two
    republics if Kenya attacked"."""
    tokens = sentence.tokens
    verb = own_verb(sentence, candidate.words)
    below = {verb, *candidate.words, *(sentence.dependents(verb, "xcomp") if verb >= 0 else [])}
    kind = lexicon.load().classes["doing_good"]
    good = next((i for i in below if i >= 0 and tokens[i].lemma.lower() in kind), -1)
    if good < 0:
        return kept
    clauses = [
        c for i in below if i >= 0 for c in sentence.dependents(i, "advcl")
        if any(tokens[k].text.lower() in IF for k in sentence.dependents(c, "mark"))
    ]  # fmt: skip
    doers = [i for c in clauses for i in sentence.dependents(c, "nsubj") if acts(sentence, i, words)]
    if not doers:
        return kept
    target = mentions.at(sentence, doers[0])
    if any(f.role == "initiator" and f.mention.actor == target.actor is not None for f in kept) or target.pronoun:
        return kept
    kept = [f for f in kept if f.role != "recipient"]
    return [*kept, Filled(target, "recipient", 1.0, _RULE)]


def _complained_of(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """Whoever's deed somebody complains of "to" a body is accused, and not that body: "protested to the United Nations over the Kenyan raid"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    heard = [
        f for f in kept
        if f.role == "recipient" and tokens[f.mention.head].head == verb and preposition(sentence, f.mention.head) == "to"
    ]  # fmt: skip
    if verb < 0 or len(heard) != 1 or sum(f.role == "recipient" for f in kept) > 1:
        return kept
    matters = [c for c in sentence.dependents(verb, "obl") if preposition(sentence, c) in _OVER]
    owners = [mentions.at(sentence, i) for c in matters for i in sentence.dependents(c, *BEFORE_NOUN)]
    owners = [m for m in owners if m.actor is not None and all(m.actor != f.mention.actor for f in kept)]
    if not owners:
        return kept
    return [*(f for f in kept if f not in heard), Filled(owners[0], "recipient", 1.0, _RULE)]


def _joined_in(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """Whom somebody joins "in" doing something does it with him: "joined Kenya in condemning the raid", "was joined by Kenya in the raid"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), candidate.words[-1])
    joins = verb if tokens[verb].lemma.lower() == "join" else tokens[verb].head
    if joins < 0 or tokens[joins].lemma.lower() != "join":
        return kept
    deeds = sentence.dependents(joins, "advcl", "ccomp", "xcomp", "obl")
    doing = [c for c in deeds if preposition(sentence, c) == "in" and tokens[c].mention != "place"]
    doing = [c for c in doing if not tokens[c].name.endswith("LOC")]  # "joined Kenya in Goma"
    if not doing or (joins != verb and verb not in doing):
        return kept
    with_whom = [k for c in sentence.dependents(joins, "obj", "iobj", "nsubj:pass") for k in conjuncts(sentence, c)]
    for f in kept:
        if f.role == "recipient" and any(stands_below(sentence, f.mention.head, i) for i in with_whom):
            f.role, f.rule = "initiator", _RULE
    heads = {f.mention.head for f in kept}
    found = [mentions.at(sentence, i) for i in with_whom]
    return [*kept, *(Filled(m, "initiator", 1.0, _RULE) for m in found if m.known and m.head not in heads)]
