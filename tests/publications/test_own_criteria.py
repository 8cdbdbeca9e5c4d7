"""An edition by a group's own set of criteria: printed in the version used, made again after newer versions."""

import io
import json
import zipfile

import jsonschema
import pytest

from tests.assessments.test_sets import FIRST, SECOND
from tests.publications.made import DAY, document, source, told
from tizim.assessments import Determination, Sets, adopted, retired
from tizim.documents import MemoryVault
from tizim.identity import mention_id
from tizim.ledger import MemoryLedger, Withdrawal
from tizim.publications import Wanted, content_of, definition_of, freeze, made_again
from tizim.publications.content import frozen, thawed
from tizim.publications.formats.json_form import schema
from tizim.publications.formats.word import report as docx
from tizim.publications.site.pages import Book, Site
from tizim.publications.site.words import Words
from tizim.tallies import definition_known, text_known

WHO, NAME = "Asan Bekov", "political-prisoners-by-OURS-1"


def moment(number):
    return f"2021-02-01T00:00:0{number}.000000Z"


def found(by, of="OURS/1", finding="met"):
    return Determination(
        id=f"k-{by}-{of}-{finding}", mention_id=mention_id("d-one", WHO), criteria_set=of, criterion="words",
        finding=finding, passages_for=(f"p-one-{WHO}-sentence-",),
    )  # fmt: skip


@pytest.fixture
def ledger():
    """Somebody in prison of whom two assessors found that the first version is met."""
    kept = MemoryLedger()
    kept.append([source("Monitors of Qala"), document("one"), *told(WHO)], at=moment(0), by="tester")
    kept.append([adopted(FIRST, Sets(), "SECRET-note of the assembly")], at=moment(1), by="editor")
    for number, by in enumerate(("first", "second"), 2):
        kept.append([found(by)], at=moment(number), by=by)
    return kept


@pytest.fixture
def vault():
    return MemoryVault()


def froze(ledger, vault, name=NAME):
    entries = tuple(ledger.known_at())
    sets = Sets.of(entries)
    wanted = Wanted(definition_known(name, sets), text_known(name, sets), DAY, ledger.head().recorded_at)
    return freeze(entries, wanted, vault=vault, signed=lambda digest: f"signed {len(digest)}")


def test_an_edition_is_made_again_bit_for_bit_after_newer_versions(ledger, vault):
    one = froze(ledger, vault)
    assert [each.name for each in one.made.content.people] == [WHO] and one.made.content.at_least == 1
    ledger.append([adopted(SECOND, Sets.of(ledger.known_at()))], at=moment(5), by="editor")
    ledger.append([found("third", "OURS/2")], at=moment(5), by="third")
    mistake = Withdrawal(id="w-1", corrects=found("second").id, reason="read the passage again")
    ledger.append([mistake], at=moment(6), by="second")
    gone = retired(Sets.of(ledger.known_at()).own["OURS/1"], "the assembly chose other words")
    ledger.append([gone], at=moment(7), by="editor")
    then = tuple(ledger.known_at(one.entry.known_at))
    assert made_again(one.entry, then, vault) == ()
    assert frozen(content_of(one.entry, vault)) == frozen(one.made.content)
    assert made_again(one.entry, tuple(ledger.known_at()), vault) == ("entries",), "what is known now differs"


def test_the_definition_in_the_vault_holds_the_set_whole(ledger, vault):
    one = froze(ledger, vault)
    meant = definition_of(one.entry, vault)
    assert meant.wish.criteria == FIRST, "it is read without a register"


def test_the_edition_prints_the_version_that_was_used(ledger, vault):
    content = froze(ledger, vault).made.content
    assert content.criteria.name == "OURS/1" and content.criteria.met == ("any", "words", "faith")
    assert thawed(frozen(content)) == content
    jsonschema.validate(json.loads(frozen(content)), schema())
    assert froze(ledger, vault, "in-custody").made.content.criteria is None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Criteria: Ours, version 1", "at least one of these: Words; Faith",
                "Counted as deprivation of liberty:", "under house arrest", "This version was decided on")),
        ("ru", ("Критерии: Наши, версия 1", "хотя бы одно из этого", "Считается лишением свободы")),
        ("kk", ("Өлшемдер: Біздікі, 1-нұсқа", "мыналардың кемінде біреуі", "Ашық қалдырылған")),
    ],
)  # fmt: skip
def test_the_method_page_the_report_and_the_document_tell_the_criteria(ledger, vault, language, said):
    site = Site(froze(ledger, vault).made.content, "0" * 64, "", "")
    book = Book(site, Words(language))
    with zipfile.ZipFile(io.BytesIO(docx(site, language))) as packed:
        words = packed.read("word/document.xml").decode()
    for page in (dict(book.pages())["method.html"], book.report(), words):
        for one in said:
            assert one in page
        assert "SECRET" not in page and "the assembly" not in page


def test_who_decided_and_why_stays_in_the_house(ledger, vault):
    raw = frozen(froze(ledger, vault).made.content).decode()
    assert "SECRET" not in raw and "the assembly" not in raw and '"decided_on":"2026-02-01"' in raw
