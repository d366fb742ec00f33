"""Which two mentions cannot tell of one event, however alike they look (rules R4, R5, R20)."""

from __future__ import annotations

import datetime as dt

from dragoman.linking.dates import gap_days
from dragoman.linking.features import Features, has_many_voices
from dragoman.linking.record import LinkOptions
from dragoman.linking.status import claimed_status
from dragoman.linking.vocabulary import vocabulary
from dragoman.linking.wordings import (
    are_joined_by_and,
    are_one_sentence,
    begins,
    is_of_one_more,
    is_reception,
    text_noun,
)

# Reports of one day slip by one: time zones, talks past midnight.
_SLIP_DAYS = 1
# No round of talks lasts longer between the day on which it is told to have begun and the one on which it ended.
LONGEST_ROUND_DAYS = 35
_IF_AT_ALL = {"conditional", "hypothetical"}


def apart(a: Features, b: Features, options: LinkOptions) -> bool:
    """True where two mentions cannot tell of one event (rules R4, R5, R20), however alike they look."""
    if a.group != b.group or (a.conflict and b.conflict and a.conflict != b.conflict):
        return True
    if is_copy(a, b):
        return False
    if a.days and b.days and not (_begun_and_ended(a, b) or _begun_and_ended(b, a)):
        gap = gap_days(a.days, b.days)
        if gap > options.round_gap_days or (gap > _SLIP_DAYS and not _one_round(a, b)):
            return True
    if _retold(a, b, options) or _retold(b, a, options) or _too_coarse(a, b):
        return True
    if _reported_before(a, b) or _reported_before(b, a):
        return True
    if a.city and b.city and a.city != b.city:
        return True
    if a.country and b.country and a.country != b.country:
        return True
    if a.track and b.track and a.track != b.track:
        return True
    if _is_next_of(a, b) or _is_next_of(b, a):
        return True
    if a.mention.document.id == b.mention.document.id and _told_apart(a, b):
        return True
    if _proposed_beside(a, b) or _proposed_beside(b, a):
        return True
    if a.is_act or b.is_act:
        return _act_out_of_time(a, b, options)
    if not has_many_voices(a):
        # A speech act is known by who speaks to whom.
        if a.initiators and b.initiators and not a.initiators & b.initiators:
            return True
        if a.recipients and b.recipients and not a.recipients & b.recipients:
            return True
    if a.text_stage and b.text_stage and a.text_stage != b.text_stage:
        return True
    if _meet_other_sides(a, b) or _only_supposed(a, b):
        return True
    if _nothing_came(a, b) or _nothing_came(b, a):
        return True
    return _stages_clash(a, b) or _stages_clash(b, a)


def is_copy(a: Features, b: Features) -> bool:
    """Whether two mentions are one sentence in two copies of a report, with the same word for what happened (rule R14)."""
    one, other = a.mention, b.mention
    if a.root != b.root or one.type != other.type or one.document.id == other.document.id:
        return False
    same_word = one.evidence.trigger.text.casefold() == other.evidence.trigger.text.casefold()
    return same_word and are_one_sentence(one, other)


def _begun_and_ended(begun: Features, ended: Features) -> bool:
    """Whether one mention tells the first day and the other the last day of one round: same place or name, sides and brokers (rule R4)."""
    if not is_first_day(begun) or ended.edge != "end" or begun.days is None or ended.days is None:
        return False
    if not 0 <= (ended.days.end - begun.days.start).days <= LONGEST_ROUND_DAYS:
        return False
    return _may_be_one_cast(begun, ended) and _same_place_or_label(begun, ended)


def is_first_day(f: Features) -> bool:
    """Whether the day of a mention is the first of a meeting, as it is told to have begun on it or is to be held on it."""
    return f.edge == "start" or (f.stage == "ahead" and not f.is_act and f.days is not None)


def _told_apart(a: Features, b: Features) -> bool:
    """Whether one report tells of two events by what it says of each."""
    return any(
        _kept_from(one, other)
        or _received_beside(one, other)
        or _denied_beside(one, other)
        or _opens_beside(one, other)
        or _met_elsewhere(one, other)
        for one, other in ((a, b), (b, a))
    ) or bool(a.order and b.order and a.order != b.order)


def _proposed_beside(act: Features, met: Features) -> bool:
    """Whether somebody proposes talks when others were held, go on or broke down, by the same report or one before; not in one city."""
    if met.stage not in ("past", "present") or vocabulary().talks_acts.get(act.mention.type or "") != "proposed":
        return False
    if act.city and act.city == met.city:
        return False
    if act.mention.document.id == met.mention.document.id:
        # Who negotiates and proposes may well propose what he negotiates.
        return not act.initiators & met.actors if act.initiators else met.stage == "past"
    said = act.act_day or act.published
    return met.days is None and bool(met.published and said and met.published < said)


def _received_beside(received: Features, talks: Features) -> bool:
    """Whether a host received those who had talks under another broker: his day is not theirs."""
    others = bool(received.brokers and talks.brokers) and not received.brokers & talks.brokers
    return others and not talks.is_act and is_reception(received.mention) and not is_reception(talks.mention)


def _denied_beside(denied: Features, told: Features) -> bool:
    """Whether one voice tells in one report that something was and that something was not: these are two.

    "They signed a pledge on aid but were unable to agree on a truce". So are two kinds of texts: the minutes and the agreement.
    """
    if not denied.is_denied or denied.is_act or told.stage not in ("past", "present"):
        return False
    one, other = text_noun(denied.mention), text_noun(told.mention)
    signing = denied.mention.type == told.mention.type == "agreement_signed"
    by_another = signing and bool(
        denied.parties - told.parties
    )  # what one side signed and the other did not is one text
    return (denied.voice == told.voice and not by_another) or bool(one and other and one != other)


def _opens_beside(ahead: Features, going_on: Features) -> bool:
    """Whether a sentence tells of talks that go on and of others to come, or a report of a round that is to begin while talks go on."""
    if ahead.stage != "ahead" or going_on.stage != "present" or ahead.is_act or going_on.is_act:
        return False
    if ahead.mention.evidence.start == going_on.mention.evidence.start:
        return are_joined_by_and(ahead.mention, going_on.mention)
    if ahead.days is None or going_on.days is not None or ahead.published is None:
        return False
    return ahead.days.start >= ahead.published and begins(ahead.mention)


def _met_elsewhere(named: Features, other: Features) -> bool:
    """Whether one bears the name of a line of talks, such as its report is about, and the other, without a name, is in another country."""
    return (
        bool(named.homes and other.country)
        and other.track is None
        and not other.is_act
        and other.country not in named.homes
    )


def _nothing_came(none: Features, held: Features) -> bool:
    """Whether an outlet tells that nothing came of a meeting, by no day or place, and another report of one that was held: these are two."""
    if none.mention.document.id == held.mention.document.id or held.stage not in ("past", "present") or held.is_act:
        return False
    outlet = none.is_denied and claimed_status(none.mention) == "planned_not_held"
    exact = none.days is not None and none.days.fineness == 0
    return outlet and not exact and not _same_place_or_label(none, held)


def _only_supposed(a: Features, b: Features) -> bool:
    """Whether two reports speak of texts that there are not yet, neither with a day: "any future deal" is no text that is known.

    Reports of one day or the next may speak of the same hope.
    """
    if a.mention.document.id == b.mention.document.id or a.days or b.days:
        return False
    if a.published and b.published and abs((a.published - b.published).days) <= _SLIP_DAYS:
        return False
    texts = a.mention.type in vocabulary().texts and b.mention.type in vocabulary().texts
    return texts and a.stage == b.stage == "ahead" and bool({a.mention.tense, b.mention.tense} & _IF_AT_ALL)


def _is_next_of(later: Features, held: Features) -> bool:
    """Whether a report tells of a further meeting beside one that was held: "a follow-up meeting was postponed" puts off no meeting that was."""
    if (
        held.stage != "past"
        or later.stage in ("past", "present")
        or later.mention.document.id != held.mention.document.id
    ):
        return False
    return is_of_one_more(later.mention)


def _meet_other_sides(a: Features, b: Features) -> bool:
    """Whether a mediator saw one side in the one and another in the other: consultations with each are events of their own."""
    one_side = a.group == b.group == "single_party_consultation"
    return one_side and bool(a.parties and b.parties) and not a.parties & b.parties


def _kept_from(a: Features, b: Features) -> bool:
    """Whether somebody is kept out of the one meeting who brokers or sits at the other; reports may differ on that, one does not."""
    return bool(a.absent & (b.brokers | b.parties))


def _same_place_or_label(a: Features, b: Features) -> bool:
    return bool((a.place and a.place == b.place) or (a.track and a.track == b.track))


def _retold(dated: Features, undated: Features, options: LinkOptions) -> bool:
    """Undated reports speak of what is recent, not of a meeting long past, unless place or label say so."""
    if dated.days is None or undated.days or undated.is_act or undated.published is None:
        return False
    age = (undated.published - dated.days.end).days
    return age > 2 * options.undated_window_days and not _same_place_or_label(dated, undated)


def _reported_before(dated: Features, told: Features) -> bool:
    """Whether one report tells as done, or not done, before its day came what another dates: on 12 May no text is signed that is of 20 May."""
    done = told.stage in ("past", "present") or told.is_denied
    if dated.days is None or told.is_act or told.published is None or not done:
        return False
    # Of a round that is told by its last day there are reports before it.
    slip = LONGEST_ROUND_DAYS if dated.edge == "end" and not told.is_denied else _SLIP_DAYS
    return dated.days.start > told.published + dt.timedelta(days=slip)


def _too_coarse(a: Features, b: Features) -> bool:
    """A year alone tells nothing across documents, unless place or label agree, or who brokered a text of that year."""
    coarse = any(f.days is not None and f.days.precision == "year" for f in (a, b))
    if not coarse or a.mention.document.id == b.mention.document.id or _same_place_or_label(a, b):
        return False
    return not (a.days and b.days and a.mention.type in vocabulary().texts and a.brokers & b.brokers)


def _one_round(a: Features, b: Features) -> bool:
    """Days that do not touch are one round only where brokers, parties and place agree (rule R20)."""
    if a.brokers and b.brokers and a.brokers != b.brokers:
        return False
    return a.mention.type == b.mention.type and _may_be_one_cast(a, b) and _same_place_or_label(a, b)


def _may_be_one_cast(a: Features, b: Features) -> bool:
    """Whether the parties of one are among those of the other, and some broker is of both; who is not told may be any."""
    if a.brokers and b.brokers and not a.brokers & b.brokers:
        return False
    return not a.parties or not b.parties or a.parties <= b.parties or b.parties <= a.parties


def _stages_clash(ahead: Features, past: Features) -> bool:
    """What one report looks forward to is not what it or an earlier one looks back on."""
    same_document = ahead.mention.document.id == past.mention.document.id
    if ahead.stage != "ahead" or past.stage not in ("past", "present"):
        return False
    if past.stage == "present":
        # Who brokers what is planned and is a party to what goes on, has two negotiations.
        return same_document and bool(ahead.brokers & past.parties or past.brokers & ahead.parties)
    if ahead.days and past.days and ahead.days.fineness == past.days.fineness == 0:
        return gap_days(ahead.days, past.days) > 1 and same_document
    if same_document:
        return True
    if ahead.days is None and ahead.mention.tense in vocabulary().supposed_tenses:
        return True
    if ahead.published and past.published and ahead.published > past.published + dt.timedelta(days=1):
        return True
    return bool(ahead.days and past.published and ahead.days.start > past.published + dt.timedelta(days=1))


def _act_out_of_time(a: Features, b: Features, options: LinkOptions) -> bool:
    """True unless an act falls before its meeting (proposal) or, as a suspension or collapse, within it."""
    words, window = vocabulary(), dt.timedelta(days=options.act_window_days)
    short = dt.timedelta(days=options.undated_window_days)
    if a.is_act and b.is_act:
        if a.told and b.told and gap_days(a.told, b.told) > options.act_window_days:
            return True
        same_act = a.mention.type == b.mention.type
        if same_act and a.initiators and b.initiators and not a.initiators & b.initiators:
            return True
        return bool(a.act_day and b.act_day and abs(a.act_day - b.act_day) > (short if same_act else window))
    act, meeting = (a, b) if a.is_act else (b, a)
    first = meeting.days.start if meeting.days else None
    last = meeting.days.end if meeting.days else None
    if act.act_day is None:
        return False
    if first is None or last is None:
        if act.told and meeting.published and act.told.end < meeting.published - window:
            return True
        return bool(meeting.published and abs(act.act_day - meeting.published) > short)
    day_after = dt.timedelta(days=1)
    if act.told and act.told.end < first - window:
        return True
    if act.mention.type in words.acts_before:
        return not first - window <= act.act_day <= last + day_after
    return not first - day_after <= act.act_day <= last + short
