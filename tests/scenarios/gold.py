"""The coded reports as entries, for scenarios: read from the shared folder, never stored here."""

import csv
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from tizim.claims import Claim
from tizim.documents import Document, Passage, Source
from tizim.identity import Judgement
from tizim.ledger import Entry, content_id
from tizim.vocab import VocabError, outcome

PUBLISHERS = {"000": "s-hrw", "001": "s-rferl", "002": "s-odf", "004": "s-iphr"}
DATES = {"000": "2021-07-07", "001": "2021-07-07", "002": "2020-11-30", "004": "2017-07-29"}
ACTS = {"refugee_status": "asylum_decision", "account_hacking": "account_attack"}
CERTAINTIES = {"official version": "official_version", "alleged by the prosecution": "alleged"}
UNITS = {"families": "family", "organisations": "group"}
OUTCOMES = {
    "restriction_of_liberty replaced by imprisonment": "imprisonment; converted_from restriction_of_liberty",
    "imprisonment P20Y (in absentia)": "imprisonment P20Y; in_absentia",
    "imprisonment P1Y (not served: amnesty)": "amnesty",
    "case dismissed": "case_closed",
    "case closed: no elements of a crime": "case_closed",
    "case closed": "case_closed",
    "ban_on_activity P3Y": "ban P3Y",
    "ban_on_activity P5Y": "ban P5Y",
    "pretrial_detention P2M": "pretrial P2M",
}


@cache
def entries(shared: Path) -> tuple[Entry, ...]:
    """Sources, documents, passages, claims and judgements of the four coded reports."""
    rows = [json.loads(line) for line in (shared / "gold/seeds/claims.jsonl").open(encoding="utf-8")]
    names = _names(shared)
    made: list[Entry] = [*_documents()]
    mentions: dict[str, list[str]] = {}
    for row in rows:
        claim = _claim(row, names)
        made += [_passage(row), claim]
        if row["person_id"]:
            mention = content_id("m", claim.document_id, claim.person)
            known = mentions.setdefault(row["person_id"], [])
            if mention not in known:
                known.append(mention)
    return (*made, *_judgements(mentions))


def _names(shared: Path) -> dict[tuple[str, str], str]:
    with (shared / "gold/seeds/persons.csv").open(encoding="utf-8", newline="") as stream:
        return {(row["seed"], row["person_id"]): row["canonical_name"] for row in csv.DictReader(stream)}


def _documents() -> list[Entry]:
    made: list[Entry] = [Source(id=one, name=one) for one in PUBLISHERS.values()]
    for seed, publisher in PUBLISHERS.items():
        made.append(
            Document(
                id=f"d-{seed}",
                source_id=publisher,
                file_name=f"{seed}.txt",
                media_type="text/plain",
                size=1,
                sha256=seed * 21 + "0",
                date=DATES[seed],
                reprints="d-000" if seed == "001" else None,
            )
        )
    return made


def _passage(row: dict) -> Passage:
    return Passage(
        id=f"q-{row['id']}",
        document_id=f"d-{row['seed']}",
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
    )


def _claim(row: dict, names: dict[tuple[str, str], str]) -> Claim:
    group = row["group"] or {}
    against = row["subject_role"] != "victim"
    return Claim(
        id=f"c-{row['id']}",
        passage_id=f"q-{row['id']}",
        document_id=f"d-{row['seed']}",
        act=ACTS.get(row["act"], row["act"]),
        act_detail=row["act_detail"] or ("unspecified" if row["act"] == "other" else None),
        level=row["level"],
        role=row["subject_role"],
        case_kind="against_official" if against else "persecution",
        person=_name(row, names),
        group=group.get("description"),
        organisation=row["organisation"],
        count_min=group.get("count_min"),
        count_max=group.get("count_max"),
        counting_unit=UNITS.get(group.get("unit", ""), "individual") if "unit" not in group else "group",
        date=row["date"],
        place=row["place"],
        agency=row["agency"],
        articles=tuple(row["articles"]),
        offence=row["offence"],
        outcome=coded_outcome(row["outcome"]),
        status_as_of=row["status_as_of"],
        certainty=CERTAINTIES.get(row["certainty"], row["certainty"]),
        reported_by=row["reported_by"],
        event=row["event"],
    )


def _name(row: dict, names: dict[tuple[str, str], str]) -> str | None:
    if not row["person_id"]:
        return None
    if row["mention"]:
        return str(row["mention"]["form"])
    by_seed = names.get((row["seed"], row["person_id"]))
    return by_seed or next(name for (_, one), name in names.items() if one == row["person_id"])


def coded_outcome(text: str | None) -> str | None:
    """The outcome in the flat form; wording that the form does not know is left out."""
    if not text:
        return None
    plain = OUTCOMES.get(text) or re.sub(r"\s*\(.*?\)", "", text)
    try:
        outcome(plain)
    except VocabError:
        return None
    return plain


def _judgements(mentions: dict[str, list[str]]) -> list[Judgement]:
    return [
        Judgement(
            id=content_id("j", one, other), left=one, right=other, verdict="same", reason="coded by a reader"
        )
        for known in mentions.values()
        for one, other in pairwise(known)
    ]
