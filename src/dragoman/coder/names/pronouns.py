"""Who a personal pronoun means: the nearest earlier phrase that fits in kind and number and that its clause doesn't bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec

from dragoman.actors import Knowledge, Resolution
from dragoman.coder.grammar.classes import RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import PERSONAL, conjuncts, preposition
from dragoman.coder.grammar.quotes import QUOTATION_MARKS
from dragoman.coder.grammar.slots import PAYING, is_passive
from dragoman.coder.names.by_build import is_purpose, meant_by_build
from dragoman.coder.names.others_own import main_subject, not_its_own
from dragoman.coder.names.unnamed import TELLERS, described, is_several, plural_before, subject_above, unnamed
from dragoman.language.parse import Sentence, Token, matches
from dragoman.ontology import lexicon
from dragoman.records import Span

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_ONE = frozenset({"state", "igo", "regional_org"})
_HEADS = frozenset({"president", "minister", "leader", "king", "premier", "chief", "chairman", "ambassador"})
"""Offices of which a state or movement has one."""
_WHEN = frozenset({"after", "when", "because", "since"})
_NEAR = 2
"""Sentences back in which a subject wins over nearer phrases that are none."""
LOOK_BACK = 40
"""Phrases looked back over for a pronoun's antecedent: about three sentences of news text."""


class Named(Protocol):
    """A noun phrase with who it means (`coder.mentions.Mention`)."""

    sentence: int
    head: int
    span: Span
    resolution: Resolution


def antecedent(
    sentences: Sequence[Sentence], sentence: Sentence, head: int, named: Sequence[Named], knowledge: Knowledge,
    meant: Callable[[Sentence, int], Resolution],
) -> Resolution:  # fmt: skip
    """Who the pronoun at `head` means; a resolution without an actor where nobody fits.

    Args:
        named: phrases before that mean somebody, in reading order.
        meant: who the phrase headed by a word means.
    """
    word = sentence.tokens[head].text.lower()
    doing = {
        k
        for i in own_subject(sentence, head)
        for own in (i, *sentence.dependents(i, "appos"))
        for k in conjuncts(sentence, own)
    }
    foes = not_its_own(sentence, head)
    barred = doing | {*_quoted(sentence, head), *_tellers(sentence, head, meant), *_told_more_of(sentence, head), *foes}
    here = sentence.index
    before = [m for m in named if (m.sentence, m.head) < (here, head) and (m.sentence != here or m.head not in barred)]
    doers = [meant(sentence, i) for i in own_subject(sentence, head) if sentence.tokens[i].text.lower() in PERSONAL]
    doers += [meant(sentence, i) for i in foes]
    same = {(r.actor, r.person.name if r.person else None) for r in doers if r.actor}
    before = [m for m in before if (m.resolution.actor, m.resolution.person and m.resolution.person.name) not in same]
    earlier = [m for m in before if not (m.resolution.actor or "").startswith("outlet:")][-LOOK_BACK:]
    built = meant_by_build(sentence, head)
    if not built and (above := subject_above(sentence, head, meant)) is not None:
        return described(sentence, above, meant)
    fitting = _fitting(sentences, word, earlier, knowledge, several=_owns_several(sentence, head))
    chosen = next((m for m in reversed(fitting) if m.sentence == here and m.head in built), None)
    chosen = chosen or _charged(sentence, head, fitting) or _judged(sentence, head, fitting)
    if chosen is None:
        subjects = [m for m in fitting if _is_subject(sentences, m, word, here)]
        recent = [m for m in subjects if here - m.sentence <= _NEAR + _run(sentences, here, word)]
        chosen = (recent or fitting)[-1] if fitting else None
        if word in SINGULAR_PERSON and (other := unnamed(sentences, sentence, head, chosen)) is not None:
            return msgspec.structs.replace(meant(*other), why=f"pronoun for '{other[0].tokens[other[1]].text}'")
        if word == "they" and (people := plural_before(sentences, sentence, head, chosen, meant)) is not None:
            return described(sentences[here - 1], people, meant)
    if chosen is None and (teller := _teller_behind(sentence, head, meant)) is not None:
        return msgspec.structs.replace(teller, why="pronoun for who tells of it")
    if chosen is None and foes and (later := main_subject(sentence, head)) is not None:
        return described(sentence, later, meant)
    if chosen is None:
        return Resolution(why="pronoun without antecedent")
    name = chosen.resolution.name
    if word == "they" and not name and here - chosen.sentence <= 1 and _is_subject(sentences, chosen, word, here):
        name = chosen.span.text
    return msgspec.structs.replace(chosen.resolution, name=name, why=f"pronoun for '{chosen.span.text}'")


def _owns_several(sentence: Sentence, pronoun: int) -> bool:
    """Whether a possessive pronoun stands before people in the plural: "their presidents"."""
    token = sentence.tokens[pronoun]
    if token.relation != "nmod:poss" or token.head < 0:
        return False
    owned = sentence.tokens[token.head]
    return owned.mention == "person" and owned.text.lower() != owned.lemma.lower() and owned.lemma.lower() in _HEADS


def _is_subject(sentences: Sequence[Sentence], mention: Named, word: str, here: int) -> bool:
    """Whether a phrase is a subject, or the name behind one: "the envoy, Martti Ahtisaari, met".

    One of a row is none for a pronoun in the singular of a later sentence, `here`: "Netanyahu and Abbas met Kerry. He"; nor is the subject
    of a relative clause for any: "Norway, which Bogota thanked, is neutral. It"; nor that of an adverbial one for "he" two sentences on.
    """
    token, sentence = _token(sentences, mention), sentences[mention.sentence]
    if token.relation == "appos" and token.head >= 0:
        token = sentence.tokens[token.head]
    row = (
        mention.sentence != here
        and word not in _PLURAL
        and any(c > token.i and not _is_other_name(sentence, c) for c in sentence.dependents(token.i, "conj"))
    )
    clause = sentence.tokens[token.head].relation if token.head >= 0 else ""
    aside = (mention.sentence != here and clause == "acl:relcl") or (
        word in ("he", "she") and here - mention.sentence > 1 and clause == "advcl"
    )
    return matches(token.relation, ("nsubj",)) and not row and not aside


def _is_other_name(sentence: Sentence, conjunct: int) -> bool:
    """Whether a coordinated name is only another for the same: "the National Liberation Army, or ELN"."""
    return any(sentence.tokens[c].text.lower() == "or" for c in sentence.dependents(conjunct, "cc"))


def _run(sentences: Sequence[Sentence], here: int, word: str) -> int:
    """How many sentences before this one have "he" (or "she") for their subject, one behind the other: all go on about one person."""
    if word not in SINGULAR_PERSON:
        return 0
    subject = "she" if word in _FEMALE else "he"
    run = 0
    while run < here and any(
        _is_root_subject(sentences[here - run - 1], t, subject) for t in sentences[here - run - 1].tokens
    ):
        run += 1
    return run


def _is_root_subject(sentence: Sentence, token: Token, word: str) -> bool:
    return token.text.lower() == word and matches(token.relation, ("nsubj",)) and sentence.tokens[token.head].head < 0


def _token(sentences: Sequence[Sentence], mention: Named) -> Token:
    return sentences[mention.sentence].tokens[mention.head]


def _fitting(
    sentences: Sequence[Sentence], word: str, earlier: list[Named], knowledge: Knowledge, *, several: bool
) -> list[Named]:
    """Those of the earlier phrases that a pronoun may mean by kind, gender and number.

    `several`: it owns people in the plural, so that one body alone is not meant by "their presidents".
    """
    if word in SINGULAR_PERSON:
        persons = [(m, m.resolution.person) for m in earlier if m.resolution.person is not None]
        other = "m" if word in _FEMALE else "f"
        return [m for m, person in persons if knowledge.gender(person.name) != other]
    if word in _PLURAL:
        bodies = [m for m in earlier if m.resolution.person is None]
        if word == "their" and several:
            return [m for m in bodies if _is_plural(sentences, m)]
        # An organisation is "they" as well as its people; a state is "it".
        return [m for m in bodies if _is_plural(sentences, m)] or [
            m for m in bodies if m.resolution.actor_type != "state"
        ]
    if word in _NEUTER:
        return [
            m
            for m in earlier
            if m.resolution.person is None
            and m.resolution.actor is not None
            and not _is_plural(sentences, m)
            and not _is_somebody(sentences, m)
        ]
    return []


def _is_plural(sentences: Sequence[Sentence], mention: Named) -> bool:
    """Whether a phrase's head is a plural; names of states and organisations are singular whatever their last letter."""
    word, named = _token(sentences, mention), mention.resolution.actor_type not in _ONE
    marked = word.text.endswith("s") and word.text.lower() != word.lemma.lower()
    several = word.upos == "PROPN" and is_several(sentences[mention.sentence], word)
    return (marked and word.upos == "NOUN") or (named and (several or (marked and word.upos == "PROPN")))


def _is_somebody(sentences: Sequence[Sentence], mention: Named) -> bool:
    """Whether a phrase is a person by his errand, who is no "it": "the U.N. envoy"."""
    word = _token(sentences, mention)
    return word.upos == "NOUN" and word.text.lower() in lexicon.load().classes["envoy"]


def own_subject(sentence: Sentence, head: int) -> list[int]:
    """Subjects of the verb whose object a pronoun is: it can't mean these (Chomsky 1981, binding principle B).

    The subject of an infinitive of purpose and of a participle is that of the verb above: "Chiluba telephoned Savimbi to urge him".
    """
    token = sentence.tokens[head]
    if token.relation == "nmod" and token.head >= 0 and preposition(sentence, head) in ("with", "against"):
        token = sentence.tokens[token.head]  # "refused to hold talks with it"
    elif token.relation == "nmod" and sentence.tokens[token.head].upos in ("NUM", "DET", "PRON"):
        token = sentence.tokens[token.head]  # "troops shot two of them"
    if not matches(token.relation, ("obj", "iobj", "obl")) or token.text.lower().endswith(("self", "selves")):
        return []
    verb = token.head
    while verb >= 0 and not sentence.dependents(verb, "nsubj"):
        own = sentence.tokens[verb]
        if own.relation == "xcomp" and own.head >= 0:
            # "urged Kiir to meet him": not Kiir; "refused to meet him": not who refused
            asked = [i for i in sentence.dependents(own.head, "obj", "iobj") if i < verb]
            if asked:
                return asked
        elif own.relation != "conj" and not is_purpose(sentence, verb) and not _beside(sentence, verb):
            break  # but on to the subject of "Biden called the emir and thanked him"
        verb = own.head
    return sentence.dependents(verb, "nsubj") if verb >= 0 else []


def _told_more_of(sentence: Sentence, head: int) -> list[int]:
    """The noun before a relative clause whose subject a pronoun is and whose object that noun is: "it" of "Iran, which it accuses of arming
    Hezbollah" is not Iran."""
    token = sentence.tokens[head]
    clause = token.head
    if not matches(token.relation, ("nsubj",)) or clause < 0 or sentence.tokens[clause].relation != "acl:relcl":
        return []
    between = [c for c in sentence.dependents(clause, "obj", "obl", "iobj") if c < head]
    if not any(sentence.tokens[c].text.lower() in RELATIVE_PRONOUNS for c in between):
        return []
    return conjuncts(sentence, sentence.tokens[clause].head)


def _teller_behind(sentence: Sentence, head: int, meant: Callable[[Sentence, int], Resolution]) -> Resolution | None:
    """Who tells it all behind such a clause: "Iran, which it accuses of aggression, has won, Iraq's army said"."""
    if sentence.tokens[head].text.lower() not in _NEUTER or not _told_more_of(sentence, head):
        return None
    behind = [s for verb in sentence.ancestors(head) for s in sentence.dependents(verb, "nsubj") if s > head]
    behind = [s for s in behind if all(sentence.tokens[i].upos != "PRON" for i in sentence.subtree(s))]
    named = (meant(sentence, s) for s in behind)
    return next((r for r in named if r.actor is not None and r.person is None), None)


def _beside(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is a participle that shares the subject of the verb above: "cut ties with Qatar, accusing it"."""
    token = sentence.tokens[verb]
    return token.text.lower().endswith("ing") and matches(token.relation, ("advcl",))


def _charged(sentence: Sentence, head: int, fitting: list[Named]) -> Named | None:
    """Who is punished, blamed or thanked for what is his: "sanctions on Russia for its seizure of Crimea"; None for other pronouns."""
    tokens = sentence.tokens
    deed = tokens[head].head
    if tokens[head].relation != "nmod:poss" or deed < 0 or preposition(sentence, deed) not in ("for", "over"):
        return None
    verb = tokens[deed].head
    while verb >= 0 and tokens[verb].upos == "NOUN" and matches(tokens[verb].relation, ("obj", "nsubj:pass", "nmod")):
        verb = tokens[verb].head  # "extended its sanctions against Russia over"
    if verb < 0 or tokens[verb].upos != "VERB" or tokens[verb].lemma.lower() in PAYING:
        return None
    objects = [c for c in sentence.children[verb] if c < deed and matches(tokens[c].relation, ("obj", "nsubj:pass"))]
    below = (
        c for i in objects for c in sentence.dependents(i, "nmod") if preposition(sentence, c) in ("on", "against")
    )
    done_to = {k for i in (*objects, *below) for k in conjuncts(sentence, i)}
    return next((m for m in reversed(fitting) if m.sentence == sentence.index and m.head in done_to), None)


def _judged(sentence: Sentence, head: int, fitting: list[Named]) -> Named | None:
    """Who is praised or blamed for what "it" does then: "backed Bahrain after it expelled a diplomat"; None for other pronouns.

    What is done to "it" may be why the speaker complains: "rebuked Syria after it was shelled".
    """
    tokens = sentence.tokens
    deed = tokens[head].head
    if matches(tokens[head].relation, ("nmod:poss",)) and deed >= 0 and matches(tokens[deed].relation, ("nsubj",)):
        deed = tokens[deed].head  # "after its jets bombed a village"
    elif not matches(tokens[head].relation, ("nsubj",)):
        return None
    if tokens[head].text.lower() not in _NEUTER or deed < 0 or not matches(tokens[deed].relation, ("advcl",)):
        return None
    verb, classes = tokens[deed].head, lexicon.load().classes
    judging = {*classes["praising"], *classes["disapproving"], *classes["alleging"], "back", "defend"}
    when = {tokens[c].text.lower() for c in sentence.dependents(deed, "mark", "advmod")} & _WHEN
    if not when or deed < head or tokens[verb].lemma.lower() not in judging or is_passive(sentence, deed):
        return None
    objects = [c for c in sentence.dependents(verb, "obj") if verb < c < deed]
    return next((m for m in reversed(fitting) if m.sentence == sentence.index and m.head in objects), None)


def _quoted(sentence: Sentence, head: int) -> list[int]:
    """Words that a subject in or beside a quotation doesn't mean: those inside where it has the verb of saying, and who says it where it
    stands inside: nobody is spoken of so by himself."""
    token = sentence.tokens[head]
    if not matches(token.relation, ("nsubj",)):
        return []
    inside, words = False, []
    for other in sentence.tokens:
        if other.text in QUOTATION_MARKS:
            inside = not inside and other.text != "”"
        elif inside:
            words.append(other.i)
    if head not in words:
        return words
    if token.head not in words:
        return []
    return [s for verb in sentence.ancestors(head) for s in sentence.dependents(verb, "nsubj") if s not in words]


def _tellers(sentence: Sentence, head: int, meant: Callable[[Sentence, int], Resolution]) -> list[int]:
    """Who tells in the verb above of those whom "they" means: "officials said they had left", not "Yemeni officials"."""
    if sentence.tokens[head].text.lower() not in _PLURAL:
        return []
    above = (s for verb in sentence.ancestors(head) for s in sentence.dependents(verb, "nsubj") if s < head)
    return [s for s in above if sentence.tokens[s].lemma.lower() in TELLERS and meant(sentence, s).actor is None]
