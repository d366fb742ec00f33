"""What somebody contradicts did not happen as far as he is concerned (codebook R23, status `denied`).

"Denied that it had asked for talks", "rejected claims that it had broken off its mediation", "reports of a meeting were false", "it is not
true that the Kurds were shut out", "said Norway had been invited, which the rebels denied" (`contested`).
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import NO, OBJECTS, PAST_AUXILIARIES, UNDER_WAY
from dragoman.coder.grammar.effects import negates
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.questions import taken_for_granted
from dragoman.coder.grammar.retorts import retorts
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group, lexicon

_THIS = frozenset({"this", "that", "it", "so"})
_OF = frozenset({"of", "about"})
_DEFINITE = frozenset({"the", "this", "these", "those"})
_OR = frozenset({"or", "nor"})
_PRESENT = frozenset({"is", "are", "has", "have", "does", "do"})
_REFUSALS = frozenset({"REJECT", "ACCUSE", "agreement_rejected", "mediation_rejected", "talks_refused", "invitation_declined",
                       "participant_vetoed"})  # fmt: skip
"""Types and categories that the model sees in "rejected", "denied", also where only a claim is."""


def contradicted(sentence: Sentence, candidate: Candidate) -> str | None:
    """Status of an event that somebody in the sentence denies, by its own verb, as its noun, or as what a light verb does.

    Denied in the clause that tells it ("denied that it had asked") it is `denied`; what one says and another denies ("said it had been
    attacked, which the army denied") is `contested`. None for any other: not "rejected a suggestion that the talks be moved", nor what is
    told beside the claim or taken for granted in it ("reports that the deal signed in May had failed were false").
    """
    if candidate.label in group("allegations"):
        return None  # an allegation was made, also where it is denied
    for denial in _denials(sentence):
        if denial in candidate.words:
            continue
        if _is_told(sentence, candidate, _contents(sentence, denial)):
            return "denied"
        if any(_tells(sentence, i, _said_and_denied(sentence, denial)) for i in candidate.words):
            return "contested"
    return None


def let_stand(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody confirms the event, or does not deny it: "did not deny reports that the two had met", "confirmed claims that"."""
    words = lexicon.load().classes
    for token in sentence.tokens:
        if token.upos != "VERB":
            continue
        lemma, left = token.lemma.lower(), _is_not_done(sentence, token.i)
        if (lemma in words["confirming"] and not left) or (lemma in words["contradicting"] and left):
            contents = {*_contents(sentence, token.i), *_that_clauses(sentence, token.i)}
            if _is_told(sentence, candidate, contents):
                return True
    return False


def denies(sentence: Sentence, denial: Candidate, event: Candidate) -> bool:
    """Whether a refusal is only that the event beside it is denied: "denied that it had asked for talks" is told on "asked", but "denied
    arming the rebels" on "denied"."""
    if denial.label not in _REFUSALS or event.label in group("allegations"):
        return False
    contents = {i for v in _denials(sentence) if v in denial.words for i in _contents(sentence, v)}
    found = {
        i for i in contents if not sentence.tokens[i].text.lower().endswith("ing") or sentence.dependents(i, "nsubj")
    }
    return bool(found) and _is_told(sentence, event, found)


def only_denies(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether what is turned down is a claim, no mediation, talks or text: "rejected claims that it had broken off its mediation", "a claim
    that Kampala dismissed"."""
    if candidate.label not in _REFUSALS:
        return False
    denials = [v for v in _denials(sentence) if v in candidate.words]
    own = candidate.ruling is None
    return any(_contents(sentence, v) or (own and _said_and_denied(sentence, v)) for v in denials)


def only_claimed(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether somebody "claims" the event and no word of the sentence denies anything: "claimed that he had mediated"."""
    tokens = sentence.tokens
    verbs = (i for w in candidate.words for i in sentence.ancestors(w) if tokens[i].upos == "VERB")
    claimed = any(tokens[i].lemma.lower() == "claim" for i in verbs)
    modality, words = lexicon.load().modality, lexicon.load().classes
    denied = any(t.lemma.lower() in (*words["denying"], *words["untrue"]) for t in tokens)
    return claimed and not denied and not any(negates(sentence, t.i, modality) for t in tokens)


def is_contradicted(sentence: Sentence, noun: int) -> bool:
    """Whether a noun for a claim is the object of a verb of contradicting, or is said to be false."""
    return any(noun in _claims(sentence, i) for i in _denials(sentence))


def _denials(sentence: Sentence) -> list[int]:
    """Verbs and predicates that deny something: "denied", "dismissed" (reports), "were false", "is not true"; not "did not deny"."""
    words = lexicon.load().classes
    wanted = {*words["denying"], *words["contradicting"]}
    return [
        t.i
        for t in sentence.tokens
        if (t.upos == "VERB" and t.lemma.lower() in wanted and not _is_not_done(sentence, t.i))
        or _says_untrue(sentence, t.i)
    ]


def _contents(sentence: Sentence, denial: int) -> set[int]:
    """Heads of the clauses and nouns that a denial denies itself: "denied that", "denied reports of", "reports of … were false"."""
    token = sentence.tokens[denial]
    found = {i for c in _claims(sentence, denial) for i in _claimed(sentence, c)}
    verb = token.upos == "VERB" and token.lemma.lower() in lexicon.load().classes["denying"]
    # "it was wrong that they were shut out" judges what happened
    if verb or token.lemma.lower() in lexicon.load().classes["of_fact"]:
        found |= _that_clauses(sentence, denial)
    return found


def _that_clauses(sentence: Sentence, i: int) -> set[int]:
    """Heads of the clauses that are a verb's object, or of which a predicate says something: "denied that", "it is not true that"."""
    clauses = [c for c in sentence.dependents(i, "ccomp", "csubj") if c > i and not _is_claim(sentence, c)]
    if sentence.tokens[i].upos != "VERB":
        clauses = [c for c in clauses if preposition(sentence, c) == "that"]
    return set(clauses)


def _claims(sentence: Sentence, denial: int) -> set[int]:
    """The nouns for claims that a verb contradicts or a predicate calls untrue."""
    token = sentence.tokens[denial]
    if token.upos == "VERB" and not _is_untrue(sentence, denial):
        # "dismissed as baseless claims that": the parser may take the object for an oblique one.
        after = [c for c in sentence.dependents(denial, "obj", "ccomp", "obl") if c > denial]
        found = [c for c in after if not sentence.dependents(c, "case")] + sentence.dependents(denial, "nsubj:pass")
    else:
        found = sentence.dependents(denial, "nsubj", "ccomp", "obl", "obj")
        # It hangs the noun of "reports ... were false" now below "false", now beside it; "proved false" has it above.
        if token.head >= 0 and matches(token.relation, ("xcomp", "ccomp")) and not sentence.dependents(denial, "nsubj"):
            found += [c for c in sentence.dependents(token.head, "nsubj", "ccomp", "obl", "obj") if c < denial]
    return {c for c in found if _is_claim(sentence, c)}


def _said_and_denied(sentence: Sentence, denial: int) -> set[int]:
    """Heads of the clauses that another says and that are denied beside: "…, which Iran denied", "…, a report that Iran dismissed", "… but
    Iran denied this"."""
    token, denying = sentence.tokens[denial], lexicon.load().classes["denying"]
    if token.upos != "VERB":
        return set()
    objects = {sentence.tokens[c].text.lower() for c in sentence.dependents(denial, "obj")}
    if token.lemma.lower() in denying and objects & _THIS and matches(token.relation, ("conj",)):
        return _said(sentence, token.head)
    if retort := next((r for r in retorts(sentence) if r.verb == denial), None):
        return _said_around(sentence, retort.first - 1)
    if token.relation != "acl:relcl":
        return set()
    above = sentence.tokens[token.head]
    if _is_claim(sentence, above.i):
        return _said_around(sentence, above.head) if matches(above.relation, ("appos", "parataxis")) else set()
    return _said_around(sentence, above.i) if token.lemma.lower() in denying and "which" in objects else set()


def _says_untrue(sentence: Sentence, i: int) -> bool:
    """Whether a predicate says that something is false, or not true: "is baseless", "proved false", "was without foundation"."""
    token, words = sentence.tokens[i], lexicon.load().classes
    if token.upos not in ("NOUN", "ADJ", "VERB"):
        return False
    said = sentence.dependents(i, "cop", "aux:pass") or matches(token.relation, ("xcomp", "root"))
    if _is_untrue(sentence, i) or (token.lemma.lower() in words["grounds"] and preposition(sentence, i) == "without"):
        return bool(said) and not _is_not_done(sentence, i)
    return token.lemma.lower() in words["borne_out"] and bool(said) and _is_not_done(sentence, i)


def _is_untrue(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].lemma.lower() in lexicon.load().classes["untrue"]


def _is_not_done(sentence: Sentence, i: int) -> bool:
    """Whether what a verb or predicate says is denied itself: "did not deny", "neither confirmed nor denied", "declined to confirm or deny"."""
    tokens = sentence.tokens
    words = lexicon.load()
    if any(tokens[c].text.lower() in _OR for c in sentence.dependents(i, "cc")) and tokens[i].head >= 0:
        return _is_not_done(sentence, tokens[i].head)
    above = tokens[i].head
    if (
        above >= 0
        and matches(tokens[i].relation, ("xcomp",))
        and tokens[above].lemma.lower() in words.classes["refuse"]
    ):
        return True
    near = (i, *sentence.dependents(i, "aux", "cop", "advmod"))
    if any(tokens[c].text.lower() in NO for k in near for c in (k, *sentence.children[k]) if c != i):
        return True
    return any(negates(sentence, c, words.modality) for c in sentence.children[i])


def _is_claim(sentence: Sentence, i: int) -> bool:
    return i >= 0 and sentence.tokens[i].lemma.lower() in lexicon.load().classes["claims"]


def _claimed(sentence: Sentence, claim: int) -> list[int]:
    """What a claim is of: "reports that the two had met", "reports of a meeting"; not "a suggestion that the talks be moved"."""
    proposal = sentence.tokens[claim].lemma.lower() in lexicon.load().classes["claims_or_proposals"]
    clauses = [
        c
        for c in sentence.dependents(claim, "acl", "ccomp")
        if sentence.tokens[c].relation != "acl:relcl" and (not proposal or _has_come_about(sentence, c))
    ]
    nouns = [] if proposal else [c for c in sentence.dependents(claim, "nmod") if preposition(sentence, c) in _OF]
    return [c for c in (*clauses, *nouns) if c > claim]


def _has_come_about(sentence: Sentence, verb: int) -> bool:
    """Whether a clause tells a fact, by its auxiliary or the form of its verb: "had been left out", not "be moved", "should be moved"."""
    token, modals = sentence.tokens[verb], lexicon.load().modality.modals
    helping = {sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "aux", "cop")}
    if any((word,) in modals for word in helping) or "be" in helping:
        return False
    return bool(helping & (PAST_AUXILIARIES | _PRESENT)) or token.text.lower() != token.lemma.lower()


def _said(sentence: Sentence, verb: int) -> set[int]:
    """The clause that a verb says, or the verb itself where another says it: "said it had accepted, but Libya denied this"."""
    said = {c for c in sentence.dependents(verb, "ccomp") if c > verb}
    own = {verb} if matches(sentence.tokens[verb].relation, ("ccomp",)) else set()
    return said or own


def _said_around(sentence: Sentence, i: int) -> set[int]:
    """The clause said in which a word stands: "said Norway had been invited to the talks, which the rebels denied"."""
    for k in (i, *sentence.ancestors(i)):
        if sentence.tokens[k].upos == "VERB" and (said := _said(sentence, k)):
            return said
    return set()


def _is_told(sentence: Sentence, candidate: Candidate, clauses: set[int]) -> bool:
    """Whether a word of an event, or of what its wording starts from, tells what one of some clauses or nouns tells."""
    anchor = candidate.ruling.anchor if candidate.ruling is not None else []
    return bool(clauses) and any(_tells(sentence, i, clauses) for i in (*candidate.words, *anchor))


def _tells(sentence: Sentence, i: int, clauses: set[int]) -> bool:
    """Whether a word tells what one of some clauses or nouns tells: its verb, an infinitive below it, the noun of a light verb."""
    tokens, words = sentence.tokens, lexicon.load()
    token = tokens[i]
    verb = i
    if token.upos in ("NOUN", "PROPN") and i not in clauses:
        verb = token.head
        if verb < 0 or taken_for_granted(sentence, i, words.modality):
            return False
        lemma = tokens[verb].lemma.lower()
        known = any(tokens[c].text.lower() in _DEFINITE for c in sentence.dependents(i, "det"))
        done = matches(token.relation, OBJECTS) and lemma in words.light_verbs and not known
        place = lemma in words.classes["taking_place"] or lemma in UNDER_WAY or sentence.dependents(verb, "expl")
        if not done and not (matches(token.relation, ("nsubj", "nsubj:pass")) and place):
            return False
    while verb not in clauses and matches(tokens[verb].relation, ("xcomp",)) and tokens[verb].head >= 0:
        verb = tokens[verb].head
    return verb in clauses
