"""From readings to a stance (fitted), from stances to a verdict and its findings (by rule)."""
