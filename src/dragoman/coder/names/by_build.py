"""Whom a pronoun means by the build of the clauses around it: who is spoken to, told or warned, of whom a relative clause tells."""

from __future__ import annotations

from dragoman.coder.grammar.classes import IF, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import PERSONAL, conjuncts, preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import lexicon

_SPOKEN_TO = frozenset({"with", "to", "on", "at", "against"})
_LATER = frozenset({"will", "would", "'ll", "to"})
_OUGHT = frozenset({"must", "should", "ought"})


def meant_by_build(sentence: Sentence, head: int) -> list[int]:
    """Heads of the phrases one of which a pronoun means; none where the build of its clause doesn't tell."""
    return (
        _done_to_before(sentence, head)
        or _told(sentence, head)
        or _asked_to_cease(sentence, head)
        or _moved_so_much(sentence, head)
        or _speaks_in_relative(sentence, head)
    )


def is_purpose(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is an infinitive of purpose: "to urge him"."""
    token = sentence.tokens[verb]
    return matches(token.relation, ("advcl",)) and any(
        sentence.tokens[c].text.lower() == "to" for c in sentence.dependents(verb, "mark")
    )


def _done_to_before(sentence: Sentence, head: int) -> list[int]:
    """Whom the verb before is done to, for the object of an infinitive of purpose or of a second verb with the same subject: "telephoned Savimbi to
    urge him", "telephoned Savimbi and urged him"."""
    tokens = sentence.tokens
    verb = tokens[head].head
    if verb < 0 or not matches(tokens[head].relation, ("obj", "iobj")):
        return []
    second = tokens[verb].relation == "conj" and not sentence.dependents(verb, "nsubj", "nsubj:pass")
    if not second and not is_purpose(sentence, verb):
        return []
    first = tokens[verb].head
    if second:
        # "met Kabila, told Mugabe of it and urged him": the last before it
        first = max((i for i in conjuncts(sentence, first) if i < verb), default=first)
        if is_passive(sentence, first):
            return []
    below = [c for c in sentence.children[first] if c < head]
    objects = [
        c for c in below if matches(tokens[c].relation, ("obj", "iobj")) or (not second and tokens[c].relation == "obl")
    ]
    objects += [c for c in below if tokens[c].relation == "obl" and preposition(sentence, c) in _SPOKEN_TO]
    objects += [
        k for c in objects for k in sentence.dependents(c, "nmod") if preposition(sentence, k) in ("with", "to")
    ]
    return objects


def _told(sentence: Sentence, head: int) -> list[int]:
    """Who is told that he will be kept out, let in or punished, or what he must do: "told Iran that it would not be invited", "warned Iran that it
    would face sanctions"; not "told Iran that it would stay away", "that it had been left out"."""
    tokens = sentence.tokens
    clause = tokens[head].head
    if clause < 0 or not matches(tokens[head].relation, ("nsubj",)) or head > clause:
        return []
    if matches(tokens[clause].relation, ("advcl",)) and preposition(sentence, clause) in IF:
        above = tokens[clause].head
        verb = tokens[above].head if above >= 0 and tokens[above].relation == "ccomp" else -1
        if verb < 0 or tokens[verb].lemma.lower() not in lexicon.load().classes["threatening"]:
            return []
        subjects = sentence.dependents(above, "nsubj", "nsubj:pass")
        same = any(tokens[i].text.lower() in PERSONAL and not _told(sentence, i) for i in subjects)
        return [] if same else _addressees(sentence, verb, clause)
    verb = tokens[clause].head
    if tokens[clause].relation != "ccomp" or tokens[verb].lemma.lower() not in lexicon.load().classes["informing"]:
        return []
    return _addressees(sentence, verb, clause) if _befalls(sentence, clause) else []


def _befalls(sentence: Sentence, clause: int) -> bool:
    """Whether a clause tells what will be done to its subject, or what he must do."""
    tokens, classes = sentence.tokens, lexicon.load().classes
    before = {tokens[c].text.lower() for c in sentence.dependents(clause, "aux", "mark")}
    if before & _OUGHT:
        return True
    if not before & _LATER:
        return False
    lemma = tokens[clause].lemma.lower()
    if is_passive(sentence, clause):
        return lemma in classes["befalling"]
    no_seat = any(
        tokens[i].lemma.lower() in ("seat", "place", "role", "part", "say", "voice")
        and any(tokens[c].text.lower() == "no" for c in sentence.children[i])
        for i in sentence.dependents(clause, "obj")
    )
    return lemma in classes["suffering"] or (lemma in ("have", "get") and no_seat)


def _addressees(sentence: Sentence, verb: int, before: int) -> list[int]:
    """To whom a verb speaks: "Iran" of "told Iran that", "wrote to Iran that"."""
    if is_passive(sentence, verb):
        return []
    behind = [c for c in sentence.children[verb] if c < before]
    objects = [c for c in behind if matches(sentence.tokens[c].relation, ("obj", "iobj"))]
    return objects + [c for c in behind if sentence.tokens[c].relation == "obl" and preposition(sentence, c) == "to"]


def _asked_to_cease(sentence: Sentence, head: int) -> list[int]:
    """Whose deed it is that he is asked to end: "pressed Khartoum to halt its offensive", "called on Kabila to lift his ban"."""
    tokens = sentence.tokens
    deed = tokens[head].head
    if tokens[head].relation != "nmod:poss" or deed < 0 or tokens[deed].relation != "obj":
        return []
    verb = tokens[deed].head
    if tokens[verb].relation not in ("xcomp", "ccomp", "advcl") or sentence.dependents(verb, "nsubj"):
        return []
    if tokens[verb].lemma.lower() not in lexicon.load().classes["asked_to_end"]:
        return []
    above = tokens[verb].head
    return [
        c for c in sentence.children[above]
        if c < verb
        and (matches(tokens[c].relation, ("obj", "iobj")) or (tokens[c].relation == "obl" and preposition(sentence, c) in ("on", "to", "with")))
    ]  # fmt: skip


def _moved_so_much(sentence: Sentence, head: int) -> list[int]:
    """Whom something is done to so much that he does what is told: "angered Mobutu so much that he recalled his ambassador"."""
    tokens = sentence.tokens
    clause = tokens[head].head
    if clause < 0 or tokens[head].relation != "nsubj" or tokens[clause].relation not in ("advcl", "ccomp"):
        return []
    verb = tokens[clause].head
    if tokens[verb].relation == "advmod":  # "so much" itself may have the clause
        verb = tokens[verb].head
    so = any(t.text.lower() in ("so", "such") for t in tokens[verb + 1 : clause] if verb in sentence.ancestors(t.i))
    return sentence.dependents(verb, "obj") if so and preposition(sentence, clause) == "that" else []


def _speaks_in_relative(sentence: Sentence, head: int) -> list[int]:
    """Of whom a relative clause tells that he says what he does: "Kenya is backing the rebels, who said they would not withdraw"."""
    tokens = sentence.tokens
    clause = tokens[head].head
    if clause < 0 or not matches(tokens[head].relation, ("nsubj",)) or tokens[clause].relation != "ccomp":
        return []
    verb = tokens[clause].head
    if tokens[verb].relation != "acl:relcl" or tokens[verb].lemma.lower() not in lexicon.load().reporting_verbs:
        return []
    pronoun = next((c for c in sentence.dependents(verb, "nsubj") if tokens[c].text.lower() in RELATIVE_PRONOUNS), -1)
    if pronoun < 1 or pronoun > verb:
        return []
    last = pronoun - 2 if tokens[pronoun - 1].text == "," else pronoun - 1
    return [tokens[verb].head, *([last] if tokens[verb].head in sentence.ancestors(last) else [])]
