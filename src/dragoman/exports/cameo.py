"""CAMEO event data in the manner of PETRARCH: one line a source and target pair, separated by tabs, no header.

Columns: date (YYYYMMDD, the event's, else that of publication), source code, target code and CAMEO code, as
PETRARCH writes them; then, of our own, sentence, address or path, and mention id. The code is the mention's. Only for
talks with a third party it differs by pair: 045 (mediate) from each third party to each conflict party and 046 (negotiate)
between the parties, as the codebook's section 3 has it, and 039 and 036, the intents, while they are to come. A visit is told
from the side of who receives it (043) or who makes it (042). Mentions without a CAMEO code (changes of status such as a
postponement among them) or without a pair of which one is known give no line. Negated mentions give none either, since CAMEO
cannot say that something did not happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from dragoman.exports.dyads import pairs, parties, third_parties
from dragoman.records import EventMention, Participant

UNKNOWN = "---"
_MEDIATED = ("mediated_talks", "proximity_talks", "shuttle_round")
_OF_PAIRS = {"045": ("045", "046"), "046": ("045", "046"), "039": ("039", "036"), "036": ("039", "036")}
"""Codes of a third party with a side and of the sides with each other, by the code of talks with a third party."""
_HOSTS_VISIT = "043"
# Classes of actor that stand at the front of a code, without a country.
_WITHOUT_COUNTRY = ("IGO", "NGO", "NGM", "MNC", "IMG", "UAF")
# Roles that CAMEO calls otherwise than PLOVER.
_ROLES = {"JRN": "MED", "NON": ""}
# Organisations that have a code of their own in the dictionaries of PETRARCH (Phoenix.International.actors.txt).
_BODIES = {
    "igo:un": "IGOUNO", "igo:eu": "IGOEUREEC", "igo:arab-league": "IGOMEAARL", "igo:nato": "IGOWSTNAT", "igo:oas": "IGOOAS",
    "igo:ecowas": "IGOWAFWAS", "igo:igad": "IGODEVIAD", "igo:sadc": "IGOSAFSAD", "igo:asean": "IGOSEAASN",
    "igo:oic": "IGOMOSOIC", "igo:cis": "IGOCASCIS", "igo:unhcr": "IGOUNOREFHCR", "igo:iaea": "IGOUNOIAE",
    "igo:african-union": "IGOAFRAFU", "igo:osce": "IGOEURSCE", "igo:gcc": "IGOPGSGCC",
}  # fmt: skip


def write(mentions: Iterable[EventMention], stream: BinaryIO) -> int:
    """Write the lines as UTF-8 and return their number."""
    count = 0
    for mention in mentions:
        for line in lines(mention):
            stream.write(line.encode("utf-8"))
            count += 1
    return count


def lines(mention: EventMention) -> Iterator[str]:
    """The lines of one mention."""
    if not mention.cameo or mention.polarity == "negated":
        return
    day = ((mention.date.start if mention.date else None) or mention.document.published or "")[:10]
    where = mention.document.url or mention.document.path or mention.document.id
    seen = set()
    for source, target, cameo in _acts(mention):
        key = (source, target, cameo)
        if key in seen or (source == UNKNOWN and target == UNKNOWN):
            continue
        seen.add(key)
        cells = (day.replace("-", ""), source, target, cameo, mention.evidence.text, where, mention.id)
        yield "\t".join(" ".join(cell.split()) for cell in cells) + "\n"


def _acts(mention: EventMention) -> Iterator[tuple[str, str, str]]:
    """Source, target and code of each act."""
    told = mention.cameo or ""
    if mention.type not in _MEDIATED or told not in _OF_PAIRS:
        received = mention.type == "single_party_consultation" and told == _HOSTS_VISIT
        for a, b in pairs(mention):
            yield (code(b), code(a), told) if received else (code(a), code(b), told)
        return
    with_side, among_sides = _OF_PAIRS[told]
    third = third_parties(mention)
    sides = parties(mention, third)
    for a in third:
        for target in [code(b) for b in sides] or [UNKNOWN]:
            yield code(a), target, with_side
    for a in sides:
        for b in sides:
            if a is not b:
                yield code(a), code(b), among_sides


def code(participant: Participant) -> str:
    """Country and role as one code ("RUSGOV"), the code of a known organisation ("IGOUNO"), or "---".

    A role whose country is unknown follows dashes ("---GOV"), as PETRARCH writes it.
    """
    body = _BODIES.get(participant.actor or "")
    if body:
        return body
    sector = participant.sector or ""
    role = _ROLES.get(sector, sector)
    if participant.country:
        return participant.country + role
    return role if role in _WITHOUT_COUNTRY else UNKNOWN + role
