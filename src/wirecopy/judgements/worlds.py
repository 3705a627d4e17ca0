"""The world that an event is told of: what took place, is arranged, is only imagined, is not so, is refused."""

from __future__ import annotations

WORLDS = {
    "happened": "real",
    "ongoing": "real",
    "historical": "real",
    "scheduled": "arranged",
    "possible": "imagined",
    "conditional": "imagined",
    "denied": "denied",
    "refused": "refused",
}
"""Status → world. Claims of two worlds are never one, but for what is arranged and then held."""
