"""A short sentence that says of one more what the sentence before said of others: "Hamas was not invited. Nor was Iran."."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.identity import mention_id
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NOMINAL, OUT
from dragoman.coder.grammar.phrases import conjuncts
from dragoman.language.parse import Sentence, Token, matches
from dragoman.records import CoderVersion, EventMention, Evidence, Participant, Span

_OPENING = frozenset({"neither", "nor", "so"})
_BEING = frozenset({"was", "were", "is", "are", "has", "have", "had"})
_DOING = frozenset({"did", "does", "do", "will", "would", "has", "have", "had"})
_AUXILIARIES = {"exclusion_declared": _BEING, "boycott": _DOING}
"""Types that such a sentence tells again of somebody, with the auxiliaries of their verbs: "nor was", "nor did"."""
_LEAST = 3
"""Words of the shortest such sentence."""


def echoed(
    sentence: Sentence, earlier: Sequence[EventMention], before: Sentence | None, words: ThirdPartyWords
) -> tuple[EventMention, list[int]] | None:
    """The exclusion or boycott of the sentence before that a short sentence tells again, and the heads of those of whom it does.

    None for "Nor was Iran willing to talk", which says something of its own.
    """
    opening = [token.text.lower() for token in sentence.tokens[:2]]
    if before is None or len(sentence) < _LEAST or opening[0] not in _OPENING:
        return None
    told = [
        e for e in earlier
        if before.start <= e.evidence.trigger.start < before.end and opening[1] in _AUXILIARIES.get(e.type or "", ())
        and e.polarity == "affirmed" and any(p.role in OUT for p in e.participants)
    ]  # fmt: skip
    subjects = [
        t.i for t in sentence.tokens[2:] if matches(t.relation, ("nsubj", "root")) and t.upos in NOMINAL and _acts(t)
    ]
    if not told or not subjects:
        return None
    heads = [i for i in conjuncts(sentence, subjects[0]) if sentence.tokens[i].upos in NOMINAL]
    phrase = {i for h in heads for i in sentence.subtree(h)} | {0, 1}
    last = next(t for t in reversed(sentence.tokens) if t.upos != "PUNCT")
    if last.upos in ("ADJ", "VERB"):
        phrase.discard(last.i)  # parsers hang "happy" of "nor was Egypt, the host, happy" on the name
    rest = [t for t in sentence.tokens[2:] if t.i not in phrase and t.upos not in ("PUNCT", "AUX", "PART")]
    if any(t.lemma.lower() not in words.told_again for t in rest):
        return None
    return told[-1], heads


def only_adds(sentence: Sentence, candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether the model took for an exclusion of its own a short clause that adds others to the one before: "and neither do the powers"."""
    if candidate.label != "exclusion_declared" or candidate.ruling is not None:
        return False
    tokens = sentence.tokens
    short = all(tokens[i].upos in ("AUX", "CCONJ", "ADV", "DET", "SCONJ") or tokens[i].lemma.lower() == "do"
                for i in candidate.words)  # fmt: skip
    opens = candidate.words[0] > 0 and any(
        tokens[i].text.lower() in _OPENING for i in (candidate.words[0], candidate.words[0] - 1)
    )
    earlier = any(c.label == candidate.label and c.words[-1] < candidate.words[0] for c in others)
    return short and opens and earlier


def told_again(
    told: EventMention, sentence: Sentence, people: list[Participant], version: CoderVersion
) -> EventMention:
    """The event as a short sentence tells it of others; its first two words are the trigger."""
    start, end = sentence.slice(0, 1)
    trigger = Span(start, end, sentence.text[start - sentence.start : end - sentence.start])
    return msgspec.structs.replace(
        told,
        id=mention_id(told.document.id, start, end, told.type or ""),
        participants=people,
        evidence=Evidence(start=sentence.start, end=sentence.end, text=sentence.text, trigger=trigger),
        coder=version,
    )


def _acts(token: Token) -> bool:
    """Whether a word means people, a body or somebody by name."""
    return token.mention in ("person", "organization") or token.upos in ("PROPN", "PRON") or token.name != "O"
