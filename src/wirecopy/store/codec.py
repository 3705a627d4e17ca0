"""The model's types as JSON and back."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from wirecopy.model import Actor, Change, Commitment, Event, Family, Figure, Finding, Statement

T = TypeVar("T")
Value = Event | Statement | Figure | Commitment | Family | Actor | Change


@cache
def converter() -> Converter:
    """The converter; findings carry a key `type` with the name of their class.

    It gives no list of all that is wrong with a value, for what it reads was written by `dump`, and the list takes as long
    as the reading.
    """
    made = Converter(omit_if_default=True, detailed_validation=False)
    for union in (Finding, Value):
        configure_tagged_union(union, made, tag_name="type")
    return made


def dump(value: object, kind: Any = None) -> str:
    """One value as compact JSON, keys in the model's order, so that equal values give equal text."""
    return json.dumps(converter().unstructure(value, kind), ensure_ascii=False, separators=(",", ":"))


def load(text: str, kind: type[T]) -> T:
    """The value of that type that `dump` wrote."""
    return converter().structure(json.loads(text), kind)
