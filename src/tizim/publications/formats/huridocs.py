"""The acts of an edition in the codes of HURIDOCS' Events Standard Formats, for programs that know these."""

import csv
import io
from collections.abc import Iterator

from tizim.publications.content import Act, Content, Entered
from tizim.publications.formats.tables import safe
from tizim.vocab import table

COLUMNS = (
    "act_record", "person_record", "name", "type_of_act_list", "type_of_act_code", "type_of_act_term",
    "type_of_act_fit", "initial_date", "geographical_term", "status_of_victim_list", "status_of_victim_code",
    "status_of_victim_term", "as_of",
)  # fmt: skip


def csv_file(content: Content) -> bytes:
    """One row an act of somebody who is named; an act without a code of its own in the formats has none here.

    ``type_of_act_fit`` says where our act is wider or narrower than the code's.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(content):
        writer.writerow({key: safe(value) for key, value in row.items()})
    return out.getvalue().encode("utf-8-sig")


def _rows(content: Content) -> Iterator[dict[str, str]]:
    for one in content.named:
        for number, act in enumerate(one.acts, 1):
            yield {
                "act_record": f"{one.number}.{number}", "person_record": str(one.number),
                "name": one.name or "", "initial_date": act.date or "", "geographical_term": act.place or "",
                "as_of": content.as_of, **_act(act), **_status(one),
            }  # fmt: skip


def _act(act: Act) -> dict[str, str]:
    return _coded("type_of_act", "acts", act.act, with_fit=True)


def _status(one: Entered) -> dict[str, str]:
    return _coded("status_of_victim", "states", one.code) if one.code in table("states") else {}


def _coded(column: str, name: str, code: str, *, with_fit: bool = False) -> dict[str, str]:
    term = table(name).term(code).esf
    if term is None:
        return {}
    told = {f"{column}_list": str(term.list), f"{column}_code": term.code, f"{column}_term": term.term}
    return told | ({f"{column}_fit": term.fit} if with_fit else {})
