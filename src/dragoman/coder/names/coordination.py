"""Several actors in one noun phrase: "Russian and Ukrainian negotiators" are two participants, one for each state.

Each has its own adjective or possessor as its words, the last one the noun, too; who is meant is read off the adjective with the noun.
"""

from __future__ import annotations

import msgspec

from dragoman.coder.grammar.classes import OF_STATES
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches

_LEAST = 2
ACTS = frozenset({"initiative", "effort", "mediation", "proposal", "plan", "leadership", "sponsorship"})
"""What several may do together: "a Saudi-American initiative"."""
HYPHENS = frozenset("-–‑")
_COLLECTIVE = frozenset({"police", "military", "personnel", "infantry", "artillery", "press", "media"})
"""Nouns that mean several without a plural: "Thai and Malaysian police"."""
_MADE_UP = frozenset({"delegation", "team", "mission", "group", "number", "committee", "commission"})
"""What is made up of those named behind "of": "a delegation of Saudi and Omani officials"."""


def spelled_out(sentence: Sentence, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The mentions that a phrase with coordinated adjectives or possessors stands for; the mention alone where it means one actor.

    All of them must mean somebody known, and two at least somebody different: "senior and junior officials" stay together.
    """
    head = mention.head
    if mention.pronoun or mention.sentence != sentence.index:
        return [mention]
    if mention.actor is None and (members := _members(sentence, mentions, mention)) is not None:
        several = spelled_out(sentence, mentions, members)
        return several if len(several) >= _LEAST else [mention]
    if pair := _pair(sentence, mentions, head):
        return pair
    if bodies := _joint_envoy_of(sentence, mentions, mention):
        return bodies
    if mention.actor is None and (states := mentions.states_called(sentence.tokens[head].text)):
        return [msgspec.structs.replace(mention, resolution=state) for state in states]  # "the two Koreas"
    if not _plural(sentence, head):
        return [mention]
    owners = _coordinated(sentence, head)
    if len(owners) < _LEAST:
        return [mention]
    noun = _after(sentence, owners[-1][1])
    if owners[0][0] < mention.first or noun > head:
        return [mention]
    name = mentions.name_around(sentence, owners[0][1])
    if name is not None and owners[-1][1] <= name[1]:
        return [mention]  # "Trinidad and Tobago officials"
    found: list[Mention] = []
    begin, end = owners[-1]
    for start, owner in owners:
        last = owner == end
        span = (start, mention.last if last else owner)
        who = head if last else owner
        behind = (end, head) if begin < end and not last else (noun, head)  # "Greek and Turkish Cypriot leaders"
        before = owners[0][0] if owners[0][0] < owners[0][1] < start == owner else None
        found.append(mentions.part(sentence, who, span, own=(start, owner), noun=behind, shared=before))
    actors = [m.resolution.actor for m in found]
    return found if all(actors) and len(set(actors)) >= _LEAST else [mention]


def _joint_envoy_of(sentence: Sentence, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The two bodies of states for which somebody goes who is their joint envoy, told by name or title: "Kofi Annan, the U.N.-Arab League envoy"."""
    if mention.resolution.actor_type not in OF_STATES:
        return []
    tokens = sentence.tokens
    if (
        tokens[mention.head].upos == "NOUN"
        and mention.last + 1 < len(tokens)
        and tokens[mention.last + 1].name == "B-PER"
    ):
        return []  # a title before the name, which tells the other body
    for noun in (mention.head, *sentence.dependents(mention.head, "appos", "nmod:desc", "compound")):
        if tokens[noun].upos != "NOUN":
            continue
        hyphens = [i for i in range(1, noun) if tokens[i].text in HYPHENS and tokens[i - 1].name.endswith("ORG")]
        if not hyphens or not {noun, tokens[noun].head} & {hyphens[-1], *sentence.ancestors(hyphens[-1])}:
            continue
        second = next((i for i in range(noun - 1, hyphens[-1], -1) if tokens[i].name.endswith("ORG")), hyphens[-1] + 1)
        found = [mentions.at(sentence, i).resolution for i in (hyphens[-1] - 1, second)]
        if len({r.actor for r in found}) == _LEAST and all(r.actor_type in OF_STATES for r in found):
            return [msgspec.structs.replace(mention, resolution=r) for r in found]
    return []


def _pair(sentence: Sentence, mentions: Mentions, head: int) -> list[Mention]:
    """The two of a phrase that stands for people or what they do together, told by its noun or by one of the adjectives."""
    tokens = sentence.tokens
    second = head + 2 if head + 2 < len(tokens) and tokens[head + 1].text in HYPHENS else head
    owner = tokens[second].upos in ("ADJ", "PROPN") and matches(tokens[second].relation, ("amod", "compound"))
    noun = tokens[second].head if owner and tokens[second].head > second else head
    if not (_plural(sentence, noun) or tokens[noun].lemma.lower() in _MADE_UP | ACTS):
        return []
    return hyphened(sentence, mentions, second)


def hyphened(sentence: Sentence, mentions: Mentions, head: int) -> list[Mention]:
    """The two states whose adjectives a hyphen joins before people or their act: "Franco-German mediators", "Egyptian-Qatari mediation".

    Empty where there are no such two, or where they have no people in common: "the Israeli-Palestinian border".

    Args:
        head: the noun, or the second adjective.
    """
    tokens = sentence.tokens
    near = [head, *(c for c in sentence.children[head] if c < head)]
    for second in near:
        first = second - 2
        if first < 0 or tokens[second - 1].text not in HYPHENS or tokens[first].end < tokens[second - 1].start:
            continue  # "SANAA - Omani mediators": the dash of a dateline
        names = [tokens[i] for i in (first, second)]
        if not all(t.text[:1].isupper() and t.upos in ("ADJ", "PROPN") for t in names):
            continue
        whole = mentions.name_around(sentence, first)
        if (whole is not None and whole[1] >= second) or mentions.is_name(" ".join(t.text for t in names)):
            continue  # "Guinea-Bissau", "Greek-Cypriot"
        noun = head if head != second else max(tokens[second].head, second)
        found = [mentions.part(sentence, i, (i, i), own=(i, i), noun=(noun, noun)) for i in (first, second)]
        states = {m.resolution.actor for m in found if m.resolution.actor == m.resolution.country} - {None}
        if len(states) == _LEAST:
            if noun == head:
                found[1] = mentions.part(sentence, noun, (second, noun), own=(second, second), noun=(noun, noun))
            return found
    return []


def _members(sentence: Sentence, mentions: Mentions, mention: Mention) -> Mention | None:
    """Those of whom a delegation or team is made up, inside its phrase."""
    if sentence.tokens[mention.head].lemma.lower() not in _MADE_UP:
        return None
    for child in sentence.dependents(mention.head, "nmod"):
        if mention.head < child <= mention.last and preposition(sentence, child) == "of":
            members = mentions.at(sentence, child)
            return members if members.head == child else None
    return None


def _plural(sentence: Sentence, head: int) -> bool:
    token = sentence.tokens[head]
    return token.upos == "NOUN" and (token.text.lower() != token.lemma.lower() or token.lemma.lower() in _COLLECTIVE)


def _coordinated(sentence: Sentence, head: int) -> list[tuple[int, int]]:
    """First and last word of each adjective or possessor before a noun, where "and" or commas alone stand between them.

    Told by the order of words: parsers tie the second and the third adjective now to the noun, now to the one before.
    """
    tokens = sentence.tokens
    near = [
        c for c in sentence.children[head] if c < head and matches(tokens[c].relation, ("amod", "compound", "nmod"))
    ]
    joined = {w for c in near if tokens[c].text[:1].isupper() for w in conjuncts(sentence, c) if w < head}
    beside = {
        c for w in joined for c in sentence.children[w] if w < c < head and matches(tokens[c].relation, ("amod",))
    }
    words = sorted(joined | {c for c in beside if tokens[c].text[:1].isupper()})
    owners: list[tuple[int, int]] = []
    for word in words:
        if not tokens[word].text[:1].isupper():
            return []
        below = (i for c in sentence.children[word] if _modifies(sentence, c, word) for i in sentence.subtree(c))
        first = min([word, *(i for i in below if tokens[i].upos not in ("CCONJ", "PUNCT"))])
        if owners and first <= owners[-1][1] + 1:
            owners[-1] = (owners[-1][0], word)  # "North Korean", however it is tied
            continue
        between = tokens[owners[-1][1] + 1 : first] if owners else []
        if any(t.upos not in ("CCONJ", "PART", "DET") and t.text != "," for t in between):
            return []
        owners.append((first, word))
    tied = owners and any(tokens[k].upos == "CCONJ" for k in range(owners[0][1], owners[-1][0]))
    return owners if tied else []


def _modifies(sentence: Sentence, child: int, word: int) -> bool:
    """Whether a dependent is part of the adjective or name before it: "South" of "South Korean"."""
    return child < word and matches(sentence.tokens[child].relation, ("amod", "compound", "flat", "nmod"))


def _after(sentence: Sentence, owner: int) -> int:
    """First word of the noun behind the last owner: what stands between is its "'s"."""
    at = owner + 1
    while at < len(sentence) and sentence.tokens[at].upos == "PART":
        at += 1
    return at


def list_of(sentence: Sentence, head: int, heads: set[int]) -> int:
    """First word of the coordination that a phrase belongs to; the noun of "US and Saudi mediators" and of "the leaders of Mali and Niger"."""
    tokens = sentence.tokens
    while True:
        token = tokens[head]
        shared = matches(token.relation, ("amod", "compound", "nmod")) and token.head in heads and token.head > head
        if not shared and head + 2 < len(tokens) and tokens[head + 1].text in HYPHENS:  # "Franco-German mediators"
            noun = tokens[head + 2].head if matches(tokens[head + 2].relation, ("amod", "compound")) else -1
            if noun in heads and noun > head:
                return list_of(sentence, noun, heads)
        shared = shared or (
            token.head in heads and token.relation == "nmod" and preposition(sentence, head) in ("of", "from")
        )
        if token.head < 0 or not (token.relation == "conj" or shared):
            return head
        head = token.head


def whose(sentence: Sentence, mentions: Mentions, noun: int) -> list[Mention]:
    """The two whose talks "their talks" are: the persons, else the states and groups, named last before; none where these are not two.

    Each has the pronoun as its words.
    """
    pronoun = next((c for c in sentence.children[noun] if sentence.tokens[c].text.lower() == "their"), None)
    if pronoun is None:
        return []
    here = mentions.named_before(sentence, pronoun)
    for named in (here, [*mentions.named_before(sentence, pronoun, 1), *here]):
        persons = {m.resolution.actor: m for m in named if m.resolution.person and m.resolution.actor}
        actors = {m.resolution.actor: m for m in named if m.resolution.actor and not m.resolution.person}
        for found in (list(persons.values())[-_LEAST:], list(actors.values())):
            if len(found) == _LEAST:
                own = mentions.at(sentence, pronoun)
                return [
                    msgspec.structs.replace(
                        own, resolution=msgspec.structs.replace(m.resolution, why=f"pronoun for '{m.text}'")
                    )
                    for m in found
                ]
    return []
