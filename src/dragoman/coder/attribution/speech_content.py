"""Which words a speaker answers for: of "Kenya said that Chad had broken the truce, and armed rebels" all but the last, of "it was over,
as Kenya said" the clause before.
"""

from __future__ import annotations

import msgspec

from dragoman.coder.attribution.scope import background, clause_around
from dragoman.coder.grammar.phrases import preposition
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_OCCASION = frozenset({"at", "by", "from", "in", "on", "through"})
"""Prepositions of where, when and how somebody speaks."""


class Speech(msgspec.Struct):
    """Words handed to a speaker.

    Attributes:
        verb: the word of saying ("according" too).
        speakers: heads of the phrases that may name the speaker, the likeliest first.
        content: words that the speaker answers for; empty where the speech stands in another sentence.
        to: heads of the phrases that may name the outlet to which it was said.
        aside: a parenthesis, whose content is the clause around it.
        cited: the speaker is cited by whoever speaks the same words.
        beyond: words near by that he says nothing of.
    """

    verb: int
    speakers: list[int]
    content: frozenset[int]
    to: list[int] = []
    aside: bool = False
    cited: bool = False
    beyond: frozenset[int] = frozenset()


def answered_for(sentence: Sentence, verb: int) -> frozenset[int]:
    """Words that the subject of `verb` answers for."""
    takes = _takes(sentence, verb)
    objects = sentence.dependents(verb, "obj", "iobj")
    words: set[int] = set()
    for child in sentence.children[verb]:
        relation = sentence.tokens[child].relation
        case = preposition(sentence, child)
        if (
            ("clause" in takes and relation == "ccomp")
            or ("clause" in takes and relation == "parataxis" and not divided(sentence, verb, child))
            or ("infinitive" in takes and relation == "xcomp" and not objects)
            or ("object" in takes and relation == "obj" and not _somebody(sentence, child))
            or (case in takes and matches(relation, ("obl", "advcl", "nmod")))
        ):
            words.update(sentence.subtree(child))
    # "accused the government of violating": the parser may hang the clause on the object.
    for child in (c for o in objects for c in sentence.children[o]):
        if preposition(sentence, child) in takes and matches(sentence.tokens[child].relation, ("acl", "advcl")):
            words.update(sentence.subtree(child))
    token = sentence.tokens[verb]
    # "as Ukraine said", but not "as Ukraine accused Russia of shelling it"
    after_as = (
        token.relation == "advcl"
        and not objects
        and any(sentence.tokens[c].text.lower() == "as" for c in sentence.children[verb])
    )
    # "had left, and officials said so", not "left, officials said, and asked the mediator for talks".
    joined = token.relation == "conj" and bool(sentence.dependents(verb, "nsubj")) and not _says_more(sentence, verb)
    beside = matches(token.relation, ("parataxis",)) or joined
    if token.head >= 0 and after_as and verb > token.head:
        words |= _clause_before(sentence, verb)  # "it was over, as Ukraine said, and asked for talks"
    elif token.head >= 0 and (after_as or (beside and not words and not acts(sentence, verb))):
        words |= clause_around(sentence, verb) or all_but(sentence, verb)
    return frozenset(words - background(sentence, words))


def kind_of(sentence: Sentence, verb: int) -> str:
    entry = lexicon.load().reporting.verbs.get(sentence.tokens[verb].lemma.lower())
    return entry.kind if entry else "say"


def acts(sentence: Sentence, verb: int) -> bool:
    """Whether a verb that speaks only by clauses has another complement: "observed a truce", "continued to shell", "did not show up"."""
    tells = sentence.tokens[verb].lemma.lower() in lexicon.load().reporting.outlets["tell"]
    if "object" in _takes(sentence, verb) or tells:
        return False
    return bool(sentence.dependents(verb, "obj", "xcomp", "compound:prt"))


def all_but(sentence: Sentence, below: int) -> frozenset[int]:
    """All words but those below one, up to the next semicolon: the clause beside a parenthesis ("…, officials said")."""
    own = set(sentence.subtree(below))
    marks = [-1, *(t.i for t in sentence.tokens if t.text == ";"), len(sentence)]
    first = max(m for m in marks if m < below)
    last = min(m for m in marks if m > below)
    return frozenset(range(first + 1, last)) - own


def divided(sentence: Sentence, a: int, b: int) -> bool:
    return any(t.text == ";" for t in sentence.tokens[min(a, b) : max(a, b)])


def _takes(sentence: Sentence, verb: int) -> tuple[str, ...]:
    entry = lexicon.load().reporting.verbs.get(sentence.tokens[verb].lemma.lower())
    return entry.content if entry else ("clause", "infinitive", "object")


def _somebody(sentence: Sentence, word: int) -> bool:
    token = sentence.tokens[word]
    return token.name != "O" or token.mention in ("person", "organization") or token.upos in ("PROPN", "PRON")


def _says_more(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a complement that its clause is about: "but both men cautioned against haste", not "and officials said so"."""
    more = (preposition(sentence, c) for c in sentence.dependents(verb, "obl", "advcl", "nmod"))
    return any(case is not None and case not in _OCCASION for case in more)


def _clause_before(sentence: Sentence, below: int) -> set[int]:
    """The clause on which a parenthesis hangs, without what is joined to it behind the parenthesis."""
    own = sentence.subtree(below)
    joined = [c for c in sentence.dependents(sentence.tokens[below].head, "conj") if c > max(own)]
    beyond = {w for c in joined for w in sentence.subtree(c)}
    return set(sentence.subtree(sentence.tokens[below].head)) - set(own) - beyond
