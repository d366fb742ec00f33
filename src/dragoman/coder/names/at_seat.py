"""Whose a government, ministry or movement is by the city or country that the sentence puts it in: "In Conakry, the government denied it"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.actors import Knowledge, Resolution
from dragoman.actors.resolution import STATE_SECTORS
from dragoman.actors.words import HELD_BY_ANOTHER
from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.coder.names.home import Home
from dragoman.coder.names.short_forms import part_of_name_there
from dragoman.language.parse import Sentence, matches
from dragoman.text.dateline import dateline

_MOVEMENTS = frozenset({"REB", "SEP", "INS", "OPP", "PTY"})
_OWN = frozenset({"government", "army", "military", "junta"})
_INSTITUTIONS = frozenset(
    {"ministry", "presidency", "parliament", "senate", "assembly", "cabinet", "council", "congress", "court", "office"}
)
"""Nouns for what has its seat where it is said to be; a government may be met in any capital ("the government in Doha")."""
_SITS = frozenset({"meet", "convene", "sit", "gather"})
_ALONE = ("context", "earlier", "ambiguous", "nobody named", "not in the tables")
"""Words of reasons by which nothing in the phrase itself tells whose somebody is."""


class AtSeat:
    """Resolves phrases that only their place tells.

    Args:
        context: the words by which bare nouns are told (`opening`).
        owned: who a phrase with a possessive pronoun is, if the pronoun means that state.
        of_talks: words for talks, mediation and truces.
    """

    def __init__(
        self, text: str, knowledge: Knowledge, published: str | None, context: str | None,
        owned: Callable[[Resolution, str], Resolution | None], sentences: Sequence[Sentence], of_talks: frozenset[str],
    ) -> None:  # fmt: skip
        self._text, self._knowledge, self._published, self._owned = text, knowledge, published, owned
        line = dateline(text)
        told = line.place if line is not None and line.place is not None and line.place in (context or "") else None
        desk = self._seat(told) if told else None
        named = {c for m in knowledge.match(context or "") for c in m.candidates if c in knowledge.entries.countries}
        desk_of = self._in_state(line.place) if line is not None and line.place is not None else None
        self._home = Home(sentences, knowledge, desk_of, of_talks)
        self._desk = desk if desk is not None and named <= {desk} else None
        self._fought_over = frozenset(knowledge.conflict_countries(context or "", published=published))

    def of(self, sentence: Sentence, head: int, words: str, alone: Resolution) -> Resolution | None:
        """Who a phrase means by its place; None where no place tells, or the phrase itself does."""
        body = self._of_body(sentence, head, words, alone)
        if body is not None:
            return body
        place = _before_clause(sentence, head)
        if not _is_open(alone):
            return None
        if place is not None:
            return self._there(sentence, head, place, words, alone)
        return self._at_home(sentence, words, alone) or self._at_desk(words, alone)

    def _at_home(self, sentence: Sentence, words: str, alone: Resolution) -> Resolution | None:
        state = self._home.means(sentence, words, alone)
        if state is None or not self._may_rule(words, state):
            return None
        owner = self._knowledge.entries.answer(state, "dateline of a report on it", 0.5)
        found = self._owned(owner, f"its {_without_article(words)}")
        return found if found is not None and found.country == state else None

    def _may_rule(self, words: str, state: str) -> bool:
        """Whether a body may be a state's: "the junta" in a report from Paris is not France's."""
        return "junta" not in words.lower().split() or self._knowledge.entries.may_have_junta(state)

    def _at_desk(self, words: str, alone: Resolution) -> Resolution | None:
        """Whose "a government spokesman" is in a report from a capital ("KIGALI -") whose opening names no other country."""
        bare = _without_article(words)
        minister = alone.person is not None and (alone.person.office or "").endswith("minister")
        own = bare.partition(" ")[0].lower() in _OWN and not any(w[:1].isupper() for w in bare.split()[1:])
        if self._desk is None or alone.actor is not None or alone.sector not in STATE_SECTORS or not (own or minister):
            return None
        if not self._may_rule(bare, self._desk):
            return None
        found = self._owned(self._knowledge.entries.answer(self._desk, "dateline", 0.5), f"its {bare}")
        return found if found is not None and found.actor == self._desk else None

    def _of_body(self, sentence: Sentence, head: int, words: str, alone: Resolution) -> Resolution | None:
        """Whose "the presidency in Kinshasa" is, and the "National Security Council" that "met in Islamabad"."""
        own = alone.actor is not None and alone.actor.startswith("gov:")  # the American Senate
        named = own or (alone.why.startswith("gov:") and alone.actor == alone.country)
        institution = alone.sector in STATE_SECTORS and sentence.tokens[head].lemma.lower() in _INSTITUTIONS
        if alone.person is not None or not (named or (alone.actor is None and institution)):
            return None
        token = sentence.tokens[head]
        above = [head, *((token.head,) if self._sits(sentence, head) else ())]
        for child in (c for i in above for c in sentence.dependents(i, "nmod", "obl")):
            if child > head and preposition(sentence, child) == "in":
                start, end = sentence.slice(*phrase_words(sentence, child))
                state = self._seat(self._text[start:end])
                found = self._knowledge.resolve(f"{words} in {self._text[start:end]}", published=self._published)
                if state is not None and found.actor is not None and found.country == state != alone.country:
                    return found
        return None

    def _sits(self, sentence: Sentence, head: int) -> bool:
        token = sentence.tokens[head]
        verb = sentence.tokens[token.head] if token.head >= 0 else None
        return verb is not None and matches(token.relation, ("nsubj",)) and verb.lemma.lower() in _SITS

    def _there(self, sentence: Sentence, head: int, place: int, words: str, alone: Resolution) -> Resolution | None:
        start, end = sentence.slice(*phrase_words(sentence, place))
        name = self._text[start:end]
        state, country = self._seat(name), self._country(name)
        at_war = country is not None and self._knowledge.in_conflict(country, self._published)
        if alone.sector in STATE_SECTORS:
            joined = sentence.tokens[head].relation == "conj" or sentence.dependents(head, "conj")
            if (
                state is None
                or (joined and not at_war)
                or (alone.actor is not None and alone.actor in self._fought_over)
            ):
                return None  # "In Nairobi, the government and the rebels met": those of the conflict told of
            owner = self._knowledge.entries.answer(state, "place before the clause", 0.6)
            found = self._owned(owner, f"its {_without_article(words)}")
            return found if found is not None and found.country == state else None
        if country is None or not at_war:
            return None
        found = part_of_name_there(words, country, self._knowledge)
        found = found or self._knowledge.resolve(words, published=self._published, context=country)
        movement = found.sector in _MOVEMENTS and found.actor is not None and found.country == country
        return found if movement and alone.country != country else None

    def _seat(self, name: str) -> str | None:
        """The state whose capital, or which itself, a place is."""
        place = self._knowledge.place(name, published=self._published)
        return place.country if place is not None and place.kind in ("capital", "country") else None

    def _in_state(self, name: str) -> str | None:
        """The state that a place lies in, but for lands where others rule."""
        place = self._knowledge.place(name, published=self._published)
        return place.country if place is not None and place.country not in HELD_BY_ANOTHER else None

    def _country(self, name: str) -> str | None:
        place = self._knowledge.place(name, published=self._published)
        return place.country if place is not None and place.kind == "country" else None


def _is_open(alone: Resolution) -> bool:
    """Whether a phrase says nothing by itself of whose it is."""
    return alone.actor is None or any(word in alone.why for word in _ALONE)


def _before_clause(sentence: Sentence, head: int) -> int | None:
    """The name after "In" at the beginning of a sentence, behind which a comma and the clause stand of which a phrase is subject."""
    tokens = sentence.tokens
    top = head
    while tokens[top].relation == "conj":
        top = tokens[top].head
    if not matches(tokens[top].relation, ("nsubj", "nsubj:pass")) or tokens[top].head < 0:
        return None
    for child in sentence.dependents(tokens[top].head, "obl"):
        first, last = phrase_words(sentence, child)
        behind = last + 1
        if first == 1 and tokens[0].text == "In" and tokens[child].upos == "PROPN" and behind < len(tokens):
            return child if tokens[behind].text == "," and behind < head else None
    return None


def _without_article(words: str) -> str:
    """A phrase without its article: "the government"."""
    article, _, rest = words.partition(" ")
    return rest if article.lower() in ("the", "a", "an") and rest else words
