"""How a participant is kept out (codebook 1.16, 2.11, rule R9)."""

from __future__ import annotations

from dragoman.coder.judge import Candidate
from dragoman.coder.participants import Filled
from dragoman.language.parse import Sentence
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import Exclusion


def exclusion_of(filled: Filled, candidate: Candidate, sentence: Sentence, asserter: str | None, lexicon: Lexicon) -> Exclusion:
    """Mode by the trigger's wording, else by the wording nearest the participant, else not_invited."""
    if filled.role == "boycotting":
        return Exclusion(mode="self_excluded", asserted_by=asserter)
    if candidate.rule is not None and candidate.rule.trigger.exclusion is not None:
        told = candidate.rule.trigger.exclusion
        return Exclusion(mode=told.mode, asserted_by=asserter, scope=told.scope)
    mode, scope = lexicon.exclusion_mode(sentence.text) or ("not_invited", "table")
    return Exclusion(mode=mode, asserted_by=asserter, scope=scope)
