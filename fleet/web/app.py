"""The platform as an ASGI application: every route of the contract, and the clerk who works in the background."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from fleet.database import StorageError
from fleet.platform import Platform
from fleet.problems import PlatformError, unavailable
from fleet.web import (
    agency,
    appointments,
    cases,
    console,
    consultations,
    documents,
    drafts,
    est,
    holder_checks,
    lookups,
    pages,
    payments,
    persons,
    profiles,
    releases,
    supervision,
    terminals,
    transactions,
    uploads,
)
from fleet.web.asking import TRANSACTION, anybody, signed

log = logging.getLogger(__name__)

CLERK_SECONDS = 1.0


def application(platform: Platform) -> Starlette:
    """Return the application that serves `platform`."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        clerk = asyncio.create_task(_work(platform))
        yield
        clerk.cancel()
        with suppress(asyncio.CancelledError):
            await clerk

    return Starlette(
        routes=routes(platform),
        exception_handlers={
            PlatformError: _problem,
            HTTPException: _http,
            StorageError: _storage,
            ClientDisconnect: _gone,
            Exception: _failure,
        },
        lifespan=lifespan,
    )


def routes(platform: Platform) -> list[Route]:
    """Return every route of the contract."""
    return [
        Route("/v1/health", anybody(platform, terminals.health)),
        Route(
            "/v1/transactions/batch", signed(platform, transactions.post_batch, TRANSACTION), methods=["POST"]
        ),
        Route("/v1/transactions/{id}", signed(platform, transactions.put, TRANSACTION), methods=["PUT"]),
        Route("/v1/transactions/{id}", signed(platform, transactions.get)),
        Route("/v1/uploads/", uploads.options, methods=["OPTIONS"]),
        Route("/v1/uploads/", uploads.tus(platform, uploads.create), methods=["POST"]),
        Route("/v1/uploads/{sha256}", uploads.tus(platform, uploads.append), methods=["PATCH"]),
        Route("/v1/uploads/{sha256}", uploads.tus(platform, uploads.terminate), methods=["DELETE"]),
        Route("/v1/uploads/{sha256}", uploads.tus(platform, uploads.look), methods=["HEAD"]),
        Route("/v1/residents/profile", signed(platform, profiles.find), methods=["POST"]),
        Route("/v1/drafts", signed(platform, drafts.keep), methods=["POST"]),
        Route("/v1/drafts/open", signed(platform, drafts.open_), methods=["POST"]),
        Route("/w/{token}", anybody(platform, drafts.show)),
        Route("/w/{token}/discard", anybody(platform, drafts.discard), methods=["POST"]),
        Route("/v1/cases", signed(platform, cases.find), methods=["POST"]),
        Route("/v1/cases/{number}", signed(platform, cases.get)),
        Route("/n/{code}", anybody(platform, pages.show_notice)),
        Route("/f/{token}", anybody(platform, pages.show_case)),
        Route("/r/{id}", anybody(platform, pages.show_receipt)),
        Route("/v1/holder-checks", signed(platform, holder_checks.send), methods=["POST"]),
        Route("/v1/holder-checks/{id}/code", signed(platform, holder_checks.check), methods=["POST"]),
        Route("/v1/bills", signed(platform, payments.find), methods=["POST"]),
        Route("/v1/payment-orders/{id}", signed(platform, payments.make), methods=["PUT"]),
        Route("/v1/payment-orders/{id}", signed(platform, payments.get)),
        Route("/v1/payment-orders/{id}/close", signed(platform, payments.close), methods=["POST"]),
        Route("/p/{token}", anybody(platform, payments.show_order)),
        Route("/pay/{code}", anybody(platform, payments.show_code)),
        Route("/pay/{code}", anybody(platform, payments.pay), methods=["POST"]),
        Route("/v1/slots", signed(platform, appointments.find), methods=["POST"]),
        Route("/v1/slots/{id}/hold", signed(platform, appointments.hold), methods=["POST"]),
        Route("/v1/documents", signed(platform, documents.find), methods=["POST"]),
        Route("/v1/documents/{id}/content", signed(platform, documents.content), methods=["POST"]),
        Route("/v1/documents/verify/{code}", anybody(platform, documents.verify)),
        Route("/d/{code}", anybody(platform, documents.show)),
        Route("/v1/consultations/{item}", signed(platform, consultations.listed)),
        Route("/v1/consultations/{id}/papers", signed(platform, consultations.paper), methods=["POST"]),
        Route("/v1/consultations/{id}/answers", signed(platform, consultations.answer), methods=["POST"]),
        Route("/v1/consultations/{id}/status", signed(platform, consultations.status), methods=["POST"]),
        Route("/b/{code}", anybody(platform, consultations.show_code)),
        Route("/v1/persons", signed(platform, persons.find), methods=["POST"]),
        Route("/v1/organisations", signed(platform, persons.represent), methods=["POST"]),
        Route("/v1/agents/standing", signed(platform, agency.standing), methods=["POST"]),
        Route("/v1/mandates/{number}/revocation", signed(platform, agency.revoke), methods=["POST"]),
        Route("/v1/lookups/{item}", signed(platform, lookups.post), methods=["POST"]),
        Route("/v1/supervision", anybody(platform, supervision.published)),
        Route("/v1/terminals/{id}/events", signed(platform, supervision.note), methods=["POST"]),
        Route("/v1/terminals/{id}/heartbeat", signed(platform, terminals.heartbeat), methods=["POST"]),
        Route("/.well-known/est/cacerts", anybody(platform, est.cacerts)),
        Route("/.well-known/est/simpleenroll", est.simpleenroll(platform), methods=["POST"]),
        Route("/.well-known/est/simplereenroll", est.simplereenroll(platform), methods=["POST"]),
        Route("/releases/metadata/{name}", releases.files(platform, "metadata")),
        Route("/releases/targets/{path:path}", releases.files(platform, "targets")),
        Route("/", console.only_here(platform, pages.show_console)),
        Route("/admin/cases", console.only_here(platform, console.list_cases)),
        Route("/admin/messages", console.only_here(platform, console.list_messages)),
        Route("/admin/reconciliation", console.only_here(platform, payments.reconciliation)),
        Route("/admin/parked", console.only_here(platform, console.list_parked)),
        Route(
            "/admin/parked/{terminal}/{id}/retry",
            console.only_here(platform, console.retry),
            methods=["POST"],
        ),
        Route("/admin/clerk", console.only_here(platform, console.advance), methods=["POST"]),
    ]


async def _work(platform: Platform) -> None:
    pace = platform.clerk.pace
    pause = CLERK_SECONDS if pace is None else min(CLERK_SECONDS, pace.total_seconds())
    while True:
        try:
            await run_in_threadpool(platform.clerk.look)
            await run_in_threadpool(platform.cashier.orders.look)
            await run_in_threadpool(platform.desk.look)
            await run_in_threadpool(platform.drafts.look)
        except Exception:
            # The top of the clerk's work: a full disk must not end it for good. Our errors hold nothing personal.
            log.exception("the clerk could not work")
        await asyncio.sleep(pause)


async def _problem(_: Request, error: Exception) -> Response:
    if not isinstance(error, PlatformError):
        raise error
    return error.response()


async def _http(_: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    return PlatformError(
        error.status_code,
        "no-route" if error.status_code == 404 else "not-so",
        f"{error.detail}. 没有此接口或方法。",
        "See docs/platform-api.yaml. 请查阅接口文档。",
        error.headers,
    ).response()


async def _storage(_: Request, error: Exception) -> Response:
    log.error("the store failed: %s", error)
    return unavailable().response()


async def _gone(_: Request, __: Exception) -> Response:
    return Response(status_code=400)  # nobody hears it: the sender was cut off in the middle


async def _failure(_: Request, __: Exception) -> Response:
    return PlatformError(
        500,
        "failed",
        "The platform failed. 平台内部错误。",
        "Send the same again later; the operator must look at the platform's log. 请稍后重发；运维须查看平台日志。",
    ).response()
