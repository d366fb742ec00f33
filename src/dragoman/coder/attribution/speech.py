"""Speech in the tree of a sentence: who is told to say what, and to which outlet (codebook 1.4).

Five constructions hand words to a speaker: a verb of saying with its subject ("officials said that"), "according to", a quoting verb
with whom it quotes ("Reuters quoted a diplomat as saying"), a citing verb beside another's speech ("Reuters, citing diplomats,
said"), and a noun of speech with its clause ("the army's claim that"). Acting is no speech: who signs, meets or observes a truce says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coder.attribution.carriers import addressees, carriers
from dragoman.coder.attribution.scope import (
    added_answers,
    added_clauses,
    background,
    beyond_parenthesis,
    beyond_speech,
    brought_in,
    clause_around,
    relative_asides,
)
from dragoman.coder.attribution.speech_content import Speech, acts, all_but, answered_for, divided, kind_of
from dragoman.coder.grammar.phrases import conjuncts, preposition
from dragoman.coder.grammar.retorts import retorts
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.occurrence.contradicted import is_contradicted
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_ALONE = frozenset({"say", "announce", "deny", "ask", "write"})
"""Kinds of verbs that can bring in a quotation of another sentence: "Lavrov spoke to Reuters. “…”"."""
_DENIABLE = frozenset({"say", "announce", "claim", "write", "report"})
_FAR = 16
"""Words between "quoted" and "as saying": room for a long title."""


def speeches(sentence: Sentence, reporting: frozenset[str]) -> list[Speech]:
    """All speech of a sentence, in order of its verbs; `reporting` are the lemmas of the verbs of saying."""
    found: list[Speech] = []
    said: set[int] = set()
    added, answers = retorts(sentence), added_answers(sentence)
    for token in sentence.tokens:
        if any(token.i == r.verb for r in added):
            continue  # "…, a charge that Kigali denied": Kigali says nothing but that
        if token.text.lower() == "according":
            found += _according(sentence, token.i)
        elif token.upos == "NOUN" and token.lemma.lower() in lexicon.load().reporting.speech_nouns:
            found += _noun(sentence, token.i, reporting)
        elif token.i in said or token.upos != "VERB" or token.lemma.lower() not in reporting:
            continue
        elif kind_of(sentence, token.i) == "quote":
            made = list(_quoting(sentence, token.i, reporting))
            said.update(s.verb for s in made)
            found += made
        elif not _unsaid(sentence, token.i) and (speakers := verb_slots(sentence, token.i)["agent"]):
            content = answered_for(sentence, token.i)
            beyond = beyond_speech(sentence, token.i, content, reporting | lexicon.load().reporting.judging)
            beyond |= answers if token.i not in answers else frozenset()
            beyond |= added_clauses(sentence, token.i, content) | relative_asides(
                sentence, [i for i in sentence.subtree(token.i) if i != token.i]
            )
            content -= beyond
            if content or (kind_of(sentence, token.i) in _ALONE and not acts(sentence, token.i)):
                aside = token.relation in ("parataxis", "advcl") and token.head in content
                found.append(Speech(token.i, speakers, content, addressees(sentence, token.i), aside, beyond=beyond))
    for speech in found:
        own = frozenset(i for r in added if speech.verb not in r for i in range(r.first, r.last))
        speech.content, speech.beyond = speech.content - own, speech.beyond | own
    cited = {i for s in found if s.cited for i in s.speakers}
    for speech in found:
        speech.to = [*speech.to, *(c for i in speech.speakers[:1] for c in carriers(sentence, i))]
        if not speech.cited and any(i not in cited for i in speech.speakers):
            speech.speakers = [i for i in speech.speakers if i not in cited]
    return found


def answered(sentence: Sentence) -> list[tuple[int, int]]:
    """(noun, subject) of what the article says behind a statement of somebody's answer to it: "…, a claim which Meles rejected"."""
    nouns = lexicon.load().reporting.speech_nouns
    return [
        (token.head, subject)
        for token in sentence.tokens
        if token.relation == "acl:relcl" and sentence.tokens[token.head].lemma.lower() in nouns
        for subject in sentence.dependents(token.i, "nsubj")[:1]
        if sentence.tokens[subject].upos != "PRON" and brought_in(sentence, token.head)
    ]


def _unsaid(sentence: Sentence, verb: int) -> bool:
    """Whether the verb is denied ("did not say that", "declined to confirm that"), so that nobody answers for its clause."""
    if kind_of(sentence, verb) not in _DENIABLE:
        return False
    modality = lexicon.load().modality
    subjects = [
        c for s in sentence.dependents(verb, "nsubj") for c in (s, *sentence.dependents(s, "det", "cc:preconj"))
    ]
    if any((sentence.tokens[c].text.lower(),) in modality.negations for c in subjects):
        return True  # "neither faction would confirm"
    if any((sentence.tokens[c].text.lower(),) in modality.negations for c in sentence.dependents(verb, "advmod")):
        return True
    token = sentence.tokens[verb]
    effect = modality.complement_verbs.get((sentence.tokens[token.head].lemma.lower(),)) if token.head >= 0 else None
    if token.relation == "xcomp" and token.head >= 0 and is_passive(sentence, token.head):
        return (sentence.tokens[token.head].lemma.lower(),) in modality.appointed  # "is expected to announce sanctions"
    return token.relation == "xcomp" and effect is not None and effect.polarity == "negated"


def _according(sentence: Sentence, word: int) -> Iterator[Speech]:
    token = sentence.tokens[word]
    governor = token.head
    if (
        governor >= 0
        and sentence.tokens[governor].upos in ("NOUN", "PROPN", "PRON")
        and matches(token.relation, ("case",))
    ):
        yield _beside(sentence, word, governor, governor)
    elif below := sentence.dependents(word, "obl", "nmod"):
        yield _beside(sentence, word, below[0], word)


def _beside(sentence: Sentence, word: int, speaker: int, below: int) -> Speech:
    """The speech of "according to" a speaker, whose phrase stands below a word."""
    whole = sentence.subtree(below)
    beyond = beyond_parenthesis(sentence, min(word, *whole), max(whole))
    content = clause_around(sentence, below) or all_but(sentence, below) - beyond
    return Speech(word, [speaker], content, aside=True, beyond=beyond)


def _noun(sentence: Sentence, noun: int, reporting: frozenset[str]) -> Iterator[Speech]:
    """A noun of speech with its clause: whose it is, or who made it ("the claim by the army that"), speaks; else it speaks itself
    ("there were reports that"), but for what another speaks of ("denied reports that")."""
    tokens = sentence.tokens
    clauses = [c for c in sentence.dependents(noun, "acl", "ccomp") if c > noun and preposition(sentence, c) == "that"]
    if not clauses or tokens[clauses[0]].relation == "acl:relcl":
        return
    makers = [
        c
        for c in sentence.children[noun]
        if tokens[c].relation == "nmod:poss"
        or (matches(tokens[c].relation, ("nmod",)) and preposition(sentence, c) in ("by", "from", "of"))
    ]
    head = tokens[noun].head
    spoken_of = head >= 0 and tokens[head].lemma.lower() in reporting and tokens[noun].relation == "obj"
    if not makers and spoken_of:
        return
    words = {w for c in clauses for w in sentence.subtree(c)}
    if not makers and is_contradicted(sentence, noun):
        # "rejected suggestions that Iran had been left out": whoever says no; "the suggestions were false" says nothing of its own
        makers = verb_slots(sentence, head)["agent"] if tokens[noun].relation == "obj" else []
        if makers:
            yield Speech(noun, makers, frozenset(words - background(sentence, words)))
        return
    yield Speech(noun, [*makers, noun], frozenset(words - background(sentence, words)))


def _quoting(sentence: Sentence, verb: int, reporting: frozenset[str]) -> Iterator[Speech]:
    """Who quotes and who is quoted, by "quoted X as saying", "was quoted by X as saying" and "X, citing Y, said"."""
    tokens = sentence.tokens
    passive = is_passive(sentence, verb)
    subjects = [s for c in sentence.dependents(verb, "nsubj") for s in conjuncts(sentence, c)]
    slots = verb_slots(sentence, verb)
    # The parser takes some objects before "as" for a second subject.
    quoted = slots["patient"] or [s for s in subjects if s > verb]
    quoting = [s for s in slots["agent"] if s not in quoted]
    saying = _as_saying(sentence, verb, reporting)
    if saying is not None:
        quoting += [c for c in sentence.dependents(saying, "obl") if preposition(sentence, c) == "by" and passive]
        inner = answered_for(sentence, saying) - all_but(sentence, saying)
        content = inner or _clause_around(sentence, verb)
        if quoting:
            yield Speech(verb, quoting, content)
        yield Speech(saying, quoted, content, cited=True)
        return
    host = _host(sentence, verb)
    if host is not None and not quoted and not passive:
        # "Citing two diplomats, Reuters reported": the parser gives the verb's object to the clause behind the comma.
        stray = [s for s in sentence.dependents(host, "nsubj") if s > verb and not _mark_between(sentence, verb, s)]
        quoted = stray[:1]
    if host is not None and not passive and tokens[host].lemma.lower() in reporting:
        yield Speech(verb, quoted, answered_for(sentence, host), cited=True)
    elif not passive and (own := _by_whom(sentence, verb)) >= 0:
        yield Speech(verb, quoted, all_but(sentence, own), cited=True)


def _by_whom(sentence: Sentence, verb: int) -> int:
    """The outlet of "according to Kommersant, which cited a member of the team"; -1 where a verb cites for none."""
    token = sentence.tokens[verb]
    if not matches(token.relation, ("acl",)):
        return -1
    told = any(sentence.tokens[c].text.lower() == "according" for c in sentence.dependents(token.head, "case"))
    return token.head if told else -1


def _as_saying(sentence: Sentence, verb: int, reporting: frozenset[str]) -> int | None:
    """ "saying" of "quoted the minister as saying", wherever the parser hangs it."""
    for token in sentence.tokens[verb + 1 : verb + _FAR]:
        after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence) else None
        if token.text.lower() == "as" and after is not None and after.lemma.lower() in reporting:
            return after.i
    return None


def _mark_between(sentence: Sentence, a: int, b: int) -> bool:
    return any(t.upos == "PUNCT" for t in sentence.tokens[a + 1 : b])


def _clause_around(sentence: Sentence, verb: int) -> frozenset[int]:
    """What stands beside "TASS quoted him as saying": its complement clause, else the clause that it is a parenthesis of."""
    words: set[int] = set()
    for child in sentence.children[verb]:
        if sentence.tokens[child].relation in ("ccomp", "parataxis") and not divided(sentence, verb, child):
            words.update(sentence.subtree(child))
    if not words and matches(sentence.tokens[verb].relation, ("parataxis",)):
        return all_but(sentence, verb)
    return frozenset(words)


def _host(sentence: Sentence, verb: int) -> int | None:
    """The verb whose speech a participle adds a source to: of "Reuters, citing diplomats, said" and "said, citing diplomats"."""
    token = sentence.tokens[verb]
    before = sentence.tokens[verb - 2] if verb > 1 and sentence.tokens[verb - 1].text == "," else None
    if before is not None and before.upos == "VERB" and before.lemma.lower() in lexicon.load().reporting.verbs:
        return before.i  # "said, quoting": the parser hangs some on what is said
    if token.head < 0 or not matches(token.relation, ("acl", "advcl", "xcomp", "parataxis")):
        return None
    above = sentence.tokens[token.head]
    if matches(token.relation, ("acl",)):
        return above.head if matches(above.relation, ("nsubj",)) and above.head >= 0 else None
    return above.i
