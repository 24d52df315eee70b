"""The usual rate of tax on a service in each country: a proposal, for the owner to check."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

LISTED = (
    "VAT:AE 5,AM 20,AZ 18,BW 14,BY 20,CY 19,EG 14,ET 15,GB 20,GE 18,IE 23,IL 18,IM 20,IS 24,JM 15,KE 16,KR 10,LK 18",
    "VAT:MT 18,MU 15,NA 15,NG 7.5,OM 5,PH 12,PL 23,SA 15,TH 7,TT 12.5,TW 5,TZ 18,UG 18,UZ 12,VN 10,ZA 15,ZM 16",
    "GST:AU 10,CA 5,IN 18,NZ 15,SG 9",
    "TVA:BJ 18,CI 18,DZ 19,FR 20,LU 17,MA 20,MC 20,MD 20,MG 20,RO 21,RW 18,SN 18,TN 19",
    "IVA:AO 14,AR 21,BO 13,CL 19,CO 19,CR 13,EC 15,ES 21,GT 12,IT 22,MX 16,MZ 16,PT 23,PY 10,SV 13,UY 22,VE 16",
    "MwSt:CH 8.1,DE 19,LI 8.1",
    "USt:AT 20",
    "BTW:BE 21,NL 21",
    "Moms:DK 25,SE 25",
    "MVA:NO 25",
    "ALV:FI 25.5",
    "Km:EE 24",
    "PVN:LV 21",
    "PVM:LT 21",
    "DPH:CZ 21,SK 23",
    "DDV:SI 22",
    "PDV:BA 17,HR 25,ME 21,RS 20",
    "ÁFA:HU 27",
    "ДДС:BG 20,MK 18",
    "ПДВ:UA 20",
    "ΦΠΑ:GR 24",
    "TVSH:AL 20",
    "KDV:TR 20",
    "IGV:PE 18",
    "ITBIS:DO 18",
    "ITBMS:PA 7",
    "ISV:HN 15",
    "消費税:JP 10",
)
"""`name:country rate,…` in per cent. Nothing stands where it depends on the town or the state: Brazil, the USA."""


def usual_taxes(country: str) -> list[dict[str, Any]]:
    """What the setting `studio.tax_rates` could hold for this country; nothing where there is no usual rate."""
    found = RATES.get(country)
    return [{"name": found[0], "basis_points": found[1]}] if found else []


def _read(lines: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    pairs = (
        (name, one.split()) for name, _, listed in (line.partition(":") for line in lines) for one in listed.split(",")
    )
    return {country: (name, int(Decimal(rate) * 100)) for name, (country, rate) in pairs}


RATES = _read(LISTED)
