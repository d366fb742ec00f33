"""Staying away is a choice, and from talks: whoever could not come, and whoever keeps out of a war, boycotts nothing (codebook 2.2)."""

from __future__ import annotations

import msgspec

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import NO
from dragoman.coder.grammar.not_there import attendance_told, attended, is_membership, is_represented, stayed_out
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.kept_out.kept import ABSENT
from dragoman.language.parse import Sentence
from dragoman.ontology import group
from dragoman.ontology.word_lists import Lexicon

_COMING = frozenset(
    {"attend", "come", "go", "join", "participate", "send", "travel", "turn", "show", "arrive", "appear"}
)
_CHOSEN = frozenset({"boycott", "refuse", "decline", "shun", "snub"})
"""Verbs that say themselves that somebody would not come, whatever kept him besides."""
_NOT_THERE = frozenset({"absent", "absence", "attend", "miss", "missing", "present"})
_KEEPING = frozenset({"stay", "keep", "remain"})
_NOT_COMING = frozenset(
    {"away", "home", "out", "behind", "off", "aside", "clear", "empty", "outside", "absent", "aloof"}
)
_INSTEAD = frozenset({"instead", "rather"})
_BEFORE = 2
"""Words before the marked ones in which the inability may be told: "could not" of "could not attend"."""


def no_choice(sentence: Sentence, candidate: Candidate, lexicon: Lexicon, words: ThirdPartyWords) -> bool:
    """Whether the label is a boycott, or an exclusion, although nobody chose anything: unable, excused, mediating, or away from no talks."""
    return (
        prevented(sentence, candidate, lexicon)
        or excused(sentence, candidate, lexicon)
        or of_no_talks(sentence, candidate, words)
        or goes_between(sentence, candidate, words)
        or _only_stays(sentence, candidate)
        or _does_not_leave(sentence, candidate)
        or _sends_another(sentence, candidate)
    )


def _does_not_leave(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the model took for a boycott that somebody does not leave or set out: "had not left the capital by nightfall"."""
    if candidate.label != "boycott" or candidate.ruling is not None:
        return False
    verbs = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in ("leave", "depart")]
    near = {k for i in verbs for k in (i, *sentence.dependents(i, "aux"))}
    return any(sentence.tokens[c].text.lower() in NO for k in near for c in sentence.children[k])


def _sends_another(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether who does not come himself is represented."""
    if candidate.label != "boycott" or {sentence.tokens[i].lemma.lower() for i in candidate.words} & _CHOSEN:
        return False
    return any(is_represented(sentence, i) for i in candidate.words if sentence.tokens[i].upos == "VERB")


def _only_stays(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the model took for a boycott that somebody stays somewhere: "stayed in Moscow overnight", not "stayed away", "stayed at home",
    "stayed in Moscow instead of attending"."""
    if candidate.label != "boycott" or candidate.ruling is not None:
        return False
    verbs = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in ("stay", "remain")]
    near = {
        sentence.tokens[c].text.lower()
        for i in verbs
        for k in (i, *sentence.children[i])
        for c in (k, *sentence.children[k])
    }
    return bool(verbs) and not near & (_NOT_COMING | _INSTEAD | NO)


def prevented(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the label is a boycott and its words say that somebody was not able to come, and the sentence sets no condition for coming.

    "Kenyatta could not attend", but not "Beijing says it cannot come as long as Russia is left out".
    """
    if candidate.label != "boycott":
        return False
    first, last = max(0, min(candidate.words) - _BEFORE), max(candidate.words)
    words = " ".join(token.text for token in sentence.tokens[first : last + 1])
    return lexicon.tells_of_inability(words) and not lexicon.sets_condition(sentence.text)


def excused(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether the label is a boycott or an absence for which the sentence gives a reason that is nobody's choice: "stayed away because
    his plane was late", "was absent for health reasons", but not "boycotted the talks because their leader was in hospital"."""
    words = {sentence.tokens[i].lemma.lower() for i in candidate.words}
    told = candidate.rule.trigger.exclusion if candidate.rule is not None else None
    absence = candidate.label in group("exclusions") and (
        (told is not None and told.mode == ABSENT) or (candidate.ruling is None and bool(words & _NOT_THERE))
    )
    if words & _CHOSEN or not (absence or candidate.label == "boycott"):
        return False
    return lexicon.excuses_absence(sentence.text) or lexicon.tells_of_hindrance(sentence.text)


def of_no_talks(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether the model took for a boycott or an exclusion that somebody keeps out of a war or keeps his distance, or belongs to no body:
    "stayed out of the conflict", "is not part of Serbia"."""
    if candidate.ruling is not None or not (candidate.label == "boycott" or candidate.label in group("exclusions")):
        return False
    tokens = sentence.tokens
    for i in candidate.words:
        if is_membership(sentence, i):
            return bool(sentence.dependents(i, "nmod")) and not attended(sentence, i, words.events)
        if tokens[i].lemma.lower() not in _KEEPING or is_passive(sentence, i):
            continue
        held = [tokens[c].lemma.lower() for c in sentence.dependents(i, "obj")]
        if held:
            return candidate.label == "boycott" and held == ["distance"]
        out = [c for c in sentence.dependents(i, "obl") if preposition(sentence, c) in ("out", "of")]
        return bool(out) and not any(tokens[c].lemma.lower() in words.events for c in out)
    return False


def goes_between(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether who is said not to come is the mediator or host, who has no side's seat to leave empty: "Zuma, the mediator, did not travel to
    Harare"."""
    if candidate.label != "boycott" or {sentence.tokens[i].lemma.lower() for i in candidate.words} & _CHOSEN:
        return False
    subjects = (j for i in candidate.words for j in verb_slots(sentence, i)["agent"])
    titles = (c for j in subjects for c in (j, *sentence.dependents(j, "appos")))
    return any(words.functions.get(sentence.tokens[c].lemma.lower()) in MEDIATORS | {"host"} for c in titles)


def comes_after_all(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the model took for a boycott that somebody comes or sends people, with nothing that denies it: "would send a delegation"."""
    if candidate.label != "boycott" or candidate.ruling is not None:
        return False
    verbs = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in _COMING]
    near = {i for v in verbs for i in (v, *sentence.dependents(v, "obj", "advmod", "aux", "nsubj"))}
    denied = any(sentence.tokens[c].text.lower() in NO for i in near for c in (i, *sentence.children[i]))
    return bool(verbs) and not denied


def attendance_denied(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> int | None:
    """The word for talks of which the label tells only that somebody was not there: "talks" of "Israel did not take part in the talks"."""
    meeting = candidate.label in group("assisted") or candidate.label in group("gatherings")
    if not meeting or candidate.ruling is not None:
        return None
    for absence in stayed_out(sentence, words.events):
        at = attended(sentence, absence.verb, words.events)
        own = {absence.verb, *sentence.dependents(absence.verb, "obj")}  # "take" and "part"
        if at and own & set(candidate.words) and not set(at) & set(candidate.words):
            return at[0]
    return None


def only_absent(sentence: Sentence, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether the model took for talks that do not happen that somebody is not there or takes no part, and no word for talks is among the
    event's own: "Egypt was not involved in the process", "Neither has attended since"."""
    if candidate.label not in group("shared_meetings") or candidate.ruling is not None:
        return False
    verb = attendance_told(sentence, candidate.words)
    if verb is None:
        return False
    told = {*candidate.words, *sentence.dependents(verb, "obj")}
    return not any(sentence.tokens[i].lemma.lower() in words.events for i in told)


def has_no_stake(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether who takes no part has nothing to take part in, by his own reason: "Chile took no part, having no claim to the land"."""
    verb = attendance_told(sentence, candidate.words)
    having = sentence.dependents(verb, "advcl") if verb is not None else []
    return any(
        sentence.tokens[h].text.lower() == "having"
        and any(
            sentence.tokens[k].text.lower() in NO for c in sentence.dependents(h, "obj") for k in sentence.children[c]
        )
        for h in having
    )


def there_after_all(sentence: Sentence, candidate: Candidate, people: list[Filled]) -> list[Filled]:
    """Participants with whom the model took to stay away although he comes or sends people: "the rebels sent a delegation"."""
    verbs = [i for i in candidate.words if sentence.tokens[i].lemma.lower() in _COMING]
    near = {i for v in verbs for i in (v, *sentence.dependents(v, "obj", "advmod", "aux", "nsubj"))}
    if not verbs or any(sentence.tokens[c].text.lower() in NO for i in near for c in (i, *sentence.children[i])):
        return people
    return [
        msgspec.structs.replace(f, role="participant")
        if f.role == "boycotting" and f.rule == "model" and candidate.label in group("assisted")
        else f
        for f in people
    ]
