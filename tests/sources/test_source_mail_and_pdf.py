"""Mail in files and folders, and press releases as PDF."""

from __future__ import annotations

import sys
from email.message import EmailMessage
from pathlib import Path

import pytest
from local_web import plain_extract

sys.path.insert(0, str(Path(__file__).parents[1] / "contract"))

from source_samples import pdf

from dragoman.records import Document, Failure
from dragoman.sources import Defaults, read_paths
from dragoman.sources.pdf import joined


def read(path: Path, **defaults: str) -> tuple[list[Document], list[Failure]]:
    items = list(read_paths([path], defaults=Defaults(**defaults), extract=plain_extract))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Failure)]


def mail(text: str, number: int = 1, *, html: str = "", **headers: str) -> bytes:
    message = EmailMessage()
    told = {
        "Subject": "Talks in Genève",
        "From": "Meridian Wire <desk@wire.example>",
        "Date": "Sat, 17 Dec 2016 09:30:00 +0300",
        "Message-ID": f"<{number}@wire.example>",
    }
    for name, value in (told | headers).items():
        message[name] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    message.add_attachment(b"#!/bin/sh", maintype="application", subtype="x-sh", filename="../../evil.sh")
    return message.as_bytes()


def mbox(*messages: bytes) -> bytes:
    lines = b"".join(
        b"From desk@wire.example Sat Dec 17 09:30:00 2016\n" + m.replace(b"\nFrom ", b"\n>From ") + b"\n"
        for m in messages
    )
    return lines


def test_a_message_has_subject_sender_date_with_zone_and_a_stable_id(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(mail("Envoys met in Genève.\n\nFrom there they went on.\n", html="<p>Page</p>"))
    (document,), failures = read(path)
    assert failures == []
    assert document.text == "Envoys met in Genève.\n\nFrom there they went on."
    assert (document.title, document.outlet) == ("Talks in Genève", "Meridian Wire")
    assert document.published == "2016-12-17T09:30:00+03:00"
    assert document.id == "mail_1@wire.example"
    assert [file.name for file in tmp_path.rglob("*")] == ["a.eml"]  # the attachment was not saved anywhere


def test_an_mbox_is_read_message_by_message_and_each_once(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(mbox(mail("One.\n\nFrom there on."), mail("Two.", 2), mail("One.\n\nFrom there on.")))
    documents, failures = read(path)
    assert failures == []
    assert [d.text for d in documents] == ["One.\n\nFrom there on.", "Two."]
    assert [d.path for d in documents] == [f"{path}:1", f"{path}:2"]


def test_mail_folders_are_read_without_what_is_half_delivered(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (tmp_path / "box" / name).mkdir(parents=True)
        (tmp_path / "box" / name / f"1480000000.{name}.host:2,S").write_bytes(mail(f"In {name}.", 1))
    (tmp_path / "mh").mkdir()
    (tmp_path / "mh" / ".mh_sequences").write_text("cur: 1\n")
    (tmp_path / "mh" / "1").write_bytes(mail("In MH."))
    documents, failures = read(tmp_path)
    assert failures == []
    assert [d.text for d in documents] == ["In cur.", "In new.", "In MH."]
    assert [d.text for d in read(tmp_path / "box")[0]] == ["In cur.", "In new."]
    assert [d.text for d in read(tmp_path / "mh" / "1")[0]] == ["In MH."]


def test_a_message_that_is_a_page_is_read_by_the_extractor(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"Subject: x\nContent-Type: text/html; charset=iso-8859-1\n\n<p>Caf\xe9 talks.</p>")
    assert [d.text for d in read(path)[0]] == ["Café talks."]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no head at all\n\ntext", "no message"),
        (b"Subject: empty\n\n", "empty text"),
        (b"Subject: x\nContent-Type: image/png\n\nabc", "empty text"),
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n", "empty text"),
    ],
)
def test_a_message_that_cannot_be_read_is_told_and_the_next_is_read(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.mbox"
    path.write_bytes(mbox(content + b"\n", mail("Good.")))
    documents, (failure,) = read(path)
    assert [d.text for d in documents] == ["Good."]
    assert words in failure.problem
    assert failure.place == "message 1"


def test_odd_encodings_and_dates_of_mail_do_not_stop_it(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"Subject: =?nonsense?Q?x?=\nDate: soon\nContent-Type: text/plain; charset=nonsense\n\nTalks \xff."
    )
    (document,), (note,) = read(path)
    assert document.text == "Talks \ufffd."
    assert note.stage == "date"


def test_mail_nested_without_end_does_not_raise(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{number}"\n\n--b{number}\n' for number in range(1000))
    path.write_bytes(b"Subject: x\n" + deep.encode())
    documents, failures = read(path)
    assert documents == []
    assert "nested" in failures[0].problem


def test_a_message_larger_than_a_text_is_told_and_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.sources.mailboxes.MAX_BYTES", 5000)
    path = tmp_path / "a.mbox"
    path.write_bytes(mbox(mail("Talks. " * 2000, 1), mail("Good.", 2)))
    documents, (failure,) = read(path)
    assert [d.text for d in documents] == ["Good."]
    assert "larger than" in failure.problem


RELEASE = [
    "Statement by the Ministry",
    "The Foreign Minister of Norway today hosted the delegations of the govern-",
    "ment and of the rebels for a third round of talks in the capital, and said",
    "that both would come back in May.",
    "The United Nations welcomed the talks. Its envoy was not in the room when",
    "they began.",
    "1 of 3",
]


def test_a_press_release_is_read_in_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(RELEASE, title="Third round of talks"))
    (document,), failures = read(path, published="2016-12-17", outlet="Ministry")
    assert failures == []
    assert document.text.split("\n\n") == [
        "Statement by the Ministry",
        "The Foreign Minister of Norway today hosted the delegations of the government and of the rebels for a third"
        " round of talks in the capital, and said that both would come back in May.",
        "The United Nations welcomed the talks. Its envoy was not in the room when they began.",
    ]
    assert (document.title, document.published, document.outlet) == ("Third round of talks", "2016-12-17", "Ministry")


def test_the_day_on_which_a_pdf_was_made_is_not_taken_for_publication(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(RELEASE, title="Microsoft Word - draft3.docx"))
    (document,), _ = read(tmp_path / "a.pdf")
    assert (document.published, document.title) == (None, None)


def test_what_stands_on_every_page_is_no_part_of_the_text() -> None:
    pages = [
        f"Meridian Press Office\n{'Talks went on in Oslo today ' * 3}{number}.\n- {number} -" for number in (1, 2, 3)
    ]
    assert "Press Office" not in joined(pages)
    assert "- 2 -" not in joined(pages)
    assert "Oslo today 2." in joined(pages)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no pdf", "not a PDF"),
        (b"%PDF-1.4\ngarbage", "not a readable PDF"),
        (pdf([]), "no text in the PDF"),
        (pdf(RELEASE)[:300], "PDF"),
        (pdf(*[["x"]] * 301), "301 pages"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_told(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    documents, (failure,) = read(tmp_path / "a.pdf")
    assert documents == []
    assert words in failure.problem
    assert failure.remedy


def test_a_pdf_that_swells_without_end_is_a_failure(tmp_path: Path) -> None:
    import zlib

    bomb = zlib.compress(b"BT (x) Tj ET " + b" " * 80_000_000, 1)
    whole = pdf(["MARK"])
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(bomb), bomb)
    (tmp_path / "a.pdf").write_bytes(whole[:start] + stream + whole[end:])
    documents, (failure,) = read(tmp_path / "a.pdf")
    assert documents == []
    assert "PDF" in failure.problem


def test_without_pypdf_the_remedy_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(pdf(RELEASE))
    _, (failure,) = read(tmp_path / "a.pdf")
    assert "dragoman[pdf]" in failure.remedy


def test_a_text_or_table_that_is_a_pdf_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(pdf(RELEASE))
    _, (failure,) = read(tmp_path / "a.txt")
    assert ".pdf" in failure.remedy
