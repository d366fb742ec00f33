"""What "not" and "no" around an event deny: that it takes place, who did it, what was offered; and what denies a denial (codebook R23)."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import NO, PAST_AUXILIARIES
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_EXPECTING = frozenset({"expect", "schedule", "due", "set", "likely", "plan"})
_YET = frozenset({"have", "be", "remain"})
_CONDITIONS = frozenset({"condition", "precondition", "demand", "prerequisite"})
_STEPS = 3
"""Words from what is left open up to the verb that leaves it so: "rule out a resumption of talks"."""


def does_not_take_place(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the verb beside an event's noun says that it does not take place: "the talks will not start on Monday as planned".

    "Was not organised by Russia" only denies who did it.
    """
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verb, words = tokens[noun].head, lexicon.load().classes
    meets = candidate.label in group("shared_meetings") or candidate.label in group("truces_kept")
    if not meets or verb < 0 or not matches(tokens[noun].relation, ("nsubj", "nsubj:pass")):
        return False
    if tokens[verb].lemma.lower() in _EXPECTING:
        begun = [c for c in sentence.dependents(verb, "xcomp") if tokens[c].lemma.lower() in words["taking_place"]]
        return bool(begun) and _says_not(sentence, verb)
    return takes_place(sentence, verb) and _says_not(sentence, verb) and not _only_until(sentence, verb)


def takes_place(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says of its subject that it takes place: "began", "was held", "went ahead"; not "was held up", "was organised by Iran"."""
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma not in lexicon.load().classes["taking_place"] or sentence.dependents(verb, "obl:agent"):
        return False
    if lemma == "hold" and sentence.dependents(verb, "compound:prt", "xcomp"):
        return False
    return lemma not in ("take", "go") or _phrasal(sentence, verb)


def _only_until(sentence: Sentence, verb: int) -> bool:
    """Whether a verb in the past is denied only up to a day: "the talks did not start until Friday"."""
    tokens = sentence.tokens
    below = [c for c in sentence.dependents(verb, "obl", "advcl") if c > verb]
    past = any(tokens[c].text.lower() in PAST_AUXILIARIES for c in sentence.dependents(verb, "aux"))
    return past and any(tokens[k].text.lower() in ("until", "till") for c in below for k in sentence.children[c])


def _says_not(sentence: Sentence, verb: int) -> bool:
    """Whether "not" stands by a verb, but no "not only"."""
    return any(negates(sentence, c, lexicon.load().modality) for c in sentence.dependents(verb, "advmod"))


def _phrasal(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[c].text.lower() in ("place", "ahead") for c in sentence.children[verb])


def is_yet_to_come(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether an event has "yet to" come about: "the talks have yet to begin", "the two have yet to meet", but not "the talks have yet to yield
    anything"."""
    tokens = sentence.tokens
    noun = candidate.words[-1]
    verbs = [i for i in candidate.words if tokens[i].upos == "VERB"]
    waits = [tokens[i].head for i in verbs if matches(tokens[i].relation, ("xcomp",))]
    if matches(tokens[noun].relation, ("nsubj",)) and _takes_place(sentence, tokens[noun].head):
        waits.append(tokens[noun].head)
    for above in waits:
        if above < 0 or tokens[above].lemma.lower() not in _YET:
            continue
        yet = [c for c in sentence.children[above] if tokens[c].text.lower() == "yet"]
        if any(tokens[c + 1].text.lower() == "to" for c in yet if c + 1 < len(tokens)):
            return True
    return False


def _takes_place(sentence: Sentence, above: int) -> bool:
    """Whether what the subject of a verb has yet to do is to take place: "have yet to begin", "have yet to be held"."""
    verbs = [sentence.tokens[c] for c in sentence.dependents(above, "xcomp")]
    return any(
        t.lemma.lower() in lexicon.load().classes["taking_place"]
        and (is_passive(sentence, t.i) or not sentence.dependents(t.i, "obj") or _phrasal(sentence, t.i))
        for t in verbs
    )


def offers_none(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether "no" or "not" stands by what would be offered, named or sent: "money but no mediation", "set no conditions for talks"."""
    tokens = sentence.tokens
    if candidate.label == "precondition_set":
        nouns = [i for i in candidate.words if tokens[i].lemma.lower() in _CONDITIONS]
        return any(_none(sentence, i) for i in nouns)
    if candidate.label not in group("offers"):
        return False
    mediation = lexicon.load().classes["mediation"]
    objects = [
        k for i in candidate.words for c in sentence.dependents(i, "obj", "iobj") for k in conjuncts(sentence, c)
    ]
    named = [i for i in (*objects, *candidate.words) if tokens[i].upos == "NOUN"]
    offered = [i for i in named if tokens[i].lemma.lower() in (*mediation, "mediator", "invitation", "offer")]
    return bool(offered) and all(_none(sentence, i) for i in offered)


def _none(sentence: Sentence, noun: int) -> bool:
    return any(sentence.tokens[c].text.lower() in ("no", "not") and c < noun for c in sentence.children[noun])


def is_left_open(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody does not rule an event out: "did not rule out talks", "refused to rule out a resumption of talks"."""
    i = candidate.words[-1]
    for _ in range(_STEPS):
        token = sentence.tokens[i]
        if token.head < 0 or not matches(token.relation, ("obj", "nmod", "xcomp", "ccomp", "conj")):
            return False
        i = token.head
        if rules_out(sentence, i):
            return not_ruled_out(sentence, i)
    return False


def rules_out(sentence: Sentence, verb: int) -> bool:
    """Whether a word is "rule" with "out" below it, or "exclude"."""
    token = sentence.tokens[verb]
    out = any(sentence.tokens[c].text.lower() == "out" for c in sentence.children[verb])
    return token.upos == "VERB" and (token.lemma.lower() == "exclude" or (token.lemma.lower() == "rule" and out))


def not_ruled_out(sentence: Sentence, verb: int) -> bool:
    """Whether "not" stands by a verb of ruling out, or somebody refuses to do it."""
    tokens = sentence.tokens
    if any(tokens[c].text.lower() in NO for c in sentence.children[verb]):
        return True
    above = tokens[verb].head
    refuses = lexicon.load().classes["refuse"]
    return above >= 0 and matches(tokens[verb].relation, ("xcomp",)) and tokens[above].lemma.lower() in refuses


def refuses_itself(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event is a refusal told by its own verb, which is not negated: "declined to mediate" affirms the refusal."""
    if candidate.label not in ("REJECT", "talks_refused", "mediation_rejected", "agreement_rejected"):
        return False
    refuses = {*lexicon.load().classes["refuse"]} | (
        {"deny"} if candidate.label in ("talks_refused", "REJECT") else set()
    )
    verbs = [
        i for i in candidate.words if sentence.tokens[i].lemma.lower() in refuses and sentence.tokens[i].upos == "VERB"
    ]  # "was denied a meeting"
    if any(negates(sentence, c, lexicon.load().modality) for v in verbs for c in sentence.dependents(v, "advmod")):
        return False  # "no longer opposes"
    return bool(verbs) and not any(
        sentence.tokens[c].text.lower() in NO | {"nobody", "none"}
        for v in verbs
        for i in (v, *sentence.dependents(v, "nsubj"))
        for c in (i, *sentence.children[i])
    )


def only_might_end(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the verb of an end of talks, or beside the talks, is one of possibility: "the talks could be cancelled"."""
    tokens = sentence.tokens
    verbs = {i for i in candidate.words if tokens[i].upos == "VERB"}
    if not verbs and matches(tokens[candidate.words[-1]].relation, ("nsubj:pass", "obj", "nsubj")):
        verbs = {tokens[candidate.words[-1]].head}
    for verb in verbs:
        aux = {tokens[c].text.lower() for c in sentence.dependents(verb, "aux")}
        if aux & {"could", "may", "might"} and "have" not in aux and not _says_not(sentence, verb):
            return True
    return False


def ends_plainly(sentence: Sentence, verb: int) -> bool:
    """Whether talks are only said to end, with nothing of how: "after the talks ended", not "ended in acrimony", "ended without a deal"."""
    tokens, words = sentence.tokens, lexicon.load()
    if verb < 0 or tokens[verb].upos != "VERB" or tokens[verb].lemma.lower() not in words.classes["closing"]:
        return False
    how = sentence.dependents(verb, "obj", "obl", "advcl", "advmod", "xcomp")
    told = [c for c in how if c > verb and tokens[c].mention != "time" and preposition(sentence, c) not in ("on", "in")]
    failed = [
        c
        for c in how
        if preposition(sentence, c) == "in" and tokens[c].name[2:] != "LOC" and tokens[c].mention != "time"
    ]
    return (
        not told
        and not failed
        and any(tokens[i].lemma.lower() in words.talks for i in sentence.dependents(verb, "nsubj"))
    )


def merely_ends(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event's noun is what ends, with nothing of how: "left after the talks ended"."""
    token = sentence.tokens[candidate.words[-1]]
    return matches(token.relation, ("nsubj",)) and ends_plainly(sentence, token.head)
