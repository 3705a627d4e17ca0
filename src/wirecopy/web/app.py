"""The account in a browser: pages made on the server, whole without JavaScript.

They only read, but for one: on this machine alone the pages of actors, lines and reports can be asked to correct them.
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
from wirecopy.web import correcting, deciding, front, pages
from wirecopy.web.actors import actor_page
from wirecopy.web.calendar import calendar_page
from wirecopy.web.correcting import Corrections
from wirecopy.web.deciding import Asked, CantDecide, asked_for, is_ours
from wirecopy.web.decisions import Form, offered
from wirecopy.web.figures import figures_page
from wirecopy.web.ledger import ledger_page
from wirecopy.web.links import Links
from wirecopy.web.positions import positions_page
from wirecopy.web.render import STATIC, render
from wirecopy.web.reporting import report_page
from wirecopy.web.said import said_page
from wirecopy.web.side_by_side import compare_page
from wirecopy.web.snapshot import NotHere, Snapshot, stamp
from wirecopy.web.timeline import timeline_page
from wirecopy.web.what_if import what_if_page

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

    Where it is `open_to_correction`, the pages of actors, lines and reports have a form, signed `analyst` unless somebody
    writes another name. One correction is made at a time, beside the lock: nobody who reads waits for it.
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
        return self._line(asked, Asked("", "", "yes", "", self.analyst))

    def report(self, request: Request) -> Response:
        """A report, with what can be corrected of it."""
        asked = request.path_params["report_id"]
        try:
            return self._report(asked, Asked("", "", "yes", "", self.analyst))
        except NotHere as error:
            raise HTTPException(404, asked) from error

    def _line(self, entry_id: str, asked: Asked, error: str = "") -> Response:
        """The page of a line; with an `error` what was asked for stands in its form, and nothing was done."""
        with self.lock:
            snapshot = self.snapshot()
            entry = snapshot.entry(entry_id)
            context = pages.explanation(snapshot, entry, LIVE)
            if entry.claims:
                context["corrections"] = self._corrections(correcting.of_line(snapshot, entry), asked, error)
        return HTMLResponse(render("entry.html", self.frame() | context), status_code=400 if error else 200)

    def _report(self, report_id: str, asked: Asked, error: str = "") -> Response:
        """The page of a report; with an `error` what was asked for stands in its form, and nothing was done."""
        with self.lock:
            snapshot = self.snapshot()
            report = snapshot.report(report_id)
            context = report_page(snapshot, report, LIVE)
            context["corrections"] = self._corrections(correcting.of_report(snapshot, report), asked, error)
        return HTMLResponse(render("report.html", self.frame() | context), status_code=400 if error else 200)

    def _corrections(self, found: Corrections, asked: Asked, error: str) -> Corrections:
        return correcting.with_form(found, LIVE, asked, error) if self.open_to_correction else found

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

    async def correct(self, request: Request) -> Response:
        """What the page of a line, or of a report, posts: a decision, or that one no longer holds."""
        subject = request.path_params["subject"]
        if not is_ours(request):
            return self._not_ours()
        shows = self._report if subject.startswith("r-") else self._line
        asked = Asked("", "", "yes", "", self.analyst)
        try:
            asked = await asked_for(request)
            return await run_in_threadpool(self._correct, subject, asked)
        except CantDecide as error:
            return await run_in_threadpool(shows, subject, asked, str(error))
        except NotHere as error:
            raise HTTPException(404, subject) from error

    def _correct(self, subject: str, asked: Asked) -> Response:
        with self.lock:
            snapshot = self.snapshot()
            report = subject if subject.startswith("r-") else snapshot.entry(subject).reports[0]
            snapshot.report(report)
        with self.correcting:
            correcting.correct(self.account.store.path, subject, asked)
        with self.lock:
            try:
                target = LIVE.decisions(self.snapshot().entry(subject).id)
            except NotHere:  # the subject is a report, or a line that is no more
                target = f"{LIVE.report(report)}#decisions-{report}"
        return RedirectResponse(target, status_code=303)

    def _not_ours(self) -> Response:
        why = "This was not sent by a page of this server on this machine, as its browser tells, so it was not done."
        return HTMLResponse(render("refused.html", {"why": why} | self.frame()), status_code=403)

    async def decide(self, request: Request) -> Response:
        """What an actor's page posts: a decision, or that one no longer holds. Nothing of it is taken from elsewhere."""
        if not is_ours(request):
            return self._not_ours()
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

    Where they are `open_to_correction`, forms on the pages of actors, lines and reports are taken too, by POST, from this
    machine alone; the name of the `analyst` stands in them already.
    """
    desk = Desk(account, open_to_correction, analyst)
    posts = {"/decide/{actor_id:path}": desk.decide, "/correct/{subject:path}": desk.correct}
    corrections = [Route(path, post, methods=["POST"]) for path, post in posts.items() if open_to_correction]
    return Starlette(
        routes=[
            Route("/", desk.page("briefing.html", lambda s, _: front.briefing(s, LIVE))),
            Route("/sections/{name}", desk.page("section.html", _section)),
            Route("/timeline", desk.page("timeline.html", _timeline)),
            Route("/ledger", desk.page("ledger.html", _ledger)),
            Route("/positions", desk.page("positions.html", _positions)),
            Route("/what-if", desk.page("what_if.html", _what_if)),
            Route("/calendar", desk.page("calendar.html", lambda s, _: calendar_page(s, LIVE))),
            Route("/figures", desk.page("figures.html", lambda s, r: figures_page(s, _page(r), LIVE))),
            Route("/people", desk.page("people.html", lambda s, _: front.people(s, LIVE))),
            Route("/reports/{report_id}", desk.report),
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
    return timeline_page(snapshot, _wanted(request), _page(request), LIVE)


def _ledger(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return ledger_page(snapshot, _wanted(request), _page(request), LIVE)


def _wanted(request: Request) -> Filter:
    """What the form of the timeline or the ledger asks for."""
    actor, act, status = (_words(request, name) or None for name in ("actor", "act", "status"))
    return Filter(actor, act, status)


def _words(request: Request, name: str) -> str:
    return request.query_params.get(name, "").strip()[:LONGEST_SEARCH]


def _positions(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return positions_page(snapshot, _words(request, "since"), LIVE)


def _what_if(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return what_if_page(snapshot, _words(request, "event"), LIVE)


def _said(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return said_page(snapshot, snapshot.actor_line(request.path_params["actor_id"]), _page(request), LIVE)


def _compare(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return compare_page(snapshot, request.path_params["left"], request.path_params["right"], LIVE)


def _search(snapshot: Snapshot, request: Request) -> dict[str, Any]:
    return pages.search(snapshot, request.query_params.get("q", "")[:LONGEST_SEARCH], LIVE)
