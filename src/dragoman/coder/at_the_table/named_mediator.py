"""The mediator of talks whom the sentence calls so elsewhere: "the talks ended without a deal, said the mediator, Oscar Arias"."""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import TIED, Filled
from dragoman.coder.draft.roles import MEDIATORS, THIRD_PARTIES
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology import group

_NO_MORE = frozenset({"former", "ex", "new", "next", "previous", "would-be", "rival"})
_NEAR = ("appos", "nmod:desc")


def with_named_mediator(
    sentence: Sentence, mentions: Mentions, candidate: Candidate, kept: list[Filled], words: ThirdPartyWords
) -> list[Filled]:
    """The participants of mediated talks, with the one known actor whom the sentence calls "the mediator" where no third party is told."""
    mediated = candidate.label in group("talks_of_parties") - {"direct_negotiation"}
    if not mediated or any(f.role in THIRD_PARTIES for f in kept):
        return kept
    found: dict[str, Filled] = {}
    for token in sentence.tokens:
        role = words.functions.get(token.text.lower())  # the singular
        below = [sentence.tokens[c] for c in sentence.children[token.i]]
        if (
            role not in MEDIATORS
            or not any(t.text.lower() == "the" for t in below)
            or _NO_MORE & {t.lemma.lower() for t in below}
        ):
            continue
        names = [t.i for t in below if t.relation in _NEAR] + ([token.head] if token.relation in _NEAR else [])
        for i in names:
            mention = mentions.at(sentence, i)
            if mention.actor is not None and sentence.tokens[i].upos == "PROPN":
                found[mention.actor] = Filled(mention, role, 1.0, f"{TIED} 'the {token.text}'")
    taken = {f.mention.actor for f in kept}
    return [*kept, *found.values()] if len(found) == 1 and not taken & set(found) else kept
