"""Who is kept out, with the words that say so: what the rooms of this wing hand one another."""

from __future__ import annotations

import msgspec

from dragoman.coder.grammar.likewise import likewise
from dragoman.coder.grammar.phrases import names_nobody
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence
from dragoman.ontology import lexicon

ABSENT = "absent_unexplained"
WITHOUT = "without"
SET_ASIDE = "set aside"
DISCLAIMED = "disclaimed"
ABSENCE = "absence"
OVER_HEADS = "over their heads"
"""Wording of whom a deal passes over."""


class Kept(msgspec.Struct):
    """An actor kept out. `words` are those of the wording, `phrase` all words below the actor's head but those
    of its relative clauses, `beside`. `silent`: all that is told is that it was not there, which makes it no party;
    `by_choice`: it would not come."""

    mention: Mention
    mode: str
    scope: str
    words: list[int]
    wording: str
    phrase: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    silent: bool = False
    by_choice: bool = False


def add(
    found: list[Kept],
    sentence: Sentence,
    mentions: Mentions,
    i: int,
    mode: str,
    scope: str,
    words: list[int],
    wording: str,
    *,
    nobody: bool = False,
    silent: bool = False,
) -> None:
    """Note down whom a wording keeps out; `nobody`: "no officials" means all of them. `silent`: see `Kept`."""
    i = _by_name(sentence, mentions, i)
    mention = mentions.at(sentence, i)
    token = sentence.tokens[i]
    if token.lemma.lower() in lexicon.load().classes["never_guests"]:
        return
    state = mention.actor is not None and len(mention.actor) == 3 and mention.actor.isupper()
    if state and token.lemma.lower() in lexicon.load().classes["share"]:
        return  # "behind the backs of half of the country" is not the country's government
    named = token.name[2:] in ("PER", "ORG", "LOC") or token.mention in ("person", "organization")
    named = named or (token.upos == "PROPN" and token.text[:1].isupper())
    nobody = nobody or mentions.counted(sentence, mention) > 0  # "neither group" is both
    if mode == "uncovered_by_text" and token.name.endswith("LOC") and mention.actor is None:
        return  # "the truce does not cover Debaltseve", a town
    if (names_nobody(sentence, i) and not nobody) or token.mention == "time":
        return  # "in December instead of March"
    if (mention.known or mention.pronoun or named) and not any(k.mention.head == mention.head for k in found):
        found.append(Kept(mention, mode, scope, words, wording, *_phrase(sentence, i), silent))


def add_likewise(found: list[Kept], sentence: Sentence, mentions: Mentions) -> None:
    """Those of whom a short clause behind says the same: "Iran was not invited, and neither was Russia"."""
    for kept in list(found):
        for i in likewise(sentence, max([*kept.words, kept.mention.head])):
            add(found, sentence, mentions, i, kept.mode, kept.scope, kept.words, kept.wording)


def _by_name(sentence: Sentence, mentions: Mentions, i: int) -> int:
    """The name behind a common noun for the same: of "a second rebel group, the BIFF," the BIFF."""
    if sentence.tokens[i].upos != "NOUN":
        return i
    names = (c for c in sentence.dependents(i, "appos") if c > i and sentence.tokens[c].upos == "PROPN")
    return next((c for c in names if mentions.at(sentence, c).actor is not None), i)


def _phrase(sentence: Sentence, head: int) -> tuple[frozenset[int], frozenset[int]]:
    """Words of the excluded actor's phrase, and those of its clauses: "the AU, of which Morocco is a member, was kept out", "parties allied
    with the SPLA"."""
    behind = sentence.dependents(head, "acl:relcl", "acl") + [c for c in sentence.dependents(head, "amod") if c > head]
    clauses = {i for clause in behind for i in sentence.subtree(clause)}
    return frozenset(sentence.subtree(head)) - clauses, frozenset(clauses)
