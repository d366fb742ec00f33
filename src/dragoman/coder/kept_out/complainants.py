"""Who complains that he is kept out, by a pronoun or by "we", is himself out: "the Assembly complained that it had not been shown the text"."""

from __future__ import annotations

import msgspec

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import verb_slots
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_ONE = {"it": "organization", "he": "person", "she": "person"}
_SEVERAL = "they"


def as_complainants(sentence: Sentence, mentions: Mentions, candidate: Candidate, people: list[Filled]) -> list[Filled]:
    """Participants whose pronoun is the subject of what somebody complains of, or says, as that somebody, where it was taken for another."""
    if candidate.label not in group("exclusions"):
        return people
    return [_meant(sentence, mentions, f) if f.role == "excluded" and f.mention.pronoun else f for f in people]


def _meant(sentence: Sentence, mentions: Mentions, filled: Filled) -> Filled:
    """The entry with who says so in place of a pronoun that may mean him and was taken for another of whom the sentence does not tell."""
    tokens = sentence.tokens
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or not matches(tokens[head].relation, ("nsubj", "nsubj:pass")):
        return filled
    clause = tokens[head].head
    if not matches(tokens[clause].relation, ("ccomp",)):
        return filled
    above = tokens[clause].head
    verb = tokens[above].lemma.lower()
    addressed = any(preposition(sentence, c) in (None, "to") for c in sentence.dependents(above, "obj", "iobj", "obl"))
    # "officials said they had not been invited" may be of others, "France told Libya that it would not be" is of Libya
    says = verb in lexicon.load().reporting_verbs and tokens[head].text.lower() != _SEVERAL and not addressed
    if verb not in lexicon.load().classes["complaining"] and not says:
        return filled
    tellers = [s for s in verb_slots(sentence, above)["agent"] if s < head and tokens[s].upos in ("NOUN", "PROPN")]
    if any(mentions.at(sentence, s).actor == filled.mention.resolution.actor is not None for s in tellers):
        return filled
    for teller in reversed(tellers):
        if _may_mean(sentence, head, teller):
            who = mentions.at(sentence, teller)
            resolution = msgspec.structs.replace(who.resolution, name=who.resolution.name or who.span.text)
            return msgspec.structs.replace(
                filled, mention=msgspec.structs.replace(filled.mention, resolution=resolution)
            )
    return filled


def _may_mean(sentence: Sentence, pronoun: int, teller: int) -> bool:
    """Whether a pronoun agrees with a noun: "it" with a body, "he" with a person, "they" with several."""
    told, who = sentence.tokens[pronoun].text.lower(), sentence.tokens[teller]
    several = who.upos == "NOUN" and who.text.lower() != who.lemma.lower()
    if told == _SEVERAL:
        return several or bool(sentence.dependents(teller, "conj"))
    kind = _ONE.get(told)
    if kind is None or several:
        return False
    person = who.mention == "person" or who.name.endswith("PER")
    return person == (kind == "person")


def complains_of_own(sentence: Sentence, filled: Filled) -> bool:
    """Whether who is kept out says so himself, by a word for his exclusion: "Kenya protested against its exclusion", "expressed astonishment at
    its exclusion from the talks"."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    if filled.role != "excluded" or filled.mention.sentence != sentence.index:
        return False
    head = filled.mention.head
    noun = tokens[head].head
    own = tokens[head].relation == "nmod:poss" and tokens[head].upos == "PRON"
    if not own or tokens[noun].lemma.lower() not in classes["keeping_out"]:
        return False
    verb = next((i for i in sentence.ancestors(noun) if tokens[i].upos == "VERB"), -1)
    if verb < 0 or tokens[verb].lemma.lower() not in {*classes["airing"], *classes["complaining"]}:
        return False
    return any(tokens[s].upos in ("NOUN", "PROPN") for s in verb_slots(sentence, verb)["agent"])
