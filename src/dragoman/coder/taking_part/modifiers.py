"""Who is named only to tell of somebody else: where he is, what he is charged with, who backs him, where somebody travels."""

from __future__ import annotations

from dragoman.coder.at_the_table.third_parties import acts
from dragoman.coder.draft.candidate import Candidate
from dragoman.coder.draft.filled import Filled
from dragoman.coder.draft.roles import MEDIATORS
from dragoman.coder.draft.third_party_words import ThirdPartyWords
from dragoman.coder.grammar.phrases import preposition
from dragoman.coder.grammar.slots import is_passive
from dragoman.coder.names.mention import Mention
from dragoman.coder.names.mentions import Mentions
from dragoman.language.parse import Sentence, matches
from dragoman.ontology import group

_IN = frozenset({"in", "inside", "at", "near", "outside", "across"})
_CHARGED = frozenset({"for", "to"})
_WHOSE = frozenset({"from", "by"})
_WAY = frozenset({"to", "from", "into"})
_BACKED = frozenset({"initiator", "party", "participant", "boycotting"})
_ACTING = _BACKED | MEDIATORS
_CHAIRING = frozenset({"chair", "chairman", "chairwoman", "president"})
_GOING = frozenset({"to", "in", "into"})


def tells_of_another(
    sentence: Sentence,
    filled: Filled,
    candidate: Candidate,
    mentions: Mentions,
    words: ThirdPartyWords,
    people: list[Filled],
) -> bool:
    """Whether a phrase is no participant of its own but part of what is said of another."""
    head = filled.mention.head
    if filled.mention.sentence != sentence.index or filled.mention.pronoun or filled.role in ("excluded", "host"):
        return False
    return (
        (candidate.label not in group("allegations") and _is_source(sentence, head, candidate.words))
        or _where_somebody_is(sentence, filled, mentions, people, candidate)
        or _charge_of_envoy(sentence, filled, mentions, words)
        or _posted_there(sentence, filled, mentions, words)
        or _whose_office(sentence, filled, words)
        or _chaired(sentence, filled, people)
        or _backs(sentence, filled, candidate, words)
        or _heads_body(sentence, filled, mentions, words)
        or _behind_other_noun(sentence, head, filled.role, candidate.words, words)
        or _comes_from(sentence, filled, mentions, people, words)
        or _way(sentence, filled, words)
        or _stop(sentence, filled, candidate, words)
    )


def _first(sentence: Sentence, head: int) -> int:
    """The first of several: "Kenya" of "in Kenya and Uganda"."""
    while sentence.tokens[head].relation == "conj" and preposition(sentence, head) is None:
        head = sentence.tokens[head].head
    return head


def _is_source(sentence: Sentence, head: int, trigger: list[int]) -> bool:
    """Whether a phrase is by whom it is told: "Hamas, which according to Israel broke the truce"; not whom a clause below says more of."""
    told_by = preposition(sentence, _first(sentence, head)) == "according"
    return told_by and not any(head in sentence.ancestors(i) for i in trigger)


def _is_place(sentence: Sentence, mention: Mention) -> bool:
    found = mention.resolution
    return found.place is not None or (
        sentence.tokens[mention.head].name[2:] == "LOC" and (found.actor is None or found.actor == found.country)
    )


def _where_somebody_is(
    sentence: Sentence, filled: Filled, mentions: Mentions, people: list[Filled], candidate: Candidate
) -> bool:
    """Whether a state or city is only where somebody is: "guerrillas in Colombia", "a diplomat in Kinshasa", "bombed the militants in Iraq";
    or what body somebody known sits in: "Republicans in Congress"."""
    first = _first(sentence, filled.mention.head)
    token = sentence.tokens[first]
    if preposition(sentence, first) not in _IN or token.head < 0 or not matches(token.relation, ("nmod", "obl")):
        return False
    above = token.head
    place = _is_place(sentence, filled.mention)
    if filled.role == "recipient":
        others = [f for f in people if f.role == "recipient" and f.mention.head != filled.mention.head]
        struck = any(
            f.mention.head == above or sentence.tokens[f.mention.head].head == above
            for f in others
            if _acts(sentence, f.mention)
        )
        # PLOVER has people helped or promised something "in Somalia" as that country's: only who is fought is not.
        fought = candidate.label in group("violence")
        return fought and place and struck and preposition(sentence, first) in ("in", "inside", "across")
    if filled.role not in _ACTING or not matches(token.relation, ("nmod",)) or above in candidate.words:
        return False
    somebody = mentions.at(sentence, above)
    own, body = somebody.resolution.actor, filled.mention.resolution
    of_state = body.actor == body.country or body.actor_type == "government_body"
    return (place and _acts(sentence, somebody)) or (own is not None and of_state)


def _acts(sentence: Sentence, mention: Mention) -> bool:
    return mention.known or sentence.tokens[mention.head].mention in ("person", "organization")


def _charge_of_envoy(sentence: Sentence, filled: Filled, mentions: Mentions, words: ThirdPartyWords) -> bool:
    """Whether a country is what somebody else's envoy is for: "the U.N. envoy for Syria", "America's special representative to Sudan"; Iran's own is
    "the negotiator for Iran"."""
    first = _first(sentence, filled.mention.head)
    token, found = sentence.tokens[first], filled.mention.resolution
    if filled.role not in _ACTING or preposition(sentence, first) not in _CHARGED or token.head < 0:
        return False
    lemma = sentence.tokens[token.head].lemma.lower()
    if found.actor != found.country or not (
        lemma in words.functions or lemma in words.delegates or lemma in words.charged
    ):
        return False
    senders = sentence.dependents(token.head, "appos", "compound", "amod", "nmod:poss")
    named = [mentions.at(sentence, i) for i in (token.head, *senders)]
    named += (
        [mentions.at(sentence, sentence.tokens[token.head].head)]
        if sentence.tokens[token.head].relation == "appos"
        else []
    )
    return any(m.actor is not None and m.actor != found.actor for m in named)


def _posted_there(sentence: Sentence, filled: Filled, mentions: Mentions, words: ThirdPartyWords) -> bool:
    """Whether a place is only where somebody else's ambassador or envoy is: "the French ambassador in Bissau was accused"."""
    first = _first(sentence, filled.mention.head)
    token = sentence.tokens[first]
    if preposition(sentence, first) not in (*_IN, "to") or token.head < 0 or token.relation != "nmod":
        return False
    lemma = sentence.tokens[token.head].lemma.lower()
    if lemma not in words.charged | words.delegates or not _is_place(sentence, filled.mention):
        return False
    sender = mentions.at(sentence, token.head).actor
    return sender is not None and sender != filled.mention.actor


def _whose_office(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether a country only tells of what somebody is taken for the head: "recognised Guaido as Venezuela's president"; not whose envoy or
    guest somebody comes as."""
    token, found = sentence.tokens[_first(sentence, filled.mention.head)], filled.mention.resolution
    owner = token.relation == "nmod:poss" or (token.relation == "nmod" and preposition(sentence, token.i) == "of")
    if not owner or found.actor != found.country or found.person is not None:
        return False
    office = sentence.tokens[token.head]
    comes_for = office.lemma.lower() in words.delegates | words.charged or office.lemma.lower() in words.functions
    taken = bool(sentence.dependents(office.head, "obj", "nsubj:pass")) if office.head >= 0 else False
    return office.upos == "NOUN" and not comes_for and taken and preposition(sentence, office.i) == "as"


def _chaired(sentence: Sentence, filled: Filled, people: list[Filled]) -> bool:
    """Whether a phrase is only of what a state that acts is the chair: "Indonesia, as chair of ASEAN, brought them together"."""
    token = sentence.tokens[filled.mention.head]
    chair = token.head >= 0 and sentence.tokens[token.head].lemma.lower() in _CHAIRING
    if not chair or preposition(sentence, token.i) != "of" or preposition(sentence, token.head) != "as":
        return False
    alike = (f.mention.resolution for f in people if f is not filled and f.role == filled.role)
    return any(r.actor is not None and r.actor == r.country and r.person is None for r in alike)


def _backs(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a phrase is who backs or arms another who acts: "the army, backed by Iran,", "a NATO-backed uprising". Who leads him acts with him."""
    tokens, head = sentence.tokens, _first(sentence, filled.mention.head)
    verb = tokens[head].head
    if (
        filled.role not in _BACKED
        or verb < 0
        or verb in candidate.words
        or tokens[verb].lemma.lower() not in words.backing
    ):
        return False
    before = (
        head < verb and tokens[verb - 1].text in "-–‑" and matches(tokens[verb].relation, ("amod", "compound", "acl"))
    )
    if before:
        return candidate.label in group("violence") | group("breaches")
    behind = (
        preposition(sentence, head) == "by"
        and matches(tokens[verb].relation, ("acl", "advcl"))
        and is_passive(sentence, verb)
    )
    return behind and tokens[head].upos == "PROPN" and acts(sentence, tokens[verb].head, words)


def _heads_body(sentence: Sentence, filled: Filled, mentions: Mentions, words: ThirdPartyWords) -> bool:
    """Whether a nationality is that of the diplomat who heads a mission: "the OSCE mission, headed by the Hungarian diplomat Sandor Meszaros,"."""
    tokens, mention = sentence.tokens, filled.mention
    verb = tokens[mention.head].head
    if verb < 0 or (preposition(sentence, mention.head) != "by" and tokens[mention.head].relation != "obl:agent"):
        return False
    leads = (
        tokens[verb].lemma.lower() in words.leading
        and matches(tokens[verb].relation, ("acl",))
        and is_passive(sentence, verb)
    )
    by_trade = any(t.lemma.lower() in words.callings for t in tokens[max(0, mention.first - 1) : mention.last + 1])
    if not leads or not by_trade or mention.actor != mention.country:
        return False
    body = mentions.at(sentence, tokens[verb].head)
    return body.actor is not None and body.actor != mention.actor


def _behind_other_noun(sentence: Sentence, head: int, role: str, trigger: list[int], words: ThirdPartyWords) -> bool:
    """Whether a phrase is whose another act is, told in the same way beside this one: "drew praise from Israel and condemnation from Iran"."""
    tokens, last = sentence.tokens, trigger[-1]
    first = _first(sentence, head)
    marker = next((c for c in sentence.children[first] if c < first and tokens[c].relation == "case"), 0)
    if role not in _BACKED or marker == 0 or last + 1 >= len(tokens) or tokens[last].upos != "NOUN":
        return False
    other = tokens[marker - 1]
    alike = tokens[marker].text.lower() in _WHOSE and tokens[last + 1].text.lower() in _WHOSE
    return alike and other.i not in trigger and other.upos == "NOUN" and not acts(sentence, other.i, words)


def _comes_from(
    sentence: Sentence, filled: Filled, mentions: Mentions, people: list[Filled], words: ThirdPartyWords
) -> bool:
    """Whether a place is only where people of somebody else's come from: "a Hamas delegation from Damascus", "an Israeli envoy from Washington";
    or a town where those come from who do it: "gunmen from Zintan", not "a delegation from Zintan"."""
    first = _first(sentence, filled.mention.head)
    token = sentence.tokens[first]
    if filled.role not in _ACTING or preposition(sentence, first) != "from" or token.relation != "nmod":
        return False
    noun = token.head
    by_word = [
        c
        for c in sentence.dependents(noun, "compound", "amod", "nmod")
        if c != first and sentence.tokens[c].name != "O" and _tells_whose(sentence, c)
    ]
    own = [mentions.at(sentence, i) for i in (*by_word, *([noun] if sentence.tokens[noun].upos == "PROPN" else []))]
    sent = any(m.actor is not None and m.actor != filled.mention.actor for m in own)
    town = filled.mention.actor is None and sentence.tokens[noun].lemma.lower() not in words.delegates
    town = town and any(f.mention.head == noun and f.role == filled.role for f in people)
    return (sent or town) and _is_place(sentence, filled.mention)


def _tells_whose(sentence: Sentence, i: int) -> bool:
    """Whether a word before a noun or behind its "of" tells whose people they are: "Hamas delegation", "a delegation of the IRA"."""
    return sentence.tokens[i].relation == "nmod:poss" or preposition(sentence, i) in (None, "of")


def _way(sentence: Sentence, filled: Filled, words: ThirdPartyWords) -> bool:
    """Whether a place is only where a way leads: "closed the road to Lebanon", "cut the supply line from Turkey"."""
    first = _first(sentence, filled.mention.head)
    token = sentence.tokens[first]
    way = token.head >= 0 and sentence.tokens[token.head].lemma.lower() in words.ways
    return way and preposition(sentence, first) in _WAY and _is_place(sentence, filled.mention)


def _stop(sentence: Sentence, filled: Filled, candidate: Candidate, words: ThirdPartyWords) -> bool:
    """Whether a place is only where somebody travels for talks whose sides are told: "travelled to Havana for talks with the ELN", "toured Pakistan
    and Iran to revive talks between the Taliban and the alliance"."""
    tokens, first = sentence.tokens, _first(sentence, filled.mention.head)
    verb = tokens[first].head
    if filled.role != "party" or candidate.label not in group("about_matters") or verb < 0 or verb in candidate.words:
        return False
    goal = preposition(sentence, first) in _GOING or tokens[first].relation == "obj"
    if not goal or tokens[verb].lemma.lower() not in words.travelling or not _is_place(sentence, filled.mention):
        return False
    return any(
        preposition(sentence, c) in ("with", "between", "among") for w in candidate.words for c in sentence.children[w]
    )
