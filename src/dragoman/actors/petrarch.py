"""Reads actor and agent dictionaries in PETRARCH's form: names, codes with their dates, plurals, word sets.

    KOFI_ANNAN_ ; comment              an actor: underscores are spaces, what follows ";" or "#" is a comment
    +K._ANNAN_                         another name of it
        [IGOUNO 970101-061231]         its code between two days; ">970101" from, "<061231" until that day
        [ELI]                          its code at any other date
    CHAMBER_OF_COMMERCE {CHAMBERS_OF_COMMERCE} [~BUS]   an agent and its plural; "{}" has none, no braces a regular one
    !PERSON! = MAN, WOMAN              a set: an agent with "!PERSON!" in it stands for each of these words

Nothing is dropped in silence: a line, or a part of one, that cannot be used is in `lost` with its number and the reason.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from dragoman.actors.matcher import fold
from dragoman.errors import InputError

ACTORS, AGENTS = "*actors.txt", "*agents.txt"
"""File names by which a folder's dictionaries are known."""


class DatedCode(msgspec.Struct, frozen=True):
    """A CAMEO code from `start` to `end` (ISO days, both included, "" is open)."""

    code: str
    start: str = ""
    end: str = ""


class DictionaryActor(msgspec.Struct, frozen=True):
    """An actor: names in capitals, without underscores, codes in file order, and the line it begins at."""

    names: tuple[str, ...]
    codes: tuple[DatedCode, ...]
    file: str
    line: int


class Agent(msgspec.Struct, frozen=True):
    """A common noun that tells the sort of an actor; `forms` are singular and plural in lower case."""

    forms: tuple[str, ...]
    code: str
    file: str
    line: int


class Lost(msgspec.Struct, frozen=True):
    """A line that was not used, wholly or in part: its text and the reason."""

    file: str
    line: int
    text: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}: {self.text.strip()}"


class Dictionary(msgspec.Struct, frozen=True):
    """What dictionary files hold, and what of them is lost; `n_lines` counts lines that are no comment and not blank."""

    actors: tuple[DictionaryActor, ...] = ()
    agents: tuple[Agent, ...] = ()
    lost: tuple[Lost, ...] = ()
    n_lines: int = 0

    def __add__(self, other: Dictionary) -> Dictionary:
        return Dictionary(
            self.actors + other.actors,
            self.agents + other.agents,
            self.lost + other.lost,
            self.n_lines + other.n_lines,
        )


def read_folder(folder: Path) -> Dictionary:
    """All dictionaries of a folder, `*actors.txt` and `*agents.txt`, in the order of their names.

    Raises:
        InputError: a file cannot be read.
    """
    result = Dictionary()
    for path in sorted(folder.glob(ACTORS)):
        result += read_actors(text_of(path), path.name)
    for path in sorted(folder.glob(AGENTS)):
        result += read_agents(text_of(path), path.name)
    return result


def text_of(path: Path) -> str:
    """A file's text, UTF-8 or else Latin-1, as old dictionaries have both; raises InputError where it cannot be read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", "Check the file's permissions") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


# -- actors ----------------------------------------------------------------------------------------------

_CODE = re.compile(r"\[([^\[\]]*)\]")
_SPAN = re.compile(r"(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))$")


class _Open:
    """The actor being read."""

    def __init__(self, line: int, text: str) -> None:
        self.line, self.text = line, text
        self.names: dict[str, None] = {}
        self.codes: list[DatedCode] = []
        self.ended = False  # a broken line: what follows does not belong to it

    def takes(self, name: str) -> bool:
        """Whether a name without "+" below it is another of its own: it has a longer word of theirs, or is their initials."""
        if self.codes or self.ended:
            return False
        words = {word for own in self.names for word in own.split() if len(word) > 3}
        initials = {"".join(w[0] for w in own.removeprefix("THE ").split()) for own in self.names}
        return bool(words & set(name.split())) or name.replace(".", "") in initials | set(self.names)


def read_actors(text: str, file: str) -> Dictionary:
    """The actors of a dictionary text.

    Names that stand above one another without a code between them share the code below, with "+" or, where they
    have a word in common, without.

    Args:
        file: name for `lost` and for the reason of an answer.
    """
    actors: list[DictionaryActor] = []
    lost: list[Lost] = []
    entry: _Open | None = None
    count = 0

    def close() -> None:
        if entry is None:
            return
        if entry.codes:
            actors.append(DictionaryActor(tuple(entry.names), tuple(entry.codes), file, entry.line))
        else:
            others = f", which {len(entry.names) - 1} further names go with" if len(entry.names) > 1 else ""
            lost.append(Lost(file, entry.line, entry.text, f"no code that can be read{others}"))

    for number, line, content in _lines(text):
        count += 1
        name_part, codes = content.split("[", 1)[0], _CODE.findall(content)
        rest = _CODE.sub("", content[len(name_part) :])
        if "[" in rest or "]" in rest or "]" in name_part:
            lost.append(Lost(file, number, line, "a bracket is not closed, or not opened"))
            if entry is not None and "]" in name_part and not name_part.startswith("+"):
                entry.ended = True
            if "]" in name_part:
                continue
        name = _name(name_part.lstrip("+ \t"))
        if name and not name_part.lstrip().startswith("+") and not (entry and not codes and entry.takes(name)):
            close()
            entry = _Open(number, line)
        if name and entry is not None:
            if name in entry.names:
                lost.append(Lost(file, number, line, "the name stands there already"))
            entry.names[name] = None
        elif name:
            lost.append(Lost(file, number, line, "a further name of no actor"))
        for code in codes:
            if entry is None:
                lost.append(Lost(file, number, line, "a code of no actor"))
                continue
            read = _dated(code)
            if isinstance(read, str):
                lost.append(Lost(file, number, line, read))
            elif not read.start and not read.end and any(not c.start and not c.end for c in entry.codes):
                if read not in entry.codes:
                    lost.append(Lost(file, number, line, f"a second code without dates, [{read.code}]"))
            else:
                entry.codes.append(read)
    close()
    return Dictionary(actors=tuple(actors), lost=tuple(lost), n_lines=count)


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """(number, line, what is no comment) of each line that holds something."""
    for number, line in enumerate(text.split("\n"), start=1):
        content = re.split(r"[;#]", line, maxsplit=1)[0].rstrip()
        if content.strip():
            yield number, line, content


def _name(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").split()).upper()


def _dated(code: str) -> DatedCode | str:
    """A code with its dates, or why it cannot be read."""
    parts = code.split(None, 1)
    if not parts:
        return "an empty code"
    if len(parts) == 1:
        return DatedCode(parts[0].upper())
    found = _SPAN.match(parts[1].strip())
    if not found:
        return f"dates that cannot be read, [{code}]"
    after, one, first, last = found.groups()
    days = [_day(d) if d else "" for d in ((one, "") if after == ">" else ("", one) if after else (first, last))]
    if None in days:
        return f"dates that are none, [{code}]"
    start, end = days
    if start and end and start > end:
        return f"dates in the wrong order, [{code}]"
    return DatedCode(parts[0].upper(), start or "", end or "")


def _day(digits: str) -> str | None:
    """ISO day of YYMMDD (19YY from 30 on, else 20YY, as PETRARCH has it) or YYYYMMDD; None where it is no day.

    A day past the month's end ("090231") is its last.
    """
    if len(digits) == 6:
        digits = ("19" if digits[:2] >= "30" else "20") + digits
    if len(digits) != 8:
        return None
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    for shorter in range(4) if 29 <= day <= 31 else range(1):
        try:
            return date(year, month, day - shorter).isoformat()
        except ValueError:
            continue
    return None


# -- agents ----------------------------------------------------------------------------------------------

_SET = re.compile(r"!(\w+)!\s*=\s*(.+)")
_AGENT = re.compile(r"([^\[\]{}]+?)\s*(\{[^}]*\})?\s*\[([^\[\]]*)\]\s*$")


def read_agents(text: str, file: str) -> Dictionary:
    """The agents of a dictionary text, with its sets put in."""
    sets: dict[str, list[str]] = {}
    agents: list[Agent] = []
    lost: list[Lost] = []
    count = 0
    for number, line, content in _lines(text):
        count += 1
        if made := _SET.match(content.strip()):
            sets[made.group(1)] = [_name(word).lower() for word in made.group(2).split(",")]
            continue
        found = _AGENT.match(content.strip())
        code = found.group(3).strip().upper() if found else ""
        if found is None or not code.strip("~"):
            lost.append(Lost(file, number, line, "no noun with its code"))
            continue
        singular, braces = found.group(1), found.group(2)
        missing = [name for name in re.findall(r"!(\w+)!", singular) if name not in sets]
        if missing or singular.count("!") % 2:
            lost.append(Lost(file, number, line, f"the set {', '.join(missing) or '!'} is not there"))
            continue
        words = _with_sets(singular, sets)
        plurals = [_name(w).lower() for w in braces[1:-1].split(",") if _name(w)] if braces is not None else []
        if braces is None and "!" not in singular:
            plurals = [_plural(w) for w in words]
        agents.append(Agent(tuple(dict.fromkeys((*words, *plurals))), code, file, number))
    return Dictionary(agents=tuple(agents), lost=tuple(lost), n_lines=count)


def _with_sets(noun: str, sets: dict[str, list[str]]) -> list[str]:
    """ "spokes!PERSON!" for each word of the set, joined as it stands."""
    parts = re.split(r"!(\w+)!", noun)
    # Words of a set are taken as they stand, so that one with an exclamation mark opens no set of its own.
    choices = [sets[part] if i % 2 else [part] for i, part in enumerate(parts)]
    return [_name("".join(words)).lower() for words in itertools.product(*choices)]


def _plural(noun: str) -> str:
    """The regular plural, made as PETRARCH makes it."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
