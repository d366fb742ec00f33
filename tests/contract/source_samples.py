"""One good document in the way that each source's suffix asks for, made by hand for these tests."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

from dragoman.records import Failure
from dragoman.sources import Page

TEXT = "Envoys met in Geneva."
URL = "https://news.example/geneva"


class OnePage:
    """Stands in for the web: behind every address is the same article."""

    max_pages = 10

    def get(self, url: str) -> Page | Failure:
        """Return the article."""
        return Page(url=url, body=TEXT.encode(), media_type="text/html")


def pdf(*pages: list[str], title: str = "", extra: bytes = b"") -> bytes:
    """Return a PDF with these lines of text on its pages."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "".join(f"({line}) Tj 0 -14 Td\n" for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td\n{drawn}ET".encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) /CreationDate (D:20200101120000Z) >>".encode())
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R %s>>\n" % (len(objects) + 1, len(objects), extra)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def warc_record(body: bytes, *, kind: str = "conversion", url: str = URL, media: str = "text/plain") -> bytes:
    """Return one record of a web archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-01T10:00:00Z\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def http_answer(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return an answer of a web server as archives keep it."""
    lines = "\r\n".join([f"HTTP/1.1 {status}", *(headers or ["Content-Type: text/html; charset=utf-8"])])
    return lines.encode() + b"\r\n\r\n" + body


def zipped(data: bytes, name: str = "inside.csv") -> bytes:
    """Return a ZIP archive with one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def gdelt_row(width: int, column: int, url: str, **others: str) -> str:
    """Return a row of a GDELT table of that width; others are values by column ("c59")."""
    row = [""] * width
    row[column] = url
    for name, value in others.items():
        row[int(name.removeprefix("c"))] = value
    return "\t".join(row) + "\n"


def sample(suffix: str) -> bytes:
    """Return the content of a file of that suffix with one document, whose text is `TEXT`."""
    if suffix.endswith(".gz"):
        return gzip.compress(sample(suffix.removesuffix(".gz")), mtime=0)
    if suffix.endswith(".zip"):
        return zipped(sample(suffix.removesuffix(".zip")))
    if suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        out = io.BytesIO()
        pq.write_table(pa.table({"text": [TEXT]}), out)
        return out.getvalue()
    if suffix == ".pdf":
        return pdf([TEXT])
    json_line = f'{{"text": "{TEXT}"}}'
    mail = f"Subject: Talks\nMessage-ID: <1@news.example>\n\n{TEXT}\n"
    feed = f"<rss><channel><item><link>{URL}</link></item></channel></rss>"
    contents = {
        ".csv": f"text\n{TEXT}\n",
        ".tsv": f"text\n{TEXT}\n",
        ".jsonl": json_line,
        ".ndjson": json_line,
        ".json": f"[{json_line}]",
        ".eml": mail,
        ".mbox": f"From a@news.example Sat Dec 17 09:30:00 2016\n{mail}",
        ".mbx": f"From a@news.example Sat Dec 17 09:30:00 2016\n{mail}",
        ".warc": warc_record(http_answer(TEXT.encode()), kind="response", media="application/http").decode(),
        ".wet": warc_record(TEXT.encode()).decode(),
        ".rss": feed,
        ".rdf": feed,
        ".atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{URL}"/></entry></feed>',
        ".xml": f"<urlset><url><loc>{URL}</loc></url></urlset>",
        ".urls": f"# talks\n{URL}\n",
        ".export.csv": gdelt_row(61, 60, URL),
        ".mentions.csv": gdelt_row(16, 5, URL),
        ".gkg.csv": gdelt_row(27, 4, URL),
        ".gkgcounts.csv": f"DATE\tSOURCEURLS\n20161217\t{URL}\n",
        ".artlist.json": f'{{"articles": [{{"url": "{URL}"}}]}}',
    }
    return contents.get(suffix, TEXT).encode()


def write_sample(path: Path, suffix: str) -> None:
    """Write a file with one document."""
    path.write_bytes(sample(suffix))
