"""What is turned down, praised or accepted where it is no text of peace and no effort for it: a ruling, an election, an embargo, an offer of food.

"Rejected the ruling" is a plain refusal, "praised the embargo" plain support, "accepted resolution 598" adopts nothing.
"""

from __future__ import annotations

from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.grammar.classes import OBJECTS, RELATIVE_PRONOUNS
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.language.parse import Sentence, matches
from dragoman.ontology.lexicon import Lexicon

_DIFFERING = frozenset({"disagree", "differ"})
_PAYING = frozenset({"fund", "finance", "pay"})
_IN_FAVOUR = frozenset({"yes", "favour", "favor"})
_OFFERS = frozenset({"offer", "proposal"})


def no_such_text(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """Label of what was read as an answer to a text or a judgement of peacemaking and is of something else; None where it may be one."""
    if candidate.label == "agreement_rejected":
        return _turned_down(sentence, candidate, lexicon)
    if candidate.label == "endorsement":
        return _praised(sentence, candidate, lexicon)
    if candidate.label == "disparagement":
        return "ACCUSE" if _runs_down_a_thing(sentence, candidate, lexicon) else None
    if candidate.label == "mediation_rejected" and candidate.ruling is None:
        return "REJECT" if any(sentence.tokens[i].lemma.lower() in _PAYING for i in candidate.words) else None
    if candidate.label == "resolution_adopted" and candidate.ruling is None:
        return _voted(sentence, candidate, lexicon)
    if candidate.label == "resolution_vetoed":
        lemmas = {t.lemma.lower() for t in sentence.tokens}  # "blocked a weaker text at the last round"
        at_talks = lemmas & {*lexicon.classes["talks"], "round"}
        return "agreement_rejected" if at_talks and not lemmas & set(lexicon.classes["of_a_council"]) else None
    return None


def _voted(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What is voted where nothing is adopted: "voted 55-44 against a resolution", "voted to table a motion" turn it down, "accepted resolution
    598" agrees to it."""
    tokens = sentence.tokens
    verb = next((i for i in candidate.words if tokens[i].upos == "VERB"), -1)
    if verb < 0:
        return None
    if tokens[verb].lemma.lower() == "vote":
        killed = any(
            tokens[c].lemma.lower() in lexicon.classes["killing_a_motion"]
            for c in sentence.dependents(verb, "xcomp", "advcl")
        )
        against = any(preposition(sentence, c) == "against" for i in candidate.words for c in sentence.children[i])
        return "REJECT" if killed or against else None
    return "AGREE" if tokens[verb].lemma.lower() == "accept" else None


def _turned_down(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What a rejection is where no text is rejected: "voted Yes" supports one, "disagreed about what it meant" and "rejected the ruling" do
    not touch any."""
    tokens, words = sentence.tokens, lexicon.classes
    lemmas = {tokens[i].lemma.lower() for i in candidate.words}
    if "vote" in lemmas:
        verb = next(i for i in candidate.words if tokens[i].lemma.lower() == "vote")
        near = [verb, *sentence.children[verb]]
        return "endorsement" if any(tokens[c].text.lower() in _IN_FAVOUR for c in near) else None
    if lemmas & (_DIFFERING | _PAYING) and candidate.ruling is None:
        return "REJECT"
    what = _objects(sentence, candidate)
    if not what:
        return None
    if any(tokens[i].lemma.lower() in _OFFERS and (other := _other_offer(sentence, i, lexicon)) for i in what):
        return other
    if all(tokens[i].lemma.lower() in words["part_of_outsiders"] for i in what):
        return "REJECT"
    if all(tokens[i].lemma.lower() in words["no_peace_text"] and not _of_peace(sentence, i, lexicon) for i in what):
        return "REJECT"
    given = [
        c for i in what if tokens[i].lemma.lower() in _OFFERS for c in sentence.dependents(i, "nmod") if preposition(sentence, c) == "of"
    ]  # fmt: skip
    return "REJECT" if given and all(tokens[c].lemma.lower() in words["mere_help"] for c in given) else None


def _other_offer(sentence: Sentence, offer: int, lexicon: Lexicon) -> str | None:
    """What it is to turn down an offer to do something: one to mediate is mediation, one to hand over jets nothing of peace."""
    tokens, words = sentence.tokens, lexicon.classes
    acts = [c for c in sentence.dependents(offer, "acl", "xcomp") if c > offer and tokens[c].relation != "acl:relcl"]
    if not any(preposition(sentence, c) == "to" and not is_passive(sentence, c) for c in acts):
        return None
    if {tokens[c].lemma.lower() for c in acts} & set(words["mediating"]):
        return "mediation_rejected"
    below = {tokens[k].lemma.lower() for c in acts for k in sentence.subtree(c)}
    peace = {*words["talking"], *words["truce"], *words["deal"], *words["stopping"], *words["ceasing"], *words["of_peacemaking"],
             *words["observer"], "peace", "free", "mandate"}  # fmt: skip
    return None if below & peace else "REJECT"


def _praised(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> str | None:
    """What praise is where no effort for peace is praised: "praised the embargo", "thanked him for his commitment to our security" support
    somebody, "called it a victory for oppression" runs something down."""
    tokens, words = sentence.tokens, lexicon.classes
    if any(_for_evil(sentence, i, lexicon) for v in candidate.words for i in (v, *sentence.children[v])):
        return "disparagement"
    what = _objects(sentence, candidate)
    if what and all(tokens[i].lemma.lower() in words["no_peace_act"] for i in what):
        return "SUPPORT"
    for verb in candidate.words:
        thanked = [c for c in sentence.dependents(verb, "obl", "advcl") if preposition(sentence, c) == "for"]
        merits = [c for c in thanked if tokens[c].lemma.lower() in words["friendship"]]
        if merits and not _of_peace(sentence, verb, lexicon):
            return "SUPPORT"
    return None


def _runs_down_a_thing(sentence: Sentence, candidate: Candidate, lexicon: Lexicon) -> bool:
    """Whether what is run down is a ruling, an election or a sanction, no peace effort: "called the ruling a farce"."""
    tokens = sentence.tokens
    verbs = [i for w in candidate.words for i in (w, tokens[w].head) if i >= 0 and tokens[i].upos == "VERB"]
    what = [c for v in verbs for c in sentence.dependents(v, *OBJECTS) if c not in candidate.words]
    things = {*lexicon.classes["no_peace_text"], *lexicon.classes["no_peace_act"]}
    return bool(what) and all(tokens[c].lemma.lower() in things and not _of_peace(sentence, c, lexicon) for c in what)


def _for_evil(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is a victory or a gift "for" or "to" what nobody would stand up for: "a victory for oppression", "a gift to terrorists"."""
    if sentence.tokens[i].lemma.lower() not in lexicon.classes["boon"]:
        return False
    return any(
        sentence.tokens[c].lemma.lower() in lexicon.classes["evil"] and preposition(sentence, c) in ("for", "to")
        for c in sentence.children[i]
    )


def _objects(sentence: Sentence, candidate: Candidate) -> list[int]:
    """Heads of what is rejected or praised, also where it stands among the words themselves: "[declared the] ruling null and void"."""
    tokens = sentence.tokens
    found = [c for i in candidate.words if tokens[i].upos == "VERB" for c in sentence.dependents(i, *OBJECTS)]
    for verb in candidate.words:  # "an attack that Hamas praised"
        relative = tokens[verb].relation == "acl:relcl" and all(
            tokens[c].text.lower() in RELATIVE_PRONOUNS for c in found
        )
        found = [tokens[verb].head] if relative and (found or tokens[verb].upos == "VERB") else found
    if not found:
        found = [i for i in candidate.words if tokens[i].upos == "NOUN" and matches(tokens[i].relation, OBJECTS)]
    return found


def _of_peace(sentence: Sentence, top: int, lexicon: Lexicon) -> bool:
    """Whether a phrase names talks, a truce, a text or mediation: "the result of the talks"."""
    words = lexicon.classes
    peace = {
        *words["talks"],
        *words["conference"],
        *words["truce"],
        *words["deal"],
        *words["mediation"],
        *words["mediator"],
        "peace",
        "process",
    }
    return any(sentence.tokens[i].lemma.lower() in peace for i in sentence.subtree(top) if i != top)
