"""What is claimed about an event's status, and what the record holds it to be (codebook 2.3, 2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from dragoman.linking.aggregate import mode
from dragoman.linking.dates import moment
from dragoman.linking.denials import calls_off, denies_a_part, is_counterfactual
from dragoman.linking.order import reading_order
from dragoman.linking.vocabulary import actor_key, is_named, vocabulary
from dragoman.records import AttributionStep, EventMention, StatusChange


def speaker(mention: EventMention) -> AttributionStep | None:
    """The last link of the chain of sources, the one who vouches; None where the outlet itself does."""
    steps = [s for s in mention.attribution if s.source_type not in ("outlet", "none", None) or s.step > 1]
    return max(steps, key=lambda s: s.step) if steps else None


def speaks_for_participant(mention: EventMention) -> bool:
    """True where the speaker acts for an actor that takes part in the event as the mention tells it."""
    who, words = speaker(mention), vocabulary()
    if who is None or not who.actor:
        return False
    roles = words.present | {"initiator", "recipient"}
    return any(p.actor == who.actor and p.role in roles for p in mention.participants)


def claimed_status(mention: EventMention) -> str | None:
    """The status that a mention claims for the event or, if it is an act on a meeting, for that meeting.

    None where it claims none (a denied cancellation, a feared collapse, somebody's absence). A claim about what is planned,
    wished or supposed never says that something took place (rule R24); a negated one says that it did not
    (R23).
    """
    words = vocabulary()
    unrealised = mention.tense in words.unrealised_tenses
    implied = words.talks_acts.get(mention.type or "")
    if implied is not None:
        return _claimed_by_act(mention, implied, unrealised)
    if denies_a_part(mention):
        return None
    if calls_off(mention):
        return "cancelled"
    if mention.status in words.held and mention.type in words.meetings | words.texts and is_counterfactual(mention):
        return "planned_not_held"
    if mention.status == "denied" and mention.polarity != "negated" and speaker(mention) is None:
        return None  # "rejected the idea that the talks were aimed at them": nobody denies the talks
    if mention.polarity == "negated":
        if mention.status == "denied" or (mention.status in words.held and speaks_for_participant(mention)):
            return "denied"
        return "planned_not_held" if mention.status in words.held | words.not_held else None
    if unrealised and mention.status in words.held:
        return "planned" if mention.tense == "planned" else "proposed"
    return mention.status


def _claimed_by_act(mention: EventMention, implied: str, unrealised: bool) -> str | None:
    words = vocabulary()
    if mention.polarity == "negated" or mention.status in ("denied", "contested"):
        return None
    if implied == "proposed":
        return "proposed"
    if mention.type == "talks_resumed" and (unrealised or mention.status in words.forward):
        return mention.status if mention.status in words.forward else "planned"
    if unrealised or mention.status in words.forward:
        return None
    return implied


def history(event_id: str, mentions: Iterable[EventMention]) -> list[StatusChange]:
    """Every claim about the status of an event, by when it was said, then by document and place in it.

    That one side did not sign what the same report says another did is a claim that it was signed in part.
    """
    rows = []
    in_order = sorted(mentions, key=reading_order)
    in_part = _signed_in_part(in_order)
    for mention in in_order:
        status = claimed_status(mention)
        if status is None:
            continue
        if mention.document.id in in_part and _parties(mention):
            status = "held_partial"
        who = speaker(mention)
        asserter = (who.actor or who.speaker) if who else mention.document.outlet
        rows.append(
            StatusChange(
                event_id=event_id,
                status=status,
                date=mention.document.published,
                mention_id=mention.id,
                document_id=mention.document.id,
                asserted_by=asserter,
            )
        )
    return rows


def _parties(mention: EventMention) -> set[str]:
    """Keys of the sides named with the signing of a text; empty for other events."""
    if mention.type != "agreement_signed":
        return set()
    return {actor_key(p) for p in mention.participants if p.role in vocabulary().party and is_named(p)}


def _signed_in_part(mentions: Sequence[EventMention]) -> set[str]:
    """Documents that tell of one side that it signed a text and of another that it did not."""
    signed: dict[str, set[str]] = {}
    for mention in mentions:
        if claimed_status(mention) in vocabulary().held and (sides := _parties(mention)):
            signed.setdefault(mention.document.id, set()).update(sides)
    unsigned = [m for m in mentions if claimed_status(m) == "planned_not_held" and m.document.id in signed]
    return {m.document.id for m in unsigned if _parties(m) - signed[m.document.id]}


def current_status(changes: Sequence[StatusChange], root_of: Mapping[str, str], start: str | None = None) -> str:
    """The status by rule: the later claim wins, day by day; within a day the one that most roots give.

    - Within one document the claim told first stands for it, as news puts the latest on top.
    - A claim that merely looks ahead, or a postponement or cancellation, does not undo that the event began.
    - A denial makes a reported event contested, and denied where nobody else reports it.
    - After a denial it takes two independent roots to settle that the event took place.
    - Of what one quoted source says took place another says in the same document that it did not: that is contested. So is what was put off
      on the day on which others report that it began.
    - A collapse of what was only announced, before its day came, is a cancellation, and so is that it did not take place.

    Args:
        changes: the history, in order of time; empty gives "proposed".
        root_of: independent root by mention id.
        start: ISO day on which the event begins, where known.
    """
    words = vocabulary()
    state: str | None = None
    began: set[tuple[str, str | None]] = set()
    since_denial: set[str] | None = None
    put_off_on = ""
    for day_said, today in groupby(changes, key=lambda change: moment(change.date)[:10]):
        claims = list(today)
        leads: dict[str, StatusChange] = {}
        for change in claims:
            if change.status != "denied":
                leads.setdefault(change.document_id, change)
        denials = [c for c in claims if c.status == "denied"]
        for change in leads.values():
            if change.status in words.held:
                began.add((root_of[change.mention_id], change.asserted_by))
                if since_denial is not None:
                    since_denial.add(root_of[change.mention_id])
        said = mode([(c.status, root_of[c.mention_id]) for c in leads.values()])
        if said is not None:
            settled = since_denial is None or len(since_denial) >= 2
            seen = state in words.held or any(c.status in words.held - {"collapsed"} for c in claims)
            if said == "collapsed" and state is not None and not seen and (start is None or day_said < start):
                said = "cancelled"
            if said == "planned_not_held" and start is not None and day_said < start:
                said = "cancelled"
            put_off_today = state in ("postponed", "cancelled") and put_off_on == start is not None
            state = "contested" if said in words.held and put_off_today else _next(state, said, settled)
            put_off_on = day_said if said in ("postponed", "cancelled") else put_off_on
            if state in words.held and any(_is_disputed(lead, claims) for lead in leads.values()):
                state = "contested"
        if denials:
            others = [b for b in began if any(b != (root_of[d.mention_id], d.asserted_by) for d in denials)]
            state = "contested" if others else "denied"
            since_denial = set()
    return state or "proposed"


def _is_disputed(lead: StatusChange, claims: Iterable[StatusChange]) -> bool:
    """Whether of what one source says took place another says in the same document that there was nothing of it."""
    if lead.status not in vocabulary().held:
        return False
    return any(
        c.status == "planned_not_held" and c.document_id == lead.document_id and c.asserted_by != lead.asserted_by
        for c in claims
    )


def _next(state: str | None, said: str, settled: bool) -> str:
    words = vocabulary()
    if said in words.held and not settled:
        return "contested"
    if state in words.held:
        if said in words.held:
            # What is over does not go on; only a pause ends by resuming.
            return state if said == "under_way" and state != "suspended" else said
        return "contested" if said in ("planned_not_held", "contested") else state
    if state in ("contested", "denied") and said not in words.held:
        return state
    if state == "planned_not_held" and said in words.held and said != "collapsed":
        return "contested"
    return said


def factuality(status: str, mentions: Sequence[EventMention], root_of: Mapping[str, str]) -> str:
    """How well attested the status is (codebook 2.4), counted over independent roots and not over articles.

    disputed and refuted follow the status; counterfactual where every claim is negated or merely supposed;
    confirmed with two roots, a document's own text, or speakers of two parties; alleged where the only root
    rests on unnamed or self-interested speakers; reported otherwise.
    """
    words = vocabulary()
    if status == "contested":
        return "disputed"
    if status == "denied":
        return "refuted"
    affirmed = [m for m in mentions if m.polarity != "negated"]
    if not affirmed or all(m.tense in ("hypothetical", "conditional", "desired") for m in affirmed):
        return "counterfactual"
    if status in words.held:
        affirmed = [m for m in affirmed if claimed_status(m) in words.held] or affirmed
    if len({root_of[m.id] for m in affirmed}) >= 2 or any(m.speech_mode == "document_text" for m in affirmed):
        return "confirmed"
    if len(_speaking_parties(affirmed)) >= 2:
        return "confirmed"
    return "alleged" if all(_weak(m) for m in affirmed) else "reported"


def _speaking_parties(mentions: Iterable[EventMention]) -> set[str]:
    parties = vocabulary().party
    speaking = set()
    for mention in mentions:
        who = speaker(mention)
        if who and any(p.role in parties and p.actor == who.actor for p in mention.participants if p.actor):
            speaking.add(who.actor or "")
    return speaking


def _weak(mention: EventMention) -> bool:
    """An unnamed speaker, or one who speaks of the own part; not one who does by speaking what is told ("we reject the plan")."""
    who, words = speaker(mention), vocabulary()
    if who is None:
        return False
    if (who.source_type or "").startswith("unnamed"):
        return True
    own = {p.role for p in mention.participants if p.actor and p.actor == who.actor}
    if who.stake == "self_reporting" and not (mention.type in words.spoken_acts and "initiator" in own):
        return True
    return bool(own & words.mediator)
