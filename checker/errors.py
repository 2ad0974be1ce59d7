"""Errors that are the user's to mend. The command line prints them as one line and exits with status 2."""

from __future__ import annotations


class CheckerError(Exception):
    """What is wrong, where, and what to do, in one line of plain text."""


class InputError(CheckerError):
    """A story, coverage, pairs or settings file that cannot be used."""


class ModelError(CheckerError):
    """A model folder that is missing, broken, or not of the kind that is asked for."""


class MissingExtraError(CheckerError):
    """An optional library is not installed; the message names the extra that brings it."""


class OutputError(CheckerError):
    """A report that cannot be written."""
