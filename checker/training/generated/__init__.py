"""Pairs made from real text: one fact of a stated sentence changed, and unchanged or harmlessly reworded ones as controls.

``opposites`` (words whose exchange turns a statement round) -> ``edits`` (one change, one kind) and ``phrasing`` (changes
that keep the meaning) -> ``articles`` (pairs from articles) and ``changed`` (pairs from supported claims of other sets).

``frames_*.txt`` and ``parties`` -> ``facts``: pairs of a passage of a few invented facts and a claim on one of them.
"""
