"""A whole register linked in DuckDB: the probabilities are those of the declared model, nothing is left on a disk."""

import os
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.stores.linkage_people import invented

from tizim.identity import Context, Rarity, declared_model, likelihood, load_model
from tizim.stores.linkage import (
    LinkageError,
    MissingEngineError,
    Pair,
    blocks,
    clusters,
    engine_named,
    groups,
    link,
    questions,
    scratch,
    training,
    weights_json,
)

MODEL = declared_model()


def linked(mentions, *, model=MODEL, threshold=0.000001):
    with engine_named("duckdb") as engine:
        return link(mentions.items(), model, engine, threshold=threshold)


@pytest.fixture(scope="module")
def some():
    """Some hundred mentions, who they are, and what linking says of them."""
    mentions, who = invented(700, 230)
    return mentions, who, linked(mentions)


@pytest.fixture(scope="module")
def fitted():
    """Enough mentions for weights of their own."""
    mentions, who = invented(2500, 800, seed=5)
    return mentions, who, linked(mentions, threshold=0.01)


def f1(pairs, who):
    same = sum(who[pair.left] == who[pair.right] for pair in pairs)
    sizes = [list(who.values()).count(one) for one in set(who.values())]
    return 2 * same / (len(pairs) + sum(size * (size - 1) // 2 for size in sizes))


@pytest.mark.parametrize("case", ["some", "fitted"])
def test_a_probability_is_that_of_the_model_by_itself(case, request):
    mentions, _, found = request.getfixturevalue(case)
    rarity = Rarity(each.name for each in mentions.values())
    assert found.pairs
    for pair in found.pairs[:400]:
        alone = likelihood(mentions[pair.left], mentions[pair.right], rarity=rarity, model=found.model)
        assert pair.probability == pytest.approx(alone.probability, abs=2e-4)


def test_every_pair_that_the_model_finds_probable_is_found(some):
    mentions, _, found = some
    rarity = Rarity(each.name for each in mentions.values())
    few = list(mentions.items())[:200]
    probable = {
        frozenset((one, other))
        for place, (one, left) in enumerate(few)
        for other, right in few[:place]
        if likelihood(left, right, rarity=rarity, model=found.model).probability >= 0.5
    }
    missed = probable - {frozenset(pair[:2]) for pair in found.pairs}
    assert len(probable) > 100 and len(missed) < 0.02 * len(probable)  # what shares no key


def test_small_registers_keep_the_declared_weights_and_larger_ones_get_their_own(some, fitted):
    assert (some[2].model, some[2].fitted_to) == (MODEL, 0)
    assert fitted[2].fitted_to == fitted[2].counted.candidates >= training.FEWEST
    assert fitted[2].model != MODEL
    assert 0.0001 < fitted[2].model.prior < 0.01


def test_the_weights_that_were_fitted_find_the_persons(fitted):
    _, who, found = fitted
    assert f1([pair for pair in found.pairs if pair.probability >= 0.5], who) > 0.97


def test_the_same_mentions_give_the_same_pairs_in_any_order(some):
    mentions, _, found = some
    again = linked(dict(reversed(mentions.items())))
    assert {(frozenset(pair[:2]), round(pair.probability, 9)) for pair in again.pairs} == {
        (frozenset(pair[:2]), round(pair.probability, 9)) for pair in found.pairs
    }


def test_fitted_weights_are_written_as_a_model_that_can_be_read(fitted, tmp_path):
    path = tmp_path / "weights.json"
    path.write_text(weights_json(fitted[2].model), encoding="utf-8")
    assert load_model(path) == fitted[2].model


def test_what_is_no_full_name_is_never_linked():
    names = {
        "m-1": "Zhaksenov",
        "m-2": "Zhaksenov",
        "m-3": "Yerlan",
        "m-4": "Y. Zhaksenov",
        "m-5": "unnamed woman",
        "m-6": "",
    }
    found = linked({own: Context(name=name) for own, name in names.items()})
    assert (found.pairs, found.left_out) == ([], 6)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_next_to_no_mentions_are_linked_too(count):
    mentions = {f"m-{number}": Context(name="Yerlan Zhaksenov") for number in range(count)}
    found = linked(mentions)
    assert len(found.pairs) == (count == 2)
    assert found.counted.mentions == count


def test_a_thousand_equal_names_are_compared_only_where_their_documents_agree_on_something(monkeypatch):
    monkeypatch.setattr(blocks, "MOST_MENTIONS", 1000)
    mentions = {
        f"m-{each}": Context(name="Yerlan Zhaksenov", document_id=f"d-{each // 2}") for each in range(1000)
    }
    found = linked(mentions)
    assert found.counted.candidates == 500
    monkeypatch.setattr(blocks, "MOST_IN_BLOCK", 10)
    crowd = {own: replace(each, document_id="d-1") for own, each in mentions.items()}
    found = linked(crowd)
    assert (found.counted.candidates, found.counted.skipped) == (0, (1, 499_500))


def test_crowded_blocks_of_names_still_find_those_with_something_in_common(monkeypatch, some):
    monkeypatch.setattr(blocks, "PAIRS_A_NAME", 0)
    monkeypatch.setattr("tizim.stores.linkage.linking.SAMPLE", 10)
    mentions, _, whole = some
    found = linked(mentions)
    assert 0 < found.counted.name_pairs < whole.counted.name_pairs
    sure = {pair[:2] for pair in whole.pairs if pair.probability > 0.999}
    kept = sure & {pair[:2] for pair in found.pairs}
    assert len(kept) > 0.6 * len(sure)


def test_names_that_cannot_be_written_down_are_linked_or_left_out():
    odd = [
        "\ud800 Zhaksenov",
        "Yerlan\x00 Zhaksenov",
        "a " * 5000,
        "😀 😀",
        "\u202eYerlan Zhaksenov",
        "Yerlan Zhaksenov",
    ]
    found = linked({f"m-{number}": Context(name=name) for number, name in enumerate(odd)})
    assert ("m-4", "m-5") in {pair[:2] for pair in found.pairs}


def test_only_the_likeliest_pair_of_two_persons_is_asked_about_and_none_that_is_judged():
    mentions = {f"m-{number}": Context(name=name, document_id=f"d-{number}") for number, name in enumerate(
        ["Yerlan Zhaksenov", "Ержан Жақсенов", "Yerlan Zhaksenov", "Yerlan Zhaksenof"])}  # fmt: skip
    found = linked(mentions, threshold=0.0001)
    persons = {"m-0": "p-1", "m-1": "p-2", "m-2": "p-1", "m-3": "p-3"}
    asked = list(questions(found, mentions, persons, ()))
    assert {frozenset((persons[one.left], persons[one.right])) for one in asked} >= {
        frozenset({"p-1", "p-3"})
    }
    assert len({frozenset((persons[one.left], persons[one.right])) for one in asked}) == len(asked)
    assert all(one.reasons[0].startswith("names ") for one in asked)
    left = list(questions(found, mentions, persons, [frozenset({"m-0", "m-3"})]))
    assert len(left) == len(asked) - 1


def test_a_chain_of_pairs_does_not_join_everybody():
    chain = [(number, number + 1, (5.0, 0.0)) for number in range(9)]
    assert max(map(len, clusters(chain))) == 2
    ring = [(one, other, (5.0, 0.0)) for one in range(5) for other in range(one)]
    assert [sorted(group) for group in clusters(ring)] == [[0, 1, 2, 3, 4]]


def test_a_mention_that_says_little_goes_by_the_whole_group():
    agree, differ = 4.0, -5.0
    told_by_one = [(0, 1, (1.0, 0.0)), (0, 2, (1.0, 0.0)), (1, 2, (1.0, agree))]
    assert [sorted(group) for group in clusters(told_by_one)] == [[0, 1, 2]]
    against = [*told_by_one, (0, 3, (1.0, 0.0)), (1, 3, (1.0, differ)), (2, 3, (1.0, differ))]
    assert max(map(len, clusters(against))) == 3
    assert not any({1, 3} <= set(group) or {2, 3} <= set(group) for group in clusters(against))


def test_groups_are_of_one_person_each_and_joined_by_what_was_linked():
    mentions, who = invented(2500, 800, seed=5)
    with engine_named("duckdb") as engine:
        model = link(mentions.items(), MODEL, engine).model
        found = groups(engine, model)
    assert groups_f1(found, list(who.values())) > 0.98
    assert len({mention for group in found for mention in group}) == sum(map(len, found))


def groups_f1(found, who):
    inside = [Counter(who[mention] for mention in group) for group in found]
    right = sum(many * (many - 1) for each in inside for many in each.values())
    joined = sum(len(group) * (len(group) - 1) for group in found)
    return 2 * right / (joined + sum(many * (many - 1) for many in Counter(who).values()))


def test_what_is_laid_aside_lies_in_memory_and_is_private_and_gone():
    with scratch.scratch() as folder:
        assert folder.parent == Path("/dev/shm")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (folder / "left").write_text("x")
    assert not folder.exists()


def test_what_a_killed_process_left_is_removed():
    left = Path("/dev/shm/tizim-link-99999999-x")
    left.mkdir()
    with scratch.scratch():
        assert not left.exists()


def test_nothing_is_linked_where_memory_is_no_file_system(tmp_path):
    with pytest.raises(LinkageError, match="not in memory"), scratch.scratch(tmp_path):
        pass


def test_duckdb_may_touch_nothing_but_its_folder():
    with engine_named("duckdb") as engine:
        told = dict(engine.rows("SELECT name, value FROM duckdb_settings()"))
        assert told["temp_directory"].startswith("/dev/shm/tizim-link-")
        assert told["autoinstall_known_extensions"] == told["autoload_known_extensions"] == "false"
        assert told["lock_configuration"] == "true"


def test_a_missing_extra_is_one_line(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "duckdb", None)
    with pytest.raises(MissingEngineError, match=r"pip install 'tizim\[link\]'"), engine_named("duckdb"):
        pass


def test_missing_java_is_one_line(monkeypatch):
    monkeypatch.setenv("PATH", os.fspath(Path("/nowhere")))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MissingEngineError, match="Java 17"), engine_named("spark"):
        pass


def test_where_memory_is_no_file_system_duckdb_lays_nothing_aside(monkeypatch, tmp_path):
    monkeypatch.setattr("tizim.stores.linkage.engines.MEMORY", tmp_path)
    with engine_named("duckdb") as engine:
        told = dict(engine.rows("SELECT name, value FROM duckdb_settings()"))
        assert told["temp_directory"] == ""


def test_an_unknown_engine_is_refused():
    with pytest.raises(LinkageError, match="duckdb or spark"), engine_named("abacus"):
        pass


def test_pairs_are_told_in_one_order(some):
    assert some[2].pairs == sorted(some[2].pairs)
    assert all(isinstance(pair, Pair) for pair in some[2].pairs)
