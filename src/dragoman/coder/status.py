"""Status, polarity, certainty and tense of an event as its clause tells them (codebook 2.3, rules R22 to R24).

Three readings are joined: what the trigger's own wording fixes, what the words around it do (modals, negation, "plan to",
"proposed talks", "if"), and the model's reading of the clause. The first wins; the second raises the model's probability. What a direct
question leaves open (`questions`) is proposed and of underspecified certainty, whatever the words say of it.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dragoman.coder.came_about import broke_up, not_until, took_place
from dragoman.coder.classes import MERELY, UNREAL
from dragoman.coder.contradicted import contradicted, let_stand, only_claimed
from dragoman.coder.denied import (
    does_not_take_place,
    is_left_open,
    is_yet_to_come,
    merely_ends,
    offers_none,
    only_might_end,
    refuses_itself,
)
from dragoman.coder.effects import Surrounding, negates, surrounding_effects, surrounding_words
from dragoman.coder.handed_over import is_called_off
from dragoman.coder.judge import Candidate
from dragoman.coder.not_there import NO, only_attendance_denied
from dragoman.coder.one_side import one_side_only
from dragoman.coder.questions import asked
from dragoman.coder.unrealised import (
    asked_whether,
    governing_effect,
    kept_from,
    no_longer,
    of_any_such,
    on_the_brink,
    only_wished,
    told_in_heading,
)
from dragoman.coder.was_due import past_plan
from dragoman.language.parse import Sentence, matches, mean_of_rows
from dragoman.ontology import group
from dragoman.ontology.lexicon import Effect, Modality

HEADS = ("status", "polarity", "certainty", "tense")
_TAKEN_PLACE = ("held", "held_partial", "under_way")
_ENDINGS = frozenset({"collapsed", "cancelled", "suspended", "postponed"})
"""What a wording says to have become of talks; where it only might, nothing has."""
_POLARITY = {"denied": "negated", "contested": "affirmed"}
_NOT = NO - {"no", "neither", "nor"}
WORD_FACTOR = 3.0
"""How much a word around the trigger raises the model's probability of the value that it sets. On the development half 1, 2, 3, 4
and 8 give the same status and tense within 1.4 points: the model mostly reads these words itself."""


class Clause(msgspec.Struct):
    """What a clause tells of its event: `values` by head, `by` whom each was decided, and the words around that bear on it."""

    values: dict[str, str]
    by: dict[str, str]
    words: list[Surrounding]

    def put(self, by: str, **values: str) -> None:
        """Set values, and who decided them."""
        self.values |= values
        self.by |= dict.fromkeys(values, by)


def clause_values(
    sentence: Sentence, candidate: Candidate, labels: dict[str, list[str]], modality: Modality
) -> dict[str, str]:
    """status, polarity, certainty and tense of a candidate."""
    return read_clause(sentence, candidate, labels, modality).values


def read_clause(
    sentence: Sentence, candidate: Candidate, labels: dict[str, list[str]], modality: Modality
) -> Clause:  # fmt: skip
    """status, polarity, certainty and tense of a candidate, with who decided each."""
    fixed = candidate.ruling.trigger.set if candidate.ruling is not None else {}
    clause = Clause({}, {}, surrounding_words(sentence, candidate.words[-1], modality))
    effects = [found.effect for found in clause.words]
    for head in HEADS:
        told = fixed.get(head)
        value, by = (told, "rule") if told else _read(sentence, candidate.words, head, labels[head], effects)
        clause.values[head], clause.by[head] = value, by
    values = clause.values
    clause.put("an auxiliary of its own verb", **_by_auxiliary(sentence, candidate, modality))
    if "polarity" not in fixed and _is_none(sentence, candidate.words):
        # "There will be no table in Quito" denies the talks and states their refusal.
        clause.put(
            "“there is no” before it", polarity="affirmed" if candidate.label in group("refusals") else "negated"
        )
    elif candidate.label in group("refusals") and _no_such(sentence, candidate.words[-1]):
        clause.put("its own “no” is what tells of it", polarity="affirmed")  # "had no delegation at the talks"
    if fixed.get("status") in _ENDINGS and values["tense"] in UNREAL:
        clause.put("an end that only might come (R24)", status="proposed")  # "if they stay out, the talks could fail"
    if values["status"] in _ENDINGS and only_might_end(sentence, candidate):
        if fixed.get("status") in _ENDINGS:
            clause.put(
                "an end that only might come (R24)", status="proposed", tense="hypothetical", certainty="possible"
            )
        elif "status" not in fixed:
            clause.put("an end that only might come (R24)", status="planned")
    if values["status"] in _ENDINGS and "status" not in fixed and merely_ends(sentence, candidate):
        clause.put("ends, which is no collapse", status="held")
    if denies_exclusion(sentence, candidate, modality):
        clause.put("the wording of exclusion is negated", polarity="negated")
    if _denies_wording(sentence, candidate, modality):
        clause.put("the verb of the wording is negated", polarity="negated")
    elif (
        "polarity" not in fixed
        and (candidate.label,) in modality.denied_by_not
        and _not_done(sentence, candidate, modality)
    ):
        clause.put("“not” before its own verb", polarity="negated")
    if values["polarity"] == "negated" and "polarity" not in fixed and _only_not_there(sentence, candidate):
        clause.put("all that is denied is that somebody was there", polarity="affirmed")
    if values["polarity"] == "negated" and "polarity" not in fixed and _made_by_not(sentence, candidate, modality):
        clause.put("“not” before its own verb is what tells of it", polarity="affirmed")
    if values["status"] in _TAKEN_PLACE and "status" not in fixed and _still_to_come(sentence, candidate.words[-1]):
        clause.put("“to be” and a participle after it", status="planned", tense="planned")
    governing = governing_effect(sentence, candidate, modality)
    if governing is not None:
        _put_infinitive(clause, candidate, governing, fixed)
    if (
        "status" not in fixed
        and values["status"] in (*_TAKEN_PLACE, "planned", "proposed")
        and _had_been_due(sentence, candidate, modality)
    ):
        clause.put("“had been” and a word for what was due", status="planned_not_held")
    if fixed.get("status") in _ENDINGS and values["status"] in _ENDINGS and values["polarity"] == "negated":
        clause.put("an end that did not come (R23)", status="held")
    refused = candidate.label in group("refusals") and candidate.label != "exclusion_declared"
    if refused and values["status"] == "denied" and "status" not in fixed:
        clause.put("a refusal that is told", status="held", polarity="affirmed")  # "was denied a meeting"
    if heading := told_in_heading(sentence, candidate, values["status"]):
        clause.put("the present tense of a heading", status=heading[0], tense=heading[1])
    if values["status"] == "denied" and "status" not in fixed and _told_beside_denial(sentence, candidate, modality):
        clause.put("said beside a denial of something else", status=_but_denied(sentence, candidate, labels["status"]))
    if _unreal_past(sentence, candidate):
        clause.put("“if” and “had” before its own verb", status="proposed", tense="hypothetical")
    if values["polarity"] == "affirmed" and "polarity" not in fixed and _cleft_denied(sentence, candidate):
        clause.put("“it was not ... who” above it", polarity="negated")
    if values["polarity"] == "negated" and "polarity" not in fixed and not_until(sentence, candidate):
        clause.put("“not until”: then it came about", polarity="affirmed")
        if values["status"] == "planned_not_held":
            values["status"] = "held"
    if any(found.group == "inverted_conditions" for found in clause.words):
        clause.put("an auxiliary before the subject makes a condition", status="proposed", tense="hypothetical")
    if "polarity" not in fixed:
        _put_denials(sentence, candidate, clause)
    if only_wished(sentence, candidate):
        clause.put("“should” before an exclusion", status="proposed", tense="desired")
    if of_any_such(sentence, candidate):
        clause.put("a clause on “any”", status="proposed", tense="hypothetical")
    if values["status"] in ("held", "under_way") and one_side_only(sentence, candidate):
        clause.put("only one side is there", status="held_partial")
    _put_unrealised(sentence, candidate, clause, fixed, modality)
    if disputed := contradicted(sentence, candidate):
        clause.put("what somebody contradicts (R23)", status=disputed, polarity=_POLARITY[disputed])
    elif values["status"] in _POLARITY and let_stand(sentence, candidate):
        status = _but_denied(sentence, candidate, labels["status"])
        clause.put("a claim that is let stand", status=status, polarity="affirmed")
    elif values["status"] in _POLARITY and "status" not in fixed and only_claimed(sentence, candidate):
        clause.put("claimed, and contradicted by nobody", status=_but_denied(sentence, candidate, labels["status"]))
    if candidate.label == "REJECT" and values["status"] in _ENDINGS:
        clause.put("calling a visit off is what tells of it", status="held")
    if candidate.intent in ("threat", "refusal"):
        clause.put("what its doer could or will not do", status="held", polarity="affirmed", certainty="certain")
    if asked(sentence, candidate.words, modality):
        clause.put("a direct question", status="proposed", certainty="underspecified")
    return clause


def _put_unrealised(
    sentence: Sentence, candidate: Candidate, clause: Clause, fixed: Mapping[str, str], modality: Modality
) -> None:
    """Set what became of what was planned or feared, and what somebody is kept from."""
    status = clause.values["status"]
    ahead = status in _ENDINGS | {"planned", "proposed"} or clause.values["tense"] == "planned"
    open_to_it = ahead and "status" not in fixed
    if open_to_it and (came := took_place(sentence, candidate)):
        clause.put("its verb says that it came about", status=came, tense="past")
    if "status" not in fixed and broke_up(sentence, candidate):
        clause.put("its verb says that it broke up", status="collapsed", polarity="affirmed")
    if status in _ENDINGS and on_the_brink(sentence, candidate):
        if "status" in fixed or candidate.label in group("turns_of_talks"):
            clause.put(
                "an end that only threatened (R24)", status="proposed", tense="hypothetical", certainty="possible"
            )
        else:
            clause.put("an end that only threatened (R24)", status="under_way")
    if status in _TAKEN_PLACE and is_called_off(sentence, candidate):
        clause.put("called off beside it", status="cancelled")
    if status in _TAKEN_PLACE and asked_whether(sentence, candidate):
        clause.put("“whether” above its verb", status="proposed", certainty="underspecified")
    if candidate.label in group("deeds") and "polarity" not in fixed and no_longer(sentence, candidate):
        clause.put("“no longer” before its own verb", polarity="negated")
    if candidate.label == "ceasefire_ended" and any(
        sentence.tokens[i].text.lower() == "longer" for i in candidate.words
    ):
        clause.put("“no longer” is what tells of it", polarity="affirmed")
    if (kept := kept_from(sentence, candidate, modality)) is not None and "polarity" not in fixed:
        clause.put("a verb of not doing above it", polarity="negated")
        if kept.status and status in _TAKEN_PLACE:
            clause.put("a verb of not doing above it", status=kept.status)


def _had_been_due(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the event was only planned: "had been scheduled to meet", "had planned to sign"."""
    appointed, intended = ({word for (word,) in words} for words in (modality.appointed, modality.intended))
    return candidate.label.islower() and past_plan(sentence, candidate.words, appointed, intended) == "had"


def _put_denials(sentence: Sentence, candidate: Candidate, clause: Clause) -> None:
    """Set what "not" and "no" by the event's noun or the verb beside it deny, and what they leave open."""
    if offers_none(sentence, candidate):
        clause.put("“no” by what is offered or set", polarity="negated")
    if is_yet_to_come(sentence, candidate):
        clause.put("“yet to” above it", status="planned", tense="planned", polarity="negated")
    elif does_not_take_place(sentence, candidate):
        clause.put("“not” by the verb of its taking place", polarity="negated")
    if is_left_open(sentence, candidate):
        clause.put("not ruled out", status="proposed", polarity="affirmed", certainty="possible", tense="hypothetical")
    if clause.values["polarity"] == "negated" and refuses_itself(sentence, candidate):
        clause.put("its own verb is what refuses", polarity="affirmed")


def _denies_wording(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the verb of a wording that asks for no negation is itself negated: "did not broker the truce", "did not quit"."""
    rule = candidate.ruling
    if rule is None or rule.trigger.anchor != "verb" or "polarity" in rule.trigger.set:
        return False
    if any(not modality.negations.isdisjoint(c.lemmas) for c in rule.trigger.conditions):
        return False
    return _is_negated(sentence, rule.anchor[0], modality)


def _made_by_not(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether a boycott or a refusal is told by denying that somebody comes or agrees: "neither sent anyone", "never agreed to talk"."""
    standing = candidate.label in group("refusals") or candidate.label in group("staying_away")
    if candidate.label in group("exclusions") and any(sentence.tokens[i].text.lower() in NO for i in candidate.words):
        return candidate.ruling is None  # "was not involved"
    verbs = [i for i in candidate.words if (sentence.tokens[i].lemma.lower(),) in modality.made_by_not]
    if not standing or candidate.ruling is not None or not verbs:
        return False
    near = {i for v in verbs for i in (v, *sentence.dependents(v, "nsubj", "obj", "aux"))}
    return any(sentence.tokens[c].text.lower() in NO for i in near for c in (i, *sentence.children[i]))


def _only_not_there(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event is the noun of talks that somebody did not attend; who took no part in a battle is not there either, but did nothing."""
    noun = candidate.words[-1]
    return (
        candidate.label in group("assisted")
        and sentence.tokens[noun].upos in ("NOUN", "PROPN")
        and only_attendance_denied(sentence, noun)
    )


def _cleft_denied(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a cleft sentence denies that the one named did it: "it was not the rebels who walked out"."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or not matches(tokens[verb].relation, ("acl",)) or tokens[verb].head < 0:
        return False
    named = tokens[tokens[verb].head]
    if named.upos != "PROPN" and named.mention not in ("person", "organization"):
        return False  # "it was no surprise that they walked out"
    below = sentence.children[named.i]
    it = any(tokens[c].text.lower() == "it" and matches(tokens[c].relation, ("nsubj", "expl")) for c in below)
    copula = any(tokens[c].relation == "cop" for c in below)
    denied = [c for c in below if tokens[c].text.lower() in _NOT and c < verb]
    only = any(tokens[c + 1].text.lower() in MERELY for c in denied)
    return it and copula and bool(denied) and not only


def _unreal_past(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the event's own clause supposes what did not happen: "if Washington had talked to the Taliban, the war would have ended"."""
    tokens = sentence.tokens
    for i in candidate.words:
        if not matches(tokens[i].relation, ("advcl",)):
            continue
        below = sentence.children[i]
        supposed = any(tokens[c].relation == "mark" and tokens[c].text.lower() == "if" for c in below)
        had = any(tokens[c].relation == "aux" and tokens[c].text.lower() in ("had", "'d", "’d") for c in below)
        above = [tokens[c].lemma.lower() for c in sentence.children[tokens[i].head] if tokens[c].relation == "aux"]
        if supposed and had and {"would", "could", "might"} & set(above):
            return True
    return False


def _put_infinitive(clause: Clause, candidate: Candidate, governing: Effect, fixed: Mapping[str, str]) -> None:
    """Set what the verb above the event's infinitive makes of it."""
    refuses = candidate.label in group("refusals") or candidate.label in group("staying_away")
    if governing.polarity == "negated" and "polarity" not in fixed and not refuses:
        clause.put("an infinitive after a verb of refusal", polarity="negated")
    if fixed.get("status") in _ENDINGS and governing.status == "proposed":
        clause.put("an infinitive after a verb of trying (R24)", status="proposed", tense="desired")
    if (
        "status" in fixed
        or clause.values["status"] not in _TAKEN_PLACE
        or governing.status not in ("planned", "proposed")
    ):
        return
    clause.put("an infinitive after a verb of intent", status=governing.status, tense=governing.tense or "planned")


def _told_beside_denial(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether a verb of its own tells of the event, joined to one that denies something else: "denied this and said talks had been held"."""
    tokens = sentence.tokens
    i = candidate.words[-1]
    while tokens[i].head >= 0 and not matches(tokens[i].relation, ("ccomp", "advcl")):
        i = tokens[i].head
    teller = tokens[i].head
    if teller < 0 or not matches(tokens[i].relation, ("ccomp",)) or tokens[teller].relation != "conj":
        return False
    joined, own = (modality.complement_verbs.get((tokens[k].lemma.lower(),)) for k in (tokens[teller].head, teller))
    return joined is not None and joined.status == "denied" and (own is None or own.status != "denied")


def _but_denied(sentence: Sentence, candidate: Candidate, labels: list[str]) -> str:
    """The most probable status but "denied" and "contested"."""
    assert sentence.reading is not None
    weight = mean_of_rows(sentence.reading.clause["status"], candidate.words).copy()
    weight[[labels.index("denied"), labels.index("contested")]] = 0.0
    return labels[int(weight.argmax())]


def _not_done(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether the event's own verb is negated: "did not keep the truce"."""
    verb = next((i for i in reversed(candidate.words) if sentence.tokens[i].upos == "VERB"), None)
    return verb is not None and _is_negated(sentence, verb, modality)


def _is_negated(sentence: Sentence, verb: int, modality: Modality) -> bool:
    """Whether "not" stands by a verb, or "nearly" right before it: "the talks nearly collapsed"."""
    missed = verb > 0 and (sentence.tokens[verb - 1].text.lower(),) in modality.near_misses
    return missed or any(negates(sentence, c, modality) for c in sentence.dependents(verb, "advmod"))


def _by_auxiliary(sentence: Sentence, candidate: Candidate, modality: Modality) -> dict[str, str]:
    """What an auxiliary of the event's own verb fixes: "may suspend the talks"; of "may have suspended them" only how certain it is."""
    own = {*candidate.words, *(candidate.ruling.anchor if candidate.ruling else ())}
    auxiliaries = [sentence.tokens[c] for i in own for c in sentence.dependents(i, "aux")]
    past = any(token.lemma.lower() == "have" for token in auxiliaries)
    values: dict[str, str] = {}
    for token in auxiliaries:
        effect = modality.modals.get((token.lemma.lower(),))
        for head in effect.fixed if effect else ():
            if value := getattr(effect, head) if head == "certainty" or not past else None:
                values[head] = value
    return values


def _is_none(sentence: Sentence, words: list[int]) -> bool:
    """Whether "there is" says of the event's noun that it is none."""
    noun = sentence.tokens[words[-1]]
    if noun.head < 0 or not sentence.dependents(noun.head, "expl"):
        return False
    return _no_such(sentence, noun.i)


def _no_such(sentence: Sentence, noun: int) -> bool:
    """Whether "no" stands before the event's noun."""
    return any(sentence.tokens[c].text.lower() == "no" for c in sentence.dependents(noun, "det"))


def denies_exclusion(sentence: Sentence, candidate: Candidate, modality: Modality) -> bool:
    """Whether a wording that keeps somebody out by itself is negated: "was not excluded", but not "was not invited"."""
    rule = candidate.rule
    if rule is None or rule.trigger.exclusion is None or "polarity" in rule.trigger.set:
        return False
    return any(e.polarity == "negated" for e in surrounding_effects(sentence, rule.anchor[0], modality))


def _still_to_come(sentence: Sentence, noun: int) -> bool:
    """Whether "to be" and a participle follow the event's noun or its phrase: "talks with the army, to be held in Oslo".

    Told by the order of words, since parsers hang such an infinitive now on the noun, now on the verb before it.
    """
    words = [token.text.lower() for token in sentence.tokens]
    phrase = max((i for i in sentence.subtree(noun) if i >= noun), default=noun)
    for last in (noun, phrase):
        at = last + 1 + (words[last + 1 : last + 2] == [","])
        if words[at : at + 2] == ["to", "be"] and at + 2 < len(words) and sentence.tokens[at + 2].upos == "VERB":
            return True
    return False


def _read(sentence: Sentence, words: list[int], head: str, labels: list[str], effects: list[Effect]) -> tuple[str, str]:
    """The value, and whether the model alone read it, words around bear it out, or they turned it."""
    assert sentence.reading is not None
    weight = mean_of_rows(sentence.reading.clause[head], words).copy()
    alone = best = int(weight.argmax())
    raised = [labels.index(value) for effect in effects if (value := getattr(effect, head)) in labels]
    for value in raised:
        weight[value] *= WORD_FACTOR
        best = int(weight.argmax())
    by = (
        "model" if best not in raised else "model and words around" if best == alone else "words around, over the model"
    )
    return labels[best], by
