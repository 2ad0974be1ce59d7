"""What the fit of the decisions weighs, and what its probabilities are cooled by."""

from __future__ import annotations

import numpy as np
import pytest

from checker.evaluation.measures import calibration_error
from checker.training.decision import BESIDE_STORIES, _cooled, _temperature, _weights
from checker.training.readings import NEWSROOM, STORIES

SETS = ("one set", "another")


def rows(sure: float, right: float, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Gold and probabilities of ``count`` answers of one confidence, a share of which is right."""
    rest = (1 - sure) / 2
    gold = np.array([0] * round(count * right) + [1] * (count - round(count * right)))
    return gold, np.tile([sure, rest, rest], (count, 1))


def test_newsroom_pairs_weigh_as_much_as_the_rest_or_a_part_of_the_stories() -> None:
    y = np.array([0, 1, 2] * 10)
    ones = np.ones(30)
    single = _weights(y, np.array([NEWSROOM] * 18 + [SETS[0]] * 6 + [SETS[1]] * 6), ones)
    assert single[:18].sum() == pytest.approx(single[18:].sum())
    assert single[18:24].sum() == pytest.approx(single[24:].sum())
    reports = _weights(y, np.array([NEWSROOM] * 18 + [STORIES] * 12), ones)
    assert reports[:18].sum() == pytest.approx(BESIDE_STORIES * reports[18:].sum())


def test_each_stance_of_stories_weighs_alike() -> None:
    y = np.array([0] * 3 + [1] * 6 + [2] * 21)
    found = _weights(y, np.array([STORIES] * 30), np.ones(30))
    assert [found[y == k].sum() for k in range(3)] == pytest.approx([10.0] * 3)


@pytest.mark.parametrize(("news", "others"), [(0.80, 0.62), (0.62, 0.80)])
def test_single_pairs_are_cooled_until_the_worse_of_two_calibration_errors_is_least(news: float, others: float) -> None:
    (a, p), (b, q) = rows(0.6, news, 200), rows(0.6, others, 200)
    y, probabilities = np.concatenate([a, b]), np.concatenate([p, q])
    sources, plain = np.array([NEWSROOM] * 200 + [SETS[0]] * 200), np.ones(400, dtype=bool)
    t = _temperature(y, probabilities, np.ones(400), sources, plain)

    def worse(at: float) -> float:
        cooled = _cooled(probabilities, at)
        return max(calibration_error(y[:200], cooled[:200]), calibration_error(y, cooled))

    assert t < 1
    assert worse(t) < worse(1.0)
    assert worse(t) <= min(worse(t - 0.05), worse(t + 0.05)) + 1e-9


def test_rows_that_are_not_plainly_labelled_do_not_cool() -> None:
    (a, p), (b, q) = rows(0.6, 0.6, 200), rows(0.6, 1.0, 200)
    sources, plain = np.array([NEWSROOM] * 200 + [SETS[0]] * 200), np.array([True] * 200 + [False] * 200)
    t = _temperature(np.concatenate([a, b]), np.concatenate([p, q]), np.ones(400), sources, plain)
    assert calibration_error(a, _cooled(p, t)) < 0.02


def test_stories_are_cooled_by_what_is_lost() -> None:
    y, probabilities = rows(0.6, 0.9, 200)
    t = _temperature(y, probabilities, np.ones(200), np.array([STORIES] * 200), np.ones(200, dtype=bool))
    assert calibration_error(y, _cooled(probabilities, t)) < 0.05
