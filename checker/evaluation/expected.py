"""Stories with the verdicts an editor would give: ``expected.yaml`` (or ``gold.json``) beside story and coverage."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.types import Stance, Verdict

FILES = ("expected.yaml", "gold.json")


@dataclass(frozen=True, slots=True)
class Expected:
    """What an editor would decide for the sentence that holds ``contains``."""

    contains: str
    verdict: Verdict
    credits: tuple[str, ...]
    outlets: tuple[tuple[str, Stance], ...]
    why: str
    difficulty: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedStory:
    """A story folder: where story and coverage are, and what is expected of each sentence."""

    name: str
    story: Path
    coverage: Path
    claims: tuple[Expected, ...]
    skipped: tuple[str, ...] = ()


def find_stories(folders: Sequence[Path], story: Path | None = None) -> tuple[ExpectedStory, ...]:
    """The story folders among ``folders`` and right below them, by name.

    ``story`` gives the story text where the folder has none of its own.

    Raises:
        InputError: a folder holds no story with expected verdicts, or its file is malformed (with the entry).
    """
    found: list[ExpectedStory] = []
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder of stories")
        places = [p for p in (folder, *sorted(folder.iterdir())) if any((p / name).is_file() for name in FILES)]
        if not places:
            raise InputError(f"{folder}: no expected.yaml here or one level below")
        found += [_read(place, story) for place in places]
    return tuple(found)


def _read(folder: Path, story: Path | None) -> ExpectedStory:
    path = next(folder / name for name in FILES if (folder / name).is_file())
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            raw = json.loads(text)
        else:
            import yaml

            raw = yaml.safe_load(text)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read ({type(error).__name__})") from None
    except Exception as error:  # yaml's errors derive from its own class, imported only here
        raise InputError(f"{path}: not valid YAML ({' '.join(str(error).split())[:120]})") from None
    stories = [p for p in sorted(folder.glob("story.*")) if p.is_file()]
    if not stories and story is None:
        raise InputError(f"{folder}: no story.txt beside {path.name}")
    if not isinstance(raw, dict) or not isinstance(raw.get("claims"), list):
        raise InputError(f"{path}: needs a list of claims")
    claims = tuple(_entry(entry, f"{path}: claim {n}") for n, entry in enumerate(raw["claims"], 1))
    return ExpectedStory(folder.name, stories[0] if stories else story or folder, folder / "coverage", claims,
                         tuple(raw.get("skipped") or ()))


def _entry(entry: Any, where: str) -> Expected:
    try:
        return Expected(
            str(entry["contains"]), Verdict(entry["verdict"]), tuple(entry.get("credits") or ()),
            tuple((name, Stance(stance)) for name, stance in (entry.get("outlets") or {}).items()),
            str(entry.get("why", "")), str(entry.get("difficulty", "")), tuple(entry.get("findings") or ()))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(f"{where}: {' '.join(str(error).split()) or type(error).__name__}; see seeds/README.md for the form") from None
