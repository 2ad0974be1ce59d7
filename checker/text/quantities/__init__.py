"""Quantities of a text: what is counted, measured, paid or voted, as intervals with units."""

from __future__ import annotations

from checker.text.quantities.model import Kind, Quantity
from checker.text.quantities.scan import quantities

__all__ = ["Kind", "Quantity", "quantities"]
