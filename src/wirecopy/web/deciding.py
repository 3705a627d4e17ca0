"""What is posted from an actor's page: is it from a page of ours, what does it ask, and then it is decided.

The account is written through a connection of its own, so that readers go on reading what stood before.
"""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple
from urllib.parse import parse_qs

from starlette.requests import Request

from wirecopy.judgements.decided import SAME_ACTOR
from wirecopy.model import Judgement, Verdict
from wirecopy.run.account import open_account

# Bytes of a posted form that are read, and characters of one of its fields that are kept.
MOST_BYTES = 20_000
MOST_CHARACTERS = 1000
# A page elsewhere may have its own name lead to this machine: what is asked for must bear a name of this machine itself.
HERE = re.compile(r"(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?", re.I)


class Asked(NamedTuple):
    """What a form asks for: to take back `decision`, or else to decide whether the actor and `other` are one.

    Of a line, or a report, `what` it is that is decided, and `other` the words for it (see `correcting`).
    """

    decision: str
    other: str
    verdict: Verdict
    because: str
    by: str
    what: str = ""


class CantDecide(ValueError):
    """What is asked for can't be decided; the message says why, in words for the page."""


def is_ours(request: Request) -> bool:
    """Was a form sent by a page of this server, on this machine?

    Browsers say where a request comes from (Sec-Fetch-Site, Origin) and let no page alter that; what says nothing is refused.
    """
    host, origin, site = (request.headers.get(name) for name in ("host", "origin", "sec-fetch-site"))
    if not HERE.fullmatch(host or "") or (origin is None and site is None):
        return False
    return site in (None, "same-origin") and origin in (None, f"{request.url.scheme}://{host}")


async def asked_for(request: Request) -> Asked:
    """The fields of a posted form. Raises CantDecide for one that is too long."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise CantDecide("That is too long; say it in fewer words.")
    try:
        fields = parse_qs(body.decode("utf8", "replace"), max_num_fields=20)
    except ValueError as error:
        raise CantDecide("That is no form of this page.") from error
    told = {name: " ".join(values[0].split())[:MOST_CHARACTERS] for name, values in fields.items()}
    decision, other, verdict, because, by, what = (
        told.get(name, "") for name in ("decision", "other", "verdict", "because", "by", "what")
    )
    return Asked(decision, other, "no" if verdict == "no" else "yes", because, by, what)


def decide(path: str, actor_id: str, asked: Asked) -> Judgement:
    """Decide, or take back, in the account at `path`; gives what stands, or stood. Raises CantDecide."""
    if not asked.because:
        raise CantDecide("Say why: the reason is kept with the decision, and whoever reads it later will want it.")
    if not (asked.decision or asked.other):
        raise CantDecide("Say whom you mean, by a name or an id.")
    try:
        with open_account(path) as account:
            if not asked.decision:
                return account.decide_actors(actor_id, asked.other, asked.verdict, asked.because, asked.by)
            stood = next((one for one in account.decisions if one.id == asked.decision), None)
            if stood is None or stood.relation != SAME_ACTOR:
                raise CantDecide("That decision does not stand any more.")
            account.take_back(asked.decision, asked.because, asked.by)
            return stood
    except sqlite3.OperationalError as error:
        raise CantDecide(f"Another program is writing to the account ({error}). Try again in a moment.") from error
    except CantDecide:
        raise
    except ValueError as error:
        raise CantDecide(f"{error}.") from error
