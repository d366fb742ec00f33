"""Status, polarity, certainty and tense of an event as its clause tells them (codebook 2.3, rules R22 to R24).

Three readings are joined: what the trigger's own wording fixes, what the words around it do (modals, negation, "plan to",
"proposed talks", "if"), and the model's reading of the clause. The first wins; the second raises the model's probability. What a direct
question leaves open (`questions`) is proposed and of underspecified certainty, whatever the words say of it.
"""

from __future__ import annotations

from dragoman.coder.at_the_table.one_side import one_side_only
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import UNREAL
from dragoman.coder.grammar.contrasted import only_object_denied
from dragoman.coder.grammar.effects import surrounding_words
from dragoman.coder.grammar.questions import asked
from dragoman.coder.occurrence.authorship import disowned_by
from dragoman.coder.occurrence.came_about import not_until, only_shunned
from dragoman.coder.occurrence.clause_told import ENDINGS, TAKEN_PLACE, Clause
from dragoman.coder.occurrence.contradicted import contradicted, let_stand, only_claimed
from dragoman.coder.occurrence.denied import (
    does_not_take_place,
    is_left_open,
    is_yet_to_come,
    merely_ends,
    offers_none,
    only_might_end,
    refuses_itself,
)
from dragoman.coder.occurrence.negated import (
    cleft_denied,
    denies_exclusion,
    denies_wording,
    does_none,
    is_none,
    made_by_not,
    meets_nobody,
    no_such,
    not_carried_out,
    not_done,
    only_next_denied,
    only_not_there,
)
from dragoman.coder.occurrence.outcomes import (
    had_been_due,
    put_agreeing,
    put_infinitive,
    put_unrealised,
    still_to_come,
    unreal_past,
)
from dragoman.coder.occurrence.speech_acts import put_speech_act, will_not
from dragoman.coder.occurrence.supposed import put_supposed
from dragoman.coder.occurrence.unrealised import (
    governing_effect,
    of_any_such,
    only_wished,
    told_in_heading,
)
from dragoman.language.parse import Sentence, matches, mean_of_rows
from dragoman.ontology import group
from dragoman.ontology.lexicon import Effect, Modality

HEADS = ("status", "polarity", "certainty", "tense")
_POLARITY = {"denied": "negated", "contested": "affirmed"}
WORD_FACTOR = 3.0
"""How much a word around the trigger raises the model's probability of the value that it sets. On the development half 1, 2, 3, 4
and 8 give the same status and tense within 1.4 points: the model mostly reads these words itself."""


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
    if "polarity" not in fixed and is_none(sentence, candidate.words):
        # "There will be no table in Quito" denies the talks and states their refusal.
        clause.put(
            "“there is no” before it", polarity="affirmed" if candidate.label in group("refusals") else "negated"
        )
    elif candidate.label in group("refusals") and no_such(sentence, candidate.words[-1]):
        clause.put("its own “no” is what tells of it", polarity="affirmed")  # "had no delegation at the talks"
    if fixed.get("status") in ENDINGS and values["tense"] in UNREAL:
        clause.put("an end that only might come (R24)", status="proposed")  # "if they stay out, the talks could fail"
    if values["status"] in ENDINGS and only_might_end(sentence, candidate):
        if fixed.get("status") in ENDINGS:
            clause.put(
                "an end that only might come (R24)", status="proposed", tense="hypothetical", certainty="possible"
            )
        elif "status" not in fixed:
            clause.put("an end that only might come (R24)", status="planned")
    if values["status"] in ENDINGS and "status" not in fixed and merely_ends(sentence, candidate):
        clause.put("ends, which is no collapse", status="held")
    if values["status"] in ENDINGS and "status" not in fixed and only_shunned(sentence, candidate):
        clause.put("who stays away ends no talks", status="held")
    if denies_exclusion(sentence, candidate, modality):
        clause.put("the wording of exclusion is negated", polarity="negated")
    if denies_wording(sentence, candidate, modality):
        clause.put("the verb of the wording is negated", polarity="negated")
    elif (
        "polarity" not in fixed
        and (candidate.label,) in modality.denied_by_not
        and not_done(sentence, candidate, modality)
    ):
        clause.put("“not” before its own verb", polarity="negated")
    if values["polarity"] == "negated" and "polarity" not in fixed and only_not_there(sentence, candidate):
        clause.put("all that is denied is that somebody was there", polarity="affirmed")
    if values["polarity"] == "negated" and "polarity" not in fixed and only_object_denied(sentence, candidate.words):
        clause.put("“not ... but” denies only where or to whom", polarity="affirmed")
    if values["polarity"] == "negated" and "polarity" not in fixed and made_by_not(sentence, candidate, modality):
        clause.put("“not” before its own verb is what tells of it", polarity="affirmed")
    denied = denies_exclusion(sentence, candidate, modality) or denies_wording(sentence, candidate, modality)
    if values["polarity"] == "negated" and "polarity" not in fixed and not denied and will_not(sentence, candidate):
        clause.put("“not” before its own verb is what tells of it", polarity="affirmed")
    if values["polarity"] == "negated" and "polarity" not in fixed and not_carried_out(sentence, candidate):
        status = "held" if values["status"] == "planned_not_held" else values["status"]
        clause.put("“not” denies only what was made of it", status=status, polarity="affirmed")
    if values["polarity"] == "affirmed" and "polarity" not in fixed and meets_nobody(sentence, candidate):
        clause.put("“neither” or “nobody” is whom it would be done to", polarity="negated")
    if values["polarity"] == "negated" and "polarity" not in fixed and only_next_denied(sentence, candidate):
        clause.put("“but no” denies only what follows", status="held", polarity="affirmed")
    put_speech_act(sentence, candidate, clause, fixed)
    if values["status"] in TAKEN_PLACE and "status" not in fixed and still_to_come(sentence, candidate.words[-1]):
        clause.put("“to be” and a participle after it", status="planned", tense="planned")
    governing = governing_effect(sentence, candidate, modality)
    if governing is not None:
        put_infinitive(clause, candidate, governing, fixed)
    if (
        "status" not in fixed
        and values["status"] in (*TAKEN_PLACE, "planned", "proposed")
        and had_been_due(sentence, candidate, modality)
    ):
        clause.put("“had been” and a word for what was due", status="planned_not_held")
    if fixed.get("status") in ENDINGS and values["status"] in ENDINGS and values["polarity"] == "negated":
        clause.put("an end that did not come (R23)", status="held")
    refused = candidate.label in (*group("refusals"), "REJECT") and candidate.label != "exclusion_declared"
    if refused and values["status"] == "denied" and "status" not in fixed:
        clause.put("a refusal that is told", status="held", polarity="affirmed")  # "was denied a meeting"
    if heading := told_in_heading(sentence, candidate, values["status"]):
        clause.put("the present tense of a heading", status=heading[0], tense=heading[1])
    if values["status"] == "denied" and "status" not in fixed and _told_beside_denial(sentence, candidate, modality):
        clause.put("said beside a denial of something else", status=_but_denied(sentence, candidate, labels["status"]))
    if unreal_past(sentence, candidate):
        clause.put("“if” and “had” before its own verb", status="proposed", tense="hypothetical")
    if values["polarity"] == "affirmed" and "polarity" not in fixed and cleft_denied(sentence, candidate):
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
    put_unrealised(sentence, candidate, clause, fixed, modality)
    put_supposed(sentence, candidate, clause, fixed, modality)
    if disowned_by(sentence, candidate):
        clause.put("only whose it was is denied", status="held", polarity="affirmed")
    elif disputed := contradicted(sentence, candidate):
        clause.put("what somebody contradicts (R23)", status=disputed, polarity=_POLARITY[disputed])
    elif values["status"] in _POLARITY and let_stand(sentence, candidate):
        status = _but_denied(sentence, candidate, labels["status"])
        clause.put("a claim that is let stand", status=status, polarity="affirmed")
    elif values["status"] in _POLARITY and "status" not in fixed and only_claimed(sentence, candidate):
        clause.put("claimed, and contradicted by nobody", status=_but_denied(sentence, candidate, labels["status"]))
    if candidate.label in ("REJECT", "RETREAT") and values["status"] in ENDINGS:
        clause.put("calling it off is what tells of it", status="held")
    if candidate.intent in ("threat", "refusal"):
        clause.put("what its doer could or will not do", status="held", polarity="affirmed", certainty="certain")
    if asked(sentence, candidate.words, modality):
        clause.put("a direct question", status="proposed", certainty="underspecified")
    put_agreeing(sentence, candidate, clause, modality)
    return clause


def _put_denials(sentence: Sentence, candidate: Candidate, clause: Clause) -> None:
    """Set what "not" and "no" by the event's noun or the verb beside it deny, and what they leave open."""
    if offers_none(sentence, candidate) or does_none(sentence, candidate):
        clause.put("“no” by what is offered, set or done", polarity="negated")
    if is_yet_to_come(sentence, candidate):
        clause.put("“yet to” above it", status="planned", tense="planned", polarity="negated")
    elif does_not_take_place(sentence, candidate):
        clause.put("“not” by the verb of its taking place", polarity="negated")
    if is_left_open(sentence, candidate):
        clause.put("not ruled out", status="proposed", polarity="affirmed", certainty="possible", tense="hypothetical")
    if clause.values["polarity"] == "negated" and refuses_itself(sentence, candidate):
        clause.put("its own verb is what refuses", polarity="affirmed")


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
