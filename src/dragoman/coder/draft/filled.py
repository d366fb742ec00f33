"""Participants while a mention is put together: a noun phrase in a role, and each actor once in it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.actors.resolution import STATE_SECTORS
from dragoman.actors.words import ABBREVIATED_TITLES
from dragoman.coder.draft.roles import FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import ARMED, POSSESSIVES, WITHIN_NAME
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.titles import is_title
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon
from dragoman.records import Participant

TIED = "tied to the event by"
"""Beginning of the rule of third parties that the wording names."""
_ASKING = frozenset({"who", "whom", "what", "which"})
_ALL = 2
"""Parties known by name beside which "the two sides" are nobody else."""


class Filled(msgspec.Struct):
    """A noun phrase in a role. `probability` is the model's, or 1 where a rule alone decided."""

    mention: Mention
    role: str
    probability: float
    rule: str


def one_part(sentence: Sentence, kept: list[Filled], words: ThirdPartyWords) -> list[Filled]:
    """Without what tells a participant again.

    A third party that the wording names has one role, and is no party by its name alone; a title is no second actor beside the name;
    "the two sides" are those that are named.
    """
    named = {f.mention.resolution.actor for f in kept if f.rule.startswith(TIED) and f.mention.resolution.actor}
    chairing = {f.mention.resolution.actor for f in kept if f.rule != "model" and f.role in MEDIATORS} - {None}
    sides = {f.mention.resolution.actor for f in kept if f.role == "party" and f.mention.resolution.actor}

    def again(f: Filled) -> bool:
        token = sentence.tokens[f.mention.head]
        if (
            f.role == "party"
            and f.mention.resolution.actor is None
            and token.text.lower() in POSSESSIVES
            and len(sides) >= _ALL
        ):
            return True  # "suspended their talks": those who did
        if f.role == "party" and f.mention.resolution.actor is None and len(sides) >= _ALL:
            met = preposition(sentence, token.i) == "with"  # "their talks with the two sides" are of two others
            return token.lemma.lower() in words.sides and token.text.lower() != token.lemma.lower() and not met
        if f.role == "convener" and f.rule == "model" and f.mention.resolution.actor in chairing:
            return True  # "the session was chaired by Guldimann of the OSCE"
        if f.mention.resolution.actor not in named or f.rule != "model":
            return False
        return f.role in FINER or (f.role == "party" and token.upos == "PROPN")

    once = [f for f in kept if not again(f) and not _is_no_name(sentence, f)]
    _title_and_name_alike(sentence, once, words)
    once = [f for f in once if not any(_abbreviates(sentence, f, o) or _stands_before(sentence, f, o) for o in once)]
    once = [f for f in once if not any(_is_title_of(sentence, f, o, words) or _describes(sentence, f, o) for o in once)]
    once = without_kinds(sentence, once)
    once = [f for f in once if not _tells_nationality(sentence, f.mention)]
    once = [f for f in once if not any(_is_home_of(sentence, f, o) for o in once)]
    once = [f for f in once if not any(_names_mediator(sentence, f, o) for o in once)]
    once = [f for f in once if not any(_is_of(sentence, f, o, words) for o in once)]
    once = [f for f in once if not any(_comes_from(sentence, f, o, words) for o in once)]
    once = [f for f in once if not _is_the_doer(f, once)]
    return [f for f in once if f.mention.resolution.actor or len(_members(sentence, f, once)) < _ALL]


def _title_and_name_alike(sentence: Sentence, people: list[Filled], words: ThirdPartyWords) -> None:
    """Give the title and the name of one person one role, the one that the wording gives or else the surer: "the governor, Haji Daud,"."""
    here = [f for f in people if f.mention.sentence == sentence.index and not f.mention.pronoun]
    for title in here:
        for name in here:
            if title.role == name.role or not is_title(sentence, title.mention.head, name.mention.head):
                continue
            told = max(title, name, key=lambda f: (f.rule.startswith(TIED), f.rule != "model", f.probability))
            envoy = sentence.tokens[title.mention.head].lemma.lower() in words.delegates
            if told.role == "host" and told.rule == "model" and envoy:
                told = name if told is title else title  # no envoy is at home where he meets others
            for f in (title, name):
                f.role, f.rule = told.role, told.rule


def _is_no_name(sentence: Sentence, f: Filled) -> bool:
    """Whether an entry is a title without its name ("H.E." of "H.E. William Ruto"), or asks for somebody ("Who mediated?")."""
    if f.mention.sentence != sentence.index:
        return False
    words = [t.text.lower() for t in sentence.tokens[f.mention.first : f.mention.last + 1]]
    before = " ".join(t.text.lower() for t in sentence.tokens[max(0, f.mention.first - 3) : f.mention.first])
    if words == ["government"] and before == "of state and":
        return True  # "a summit of heads of state and government"
    return all(w.rstrip(".") in ABBREVIATED_TITLES for w in words) or (len(words) == 1 and words[0] in _ASKING)


def _abbreviates(sentence: Sentence, short: Filled, name: Filled) -> bool:
    """Whether an entry is the abbreviation in brackets, or between commas, of the name before it: "the Timorese Democratic Union (UDT)",
    "the Southern Kaduna Peoples Union, SOKAPU,"."""
    brief, whole = short.mention, name.mention
    if brief is whole or not brief.sentence == whole.sentence == sentence.index or brief.first != brief.last:
        return False
    tokens, at = sentence.tokens, brief.first
    in_brackets = 0 < at < len(sentence) - 1 and (tokens[at - 1].text, tokens[at + 1].text) == ("(", ")")
    apposed = tokens[at].relation == "appos" and tokens[at].head == whole.head and tokens[at - 1].text == ","
    apposed = apposed and whole.resolution.person is None and tokens[whole.head].upos == "PROPN"
    beside = (in_brackets or apposed) and tokens[at].text.isupper()
    return beside and whole.last == at - 2 and short.role == name.role


def _stands_before(sentence: Sentence, title: Filled, name: Filled) -> bool:
    """Whether an entry is a title right before the name of the same actor's man, in whatever role: "his French counterpart Emmanuel Macron"."""
    before, behind = title.mention, name.mention
    if not before.sentence == behind.sentence == sentence.index or before.last + 1 != behind.first:
        return False
    same = before.resolution.actor == behind.resolution.actor is not None
    named = behind.resolution.person is not None and before.resolution.person is None
    return same and named and sentence.tokens[before.head].upos == "NOUN"


def _names_mediator(sentence: Sentence, name: Filled, title: Filled) -> bool:
    """Whether an unknown name stands in apposition in the phrase of who mediates: "the head of the AU mediation team, Hamid al-Ghabid"."""
    one, other = name.mention, title.mention
    if name is title or name.role != "party" or title.role not in MEDIATORS or one.actor is not None:
        return False
    if not one.sentence == other.sentence == sentence.index or sentence.tokens[one.head].relation != "appos":
        return False
    above = sentence.tokens[one.head].head
    called = sentence.tokens[above].upos == "NOUN"  # not "Mr Bemba of the MLC, Dr Ilunga of the RCD"
    return called and (other.first <= above <= other.last or above == sentence.tokens[other.head].head)


def _is_the_doer(f: Filled, others: list[Filled]) -> bool:
    """Whether who is done to is who does it, by another name: "Trump pulled the United States out of the deal".

    Of 17 such recipients that are no persons, in the development half, 3 were coded.
    """
    done_to = f.mention.resolution
    if f.role != "recipient" or f.rule != "model" or done_to.actor is None or done_to.person or f.mention.pronoun:
        return False
    owned = f.mention.text.split(" ", 1)[0].lower() in POSSESSIVES  # "its leaders", whose police arrest them
    return any(
        other.role == "initiator"
        and not other.mention.pronoun
        and other.mention.resolution.actor == done_to.actor
        and (other.mention.resolution.sector == done_to.sector or (owned and _acts_for_state(other.mention)))
        for other in others
    )


def _acts_for_state(mention: Mention) -> bool:
    """Whether somebody is the government of a state or its forces."""
    return mention.resolution.sector in STATE_SECTORS | {"COP", "MIL", "SPY", "JUD"}


def _members(sentence: Sentence, group: Filled, kept: list[Filled]) -> set[str | None]:
    """Actors that are named behind a phrase for all of them: "the two leaders, Kiir and Machar"."""
    heads = {
        k
        for i in sentence.dependents(group.mention.head, "appos")
        if group.mention.sentence == sentence.index
        for k in conjuncts(sentence, i)
    }
    found = {f.mention.resolution.actor for f in kept if f.mention.head in heads and f is not group}
    return found - {None}


def _is_title_of(sentence: Sentence, title: Filled, name: Filled, words: ThirdPartyWords) -> bool:
    """Whether one entry is the title of the person that another names: "adviser" of "the adviser, Jan Kubis", "the Peruvian diplomat" of "the
    Peruvian diplomat, Alvaro de Soto", whoever sent him."""
    if title.role != name.role or title.mention.sentence != sentence.index:
        return False
    if not is_title(sentence, title.mention.head, name.mention.head):
        return False
    meant, named = title.mention.resolution, name.mention.resolution
    by_trade = sentence.tokens[title.mention.head].lemma.lower() in words.callings and meant.actor == meant.country
    of_no_state = meant.actor == meant.country and meant.sector not in STATE_SECTORS  # "the Archbishop of Beira"
    return meant.actor is None or meant.actor == named.actor or of_no_state or (by_trade and named.actor is not None)


def _describes(sentence: Sentence, words: Filled, name: Filled) -> bool:
    """Whether an entry only says what somebody known is: "a French diplomat" of "Jean Arnault, a French diplomat"."""
    token = sentence.tokens[words.mention.head]
    if words.mention.sentence != sentence.index or token.relation != "appos" or token.head != name.mention.head:
        return False
    unknown = (
        token.upos == "NOUN" or words.mention.resolution.actor is None
    )  # "Norway, Britain and the US, the Troika,"
    articles = {sentence.tokens[c].text.lower() for c in sentence.children[token.i] if sentence.tokens[c].upos == "DET"}
    described = bool(articles) and (unknown or not articles.isdisjoint(("a", "an")))  # "Arnault, a Frenchman,"
    stranger = words.mention.resolution.actor is None and sentence.tokens[name.mention.head].name.endswith("PER")
    return described and (name.mention.resolution.actor is not None or stranger)


def without_kinds(sentence: Sentence, people: list[Filled]) -> list[Filled]:
    """The entries, without those that only tell of what kind another is that is named beside (`_introduces`)."""
    return [f for f in people if not any(_introduces(sentence, f, o) for o in people)]


def _introduces(sentence: Sentence, kind: Filled, name: Filled) -> bool:
    """Whether an entry is the kind of the body that another names: "the rebel group" of "the rebel group, the Sudan Liberation Army,", "the
    bloc" of "the east African bloc IGAD", however the parser hangs what follows it."""
    noun, token = sentence.tokens[kind.mention.head], sentence.tokens[name.mention.head]
    if kind.mention.sentence != sentence.index or name.mention.sentence != sentence.index or kind.role != name.role:
        return False
    one = noun.upos == "NOUN" and noun.text.lower() == noun.lemma.lower() and kind.mention.actor is None
    apposed = (token.head, token.relation) == (noun.i, "appos") and name.mention.resolution.actor_type in ARMED
    next_to = name.mention.first == kind.mention.last + 1 and token.upos == "PROPN" and name.mention.actor is not None
    return one and (apposed or (next_to and name.mention.resolution.person is None))


def _tells_nationality(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase only tells where a person comes from, for whom he doesn't act: "his deputy, an Italian, met them" (rule R10)."""
    token = sentence.tokens[mention.head]
    if (
        mention.sentence != sentence.index
        or token.relation != "appos"
        or mention.first != mention.last
        or mention.resolution.person
    ):
        return False
    one = any(sentence.tokens[c].text.lower() in ("a", "an") for c in sentence.children[token.i])
    one = one or bool(sentence.dependents(token.i, "acl:relcl"))  # "the Italian who represents the EU"
    person = sentence.tokens[token.head].mention == "person" or sentence.tokens[token.head].name[2:] == "PER"
    return one and person and token.text[:1].isupper() and mention.resolution.actor == mention.resolution.country


def _is_home_of(sentence: Sentence, home: Filled, person: Filled) -> bool:
    """Whether an entry only tells whose president somebody is who acts for another: "Embaló of Guinea-Bissau, the chairman of ECOWAS"."""
    where, who = home.mention, person.mention
    if (
        not where.sentence == who.sentence == sentence.index
        or who.resolution.person is None
        or home.role != person.role
    ):
        return False
    token = sentence.tokens[where.head]
    of_him = token.head == who.head and any(
        preposition(sentence, i) == "of" for i in range(where.first, where.last + 1)
    )
    return of_him and where.actor == where.country != who.actor and where.resolution.person is None


def _is_of(sentence: Sentence, whole: Filled, part: Filled, words: ThirdPartyWords) -> bool:
    """Whether an entry is the people, or the kind, of somebody known who stands inside its phrase in the same role: "delegates" of
    "delegates of the rebel movement UNITA", "spokesman" of "a spokesman for the Kenyan army"."""
    outer, inner = whole.mention, part.mention
    if whole.role != part.role or whole is part or inner.resolution.actor is None or outer.head == inner.head:
        return False
    meant = outer.resolution
    kind = meant.actor is not None and meant.actor_type in ARMED and meant.country == inner.resolution.country
    kind = kind and inner.resolution.actor_type in ARMED
    if not outer.sentence == inner.sentence == sentence.index:
        return False
    if kind and outer.last + 1 == inner.first and meant.actor != inner.resolution.actor:
        return True  # "the Angolan rebel movement UNITA"
    if outer.head not in sentence.ancestors(inner.head):
        return False
    path = _between(sentence, inner.head, outer.head)
    called = sentence.tokens[outer.head].lemma.lower()
    joints: tuple[str | None, ...] = ("of", None)
    if called in lexicon.load().source_words.mouthpieces:
        joints = ("of", "for", None)
    elif called in words.delegates or called in words.functions:
        joints = ("of", "from", None)  # "mediators from Norway"
    if any(
        not matches(sentence.tokens[i].relation, WITHIN_NAME) or preposition(sentence, i) not in joints for i in path
    ):
        return False
    people = meant.actor is None and sentence.tokens[outer.head].mention == "person"
    return people or kind


def _comes_from(sentence: Sentence, place: Filled, people: Filled, words: ThirdPartyWords) -> bool:
    """Whether an entry is only the place where those of another come from: "Beledweyne" of "clan elders from Beledweyne"; not "Misrata" of "a
    delegation from Misrata", which alone tells whose it is."""
    token = sentence.tokens[place.mention.head]
    if people.mention.actor is None and sentence.tokens[people.mention.head].lemma.lower() in words.delegates:
        return False
    if place.mention.sentence != sentence.index or place.role != people.role:
        return False
    of_no_state = sentence.tokens[people.mention.head].lemma.lower() in words.of_no_state  # "a bishop from Togo"
    if place.mention.actor is not None and not (of_no_state and place.mention.actor == place.mention.country):
        return False
    below = matches(token.relation, ("nmod",)) and token.head == people.mention.head and token.name.endswith("LOC")
    return below and preposition(sentence, token.i) in ("from", "of") and place.mention.first > people.mention.head


def _between(sentence: Sentence, word: int, above: int) -> list[int]:
    """A word and those above it below another."""
    path = [word]
    while sentence.tokens[path[-1]].head not in (above, -1):
        path.append(sentence.tokens[path[-1]].head)
    return path


def one_each(filled: list[Filled]) -> list[Filled]:
    """One entry for each actor (and person) in each role: the surest; unresolved phrases stand for themselves."""
    best: dict[tuple[object, ...], Filled] = {}
    for entry in filled:
        resolved = entry.mention.resolution
        person = resolved.person.name if resolved.person else None
        who = resolved.actor and _in_sector(resolved.actor, resolved.sector)
        key = (entry.role, who, person) if who else (entry.role, entry.mention.span.text.lower())
        if key not in best or entry.probability > best[key].probability:
            best[key] = entry
    return list(best.values())


def _in_sector(actor: str, sector: str | None) -> str:
    """An actor apart from the others whom the code of his state stands for: Sudan, and "Sudanese women", who are not its government."""
    return actor if sector in STATE_SECTORS or sector is None else f"{actor}:{sector}"


def once_each(participants: list[Participant]) -> list[Participant]:
    """One entry for each actor in each role, the first in the text; a person named only later is told with it.

    Needed once pronouns are resolved: "we" and the name of the speaker mean one actor.
    """
    kept: dict[tuple[str, str], Participant] = {}
    for entry in participants:
        words = entry.mention.text if entry.mention else entry.name or ""
        told = words if entry.actor or not entry.name else entry.name  # "they" by the name of those they are
        key = (entry.role, _in_sector(entry.actor, entry.sector) if entry.actor else told.lower())
        first = kept.setdefault(key, entry)
        if first.person is None and entry.person is not None:
            kept[key] = msgspec.structs.replace(first, person=entry.person)
    return [p for p in kept.values() if not _done_to_its_own(p, kept.values())]


def _done_to_its_own(entry: Participant, others: Iterable[Participant]) -> bool:
    """Whether who is done to is only the owner of something, who does it: "the group freed its captives"."""
    words = (entry.mention.text if entry.mention else "").lower()
    if entry.role != "recipient" or words not in POSSESSIVES or entry.actor is None:
        return False
    return any(p.role == "initiator" and p.actor == entry.actor for p in others)
