"""Who "was not involved" or "was not in Jeddah" is told to be absent, where no word for the talks is; he holds none and mediates none."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import NO
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_PLACE = ("PART", "ADP", "PROPN", "ADV")


def tells_absence(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """`exclusion_declared` for what the model took for talks and only denies that somebody is let in: "was not involved", "was not in Jeddah"."""
    denied = _attendance_denied(sentence, candidate, lexicon)
    if denied is None or (denied >= 0 and sentence.tokens[denied].upos == "VERB" and not is_passive(sentence, denied)):
        return None
    return "exclusion_declared"


def _attendance_denied(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> int | None:
    """The word of attending that is denied, -1 where only a place is told; None where none is or a word for the talks stands by."""
    if candidate.ruling is not None or candidate.label not in group("shared_meetings") - group("turns_of_talks"):
        return None
    tokens = sentence.tokens
    words = [tokens[i] for i in candidate.words]
    if any(tokens[k].lemma.lower() in lexicon.talks for i in candidate.words for k in sentence.subtree(i)):
        return None
    if words[0].text.lower() in NO and len(words) > 1 and all(t.upos in _PLACE for t in words):
        return -1
    for t in words:
        if t.upos not in ("VERB", "ADJ") or t.lemma.lower() not in {*lexicon.classes["attending"], "involved"}:
            continue
        near = (t.i, *sentence.dependents(t.i, "obj"))
        if any(tokens[c].text.lower() in NO for i in near for c in sentence.children[i]):
            return t.i
    return None
