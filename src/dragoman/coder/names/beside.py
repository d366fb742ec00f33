"""Who a phrase means by what stands beside it: a title in apposition, "his" before it, "from Cairo" behind it, "Minister for" before."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.grammar.classes import TOLD_BEFORE
from dragoman.coder.grammar.phrases import phrase_words, preposition
from dragoman.coder.names.at_place import may_rule, place_of, victim_at_home
from dragoman.coder.names.pronouns import SINGULAR_PERSON
from dragoman.coder.names.rebels import AGAINST, TAKEN_UP
from dragoman.coder.names.short_forms import part_of_name_there
from dragoman.coder.names.titles import bearer
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.records import Person

_OFFICES = frozenset({"minister", "ministry", "secretary", "department"})
_HALVES = frozenset({"side", "half"})
_COMPASS = frozenset({"northern", "southern", "eastern", "central"})
_ACTING = frozenset({"GOV", "MIL", "LEG", "REB", "PTY", "OPP"})
"""Sectors (PLOVER) of those who act for the country or movement that they come from."""
_RULING = frozenset({"government", "regime", "army", "military", "junta"})
_FOUGHT_FROM_ABROAD = frozenset({"ISR"})
"""States whose police and farmers are attacked by rebels of other lands."""
_NOT_ACTING = frozenset({"civil_society", "unidentified"})
"""Types (codebook 2.1) of people who belong to somebody and don't act for him: "his own people", "its captives"."""


class Beside:
    """Resolves phrases that say nothing by themselves.

    Args:
        text: the document's. published: day at which offices are looked up.
        at: who the phrase headed by a word means. resolve: who words mean in a sentence, by themselves.
        sides: nouns for those who act for a side ("delegate").
        at_home: nouns for those who are of the country that they are in ("guerrilla").
        callings: nouns for what somebody is by trade, whoever sent him ("diplomat").
    """

    def __init__(
        self, text: str, knowledge: Knowledge, published: str | None, at: Callable[[Sentence, int], Resolution],
        resolve: Callable[[str, Sentence, int], Resolution], sides: frozenset[str], at_home: frozenset[str] = frozenset(),
        callings: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self._text, self._knowledge, self._published = text, knowledge, published
        self._at, self._resolve, self._sides = at, resolve, sides
        self._at_home, self._callings = at_home, callings

    def of_ministry(self, sentence: Sentence, first: int, end: int) -> Resolution | None:
        """Whose office a phrase belongs to that by itself is an outlet's name: "Foreign Affairs" of "Minister for Foreign Affairs of Iran"."""
        before = sentence.tokens[max(0, first - 2) : first]
        if len(before) < 2 or before[1].text.lower() not in ("for", "of") or before[0].lemma.lower() not in _OFFICES:
            return None
        return self._resolve(self._text[before[0].start : end], sentence, first)

    def by_title(self, sentence: Sentence, head: int, name: str) -> Resolution | None:
        """Who a person is whom the tables don't know, by the office in apposition: "the German mediator, Gerhard Conrad", "Teresa Mendes, head
        of the Colombian delegation"."""
        token = sentence.tokens[head]
        titles = [token.head] if token.relation == "appos" and token.head >= 0 else []
        before = phrase_words(sentence, head)[0] - 1
        if before >= 0 and (token.head, token.relation) == (
            sentence.tokens[before].head,
            sentence.tokens[before].relation,
        ):
            titles.append(before)  # parsers make some names right behind their title a second object of the verb
        titles += [c for c in sentence.dependents(head, "appos") if c > head]
        for title in titles:
            office = sentence.tokens[title]
            if office.upos != "NOUN" or office.mention != "person" or office.text.lower() != office.lemma.lower():
                continue
            if bearer(sentence, title) is None:
                meant = self._at(sentence, title)
            else:  # a title that stands for the name behind it means nobody else
                start, end = sentence.slice(*phrase_words(sentence, title))
                meant = self._resolve(self._text[start:end], sentence, title)
            if meant.actor is not None:
                return msgspec.structs.replace(
                    meant, person=Person(name=name), why=f"{meant.actor}: by the office beside the name", place=None
                )
        return None

    def by_errand(self, sentence: Sentence, head: int, name: str, alone: Resolution) -> Resolution | None:
        """Who somebody is who is called by his trade and nationality before his name and by whose envoy he is behind it: "Swiss diplomat Edouard
        Brunner, the U.N. envoy"."""
        tokens = sentence.tokens
        near = (head, tokens[head].head, *(c for c in sentence.children[head] if c < head))
        if (
            alone.actor is None
            or alone.actor != alone.country
            or not any(tokens[i].lemma.lower() in self._callings for i in near)
        ):
            return None
        names = [i for i in (head, *sentence.dependents(head, "appos")) if tokens[i].name.endswith("PER")]
        for office in (c for i in names for c in sentence.dependents(i, "appos") if c > i and tokens[c].upos == "NOUN"):
            meant = self._at(sentence, office)
            if meant.actor is not None and meant.actor != meant.country and tokens[office].mention == "person":
                person = alone.person or Person(name=name)
                return msgspec.structs.replace(
                    meant, person=person, why=f"{meant.actor}: by the office behind the name"
                )
        return None

    def of_pronoun(self, sentence: Sentence, head: int, start: int, words: str) -> Resolution | None:
        """Who "his government" and "its army" are: those of whom the pronoun means; None where it means nobody known."""
        owner = next((c for c in sentence.dependents(head, "nmod:poss") if sentence.tokens[c].upos == "PRON"), None)
        if owner is None or sentence.tokens[owner].start != start:
            return None
        token = sentence.tokens[head]
        if token.lemma.lower() in _HALVES and token.text.lower() != token.lemma.lower():
            return None  # the sides of talks are not theirs who hold them
        if token.lemma.lower() == "counterpart" and (other := self._land_behind(sentence, head)) is not None:
            return other  # "his counterpart from Chad" is no Nigerian
        meant = self._speaker_before(sentence, owner) or self._at(sentence, owner)
        return self.owned(meant, words) if meant.actor is not None else None

    def _land_behind(self, sentence: Sentence, head: int) -> Resolution | None:
        """The state that a noun is said to be from."""
        behind = (c for c in sentence.dependents(head, "nmod") if preposition(sentence, c) in ("from", "of", "in"))
        found = (self._at(sentence, c) for c in behind)
        return next((r for r in found if r.actor is not None and r.actor == r.country), None)

    def of_shared_people(self, sentence: Sentence, head: int, alone: Resolution) -> Resolution | None:
        """Who "Greek" is in "Greek and Turkish Cypriots": the people that it names with the noun which both share."""
        tokens = sentence.tokens
        behind = tokens[head + 1 : head + 4]
        if len(behind) < len(("and", "Turkish", "Cypriots")) or behind[0].upos != "CCONJ" or not alone.actor:
            return None
        people = behind[2]
        of_a_people = people.upos == "PROPN" and people.text.endswith("s") and people.text[:1].isupper()
        if not of_a_people or not tokens[head].text[:1].isupper() or not behind[1].text[:1].isupper():
            return None
        first, second = (self._resolve(f"{t.text} {people.text}", sentence, head) for t in (tokens[head], behind[1]))
        together = first.actor is not None and second.actor not in (None, first.actor)
        return first if together and first.actor != alone.actor else None

    def of_pair(self, sentence: Sentence, head: int, words: str, alone: Resolution) -> Resolution | None:
        """Who "the rebels" beside "the government of Liberia" are: those of Liberia, whomever the text told of before.

        Only where nothing beside the noun says whose they are, and the government's own phrase names its state.
        """
        token = sentence.tokens[head]
        unknown_group = alone.actor is None and words[:1].isupper() and words.endswith("s")
        against = token.upos == "NOUN" and alone.sector in AGAINST
        if not (against or unknown_group) or any(w[:1].isupper() for w in words.split()[1:]):
            return None
        if any(preposition(sentence, c) for c in sentence.dependents(head, "nmod")) or sentence.dependents(
            head, "nmod:poss", "acl"
        ):
            return None
        others = [token.head] if token.relation == "conj" else sentence.dependents(head, "conj")
        # parsers tie "and the rebels" to the state of "the government of Liberia"
        others += [sentence.tokens[o].head for o in others if sentence.tokens[o].relation == "nmod"]
        for other in others:
            if sentence.tokens[other].lemma.lower() not in _RULING or not any(
                sentence.tokens[c].upos in ("PROPN", "ADJ") and sentence.tokens[c].text[:1].isupper()
                for c in sentence.dependents(other, "nmod", "amod", "compound")
            ):
                continue
            state = self._at(sentence, other).country
            if state is None or (alone.country == state and alone.actor is not None):
                continue
            if unknown_group:
                return part_of_name_there(words, state, self._knowledge)
            found = self._knowledge.resolver.resolve(words, published=self._published, context=state)
            if found.actor is not None and found.country == state:
                return msgspec.structs.replace(found, why=f"{found.actor}: beside its government")
        return None

    def of_opponent(self, sentence: Sentence, head: int, words: str, alone: Resolution) -> Resolution | None:
        """Whose "the government" beside "the Houthis" is: that of their country, wherever they meet, unless it is one that they fight."""
        token = sentence.tokens[head]
        if token.lemma.lower() not in _RULING or words.lower().removeprefix("the ") != token.text.lower():
            return None
        if any(preposition(sentence, c) == "of" for c in sentence.dependents(head, "nmod")):
            return None
        for other in [token.head] if token.relation == "conj" else sentence.dependents(head, "conj"):
            # by its own words: it may be told by this very government ("the rebels")
            start, end = sentence.slice(*phrase_words(sentence, other))
            group = self._resolve(self._text[start:end], sentence, other)
            fights = group.sector in AGAINST and (group.actor or "").startswith("group:") and group.country is not None
            if not fights or group.country == alone.country:
                continue
            if alone.actor is not None and alone.actor in self._knowledge.opponents(str(group.actor), self._published):
                continue
            return self._knowledge.entries.answer(str(group.country), f"government beside {group.actor}", 0.6)
        return None

    def without_article(self, sentence: Sentence, first: int, words: str, alone: Resolution) -> Resolution | None:
        """Who "Elders" at the beginning of a sentence are, where "The Elders" is an organisation's name: elders as such."""
        called = self._knowledge.names_of(alone.actor)[:1] if alone.actor is not None and " " not in words else ()
        led = first > 0 and sentence.tokens[first - 1].text.lower() == "the"
        return self._resolve(words.lower(), sentence, first) if called == (f"The {words}",) and not led else None

    def _speaker_before(self, sentence: Sentence, pronoun: int) -> Resolution | None:
        """The one person, known by his office alone, who is the subject above "his": "a Syrian minister said his country"."""
        if sentence.tokens[pronoun].text.lower() not in SINGULAR_PERSON:
            return None
        for verb in sentence.ancestors(pronoun):
            for subject in sentence.dependents(verb, "nsubj"):
                token = sentence.tokens[subject]
                one = token.mention == "person" and token.text.lower() == token.lemma.lower() and token.upos == "NOUN"
                if subject < pronoun and one and (found := self._at(sentence, subject)).actor is not None:
                    return found
        return None

    def owned(self, owner: Resolution, words: str, *, people: bool = False) -> Resolution | None:
        """Who a phrase with a possessive pronoun ("our delegation") is, if the pronoun means `owner`; None where that doesn't tell.

        `people`: those of a country who don't act for it are told, too.
        """
        noun = words.partition(" ")[2]
        if not noun or (not people and self._knowledge.resolver.resolve(noun).actor_type in _NOT_ACTING):
            return None
        found = self._knowledge.resolver.resolve(f"{owner.name}'s {noun}", published=self._published, known=[owner])
        if found.sector == "REB" and found.actor != owner.actor and noun.lower() in ("fighters", "militants", "gunmen"):
            return msgspec.structs.replace(owner, person=None, sector="MIL")  # "his fighters" are his, and no rebels
        return found if found.actor is not None else None

    def by_origin(self, sentence: Sentence, head: int, start: int, alone: Resolution) -> Resolution | None:
        """Who "officials from Cairo" are, where "officials" alone say nothing; None where the place behind doesn't tell.

        Of those who may act for a state or a side: growers and inspectors "from" a country do not.
        """
        if alone.sector not in _ACTING and sentence.tokens[head].lemma.lower() not in self._sides:
            return None
        for child in sentence.dependents(head, "nmod"):
            if child > head and preposition(sentence, child) == "from":
                end = sentence.slice(child, phrase_words(sentence, child)[1])[1]
                found = self._resolve(self._text[start:end], sentence, head)
                return found if found.actor is not None else None
        return None

    def by_home(self, sentence: Sentence, head: int, words: str) -> Resolution | None:
        """Who "guerrillas in Colombia" and "the authorities in Ankara" are: those of the country; None for "Western officials in Kabul", who are
        said to be another's, and where the place doesn't tell: rebels are met in any capital ("the rebels in Doha"), governments too."""
        token = sentence.tokens[head]
        if any(_is_name(sentence, c) for c in sentence.children[head] if c < head):
            return None
        if (where := place_of(sentence, head)) is not None:
            return self._of_place(sentence, head, where, words)
        if (victim := victim_at_home(sentence, head)) is not None:
            return self._of_victims(self._at(sentence, victim), words)
        if token.lemma.lower() not in self._at_home:
            return None
        for child in sentence.dependents(head, "nmod"):
            if child > head and preposition(sentence, child) == "in":
                start, end = sentence.slice(*phrase_words(sentence, child))
                state = self._resolve(self._text[start:end], sentence, child)
                if state.actor is None or state.actor != state.country:
                    return None
                found = self.owned(state, f"its {words.removeprefix('the ')}")
                place = self._knowledge.place(sentence.tokens[child].text)
                city = place is not None and place.kind in ("city", "capital")
                subject = matches(token.relation, ("nsubj",))  # not "talked to the government in Doha"
                own = found is not None and found.actor == state.actor and subject
                return None if city and not own else found
        return None

    def not_before(self, sentence: Sentence, head: int, words: str, before: Resolution) -> Resolution | None:
        """Who "rebels in Uganda" and "demonstrators in Istanbul" are after a text on others elsewhere; None where the place tells of nobody else."""
        articles = {sentence.tokens[c].text.lower() for c in sentence.dependents(head, "det")}
        if not before.why.endswith((*TAKEN_UP, "'government'")) or articles & TOLD_BEFORE:
            return None  # "the rebels in Doha" are those spoken of
        if not may_rule(sentence, head, before.country or "") and place_of(sentence, head) is not None:
            return msgspec.structs.replace(
                before, actor=None, name=words, country=None, why=f"'{words}', where another may rule"
            )
        if (where := place_of(sentence, head)) is not None:
            there = self._of_place(sentence, head, where, words)
            if there is not None and self._at_war(there.country) and not self._at_war(before.country):
                return there  # "government troops shelled Homs", after a Norwegian general
        for child in sentence.dependents(head, "nmod"):
            if child > head and preposition(sentence, child) == "in":
                place = self._knowledge.place(self._text[slice(*sentence.slice(*phrase_words(sentence, child)))])
                if place is None or not place.country or place.country == before.country:
                    return None
                return self.by_home(sentence, head, words)
        return None

    def _at_war(self, country: str | None) -> bool:
        return country is not None and self._knowledge.in_conflict(country, self._published)

    def _of_victims(self, attacked: Resolution, words: str) -> Resolution | None:
        """Who rebels are that attack those who live at home: rebels of that country."""
        state = attacked.country
        if state is None or attacked.actor != state or state in _FOUGHT_FROM_ABROAD:
            return None
        return self.owned(
            self._knowledge.entries.answer(state, "those attacked", 0.5), f"its {words.removeprefix('the ')}"
        )

    def _of_place(self, sentence: Sentence, head: int, where: int, words: str) -> Resolution | None:
        """Who "students" and "police" at a place are: those of its country."""
        start, end = sentence.slice(*phrase_words(sentence, where))
        place = self._knowledge.place(self._text[start:end], published=self._published)
        if place is None or not place.country or not may_rule(sentence, head, place.country):
            return None
        state = self._knowledge.entries.answer(place.country, "place named beside", 0.7)
        opens = sentence.tokens[0].upos in ("ADJ", "NOUN") and self._text.startswith(words, sentence.start)
        words = words[:1].lower() + words[1:] if opens else words  # "White farmers" at the head of a sentence
        return self.owned(state, f"its {words.removeprefix('the ')}", people=True)


def _is_name(sentence: Sentence, i: int) -> bool:
    """Whether a word before a noun says whose somebody is: "Western", "Hutu"; "Southern" and "Communist" do not."""
    token = sentence.tokens[i]
    if token.lemma.lower() in lexicon.load().classes["creed"] or token.text.lower() in lexicon.load().classes["creed"]:
        return False
    if token.upos not in ("ADJ", "PROPN") or not token.text[:1].isupper():
        return False
    return token.upos == "PROPN" or token.text.lower() not in _COMPASS


def tells_origin(sentence: Sentence, head: int, found: Resolution) -> bool:
    """Whether a phrase only says of what nation a person is, so that nothing later means that nation by it: "Arnault, a Frenchman,"."""
    token = sentence.tokens[head]
    described = token.relation == "appos" and token.head >= 0 and sentence.tokens[token.head].name.endswith("PER")
    article = any(sentence.tokens[c].text.lower() in ("a", "an") for c in sentence.children[head])
    return described and article and found.actor is not None and found.actor == found.country and found.person is None
