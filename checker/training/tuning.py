"""Which public sets tune and report, and which half of each does which."""

from __future__ import annotations

from collections.abc import Sequence

from checker.evaluation.labelled import Pair

THREE_WAY = (
    "mnli_matched_dev", "snli_dev", "lingnli_val", "newprotocols_base_val", "newprotocols_edit_other_val",
    "newprotocols_edit_premise_val", "newprotocols_paragraph_val", "infotabs_dev", "infotabs_alpha2", "fever_nli_dev",
    "emergent_headlines", "conjnli_dev", "fnc1_headlines_test", "negation_snli")
MEASURED_ONLY = ("anli_r1_dev_nc", "anli_r2_dev_nc", "anli_r3_dev_nc")
"""Three-way sets whose licence (CC BY-NC) lets us measure with them and nothing else."""
BINARY = (
    "wice_claim_dev", "fib_xsum_factcc", "fib_xsum_mfma", "begin", "summac_xsumfaith_part", "summedits_ectsum", "summedits_podcast",
    "summedits_qmsumm", "summedits_sales_call", "summedits_sales_email", "summedits_samsum", "summedits_scitldr")


def tuning_half(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Every second unit, in file order (every second row where rows belong to none); the others are for reporting."""
    named = [p.unit or str(i) for i, p in enumerate(pairs)]
    kept = set(list(dict.fromkeys(named))[::2])
    return tuple(p for p, unit in zip(pairs, named, strict=True) if unit in kept)
