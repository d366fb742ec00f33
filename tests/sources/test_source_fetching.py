"""The fetcher is polite to servers, and no server can hang, flood, mislead or break it."""

from __future__ import annotations

import email.utils
import gzip
import socket
import time
import zlib
from http.server import BaseHTTPRequestHandler

import brotli
import msgspec
import pytest
from local_web import Clock, LocalWeb

from dragoman.records import Failure
from dragoman.sources import FetchOptions, Page
from dragoman.sources.addresses import AddressError, is_public, public_address, web_parts
from dragoman.sources.fetching import Fetcher

PAGE = b"<p>Envoys met in Oslo.</p>"


def got(fetcher: Fetcher, url: str) -> Page:
    page = fetcher.get(url)
    assert isinstance(page, Page), str(page)
    return page


def failed(fetcher: Fetcher, url: str) -> Failure:
    failure = fetcher.get(url)
    assert isinstance(failure, Failure)
    assert failure.path == url
    assert failure.stage == "fetch"
    assert failure.remedy
    assert not failure.problem.endswith(".")
    return failure


def test_a_page_comes_with_address_media_type_and_encoding(web: LocalWeb, fetcher: Fetcher) -> None:
    url = web.put("/a", PAGE, kind="Text/HTML; charset='ISO-8859-1'")
    assert got(fetcher, url) == Page(url=url, body=PAGE, media_type="text/html", charset="ISO-8859-1")
    assert web.headers["User-Agent"].startswith("dragoman/")
    assert web.headers["Host"] == web.root.removeprefix("http://")
    assert "Cookie" not in web.headers


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("gzip", gzip.compress),
        ("br", brotli.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("br, gzip", lambda data: gzip.compress(brotli.compress(data), mtime=0)),
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(web: LocalWeb, fetcher: Fetcher, name: str, pack: object) -> None:
    assert got(fetcher, web.put("/a", pack(PAGE), Content_Encoding=name)).body == PAGE  # type: ignore[operator]


@pytest.mark.parametrize(
    ("name", "pack"), [("gzip", gzip.compress), ("br", brotli.compress), ("deflate", zlib.compress)]
)
def test_a_packed_page_that_swells_without_end_is_cut(web: LocalWeb, fetcher: Fetcher, name: str, pack: object) -> None:
    bomb = pack(b"\0" * 50_000_000)  # type: ignore[operator]
    assert len(bomb) < 60_000
    assert "larger than 200,000 bytes" in failed(fetcher, web.put("/bomb", bomb, Content_Encoding=name)).problem


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b"no gzip", "gzip"),
        (gzip.compress(PAGE, mtime=0)[:-9], "gzip"),
        (b"\xff" * 50, "br"),
        (PAGE, "zstd"),
        (b"x", "deflate"),
    ],
)
def test_a_page_that_cannot_be_unpacked_is_told(web: LocalWeb, fetcher: Fetcher, body: bytes, name: str) -> None:
    assert "cannot be unpacked" in failed(fetcher, web.put("/a", body, Content_Encoding=name)).problem


def test_redirects_are_followed_and_the_last_address_counts(web: LocalWeb, fetcher: Fetcher) -> None:
    end = web.put("/end", PAGE)
    web.redirect("/b", "/end#top")
    assert got(fetcher, web.redirect("/a", "b")).url == end


def test_five_redirects_are_followed_and_no_sixth(web: LocalWeb, fetcher: Fetcher) -> None:
    for number in range(6):
        web.redirect(f"/{number}", f"/{number + 1}")
    web.put("/6", PAGE)
    assert got(fetcher, f"{web.root}/1").body == PAGE
    assert "more than 5 redirects" in failed(fetcher, f"{web.root}/0").problem
    web.redirect("/round", "/round")
    assert "redirects" in failed(fetcher, f"{web.root}/round").problem


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://news.example/a", "http://"])
def test_a_redirect_out_of_the_web_is_not_followed(web: LocalWeb, fetcher: Fetcher, to: str) -> None:
    assert "redirect" in str(failed(fetcher, web.redirect("/a", to)))


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
     "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1"],
)  # fmt: skip
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::", "::ffff:93.184.216.34"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_this_machine_is_not_opened_unless_allowed(web: LocalWeb, host: str) -> None:
    web.put("/a", PAGE)
    port = web.root.rsplit(":", 1)[1]
    with Fetcher() as fetcher:
        assert "private network" in failed(fetcher, f"http://{host}:{port}/a").problem
    assert web.asked == []


def test_a_redirect_into_a_private_network_is_not_followed(
    web: LocalWeb, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    import dragoman.sources.fetching as fetching

    def lookup(host: str, port: int, *, allow_private: bool) -> str:
        return "127.0.0.1" if host == "news.example" else public_address(host, port, allow_private=allow_private)

    monkeypatch.setattr(fetching, "public_address", lookup)
    port = web.root.rsplit(":", 1)[1]
    web.redirect("/a", f"{web.root}/secret")
    web.put("/secret", PAGE)
    with Fetcher(clock=clock, sleep=clock.sleep) as fetcher:
        failure = failed(fetcher, f"http://news.example:{port}/a")
    assert "private network" in failure.problem
    assert "after a redirect" in failure.place
    assert web.asked == ["/robots.txt", "/a"]
    assert web.headers["Host"] == f"news.example:{port}"  # the name is sent, though the checked address was opened


def test_a_host_with_one_private_address_among_others_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(AddressError, match="private network"):
        public_address("news.example", 80, allow_private=False)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://news.example/a", "scheme"),
        ("news.example", "scheme"),
        ("http:///a", "without a host"),
        ("http://user:secret@news.example/", "password"),
        ("http://news.example:99999/", "not a web address"),
        ("http://[::1/", "not a web address"),
    ],
)
def test_what_is_no_web_address_is_said(url: str, words: str) -> None:
    with pytest.raises(AddressError, match=words):
        web_parts(url)


def test_a_host_that_is_not_known_is_a_failure(fetcher: Fetcher) -> None:
    assert "host 'no-such-host.invalid' cannot be found" in failed(fetcher, "http://no-such-host.invalid/a").problem


def test_robots_txt_is_asked_once_and_heeded(web: LocalWeb, fetcher: Fetcher) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\n\nUser-agent: dragoman\nDisallow: /archive\n")
    for path in ("/a", "/private/b", "/archive/c"):
        web.put(path, PAGE)
    assert got(fetcher, f"{web.root}/a").body == PAGE
    assert got(fetcher, f"{web.root}/private/b").body == PAGE
    assert "robots.txt" in failed(fetcher, f"{web.root}/archive/c").problem
    assert web.asked == ["/robots.txt", "/a", "/private/b"]


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed(web: LocalWeb, fetcher: Fetcher) -> None:
    web.put("/robots.txt", "User-agent: *\nDisallow: /private\n")
    assert "robots.txt" in failed(fetcher, web.redirect("/a", "/private")).problem
    assert "/private" not in web.asked


def test_a_site_whose_robots_txt_cannot_be_had_is_left_alone(web: LocalWeb, fetcher: Fetcher) -> None:
    web.put("/robots.txt", status=500)
    assert "robots.txt cannot be had" in failed(fetcher, web.put("/a", PAGE)).problem
    assert web.asked == ["/robots.txt"]


def test_one_page_a_second_a_host(web: LocalWeb, fetcher: Fetcher, clock: Clock) -> None:
    for path in "abc":
        got(fetcher, web.put(f"/{path}", PAGE))
    assert clock.slept == [1.0, 1.0, 1.0]


def test_a_longer_pause_that_a_site_asks_for_is_kept(web: LocalWeb, fetcher: Fetcher, clock: Clock) -> None:
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    for path in "abc":
        got(fetcher, web.put(f"/{path}", PAGE))
    assert clock.slept[-1] == 7.0


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_later(web: LocalWeb, fetcher: Fetcher, clock: Clock, status: int) -> None:
    web.put("/robots.txt")
    url = f"{web.root}/a"
    answers = [status, status, 200]

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(answers.pop(0))
        request.send_header("Content-Length", str(len(PAGE)))
        request.end_headers()
        request.wfile.write(PAGE)

    web.pages["/a"] = answer
    assert got(fetcher, url).body == PAGE
    assert clock.slept.count(2.0) == 1
    assert clock.slept.count(4.0) == 1


def test_retry_after_is_kept_to_and_too_long_a_wait_is_told(web: LocalWeb, fetcher: Fetcher, clock: Clock) -> None:
    failure = failed(fetcher, web.put("/a", status=429, Retry_After="17"))
    assert "too busy (status 429, asked 3 times)" in failure.problem
    assert clock.slept.count(17.0) == 2
    assert "wait 7,200 seconds" in failed(fetcher, web.put("/b", status=503, Retry_After="7200")).problem
    then = email.utils.formatdate(time.time() + 7200, usegmt=True)
    assert "seconds" in failed(fetcher, web.put("/c", status=503, Retry_After=then)).problem


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500])
def test_other_refusals_are_told_with_their_status(web: LocalWeb, fetcher: Fetcher, status: int) -> None:
    assert f"status {status}" in failed(fetcher, web.put("/a", status=status)).problem


def test_a_page_larger_than_allowed_is_not_read(web: LocalWeb, fetcher: Fetcher) -> None:
    assert "larger than 200,000 bytes" in failed(fetcher, web.put("/a", b"x" * 200_001)).problem


def test_a_page_that_never_ends_is_cut(web: LocalWeb, fetcher: Fetcher) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for _ in range(1000):
            request.wfile.write(b"talks " * 10_000)

    web.pages["/a"] = answer
    assert "larger than 200,000 bytes" in failed(fetcher, f"{web.root}/a").problem


def test_a_server_that_says_nothing_is_not_waited_for(web: LocalWeb, fetcher: Fetcher) -> None:
    web.pages["/a"] = lambda request: web.closed.wait(20) and None
    assert "no answer within 0.5 seconds" in failed(fetcher, f"{web.root}/a").problem


def test_a_server_that_stops_in_the_middle_is_not_waited_for(web: LocalWeb, fetcher: Fetcher) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.write(b"half")
        request.wfile.flush()
        web.closed.wait(20)

    web.pages["/a"] = answer
    assert "stopped for 0.5 seconds" in failed(fetcher, f"{web.root}/a").problem


def test_a_server_that_drips_is_left_after_the_deadline(web: LocalWeb) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while not web.closed.wait(0.1):
            request.wfile.write(b"x")

    web.pages["/a"] = answer
    options = FetchOptions(allow_private=True, deadline=0.3, pause=0.0)
    with Fetcher(options) as fetcher:
        assert "took more than 0.3 seconds" in failed(fetcher, f"{web.root}/a").problem


@pytest.mark.parametrize(
    "sent", [b"", b"SSH-2.0-OpenSSH_9.2\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"]
)
def test_broken_answers_are_failures(web: LocalWeb, fetcher: Fetcher, sent: bytes) -> None:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(sent)
        request.close_connection = True

    web.pages["/a"] = answer
    assert "the answer broke off" in (problem := failed(fetcher, f"{web.root}/a").problem) or "no answer" in problem


def test_a_closed_port_is_a_failure(fetcher: Fetcher) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "no answer" in failed(fetcher, f"http://127.0.0.1:{port}/a").problem


def test_proxies_of_the_environment_are_not_used(web: LocalWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with Fetcher(FetchOptions(allow_private=True, pause=0.0)) as fetcher:
        assert got(fetcher, web.put("/a", PAGE)).body == PAGE


def test_the_limits_are_those_that_are_documented() -> None:
    options = msgspec.structs.asdict(FetchOptions())
    assert (options["pause"], options["max_redirects"], options["allow_private"]) == (1.0, 5, False)
