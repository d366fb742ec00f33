"""Finds the names of the knowledge base in a text, with exact character offsets.

Aho-Corasick over how all names begin, then whole names, word boundaries and case are checked and the leftmost-longest
names that do not overlap are kept. Names are case-sensitive ("US" is not "us"); an ALL-CAPS spelling is
accepted too, for headlines. Accents and typographic marks are folded one character to one, so offsets hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Set

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dragoman.actors.rows import Ambiguous, Tables


class NameMatch(msgspec.Struct, frozen=True):
    """A name in a text: `text == source[start:end]`; `kinds[i]` tells how `candidates[i]` bears the name.

    Kinds: name, adjective, demonym, capital, metonym (of a country), body, person, organisation, group,
    outlet, place.
    """

    start: int
    end: int
    text: str
    candidates: tuple[str, ...]
    kinds: tuple[str, ...]


def _fold_table() -> dict[int, str]:
    table = {ord(c): "'" for c in "‘’ʼʻ`´"}
    table |= {ord(c): " " for c in "\u00a0\u2009\u202f\n\r\t"}
    table |= {ord(c): "-" for c in "‐‑–—−"}
    table |= {ord(a): b for a, b in zip("ıłŁøØđĐðÐ", "ilLoOdDdD", strict=True)}
    for code in [*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table.setdefault(code, base)
    return table


_FOLD = _fold_table()
# Kind of a name by the part of the entry's id before the colon; states have no colon.
_KINDS = {"place": "place", "person": "person", "group": "group", "outlet": "outlet", "gov": "body"}
# Acronyms that read as everyday words inside a headline set in capitals.
_CAPS_WORDS = frozenset({"IS", "WHO", "IT", "AID", "ACT", "ALL", "AM", "AS", "AN", "SO", "TO"})
# A capitalised word right before or behind a name.
_BEFORE, _BEHIND = re.compile(r"([A-Z][\w'-]*) $"), re.compile(r" ([A-Z][\w'-]*)")
_ARTICLES = frozenset({"The", "THE"})


def fold(text: str) -> str:
    """Fold accents, typographic apostrophes, hyphens and spaces one to one; the length never changes."""
    return text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_FOLD)


def names_of(tables: Tables) -> Iterable[tuple[str, str, str]]:
    """Every (name, entry id, kind) of the tables."""
    for c in tables.countries:
        yield from ((n, c.id, "name") for n in (c.name, c.official_name, *c.aliases))
        yield from ((n, c.id, "adjective") for n in c.adjectives)
        yield from ((n, c.id, "demonym") for n in c.demonyms)
        yield (c.capital, c.id, "capital")
        yield from ((n, c.id, "metonym") for n in c.metonyms)
    for b in tables.bodies:
        yield from ((n, b.id, "body") for n in (b.name, *b.aliases))
    for p in tables.persons:
        yield from ((n, p.id, "person") for n in (p.name, *p.aliases))
    for o in tables.organisations:
        yield from ((n, o.id, "organisation") for n in (o.name, *o.aliases))
    for g in tables.groups:
        yield from ((n, g.id, "group") for n in (g.name, *g.aliases))
    for m in tables.outlets:
        yield from ((n, m.id, "outlet") for n in (m.name, *m.aliases))
    for place in tables.places:
        yield from ((n, place.id, "place") for n in (place.name, *place.aliases))


def bare(name: str) -> str:
    """A name without a leading article, folded: the form under which names are indexed.

    Before a common noun ("the coalition") the article belongs to the name.
    """
    folded = fold(name.strip())
    return folded[4:] if folded.startswith(("The ", "the ")) and not folded[4:5].islower() else folded


_STEM = 8
"""Characters of a name that the automaton looks for: it is built in a tenth of the time that whole names take."""

Stems = dict[str, tuple[int, ...]]
"""How names begin, and the lengths of those that begin so."""


def stems_of(names: Iterable[str]) -> Stems:
    """The first characters of names, with the lengths of the names, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[:_STEM], set()).add(len(name))
    return {stem: tuple(sorted(found, reverse=True)) for stem, found in lengths.items()}


class Automaton:
    """Finds whole-word, leftmost-longest occurrences of given strings; texts must be folded by `fold`.

    Args:
        names: the strings.
        stems: `stems_of` them, where they are known already.
    """

    def __init__(self, names: Collection[str], stems: Stems | None = None) -> None:
        self._names = names if isinstance(names, Mapping | Set) else frozenset(names)
        stems = stems_of(self._names) if stems is None else stems
        self._lengths, begin = list(stems.values()), list(stems)
        kind, form = MatchKind.Standard, Implementation.ContiguousNFA
        self._automaton = AhoCorasick(begin, matchkind=kind, implementation=form) if begin else None

    def all(self, folded: str) -> list[tuple[int, int, str]]:
        """(start, -end, name) of every whole-word occurrence, overlapping too, longest first."""
        if self._automaton is None or not folded:
            return []
        size = len(folded)
        found: list[tuple[int, int, str]] = []
        for which, start, _ in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and (folded[start - 1].isalnum() or folded[start - 1] == "_"):
                continue
            for length in self._lengths[which]:
                end = start + length
                if end > size or (end < size and (folded[end].isalnum() or folded[end] in "_$")):
                    continue
                if (name := folded[start:end]) in self._names:
                    found.append((start, -end, name))
        found.sort()
        return found

    def find(self, folded: str) -> list[tuple[int, int, str]]:
        """(start, end, name) in order, not overlapping; shorter names count where longer are no words."""
        result: list[tuple[int, int, str]] = []
        last = 0
        for start, minus_end, name in self.all(folded):
            if start >= last:
                last = -minus_end
                result.append((start, last, name))
        return result


def kind_of(entry: str) -> str:
    """The kind of name that an entry bears in most cases, by its id."""
    prefix, colon, _ = entry.partition(":")
    return _KINDS.get(prefix, "organisation") if colon else "name"


_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_]-)[a-z]")

# Abbreviations whose letters are written with full stops or as a word; the shortest of the latter, the longest of the former.
_LETTERS, _VOWEL = re.compile(r"[A-Z]{3,}"), re.compile(r"[AEIOU]")
_SHORTEST_WORD, _MOST_STOPPED = 4, 5
_LETTERED = frozenset({"organisation", "group", "body"})

Index = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
"""Candidates and kinds by the form of a name under which it is found."""


def index_of(tables: Tables) -> Index:
    """The names of tables, each as written and, where that is another, in capitals or with a capital behind hyphens."""
    entries: dict[str, dict[tuple[str, str], None]] = {}
    for name, entry, kind in names_of(tables):
        # "The Valley" and "The Hague" keep their article, "the Taliban" does not need it
        key = fold(name.strip()) if kind in ("capital", "place") else bare(name)
        if len(key) > 1:
            entries.setdefault(key, {})[(entry, kind)] = None
    for row in tables.ambiguous:
        # an alias that only ambiguous.csv has ("Gaza"); where all are states ("Koreas") it means several
        key, found = bare(row.alias), {(entry, kind_of(entry)): None for entry in row.ids}
        if key not in entries and any(":" in entry for entry in row.ids):
            entries[key] = found
        elif key in entries and _is_shared(row):
            # an alias that the row of one of its bearers has ("National Liberation Army"); of states ("Niger") the first is meant
            entries[key] |= {pair: None for pair in found if pair not in entries[key]}
    capitals: dict[str, dict[tuple[str, str], None]] = {}
    listed = {bare(row.alias) for row in tables.ambiguous}
    for key, found in entries.items():
        others = {other for other in (key.upper(), _capital_parts(key)) if len(other) == len(key)}
        if _LETTERS.fullmatch(key) and {kind for _, kind in found} <= _LETTERED:
            others |= {stopped(key)} if len(key) <= _MOST_STOPPED else set()
            others |= {key.title()} if key not in listed and _is_word(key, next(iter(found))[0]) else set()
        for other in others - entries.keys():
            capitals.setdefault(other, {}).update(found)
    return {
        key: (tuple(e for e, _ in found), tuple(k for _, k in found))
        for source in (entries, capitals)
        for key, found in source.items()
    }


def _capital_parts(name: str) -> str:
    """A name with a capital behind each hyphen inside a word, as some papers have it: "Moon Jae-In" for "Moon Jae-in"."""
    return _AFTER_HYPHEN.sub(lambda match: match[0].upper(), name)


def stopped(letters: str) -> str:
    """An abbreviation as some papers have it: "P.K.K."."""
    return "".join(f"{letter}." for letter in letters)


def _is_word(letters: str, entry: str) -> bool:
    """Whether papers write an abbreviation as a word, too: "Ecowas", "Unprofor"; not "PKK", nor short ones of others than bodies of states."""
    shortest = _SHORTEST_WORD if entry.startswith("igo:") else _SHORTEST_WORD + 1
    return len(letters) >= shortest and _VOWEL.search(letters) is not None


def _is_shared(row: Ambiguous) -> bool:
    """Whether all bearers of an alias are to be weighed: no states, places (`Chooser` does), outlets alone or bodies of no country."""
    prefixes = {entry.partition(":")[0] for entry in row.ids}
    return all(":" in entry for entry in row.ids) and not prefixes <= {"outlet"} | {"org"} and "place" not in prefixes


def _plain_words(tables: Tables) -> dict[str, bool]:
    """Names that are everyday words and part of others' names ("The Nation", "the West"); whether they need their article."""
    names = {n for o in tables.outlets for n in (o.name, *o.aliases)} | {a.alias for a in tables.ambiguous}
    alone = {n.strip() for n in names}
    papers = {bare(n): bare(n) not in alone for n in names if n.startswith("The ") and " " not in bare(n)}
    papers |= {
        a.alias: False for a in tables.ambiguous if a.alias.istitle() and all(i.startswith("outlet:") for i in a.ids)
    }
    quarters = [n for o in tables.organisations for n in o.aliases if n.startswith("the ") and " " not in bare(n)]
    result = papers | {bare(n): False for n in quarters}
    return result | {name.upper(): article for name, article in result.items()}


class Matcher:
    """All names of the tables as one automaton.

    Args:
        index: the names, where they are known already; else those of the tables.
        stems: how those names begin, where that is known already.
    """

    def __init__(self, tables: Tables, index: Index | None = None, stems: Stems | None = None) -> None:
        self._index = index_of(tables) if index is None else index
        self._automaton = Automaton(self._index, stems)
        plain = _plain_words(tables)
        self._plain = {n: a for n, a in plain.items() if set(self.lookup(n)[1]) <= {"outlet", "organisation"}}

    def lookup(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Candidates and kinds of exactly this name; empty tuples where the tables do not have it."""
        return self._index.get(fold(name)) or self._index.get(bare(name), ((), ()))

    def match(self, text: str) -> list[NameMatch]:
        """Names in `text`, leftmost-longest, not overlapping, in order; a possessive "'s" is left outside."""
        result: list[NameMatch] = []
        last = 0
        folded = fold(text)
        found = self._automaton.all(folded)
        for index, (start, minus_end, name) in enumerate(found):
            end = -minus_end
            if start < last or (name in _CAPS_WORDS and _in_capitals(text, start, end)):
                continue
            if self._titled(found, index) or not self._stands_alone(folded, start, end):
                continue
            result.append(NameMatch(start, end, text[start:end], *self._index[name]))
            last = end
        return result

    def stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether a word that is a name ("The National", "the West") is one here, and no part of another ("Chin National Front")."""
        return self._stands_alone(fold(text), start, end)

    def _stands_alone(self, folded: str, start: int, end: int) -> bool:
        article = self._plain.get(folded[start:end])
        if article is None:
            return True
        before, behind = _BEFORE.search(folded, max(0, start - 30), start), _BEHIND.match(folded, end)
        word = before.group(1) if before else folded[max(0, start - 4) : max(0, start - 1)].title()
        led = before is None or word in _ARTICLES or word.endswith("'s")
        if not led or (behind and not behind.group(1).lower().endswith("day") and not folded[start:end].isupper()):
            return False
        return word in _ARTICLES or not article

    def _titled(self, found: list[tuple[int, int, str]], index: int) -> bool:
        """Whether a person's name ("President Moon") runs into a fuller one ("Moon Jae-in"), which counts."""
        start, minus_end, name = found[index]
        if " " not in name or set(self._index[name][1]) != {"person"}:
            return False
        for later, minus_later, other in found[index + 1 : index + 9]:
            if later >= -minus_end:
                return False
            if later > start and minus_later < minus_end and set(self._index[other][1]) == {"person"}:
                return True
        return False


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the line around a name has other words and all of them in capitals."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    rest = text[left:start] + text[end : right if right >= 0 else len(text)]
    return rest.isupper() and sum(c.isalpha() for c in rest) > 8
