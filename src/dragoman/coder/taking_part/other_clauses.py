"""Who acts in a clause above, below or beside the event's own: around relative clauses, behind "while", and where the object acts."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.classes import OBJECTS
from dragoman.coder.grammar.phrases import conjuncts, first_of, preposition, stands_below
from dragoman.coder.grammar.slots import light_governor, object_acts, verb_slots
from dragoman.coder.taking_part.no_part import DOERS
from dragoman.language.parse import Sentence, matches

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_MEANWHILE = frozenset({"while", "whereas", "whilst"})
_DOING = DOERS | MEDIATORS | {"host", "convener"}
_BESIDE = ("obj", "iobj", "obl", "nsubj", "xcomp")


def acts_in_another_clause(
    sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords, people: list[Filled]
) -> bool:
    """Whether a phrase is who acts in another clause than the event's; whom a relative clause is about is acted on, which he becomes."""
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or not 0 <= head < len(sentence):
        return False
    trigger = candidate.words
    verb = own_verb(sentence, trigger)
    if _aside(sentence, trigger, head, filled.role, words):
        return True
    # not "let him go on condition"
    governed = verb in trigger or matches(sentence.tokens[trigger[-1]].relation, OBJECTS)
    if filled.role in _DOING and verb >= 0 and governed and _has_another_do(sentence, verb, head, words):
        return True
    if filled.role == "recipient" and head == relative_clause(sentence, verb)[1] and _acts_by_rule(candidate, head):
        filled.role = "initiator"  # "announced sanctions that China criticised"
    if filled.role in MEDIATORS | {"host", "convener"}:
        if filled.role in MEDIATORS and _is_brought_together(sentence, verb, head):
            filled.role = "party"
        if candidate.label == "mediator_appointed" and head in _antecedents_of(sentence, verb):
            return False  # "Kaunda, whom the OAU had named as mediator, resigned"
        return _above_relative(sentence, verb, head, words)
    if filled.role != "initiator":
        return False
    if _fronted(sentence, head):
        filled.role = "recipient"
        return False
    inside, who = relative_clause(sentence, verb)
    if inside >= 0 and not stands_below(sentence, head, inside):
        about = head in _antecedents(sentence, inside)
        if about and _is_acted_on(sentence, inside) and not any(
            f.role == "recipient" and f.mention.head == head for f in people
        ):  # fmt: skip
            filled.role = "recipient"
            return False
        return about or sentence.tokens[who].upos != "PRON"  # "he" may be whoever acts above
    if _only_says(sentence, verb, head) or _is_not_the_last(sentence, verb, head, words):
        return True
    return _acts_below(sentence, verb, trigger, head, words)


def _is_brought_together(sentence: Sentence, verb: int, head: int) -> bool:
    """Whether a phrase is one of those whom a relative clause tells of as the sides: "Serbia and Kosovo, which the EU brought together"."""
    inside, _ = relative_clause(sentence, verb)
    several = inside >= 0 and len(_antecedents(sentence, inside)) > 1
    return several and head in _antecedents(sentence, inside) and _is_acted_on(sentence, inside)


def _antecedents_of(sentence: Sentence, verb: int) -> list[int]:
    """Those of whom the relative clause tells that a verb stands in, if it tells what is done to them."""
    inside, _ = relative_clause(sentence, verb)
    return _antecedents(sentence, inside) if inside >= 0 and _is_acted_on(sentence, inside) else []


def _above_relative(sentence: Sentence, verb: int, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is the subject above a relative clause in which somebody else assists: "Thailand boycotted a meeting which Indonesia had
    offered to host"; not who assists at what the clause tells of: "Kenya hosted talks in which the two sides signed a truce"."""
    inside, who = relative_clause(sentence, verb)
    if words.verb(sentence.tokens[sentence.tokens[head].head].lemma) is not None:
        return False
    if inside < 0 or sentence.tokens[who].upos == "PRON" or stands_below(sentence, head, inside):
        return False
    return sentence.tokens[head].relation == "nsubj" and sentence.tokens[head].head in sentence.ancestors(inside)


def _acts_by_rule(candidate: Candidate, head: int) -> bool:
    """Whether the wording has a word as the agent of what is told, and him as its initiator."""
    match = candidate.ruling
    return (
        match is not None and match.trigger.roles.get("agent") == "initiator" and head in match.slots.get("agent", [])
    )


def own_verb(sentence: Sentence, trigger: list[int]) -> int:
    """The verb of an event's clause: the trigger's own, else the one that governs its noun; -1 for none."""
    own = next((i for i in trigger if sentence.tokens[i].upos in ("VERB", "AUX")), -1)
    above = light_governor(sentence, trigger[-1]) if own < 0 else None
    return own if above is None else above


def relative_clause(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The verb of the relative clause in which a verb stands and who acts there, if that is somebody else than the noun before: "attacked" and
    "Israel" of "Hezbollah, which Israel attacked" and of "the group that Israel tried to attack"; (-1, -1) for "Hezbollah, which attacked
    Israel"."""
    tokens = sentence.tokens
    who = -1
    while verb >= 0:
        subjects = sentence.dependents(verb, "nsubj")
        if subjects and who < 0:
            who = next((c for c in subjects if c < verb and _names_somebody(sentence, c)), -1)
        own = who < 0 or not subjects or any(_names_somebody(sentence, c) for c in subjects)
        if not own or (subjects and who < 0):
            break
        if tokens[verb].relation == "acl:relcl":
            return (verb, who) if who >= 0 else (-1, -1)
        aim = tokens[verb].relation == "advcl" and preposition(sentence, verb) == "to"  # "which Israel used to attack"
        if not aim and tokens[verb].relation not in ("conj", "xcomp", *(["ccomp"] if who >= 0 else [])):
            break
        verb = tokens[verb].head
    return -1, -1


def _names_somebody(sentence: Sentence, i: int) -> bool:
    """Whether a subject is somebody, and neither a relative pronoun nor anybody's of whom the clause tells ("whose army")."""
    token = sentence.tokens[i]
    owned = any(sentence.tokens[c].text.lower() == "whose" for c in sentence.children[i])
    if owned or token.text.lower() in _RELATIVE or preposition(sentence, i) is not None:
        return False
    return token.upos in ("PROPN", "PRON") or token.mention in ("person", "organization")


def _only_says(sentence: Sentence, verb: int, head: int) -> bool:
    """Whether a phrase is in what is put in between a relative pronoun and its verb: "the M23, which experts say is backed by Rwanda"."""
    token = sentence.tokens[verb]
    if verb < 0 or token.relation != "acl:relcl":
        return False
    subjects = [
        c for c in sentence.dependents(verb, "nsubj", "nsubj:pass") if sentence.tokens[c].text.lower() in _RELATIVE
    ]
    between = [
        c for c in sentence.dependents(token.head, "acl:relcl", "acl")
        if any(s < c < verb for s in subjects) and sentence.dependents(c, "nsubj")
    ]  # fmt: skip
    return any(stands_below(sentence, head, c) for c in between)


def _is_not_the_last(sentence: Sentence, verb: int, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands before the noun of which alone "that" or "who" without a comma tells: "Qatar" of "between Qatar and the states that
    imposed an embargo", however the clause is hung."""
    tokens = sentence.tokens
    while verb >= 0 and tokens[verb].relation in ("conj", "xcomp") and not sentence.dependents(verb, "nsubj"):
        verb = tokens[verb].head
    if verb < 0 or tokens[verb].relation != "acl:relcl":
        return False
    pronoun = next(
        (c for c in sentence.dependents(verb, "nsubj") if tokens[c].text.lower() in ("that", "who", "which")), 0
    )
    last = pronoun - 1
    if pronoun == 0 or tokens[last].upos not in ("NOUN", "PROPN") or stands_below(sentence, head, verb):
        return False
    if not acts(sentence, last, words) or tokens[last].mention == "time":
        return False  # "Russia sent a note on Friday that demands"
    own = {last}
    while matches(tokens[last].relation, ("nmod", "flat", "compound", "appos")) and tokens[last].head >= 0:
        last = tokens[last].head
        own.add(last)
    return head not in own and head < pronoun and not own & set(sentence.ancestors(head))


def _fronted(sentence: Sentence, head: int) -> bool:
    """Whether a phrase with "whose" is the object, before the subject: "France, whose president the rebels refused to meet"."""
    owned = any(sentence.tokens[c].text.lower() == "whose" for c in sentence.children[head])
    verb = sentence.tokens[head].head
    return owned and verb > head and any(
        head < c < verb and _names_somebody(sentence, c) for c in sentence.dependents(verb, "nsubj")
    )  # fmt: skip


def _is_acted_on(sentence: Sentence, clause: int) -> bool:
    """Whether a relative clause tells what is done to the noun before, or with it: not "where" or "on whose soil" it is done."""
    end = sentence.tokens[clause].head
    between = sentence.tokens[end + 1 : clause]
    if any(t.text.lower() in ("where", "when", "whose") for t in between):
        return False
    pronoun = next((t.i for t in between if t.text.lower() in _RELATIVE), -1)
    return pronoun < 0 or preposition(sentence, pronoun) in (None, "with", "against", "to", "on", "for", "from")


def _antecedents(sentence: Sentence, clause: int) -> list[int]:
    """The noun that a relative clause belongs to, and those coordinated with it before the clause."""
    first = sentence.tokens[clause].head
    while sentence.tokens[first].relation == "conj":
        first = sentence.tokens[first].head
    return [i for i in conjuncts(sentence, first) if i < clause]


def _acts_below(sentence: Sentence, verb: int, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is the subject of a relative clause below the event's clause: "Iran released a tanker that Britain had demanded".

    What somebody did acts for him: "the raid that Israel launched killed five". An event noun's own clause may tell who is behind it, unless it
    only tells how he takes it: "announced sanctions that China criticised".
    """
    tokens = sentence.tokens
    head = first_of(sentence, head)
    clause = tokens[head].head
    if tokens[head].relation != "nsubj" or clause < 0 or tokens[head].text.lower() in _RELATIVE:
        return False
    while tokens[clause].relation in ("conj", "xcomp") and clause not in trigger:
        clause = tokens[clause].head
    if tokens[clause].relation != "acl:relcl" or any(stands_below(sentence, i, clause) for i in trigger):
        return False
    noun = tokens[clause].head
    if noun in trigger or noun in sentence.ancestors(trigger[-1]):
        lemma = tokens[tokens[head].head].lemma.lower()
        return lemma in words.judging or lemma in words.answering
    below = noun
    while below >= 0 and tokens[below].head != verb:
        below = tokens[below].head
    done_to = below >= 0 and matches(tokens[below].relation, (*OBJECTS, "obl", "iobj"))
    return verb >= 0 and below >= 0 and (done_to or acts(sentence, noun, words))


def meanwhile(sentence: Sentence, trigger: list[int], i: int) -> int:
    """The clause with "while" and a subject of its own that a word stands in and the event does not, -1 for none: "Annan chaired the session
    while Kerry was in Paris"."""
    verb = own_verb(sentence, trigger)
    if verb < 0 or not any(_names_somebody(sentence, c) for c in sentence.dependents(verb, "nsubj")):
        return -1
    for word in (i, *sentence.ancestors(i)):
        if _contrasts(sentence, word) and not stands_below(sentence, verb, word):
            return word if stands_below(sentence, verb, sentence.tokens[word].head) else -1
    return -1


def _aside(sentence: Sentence, trigger: list[int], head: int, role: str, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands in a clause with "while" and the event doesn't, or is subject or object above the event's clause with "while";
    not who is said to assist: "the two sides met while Annan mediated"."""
    tokens = sentence.tokens
    clause = meanwhile(sentence, trigger, head)
    if clause >= 0:
        between = any(
            preposition(sentence, c) == "between" for c in sentence.children[clause]
        )  # "while aides went between them"
        assists = role in MEDIATORS and (between or words.tells_of_mediation(tokens[clause].lemma))
        return not assists or _of_its_own(sentence, clause)
    above = tokens[head].head
    if above < 0 or role not in _DOING or not matches(tokens[head].relation, _BESIDE):
        return False
    verb = own_verb(sentence, trigger)
    if meanwhile(sentence, [above], verb) < 0 or tokens[above].upos not in ("VERB", "AUX"):
        return False
    return not (role in MEDIATORS and words.tells_of_mediation(tokens[above].lemma))


def _contrasts(sentence: Sentence, word: int) -> bool:
    """Whether a word heads a clause with "while" that has a subject of its own."""
    if not matches(sentence.tokens[word].relation, ("advcl",)):
        return False
    marks = {sentence.tokens[c].text.lower() for c in sentence.dependents(word, "mark", "advmod")}
    return bool(marks & _MEANWHILE) and bool(sentence.dependents(word, "nsubj", "nsubj:pass"))


def _of_its_own(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has an object that was not spoken of before, or sides by name: "hosted an investment conference", "mediated between Chad and
    Sudan"."""
    between = [c for c in sentence.dependents(verb, "obl", "nmod") if preposition(sentence, c) == "between"]
    return any(sentence.tokens[c].upos == "PROPN" for c in between) or any(
        sentence.tokens[c].text.lower() in ("a", "an", "another")
        for i in sentence.dependents(verb, "obj")
        for c in sentence.children[i]
    )


def _has_another_do(sentence: Sentence, verb: int, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who judges, thanks, keeps from or lets do somebody else what is told: "Merkel criticised Russia for bombing Aleppo",
    "Israel allowed Qatar to deliver cash"; or to whom it is told: "Russia apologised to Turkey for bombing its troops"."""
    tokens = sentence.tokens
    while tokens[verb].relation in ("conj", "xcomp") and not object_acts(sentence, verb) and tokens[verb].head >= 0:
        if (
            sentence.dependents(verb, "nsubj", "nsubj:pass")
            or tokens[tokens[verb].head].lemma.lower() in words.permitting
        ):
            break
        verb = tokens[verb].head
    above = tokens[verb].head
    if above < 0 or tokens[above].upos not in ("VERB", "AUX", "ADJ"):
        return False
    slots = verb_slots(sentence, above)
    lets = tokens[verb].relation == "xcomp" and tokens[above].lemma.lower() in words.permitting
    if lets or object_acts(sentence, verb):
        others = [i for i in slots["patient"] if acts(sentence, i, words) and i not in slots["agent"]]
        return head in slots["agent"] and bool(others)
    gerund = preposition(sentence, verb) == "for" and tokens[verb].text.lower().endswith("ing")
    doers = verb_slots(sentence, verb)["agent"] if gerund else []
    head = first_of(sentence, head)
    return bool(doers) and tokens[head].head == above and head not in doers
