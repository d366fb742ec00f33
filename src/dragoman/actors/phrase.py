"""Takes a noun phrase apart by its words alone: head, modifiers, possessor, what follows a preposition.

No tags and no tree are needed: the names of the knowledge base and the role nouns of `roles.csv` are the
fixed points, prepositions and commas the joints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from dragoman.actors.matcher import Matcher, NameMatch, fold
from dragoman.actors.resolution import Resolution
from dragoman.actors.rolebook import RoleBook
from dragoman.actors.rows import Role
from dragoman.actors.words import (
    ARTICLES,
    DETERMINERS,
    FORMER,
    JOINTS,
    NAMELIKE,
    PARTICIPLES,
    PLAIN_ENDINGS,
    UMBRELLA_DESCRIPTORS,
)


class Item(msgspec.Struct, frozen=True):
    """One piece of a phrase: kind is name, role, cap (unknown capitalised word), word, or joint.

    A group named for the first time is a cap that holds its `answer`.
    """

    kind: str
    text: str
    start: int
    end: int
    name: NameMatch | None = None
    role: Role | None = None
    plural: bool = False
    hyphen: bool = False
    answer: Resolution | None = None


class Tail(msgspec.Struct, frozen=True):
    """What follows a joint ("of", "from", "in", "loyal to") after the head."""

    joint: str
    items: tuple[Item, ...]


class NounPhrase(msgspec.Struct, frozen=True):
    """A phrase in parts: `owner` stands before "'s"; `core` ends in the head; `beside` are appositions."""

    core: tuple[Item, ...]
    owner: tuple[Item, ...] = ()
    tails: tuple[Tail, ...] = ()
    beside: tuple[NounPhrase, ...] = ()
    others: tuple[NounPhrase, ...] = ()


_SHIPS = ("USS ", "U.S.S. ", "HMS ", "H.M.S. ", "INS ", "HMAS ", "HMCS ", "USNS ")
"""Prefixes of the names of warships."""
_TOKEN = re.compile(r"\d[\d,.]*\d|[^\W_]+(?:[.'-][^\W_]+)*|[^\w\s]")
# Modifiers that name a backer, not the owner: "Rwandan-backed", "US-brokered", "Hamas-controlled".
_STOPPED = re.compile(r"\b(?:[A-Z]\.){2,}-")
_BACKER = re.compile(
    r"-(?:backed|led|brokered|sponsored|supported|funded|financed|trained|mediated|allied|held|controlled|"
    r"occupied|dominated|based|linked|aligned|hosted|proposed|drafted|armed|appointed|affiliated|facilitated|"
    r"inspired|born|made|friendly|leaning|speaking|educated|owned|imposed|installed|run|ruled|administered|"
    r"language|wide|style|era|bound|tied|oriented|guaranteed|chaired|monitored)\b"
)


def items_of(phrase: str, matcher: Matcher, roles: RoleBook) -> list[Item]:
    """The pieces of a phrase in order; offsets are characters of `phrase`."""
    text = fold(phrase)
    found = (m for m in matcher.match(phrase) if not _is_backer(text, m) and not _is_ship(text, m))
    matches = [m for m in found if not _is_no_outlet(text, m, roles)]
    items: list[Item] = []
    position = 0
    for match in [*matches, None]:
        stop = match.start if match else len(text)
        items.extend(_words(text, position, stop))
        if match:
            hyphen = text[match.end : match.end + 1] == "-"
            items.append(Item("name", text[match.start : match.end], match.start, match.end, match, hyphen=hyphen))
            position = match.end
    return _with_roles(items, roles)


def capitals(item: Item) -> Iterable[Item]:
    """The words of a name as pieces of their own."""
    return (Item("cap", i.text, item.start + i.start, item.start + i.end) for i in _words(item.text, 0, len(item.text)))


def backer(phrase: str) -> str:
    """The name in a phrase that is only "Omani-brokered"; other phrases as they are, but for full stops before a hyphen ("U.S.-led")."""
    phrase = _STOPPED.sub(lambda found: found[0].replace(".", ""), phrase)
    found = _BACKER.search(fold(phrase))
    return phrase[: found.start()] if found and found.end() == len(phrase) and found.start() else phrase


def _is_no_outlet(text: str, match: NameMatch, roles: RoleBook) -> bool:
    """Whether an outlet's name begins another thing: "Vice President", "Foreign Affairs Committee"."""
    if set(match.kinds) != {"outlet"}:
        return False
    before = re.search(r"([A-Z][a-z]+) (of |for )?$", text[: match.start])
    if before and not before.group(2) and match.text.istitle() and " " not in match.text:
        # "Majority Forward", "North Atlantic Council": part of a longer name
        word = before.group(1).lower()
        plain = word in DETERMINERS or word in FORMER or word.endswith(PLAIN_ENDINGS)
        return not plain and roles.get((word,)) is None
    if before and roles.get(tuple((before.group() + match.text).lower().split())) is not None:
        return True
    following = _TOKEN.search(text, match.end)
    if following is None:
        return False
    both = f"{match.text} {following.group()}".lower()
    return following.group() in UMBRELLA_DESCRIPTORS or roles.get(tuple(both.split())) is not None


def _is_backer(text: str, match: NameMatch) -> bool:
    before = text[: match.start].lower()
    return bool(_BACKER.match(text, match.end)) or before.endswith(("pro-", "anti-", "non-", "intra-", "inter-"))


def _is_ship(text: str, match: NameMatch) -> bool:
    """Whether a name is that of a warship: "USS Ronald Reagan"."""
    return text[: match.start].endswith(_SHIPS)


def _words(text: str, start: int, stop: int) -> Iterable[Item]:
    for found in _TOKEN.finditer(text, start, stop):
        word = found.group()
        begin, end = found.span()
        if word in ("'s", "'"):
            yield Item("joint", "'s", begin, end)
            continue
        if word == "s" and begin and text[begin - 1] == "'":
            continue
        if word in (".", "-"):
            # neither the point of "Mr." nor the hyphen of "US-Russian" is a joint
            continue
        prefix = re.match(r"(?i)(ex|then|vice|deputy)-(?=\w)", word)
        if prefix:
            yield Item("word", prefix.group(1).lower(), begin, begin + prefix.end() - 1)
            begin, word = begin + prefix.end(), word[prefix.end() :]
        owned = word.endswith("'s")
        if owned:
            word = word[:-2]
        article, _, rest = word.partition("-")  # "Youssef al-Agouri"
        capital = word[:1].isupper() or (article in ARTICLES and rest[:1].isupper())
        kind = "cap" if capital else "word" if word[:1].isalnum() else "joint"
        if word.lower() in JOINTS or word.lower() in ("and", "or", "&"):
            kind = "joint"
        yield Item(kind, word if kind != "joint" else word.lower(), begin, begin + len(word))
        if owned:
            yield Item("joint", "'s", end - 2, end)


def _with_roles(items: list[Item], roles: RoleBook) -> list[Item]:
    result: list[Item] = []
    index = 0
    while index < len(items):
        for size in range(min(roles.longest, len(items) - index), 0, -1):
            piece = items[index : index + size]
            if any(i.kind == "name" or i.text == "'s" for i in piece):
                continue
            found = roles.get(tuple(w for i in piece for w in i.text.lower().split("-")))
            found = found or roles.get(tuple(i.text.lower() for i in piece))
            if found and not (size == 1 and _in_name(items, index)):
                text = " ".join(i.text for i in piece)
                result.append(Item("role", text, piece[0].start, piece[-1].end, role=found[0], plural=found[1]))
                index += size
                break
        else:
            result.append(items[index])
            index += 1
    return result


def _in_name(items: Sequence[Item], index: int) -> bool:
    """Whether a role noun that is a name too ("Mason") stands beside a capitalised word."""
    word = items[index]
    if word.kind != "cap" or word.text.isupper() or word.text.lower() not in NAMELIKE:
        return False
    beside = (*items[max(index - 1, 0) : index], *items[index + 1 : index + 2])
    return any(i.kind == "cap" for i in beside)


def parse(items: list[Item]) -> NounPhrase:
    """Head, possessor, tails, appositions and conjuncts of a phrase's pieces."""
    segments: list[list[Item]] = [[]]
    joined: list[bool] = [False]
    depth_tail = False
    for item in items:
        if item.kind == "joint" and item.text in (",", ";", "(", ")", ":", '"', "“", "”"):
            if segments[-1]:
                segments.append([])
                joined.append(False)
                depth_tail = False
        elif item.kind == "joint" and item.text in ("and", "or", "&") and not depth_tail:
            if segments[-1]:
                segments.append([])
                joined.append(True)
            else:
                joined[-1] = True
        else:
            depth_tail = depth_tail or (item.kind == "joint" and item.text in ("between", "who", "that", "which"))
            segments[-1].append(item)
    pairs = [(s, j) for s, j in zip(segments, joined, strict=True) if s]
    if not pairs:
        return NounPhrase(())
    main = _segment(pairs[0][0])
    rest = [_segment(s) for s, _ in pairs[1:]]
    if any(j for _, j in pairs[1:]):
        return msgspec.structs.replace(main, others=tuple(rest))
    return msgspec.structs.replace(main, beside=tuple(rest))


def _segment(items: list[Item]) -> NounPhrase:
    core: list[Item] = []
    tails: list[Tail] = []
    joint, tail = "", list[Item]()
    for index, item in enumerate(items):
        following = items[index + 1] if index + 1 < len(items) else None
        opens = item.kind == "joint" and item.text in JOINTS
        if not opens and item.kind == "word" and core and item.text in PARTICIPLES:
            opens = any(i.kind in ("name", "role", "cap") for i in core) and not (
                following and following.kind in ("role", "word") and following.text not in DETERMINERS
            )
        headed = any(i.text.lower() not in DETERMINERS for i in core)
        if item.kind == "word" and headed and following and following.text in JOINTS:
            # "a delegation visiting from Doha"
            opens = opens or item.text.endswith(("ing", "ed"))
        if opens and core:
            # "loyal to", "based in": the participle and its preposition are one joint
            if joint and not tail:
                joint = f"{joint} {item.text}"
                continue
            if joint:
                tails.append(Tail(joint, tuple(tail)))
            joint, tail = item.text, []
        elif joint:
            tail.append(item)
        else:
            core.append(item)
    if joint:
        tails.append(Tail(joint, tuple(tail)))
    while core and core[-1].kind == "joint":
        core.pop()
    owner: list[Item] = []
    for index in range(len(core) - 1, -1, -1):
        if core[index].text == "'s" and core[index].kind == "joint":
            owner, core = core[:index], core[index + 1 :]
            break
    return NounPhrase(tuple(strip_determiners(core)), tuple(owner), tuple(tails))


def strip_determiners(items: list[Item]) -> list[Item]:
    """Without leading articles and possessive pronouns."""
    start = 0
    while start < len(items) and items[start].text.lower() in DETERMINERS and items[start].kind != "name":
        start += 1
    return items[start:]


def is_former(items: Iterable[Item]) -> bool:
    """Whether a modifier says that the office is not held now ("former", "ex-", "President-elect")."""
    texts = [i.text.lower() for i in items if i.kind in ("word", "cap")]
    return any(text in FORMER or text.endswith("-elect") for text in texts)
