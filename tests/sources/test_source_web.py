"""Web addresses, feeds, sitemaps, lists and GDELT tables lead to their articles, from a real server."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from local_web import LocalWeb, article, plain_extract

from dragoman.errors import InputError, OptionError
from dragoman.records import Document, Failure
from dragoman.sources import Defaults, Fetch, FetchOptions, read_paths
from dragoman.sources.fetching import Fetcher
from dragoman.sources.gdelt import seen_at
from dragoman.sources.keeping import Keeper
from dragoman.sources.links import article_id, plain_url
from dragoman.text.extraction import extract_html

TEXT = "Envoys of the government and the rebels met in Oslo on Monday for talks on a ceasefire in the north."
Read = Callable[..., tuple[list[Document], list[Failure]]]


def read(fetch: Fetch | None, path: Path | str, *, extract: object = plain_extract, **defaults: str) -> tuple[
    list[Document], list[Failure]
]:  # fmt: skip
    items = list(read_paths([path], defaults=Defaults(**defaults), extract=extract, fetch=fetch))  # type: ignore[arg-type]
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Failure)]


def texts(documents: list[Document]) -> list[str]:
    return [document.text.split("\n")[0] for document in documents]


def test_an_article_behind_an_address_is_read(web: LocalWeb, fetcher: Fetcher) -> None:
    url = web.put("/a?id=1", article(TEXT, published="2016-12-17"))
    ((document,), failures) = read(fetcher, f"{url}&utm_source=feed#top", extract=extract_html)
    assert failures == []
    assert document.text.startswith(TEXT)
    assert (document.title, document.outlet, document.published) == ("Talks in Oslo", "Meridian Post", "2016-12-17")
    assert (document.url, document.language) == (url, "en")


@pytest.fixture(autouse=True)
def same_page_for_marked_addresses(web: LocalWeb) -> None:
    """Sites give the same page for an address with marks behind it."""
    put = web.put

    def put_both(path: str, *args: object, **kwargs: object) -> str:
        url = put(path, *args, **kwargs)  # type: ignore[arg-type]
        web.pages[f"{path}&utm_source=feed"] = web.pages[path]
        return url

    web.put = put_both  # type: ignore[method-assign]


def test_an_article_has_the_same_id_however_it_is_found(web: LocalWeb, fetcher: Fetcher, tmp_path: Path) -> None:
    url = web.put("/a", article(TEXT))
    web.put("/feed", f"<rss><channel><item><link>{url}?utm_medium=rss</link></item></channel></rss>", kind="text/xml")
    web.pages["/a?utm_medium=rss"] = web.pages["/a"]
    (tmp_path / "a.urls").write_text(url)
    ids = {read(fetcher, path)[0][0].id for path in (url, f"{web.root}/feed", tmp_path / "a.urls")}
    assert len(ids) == 1
    (again,) = read(fetcher, url)[0]
    assert again.id in ids
    web.put("/a", article("Another text."))
    assert read(fetcher, url)[0][0].id not in ids


def test_marks_of_where_readers_came_from_are_no_part_of_an_address() -> None:
    assert plain_url("HTTPS://News.example/A?id=7&utm_source=x&fbclid=y#top") == "https://news.example/A?id=7"
    assert plain_url("https://news.example/a?q=b+c") == "https://news.example/a?q=b+c"
    assert article_id("https://news.example/a#x", "t") == article_id("https://news.example/a", "t")


@pytest.mark.parametrize(
    "name", ["https://news.example/a", "feed.rss", "sitemap.xml", "list.urls", "links.txt", "links"]
)
def test_without_a_fetcher_the_web_is_refused_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / name.rsplit("/", 1)[-1]).write_text("# two articles\nhttps://news.example/a\nhttps://news.example/b\n")
    with pytest.raises(InputError, match="--fetch"):
        read(None, name if name.startswith("http") else tmp_path / name)


def test_a_text_that_only_begins_with_an_address_is_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("https://news.example/a\nEnvoys met in Oslo.\n")
    assert len(read(None, tmp_path / "a.txt")[0]) == 1


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Meridian Wire</title><link>$ROOT/</link>
<item><media:title>A photo</media:title><title>Talks &amp; truce</title><link>$ROOT/1</link>
<pubDate>Sat, 17 Dec 2016 09:30:00 +0300</pubDate></item>
<item><title>Q&A with an envoy</title><guid>$ROOT/2</guid><dc:date>2016-12-18T08:00:00Z</dc:date></item>
<item><title>No address</title></item>
<item><title>Whole</title><content:encoded><![CDATA[<p>The text is in the feed.</p>]]></content:encoded></item>
<item><title>Twice</title><link>$ROOT/1</link></item>
<item><title>Gone</title><link>$ROOT/gone</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Meridian Wire</title>
<entry><title>One</title><link rel="self" href="/self"/><link rel="alternate" href="/1"/>
<published>2016-12-17T09:30:00+03:00</published><updated>2020-01-01T00:00:00Z</updated></entry>
<entry><title>Two</title><link href="/2"/><updated>2016-12-18T08:00:00Z</updated></entry></feed>"""


def test_a_feed_leads_to_its_articles_with_its_dates_in_their_zone(web: LocalWeb, fetcher: Fetcher) -> None:
    web.put("/1", article(TEXT, published="2016-12-16"))
    web.put("/2", article("A second text."))
    feed = web.put("/feed", RSS, kind="application/rss+xml")
    documents, failures = read(fetcher, feed)
    assert texts(documents) == [TEXT, "A second text.", "The text is in the feed."]
    assert [d.published for d in documents] == ["2016-12-17T09:30:00+03:00", "2016-12-18T08:00:00+00:00", None]
    assert [d.title for d in documents] == ["Talks & truce", "Q with an envoy", "Whole"]
    assert {d.outlet for d in documents} == {"Meridian Wire"}
    assert [d.url for d in documents] == [f"{web.root}/1", f"{web.root}/2", None]
    (gone,) = failures
    assert gone.path == f"{web.root}/gone"
    assert gone.place == f"item 6 of {feed}"
    assert "404" in gone.problem


def test_an_atom_feed_saved_as_a_file_is_read_and_a_weaker_date_is_told(
    web: LocalWeb, fetcher: Fetcher, tmp_path: Path
) -> None:
    web.put("/1", article(TEXT))
    web.put("/2", article("A second text."))
    path = tmp_path / "feed.atom"
    path.write_text(ATOM.replace('href="/', f'href="{web.root}/'))
    documents, failures = read(fetcher, path)
    assert [d.published for d in documents] == ["2016-12-17T09:30:00+03:00", "2016-12-18T08:00:00+00:00"]
    assert [d.path for d in documents] == [f"{path}:1", f"{path}:2"]
    (note,) = failures
    assert note.stage == "date"
    assert "2016-12-18" in note.problem
    documents, failures = read(fetcher, path, published="2016-12-01")
    assert (documents[1].published, failures) == ("2016-12-01", [])


def test_relative_addresses_of_a_feed_refer_to_it(web: LocalWeb, fetcher: Fetcher) -> None:
    web.put("/1", article(TEXT))
    web.put("/2", article("A second text."))
    assert len(read(fetcher, web.put("/news/feed", ATOM, kind="application/atom+xml"))[0]) == 2


def test_an_index_of_sitemaps_leads_to_articles(web: LocalWeb, fetcher: Fetcher) -> None:
    news = "http://www.google.com/schemas/sitemap-news/0.9"
    web.put("/1", article(TEXT, published="2016-12-16"))
    web.put("/2", article("A second text."))
    site = f"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="{news}"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><image:image><image:loc>$ROOT/photo.png</image:loc></image:image><loc>$ROOT/1</loc><n:news><n:publication>
<n:name>Meridian Post</n:name></n:publication><n:publication_date>2016-12-17T09:30:00+03:00</n:publication_date>
<n:title>Talks</n:title></n:news></url>
<url><loc>$ROOT/2</loc><lastmod>2024-01-01</lastmod></url><url><loc>javascript:alert(1)</loc></url></urlset>"""
    packed = gzip.compress(site.replace("$ROOT", web.root).encode())
    web.put("/site.xml.gz", packed, kind="application/octet-stream")
    index = web.put("/index.xml", "<sitemapindex><sitemap><loc>$ROOT/site.xml.gz</loc></sitemap></sitemapindex>")
    documents, failures = read(fetcher, index)
    assert failures == []
    assert [(d.published, d.outlet) for d in documents] == [
        ("2016-12-17T09:30:00+03:00", "Meridian Post"),
        (None, None),
    ]


def test_lists_that_name_lists_without_end_are_left(web: LocalWeb, fetcher: Fetcher) -> None:
    for number in range(6):
        web.put(f"/{number}.xml", f"<sitemapindex><sitemap><loc>$ROOT/{number + 1}.xml</loc></sitemap></sitemapindex>")
    documents, (failure,) = read(fetcher, f"{web.root}/0.xml")
    assert documents == []
    assert "not followed" in failure.problem
    web.put("/round.xml", "<sitemapindex><sitemap><loc>$ROOT/round.xml</loc></sitemap></sitemapindex>")
    assert read(fetcher, f"{web.root}/round.xml") == ([], [])


def test_no_more_pages_than_allowed_are_fetched_and_the_rest_is_told(web: LocalWeb, tmp_path: Path) -> None:
    path = tmp_path / "a.urls"
    path.write_text("\n".join(web.put(f"/{number}", article(TEXT)) for number in range(5)))
    with Fetcher(FetchOptions(allow_private=True, pause=0.0, max_pages=2)) as fetch:
        documents, (failure,) = read(fetch, path)
    assert len(documents) == 2
    assert failure.stage == "skip"
    assert "3 addresses left out" in failure.problem


@pytest.mark.parametrize("name", ["a.urls", "a.txt", "a"])
def test_a_list_of_addresses_is_read_line_by_line(web: LocalWeb, fetcher: Fetcher, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(f"# talks\n\n{web.put('/1', article(TEXT))}\r\n{web.put('/2', article('Second.'))}\n")
    documents, failures = read(fetcher, path, outlet="Post")
    assert (texts(documents), failures) == ([TEXT, "Second."], [])
    assert [d.path for d in documents] == [f"{path}:3", f"{path}:4"]
    assert {d.outlet for d in documents} == {"Post"}


def test_a_line_that_is_no_address_is_told_and_the_rest_is_read(
    web: LocalWeb, fetcher: Fetcher, tmp_path: Path
) -> None:
    path = tmp_path / "a.urls"
    path.write_text(f"file:///etc/passwd\nnews.example\n{web.put('/1', article(TEXT))}\n")
    documents, failures = read(fetcher, path)
    assert len(documents) == 1
    assert [(f.path, f.place) for f in failures] == [(str(path), "line 1"), (str(path), "line 2")]


def row(width: int, **columns: str) -> str:
    values = [columns.get(f"c{number}", "") for number in range(width)]
    return "\t".join(values)


def test_gdelt_tables_lead_to_each_article_once(web: LocalWeb, fetcher: Fetcher, tmp_path: Path) -> None:
    first, second = web.put("/1", article(TEXT)), web.put("/2", article("Second.", published="2015-02-17"))
    stamp = "20150218231500"
    tables = {
        "20150218.export.CSV": [row(58, c57=first, c56="20150218"), row(58, c57=second, c56="20150218")],
        "20150218231500.export.CSV": [row(61, c60=url, c59=stamp) for url in (first, first, second)],
        "20150218231500.mentions.CSV": [row(16, c5=url, c2=stamp) for url in (first, second)]
        + [row(16, c5="BBC radio")],
        "20150218231500.gkg.csv": [row(27, c4=url, c1=stamp, c3="post.example") for url in (first, second)],
        "20150218.gkg.csv": ["DATE\tNUMARTS\tSOURCES\tSOURCEURLS", f"20150218\t2\tpost\t{first}<UDIV>{second}"],
    }
    for name, rows in tables.items():
        (tmp_path / name).write_text("\n".join(rows) + "\n")
        documents, notes = read(fetcher, tmp_path / name, extract=extract_html)
        assert texts(documents) == [TEXT, "Second."], name
        assert documents[1].published == "2015-02-17"
        assert documents[0].published in ("2015-02-18T23:15:00+00:00", "2015-02-18")
        assert [note.stage for note in notes] == ["date"]


def test_a_gdelt_row_of_another_width_is_told(web: LocalWeb, fetcher: Fetcher, tmp_path: Path) -> None:
    path = tmp_path / "a.export.CSV"
    url = web.put("/1", article(TEXT, published="2015-02-18"))
    path.write_text("\n".join([row(61, c60=url), "broken\trow", row(61, c60=url)]))
    documents, (failure,) = read(fetcher, path)
    assert failure.place == "line 2"
    assert len(documents) == 1


def test_gdelt_archives_are_opened_in_memory_and_their_names_never_used(
    web: LocalWeb, fetcher: Fetcher, tmp_path: Path
) -> None:
    url = web.put("/1", article(TEXT, published="2015-02-18"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../evil.export.CSV", row(61, c60=url))
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "x.export.CSV.zip").write_bytes(packed.getvalue())
    assert len(read(fetcher, folder / "x.export.CSV.zip")[0]) == 1
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["x.export.CSV.zip"]
    listed = web.put("/lastupdate.txt", f"1234 d41d8cd98f00b204e9800998ecf8427e {web.root}/x.zip\n", kind="text/plain")
    web.put("/x.zip", packed.getvalue(), kind="application/zip")
    assert len(read(fetcher, listed)[0]) == 1


def test_an_archive_that_swells_or_holds_several_files_is_refused(
    fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.sources.lists.LARGEST", 1_000_000)
    path = tmp_path / "x.export.CSV.zip"
    for sizes in ([3_000_000], [1, 1], []):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number, size in enumerate(sizes):
                archive.writestr(str(number), b"\0" * size)
        documents, (failure,) = read(fetcher, path)
        assert documents == []
        assert "more than" in failure.problem or "files where one was expected" in failure.problem


def test_a_document_search_of_gdelt_leads_to_its_articles(web: LocalWeb, fetcher: Fetcher) -> None:
    url = web.put("/1", article(TEXT))
    found = {"articles": [{"url": url, "title": "Talks", "seendate": "20161217T093000Z", "domain": "post.example"}]}
    (document,), _ = read(fetcher, web.put("/doc", json.dumps(found), kind="application/json"))
    assert (document.published, document.outlet) == ("2016-12-17T09:30:00+00:00", "post.example")


def test_gdelts_times_are_in_utc() -> None:
    assert seen_at("20150218230000") == "2015-02-18T23:00:00+00:00"
    assert seen_at("20150218") == "2015-02-18"
    assert seen_at("20151318") is None
    assert seen_at("yesterday") is None


BOMBS = {
    "a billion laughs": '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    "a file pulled in": '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><link>&a;</link></item></rss>',
    "another document type": '<!DOCTYPE rss SYSTEM "http://evil.example/[>x.dtd" [<!ENTITY % p SYSTEM "x"> %p;]><rss/>',
    "behind comments": '<?xml version="1.0"?><!-- > --><?x ?>\n<!doctype rss [<!ENTITY a "b">]><rss/>',
    "an encoding to hide in": '<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE',
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entity_bombs_are_refused(web: LocalWeb, fetcher: Fetcher, tmp_path: Path, bomb: str, encoding: str) -> None:
    if encoding == "utf-16" and "utf-7" in BOMBS[bomb]:
        return
    data = BOMBS[bomb].encode(encoding)
    (tmp_path / "a.rss").write_bytes(data)
    for path in (tmp_path / "a.rss", web.put("/feed", data, kind="application/rss+xml")):
        documents, (failure,) = read(fetcher, path)
        assert documents == []
        assert "refused" in failure.problem or "encoding" in failure.problem
        assert "root:" not in str(failure)


def test_endless_nesting_is_a_failure(fetcher: Fetcher, tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text("<rss>" + "<a>" * 200_000)
    documents, failures = read(fetcher, tmp_path / "a.rss")
    assert documents == []
    assert failures


def test_a_feed_with_a_bare_and_sign_or_a_harmless_document_type_is_read(fetcher: Fetcher, web: LocalWeb) -> None:
    web.put("/1", article(TEXT))
    dtd = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd">'
    feed = f"{dtd}<rss><item><title>A & B</title><link>$ROOT/1</link></item><item><link>$ROOT/2"
    assert len(read(fetcher, web.put("/feed", feed, kind="text/xml"))[0]) == 1


def test_what_is_no_article_is_told_with_its_media_type(web: LocalWeb, fetcher: Fetcher) -> None:
    for kind, words in {"image/png": "image/png", "": "without a media type", "text/xml": "neither a feed"}.items():
        body = b"<opml/>" if kind == "text/xml" else b"\x89PNG\0\0"
        documents, (failure,) = read(fetcher, web.put("/x", body, kind=kind))
        assert documents == []
        assert words in failure.problem


@pytest.mark.parametrize(
    ("kind", "head", "encoding"),
    [
        ("text/html; charset=windows-1251", "", "windows-1251"),
        ("text/html", '<meta charset="koi8-r">', "koi8-r"),
        ("text/html", "", "utf-8"),
        ("text/html; charset=nonsense", '<meta charset="utf-8">', "utf-8"),
    ],
)
def test_the_encoding_is_that_of_the_server_else_of_the_page(
    web: LocalWeb, fetcher: Fetcher, kind: str, head: str, encoding: str
) -> None:
    body = f"<!doctype html><html><head>{head}</head><p>Переговоры в Осло</p></html>".encode(encoding)
    assert texts(read(fetcher, web.put("/a", body, kind=kind))[0]) == ["Переговоры в Осло"]


def test_one_bad_byte_does_not_spoil_a_page(web: LocalWeb, fetcher: Fetcher) -> None:
    body = '<meta charset="utf-8"><p>Genève '.encode() + b"\xe9</p>"
    assert texts(read(fetcher, web.put("/a", body))[0]) == ["Genève \ufffd"]


def test_a_text_behind_an_address_is_read(web: LocalWeb, fetcher: Fetcher) -> None:
    assert texts(read(fetcher, web.put("/a.txt", TEXT, kind="text/plain"))[0]) == [TEXT]


def test_reading_from_the_web_needs_an_extractor(fetcher: Fetcher) -> None:
    with pytest.raises(OptionError, match="extractor"):
        read(fetcher, "https://news.example/a", extract=None)


def test_what_is_kept_is_read_again_without_the_network(web: LocalWeb, fetcher: Fetcher, tmp_path: Path) -> None:
    web.put("/1", article(TEXT, published="2016-12-17"))
    web.put("/2", article("A second text."))
    feed = web.put("/feed", RSS, kind="application/rss+xml")
    kept = tmp_path / "pages.warc.gz"
    with Keeper(fetcher, str(kept)) as keeper:
        first = read(keeper, feed)
        asked = len(web.asked)
        assert read(keeper, feed) == first
        assert web.asked[asked:] == ["/gone"]  # failures are tried again
    whole = kept.read_bytes()
    kept.write_bytes(whole + whole[:50])  # as a run leaves it that was killed while it wrote
    web.pages.clear()
    with Fetcher(FetchOptions(allow_private=True, pause=0.0)) as fetch, Keeper(fetch, str(kept)) as keeper:
        assert read(keeper, feed)[0] == first[0]
    documents, failures = read(None, kept)
    assert [d.id for d in documents] == [d.id for d in first[0] if d.url]
    assert failures == []


@pytest.mark.parametrize(("name", "content"), [("a.txt", b""), ("a.warc.gz", b"no archive"), ("no/a.warc.gz", None)])
def test_a_file_to_keep_pages_in_must_be_an_archive(
    fetcher: Fetcher, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(OptionError, match="--keep"):
        Keeper(fetcher, str(tmp_path / name))
    assert content is None or (tmp_path / name).read_bytes() == content
