"""What is told of talks or a text beside what is done to them, so that they are an event of their own: who holds them, when and where, who made
them."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import IN_OR_AT
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_AHEAD = frozenset({"to", "was", "were", "would", "will", "is", "are"})
_BEHIND = frozenset({"under", "after", "despite", "since", "before", "following"})


def told_further(sentence: Sentence, talks: Candidate) -> bool:
    """Whether more is said of talks than that somebody left or shunned them: "U.S.-brokered talks", "talks that opened in Oslo"."""
    return any(
        matches(sentence.tokens[c].relation, ("acl",))
        or (matches(sentence.tokens[c].relation, ("amod",)) and sentence.tokens[c].upos == "VERB")
        for i in {talks.words[0], talks.words[-1]}
        for c in sentence.children[i]
    )


def own_facts(sentence: Sentence, talks: Candidate, act: str) -> bool:
    """Whether a phrase tells who holds the talks or where, beside what is done to them: "talks between A and B were put off".

    On the development half 13 such talks of 28 were events to the coders, too, most of them with one of these phrases; of talks that
    are only proposed, asked for or agreed those "between" somebody.
    """
    for child in sentence.children[talks.words[-1]]:
        token, case = sentence.tokens[child], preposition(sentence, child)
        if matches(token.relation, ("nmod", "obl")) and case == "between":
            return True
        if act != "process_changes":
            continue
        placed = case in IN_OR_AT and token.name[2:] == "LOC"
        if placed or token.relation == "nmod:poss" or _set_for(sentence, child):
            return True
    return False


def told_apart(sentence: Sentence, text: Candidate) -> bool:
    """Whether a text of which more is told only says under or after what something is done: "under a truce brokered by Moi they pledged"."""
    word = text.words[0]
    behind = matches(sentence.tokens[word].relation, ("obl",)) and preposition(sentence, word) in _BEHIND
    return behind and told_further(sentence, text)


def _set_for(sentence: Sentence, participle: int) -> bool:
    """Whether a clause behind talks tells for when or where they had been set (R26): "a meeting that was scheduled for Tuesday"."""
    token = sentence.tokens[participle]
    appointed = lexicon.load().modality.appointed
    if not matches(token.relation, ("acl",)):
        return False
    if {(token.text.lower(),), (token.lemma.lower(),)} & appointed:
        return bool(sentence.dependents(participle, "obl", "xcomp"))
    below = sentence.dependents(participle, "obl")  # "meetings that were to be held on Sunday at Camp David"
    ahead = {sentence.tokens[c].text.lower() for c in sentence.dependents(participle, "aux", "cop", "mark")} & _AHEAD
    placed = any(sentence.tokens[c].mention == "time" or sentence.tokens[c].name for c in below)
    return token.relation == "acl:relcl" and bool(ahead) and placed
