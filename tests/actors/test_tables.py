"""Every row of the shipped tables: schema, ids, values, references, dates."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable

import pytest
from timing import seconds

from dragoman.actors import load
from dragoman.actors.knowledge import load_once
from dragoman.actors.matcher import bare, names_of
from dragoman.actors.people import day
from dragoman.actors.rows import Tables, Tenure
from dragoman.actors.tables import DATA, FILES, read_table, read_tables
from dragoman.errors import DataError

# Codebook 2.1, 1.9, 1.1, 1.7.
ACTOR_TYPES = {
    "state",
    "government_body",
    "igo",
    "regional_org",
    "state_coalition",
    "armed_group",
    "umbrella",
    "political_party",
    "civil_society",
    "women_or_minority_body",
    "religious_body",
    "tribal_or_local_authority",
    "ngo_mediator",
    "de_facto_entity",
    "company",
    "individual_mediator",
    "unidentified",
}
OFFICE_TYPES = {
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "special_envoy",
    "igo_head",
    "ambassador",
    "delegation_head",
    "negotiator",
    "commander",
    "insider",
    "expert",
    "spokesperson",
    "party_leader",
    "minister",
    "other",
}
OUTLET_TYPES = {
    "wire",
    "newspaper",
    "broadcaster",
    "state_media",
    "party_or_group_media",
    "commentary",
    "ngo",
    "igo",
    "government",
    "think_tank",
    "aggregator",
    "social",
}
RELATIONS = {
    "member_of",
    "part_of",
    "armed_wing_of",
    "umbrella_of",
    "successor_of",
    "renamed_to",
    "split_from",
    "represents",
    "patron_of",
    "ally_of",
    "apart_from",
}
PLACE_KINDS = {"capital", "region", "city", "venue", "sea", "border"}
ISO_DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables()


def need(*names: str) -> None:
    """Skip where a table is not there."""
    for name in names:
        if not (DATA / FILES[name][0]).is_file():
            pytest.skip(f"{FILES[name][0]} is not there")


def listed(problems: Iterable[str]) -> str:
    found = sorted(problems)
    return f"{len(found)} rows: " + "; ".join(found[:25])


@pytest.mark.parametrize("name", FILES)
def test_table_can_be_read_and_ids_are_unique_and_sorted(name: str) -> None:
    need(name)
    rows = read_table(DATA / FILES[name][0], FILES[name][1])
    assert rows
    if hasattr(rows[0], "id"):
        ids = [row.id for row in rows]
        assert len(ids) == len(set(ids)), listed({i for i in ids if ids.count(i) > 1})
        assert ids == sorted(ids)


def test_ids_have_the_form_of_their_table(tables: Tables) -> None:
    forms = {
        "countries": r"[A-Z]{3}",
        "bodies": r"gov:[a-z0-9-]+",
        "persons": r"person:[a-z0-9-]+",
        "organisations": r"[a-z]+:[a-z0-9-]+",
        "groups": r"group:[a-z0-9-]+",
        "outlets": r"outlet:[a-z0-9-]+",
        "places": r"place:[a-z0-9-]+",
        "conflicts": r"conflict:[a-z0-9-]+",
    }
    bad = [r.id for name, form in forms.items() for r in getattr(tables, name) if not re.fullmatch(form, r.id)]
    assert not bad, listed(bad)


def test_wikidata_ids_have_their_form_and_are_borne_once_in_a_table(tables: Tables) -> None:
    bad: list[str] = []
    for name, (_, struct) in FILES.items():
        if "wikidata_id" in struct.__struct_fields__:
            ids = [r.wikidata_id for r in getattr(tables, name) if r.wikidata_id]
            assert ids, name
            bad += [f"{name} {i}" for i in ids if not re.fullmatch(r"Q[1-9]\d*", i) or ids.count(i) > 1]
    assert not bad, listed(bad)


def test_enumerated_values_are_the_codebooks(tables: Tables) -> None:
    bad = [
        f"{r.id} {r.actor_type}"
        for r in (*tables.bodies, *tables.organisations, *tables.groups)
        if r.actor_type not in ACTOR_TYPES
    ]
    bad += [f"{r.phrase} {r.actor_type}" for r in tables.roles if r.actor_type not in {*ACTOR_TYPES, ""}]
    bad += [f"{r.phrase} {r.office_type}" for r in tables.roles if r.office_type not in {*OFFICE_TYPES, ""}]
    bad += [f"{t.person_id} {t.office_type}" for t in tables.tenures if t.office_type not in OFFICE_TYPES]
    bad += [f"{o.id} {o.outlet_type}" for o in tables.outlets if o.outlet_type not in OUTLET_TYPES]
    bad += [f"{r.actor_a} {r.relation}" for r in tables.relations if r.relation not in RELATIONS]
    bad += [f"{p.id} {p.kind}" for p in tables.places if p.kind not in PLACE_KINDS]
    bad += [f"{p.id} {p.gender}" for p in tables.persons if p.gender not in ("m", "f")]
    assert not bad, listed(bad)


def test_dates_are_iso_and_in_order(tables: Tables) -> None:
    spans = [(f"{t.person_id} {t.office}", t.start, t.end) for t in tables.tenures]
    spans += [(f"{r.actor_a} {r.relation}", r.start, r.end) for r in tables.relations]
    spans += [(c.id, c.start, c.end) for c in tables.conflicts]
    for name in ("countries", "bodies", "organisations", "groups", "places"):
        spans += [(r.id, r.valid_from, r.valid_to) for r in getattr(tables, name)]
    bad = [f"{who} {cell}" for who, *cells in spans for cell in cells if cell and not ISO_DATE.match(cell)]
    bad += [f"{who} {cell}" for who, *cells in spans for cell in cells if cell and day(cell) is None]
    for who, start, end in spans:
        first, last = day(start), day(end, late=True)
        if first and last and first > last:
            bad.append(f"{who}: {start} after {end}")
    assert not bad, listed(bad)


def test_references_lead_to_rows(tables: Tables) -> None:
    need("countries", "persons", "organisations", "groups", "places")
    states = {c.id for c in tables.countries}
    persons = {p.id for p in tables.persons}
    actors = states | {r.id for t in (tables.bodies, tables.organisations, tables.groups) for r in t}
    everything = actors | persons | {r.id for t in (tables.outlets, tables.places) for r in t}
    bad: list[str] = []
    for row in (*tables.bodies, *tables.places, *tables.organisations, *tables.groups):
        if row.country and row.country not in states:
            bad.append(f"{row.id} country {row.country}")
    bad += [f"{o.id} home {o.home_country}" for o in tables.outlets if o.home_country not in {*states, ""}]
    bad += [f"{p.id} nationality {p.nationality}" for p in tables.persons if p.nationality not in {*states, ""}]
    bad += [f"tenure of {t.person_id}" for t in tables.tenures if t.person_id not in persons]
    bad += [f"{t.person_id} for {t.actor_id}" for t in tables.tenures if t.actor_id not in actors]
    bad += [f"{g.id} leader {p}" for g in tables.groups for p in g.leaders if p not in persons]
    bad += [f"{o.id} member {m}" for o in tables.organisations for m in o.members if m.split("@")[0] not in actors]
    bad += [f"{r.actor_a} {r.actor_b}" for r in tables.relations if not {r.actor_a, r.actor_b} <= actors]
    bad += [f"{c.id} party {p}" for c in tables.conflicts for p in c.parties if p not in actors]
    bad += [f"{c.id} country {p}" for c in tables.conflicts for p in c.countries if p not in states]
    bad += [f"ambiguous {a.alias}: {i}" for a in tables.ambiguous for i in a.ids if i not in everything]
    assert not bad, listed(bad)


def test_a_name_borne_twice_is_listed_as_ambiguous(tables: Tables) -> None:
    need("ambiguous", "countries", "persons", "organisations", "groups")
    listed_names = {bare(a.alias) for a in tables.ambiguous}
    validity = {
        r.id: (day(r.valid_from), day(r.valid_to, late=True))
        for name in ("countries", "bodies", "organisations", "groups", "places")
        for r in getattr(tables, name)
    }
    state_kinds = {"name", "adjective", "demonym", "capital", "metonym"}
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, entry, kind in names_of(tables):
        if name:
            if kind not in state_kinds:
                bearers[bare(name), kind].add(entry)
            elif validity[entry][1] is None:
                bearers[bare(name), "country"].add(entry)
    # persons are told apart by their offices' dates, a former state from its successor by its own
    bad = [
        f"{name}: {', '.join(sorted(ids))}"
        for (name, kind), ids in bearers.items()
        if kind != "person"
        and len(ids) > 1
        and name not in listed_names
        and _meet([validity.get(i, (None, None)) for i in ids])
    ]
    assert not bad, listed(bad)


def _meet(spans: list) -> bool:
    """Whether any two of the spans (first day, last day; None is open) have a day in common."""
    ordered = sorted(((s.toordinal() if s else 0), (e.toordinal() if e else 10**7)) for s, e in spans)
    return any(second[0] <= first[1] for first, second in itertools.pairwise(ordered))


# Offices that one person at a time holds in one state; acting holders left out.
SINGLE = {"head_of_government", "foreign_minister", "defence_minister", "igo_head"}
GRACE_DAYS = 31
# States with two rival governments, each with ministers of its own.
RIVAL_GOVERNMENTS = {"LBY", "YEM", "AFG", "VEN"}


def test_one_office_has_one_holder_at_a_time(tables: Tables) -> None:
    need("tenures", "countries")
    states = {c.id for c in tables.countries} - RIVAL_GOVERNMENTS
    offices: dict[tuple[str, str, str], list[Tenure]] = defaultdict(list)
    for tenure in tables.tenures:
        if tenure.office_type in SINGLE and tenure.actor_id in states - RIVAL_GOVERNMENTS and not tenure.acting:
            offices[tenure.actor_id, tenure.office_type, tenure.office].append(tenure)
    bad: list[str] = []
    for (actor, _, office), held in offices.items():
        held.sort(key=lambda t: t.start)
        for first, second in itertools.pairwise(held):
            end, start = day(first.end, late=len(first.end) > 7), day(second.start, late=True)
            overlap = start is not None and (end is None or (end - start).days > GRACE_DAYS)
            if first.person_id != second.person_id and overlap:
                bad.append(f"{actor} {office}: {first.person_id} to {first.end}, {second.person_id}")
    assert not bad, listed(bad)


def test_coordinates_are_on_the_globe(tables: Tables) -> None:
    bad = [
        r.id
        for r in (*tables.countries, *tables.places)
        if (r.lat is None) != (r.lon is None) or abs(r.lat or 0) > 90 or abs(r.lon or 0) > 180
    ]
    assert not bad, listed(bad)


def test_every_row_has_a_source(tables: Tables) -> None:
    bad = [
        str(getattr(row, "id", "") or getattr(row, "person_id", "") or getattr(row, "phrase", ""))
        for name in FILES
        for row in getattr(tables, name)
        if hasattr(row, "source") and not row.source
    ]
    assert not bad, listed(bad)


def test_the_whole_knowledge_base_is_ready_in_under_a_second() -> None:
    def anew() -> None:
        load_once.cache_clear()
        load()

    # 0.3 s on a quiet processor
    assert seconds(anew) < 1.0


def test_a_table_made_before_ids_of_wikidata_is_read(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(
        "id,name,aliases,country,kind,lat,lon,valid_from,valid_to,source\n"
        "place:astana,Astana,Nur-Sultan,KAZ,capital,51.17,71.43,,,own\n",
        encoding="utf8",
    )
    (row,) = read_table(path, FILES["places"][1])
    assert (row.id, row.wikidata_id, row.source) == ("place:astana", "", "own")


@pytest.mark.parametrize("content", [b"id,name\xff\xfe", "id,name\nß".encode("utf-16")])
def test_a_table_that_is_no_utf8_is_named_with_the_remedy(tmp_path, content):
    path = tmp_path / "places.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=r"places\.csv.*UTF-8"):
        read_table(path, FILES["places"][1])
