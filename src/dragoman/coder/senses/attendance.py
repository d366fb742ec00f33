"""Who "was not involved" or "was not in Jeddah" is told to be absent, where no word for the talks is; he holds none and mediates none."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.not_there import NO
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.ontology.lexicon import Lexicon

_PLACE = ("PART", "ADP", "PROPN", "ADV")


def tells_absence(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """`exclusion_declared` for what the model took for talks and only denies that somebody is there: "was not involved", "is not taking part"."""
    return "exclusion_declared" if _attendance_denied(sentence, candidate, lexicon) else None


def _attendance_denied(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether attending, or being at a place, is denied and no word for the talks stands by."""
    if candidate.ruling is not None or candidate.label not in group("shared_meetings") - group("turns_of_talks"):
        return False
    tokens = sentence.tokens
    words = [tokens[i] for i in candidate.words]
    if any(tokens[k].lemma.lower() in lexicon.talks for i in candidate.words for k in sentence.subtree(i)):
        return False
    if words[0].text.lower() in NO and len(words) > 1 and all(t.upos in _PLACE for t in words):
        return True
    for t in words:
        if t.upos not in ("VERB", "ADJ") or t.lemma.lower() not in {*lexicon.classes["attending"], "involved"}:
            continue
        near = (t.i, *sentence.dependents(t.i, "obj"))
        if any(tokens[c].text.lower() in NO for i in near for c in sentence.children[i]):
            return True
    return False
