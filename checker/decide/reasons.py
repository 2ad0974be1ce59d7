"""What each feature of a decision means, in an editor's words: the "why" of a report."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "supports": ("how far the best passage supports it",) * 2,
    "contradicts": ("how far a passage contradicts it",) * 2,
    "stretch_supports": ("how far the passages read together support it",) * 2,
    "stretch_contradicts": ("how far the passages read together contradict it",) * 2,
    "sentence_supports": ("how far a single sentence supports it",) * 2,
    "sentence_contradicts": ("how far a single sentence contradicts it",) * 2,
    "silent": ("how far even the most telling passage leaves it open",) * 2,
    "verbatim": ("stands there word for word", "does not stand there word for word"),
    "similarity": ("how alike claim and passage are in meaning",) * 2,
    "overlap": ("how many of its words stand in the passage",) * 2,
    "weakest_part": ("a part of it is less supported than the whole", "all its parts are supported alike"),
    "quantity_conflict": ("a figure is given otherwise", "no figure is given otherwise"),
    "quantity_absent": ("a figure is not stated", "no figure is missing"),
    "quantity_rival": ("another figure stands where the story has its own", "no other figure stands in a figure's place"),
    "figure_unmatched": ("a figure in digits is stated nowhere", "no figure in digits is unaccounted for"),
    "figure_reckoned": ("its figures follow from those of the coverage", "no figure has to be reckoned"),
    "date_conflict": ("a date is given otherwise", "no date is given otherwise"),
    "date_absent": ("a date is not stated", "no date is missing"),
    "date_rival": ("another date stands where the story has its own", "no other date stands in a date's place"),
    "name_conflict": ("another name stands where the story has its own", "no name is given otherwise"),
    "name_absent": ("a name is not mentioned", "no name is missing"),
    "polarity_conflict": ("yes and no, or up and down, are the other way round", "nothing is turned into its opposite"),
    "hedge_dropped": ("the coverage only holds it possible", "the coverage does not hold back"),
    "quote_found": ("the quotation stands there", "no quotation was found there"),
    "quote_altered": ("the quotation was altered", "no quotation was altered"),
    "quote_misattributed": ("somebody else is quoted with it", "nobody else is quoted with it"),
    "quote_absent": ("the quotation was not found", "no quotation is missing"),
    "misplaced": ("a name, figure or date stands elsewhere, another in its place", "names, figures and dates stand where they should"),
    "asked": ("the story credits this outlet with it", "the story does not credit this outlet with it"),
}
"""Feature -> what it says where it is above nought, and where it is not."""


def in_words(feature: str, value: float) -> str:
    """``value`` as in :class:`checker.decide.features.Features`. The name itself where a feature has no words yet."""
    known = WORDS.get(feature)
    if known is None:
        return feature.replace("_", " ")
    # the parts of a claim count below nought where one lags behind
    return known[0] if (value < 0 if feature == "weakest_part" else value > 0) else known[1]
