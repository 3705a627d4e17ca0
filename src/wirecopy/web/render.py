"""Templates: every value is escaped, whatever it is, and none can be missing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

HERE = Path(__file__).parent
STATIC = HERE / "static"


@cache
def environment() -> Environment:
    """The environment of all templates. A name that a template uses and nobody gives is an error, never an empty word."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(HERE / "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def render(template: str, context: dict[str, Any]) -> bytes:
    """A page in UTF-8. A lone surrogate, which no encoding has, becomes a question mark instead of an error."""
    return environment().get_template(template).render(context).encode("utf8", "replace")


def part(template: str, context: dict[str, Any]) -> Markup:
    """A part of a page, escaped already."""
    from markupsafe import Markup

    return Markup(environment().get_template(template).render(context))  # noqa: S704 -- the template has escaped it


def style() -> Markup:
    """The style sheet, as it may stand in a <style> element."""
    from markupsafe import Markup

    return Markup((STATIC / "wirecopy.css").read_text(encoding="utf8"))  # noqa: S704 -- a file of this program
