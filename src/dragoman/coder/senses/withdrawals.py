"""Who withdraws from what: only troops leave ground, others leave a truce, a deal, a mediation, a body of states or an office.

"Pulled out of the truce" ends it, "withdrew from the search for a settlement" gives up mediating.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.kept_out.denials import OUT_OF
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon


def left_behind(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of a withdrawal by what is left, None where it is ground or nothing is told."""
    if candidate.label != "withdrawal_or_disengagement":
        return None
    tokens, words = sentence.tokens, lexicon.classes
    left = _left(sentence, candidate)
    if not left or _tells_of(sentence, candidate, words["troops"]):
        return None
    lemmas = {tokens[i].lemma.lower() for i in left}
    below = {tokens[k].lemma.lower() for i in left for k in sentence.subtree(i)}
    if lemmas & set(words["truce_strict"]):
        return "ceasefire_ended"
    if lemmas & {*words["mediation"], *words["search"]} and below & {*words["mediation"], *words["settled_by"]}:
        return "mediation_halted"
    if lemmas & set(words["deal_strict"]) - {"settlement"}:
        return "agreement_repudiated"
    return "walkout" if lemmas & lexicon.talks else None


def leaves_a_body(sentence: Sentence, candidate: Candidate, mentions: Mentions, lexicon: Lexicon) -> bool:
    """Whether what is left is an organisation of states, and no troops are told of: "announced its withdrawal from ECOWAS"."""
    if candidate.label != "withdrawal_or_disengagement" or _tells_of(sentence, candidate, lexicon.classes["troops"]):
        return False
    left = [c for c in _left(sentence, candidate) if preposition(sentence, c) == "from"]
    return any(mentions.at(sentence, c).resolution.actor_type in OF_STATES for c in left)


def leaves_office(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody gives up an office, and no ground: "Maduro would be stepping down"."""
    tokens = sentence.tokens
    if (
        candidate.label not in ("withdrawal_or_disengagement", "walkout", "exit_threatened")
        or candidate.ruling is not None
    ):
        return False
    down = any(tokens[c].text.lower() == "down" for i in candidate.words for c in (i, *sentence.children[i]))
    return any(
        tokens[i].lemma.lower() == "resign" or (tokens[i].lemma.lower() == "step" and down) for i in candidate.words
    )


def _left(sentence: Sentence, candidate: Candidate) -> list[int]:
    """Heads of what a withdrawal is from: "from the talks", "out of a truce"."""
    below = [c for i in candidate.words for c in sentence.dependents(i, "nmod", "obl")]
    return [
        c
        for c in below
        if preposition(sentence, c) in OUT_OF and not matches(sentence.tokens[c].relation, ("obl:agent",))
    ]


def _tells_of(sentence: Sentence, candidate: Candidate, wanted: tuple[str, ...]) -> bool:
    """Whether a word below a candidate's is one of some."""
    return any(sentence.tokens[k].lemma.lower() in wanted for i in candidate.words for k in sentence.subtree(i))
