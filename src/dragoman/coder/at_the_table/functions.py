"""What part somebody's name, verb and clause give him: "the mediator, Kenya", "led the Kenyan delegation", "with A and B in separate rooms"."""

from __future__ import annotations

from dragoman.coder.at_the_table.there_as import case_before
from dragoman.coder.at_the_table.third_parties import acts, for_a_side
from dragoman.coder.draft.roles import FINER, MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import conjuncts, first_of, phrase_words, preposition
from dragoman.coder.grammar.slots import is_passive, verb_slots
from dragoman.coder.names.mention import Mention
from dragoman.language.parse import Sentence, matches


def finer_role(sentence: Sentence, head: int, family: str, words: ThirdPartyWords) -> str:
    """The codebook's own word for a third party whose family of roles is known: by what it is called, or by what it does.

    A witness or monitor is read as an observer by the model, a head of the mediation as a mediator.
    """
    finer = FINER.get(family)
    if finer is None:
        return family
    token = sentence.tokens[head]
    for child in [c for i in (head, token.head) if i >= 0 for c in sentence.children[i]]:
        role = words.functions.get(sentence.tokens[child].lemma.lower())
        if sentence.tokens[child].relation == "appos" and role:
            return role  # an explicit title decides, whatever family was read
    if (called := _titled(sentence, head, words)) is not None:
        return called
    while token.relation == "conj" and token.head >= 0:
        token = sentence.tokens[token.head]  # "accompanied by Chile and Venezuela"
    if token.head >= 0 and matches(token.relation, ("nsubj", "obl", "appos", "acl")):
        above = sentence.tokens[token.head]
        # whoever is "the head of the political bureau" leads no mediation
        noun = above.upos in ("NOUN", "PROPN")
        roles = (
            words.functions.get(w) if noun else _doing(words, w) for w in (above.lemma.lower(), above.text.lower())
        )
        role = next((r for r in roles if r), None)
        if role == "lead_mediator" and not noun and not _leads_talks(sentence, above.i, words):
            return family  # "Norway heads the forum that funds the talks"
        agent = token.relation != "obl" or preposition(sentence, token.i) == "by"
        if role in finer and agent and token.relation != "nsubj:pass":
            return role
    return family


def _titled(sentence: Sentence, head: int, words: ThirdPartyWords) -> str | None:
    """Role by the title before a name: "chief mediator Kofi Annan", "mediators Oman and Chad", whatever they look on at."""
    first = first_of(sentence, head)
    starts = {i: _name_begins(sentence, i) for i in (head, first)}
    title = next(
        (sentence.tokens[i - 1] for i in starts.values() if i > 0 and _is_function(sentence, i - 1, words)), None
    )
    if title is None or sentence.tokens[first].upos != "PROPN":
        return None
    several = title.text.lower() != title.lemma.lower()
    return words.functions[title.lemma.lower()] if title.i == starts[head] - 1 or several else None


def _name_begins(sentence: Sentence, head: int) -> int:
    """The first word of a name of several: "Saudi" of "mediators Saudi Arabia and Oman", also behind "the"."""
    start = head
    while (
        start and sentence.tokens[start - 1].head == head and sentence.tokens[start - 1].upos in ("PROPN", "ADJ", "DET")
    ):
        start -= 1
    return start


def _is_function(sentence: Sentence, i: int, words: ThirdPartyWords) -> bool:
    token = sentence.tokens[i]
    return token.upos == "NOUN" and words.functions.get(token.lemma.lower()) in MEDIATORS


def _leads_talks(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether nobody is told whom somebody leads for: no delegation, and no body with a name of its own."""
    led = [sentence.tokens[i] for i in verb_slots(sentence, verb)["patient"]]
    return not any(t.lemma.lower() in words.led or (t.upos == "PROPN") for t in led)


def _doing(words: ThirdPartyWords, word: str) -> str | None:
    return words.doings.get(word) or words.functions.get(word)


def in_terms(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase stands in what a text provides for: "a truce under which the president is to step down" has no such auspices."""
    for verb in sentence.ancestors(head):
        for child in sentence.children[verb]:
            if sentence.tokens[child].text.lower() == "which" and preposition(sentence, child) == "under":
                return child < head and not words.verb(sentence.tokens[verb].lemma)
    return False


def of_duty(sentence: Sentence, mention: Mention, words: ThirdPartyWords) -> bool:
    """Whether a country is what an envoy or mediator is for ("the UN mediator for Angola"): he comes from elsewhere."""
    head = sentence.tokens[mention.head].head
    if head < 0 or preposition(sentence, mention.head) not in ("for", "to") or mention.resolution.country is None:
        return False
    noun = sentence.tokens[head].lemma.lower()
    return mention.resolution.actor == mention.resolution.country and (
        noun in words.functions or noun in words.delegates
    )


def answers_it(sentence: Sentence, trigger: list[int], head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who answers the offer that a noun names: "Sudan rejected an offer of mediation by Kenya"."""
    noun = next((i for i in trigger if sentence.tokens[i].head not in trigger), trigger[0])
    verb = sentence.tokens[noun].head
    if verb < 0 or not matches(sentence.tokens[noun].relation, ("obj", "nsubj")):
        return False
    lemma = sentence.tokens[verb].lemma.lower()
    particles = (sentence.tokens[c].text.lower() for c in sentence.dependents(verb, "compound"))
    answers = lemma in words.answering or any(f"{lemma} {p}" in words.answering for p in particles)
    if sentence.tokens[noun].upos != "NOUN" or not answers:
        return False
    slots = verb_slots(sentence, verb)
    return noun in slots["patient"] and head in slots["agent"]


def leads_a_side(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who leads a delegation, or whom somebody represents: "the Tamil delegation at the talks was led by Balasingham"."""
    verb = sentence.tokens[head].head
    if verb >= 0 and sentence.tokens[verb].lemma.lower() == "represent" and is_passive(sentence, verb):
        # "Morocco is represented by its interior minister", not "by an observer"
        agents = {sentence.tokens[i].lemma.lower() for i in verb_slots(sentence, verb)["by"]}
        return bool(agents) and not agents & set(words.functions)
    if verb >= 0 and head in verb_slots(sentence, verb)["by"] and for_a_side(sentence, verb, words):
        return True
    if verb >= 0 and sentence.tokens[verb].lemma.lower() in words.sides and preposition(sentence, verb) == "on":
        return preposition(sentence, head) == "by"  # "led on the Sudanese side by a minister"
    if verb < 0 or not words.leading & {sentence.tokens[verb].lemma.lower(), sentence.tokens[verb].text.lower()}:
        return False
    slots = verb_slots(sentence, verb)
    theirs = {sentence.tokens[i].lemma.lower() for i in slots["patient"]}
    return head in slots["agent"] and (bool(theirs & words.led) or _leads_for_a_side(sentence, verb, words))


def _leads_for_a_side(sentence: Sentence, verb: int, words: ThirdPartyWords) -> bool:
    """Whether talks are led for one of their sides, in the active: "led the talks for Kenya", "headed the negotiations on the rebel side".

    Not where both sides are named besides."""
    if is_passive(sentence, verb):
        return False
    talks = [c for c in sentence.dependents(verb, "obj") if sentence.tokens[c].lemma.lower() in words.events]
    beside = [verb, *talks] if talks else []
    if any(preposition(sentence, c) == "between" for above in beside for c in sentence.children[above]):
        return False  # "led the talks for the hostages between Israel and Hamas"
    return any(
        (preposition(sentence, c) == "for" and acts(sentence, c, words) and sentence.tokens[c].mention != "time")
        or (preposition(sentence, c) == "on" and sentence.tokens[c].lemma.lower() in words.sides)
        for above in beside
        for c in sentence.children[above]
    )


def kept_apart(sentence: Sentence, head: int, words: ThirdPartyWords) -> bool:
    """Whether a phrase is one of those "with A and B in separate rooms", the sides of proximity talks."""
    first = head
    while sentence.tokens[first].relation == "conj":
        first = sentence.tokens[first].head
    people = conjuncts(sentence, first)
    ends = max(phrase_words(sentence, k)[1] for k in people)
    after = [t.text.lower() for t in sentence.tokens[ends + 1 : ends + 4]]
    together = len(people) > 1 and case_before(sentence, first) == "with"
    return together and after[:1] in (["in"], ["at"], ["on"]) and bool(words.apart & set(after))


def assists_beside(sentence: Sentence, head: int, words: ThirdPartyWords) -> str | None:
    """Role of whoever assists talks that are told beside the event: "signed an accord after talks led by Brazil"."""
    participle = sentence.tokens[head].head
    if (
        participle < 0
        or preposition(sentence, head) != "by"
        or not matches(sentence.tokens[participle].relation, ("acl",))
    ):
        return None
    talks = sentence.tokens[sentence.tokens[participle].head].lemma.lower()
    return words.tied_by(sentence.tokens[participle]) if talks in words.events else None
