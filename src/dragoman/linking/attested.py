"""Whether a mention says that somebody is kept out, and on what that rests (rule R9, codebook 2.11)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman.linking.people import listed_key
from dragoman.linking.vocabulary import read_table, vocabulary
from dragoman.ontology import lexicon
from dragoman.records import EventMention, Participant

_UNREAL = ("conditional", "hypothetical")
_ROLE = re.compile(r"role: (?:(?P<wording>wording)|(?P<type>\w+)/)")


@cache
def read_cues() -> dict[str, list[str]]:
    """The wordings of `cues.yaml`, read once."""
    return dict(read_table("cues.yaml"))


def attests(mention: EventMention, who: Participant) -> bool:
    """Whether a mention says that a participant with a role of absence is kept out or stays away.

    What a rule or a wording of the coder says needs nothing more; what the model alone read needs words of exclusion in its
    sentence, and no denial.
    """
    if mention.status == "denied" or not _is_real(mention) or denies(mention) or _has_ended(mention, who):
        return False
    return _by_wording(mention, who) or _says_so(mention)


def stays_away(mention: EventMention, who: Participant) -> bool:
    """Whether somebody stays away by its own choice: by a rule, by the sentence's words, or where the sentence is not known."""
    text = mention.evidence.text
    return _by_wording(mention, who) or not text or bool(_beginnings("staying_away").search(text))


def denies(mention: EventMention) -> bool:
    """Whether a mention says that somebody is not kept out, or did not stay away.

    A negated rule of exclusion denies one ("was never shut out"): rules for "was not invited" are affirmed. Of the model's
    readings only those with a word that shuts out by itself do, as it calls "was not invited" negated too.
    """
    if mention.type not in vocabulary().seats:
        return False
    if mention.status == "denied":
        return True
    return mention.polarity == "negated" and (_by_rule(mention) or _shuts_out(mention))


def denied_keys(told: Iterable[EventMention]) -> set[str]:
    """Keys of those whom one sentence, given by its mentions, says not to be kept out."""
    absent = vocabulary().absent
    return {key for m in told if denies(m) for p in m.participants if p.role in absent and (key := listed_key(p))}


def objects(mention: EventMention, who: Participant) -> bool:
    """Whether the sentence names somebody as the one who objects to another ("because of Turkey's veto")."""
    if who.mention is None or not mention.evidence.text:
        return False
    start, end = who.mention.start - mention.evidence.start, who.mention.end - mention.evidence.start
    words = "|".join(map(re.escape, read_cues()["objections"]))
    text = mention.evidence.text
    after = re.match(rf"(?:['’]s?|ish|ian|an)?\W*(?:has |have |had )?(?:{words})", text[end:], re.IGNORECASE)
    return bool(after) or bool(re.search(rf"(?<!\w)(?:{words})", text[max(0, start) : end], re.IGNORECASE))


def is_negated(mention: EventMention) -> bool:
    """Whether a mention denies its event, by its polarity or by its own words ("convened nothing")."""
    return mention.polarity == "negated" or bool(_negations().search(mention.evidence.trigger.text))


def _is_real(mention: EventMention) -> bool:
    """Whether a claim is more than supposed; to want somebody out is an objection and keeps nobody out yet (R24)."""
    wished = mention.tense == "desired" and mention.type in vocabulary().seats - {"participant_vetoed"}
    return mention.tense not in _UNREAL and not wished


def _has_ended(mention: EventMention, who: Participant) -> bool:
    """Whether somebody was out only until a time that has come ("was not at the table until 2015"); who is told late was not told."""
    told = who.exclusion is not None and who.exclusion.mode == "not_informed"
    return not told and any(re.search(pattern, mention.evidence.text) for pattern in read_cues()["ended"])


def _by_rule(mention: EventMention) -> bool:
    """Whether a rule of the ontology decided that somebody is kept out; "model" and hand-made rules are none."""
    return (
        mention.type in vocabulary().seats
        and "/" in mention.coder.rule
        and not mention.coder.decided_by.startswith("model")
    )


def _by_wording(mention: EventMention, who: Participant) -> bool:
    """Whether a rule, or a wording of the coder, gives a participant its role of absence."""
    if _by_rule(mention):
        return True
    role = _ROLE.search(who.why or "")
    return role is not None and bool(role["wording"] or role["type"] in vocabulary().seats)


def _says_so(mention: EventMention) -> bool:
    """Whether the sentence keeps somebody out: by its wording, and unless it denies just that.

    "Was not invited" denies an invitation and so tells of an exclusion; "nobody had excluded" denies one.
    """
    text = mention.evidence.text
    if text and not _wordings().search(text):
        return False
    if any(re.search(denial, text, re.IGNORECASE) for denial in read_cues()["denials"]):
        return False
    affirmed = mention.polarity != "negated" or mention.type not in vocabulary().seats
    return affirmed or bool(_negations().search(mention.evidence.trigger.text))


def _shuts_out(mention: EventMention) -> bool:
    trigger = mention.evidence.trigger.text
    return mention.type in vocabulary().exclusions and bool(_beginnings("shutting_out").search(trigger))


@cache
def _wordings() -> re.Pattern[str]:
    # The coder's own wordings of exclusion, and beginnings of words that the model reads as such.
    known = [wording.words for wording in lexicon.load().exclusion.wordings]
    words = sorted({*read_cues()["exclusion"], *known}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(w) for w in words) + r")", re.IGNORECASE)


@cache
def _negations() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, read_cues()["negations"])) + r")(?!\w)", re.I)


@cache
def _beginnings(cue: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, read_cues()[cue])) + ")", re.I)
