"""The table of what type, role, status and class tell by themselves."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.ontology import Ontology, assessment
from dragoman.ontology.loader import read_codes

RULES = assessment.load()


def test_meetings_are_the_family_of_that_name(shipped_ontology: Ontology) -> None:
    assert RULES.meetings == {name for name, entry in shipped_ontology.types.items() if entry.family == "meetings"}


def test_deals_are_texts(shipped_ontology: Ontology) -> None:
    assert {shipped_ontology.types[name].family for name in RULES.deals} == {"texts"}


def test_the_deepest_that_roles_and_wording_tell_counts() -> None:
    assert RULES.involvement("mediated_talks", {"party", "host", "mediator"}) == "mediation"
    assert RULES.involvement("mediated_talks", {"party", "host"}, ["facilitation", None]) == "facilitation"


def test_third_parties_are_alone_only_where_no_party_is_there() -> None:
    assert RULES.involvement("international_conference", {"participant", "host"}) == "third_parties_only"
    assert RULES.involvement("international_conference", {"party", "host"}) == "hosting_only"


def test_that_nobody_helped_is_told_only_of_talks_whose_parties_are_named() -> None:
    assert RULES.involvement("direct_negotiation", {"party"}) == "none"
    assert RULES.involvement("direct_negotiation", set()) is None


def test_an_offer_to_mediate_is_no_mediation_yet() -> None:
    assert RULES.involvement("mediation_offered", {"mediator"}) is None


def test_a_declaration_of_parties_is_no_third_parties_declaration() -> None:
    assert RULES.agreement_class("joint_declaration", {"party"}) is None
    assert RULES.agreement_class("joint_declaration", {"broker"}, "framework") == "third_party_declaration"


@pytest.mark.parametrize(
    ("good", "wrong", "message"),
    [
        ("mediation: [mediator,", "mediation: [umpire,", "'umpire' is no role"),
        ("  hosting_only: [host,", "  hosting: [host,", "'hosting' is no third_party_involvement"),
        ("good_offices: [go_between]", "good_offices: [go_between, host]", "host tells hosting_only too"),
        ('units_of: ["@meetings", "@changes"]', 'units_of: ["@gatherings"]', "no group @gatherings"),
        ("stands: [", "holds: [", "missing or unknown: holds, stands"),
        ("  shuttle: [shuttle_round]", "  unknown: [shuttle_round]", "what is not told is left out"),
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, good: str, wrong: str, message: str) -> None:
    shipped = Path(str(resources.files("dragoman.ontology")))
    shutil.copy(shipped / "assessment.yaml", tmp_path)
    text = (tmp_path / "assessment.yaml").read_text()
    assert good in text
    (tmp_path / "assessment.yaml").write_text(text.replace(good, wrong, 1))
    with pytest.raises(DataError, match=message):
        assessment.read(tmp_path / "assessment.yaml", read_codes(shipped / "codes.yaml"))
