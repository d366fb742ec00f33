"""The polite fetcher: one request a second a host, robots.txt heeded, sizes, times and addresses bounded."""

from __future__ import annotations

import datetime
import email.utils
import importlib.util
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urljoin

import msgspec

from dragoman.errors import OptionError
from dragoman.records import Failure
from dragoman.sources.addresses import AddressError, public_address, web_parts
from dragoman.sources.bodies import BrokenError, TooLargeError, unpack
from dragoman.sources.pages import FetchOptions, Page
from dragoman.sources.robots import Robots
from dragoman.version import VERSION

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})


class _Answer(msgspec.Struct):
    """One answer of a server, before redirects and repetitions are dealt with."""

    status: int
    headers: Any
    body: bytes


class Fetcher:
    """Gets pages from the web; use it as a context, or call `close`.

    Proxies and passwords of the environment are not used; no cookie is kept.

    Args:
        options: limits and pauses.
        clock, sleep: for tests that do not want to wait.

    Raises:
        OptionError: the extra `web` is not installed.
    """

    def __init__(
        self,
        options: FetchOptions | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        try:
            import httpx
        except ImportError as error:
            raise OptionError("--fetch: httpx is not installed. Say: pip install 'dragoman[web]'") from error
        self.options = options or FetchOptions()
        self._clock, self._sleep = clock, sleep
        self._next: dict[str, float] = {}
        self._robots = Robots(self.options.agent, lambda url: self._follow(url, robots=False))
        packed = "gzip, deflate, br" if importlib.util.find_spec("brotli") else "gzip, deflate"
        self._httpx = httpx
        self._client = httpx.Client(
            headers={
                "User-Agent": f"{self.options.agent}/{VERSION} (reads news for research; heeds robots.txt)",
                "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5",
                "Accept-Encoding": packed,
            },
            timeout=httpx.Timeout(self.options.timeout),
            follow_redirects=False,  # each step is checked before it is taken
            trust_env=False,
            # one connection serves one request: it was opened to an address checked for that request's host
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    @property
    def max_pages(self) -> int:
        """Pages read for one input before the rest of a list is left out."""
        return self.options.max_pages

    def get(self, url: str) -> Page | Failure:
        """Return the page at an address, or why there is none."""
        page = self._follow(url, robots=True)
        if isinstance(page, Page) and page.status >= 400:
            remedy = {
                401: "It wants a password: save the page by hand",
                403: "The site refuses programs: save the page by hand",
                404: "Check the address",
                410: "The page is gone",
            }.get(page.status, "Try again later")
            return _failure(url, f"the server answered with status {page.status}", remedy)
        return page

    def _follow(self, url: str, *, robots: bool) -> Page | Failure:
        """Follow redirects, each to an address that is checked as the first was."""
        at = url
        for _ in range(self.options.max_redirects + 1):
            try:
                parts = web_parts(at)
                self._address(parts)  # said of the page itself, before its site is asked for robots.txt
                refused = self._robots.refuses(f"{parts.scheme}://{parts.netloc}", at) if robots else None
                answer = refused or self._patiently(at)
            except AddressError as error:
                where = "" if at == url else f"after a redirect to {at}"
                return _failure(url, error.problem, error.remedy, where)
            if isinstance(answer, Failure):
                return msgspec.structs.replace(answer, path=url, place="" if at == url else f"after a redirect to {at}")
            if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                kind, charset = _content_type(answer.headers.get("content-type", ""))
                return Page(url=at, body=answer.body, status=answer.status, media_type=kind, charset=charset)
            try:
                at = urljoin(at, answer.headers["location"]).split("#", 1)[0]
            except ValueError:
                return _failure(url, "a redirect to what is no web address", "Open the page in a browser")
        return _failure(url, f"more than {self.options.max_redirects} redirects", "Give the address that they lead to")

    def _patiently(self, url: str) -> _Answer | Failure:
        """Ask again where the server says that it is too busy, later each time."""
        status = 0
        for attempt in range(1, self.options.attempts + 1):
            answer = self._once(url)
            if isinstance(answer, Failure) or answer.status not in _BUSY:
                return answer
            status = answer.status
            wait = _retry_after(answer.headers.get("retry-after"))
            wait = 2.0**attempt if wait is None else wait
            if wait > self.options.longest_wait:
                return _failure(url, f"the server asks to wait {wait:,.0f} seconds", "Run the same command again then")
            if attempt < self.options.attempts:
                self._sleep(wait)
        problem = f"the server is too busy (status {status}, asked {self.options.attempts} times)"
        return _failure(url, problem, "Run the same command again later")

    def _once(self, url: str) -> _Answer | Failure:
        parts = web_parts(url)
        address = self._address(parts)
        self._wait_turn(f"{parts.scheme}://{parts.netloc}", parts.hostname or "")
        try:
            target = self._httpx.URL(url)
            headers = {"Host": target.netloc.decode("ascii")}
            request = self._client.build_request("GET", target.copy_with(host=address), headers=headers)
            request.extensions["sni_hostname"] = target.raw_host.decode("ascii")
            answer = self._client.send(request, stream=True)
        except self._httpx.TimeoutException:
            return _failure(url, f"no answer within {self.options.timeout:g} seconds", "Try again later")
        except (self._httpx.HTTPError, self._httpx.InvalidURL, ValueError) as error:
            return _failure(url, f"no answer ({_said(error)})", "Check the address and the network, or try again later")
        try:
            return self._body(url, answer)
        finally:
            answer.close()

    def _body(self, url: str, answer: httpx.Response) -> _Answer | Failure:
        """Read and unpack a body within the limits of size and time."""
        limit, end = self.options.max_bytes, self._clock() + self.options.deadline
        told = answer.headers.get("content-length", "")
        body = bytearray()
        try:
            if told.isdigit() and int(told) > limit:
                raise TooLargeError
            if answer.status_code in _REDIRECTS or answer.status_code >= 400:
                return _Answer(answer.status_code, answer.headers, b"")
            for chunk in answer.iter_raw():
                body += chunk
                if len(body) > limit:
                    raise TooLargeError
                if self._clock() > end:
                    problem = f"the answer took more than {self.options.deadline:g} seconds"
                    return _failure(url, problem, "Try again later, or save the page by hand")
            unpacked = unpack(bytes(body), answer.headers.get("content-encoding", ""), limit=limit)
        except TooLargeError:
            return _failure(url, f"larger than {limit:,} bytes", "Download it by hand, and give its articles as files")
        except BrokenError as error:
            return _failure(url, f"the answer cannot be unpacked: {error}", "Try again, or save the page by hand")
        except self._httpx.TimeoutException:
            return _failure(url, f"the answer stopped for {self.options.timeout:g} seconds", "Try again later")
        except (self._httpx.HTTPError, self._httpx.StreamError) as error:
            return _failure(url, f"the answer broke off ({_said(error)})", "Try again later")
        return _Answer(answer.status_code, answer.headers, unpacked)

    def _address(self, parts: SplitResult) -> str:
        port = parts.port or (443 if parts.scheme == "https" else 80)
        return public_address(parts.hostname or "", port, allow_private=self.options.allow_private)

    def _wait_turn(self, site: str, host: str) -> None:
        now = self._clock()
        turn = max(now, self._next.get(host, now))
        self._next[host] = turn + max(self.options.pause, self._robots.delay(site))
        if turn > now:
            self._sleep(turn - now)


def _failure(url: str, problem: str, remedy: str, place: str = "") -> Failure:
    return Failure(path=url, place=place, problem=problem, remedy=remedy, stage="fetch")


def _said(error: Exception) -> str:
    words = str(error).splitlines()[0] if str(error) else ""
    return words[:120] or type(error).__name__


def _content_type(value: str) -> tuple[str, str | None]:
    kind, _, rest = value.partition(";")
    for part in rest.split(";"):
        name, _, told = part.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), told.strip().strip("\"'")[:40] or None
    return kind.strip().lower(), None


def _retry_after(value: str | None) -> float | None:
    """Return the seconds that a server asks to wait, None where it asks for nothing that can be read."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        then = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=datetime.UTC)
    return max(0.0, (then - datetime.datetime.now(datetime.UTC)).total_seconds())
