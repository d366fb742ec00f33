"""Those who do something to each other both do it and have it done to them: "Kenya and Uganda accused each other", "each side blamed the other"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.classes import IN_PHRASE
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.taking_part.other_clauses import own_verb
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_SHARED = frozenset({"CONSULT", "COOPERATE", "PROTEST", "MOBILIZE"})
"""Categories (PLOVER) of what people do with one another."""
_RULE = "to one another"
_PAIR = 2


def with_one_another(sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled]) -> list[Filled]:
    """The participants, each doer of what is done to one another with a second entry as the one done to."""
    label = candidate.label
    if (label.islower() and label not in group("allegations")) or label in _SHARED:
        return kept
    verb = own_verb(sentence, candidate.words)
    if verb < 0:
        return kept
    other = _other(sentence, verb)
    if other < 0 and not _trades(sentence, verb, candidate.words):
        return kept
    doers = _doers(sentence, mentions, verb, kept)
    if other < 0 and len(doers) < _PAIR and not any(mentions.counted(sentence, f.mention) for f in doers):
        return kept
    if not doers:
        return kept
    heads = {f.mention.head for f in doers}
    rest = [f for f in kept if other < 0 or f.role != "recipient" or not f.mention.first <= other <= f.mention.last]
    rest = [f for f in rest if f.mention.head not in heads]
    return [
        *rest,
        *(Filled(f.mention, "initiator", f.probability, f.rule) for f in doers),
        *(Filled(f.mention, "recipient", f.probability, _RULE) for f in doers),
    ]


def _other(sentence: Sentence, verb: int) -> int:
    """The word "other" or "another" of what a verb is done to, "each other", "one another", "the other" of "each side ... the other"; -1 for none."""
    if "other" not in sentence.text:
        return -1
    tokens = sentence.tokens
    of_verb = {verb, *sentence.dependents(verb, "xcomp")}  # "threatened to attack each other"
    for token in tokens[verb + 1 :]:
        form, before = token.text.lower(), tokens[token.i - 1].text.lower()
        pair = (before, form) in (("each", "other"), ("one", "another"))
        if not pair and not ((before, form) == ("the", "other") and _each(sentence, verb)):
            continue
        i = token.i
        while matches(tokens[i].relation, (*IN_PHRASE, "det", "fixed")) and tokens[i].head > verb:
            i = tokens[i].head
        if matches(tokens[i].relation, ("obj", "iobj", "obl", *IN_PHRASE)) and tokens[i].head in of_verb:
            return token.i
    return -1


def _each(sentence: Sentence, verb: int) -> bool:
    """Whether it is each of several who does it: "each side", "each", "both each"."""
    tokens = sentence.tokens
    near = [
        verb,
        *sentence.children[verb],
        *(k for c in sentence.dependents(verb, "nsubj") for k in sentence.subtree(c)),
    ]
    return any(i < verb and tokens[i].text.lower() in ("each", "either") for i in near)


def _trades(sentence: Sentence, verb: int, trigger: list[int]) -> bool:
    """Whether what is done is exchanged: "traded accusations", "exchanged fire"."""
    classes = lexicon.load().classes
    if sentence.tokens[verb].lemma.lower() not in classes["trading"]:
        return False
    things = sentence.dependents(verb, "obj")
    return any(
        i in trigger or verb in trigger for i in things if sentence.tokens[i].lemma.lower() in classes["traded"]
    ) and not any(
        sentence.tokens[c].text.lower() == "with"
        for i in (verb, *things)
        for k in sentence.dependents(i, "obl", "nmod")
        for c in sentence.children[k]
    )


def _doers(sentence: Sentence, mentions: Mentions, verb: int, kept: list[Filled]) -> list[Filled]:
    """Who does it, by the subject: those that were read as doers, and where nobody was, whom the subject names."""
    subjects = {k for i in verb_slots(sentence, verb)["agent"] for k in conjuncts(sentence, i)}
    subject = next((i for i in sentence.dependents(verb, "nsubj") if sentence.tokens[i].text.lower() == "each"), -1)
    above = sentence.tokens[verb].head
    if subject >= 0 and above >= 0 and matches(sentence.tokens[verb].relation, ("conj", "parataxis")):
        # "Kenya and Uganda signed, but each accused the other"
        subjects = {k for i in verb_slots(sentence, above)["agent"] for k in conjuncts(sentence, i)}
    read = [f for f in kept if f.role in ("initiator", "recipient") and f.mention.head in subjects]
    if read and not (len(read) < _PAIR <= len(subjects)):
        return read
    named = [mentions.at(sentence, i) for i in sorted(subjects)]
    return [Filled(m, "initiator", 1.0, _RULE) for m in named if m.known or mentions.counted(sentence, m)] or read
