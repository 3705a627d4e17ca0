"""Word lists and exceptions, one YAML file each: `load("residue")` reads `residue.yml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """The content of `words/<name>.yml`, read once. `name` may have folders: "actors/states". Treat it as read-only."""
    text = (files(__name__) / f"{name}.yml").read_text(encoding="utf8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 -- a safe loader, in C where PyYAML has it
