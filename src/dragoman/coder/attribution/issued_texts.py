"""Texts that speak for themselves: what a communique says counts as told by the document (codebook 1.3 `document_text`, 2.4)."""

from __future__ import annotations

from dragoman.coder.grammar.classes import BODIES_OF_STATES
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

_FROM = frozenset({"of", "by", "from"})


def speaks_for_all(sentence: Sentence, mention: Mention, mentions: Mentions) -> bool:
    """Whether a document that is told to say something is more than the word of one side.

    An agreement or resolution is; a communique or declaration where the words name no single state or group that issued it. Reports,
    letters, drafts and statements of somebody are not.
    """
    source_words = lexicon.load().source_words
    told = mention.head
    if mention.sentence != sentence.index:
        return False
    lemma = sentence.tokens[told].lemma.lower()
    before = sentence.tokens[told - 1].text.lower() if told else ""
    if {lemma, f"{before} {lemma}"} & source_words.agreed_texts:
        return True
    if lemma not in source_words.issued_texts:
        return False
    issuers = [
        *range(mention.first, told),
        *(c for c in sentence.dependents(told, "nmod") if preposition(sentence, c) in _FROM),
    ]
    return not any(_is_one_side(mentions.at(sentence, i)) for i in issuers)


def _is_one_side(issuer: Mention) -> bool:
    found = issuer.resolution
    return found.actor_type is not None and found.actor_type not in BODIES_OF_STATES and found.place is None
