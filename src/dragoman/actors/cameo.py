"""CAMEO actor codes ("AFGGOV", "IGOUNO", "~REBMUS") as ISO country, actor type and PLOVER sector.

A code is read three letters at a time. The first piece is a country or a class of actor without one; a later
piece is a role first and a country only where it is no role ("MUS" is Mauritius at the front, Muslim behind).
Pieces that say neither (regions, faiths, numbers of sects) narrow the actor down and stay in the code, which the
answer's `why` shows.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from dragoman.actors.words import words

# Countries that CAMEO or the dictionaries spell otherwise than ISO 3166.
_COUNTRIES = {
    "KSV": "XKX", "UNK": "XKX", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "PAL": "PSE", "GZA": "PSE", "WSB": "PSE",
    "KNT": "KNA", "USR": "SUN", "FRY": "YUG", "GER": "DEU", "SAL": "SLV",
}  # fmt: skip
# Role piece to sector. Only "GOV" and what follows it in a code is the government: the first role decides.
_SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "COP": "COP", "SPY": "SPY", "LEG": "LEG", "JUD": "JUD", "REB": "REB", "OPP": "OPP",
    "SEP": "SEP", "INS": "INS", "PTY": "PTY", "PAR": "PAR", "UAF": "UAF", "IGO": "IGO", "NGO": "NGO", "NGM": "NGM",
    "MNC": "MNC", "IMG": "IMG", "CVL": "CVL", "MED": "MED", "REL": "REL", "BUS": "BUS", "LAB": "LAB", "EDU": "EDU",
    "REF": "REF", "CRM": "CRM", "ELI": "ELI", "HLH": "HLH", "AGR": "AGR", "ENV": "ENV", "DEV": "NGM", "HRI": "CVL",
    "MOD": "OPP", "SET": "CVL", "ACT": "CVL", "RAD": "OPP", "INT": "NON", "IMY": "IGO", "OCC": "GOV", "AUT": "GOV",
    "EXI": "OPP", 
}  # fmt: skip
_FAITHS = words(
    "ADR ABR ATH BAH BUD CHR CON CTH DOX HIN HSD INR ITR JAN JEW LDS MAY MOS MSS MUS NRM PAG PRO SHI SHN SIK SUF SUN "
    "TAO UDX ZRO"
)
_TYPES = {
    "GOV": "state", "MIL": "government_body", "COP": "government_body", "SPY": "government_body",
    "LEG": "government_body", "JUD": "government_body", "REB": "armed_group", "SEP": "armed_group",
    "INS": "armed_group", "UAF": "armed_group", "PAR": "armed_group", "IMG": "armed_group", "OPP": "umbrella",
    "PTY": "political_party", "IGO": "igo", "NGO": "civil_society", "NGM": "civil_society", "CVL": "civil_society",
    "LAB": "civil_society", "EDU": "civil_society", "HLH": "civil_society", "ENV": "civil_society",
    "REL": "religious_body", "BUS": "company", "MNC": "company", "MED": "company",
}  # fmt: skip
# Classes of actor that a code may begin with, and that name no country themselves.
_CLASSES = frozenset({"IGO", "NGO", "NGM", "MNC", "IMG", "UAF", "INT"})
_REGIONS = words(
    "AFR ARB ASA BLK CAS CFR CRB EAF EEU EIN EUR LAM MDE MDT MEA NAF NMR SAF SAM SAS SCN SEA SHN WAF WEU WST"
)
# Known organisations by the piece that names them; a later piece is the narrower body.
_BODIES = {
    "UNO": "igo:un", "EEC": "igo:eu", "NAT": "igo:nato", "ARL": "igo:arab-league", "OAS": "igo:oas", "ASN": "igo:asean",
    "OAU": "igo:african-union", "AFU": "igo:african-union", "OIC": "igo:oic", "CIS": "igo:cis", "IMF": "igo:imf", "WBK": "igo:world-bank",
    "WTO": "igo:wto", "SCE": "igo:osce", "HCR": "igo:unhcr", "WHO": "igo:who", "WFP": "igo:wfp", "IAE": "igo:iaea",
    "KID": "igo:unicef", "ICJ": "igo:icj", "ICC": "igo:icc", "WAS": "igo:ecowas", "IAD": "igo:igad", "SAD": "igo:sadc",
    "GCC": "igo:gcc", "CWN": "igo:commonwealth", "OPC": "igo:opec",
}  # fmt: skip

ETHNIC, RELIGIOUS = "SOC", "REL"
"""Sectors of dictionaries whose codes name peoples or faiths instead of countries and roles."""


class Meaning(msgspec.Struct, frozen=True):
    """What a code says: `country` is alpha-3; `body` is an id that may be in the tables; None is not told."""

    country: str | None
    sector: str | None
    actor_type: str | None
    body: str | None


def meaning(code: str, countries: Collection[str], *, group_codes: str | None = None) -> Meaning | None:
    """What a CAMEO code says, None where it says nothing that is known ("---" included).

    Args:
        code: in capitals, "~" anywhere marks an agent's code and is left out.
        countries: known alpha-3 codes.
        group_codes: ETHNIC or RELIGIOUS where the codes are of peoples or faiths: all are of this sector.
    """
    plain = code.replace("~", "")
    if not plain.strip("-"):
        return None
    if group_codes is not None:
        return Meaning(None, group_codes, "religious_body" if group_codes == RELIGIOUS else "unidentified", None)
    pieces = [plain[i : i + 3] for i in range(0, len(plain), 3)]
    country = _country(pieces[0], countries) if "~" not in code and pieces[0] not in _CLASSES else None
    known = country is not None or pieces[0] in _REGIONS
    rest = pieces[1:] if country else pieces
    sector = next((s for p in rest if (s := _SECTORS.get(p))), None)
    if sector is None and any(p in _FAITHS for p in rest):
        sector = RELIGIOUS
    if country is None and "~" not in code:
        behind = (_country(p, countries) for p in rest[1:] if p not in _SECTORS and p not in _FAITHS | _REGIONS)
        country = next((c for c in behind if c), None)
    body = next((_BODIES[p] for p in reversed(rest) if p in _BODIES), None) if pieces[0] == "IGO" else None
    if country and sector is None:
        sector = "GOV"
    if not (known or country or sector):
        return None
    return Meaning(country, sector, _TYPES.get(sector, "unidentified") if sector else None, body)


def _country(piece: str, countries: Collection[str]) -> str | None:
    found = _COUNTRIES.get(piece, piece)
    return found if found in countries else None
