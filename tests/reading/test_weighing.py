"""Weights decide by the signs of a case, say which spoke most, and are fitted the same at each run."""

import pytest
from bench.weighing import Case, chances, fitted, fold_of, kept

from bench import weighing
from tizim.reading.weighing import Weights

WEIGHTS = Weights(-1.0, 0.6, {"order: before": 2.0, "far": -3.0, "same clause": 0.5})


def test_signs_without_a_weight_count_nothing():
    assert WEIGHTS.probability(["unknown"]) == WEIGHTS.probability([]) == pytest.approx(0.2689, abs=1e-4)


def test_a_case_holds_from_the_threshold_on():
    assert WEIGHTS.hold(["order: before"])
    assert not WEIGHTS.hold(["order: before", "far"])
    assert Weights(-2000.0, 0.5, {}).probability([]) == pytest.approx(0.0)


def test_the_loudest_signs_are_those_that_spoke_for_the_case():
    assert WEIGHTS.loudest(["far", "same clause", "order: before"]) == (
        "sign: order: before +2.00",
        "sign: same clause +0.50",
    )


def _cases() -> list[Case]:
    return [Case(f"d{at % 9}", ("near",) if at % 3 else ("far",), bool(at % 3)) for at in range(90)]


def test_fitting_finds_which_sign_is_right_and_leaves_out_rare_ones():
    weights = fitted([*_cases(), Case("d1", ("near", "rare"), True)])
    assert weights.each["near"] > 0 > weights.each["far"]
    assert "rare" not in weights.each


def test_fitting_gives_the_same_whatever_the_order_of_the_cases():
    assert fitted(_cases()) == fitted(_cases()[::-1])


def test_a_case_is_judged_by_weights_made_without_its_document():
    odd = Case("alone", ("near",), False)
    judged = chances([*_cases(), odd], folds=3)
    without = [case for case in _cases() if fold_of(case.document, 3) != fold_of("alone", 3)]
    assert judged[-1] == pytest.approx(fitted(without).probability(odd.signs))


def test_cases_of_one_kind_only_are_refused():
    with pytest.raises(ValueError, match="some that are right"):
        fitted([Case("d", ("near",), True)])


def test_weights_written_beside_those_of_another_step_leave_them_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(weighing, "DATA", tmp_path)
    (tmp_path / "xx").mkdir()
    kept("xx", "linking", WEIGHTS, made_by="python -m bench.one")
    first = (tmp_path / "xx/weights.yml").read_text("utf-8")
    kept("xx", "days", fitted(_cases()), made_by="python -m bench.other")
    kept("xx", "linking", WEIGHTS, made_by="python -m bench.one")
    both = (tmp_path / "xx/weights.yml").read_text("utf-8")
    assert first.partition("linking:")[2] in both and "bench.other" in both
