"""An event in a plain sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.linking.people import tells_who
from dragoman.linking.vocabulary import vocabulary
from dragoman.records import Event, Participation
from dragoman.reports.names import Names, place
from dragoman.reports.say import capital, listed, unique, when
from dragoman.reports.words import words

_WATCHING = ("observer", "witness", "monitor")


def sentence(
    event: Event, people: Sequence[Participation], names: Names, *, today: str | None = None, past: bool = False
) -> str:
    """What an event is, who is in it, where and when, and how it stands; ends without a full stop.

    Of what was planned for a day before `today`, an ISO day, it says that it was; of what was under way, where it is told as `past`.

    Examples: "Mediated talks between Syria and the Syrian opposition took place in Astana, Kazakhstan, from
    23 to 24 January 2017, brokered by Russia and Turkey"; "The Taliban refused to talk with Afghanistan".
    """
    noun = words().noun(event.type)
    if noun:
        last = event.end or event.start
        over = bool(today and last and last[:10] < today[:10]) and event.status not in vocabulary().held
        return _held(event, people, names, *noun, past=past or over)
    act = words().act(event.type)
    if act:
        return _done(event, people, names, *act)
    return _plain(event, people, names)


def _held(
    event: Event, people: Sequence[Participation], names: Names, noun: str, many: bool, *, past: bool = False
) -> str:
    parties = _best_known(people, ("party",)) or _best_known(people, ("participant",))
    noun = noun.removesuffix(" with one side") if len(parties) == 1 else noun
    brokers = [name for name in roles(people, vocabulary().mediator) if name not in parties]
    text = noun + _among(parties)
    contested = event.status == "contested"
    verb = words().clause(event.type, "held" if contested else event.status, many, past=past)
    if words().group(event.status) in ("stalled", "failed") and event.status not in vocabulary().held:
        # the day is that of the talks, not that on which they were put off
        text += f"{_inside(event, names, brokers)} {verb}"
    elif not parties and not brokers and (watching := roles(people, _WATCHING)):
        text += f" {verb}{_where_when(event, names)}, observed by {listed(watching, most=4)}"
    else:
        text += f" {verb}{_where_when(event, names)}" + _brokered(event, brokers)
    return f"Whether {text}{',' * (',' in text)} is contested" if contested else capital(text)


def _done(event: Event, people: Sequence[Participation], names: Names, verb: str, word: str) -> str:
    brokers = roles(people, vocabulary().mediator)
    doers = roles(people, ("initiator",))
    on_talks = event.type in vocabulary().talks_acts
    if not on_talks:
        # who has a seat in talks that were put off need not have put them off
        doers = doers or brokers or roles(people, ("party",))
    if event.type == "boycott":
        doers = roles(people, ("boycotting",)) or doers
    if event.type == "mediator_appointed":
        return _appointed(people) + _where_when(event, names)
    addressed = [n for n in roles(people, ("recipient",)) or roles(people, ("party",)) if n not in doers]
    out = roles(people, ("excluded", "boycotting"))
    if event.type == "exclusion_declared" and out:
        text = f"{listed(out, most=4)} {'is' if len(out) == 1 else 'are'} said to be left out"
        by = [n for n in doers if n not in out]
        return text + (f" by {listed(by, most=3)}" if by else "") + _where_when(event, names)
    noun, passive = words().passive(event.type) or ("", "")
    if doers:
        text = f"{listed(doers, most=4)} {verb}" + (f" {word} {listed(addressed, most=4)}" if addressed else "")
    elif on_talks:
        brokered = [n for n in brokers if n not in addressed]
        return f"{capital(noun)}{_among(addressed)}{_inside(event, names, brokered)} {passive}"
    else:
        text = f"{capital(noun)}{_among(addressed)} {passive}"
    others = [n for n in out if n not in doers]
    text += f", without {listed(others, 'or', most=3)}" if others else ""
    doubtful = event.status in ("denied", "contested", "planned_not_held")
    standing = f" ({words().of('status', event.status)})" if doubtful else ""
    return text + _where_when(event, names) + standing


def _among(parties: Sequence[str]) -> str:
    """ " between A and B", " among A, B and C", " with A", "" """
    if len(parties) == 2:
        return f" between {listed(parties)}"
    return f" {'among' if len(parties) > 2 else 'with'} {listed(parties, most=5)}" if parties else ""


def _appointed(people: Sequence[Participation]) -> str:
    """Who was named as mediator, by whom and in whose place: "IGAD named Kenya as mediator in place of South Sudan"."""
    out = roles(people, ("excluded",))
    by = roles(people, ("initiator", "convener"))
    new = [n for n in roles(people, vocabulary().mediator) if n not in out and n not in by]
    if by:
        text = f"{listed(by, most=3)} named {listed(new, most=3) or 'a mediator'}{' as mediator' * bool(new)}"
    else:
        text = f"{listed(new, most=3) or 'A mediator'} {'was' if len(new) < 2 else 'were'} named{' as mediator' * bool(new)}"
    return text + (f" in place of {listed(out, most=3)}" if out else "")


def _plain(event: Event, people: Sequence[Participation], names: Names) -> str:
    everybody = unique(row.name for row in people)
    text = capital(words().event(event.type, event.plover_event))
    return text + (f": {listed(everybody, most=5)}" if everybody else "") + _where_when(event, names)


def says_enough(text: str, event: Event, people: Sequence[Participation], line: str) -> bool:
    """Whether the sentence on an event tells at least two of who, where and when.

    A meeting takes two, so one name is only half of who; a truce may be one side's. For an act the line of talks that it is on is a
    place.

    Args:
        text: the sentence.
        line: name of the event's track, "" where it has none.
    """
    everybody = [n for n in roles(people, {row.role for row in people} - {*_WATCHING}) if capital(n) in capital(text)]
    where, dated = bool(event.venue or event.venue_country), bool(event.start or event.end)
    if words().act(event.type):
        return bool(everybody) and (len(everybody) > 1 or where or dated or bool(line))
    if len(everybody) > 1:
        return where or dated or (bool(line) and words().group(event.status) != "happened")
    return bool(everybody) and ((where and dated) or (dated and event.type in words().values("event_text")))


def _brokered(event: Event, brokers: Sequence[str]) -> str:
    """ ", brokered by A and B", "" for nobody; who consults one side or shuttles did no more than that."""
    did = words().of("third_party", event.type) if event.type in words().values("third_party") else "brokered by"
    return f", {did} {listed(brokers, most=4)}" if brokers else ""


def _inside(event: Event, names: Names, brokers: Sequence[str]) -> str:
    """Place, day and brokers in a sentence that goes on behind them."""
    where = place(event.venue, names.country(event.venue_country))
    date = when(event.start, event.end, event.date_precision)
    comma = "," if "," in where else ""
    text = (f" in {where}" if where else "") + (f"{comma if where else ''} {date}" if date else "")
    text += _brokered(event, brokers)
    return f"{text}," if "," in text else text


def _where_when(event: Event, names: Names) -> str:
    where = place(event.venue, names.country(event.venue_country))
    date = when(event.start, event.end, event.date_precision)
    return (f" in {where}," if where and date else f" in {where}" if where else "") + (f" {date}" if date else "")


def roles(people: Iterable[Participation], wanted: Iterable[str]) -> list[str]:
    """Names of those who have one of the roles, known actors first; words that tell of nobody ("sides") are no names."""
    some = set(wanted)
    told = (row for row in people if row.role in some and (row.actor or tells_who(row.name)))
    return unique(row.name for row in sorted(told, key=lambda row: row.actor is None))


def _best_known(people: Sequence[Participation], wanted: Iterable[str]) -> list[str]:
    """As `roles`, without mere descriptions beside two who are known ("Sudan, the RSF and officials of the two sides")."""
    some = set(wanted)
    known = unique(row.name for row in people if row.role in some and row.actor)
    names = roles(people, some)
    return [n for n in names if n in known or n[:1].isupper()] if len(known) > 1 else names
