"""A city that hosts talks stands for its state, as capitals do: "Istanbul will host the next round"; where the state is a side, it hosts nobody."""

from __future__ import annotations

import msgspec

from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import HOSTS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence


def states_of_host_cities(sentence: Sentence, mentions: Mentions, people: list[Filled]) -> list[Filled]:
    """The participants, hosts that are a city as the state that it lies in; one whose state has another part only tells where."""
    result: list[Filled] = []
    for f in people:
        state = _state(sentence, mentions, f.mention) if f.role in HOSTS and f.mention.actor is None else None
        if state is None:
            result.append(f)
        elif all(o.role == f.role or o.mention.actor != state.actor for o in people):
            result = [o for o in result if o.role != f.role or o.mention.actor != state.actor]  # "Swiss"
            result.append(msgspec.structs.replace(f, mention=state))
    return result


def _state(sentence: Sentence, mentions: Mentions, mention: Mention) -> Mention | None:
    """The state of the city that a phrase names, also behind its kind: "the Turkish city of Istanbul"."""
    if mention.sentence != sentence.index or mention.pronoun:
        return None
    below = [c for c in sentence.dependents(mention.head, "nmod", "appos") if preposition(sentence, c) in ("of", None)]
    for i in (mention.head, *below):
        if sentence.tokens[i].upos != "PROPN":
            continue
        named = mention if i == mention.head else mentions.at(sentence, i)
        place = mentions.place(named.span)
        more = len(named.text.split()) > len((place.name or "").replace("-", " ").split())  # "the Toronto Cricket Club"
        if place.place is not None and place.country is not None and not more:
            return mentions.as_state(msgspec.structs.replace(named, resolution=place))
    return None
