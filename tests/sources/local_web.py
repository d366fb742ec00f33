"""A real web server on this machine for tests, with pages written for them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

Answer = Callable[[BaseHTTPRequestHandler], None]

ARTICLE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="Meridian Post">{date}</head>
<body><nav>Home World Sport</nav><article><h1>{title}</h1>
<p>{text}</p>
<p>Norway hosted the two delegations for a third day and said that both sides had agreed to meet again in May.</p>
<p>The rebels' political wing was not invited, a diplomat who follows the talks told reporters on Tuesday evening.</p>
</article></body></html>"""


def article(text: str, *, title: str = "Talks in Oslo", published: str | None = None) -> bytes:
    """Return a page with an article."""
    date = f'<meta property="article:published_time" content="{published}">' if published else ""
    return ARTICLE.format(title=title, text=text, date=date).encode()


def plain_extract(html: str, url: str | None) -> SimpleNamespace:
    """Stand in for the extractor of main texts: what stands between <p> and </p>."""
    text = "\n\n".join(part.split("</p>")[0] for part in html.split("<p>")[1:])
    none = {"title": None, "author": None, "published": None, "outlet": None, "language": None}
    return SimpleNamespace(text=text, **none)


class LocalWeb:
    """Serves pages set with `put`; remembers what was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.headers: dict[str, str] = {}
        self.closed = threading.Event()
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                web.asked.append(self.path)
                web.headers = dict(self.headers)
                # the fetcher hangs up, as it should, on some answers
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    web.pages.get(self.path, _missing)(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.root = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def put(
        self, path: str, body: bytes | str = b"", *, kind: str = "text/html", status: int = 200, **headers: str
    ) -> str:
        """Serve a page and return its address; "$ROOT" in a text becomes the server's address."""
        data = body.replace("$ROOT", self.root).encode() if isinstance(body, str) else body

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("Content-Type", kind)
            request.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(data)

        self.pages[path] = answer
        return self.root + path

    def redirect(self, path: str, to: str) -> str:
        """Serve a redirect and return its address."""
        return self.put(path, status=302, Location=to)

    def close(self) -> None:
        """Stop the server and whoever waits for its end."""
        self.closed.set()
        self._server.shutdown()
        self._server.server_close()


def _missing(request: BaseHTTPRequestHandler) -> None:
    request.send_error(404)


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds
