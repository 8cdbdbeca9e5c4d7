"""The bench of acts tied to nobody: chances of a document, and that weights of a bench leave the reader as it was."""

from bench.texts.sets import Report
from bench.untied import found_in, weighed_by

from tizim.reading.inflected.weighed import STEP
from tizim.reading.listening import lexicon
from tizim.reading.weighing import Weights

TEXT = "Ильнур Сабиров живёт в Казани один. Обыск длился четыре часа."
WANTED = {
    "id": "x1", "language": "ru", "date": "2024-05-06", "figures": [],
    "persons": [{"name": "Ильнур Сабиров", "forms": ["Ильнур Сабиров"]}],
    "claims": [{"person": "Ильнур Сабиров", "act": "search"}],
}  # fmt: skip


def test_the_chances_of_a_document_are_judged_by_its_annotation():
    (found,) = found_in(Report(TEXT, WANTED, "2024-05-06"))
    assert (found.document, found.act, [right for _, right in found.chances]) == ("x1", "search", [True])


def test_weights_of_a_bench_are_those_of_the_reader_only_inside():
    table = lexicon("ru").tables["weights"]
    before = dict(table)
    with weighed_by("ru", Weights(0.0, 0.5, {})):
        assert table[STEP]["start"] == 0.0
    assert table == before
