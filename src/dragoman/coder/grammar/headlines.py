"""Headlines: in Title Case or CAPITALS they are set as running text before they are parsed, so that only names keep capitals.

The length of the text never changes, so offsets hold. Their verbs, which taggers take for nouns ("Paris snubs Rome"), are put right after.
"""

from __future__ import annotations

import re

from dragoman.actors import Knowledge
from dragoman.language.parse import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_MINIMUM_WORDS = 4
_SHARE = 0.75
"""Share of the longer words that bear a capital, from which on a line without a full stop counts as a headline. Chosen by hand; of
sentences with a full stop, which are never taken for headlines, 2 in 100 of real news reach it too."""


def as_running_text(text: str, spans: list[tuple[int, int]], knowledge: Knowledge) -> str:
    """`text` with the words of headlines among the sentences `spans` in lower case, names excepted."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        line = text[start:end]
        if not _is_headline(line):
            continue
        kept = [(m.start, m.end) for m in knowledge.match(line)]
        capitals = line.isupper()

        def lower(word: re.Match[str], kept: list[tuple[int, int]] = kept, capitals: bool = capitals) -> str:
            named = any(a < word.end() and word.start() < b for a, b in kept)
            if named:
                return word.group().capitalize() if capitals and len(word.group()) > 3 else word.group()
            return word.group() if word.group().isupper() and not capitals else word.group().lower()

        changed = _WORD.sub(lower, line)
        if len(changed) == len(line):
            parts += [text[at:start], changed]
            at = end
    return "".join([*parts, text[at:]])


def mend_verb(sentence: Sentence) -> None:
    """Make the head of a sentence a verb where it was taken for a noun but has an object; the name before it is its subject.

    Nouns have no objects in Universal Dependencies, so the reading is wrong in itself. So is a name before the head as its owner without
    "'s" and a name behind it as its modifier: "Russia snubs US".
    """
    for token in sentence.tokens:
        if token.head >= 0 or token.upos != "NOUN":
            continue
        if not sentence.dependents(token.i, "obj") and not _owner_and_object(sentence, token.i):
            continue
        token.upos = "VERB"
        before = [c for c in sentence.dependents(token.i, "compound", "nmod", "amod") if c < token.i]
        if before and not sentence.dependents(token.i, "nsubj"):
            sentence.tokens[before[-1]].relation = "nsubj"


def _owner_and_object(sentence: Sentence, head: int) -> bool:
    """Whether owner and modifier of a noun can only be subject and object; they and the phrases behind are made so, in place."""
    tokens = sentence.tokens
    owners = [c for c in sentence.dependents(head, "nmod:poss") if c == head - 1 and tokens[c].upos == "PROPN"]
    owners = [c for c in owners if not sentence.dependents(c, "case")]
    modifiers = [c for c in sentence.dependents(head, "compound") if c > head and tokens[c].upos == "PROPN"]
    if not owners or not modifiers or not tokens[head].text.endswith("s"):
        return False
    tokens[owners[0]].relation = "nsubj"
    tokens[modifiers[0]].relation = "obj"
    for child in sentence.dependents(head, "nmod"):
        if child > modifiers[0]:
            tokens[child].relation = "obl"
    return True


def _is_headline(line: str) -> bool:
    words = _WORD.findall(line)
    if len(words) < _MINIMUM_WORDS or line.rstrip().endswith((".", "?", "!", '"', "”")):
        return False
    longer = [w for w in words if len(w) > 3]
    return len(longer) >= 2 and sum(w[0].isupper() for w in longer) >= _SHARE * len(longer)
