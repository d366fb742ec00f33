"""Titles, bodies and names that mean somebody without a country beside them."""

from __future__ import annotations

import pytest

from dragoman import actors


@pytest.mark.parametrize(
    ("phrase", "context", "published", "actor"),
    [
        ("Foreign Secretary Adil Noor", "Pakistan and Afghanistan", "1983-07-03", "PAK"),
        ("Foreign Secretary Adil Noor", "Pakistan and India", "1983-07-03", None),
        ("Foreign Secretary Adil Noor", None, "1983-07-03", "GBR"),
        ("his foreign secretary, Adil Noor", "China and Japan", "1983-07-03", None),
        ("Secretary of State for Northern Ireland Ann Lowry", None, "1983-07-03", "GBR"),
        ("Under Secretary of State Ann Lowry", None, "1983-07-03", "USA"),
        ("Sen. Ann Lowry", None, "2023-07-03", "gov:usa-congress"),
        ("Sen. Ann Lowry", "Nigeria", "2023-07-03", None),
        ("the administration", "Congress in Washington and North Korea", "2023-07-03", "USA"),
        ("the administration", "North Korea", "2023-07-03", None),
        ("the interim administration", "Washington and Kosovo", "2003-07-03", None),
        ("the House of Representatives", "Libya and Morocco", "2021-07-03", "group:lby-hor"),
        ("the House of Representatives", "Iraq", "2021-07-03", "gov:usa-congress"),
        ("the Foreign Office in Islamabad", None, "2021-07-03", "PAK"),
        ("the Pentagon in Iraq", None, "2021-07-03", "USA"),
        ("the ECOWAS Authority", None, "2021-07-03", "igo:ecowas"),
        ("the US House Committee", None, "2021-07-03", None),
        ("USS Ronald Reagan", None, "2021-07-03", None),
        ("Mr. Trump", None, "2018-07-03", "USA"),
        ("South Vietnam", None, "1970-07-03", "group:vnm-south-vietnam"),
        ("North Vietnam", None, "1970-07-03", "VNM"),
    ],
)
def test_whom_a_phrase_means(phrase: str, context: str | None, published: str, actor: str | None) -> None:
    assert actors.load().resolve(phrase, context=context, published=published).actor == actor
