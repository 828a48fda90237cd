"""Contract §2 "Documents": upload, versions, ranges, pages, and what must leave nothing behind."""

import base64
import hashlib
import io
import struct
import threading
import unicodedata
import zipfile
import zlib

import pytest

from .calling import good
from .city import sample
from .documents import kept
from .polling import eventually
from .problems import refused
from .raw import RawRequest

LIMIT = 200 << 20


def png(width=80, height=60):
    """A grey picture (RFC 2083)."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([128] * width) for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def meeting(city):
    return city.body(3).opened()


@pytest.fixture
def draft(meeting):
    return meeting.body.draft()


@pytest.fixture(scope="module")
def document(meeting):
    return meeting.ready(meeting.paper(sample("ok-three-drafter-head-seal.pdf")))


# Upload


def test_a_paper_is_kept_as_it_came(draft):
    content = sample("ok-bt.pdf")
    made = draft.upload(content, title="Tờ trình 412", kind="toTrinh", filename="to trinh.pdf")
    body = good(made, 201)
    assert made.headers["ETag"]
    assert (body["version"], body["bytes"], body["sha256"]) == (1, len(content), hashlib.sha256(content).hexdigest())
    assert (body["title"], body["kind"], body["fileName"]) == ("Tờ trình 412", "toTrinh", "to trinh.pdf")
    assert body["state"] in ("processing", "ready")
    assert draft.secretary.get(f"/documents/{body['id']}/content").content == content
    assert [listed["id"] for listed in draft.secretary.items(f"{draft.path}/documents", params={"sha256": body["sha256"]})] == [body["id"]]
    assert draft.secretary.items(f"{draft.path}/documents", params={"sha256": "0" * 64}) == []


def test_the_same_bytes_for_the_same_item_are_the_same_paper(draft):
    item, other = draft.item()["id"], draft.item()["id"]
    first = good(draft.upload(sample(), itemId=item), 201)
    again = draft.upload(sample(), itemId=item, title="Tên khác")
    assert good(again, 200)["id"] == first["id"]
    assert good(draft.upload(sample(), itemId=other), 201)["id"] != first["id"]
    assert good(draft.upload(sample()), 201)["id"] != first["id"]
    assert len(draft.secretary.items(f"{draft.path}/documents")) == 3


def test_ten_uploads_at_once_are_one_paper(draft):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(draft.upload(sample()))) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    assert len({answer.json()["id"] for answer in answers}) == 1


def test_a_digest_that_is_right_is_taken_and_a_wrong_one_is_not(city, draft):
    content = sample()
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    good(draft.upload(content, headers={"Repr-Digest": f"sha-256=:{digest}:"}), 201)
    good(draft.upload(content, title="Hai", headers={"Repr-Digest": f"sha-512=:AAAA:, sha-256=:{digest}:"}), 200)
    before = kept(city)
    other = sample("ok-blt.pdf")
    refused(draft.upload(other, headers={"Repr-Digest": f"sha-256=:{digest}:"}), 422, "document.digest-mismatch")
    for broken in ("sha-256=:AAAA:", "sha-256=:%%%:", "sha-256="):
        answer = draft.upload(other, headers={"Repr-Digest": broken})
        refused(answer, 422)
    assert kept(city) == before and len(draft.secretary.items(f"{draft.path}/documents")) == 1


GARBAGE = {
    "text": b"Kinh gui\n" * 100, "html": b"<!doctype html><html><script>alert(1)</script></html>", "an executable": b"\x7fELF" + bytes(500), "zeros": bytes(5000),
    "one byte": b"%", "half a magic": b"%PD", "a zip that is no office file": None}


@pytest.mark.parametrize("what", GARBAGE)
def test_what_is_no_paper_is_refused_whatever_it_calls_itself(city, draft, what):
    content = GARBAGE[what]
    if content is None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("doc.txt", "x")
        content = packed.getvalue()
    before = kept(city)
    refused(draft.upload(content), 415, "document.not-supported")
    assert kept(city) == before


def test_an_empty_paper_is_refused(city, draft):
    before = kept(city)
    for language in ("vi", "en"):
        answer = draft.secretary.speaking(language).request("POST", f"{draft.path}/documents", params={"title": "Rỗng"}, headers={"Content-Type": "application/pdf"})
        refused(answer, 422, "document.empty")
    assert kept(city) == before


def test_an_image_is_a_paper(draft):
    document = draft.ready(good(draft.upload(png(), headers={"Content-Type": "image/png"}), 201))
    answer = draft.secretary.get(f"/documents/{document['id']}/pages/1.png")
    if document["state"] == "ready":
        assert document["pages"] == 1 and answer.status_code == 200 and answer.content.startswith(b"\x89PNG")
    else:
        not_called_unsupported(draft, answer)
    assert draft.secretary.get(f"/documents/{document['id']}/content").content == png()


def not_called_unsupported(meeting, answer):
    """What was taken in is not told "only PDF, images and office files": the reader must learn what is wrong with it."""
    told = refused(answer, answer.status_code)["detail"]
    assert told != refused(meeting.upload(b"text " * 20), 415)["detail"], told


def test_a_paper_cut_off_on_its_way_leaves_nothing(city, draft):
    before, content = kept(city), sample()
    request = RawRequest(draft.secretary, "POST", f"{draft.path}/documents?title=X", length=len(content), headers={"Content-Type": "application/pdf"})
    request.send(content[: len(content) // 2])
    eventually(lambda: kept(city) != before, what="the beginning of the upload on disk")
    request.close()
    eventually(lambda: kept(city) == before, what="the removal of the cut-off upload")
    assert draft.secretary.items(f"{draft.path}/documents") == []
    # The sender begins again and succeeds.
    good(draft.upload(content), 201)


def test_a_paper_cut_off_in_chunks_leaves_nothing(city, draft):
    before = kept(city)
    request = RawRequest(
        draft.secretary, "POST", f"{draft.path}/documents?title=X", length=None, headers={"Content-Type": "application/pdf", "Transfer-Encoding": "chunked"})
    piece = sample()[:8192]
    request.send(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
    eventually(lambda: kept(city) != before, what="the beginning of the upload on disk")
    request.close()
    eventually(lambda: kept(city) == before, what="the removal of the cut-off upload")


def test_a_length_beyond_the_limit_is_refused_before_a_byte_is_sent(city, draft):
    before = kept(city)
    request = RawRequest(draft.secretary, "POST", f"{draft.path}/documents?title=X", length=LIMIT + 1, headers={"Content-Type": "application/pdf"})
    status, body = request.json()
    assert (status, body["code"]) == (413, "request.too-large")
    assert kept(city) == before


def test_a_stream_beyond_the_limit_is_refused_and_leaves_nothing(city, draft):
    before = kept(city)
    request = RawRequest(
        draft.secretary, "POST", f"{draft.path}/documents?title=X", length=None, headers={"Content-Type": "application/pdf", "Transfer-Encoding": "chunked"})
    piece = b"%PDF-1.7\n" + bytes((1 << 20) - 9)
    sent = request.pour(f"{len(piece):x}\r\n".encode() + piece + b"\r\n", times=230)
    assert sent >= LIMIT - (1 << 20), f"refused after {sent} bytes"
    if sent > 230 << 20:
        # A server may read on for those who read its answer only after they have sent everything.
        request.send(b"0\r\n\r\n")
    status, body = request.json()
    assert (status, body["code"]) == (413, "request.too-large")
    eventually(lambda: kept(city) == before, what="the removal of the oversized upload")
    assert draft.secretary.items(f"{draft.path}/documents") == []


def test_a_stranger_is_refused_before_his_bytes_are_read(city, draft):
    stranger = city.account()
    request = RawRequest(stranger, "POST", f"{draft.path}/documents?title=X", length=50 << 20, headers={"Content-Type": "application/pdf"})
    status, body = request.json()
    assert (status, body["code"]) == (404, "not-found")


def test_an_upload_nobody_can_place_is_refused(city, draft):
    before = kept(city)
    refused(draft.upload(sample(), itemId="khong-co"), 422, "request.invalid", "/itemId")
    refused(draft.upload(sample(), title=""), 422, "request.invalid", "/title")
    assert draft.secretary.items(f"{draft.path}/documents") == []
    assert kept(city) == before or set(kept(city)) - set(before) <= {hashlib.sha256(sample()).hexdigest()}


def test_no_papers_come_into_a_closed_meeting(meeting):
    closed = meeting.body.opened().advance("close")
    refused(closed.upload(sample()), 409, "meeting.wrong-state")


# Versions


def test_a_new_version_stands_beside_the_old_one(draft):
    first, second = sample("ok-bt.pdf"), sample("ok-blt.pdf")
    document = good(draft.upload(first), 201)
    made = draft.secretary.request("POST", f"/documents/{document['id']}/versions", data=second, headers={"Content-Type": "application/pdf"})
    body = good(made, 201)
    assert (body["id"], body["version"], body["sha256"]) == (document["id"], 2, hashlib.sha256(second).hexdigest())
    assert draft.secretary.get(f"/documents/{document['id']}/content").content == second
    again = draft.secretary.request("POST", f"/documents/{document['id']}/versions", data=second, headers={"Content-Type": "application/pdf"})
    assert good(again, 200)["version"] == 2
    for wrong, status in ((b"", 422), (b"text " * 9, 415)):
        refused(draft.secretary.request("POST", f"/documents/{document['id']}/versions", data=wrong, headers={"Content-Type": "application/pdf"}), status)
    assert good(draft.secretary.get(f"/documents/{document['id']}"))["version"] == 2


# Reading


def content(meeting, document, **headers):
    return meeting.secretary.get(f"/documents/{document['id']}/content", headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_the_whole_comes_with_length_type_and_tag(meeting, document):
    answer = content(meeting, document)
    whole = sample("ok-three-drafter-head-seal.pdf")
    assert (answer.status_code, answer.content) == (200, whole)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Accept-Ranges"] == "bytes" and int(answer.headers["Content-Length"]) == len(whole)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    head = meeting.secretary.request("HEAD", f"/documents/{document['id']}/content")
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", answer.headers["ETag"])
    assert int(head.headers["Content-Length"]) == len(whole)


RANGES = [
    ("bytes=0-0", 0, 1), ("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-100", -100, None), ("bytes=5-5", 5, 6), ("bytes=100-99999999", 100, None),
    ("bytes=-99999999", 0, None)]


@pytest.mark.parametrize(("asked", "first", "last"), RANGES)
def test_a_range_brings_just_that_part(meeting, document, asked, first, last):
    whole = sample("ok-three-drafter-head-seal.pdf")
    wanted = whole[first:last]
    answer = content(meeting, document, Range=asked)
    assert (answer.status_code, answer.content) == (206, wanted)
    start = first if first >= 0 else len(whole) + first
    assert answer.headers["Content-Range"] == f"bytes {start}-{start + len(wanted) - 1}/{len(whole)}"
    assert int(answer.headers["Content-Length"]) == len(wanted)


@pytest.mark.parametrize("asked", ["bytes=99999999-", "bytes=-0", "bytes=99999999-99999999999"])
def test_a_range_beyond_the_end_is_refused_with_the_length(meeting, document, asked):
    answer = content(meeting, document, Range=asked)
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{document['bytes']}"


@pytest.mark.parametrize("asked", ["bytes=9-3", "bytes=a-b", "pages=1-2", "bytes=", "bytes=0-1,5-6", "bytes=99999999999999999999-", "bytes=--5"])
def test_a_range_that_means_nothing_brings_the_whole(meeting, document, asked):
    answer = content(meeting, document, Range=asked)
    assert answer.status_code in (200, 206, 416)
    if answer.status_code == 200:
        assert answer.content == sample("ok-three-drafter-head-seal.pdf")


def test_what_the_reader_has_is_not_sent_again(meeting, document):
    tag = content(meeting, document).headers["ETag"]
    assert content(meeting, document, If_None_Match=tag).status_code == 304
    assert content(meeting, document, If_None_Match=tag).content == b""
    assert content(meeting, document, If_None_Match='"khac"').status_code == 200
    assert content(meeting, document, If_None_Match=f'"khac", {tag}').status_code == 304
    assert content(meeting, document, If_None_Match="*").status_code == 304
    assert content(meeting, document, Range="bytes=0-9", If_Range=tag).status_code == 206
    assert content(meeting, document, Range="bytes=0-9", If_Range='"khac"').status_code == 200


def test_an_interrupted_download_goes_on_where_it_stopped(meeting, document):
    whole = sample("ok-three-drafter-head-seal.pdf")
    tag = content(meeting, document).headers["ETag"]
    received = whole[:40_000]
    while len(received) < len(whole):
        part = content(meeting, document, Range=f"bytes={len(received)}-{len(received) + 29_999}", If_Range=tag)
        assert part.status_code == 206
        received += part.content
    assert received == whole


def test_a_reader_who_hangs_up_harms_nobody(meeting, document):
    for _ in range(5):
        request = RawRequest(meeting.secretary, "GET", f"/documents/{document['id']}/content", length=None)
        request.socket.recv(1000)
        request.close()
    assert content(meeting, document).status_code == 200


# Pages


def test_pages_come_as_images_of_the_asked_width(meeting, document):
    assert document["state"] == "ready" and document["pages"] >= 1
    for width in (400, 1000, 1200):
        answer = meeting.secretary.get(f"/documents/{document['id']}/pages/1.png", params={"width": width})
        assert answer.status_code == 200 and answer.headers["Content-Type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")
        # A server may round up to a width it keeps; never down, or letters would blur.
        assert width <= int.from_bytes(answer.content[16:20], "big") <= width * 1.5
    assert int.from_bytes(answer.content[16:20], "big") == 1200
    tag = answer.headers["ETag"]
    assert meeting.secretary.get(f"/documents/{document['id']}/pages/1.png", params={"width": 1200}, headers={"If-None-Match": tag}).status_code == 304
    default = meeting.secretary.get(f"/documents/{document['id']}/pages/1.png")
    assert abs(int.from_bytes(default.content[16:20], "big") - 1200) <= 1


@pytest.mark.parametrize("width", ["0", "-5", "x", "99999999", "1e3"])
def test_a_width_without_sense_never_breaks_the_server(meeting, document, width):
    answer = meeting.secretary.get(f"/documents/{document['id']}/pages/1.png", params={"width": width})
    assert answer.status_code in (200, 422), answer.text
    if answer.status_code == 200:
        assert int.from_bytes(answer.content[16:20], "big") <= 4000


def test_a_page_comes_as_text(meeting, document):
    answer = meeting.secretary.get(f"/documents/{document['id']}/pages/1.txt")
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    text = answer.content.decode()
    assert text.strip() and unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("page", ["0.png", "-1.png", "2147483648.png", "99999999999999999999.txt", "1.gif", "1", ".png", "1.png.png", "a.txt"])
def test_a_page_that_is_not_there_is_not_found(meeting, document, page):
    refused(meeting.secretary.get(f"/documents/{document['id']}/pages/{page}"), 404, "document.page-not-found")


def test_twenty_pages_at_once_all_come(meeting, document):
    answers = []
    threads = [
        threading.Thread(target=lambda width=width: answers.append(meeting.secretary.get(f"/documents/{document['id']}/pages/1.png", params={"width": width})))
        for width in range(300, 320)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [200] * 20


DAMAGED = {
    "a head and nothing": b"%PDF-1.7\n" + b"rac " * 500, "half a paper": None,
    "random bytes behind the head": b"%PDF-1.4\n" + bytes((i * 7919) % 256 for i in range(20_000))}


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_paper_is_called_unreadable_with_a_sentence(draft, how):
    content = DAMAGED[how] or sample()[: len(sample()) // 3]
    document = draft.ready(good(draft.upload(content), 201))
    if document["state"] == "ready":
        # A reader that can repair it shows it; then pages must really come.
        assert how == "half a paper" and draft.secretary.get(f"/documents/{document['id']}/pages/1.png").status_code == 200
        return
    assert document["state"] == "unreadable"
    for language in ("vi", "en"):
        answer = draft.secretary.speaking(language).get(f"/documents/{document['id']}/pages/1.png")
        body = refused(answer, answer.status_code)
        assert answer.status_code in (415, 422) and len(body["detail"]) > 20
    not_called_unsupported(draft, draft.secretary.get(f"/documents/{document['id']}/pages/1.png"))
    # The bytes stay readable as they came.
    assert draft.secretary.get(f"/documents/{document['id']}/content").content == content
