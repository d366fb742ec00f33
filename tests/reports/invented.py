"""A small invented record: a war in Merania, four lines of talks, ten articles. No place or actor exists.

Articles are made of sentences; each sentence can bear mentions, whose spans are found by their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from dragoman.linking import link
from dragoman.linking.record import Record
from dragoman.records import (
    AttributionStep,
    Characterisation,
    Characterised,
    CoderVersion,
    Document,
    DocumentRef,
    EventMention,
    Evidence,
    Exclusion,
    Participant,
    Person,
    Plover,
    Span,
    Venue,
    When,
)

WORDS = {
    "Merania": ("MER", "Merania", "state", "MER", "GOV"),
    "the Northern Front": ("group:mer-northern-front", "Northern Front", "armed_group", "MER", "REB"),
    "the River League": ("group:mer-river-league", "River League", "armed_group", "MER", "REB"),
    "the United Nations": ("igo:un", "United Nations", "igo", None, "IGO"),
    "Ostland": ("OST", "Ostland", "state", "OST", "GOV"),
    "Kedar": ("KED", "Kedar", "state", "KED", "GOV"),
    "Brava": ("BRV", "Brava", "state", "BRV", "GOV"),
    "the Coast Union": ("igo:coast-union", "Coast Union", "regional_org", None, "IGO"),
    "the elders": (None, None, None, None, None),
}
VENUES = {"Alma": ("KED", "Kedar"), "Tarn": ("OST", "Ostland"), "Port Sel": ("MER", "Merania")}
COUNTRIES = {"MER": "Merania", "OST": "Ostland", "KED": "Kedar", "BRV": "Brava"}
CODES = {
    "mediated_talks": ("CONSULT", "045"),
    "talks_proposed": ("AGREE", "039"),
    "exclusion_declared": ("REJECT", "125"),
    "ceasefire_declared": ("CONCEDE", "0871"),
    "third_party_consultation": ("CONSULT", "040"),
    "talks_refused": ("REJECT", "125"),
    "walkout": ("SANCTION", "164"),
    "prisoner_exchange": ("RETREAT", "0841"),
    "direct_negotiation": ("CONSULT", "046"),
}


@dataclass
class Said:
    """One mention: its trigger, and what it tells."""

    trigger: str
    type: str
    status: str = "held"
    roles: Sequence[tuple[str, str]] = ()
    venue: str | None = None
    venue_status: str | None = None
    date: tuple[str, str] | None = None
    track: str | None = None
    by: tuple[str, str, str] | None = None  # speaker, actor, kind of source
    out: tuple[str, str] | None = None  # words, exclusion mode
    polarity: str = "affirmed"
    tense: str = "past"


@dataclass
class Article:
    """Sentences in order, each with its mentions."""

    id: str
    outlet: str
    published: str
    title: str
    sentences: list[tuple[str, list[Said]]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The sentences as one text."""
        return " ".join(sentence for sentence, _ in self.sentences)

    def document(self) -> Document:
        """The article as a document."""
        return Document.of(
            self.text,
            id=self.id,
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            url=f"https://news.example/{self.id}",
        )


ARTICLES = [
    Article("mer-01", "Alma Herald", "2031-03-02", "UN envoy invites both sides", [
        ("The United Nations will bring Merania and the Northern Front together for talks in Alma on March 10.",
         [Said("talks", "mediated_talks", "planned",
               [("mediator", "The United Nations"), ("party", "Merania"), ("party", "the Northern Front")],
               venue="Alma", venue_status="proposed", date=("2031-03-10", "2031-03-10"), track="Alma talks",
               tense="planned")]),
        ("Brava was not invited, an aide to the envoy said.",
         [Said("invited", "exclusion_declared", "held", [], track="Alma talks", out=("Brava", "not_invited"),
               by=("an aide to the envoy", "igo:un", "unnamed_official"))]),
    ]),
    Article("mer-02", "Coastal Wire", "2031-03-12", "Talks in Alma end without a text", [
        ("Delegates of Merania and the Northern Front met in Alma on March 10 and 11 with the United Nations as mediator.",
         [Said("met", "mediated_talks", "held",
               [("party", "Merania"), ("party", "the Northern Front"), ("mediator", "the United Nations")],
               venue="Alma", venue_status="confirmed", date=("2031-03-10", "2031-03-11"), track="Alma talks")]),
        ("The River League said it had been kept away because Merania objected.",
         [Said("kept away", "exclusion_declared", "held", [("initiator", "Merania")], track="Alma talks",
               out=("The River League", "vetoed"),
               by=("a spokesman of the River League", "group:mer-river-league", "named_party"))]),
    ]),
    Article("mer-03", "Kedar Daily", "2031-03-20", "Kedar and Ostland offer a second channel", [
        ("Kedar and Ostland proposed a round of talks in Tarn between Merania and the Northern Front, without the United Nations.",
         [Said("proposed", "talks_proposed", "proposed",
               [("initiator", "Kedar"), ("broker", "Kedar"), ("broker", "Ostland"), ("recipient", "Merania"),
                ("recipient", "the Northern Front")],
               venue="Tarn", venue_status="proposed", track="Tarn track", out=("the United Nations", "not_invited"),
               by=("Foreign Minister Ilo Maras", "KED", "named_official"))]),
    ]),
    Article("mer-04", "Coastal Wire", "2031-04-03", "First round held in Tarn", [
        ("Kedar and Ostland brokered two days of talks in Tarn between Merania and the Northern Front that ended on April 2.",
         [Said("talks", "mediated_talks", "held",
               [("broker", "Kedar"), ("broker", "Ostland"), ("party", "Merania"), ("party", "the Northern Front")],
               venue="Tarn", venue_status="confirmed", date=("2031-04-01", "2031-04-02"), track="Tarn track")]),
        ("The two sides declared a ceasefire for the north, with Kedar as guarantor.",
         [Said("ceasefire", "ceasefire_declared", "held",
               [("guarantor", "Kedar"), ("broker", "Kedar")], date=("2031-04-02", "2031-04-02"),
               track="Tarn track")]),
        ("The River League is not covered by the ceasefire.",
         [Said("covered", "exclusion_declared", "held", [], track="Tarn track",
               out=("The River League", "uncovered_by_text"))]),
    ]),
    Article("mer-05", "The Brava Observer", "2031-04-04", "Was there a round at all?", [
        ("The Northern Front denied that talks in Tarn had taken place on April 1.",
         [Said("talks", "mediated_talks", "denied",
               [("broker", "Kedar"), ("party", "Merania"), ("party", "The Northern Front")], venue="Tarn",
               date=("2031-04-01", "2031-04-01"), track="Tarn track", polarity="negated",
               by=("a commander of the Northern Front", "group:mer-northern-front", "named_party"))]),
        ("Brava, Ostland and the Coast Union met in Port Sel on April 3 to discuss the war.",
         [Said("met", "third_party_consultation", "held",
               [("participant", "Brava"), ("participant", "Ostland"), ("participant", "the Coast Union")],
               venue="Port Sel", date=("2031-04-03", "2031-04-03"), track="Port Sel group")]),
    ]),
    Article("mer-06", "Alma Herald", "2031-04-15", "Alma talks put off", [
        ("The United Nations postponed the second round of talks in Alma, which had been set for April 20.",
         [Said("postponed", "talks_postponed", "held", [("mediator", "The United Nations")], venue="Alma",
               date=("2031-04-20", "2031-04-20"), track="Alma talks")]),
        ("Merania refused to meet the River League.",
         [Said("refused", "talks_refused", "held",
               [("initiator", "Merania"), ("recipient", "the River League")])]),
    ]),
    Article("mer-07", "River Post", "2031-05-06", "Prisoners come home", [
        ("The Coast Union brokered an exchange of 40 prisoners between Merania and the River League on May 5.",
         [Said("exchange", "prisoner_exchange", "held",
               [("broker", "The Coast Union"), ("party", "Merania"), ("party", "the River League")],
               date=("2031-05-05", "2031-05-05"), track="River track")]),
        ("The elders will host direct talks between Merania and the River League in Port Sel on May 20.",
         [Said("talks", "direct_negotiation", "planned",
               [("host", "The elders"), ("party", "Merania"), ("party", "the River League")], venue="Port Sel",
               venue_status="proposed", date=("2031-05-20", "2031-05-20"), track="River track", tense="planned")]),
    ]),
    Article("mer-08", "Coastal Wire", "2031-05-12", "Front walks out", [
        ("The Northern Front walked out of talks that Kedar mediated in Tarn on May 11.",
         [Said("walked out", "walkout", "held",
               [("initiator", "The Northern Front"), ("mediator", "Kedar")], venue="Tarn",
               date=("2031-05-11", "2031-05-11"), track="Tarn track")]),
    ]),
]  # fmt: skip


def mentions_of(article: Article) -> list[EventMention]:
    """The mentions of an article, as the coder would give them."""
    found, at = [], 0
    for sentence, told in article.sentences:
        for said in told:
            found.append(_mention(article, sentence, at, said, len(found)))
        at += len(sentence) + 1
    return found


def _span(sentence: str, at: int, words: str) -> Span:
    start = sentence.index(words)
    return Span(at + start, at + start + len(words), words)


def _mention(article: Article, sentence: str, at: int, said: Said, number: int) -> EventMention:
    people = [_participant(sentence, at, role, words) for role, words in said.roles]
    steps = [AttributionStep(step=1, speaker=article.outlet, relation="writes", source_type="outlet")]
    if said.by:
        speaker, actor, kind = said.by
        steps.append(AttributionStep(step=2, speaker=speaker, actor=actor, relation="quotes", source_type=kind))
    if said.out:
        words, mode = said.out
        excluded = _participant(sentence, at, "excluded", words)
        asserter = said.by[1] if said.by else article.outlet
        scope = "text" if mode == "uncovered_by_text" else "table"
        people.append(_replace(excluded, exclusion=Exclusion(mode=mode, asserted_by=asserter, scope=scope)))
    venue = None
    if said.venue:
        country, name = VENUES[said.venue]
        where = _span(sentence, at, said.venue)
        venue = Venue(name=said.venue, country=country, country_name=name, status=said.venue_status, mention=where)
    when = When(start=said.date[0], end=said.date[1], precision="day", text=None) if said.date else None
    category, cameo = CODES.get(said.type, (None, None))
    return EventMention(
        id=f"em_{article.id}_{number}",
        document=DocumentRef(
            id=article.id,
            url=f"https://news.example/{article.id}",
            title=article.title,
            outlet=article.outlet,
            published=article.published,
        ),
        type=said.type,
        plover=Plover(event=category, context=["diplomatic"]),
        cameo=cameo,
        status=said.status,
        polarity=said.polarity,
        certainty="certain",
        tense=said.tense,
        participants=people,
        venue=venue,
        date=when,
        issues=[],
        track=said.track,
        attribution=steps,
        speech_mode="indirect_speech" if said.by else "outlet_assertion",
        evidence=Evidence(start=at, end=at + len(sentence), text=sentence, trigger=_span(sentence, at, said.trigger)),
        confidence=0.9,
        coder=CoderVersion(name="dragoman", version="0", model="invented", lexicon="invented", rule="invented/rule"),
    )


def _participant(sentence: str, at: int, role: str, words: str) -> Participant:
    key = next((k for k in WORDS if k.casefold() == words.casefold()), None)
    actor, name, kind, country, sector = WORDS[key] if key else (None, None, None, None, None)
    mention = _span(sentence, at, words) if words in sentence else None
    person = Person(name="Ilo Maras", office="foreign_minister") if words == "Kedar" and role == "initiator" else None
    return Participant(
        role=role, actor=actor, name=name, actor_type=kind, country=country, sector=sector, mention=mention,
        person=person, why="invented table, exact name" if actor else "no entry",
    )  # fmt: skip


def _replace(participant: Participant, **changes: Any) -> Participant:
    import msgspec

    return msgspec.structs.replace(participant, **changes)


def documents(articles: Iterable[Article] = ARTICLES) -> list[Document]:
    """All invented articles."""
    return [article.document() for article in articles]


def mentions(articles: Iterable[Article] = ARTICLES) -> list[EventMention]:
    """All invented mentions."""
    return [mention for article in articles for mention in mentions_of(article)]


def record(articles: Sequence[Article] = ARTICLES) -> Record:
    """The event layer of the invented articles; all belong to the conflict "Merania"."""
    return link(documents(articles), mentions(articles), conflict_of=lambda some: "Merania")


def fill(store: Any, articles: Sequence[Article] = ARTICLES) -> None:
    """Put articles, mentions and event layer into a store."""
    store.add_documents(documents(articles))
    store.add_codings([a.id for a in articles], mentions(articles), coder_version="invented")
    held = record(articles)
    names = (
        "roots",
        "events",
        "participations",
        "status_changes",
        "tracks",
        "track_relations",
        "exclusions",
        "agreements",
    )
    store.replace_event_layer(**{name: getattr(held, name) for name in names})


def judgements_of(events: list[EventMention]) -> list[Characterisation]:
    """One judgement of whoever takes part first in an article's first event."""
    return [
        Characterisation(
            id=f"ch_{e.id}", document=e.document, holder=e.document.outlet, aspect="influence", polarity="affirmed",
            targets=[Characterised(actor=p.actor, name=p.name, mention=p.mention) for p in e.participants if p.actor][:1],
            track=None, evidence=e.evidence, attribution=e.attribution[:1], coder=e.coder,
        )
        for e in events[:1]
    ]  # fmt: skip


class InventedCoder:
    """Codes the invented articles by their text, and finds nothing in any other; breaks on the word BREAK."""

    version = "invented"

    def __init__(self, threads: int | None = None) -> None:
        self.knowledge = SimpleNamespace(tables=SimpleNamespace())
        self._by_text = {article.text: article for article in ARTICLES}

    def trace(self, document: Document) -> Any:
        """What was weighed: nothing is ever weighed here."""
        from dragoman.coder.deciding.stacking import RuleShares
        from dragoman.coder.draft.options import Thresholds
        from dragoman.coder.trace import Traced

        return Traced(next(self.code_many([document])), self.version, Thresholds(), {}, RuleShares({}, []))

    def code_many(self, some: Iterable[Document]) -> Iterator[Any]:
        """Yield coded documents."""
        import msgspec

        for document in some:
            if "BREAK" in document.text:
                raise RuntimeError("the invented coder broke")
            article = self._by_text.get(document.text.strip())
            reference = DocumentRef(
                id=document.id, path=document.path, url=document.url, title=document.title,
                outlet=document.outlet, published=document.published,
            )  # fmt: skip
            events = [
                msgspec.structs.replace(m, id=f"{m.id}_{document.id}", document=reference)
                for m in (mentions_of(article) if article else [])
            ]
            yield SimpleNamespace(
                document=document, events=events, characterisations=judgements_of(events), sentences=[], text=document.text
            )  # fmt: skip
