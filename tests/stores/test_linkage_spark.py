"""The same model on Spark, with a standalone master and a worker on loopback: the result equals DuckDB's."""

import os
from pathlib import Path

import pytest
from tests.stores.linkage_people import invented
from tests.stores.spark_cluster import BRIEF, cluster

from tizim.identity import declared_model
from tizim.stores.linkage import LinkageError, engine_named, link, training
from tizim.stores.linkage.spark import is_loopback

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]


def test_a_master_and_a_worker_come_to_what_duckdb_comes_to(tmp_path, monkeypatch):
    monkeypatch.setattr(training, "FEWEST", 300)
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", BRIEF)
    mentions, _ = invented(400, 120)
    found = {}
    with cluster(tmp_path) as master:
        for name in ("duckdb", "spark"):
            with engine_named(name, master=master if name == "spark" else None) as engine:
                found[name] = link(mentions.items(), declared_model(), engine, threshold=0.001)
                laid = list(Path("/dev/shm").glob("tizim-link-*"))
                assert laid and all(folder.stat().st_mode & 0o077 == 0 for folder in laid)
    one, other = found["duckdb"], found["spark"]
    assert one.fitted_to == other.fitted_to > 0
    assert one.counted == other.counted
    assert len(one.pairs) > 100
    assert [pair[:2] for pair in one.pairs] == [pair[:2] for pair in other.pairs]
    for left, right in zip(one.pairs, other.pairs, strict=True):
        assert left.probability == pytest.approx(right.probability, abs=1e-6)
    assert not list(Path("/dev/shm").glob(f"tizim-link-{os.getpid()}-*"))


def test_a_master_that_is_none_is_one_line():
    asked = engine_named("spark", master="abacus://127.0.0.1")
    with pytest.raises(LinkageError, match="no Spark at abacus://127"), asked:
        pass


@pytest.mark.parametrize(
    ("master", "here"),
    [
        ("local[2]", True),
        ("spark://127.0.0.1:7077", True),
        ("spark://localhost:7077", True),
        ("spark://cluster.example:7077", False),
    ],
)
def test_what_stays_on_this_machine_is_known(master, here):
    assert is_loopback(master) is here
