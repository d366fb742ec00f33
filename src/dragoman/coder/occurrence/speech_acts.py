"""What somebody does by speaking has been done however it is told (codebook R22): "demanded to be treated as a side", "will not meet them",
"is ready to talk"; what he calls for is only proposed."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import AHEAD, MAIN_CLAUSES, NO
from dragoman.coder.occurrence.clause_told import TAKEN_PLACE, Clause
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_SUPPOSED = frozenset({"may", "might", "could", "should", "can"})
_WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})
_IF = frozenset({"if", "unless", "whether", "until", "once"})
_ANY = frozenset({"whichever", "whoever", "anyone", "anybody"})


def put_speech_act(sentence: Sentence, candidate: Candidate, clause: Clause, fixed: Mapping[str, str]) -> None:
    """Set the status of what is done by speaking, and of what is called for."""
    status, label = clause.values["status"], candidate.label
    if label in group("calls"):
        if "status" not in fixed and clause.values["polarity"] == "affirmed" and status in {*TAKEN_PLACE, "planned"}:
            clause.put("what is called for (R22)", status="proposed")
        return
    if label not in group("speech_acts") or "status" in fixed or status not in AHEAD:
        return
    if label == "exit_threatened" and candidate.ruling is None:
        clause.put("what somebody threatens, he threatens (R22)", status="held")
    elif will_not(sentence, candidate):
        clause.put("a refusal that is told (R22)", status="held")
    elif _is_told(sentence, candidate) and not any(
        found.effect.status and found.word not in candidate.words for found in clause.words
    ):
        clause.put("an act of speech that is told (R22)", status="held")
        if clause.values["tense"] in ("planned", "desired"):
            clause.put("an act of speech that is told (R22)", tense="past")


def will_not(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody says that he will not do it, which is his refusal: "will not meet the rebels", "would not take part"."""
    tokens = sentence.tokens
    if candidate.label not in group("refusals") and candidate.label not in group("staying_away"):
        return False
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0 or _in_a_condition(sentence, verb):
        return False
    if tokens[verb].lemma.lower() in {*lexicon.load().classes["refuse"], "boycott"}:
        return False  # "will not refuse to talk" refuses nothing
    will = any(tokens[c].text.lower() in _WILL for c in sentence.dependents(verb, "aux"))
    return will and any(tokens[c].text.lower() in NO for c in sentence.dependents(verb, "advmod"))


def _is_told(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a verb in a form of the past or present tells it in a clause that is not one of a condition: not "may demand", "to demand".

    "Is ready to talk" tells it, too.
    """
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    ready = candidate.label == "talks_agreed" and tokens[candidate.words[0]].upos == "ADJ"
    if ready:
        verb = next(iter(sentence.dependents(candidate.words[0], "cop")), -1)
        will = {tokens[c].text.lower() for c in sentence.dependents(candidate.words[0], "aux")}
        return verb >= 0 and not will & (_SUPPOSED | _WILL) and not _in_a_condition(sentence, candidate.words[0])
    if verb < 0:
        return False
    form = tokens[verb].text.lower()
    if form == tokens[verb].lemma.lower() or form.endswith("ing"):
        return False
    helped = {tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "aux:pass")}
    if helped & (_SUPPOSED | _WILL) or any(tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark")):
        return False
    free = matches(tokens[verb].relation, MAIN_CLAUSES) or tokens[verb].relation == "acl:relcl"
    return free and not _in_a_condition(sentence, verb)


def _in_a_condition(sentence: Sentence, verb: int) -> bool:
    """Whether a word of condition opens the clause of a verb: "if they refuse", "whichever refused"."""
    tokens = sentence.tokens
    if any(tokens[c].text.lower() in _ANY for c in sentence.dependents(verb, "nsubj")):
        return True
    return any(
        tokens[c].text.lower() in _IF for i in (verb, *sentence.ancestors(verb)) for c in sentence.dependents(i, "mark")
    )
