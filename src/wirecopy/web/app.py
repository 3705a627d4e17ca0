"""The account in a browser: pages made on the server, whole without JavaScript.

They only read, but for one: on this machine alone an actor's page can be asked to correct who is who.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from wirecopy.views.filters import Filter
from wirecopy.web import deciding, front, pages
from wirecopy.web.actors import actor_page
from wirecopy.web.deciding import Asked, CantDecide, asked_for, is_ours
from wirecopy.web.decisions import Form, offered
from wirecopy.web.figures import figures_page
from wirecopy.web.links import Links
from wirecopy.web.render import STATIC, render
from wirecopy.web.reporting import report_page
from wirecopy.web.said import said_page
from wirecopy.web.side_by_side import compare_page
from wirecopy.web.snapshot import NotHere, Snapshot, stamp
from wirecopy.web.timeline import timeline_page

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from wirecopy.model import Entry
    from wirecopy.run.account import OpenAccount

LIVE = Links(live=True)
# What a report says is never run and fetches nothing, even if an escape were forgotten somewhere.
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Nobody else is told; with "no-referrer" browsers would not say of our own form whence it comes ("Origin: null").
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
# Characters of a search that are looked at.
LONGEST_SEARCH = 300


class Desk:
    """The account with a lock: pages are made in threads, and a connection to SQLite serves one at a time.

    Where it is `open_to_correction`, an actor's page has a form, signed `analyst` unless somebody writes another name. One
    correction is made at a time, beside the lock: nobody who reads waits for it.
    """

    def __init__(self, account: OpenAccount, open_to_correction: bool, analyst: str) -> None:
        self.account = account
        self.open_to_correction = open_to_correction
        self.analyst = analyst
        self.lock = threading.Lock()
        self.correcting = threading.Lock()
        self._taken: tuple[tuple[int, int], Snapshot] | None = None

    def snapshot(self) -> Snapshot:
        """The account as it stands, read again only after somebody wrote to it. Call it under the lock."""
        now = stamp(self.account)
        if self._taken is None or self._taken[0] != now:
            self._taken = now, Snapshot(self.account)
        return self._taken[1]

    def page(
        self, template: str, build: Callable[[Snapshot, Request], dict[str, Any]]
    ) -> Callable[[Request], Response]:
        """An endpoint: what `build` gives, in a template. NotHere from it is a page that is not there."""

        def endpoint(request: Request) -> Response:
            try:
                with self.lock:
                    context = build(self.snapshot(), request)
            except NotHere as error:
                raise HTTPException(404, str(error.args[0])) from error
            return HTMLResponse(render(template, self.frame() | context))

        return endpoint

    def entry(self, request: Request) -> Response:
        """An entry; an id that it no longer has leads to the one that it has now."""
        asked = request.path_params["entry_id"]
        try:
            with self.lock:
                current: Entry = self.snapshot().entry(asked)
            if current.id != asked:
                return RedirectResponse(LIVE.entry(current.id))
            if current.kind == "actor":
                return self._actor(asked, Asked("", "", "yes", "", self.analyst))
        except NotHere as error:
            raise HTTPException(404, asked) from error
        return self.page("entry.html", lambda s, _: pages.explanation(s, s.entry(asked), LIVE))(request)

    def _actor(self, actor_id: str, asked: Asked, error: str = "") -> Response:
        """The page of an actor; with an `error` what was asked for stands in its form, and nothing was done."""
        with self.lock:
            snapshot = self.snapshot()
            entry = snapshot.actor_line(actor_id)
            context = actor_page(snapshot, entry, LIVE)
            if self.open_to_correction:
                action, names = LIVE.decide(entry.id), offered(snapshot, entry)
                told = asked.other, asked.verdict, asked.because if asked.other else ""
                context["form"] = Form(action, *told, asked.by, error, names)
        return HTMLResponse(render("actor.html", self.frame() | context), status_code=400 if error else 200)

    async def decide(self, request: Request) -> Response:
        """What an actor's page posts: a decision, or that one no longer holds. Nothing of it is taken from elsewhere."""
        if not is_ours(request):
            why = (
                "This was not sent by a page of this server on this machine, as its browser tells, so it was not done."
            )
            return HTMLResponse(render("refused.html", {"why": why} | self.frame()), status_code=403)
        try:
            return await self._answer(request, request.path_params["actor_id"])
        except NotHere as error:
            raise HTTPException(404, request.path_params["actor_id"]) from error

    async def _answer(self, request: Request, actor_id: str) -> Response:
        asked = Asked("", "", "yes", "", self.analyst)
        try:
            asked = await asked_for(request)
            return await run_in_threadpool(self._decide, actor_id, asked)
        except CantDecide as error:
            return await run_in_threadpool(self._actor, actor_id, asked, str(error))

    def _decide(self, actor_id: str, asked: Asked) -> Response:
        with self.lock:
            self.snapshot().actor_line(actor_id)
        with self.correcting:
            decided = deciding.decide(self.account.store.path, actor_id, asked)
        ends = (
            (decided.right, decided.left)
            if decided.verdict == "yes" and not asked.decision
            else (actor_id, decided.left)
        )
        with self.lock:
            found = next(filter(None, map(self.snapshot().actor, ends)), None)
        return RedirectResponse(LIVE.decisions(found.id) if found else LIVE.people(), status_code=303)

    def missing(self, request: Request, error: Exception) -> Response:
        """A page that says what was looked for and where to go on."""
        asked = error.detail if isinstance(error, HTTPException) and error.detail != "Not Found" else request.url.path
        return HTMLResponse(render("missing.html", {"asked": asked} | self.frame()), status_code=404)

    def frame(self) -> dict[str, Any]:
        """What every page has: the account's name, the links, the heading level, the words in the search field."""
        return {"name": Path(self.account.store.path).name, "links": LIVE, "h": 1, "words": ""}


class SafeHeaders:
    """Puts HEADERS on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers where the answer starts."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, with_headers)


def make_app(account: OpenAccount, open_to_correction: bool = False, analyst: str = "") -> Starlette:
    """The pages of an open account, which must stay open as long as they are served. They answer GET and HEAD alone.

    Where they are `open_to_correction`, forms on the pages of actors are taken too, by POST, from this machine alone; the
    name of the `analyst` stands in them already.
    """
    desk = Desk(account, open_to_correction, analyst)
    corrections = [Route("/decide/{actor_id:path}", desk.decide, methods=["POST"])] if open_to_correction else []
    return Starlette(
        routes=[
            Route("/", desk.page("briefing.html", lambda s, _: front.briefing(s, LIVE))),
            Route("/sections/{name}", desk.page("section.html", _section)),
            Route("/timeline", desk.page("timeline.html", _timeline)),
            Route("/figures", desk.page("figures.html", lambda s, r: figures_page(s, _page(r), LIVE))),
            Route("/people", desk.page("people.html", lambda s, _: front.people(s, LIVE))),
            Route("/reports/{report_id}", desk.page("report.html", _report)),
            Route("/entries/{entry_id:path}", desk.entry),
            Route("/said/{actor_id:path}", desk.page("said.html", _said)),
            *corrections,
            Route("/compare/{left}/{right}", desk.page("compare.html", _compare)),
            Route("/search", desk.page("search.html", _search)),
            Route("/doctor", desk.page("doctor.html", lambda s, _: pages.doctor(s))),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={404: desk.missing},
    )


def _page(request: Request) -> int:
    """The number of the page that is asked for, -1 for what is none."""
    page = request.query_params.get("page", "0")
    return int(page) if page.isascii() and page.isdigit() and len(page) < 9 else -1


def _section(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return front.section_page(snapshot, request.path_params["name"], _page(request), LIVE)


def _timeline(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    actor, act, status = (
        request.query_params.get(name, "").strip()[:LONGEST_SEARCH] or None for name in ("actor", "act", "status")
    )
    return timeline_page(snapshot, Filter(actor, act, status), _page(request), LIVE)


def _report(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return report_page(snapshot, snapshot.report(request.path_params["report_id"]), LIVE)


def _said(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return said_page(snapshot, snapshot.actor_line(request.path_params["actor_id"]), _page(request), LIVE)


def _compare(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return compare_page(snapshot, request.path_params["left"], request.path_params["right"], LIVE)


def _search(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return pages.search(snapshot, request.query_params.get("q", "")[:LONGEST_SEARCH], LIVE)
