"""One event told by several words of a sentence becomes one mention.

Annotation rules: "held talks" is one event, on the noun; what is proposed, agreed, called off or refused is told by the act
("proposed talks" is a proposal, not a meeting too); "X brokered the truce" is the truce with X as broker (codebook R25).
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.wording import called_for, told_by_wording
from dragoman.coder.grammar.classes import ABOUT
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.occurrence.contradicted import denies
from dragoman.coder.senses.talks_of_talks import as_which, under_guarantee
from dragoman.coder.senses.told_further import own_facts, told_apart, told_further
from dragoman.coder.senses.told_twice import is_ended, is_proposed, is_taken_back, of_condition, same_act
from dragoman.coder.senses.undone import ended_act, is_left_undone, only_leads_up
from dragoman.coder.taking_part.times_apart import time_apart
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import Ontology, group, lexicon

_LINKS = ("obj", "nsubj:pass", "nsubj", "obl", "nmod", "compound", "amod", "xcomp", "ccomp", "acl", "flat", "conj")
_ACTS = frozenset({"pre_talk_moves", "process_changes"})
_LONGEST = 6
"""Words of the longest trigger that several make up: "face-to-face meeting"."""
_DEPTH = 3
"""Words between two tellings of one event: "agreed to hold a round of talks"."""


def merge(sentence: Sentence, candidates: list[Candidate], ontology: Ontology) -> list[Candidate]:
    """Candidates without those that tell an event again, in order."""
    kept = sorted(candidates, key=lambda c: c.words)
    for candidate in kept:
        _give_way(sentence, candidate)
    changed = True
    while changed:
        changed = False
        for a in kept:
            for b in kept:
                if a is b:
                    continue
                loser = _loser(sentence, a, b, ontology)
                if loser is not None:
                    kept.remove(loser)
                    changed = True
                    break
            if changed:
                break
    return kept


def _give_way(sentence: Sentence, candidate: Candidate) -> None:
    """A boycott, refusal or condition that somebody ends, lifts or drops is a concession on that verb: "ended its boycott of the talks"."""
    if (ended := ended_act(sentence, candidate)) is not None:
        candidate.label, candidate.words = ended
        candidate.rule, candidate.intent = None, "end"
        candidate.decided_by, candidate.sure = "model", False
        return
    words = lexicon.load().modality
    noun = next((i for i in reversed(candidate.words) if (sentence.tokens[i].lemma.lower(),) in words.given_up), -1)
    token = sentence.tokens[noun]
    if noun < 0 or candidate.label not in group("standing_firm") or not matches(token.relation, ("obj",)):
        return
    if (sentence.tokens[token.head].lemma.lower(),) in words.giving_up:
        candidate.label, candidate.words, candidate.rule = "CONCEDE", sorted({token.head, noun}), None
        candidate.decided_by, candidate.sure = "model", False


def _loser(sentence: Sentence, a: Candidate, b: Candidate, ontology: Ontology) -> Candidate | None:
    """Which of two candidates tells again what the other tells; None where they are two events. `b` hangs below `a`."""
    if _only_particle(sentence, a, b):
        loser = a if b.label in group("exclusions") else b  # "turned | away" keeps somebody out
        winner = b if loser is a else a
        winner.words = sorted({*a.words, *b.words})
        return loser
    first, second = _family(a, ontology), _family(b, ontology)
    if first == second == "meetings" and _adjacent(a, b):
        loser = _weaker(a, b)
        winner = a if loser is b else b
        winner.words = sorted({*a.words, *b.words})
        return loser
    if a.label == b.label and a.label in group("allegations") and set(sentence.ancestors(b.words[-1])) & set(a.words):
        return b  # "accused of violating": the accusation is the act (R27)
    within = bool(set(sentence.ancestors(b.words[-1])) & set(a.words))
    if within and a.label == b.label == "precondition_set" and a.ruling is not None and b.ruling is None:
        return b  # "would only meet": the model marks "only", the rule "meet"
    if a.label == b.label and a.label in group("exclusions") and _object_of(sentence, b, a):
        return b  # "has had no part", "was denied a seat"
    if within and a.label in group("exclusions") and b.label in group("requests") and _noun(sentence, b):
        return b  # "kept away at the request of": the request is that of an exclusion
    if denies(sentence, a, b):
        return a  # "denied that it had asked"
    if (of_breach := _of_alleged_breach(sentence, a, b)) is not None:
        return of_breach
    if first == "meetings" and under_guarantee(sentence, a, b):
        return b
    if first == second == "meetings" and as_which(sentence, a, b):
        return b
    if _only_negates(sentence, a, b):
        b.words = sorted({*a.words, *b.words})
        if a.label in group("standing_firm") or a.label == "ceasefire_ended":
            b.label, b.rule, b.decided_by, b.sure = a.label, None, "model", False
        return a
    if _hyphenated(sentence, a, b) and a.label == b.label and first == "meetings":
        a.words = list(range(b.words[0], a.words[-1] + 1)) if a.words[-1] - b.words[0] < _LONGEST else a.words
        return b  # "face-to-face encounter"
    if told_by_wording(sentence, a, b):
        a.label = called_for(sentence, a, b)
        return b
    if (again := same_act(sentence, a, b)) is not None:
        return again
    if of_condition(sentence, a, b) or is_left_undone(sentence, a, b):
        return b
    if only_leads_up(sentence, a, b):
        return a
    if "end" in (a.intent, b.intent) and set(a.words) & set(b.words):
        end, verb = (a, b) if a.intent == "end" else (b, a)
        return end if verb.label in ("RETREAT", "CONCEDE") else verb  # "halted | halted air strikes"
    if not below(sentence, _told_by(sentence, b), a.words):
        return None
    if second == "meetings" and time_apart(sentence, _told_by(sentence, b), a.words) >= 0:
        return None  # "met Putin ahead of talks with Iran"
    if second == "texts" and told_apart(sentence, b):
        return None
    if first == second == "meetings" and _in_other_clause(sentence, b, a):
        return None
    if is_proposed(sentence, a, b):
        return a
    if is_ended(sentence, a, b) or is_taken_back(sentence, a, b):
        return b
    if a.label.islower() and _names_kind(sentence, a, b):
        return b
    if first == second == "meetings":
        return (
            a
            if _noun(sentence, b) and not _noun(sentence, a)
            else b
            if _noun(sentence, a) and not _noun(sentence, b)
            else _weaker(a, b)
        )
    if a.label in group("threats") and (second == "process_changes" or b.label in group("leaving")):
        return b  # "a threat to cancel the summit": what is threatened has not been done
    if first in _ACTS and second == "meetings" and a.label not in group("exclusions"):
        apart = (a.label in group("leaving") and told_further(sentence, b)) or own_facts(sentence, b, first)
        return None if apart else b
    if first == "meetings" and second == "texts" and not _noun(sentence, a):
        return (
            a if sentence.tokens[_told_by(sentence, b)].head in a.words else None
        )  # not "met in a bid to save the truce"
    if first == second == "texts" and (told_again := _same_text(sentence, a, b)) is not None:
        return told_again
    if a.label == b.label and (_adjacent(a, b) or set(a.words) & set(b.words)):
        return _weaker(a, b)
    return None


def _only_negates(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether a candidate is only the "no longer" by another's verb: "was | no longer | bound by the truce"."""
    tokens = sentence.tokens
    if a.ruling is not None or [tokens[i].text.lower() for i in a.words] != ["no", "longer"]:
        return False
    return tokens[a.words[-1]].head in b.words


def _hyphenated(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether one candidate is part of a compound before another's noun: "face-to | -face | encounter"."""
    between = range(b.words[-1] + 1, a.words[0])
    return (
        len(between) > 0
        and all(sentence.tokens[i].text in "-–" or sentence.tokens[i].head in (*b.words, *between) for i in between)
        and any(sentence.tokens[i].head in a.words for i in b.words)
    )


def _only_particle(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether a candidate is the particle of another's verb: the "down" of "agreed to sit down"."""
    token = sentence.tokens[b.words[0]]
    apart = token.upos in ("ADP", "ADV") and token.head in a.words and token.i == max(a.words) + 1
    return len(b.words) == 1 and apart and matches(token.relation, ("compound:prt", "advmod"))


def _object_of(sentence: Sentence, noun: Candidate, verb: Candidate) -> bool:
    """Whether one candidate is the object of another's verb."""
    token = sentence.tokens[noun.words[-1]]
    return token.head in verb.words and matches(token.relation, ("obj", "nsubj:pass"))


def _of_alleged_breach(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Of an allegation of violation and what it consists of, what goes (codebook R27): attack, complaint and the bare truce."""
    above = set(sentence.ancestors(b.words[-1])) & set(a.words)
    below = set(sentence.ancestors(a.words[-1])) & set(b.words)
    if b.label not in group("allegations") or a.label in group("allegations") or not (above or below):
        return None
    if above:  # "complained that the army had shelled its villages in violation of the truce"
        return a if a.label == "ACCUSE" and b.ruling is not None else None
    plain = a.label in group("breaches") or (
        a.label in ("ceasefire_declared", "ceasefire_effective")
        and _noun(sentence, a)
        and not told_further(sentence, a)
    )
    return a if plain else None


def _same_text(sentence: Sentence, a: Candidate, b: Candidate) -> Candidate | None:
    """Which of two tellings of one truce or deal goes: "agreed to extend the truce", "accepted a truce" (codebook R25)."""
    if a.label == "agreement_rejected" and b.label == "resolution_vetoed":
        return a  # "was rejected owing to the negative vote of"
    if a.label == "ceasefire_extended" and b.label in ("ceasefire_declared", "ceasefire_effective"):
        return b
    if _noun(sentence, a) and sentence.tokens[a.words[0]].upos != "VERB":  # "take effect" is a verb
        return None
    if a.label == b.label and _priority(a) > max(0, _priority(b)):
        return b  # "named France among possible guarantors": the wording with the verb tells who is who
    if a.label == b.label:
        return a if _noun(sentence, b) else b  # a truce that is agreed or accepted is told on its noun
    of_order = a.label == "ceasefire_declared" and b.label == "ceasefire_effective"
    if of_order and matches(sentence.tokens[_told_by(sentence, b)].relation, ("xcomp",)):
        return b  # "ordered his men to | hold | their fire"
    if a.label == "ceasefire_declared" and b.label == "ceasefire_effective" and a.ruling is None:
        return a if sentence.tokens[b.words[-1]].head in a.words else None  # "respect the truce"
    agreed = a.label == "agreement_announced" and b.label in ("ceasefire_declared", "ceasefire_extended")
    return a if agreed and sentence.tokens[b.words[-1]].head in a.words else None


def _priority(candidate: Candidate) -> int:
    return candidate.ruling.trigger.priority if candidate.ruling is not None else 0


def _in_other_clause(sentence: Sentence, b: Candidate, a: Candidate) -> bool:
    """Whether a clause stands between two meetings, or the one is what the other is about: "returned with a promise that they would attend a
    conference", "briefed them on his meeting with the king"."""
    i = _told_by(sentence, b)
    while i >= 0 and i not in a.words:
        token = sentence.tokens[i]
        about = matches(token.relation, ("obl", "nmod")) and preposition(sentence, i) in ABOUT
        if about or matches(token.relation, ("ccomp", "acl")):
            return True
        i = token.head
    return False


def _names_kind(sentence: Sentence, a: Candidate, b: Candidate) -> bool:
    """Whether `b` only says of what kind the talks or the text are: "evacuation deal", "ceasefire talks"."""
    token = sentence.tokens[b.words[-1]]
    return matches(token.relation, ("compound",)) and token.head in a.words and _noun(sentence, a)


def _family(candidate: Candidate, ontology: Ontology) -> str:
    found = ontology.types.get(candidate.label)
    return found.family if found is not None else candidate.label


def _weaker(a: Candidate, b: Candidate) -> Candidate:
    return b if (a.sure, a.confidence) >= (b.sure, b.confidence) else a


def _noun(sentence: Sentence, candidate: Candidate) -> bool:
    return sentence.tokens[candidate.words[-1]].upos in ("NOUN", "PROPN")


def _told_by(sentence: Sentence, candidate: Candidate) -> int:
    """Last word of a candidate, or what its particle or adverb belongs to: "meet" of "meet again"."""
    i = candidate.words[-1]
    while sentence.tokens[i].upos in ("ADV", "ADP", "PART") and sentence.tokens[i].head in candidate.words:
        i = sentence.tokens[i].head
    return i


def _adjacent(a: Candidate, b: Candidate) -> bool:
    return 0 < b.words[0] - a.words[-1] <= 1


def below(sentence: Sentence, word: int, above: list[int]) -> bool:
    """Whether `word` hangs below one of the words of `above`, near by, without a new clause between."""
    i = word
    for _ in range(_DEPTH):
        token = sentence.tokens[i]
        if token.head < 0 or not matches(token.relation, _LINKS) or token.relation == "acl:relcl":
            return False
        if token.relation == "conj" and token.upos in ("VERB", "ADJ") and sentence.tokens[token.head].upos == "VERB":
            return False  # "met in Suva and signed the accord", "met the king and was due in Beirut"
        i = token.head
        if i in above or (matches(token.relation, ("nsubj",)) and _raised(sentence, i, above)):
            return True
    return False


def _raised(sentence: Sentence, i: int, above: list[int]) -> bool:
    """Whether the subject of a word is that of an infinitive below it among `above`: "the truce is due to take effect"."""
    return any(c in above and not sentence.dependents(c, "nsubj", "csubj") for c in sentence.dependents(i, "xcomp"))
