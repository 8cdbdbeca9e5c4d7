"""The benchmark of linking: its invented people, its table and its picture."""

from collections import Counter
from xml.etree import ElementTree

from bench.linking_people import context, told

from bench import linking

RUNS = [
    {
        "mentions": size,
        "people": size // 3,
        "names": size // 2,
        "name_pairs": size,
        "candidates": size,
        "compared": 0.99,
        "seconds": seconds,
        "cpu_seconds": seconds,
        "peak_gb": 0.5,
        "stages": {"names": seconds},
        **{f"{what}_{one}": 0.98 for what in ("pairs", "groups") for one in ("precision", "recall", "f1")},
    }
    for size, seconds in ((10_000, 10.0), (1_000_000, 1400.0))
]


def test_the_same_seed_makes_the_same_mentions():
    assert list(told(500, 150)) == list(told(500, 150))
    assert list(told(500, 150)) != list(told(500, 150, seed=2))


def test_there_are_as_many_mentions_as_asked_for_and_about_as_many_people():
    made = list(told(3000, 900))
    assert len(made) == 3000
    assert 800 < len({one.person for one in made}) < 1000


def test_sources_tell_some_things_and_not_others():
    around = [context(one) for one in told(2000, 600)]
    share = Counter(
        what for one in around for what in ("birth_first", "sex", "towns", "articles") if getattr(one, what)
    )
    assert 0.4 < share["birth_first"] / 2000 < 0.7
    assert all(0.4 < share[what] / 2000 < 0.9 for what in ("sex", "towns", "articles"))


def test_a_size_is_a_line_of_the_table_with_a_cell_for_each_heading():
    cells = {line.count("|") for line in (*linking.HEAD, linking.row(RUNS[0]))}
    assert len(cells) == 1


def test_growth_is_told_beside_n_log_n():
    assert "140 times" in linking.growth(RUNS) and "no faster than n log n" in linking.growth(RUNS)


def test_the_picture_is_svg_that_can_be_read():
    root = ElementTree.fromstring(linking.picture(RUNS))
    told_ = {element.text for element in root.iter() if element.text and element.text.strip()}
    assert {"measured", "n log n", "15 minutes", "1,400 s"} <= told_


def test_the_page_keeps_its_words_when_figures_are_written(tmp_path, monkeypatch):
    page = tmp_path / "linking.md"
    page.write_text(f"Before.\n\n{linking.BEGIN}\nYesterday\n{linking.END}\n\nAfter.\n", encoding="utf-8")
    monkeypatch.setattr(linking, "PAGE", page)
    monkeypatch.setattr(linking, "PICTURE", tmp_path / "linking.svg")
    linking.write(
        RUNS,
        {"mentions": 10_000, "seconds": 9.0, "pairs_f1": 0.9, "pairs_precision": 0.9, "pairs_recall": 0.9},
    )
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n") and text.endswith("After.\n")
    assert "Yesterday" not in text and "| 1,000,000 |" in text and "Peer" in text
    assert (tmp_path / "linking.svg").is_file()
