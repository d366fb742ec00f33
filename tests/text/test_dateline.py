"""Datelines: place, agency and date before the first sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text.dateline import dateline


@pytest.mark.parametrize(
    ("text", "place", "wire", "date"),
    [
        ("WASHINGTON (Reuters) - The envoy said", "WASHINGTON", "Reuters", None),
        ("MOSCOW, Dec 16 (TASS) - The envoy said", "MOSCOW", "TASS", "Dec 16"),
        ("MOSCOW, December 16. /TASS/. The envoy said", "MOSCOW", "TASS", "December 16"),
        ("BEIRUT — The envoy said", "BEIRUT", None, None),
        ("ASTANA, Kazakhstan (AP) — The envoy said", "ASTANA, Kazakhstan", "AP", None),
        ("Cairo (AFP) - The envoy said", "Cairo", "AFP", None),
        ("Kiev, Ukraine (CNN) -- The envoy said", "Kiev, Ukraine", "CNN", None),
        ("SEOUL/WASHINGTON (Reuters) - The envoy said", "SEOUL/WASHINGTON", "Reuters", None),
        ("BEIJING, Jan. 5 (Xinhua) -- The envoy said", "BEIJING", "Xinhua", "Jan. 5"),
        ("GENEVA, 23 January 2017 (UN News) – The envoy said", "GENEVA", "UN News", "23 January 2017"),
        ("GAZA CITY, Gaza Strip (Associated Press) — The envoy said", "GAZA CITY, Gaza Strip", "AP", None),
        ("ACCRA, AUG. 17. The envoy said", "ACCRA", None, "AUG. 17"),
        ("NAKHON PATHOM (THAILAND), NOV. 3. The envoy said", "NAKHON PATHOM", None, "NOV. 3"),
        ("(Reuters) - The envoy said", None, "Reuters", None),
    ],
)
def test_a_dateline_is_read(text: str, place: str | None, wire: str | None, date: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.place, found.wire, found.date) == (place, wire, date)
    assert text[found.end :] == "The envoy said"
    assert text[found.place_start : found.place_end] == (place or "")


def test_title_and_byline_may_stand_before_it() -> None:
    text = "Envoys meet\n\nBy Jane Roe\n\nVADUZ (Reuters) - They met."
    found = dateline(text)
    assert found is not None and text[found.start : found.end] == "VADUZ (Reuters) - "


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. - led coalition",
        "ANALYSIS — What comes next",
        "Trump — who won — said",
        "They met in VADUZ.",
        "UN-led talks",
        "",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert dateline(text) is None


@given(st.text(alphabet=st.sampled_from("AB ab,.(-—–/)\nReuters16\u00a0")))
def test_any_text_is_survived_and_offsets_fit(text: str) -> None:
    found = dateline(text)
    if found is not None:
        assert 0 <= found.start <= found.place_start <= found.place_end <= found.end <= len(text)
        assert text[found.place_start : found.place_end] == (found.place or "")


@pytest.mark.parametrize("wire", ["Reuter", "PANA", "Bernama", "Lusa"])
def test_agencies_sign_by_their_older_and_smaller_names(wire: str) -> None:
    found = dateline(f"SAN CRISTOBAL DE LAS CASAS, Mexico, May 3 ({wire}) - The rebels met.")
    assert found is not None and found.place == "SAN CRISTOBAL DE LAS CASAS, Mexico"
