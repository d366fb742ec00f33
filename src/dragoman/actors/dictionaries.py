"""Answers from dictionaries in PETRARCH's form, asked only where the tables know nobody.

The tables win: a name, office or role noun that they know is answered by them. A dictionary is asked for what is
left: the whole phrase first, then a name that ends it, then the agent noun at its head. A code counts at its dates
only; at a date that none of a name's codes covers, nobody is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from dragoman.actors.cameo import ETHNIC, RELIGIOUS, Meaning, meaning
from dragoman.actors.matcher import NameMatch, fold
from dragoman.actors.petrarch import Agent, DatedCode, Dictionary, DictionaryActor, Lost
from dragoman.actors.resolution import STATE_SECTORS, Entries, Resolution, of_kind, slug
from dragoman.actors.rows import Role

NAME_CONFIDENCE, AGENT_CONFIDENCE = 0.6, 0.4
"""Below every answer of the tables for a whole name: the dictionaries date from 2014 and were not checked by us."""

_WORD = re.compile(r"[^\W_]+(?:[.'&-][^\W_]+)*\.?")
_LEADING = re.compile(r"(?i)^(the|a|an|some|its|his|her|their|our)\s+")
_ARMED = frozenset({"REB", "SEP", "INS", "UAF", "PAR", "IMG"})
# What follows is not the head of the phrase.
_JOINT = re.compile(r"(?:,|;|\(| of | from | in | for | by | to | with | at | on | and | or | who | that )")


class Resolves(Protocol):
    """What says who is meant: the resolver of the tables."""

    def resolve(
        self,
        phrase: str,
        *,
        published: str | None = None,
        context: str | None = None,
        known: Sequence[Resolution] = (),
        place_role: bool = False,
    ) -> Resolution:
        """See `Resolver.resolve`."""


class DictionaryNames:
    """The names and agents of dictionaries, looked up by their words.

    Attributes:
        lost: what reading lost, and entries whose codes say nothing that is known.
        n_names, n_agents: how many names, and how many forms of agent nouns, can be looked up.
    """

    def __init__(self, dictionary: Dictionary, entries: Entries) -> None:
        self._entries = entries
        self._actors: dict[str, tuple[DictionaryActor, ...]] = {}
        self._sizes: dict[str, set[int]] = {}
        lost = list(dictionary.lost)
        for actor in dictionary.actors:
            lost.extend(self._unknown(actor))
            for name in actor.names:
                lost.extend(self._add(name, actor))
        self._agents: dict[str, Agent] = {}
        for agent in dictionary.agents:
            if meaning(agent.code, entries.countries) is None:
                lost.append(Lost(agent.file, agent.line, agent.forms[0], f"code [{agent.code}] is not known"))
                continue
            for form in agent.forms:
                first = self._agents.setdefault(form, agent)
                if first.code != agent.code:
                    why = f"the noun has the code [{first.code}] already, not [{agent.code}]"
                    lost.append(Lost(agent.file, agent.line, form, why))
        self.lost = tuple(lost)
        self.n_names, self.n_agents = len(self._actors), len(self._agents)

    def _unknown(self, actor: DictionaryActor) -> Iterator[Lost]:
        for code in actor.codes:
            if code.code.strip("-") and self._meaning(code, actor) is None:
                yield Lost(actor.file, actor.line, actor.names[0], f"code [{code.code}] is not known")

    def _add(self, name: str, actor: DictionaryActor) -> Iterator[Lost]:
        """Index a name; of two entries that share one, the first code without dates counts."""
        words = _words(name)
        key = " ".join(words)
        if len(key) < 2:
            yield Lost(actor.file, actor.line, name, "the name has no two letters")
            return
        before = self._actors.get(key, ())
        held = {code for other in before for code in other.codes}
        if before and held >= set(actor.codes):
            return
        undated = next((c.code for c in held if not c.start and not c.end), None)
        own = next((c.code for c in actor.codes if not c.start and not c.end), None)
        if undated and own and own != undated:
            yield Lost(actor.file, actor.line, name, f"the name has the code [{undated}] already, not [{own}]")
        self._actors[key] = (*before, actor)
        self._sizes.setdefault(words[0], set()).add(len(words))

    def _meaning(self, code: DatedCode, actor: DictionaryActor) -> Meaning | None:
        group = ETHNIC if "Ethnic" in actor.file else RELIGIOUS if "Religious" in actor.file else None
        return meaning(code.code, self._entries.countries, group_codes=group)

    # -- names in a text ----------------------------------------------------------------------------------

    def match(self, text: str, taken: Sequence[NameMatch] = ()) -> list[NameMatch]:
        """Capitalised names of the dictionaries in a text that do not overlap those of the tables, in order."""
        found: list[NameMatch] = []
        folded = fold(text)
        words = list(_WORD.finditer(folded))
        keys = [_key(w.group()) for w in words]
        spans = [(m.start, m.end) for m in taken]
        index = 0
        while index < len(words):
            sizes = self._sizes.get(keys[index]) if folded[words[index].start()].isupper() else None
            size = self._longest(keys, index, sizes) if sizes else 0
            if size and _capitalised(folded, words[index : index + size]):
                start, end = words[index].start(), words[index + size - 1].end()
                if folded[end - 1] == "." and "." not in folded[start : end - 1]:
                    end -= 1
                if all(end <= a or start >= b for a, b in spans):
                    actor = self._actors[" ".join(keys[index : index + size])][0]
                    found.append(NameMatch(start, end, text[start:end], (self._id(actor),), (self._kind(actor),)))
                index += size
            else:
                index += 1
        return found

    def _longest(self, keys: list[str], index: int, sizes: set[int]) -> int:
        for size in sorted(sizes, reverse=True):
            if " ".join(keys[index : index + size]) in self._actors and index + size <= len(keys):
                return size
        return 0

    def _id(self, actor: DictionaryActor) -> str:
        return f"petrarch:{slug(actor.names[0])}"

    def _kind(self, actor: DictionaryActor) -> str:
        said = self._meaning(actor.codes[0], actor)
        if said is not None and said.sector in _ARMED:
            return "group"
        return "person" if any(c.start or c.end for c in actor.codes) else "organisation"

    # -- who is meant -------------------------------------------------------------------------------------

    def answer(self, phrase: str, published: str | None, before: Resolution) -> Resolution | None:
        """Who a phrase means, None where no dictionary has it.

        Args:
            published: ISO date at which codes are looked up; None takes the code without dates, else the latest.
            before: what the tables could say: a country beside an agent noun, the name of a person.
        """
        head = _JOINT.split(_LEADING.sub("", phrase.strip(), count=1), maxsplit=1)[0]
        for text in dict.fromkeys((_LEADING.sub("", phrase.strip(), count=1), head)):
            words = _words(text)
            found = self._actors.get(" ".join(words))
            if found and text[:1].isupper():
                return self._named(found, text, published, before)
        words, spelled = _words(head), [w.group() for w in _WORD.finditer(fold(head))]
        for start in range(1, len(words)):
            found = self._actors.get(" ".join(words[start:]))
            if found and len(words) - start > 1 and spelled[start][:1].isupper():
                return self._named(found, " ".join(spelled[start:]), published, before)
        if before.sector is not None:
            return None
        for start in range(len(words)):
            agent = self._agents.get(" ".join(words[start:]).lower())
            if agent is not None:
                return self._sort(agent, " ".join(spelled[start:]).lower(), before)
        return None

    def _named(
        self, found: Sequence[DictionaryActor], text: str, published: str | None, before: Resolution
    ) -> Resolution:
        code = code_at([code for actor in found for code in actor.codes], published)
        actor = next((a for a in found if code in a.codes), found[0])
        where = f"{actor.file}, line {actor.line}"
        if code is None:
            return msgspec.structs.replace(before, actor=None, confidence=0.0, why=f"{where}: no code at the date")
        said = self._meaning(code, actor)
        why = f"{where}: [{code.code}]"
        if said is None:
            return Resolution(person=before.person, why=f"{why} names no actor")
        person = before.person
        someone = person is not None or any(c.start or c.end for c in actor.codes)
        entry, name = None, None
        if said.body in self._entries.organisations:
            entry, name = said.body, self._entries.name(str(said.body))
        elif said.sector in STATE_SECTORS and said.country:
            entry, name = said.country, self._entries.name(said.country)
        elif said.sector and not someone and said.sector not in (ETHNIC, "ELI"):
            prefix = "group:" if said.sector in _ARMED else "igo:" if said.sector == "IGO" else "org:"
            entry = prefix + "-".join(w for w in ((said.country or "").lower(), slug(text)) if w)
            name = " ".join(text.split())
        return Resolution(
            actor=entry,
            name=name,
            actor_type=said.actor_type,
            country=said.country or self._entries.country_of(entry or ""),
            sector=said.sector,
            person=person,
            why=why,
            confidence=NAME_CONFIDENCE if entry else AGENT_CONFIDENCE,
        )

    def _sort(self, agent: Agent, noun: str, before: Resolution) -> Resolution:
        said = meaning(agent.code, self._entries.countries)
        assert said is not None  # others are lost at loading
        why = f"{agent.file}, line {agent.line}: [{agent.code}]"
        plural = noun if noun != agent.forms[0] else agent.forms[-1]
        role = Role(agent.forms[0], plural, said.sector or "", said.actor_type or "", "", "yes", agent.file)
        if before.country is None or said.sector is None:
            return of_kind(role, why, before.country, person=before.person)
        answer = self._entries.of_country(before.country, role, why, AGENT_CONFIDENCE)
        return msgspec.structs.replace(answer, person=before.person)


def code_at(codes: Sequence[DatedCode], published: str | None) -> DatedCode | None:
    """The code that counts at a date: the first whose dates hold it, else the one without dates, else None.

    Without a date the one without dates, else the one that ends last.
    """
    undated = next((c for c in codes if not c.start and not c.end), None)
    if published is None:
        return undated or max(codes, key=lambda c: c.end or "9999", default=None)
    at = published[:10]
    # "2015" and "2015-06" hold where any of their days does
    for code in codes:
        if (code.start or code.end) and code.start[: len(at)] <= at and (not code.end or at <= code.end[: len(at)]):
            return code
    return undated


class WithDictionaries:
    """A resolver that asks the tables first, and the dictionaries where these know nobody."""

    def __init__(self, tables: Resolves, names: DictionaryNames, entries: Entries) -> None:
        self._tables, self._names, self._entries = tables, names, entries

    def resolve(
        self,
        phrase: str,
        *,
        published: str | None = None,
        context: str | None = None,
        known: Sequence[Resolution] = (),
        place_role: bool = False,
    ) -> Resolution:
        """Who is meant by `phrase`; see `Resolver.resolve`."""
        answer = self._tables.resolve(phrase, published=published, context=context, known=known, place_role=place_role)
        if place_role or self._settled(answer):
            return answer
        return self._names.answer(phrase, published, answer) or answer

    def _settled(self, answer: Resolution) -> bool:
        """Whether a row of the tables answered, or a rule that no dictionary may overrule."""
        if answer.actor is not None:
            return not answer.why.startswith("new name")
        row = answer.why.partition(": ")[0]
        return row in self._entries.persons or answer.why.startswith(("pronoun", "several", "empty", "'"))
        # "'Moon' is ambiguous here": the tables know the name, and it stays open


def _words(text: str) -> list[str]:
    return [_key(w.group()) for w in _WORD.finditer(fold(text))]


def _key(word: str) -> str:
    """A word as it is looked up: capitals, hyphen and points as in either spelling ("KI-MOON", "U.N.")."""
    return word.upper().replace(".", "").replace("-", " ").removesuffix("'S")


def _capitalised(folded: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether all longer words of a name are capitalised: "the rebel army" is no name."""
    return all(folded[w.start()].isupper() or not w.group()[:1].isalpha() or len(w.group()) < 4 for w in words)
