"""Whom "they" and "them" in a role stand for: several named in a row, each a participant, or nobody where they mean the talks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.actors import Resolution
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import SOMEBODY_OR_PLACE
from dragoman.coder.grammar.phrases import conjuncts, phrase_heads, preposition
from dragoman.coder.names.coordination import spelled_out, whose
from dragoman.coder.names.coreference_words import load
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.coder.names.pronouns import own_subject
from dragoman.coder.names.unnamed import is_several, subject_above
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_THEY = frozenset({"they", "them"})
_WE = frozenset({"we", "us"})
_WITH = ("with", "to")
_NEAR = 2
"""Sentences back in which a row is looked for; those that go on with "they" do not count."""
_LEAST = 2


def spread(
    sentences: Sequence[Sentence], sentence: Sentence, mentions: Mentions, candidate: Candidate, people: list[Filled],
    words: ThirdPartyWords,
) -> list[Filled]:  # fmt: skip
    """The participants, with a plural pronoun replaced by those whom it joins, each with its words; without one that means the talks.

    "Their leaders" act for those whom "their" joins.
    """
    result: list[Filled] = []
    joined: dict[str | None, str] = {}
    for filled in people:
        own = filled.mention
        if (theirs := _their(sentence, own)) is not None:
            unnamed = any(
                is_several(sentence, t) and not mentions.at(sentence, t.i).known
                for t in sentence.tokens[:theirs]
                if t.upos == "NOUN" and matches(t.relation, ("nsubj",))
            )  # "both parties will send their teams"
            row = (
                []
                if unnamed
                else row_before(sentences, sentence, theirs, mentions) or whose(sentence, mentions, own.head)
            )
            apart = row if len({m.actor for m in row} - {None}) >= _LEAST else []
            result += [_one_of(filled, member) for member in apart] or [filled]
            continue
        if not own.pronoun or own.sentence != sentence.index or own.text.lower() not in _THEY:
            result.append(filled)
            continue
        if _means_talks(sentences, sentence, filled, candidate, words):
            continue
        row = row_before(sentences, sentence, own.head, mentions)
        for member in row:
            joined[member.resolution.actor] = filled.role
            result.append(_one_of(filled, member))
        if not row:
            result.append(filled)
    return [_apart(f, joined) for f in result]


def signed_by(people: Sequence[Filled], authors: Sequence[Mention]) -> list[Filled]:
    """The participants, with a "we" or "us" of nobody known replaced by the authors of the text."""
    return [
        one
        for f in people
        for one in (
            [_one_of(f, author) for author in authors]
            if authors and f.mention.pronoun and f.mention.actor is None and f.mention.text.lower() in _WE
            else [f]
        )
    ]


def _one_of(filled: Filled, member: Mention) -> Filled:
    """A participant who is one of several, by the words that join them."""
    why = f"one of '{filled.mention.text}', '{member.text}'"
    meant = msgspec.structs.replace(member.resolution, name=member.name or member.text, why=why)
    return msgspec.structs.replace(filled, mention=msgspec.structs.replace(filled.mention, resolution=meant))


def _their(sentence: Sentence, mention: Mention) -> int | None:
    """The word "their" of those who act for several: "their leaders", "their foreign ministers", not "their allies"."""
    if mention.pronoun or mention.sentence != sentence.index:
        return None
    token = sentence.tokens[mention.head]
    if token.upos != "NOUN" or token.lemma.lower() not in load().acting or not is_several(sentence, token):
        return None
    return next(
        (c for c in sentence.dependents(mention.head, "nmod:poss") if sentence.tokens[c].text.lower() == "their"), None
    )


def _apart(filled: Filled, joined: Mapping[str | None, str]) -> Filled:
    """A pronoun in another role means none of those whom "they" joins: "Hamas and Fatah met mediators. They asked them"."""
    actor = filled.mention.resolution.actor
    if actor is None or not filled.mention.pronoun or joined.get(actor, filled.role) == filled.role:
        return filled
    unknown = Resolution(why="pronoun without antecedent")
    return msgspec.structs.replace(filled, mention=msgspec.structs.replace(filled.mention, resolution=unknown))


def row_before(sentences: Sequence[Sentence], sentence: Sentence, head: int, mentions: Mentions) -> list[Mention]:
    """Those named in a row whom a plural pronoun means: "Putin and Poroshenko met. They agreed".

    Asked are the subjects of a sentence before its other phrases, the sentence itself before earlier ones; a plural that stands
    nearer ("The rebels met him. They") is meant alone, so that nobody is joined.
    """
    above = subject_above(sentence, head, lambda at, i: mentions.at(at, i).resolution)
    if above is not None and mentions.at(sentence, above).actor is None:
        return []  # "Police said they had arrested"
    barred = own_subject(sentence, head)
    doers = [row_before(sentences, sentence, i, mentions) for i in barred if sentence.tokens[i].text.lower() == "they"]
    for other, limit in _earlier(sentences, sentence, head):
        heads = [
            i for i in phrase_heads(other)
            if i < limit and not matches(other.tokens[i].relation, ("conj", "flat")) and not (other is sentence and i in barred)
        ]  # fmt: skip
        subjects = [i for i in heads if matches(other.tokens[i].relation, ("nsubj",))]
        pair = pair_that_met(other, limit, mentions)
        for i in [*reversed(subjects), *(i for i in reversed(heads) if i not in subjects)]:
            if pair and i not in subjects:
                return [] if pair in doers else pair
            row = [m for m in _row(other, i, mentions) if m.head < limit or other is not sentence]
            if row in doers:
                continue  # "they urged them"
            if len({m.resolution.actor for m in row} - {None}) >= (_LEAST if i not in subjects else 1):
                return row  # of subjects one known is enough: "the envoy and his enemy"
            token = other.tokens[i]
            if token.mention in SOMEBODY_OR_PLACE and is_several(other, token):
                return []
        if pair and pair not in doers:
            return pair
    return []


def pair_that_met(sentence: Sentence, limit: int, mentions: Mentions) -> list[Mention]:
    """The two persons or states of whom the last main clause before a word tells that they met: "Kerry met Lavrov. They"."""
    classes = lexicon.load().classes
    verbs = [t for t in sentence.tokens[:limit] if t.upos == "VERB" and (t.head < 0 or t.relation == "conj")]
    for verb in reversed(verbs[-1:]):
        nouns = [c for c in sentence.dependents(verb.i, "obj") if sentence.tokens[c].lemma.lower() in classes["met_at"]]
        if verb.lemma.lower() not in classes["conferring"] and not nouns:
            continue
        met = [] if nouns else sentence.dependents(verb.i, "obj")
        beside = [c for i in (verb.i, *nouns) for c in sentence.dependents(i, "obl", "nmod")]
        met += [c for c in beside if preposition(sentence, c) in _WITH and c < limit]
        doers = [c for c in sentence.dependents(verb.i, "nsubj") if c < verb.i]
        both = conjuncts(sentence, doers[0]) if len(doers) == 1 and not met else []
        if len(both) == _LEAST:
            doers, met = both[:1], both[1:]
        elif (
            len(doers) != 1
            or len(met) != 1
            or len(conjuncts(sentence, doers[0])) > 1
            or len(conjuncts(sentence, met[0])) > 1
        ):
            continue
        found = [mentions.at(sentence, i) for i in (doers[0], met[0])]
        known = {m.resolution.actor for m in found} - {None}
        kinds = {"person" if m.resolution.person else m.resolution.actor_type for m in found}
        alike = kinds in ({"person"}, {"state"}) or all(m.actor == m.country for m in found)
        if len(known) == _LEAST and alike and not any(is_several(sentence, sentence.tokens[m.head]) for m in found):
            return found
    return []


def _earlier(sentences: Sequence[Sentence], sentence: Sentence, head: int) -> Iterator[tuple[Sentence, int]]:
    """The sentence up to the pronoun, then those before it."""
    yield sentence, head
    left = _NEAR
    for other in reversed(sentences[: sentence.index]):
        if not left:
            return
        yield other, len(other)
        left -= not any(t.text.lower() == "they" and matches(t.relation, ("nsubj",)) for t in other.tokens)


def _row(sentence: Sentence, head: int, mentions: Mentions) -> list[Mention]:
    """The members of a row of actors: "Putin and Poroshenko", "the leaders of Chad and Sudan", "Greek and Turkish officials"."""
    first = mentions.at(sentence, head)
    if mentions.is_ground(first) or first.sentence != sentence.index:
        return []
    heads = conjuncts(sentence, head)
    if len(heads) < _LEAST:
        token = sentence.tokens[head]
        if token.upos != "NOUN" or token.mention != "person" or not is_several(sentence, token):
            return []
        told = spelled_out(sentence, mentions, first)
        owners = (c for c in sentence.dependents(head, "nmod") if preposition(sentence, c) == "of")
        heads = next((conjuncts(sentence, c) for c in owners), [])
        if len(told) >= _LEAST or len(heads) < _LEAST:
            return told
    found = [mentions.at(sentence, i) for i in heads]
    named = all(m.known or sentence.tokens[i].mention in SOMEBODY_OR_PLACE for m, i in zip(found, heads, strict=True))
    return found if named and not any(m.pronoun for m in found) else []


def _means_talks(
    sentences: Sequence[Sentence], sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords
) -> bool:
    """Whether "they" means the talks that were the subject before: "The talks opened in Arusha. They are chaired by Mandela"."""
    token = sentence.tokens[filled.mention.head]
    if token.text.lower() != "they" or not sentence.index:
        return False
    done_to = token.head in candidate.words
    of_talks = candidate.label in group("shared_meetings") or candidate.label in group("turns_of_talks")
    if token.relation != "nsubj:pass" or not (filled.mention.resolution.actor is None or (done_to and of_talks)):
        return False
    before = sentences[sentence.index - 1]
    subjects = [s for t in before.tokens if t.head < 0 for s in before.dependents(t.i, "nsubj")]
    return any(
        before.tokens[s].lemma.lower() in words.events and is_several(before, before.tokens[s]) for s in subjects
    )
