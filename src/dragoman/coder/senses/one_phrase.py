"""Words of one phrase that were read as two events: "set up a | joint | centre", "let | go", "acted in bad | faith", "the | door | stayed open".

An adverb, an adjective or a particle tells what the verb or noun tells to which it belongs; what is cut out of a fixed phrase tells nothing
for itself. Where a condition or a ban is what the adverb tells ("would meet | only if |"), rules of their own see to it.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.senses.act_and_content import top_of
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_NO_TELLERS = frozenset({"ADJ", "ADV", "ADP", "PART", "AUX", "DET"})
_OF_MODIFIER = ("amod", "advmod", "case", "compound:prt", "mark", "xcomp", "ccomp")
_FROM_NOUN = ("obj", "nsubj:pass", "obl", "nmod", "compound", "xcomp")
_STEPS = 3
"""Words from an adjective up to the verb of its phrase: "urged both sides to start direct talks"."""


def one_phrase(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two candidates goes where both are words of one phrase, `b` within that of `a`; None where they are two."""
    if set(a.words) & set(b.words):
        cut = a.ruling is None and b.ruling is None and set(a.words) < set(b.words)
        return a if cut else None  # "| denied | a meeting |"
    if _back_to(sentence, a, b):
        b.words = sorted({*a.words, *b.words}) if a.words[0] > b.words[-1] else b.words
        return a
    if _only_modifies(sentence, a, b):
        return b
    if _of_these(sentence, a, b):
        return _weaker(a, b)
    if _lets_go(sentence, a, b):
        b.words = sorted({*a.words, *b.words})
        return a
    if a.ruling is not None or b.ruling is not None:
        return None
    if _intertwined(sentence, a, b):
        if matches(sentence.tokens[top_of(sentence, b)].relation, ("acl",)):
            return b  # "his | eagerness to | meet | them"
        if not _akin(a, b):
            return None
        return b if any(sentence.tokens[i].upos == "VERB" for i in a.words) else _weaker(a, b)
    return _weaker(a, b) if _says_of(sentence, a, b) else None


def _only_modifies(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is only an adjective, an adverb or a preposition in the phrase of the verb or noun of `a`."""
    tokens = sentence.tokens
    if b.ruling is not None or any(tokens[i].upos not in _NO_TELLERS for i in b.words):
        return False
    if not (b.label.isupper() or b.label == a.label) or a.label in group("exclusions"):
        return False
    i = top_of(sentence, b)
    if a.label == b.label and matches(tokens[i].relation, ("xcomp",)):
        return False  # "called it | unlikely |" is told by the judgement's own word
    wanted: tuple[str, ...] = _OF_MODIFIER
    for _ in range(_STEPS):
        if tokens[i].head < 0 or not matches(tokens[i].relation, wanted) or tokens[i].relation == "acl:relcl":
            return False
        i, wanted = tokens[i].head, _FROM_NOUN
        if i in a.words:
            return True
    return False


def _back_to(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is the "back to" before the talks of `a`, which are thereby resumed: "brought the two | back to | negotiations"."""
    tokens = sentence.tokens
    if b.label != "talks_resumed" or a.label not in group("gatherings"):
        return False
    before = any(matches(tokens[i].relation, ("case",)) and tokens[i].head in a.words for i in b.words)
    if before and all(tokens[i].upos in _NO_TELLERS for i in b.words):
        return a.words[0] - b.words[-1] <= 1
    return (
        tokens[b.words[0]].upos == "ADV"
        and tokens[b.words[0]].head in a.words
        and tokens[top_of(sentence, b)].head in a.words
    )


def _lets_go(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether the two are "let" and the "go" that belongs to it."""
    tokens = sentence.tokens
    let, go = a.words[-1], b.words[0]
    said = (tokens[let].lemma.lower(), tokens[go].lemma.lower()) == ("let", "go")
    return said and tokens[go].head == let and matches(tokens[go].relation, ("xcomp", "ccomp"))


def _intertwined(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether a word of each hangs from one of the other: "acted in bad | faith", "an attempt to | pull the wool"."""
    tokens = sentence.tokens
    return any(tokens[i].head in b.words for i in a.words) and any(tokens[i].head in a.words for i in b.words)


def _of_these(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is the talks of which `a` is a round: "the sixth | round | of the Geneva | discussions |"."""
    tokens = sentence.tokens
    noun = top_of(sentence, b)
    if a.label not in group("gatherings") or b.label not in group("gatherings") or tokens[noun].upos != "NOUN":
        return False
    of = a.words[-1] + 1
    return (
        of < noun and tokens[of].text.lower() == "of" and tokens[of].head == noun and tokens[a.words[-1]].upos == "NOUN"
    )


def _akin(a: Candidate, b: Candidate) -> bool:
    """Whether two labels are of one kind, so that two words of a phrase may well tell one act."""
    kinds = (("CONSULT", *group("gatherings")), ("ACCUSE", *group("speech_acts")), ("AID", "AGREE", *group("offers")))
    plain = a.label.isupper() and b.label.isupper()
    return a.label == b.label or plain or any(a.label in kind and b.label in kind for kind in kinds)


def _says_of(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` is what is said of the noun of `a`, of one label with it: "the | door | remained | open |"."""
    tokens = sentence.tokens
    noun, said = tokens[a.words[-1]], top_of(sentence, b)
    if a.label != b.label or noun.upos != "NOUN" or not matches(noun.relation, ("nsubj",)):
        return False
    of_verb = tokens[said].upos == "ADJ" and matches(tokens[said].relation, ("xcomp", "ccomp"))
    return noun.head in b.words or (of_verb and noun.head == tokens[said].head)


def _weaker(a: Candidate, b: Candidate) -> Candidate:
    return b if a.confidence >= b.confidence else a
