"""The register against bare tables and queries written by hand, all in one run: make bench.

Everything is invented and lies in a folder that is deleted at the end. ``--claims 2000`` makes it quick;
``--write`` keeps the result as docs/benchmarks.md.
"""

import argparse
import io
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from tests.stores.server import running_server

from bench import peers
from bench.clock import Spent, best, fresh, once
from bench.generate import Extent, claims, documents
from bench.ground import Ground
from bench.naming import English
from bench.page import Report, keep, load, written
from bench.table import Size
from tizim.claims import Claim
from tizim.ledger import Entry, Ledger, Stamp, stamp_batch
from tizim.timelines import chronicle, known
from tizim.wiring import Register, now

DAY = date(2022, 6, 30)
BATCH = 5_000
PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
_QUESTION = ("in-custody", "--as-of", DAY.isoformat(), "--format", "json")
_SELECT = "`SELECT *` of the same rows"


def measured(report: Report, ground: Ground) -> Report:
    """Everything, one after the other."""
    entries = claims(count=report.claims, people=report.people)
    _claims_alone(report, ground, [entry for entry in entries if isinstance(entry, Claim)])
    _whole_register(report, ground, entries)
    del entries
    _told(report, ground)
    _asked(report, ground)
    _checked(report, ground)
    return report


def _claims_alone(report: Report, ground: Ground, alone: Sequence[Entry]) -> None:
    """The claims into an empty ledger of each store, and the same rows into a bare table there."""
    what, peer = f"append {len(alone):,} claims", "insert the same rows"
    stamped = stamp_batch(alone, Stamp(now(), "bench"), {})
    rows = peers.rows_of(peers.batches(stamped, BATCH))
    mine = fresh(lambda ledger: _append(ledger, alone), ground.cipher, report.runs)
    bare = fresh(lambda connection: peers.insert_cipher(connection, rows), ground.bare_cipher, report.runs)
    report.add(f"SQLCipher: {what}", mine, peer, bare)
    mine = fresh(lambda ledger: _append(ledger, alone), ground.postgres, report.runs)
    bare = fresh(
        lambda connection: peers.insert_postgres(connection, rows), ground.bare_postgres, report.runs
    )
    report.add(f"PostgreSQL: {what}", mine, peer, bare)
    sizes = ground.sizes_on_server()
    report.sizes.append(
        Size(f"PostgreSQL, {len(alone):,} claims", sizes["ledger"], "bare table", sizes["bare"])
    )


def _append(ledger: Ledger, entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    return [ledger.append(batch, at=now(), by="bench") for batch in peers.batches(entries, BATCH)]


def _whole_register(report: Report, ground: Ground, entries: Sequence[Entry]) -> None:
    """The register that everything below is measured on; its files stand in the vault."""
    batches: list[Sequence[Entry]] = []
    with ground.new_register() as register:
        mine = once(lambda: batches.extend(_append(register.ledger, entries)))
        for told in documents(Extent(report.claims, report.people), English()):
            register.vault.put(io.BytesIO(told.text.encode()))
    rows = peers.rows_of(batches)
    with ground.bare() as bare:
        spent = once(lambda: peers.insert_cipher(bare, rows))
    report.entries = len(entries)
    report.add(f"SQLCipher: append all {len(entries):,} entries", mine, "insert the same rows", spent)
    what = f"SQLCipher, all {len(entries):,} entries"
    sizes = ground.size("register/register.db*"), ground.size("bare.db*")
    report.sizes.append(Size(what, sizes[0], "bare tables, encrypted", sizes[1]))


def _told(report: Report, ground: Ground) -> None:
    """Loading, folding, and the chronicle that is kept."""
    with ground.bare() as bare:
        select = best(lambda: peers.selected(bare), report.runs)
    with ground.register() as register:
        load_all = best(lambda: list(register.ledger.known_at()), report.runs)
        report.add("load all entries", load_all, _SELECT, select)
        report.add(
            "fold the entries loaded", _fold(list(register.ledger.known_at()), report.runs), _SELECT, select
        )
        first = once(lambda: known(register.ledger, register.derived))
        report.add("the chronicle, none kept: load, fold, keep", first, _SELECT, select)
    kept, bare_size = ground.size("register/register.db*"), ground.size("bare.db*")
    report.sizes.append(Size("the same with the chronicle kept", kept, "bare tables, encrypted", bare_size))
    with ground.register() as register:
        _kept(report, register, select)


def _kept(report: Report, register: Register, select: Spent) -> None:
    """The chronicle where one is kept: as it is, and to be brought up to date."""
    numbers = count()
    ask = partial(known, register.ledger, register.derived)
    report.add("the chronicle, kept and up to date", best(ask, report.runs), _SELECT, select)
    grown = fresh(lambda _: ask(), lambda: _one_more(register, f"c-told-{next(numbers)}"), report.runs)
    report.add("the chronicle, after one more claim", grown, _SELECT, select)


def _fold(entries: list[Entry], runs: int) -> Spent:
    return best(lambda: chronicle(entries), runs)


def _one_more(register: Register, made: str) -> None:
    """Appends a claim about somebody who is in the register already."""
    known_claims = register.ledger.known_at(kinds=("claim",))
    like = next(one for one in known_claims if isinstance(one, Claim) and one.person and not one.corrects)
    claim = replace(like, id=made, act="detention", level="event", date=DAY.isoformat(), outcome=None)
    register.ledger.append([claim], at=now(), by="bench")


def _asked(report: Report, ground: Ground) -> None:
    """A list and a tally as command lines, against queries in this process."""
    with ground.bare() as bare:
        plain = peers.Handwritten(peers.claim_rows(bare), ground.folder, DAY)
    command = ground.command()
    for verb in ("list", "tally"):
        mine = command.median(verb, *_QUESTION, times=report.calls)
        report.cold[f"`tizim {verb}`"] = mine
        _against_queries(report, f"`tizim {verb}`, cold", mine, plain.queries(verb))
    for verb in ("list", "tally"):
        with ground.register() as register:
            _one_more(register, f"c-asked-{verb}")
        mine, said = command.call(verb, *_QUESTION)
        report.cold[f"`tizim {verb}` right after an append"] = mine
        report.answers["tizim"] = "at least {at_least}, at most {at_most}".format(**json.loads(said))
        _against_queries(report, f"`tizim {verb}`, cold, after one more claim", mine, plain.queries(verb))
    report.answers |= {peer: str(len(query())) for peer, query in plain.queries("list").items()}


def _against_queries(report: Report, what: str, mine: Spent, queries: dict[str, peers.Query]) -> None:
    for peer, query in queries.items():
        report.add(what, mine, f"query by hand, {peer}", best(query, report.runs))


def _checked(report: Report, ground: Ground) -> None:
    """The proof that nothing was changed: seals of the file, chain, files of the documents."""
    with ground.bare() as bare:
        spent = best(lambda: peers.hashed(bare), report.runs)
    mine = ground.command().median("check", times=report.runs)
    report.add("`tizim check`, cold", mine, "read and hash each row", spent)


def main(words: Sequence[str] | None = None) -> None:
    """Prints the page, and writes it if asked."""
    parser = argparse.ArgumentParser(prog="python -m bench.register", description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000, help="how many claims (default: 100,000)")
    parser.add_argument(
        "--calls",
        type=int,
        default=5,
        help="how many cold calls a line (5; other work runs three times at most)",
    )
    parser.add_argument("--write", action="store_true", help=f"keep the page as docs/{PAGE.name}")
    options = parser.parse_args(words)
    report = Report(options.claims, DAY, BATCH, options.calls, load())
    with tempfile.TemporaryDirectory(prefix="tz-bench-") as folder, running_server() as server:
        text = written(measured(report, Ground(Path(folder), server)))
    print(text, end="")
    if options.write:
        keep(PAGE, text)
        print(f"written to docs/{PAGE.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
