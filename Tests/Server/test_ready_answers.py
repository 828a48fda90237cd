"""Style sheets, scripts, pictures and the sign of life are answered ahead of the routes: nothing else about them may differ."""

import http.client
import os
import select
import socket

import pytest

from .running import ROOT

STATIC = sorted("/static/" + str(path.relative_to(ROOT / "Templates/static")) for path in (ROOT / "Templates/static").rglob("*") if path.is_file())
SHEET = next(path for path in STATIC if path.endswith(".css"))


class Line:
    """One kept-alive connection, written byte by byte, read answer by answer."""

    def __init__(self, server):
        self.host = f"127.0.0.1:{server.port}"
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        self.reader = self.socket.makefile("rb")

    def request(self, method, path, *fields):
        return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {self.host}", *fields, "", ""]).encode()

    def send(self, *requests):
        self.socket.sendall(b"".join(requests))

    def answer(self, bodiless=False):
        """(status, header fields, body)."""
        status = int(self.reader.readline().split()[1])
        fields = {}
        while (line := self.reader.readline()) != b"\r\n":
            name, _, value = line.decode().rstrip("\r\n").partition(": ")
            fields.setdefault(name.lower(), []).append(value)
        length = 0 if bodiless or status in (101, 304) else int(fields["content-length"][0])
        return status, fields, self.reader.read(length)

    def close(self):
        self.reader.close()
        self.socket.close()


@pytest.fixture
def line(server):
    line = Line(server)
    yield line
    line.close()


@pytest.mark.parametrize("path", ["/healthz", *STATIC])
def test_the_answer_is_the_one_the_routes_give(server, path):
    answers = []
    for fields in ((), ("Connection: close",)):
        line = Line(server)
        line.send(line.request("GET", path, *fields))
        status, headers, body = line.answer()
        assert len(headers.pop("x-request-id")[0]) == 12 and headers.pop("date")[0].endswith(" GMT")
        answers.append((status, {name: value for name, value in headers.items() if name != "connection"}, body))
        line.close()
    assert answers[0] == answers[1] and answers[0][0] == 200
    assert "default-src 'self'" in answers[0][1]["content-security-policy"][0] and answers[0][1]["server"] == ["eCabinet"]


def test_answers_keep_the_order_of_the_questions(line):
    paths = [SHEET, "/api/v1/me", "/healthz", "/api/v1/me", SHEET, "/readyz", "/static/none.css", "/healthz"]
    for _ in range(20):
        line.send(*(line.request("GET", path) for path in paths))
        assert [line.answer()[0] for _ in paths] == [200, 401, 200, 401, 200, 200, 404, 200]


def test_a_file_the_tablet_has_is_not_sent_again(line):
    line.send(line.request("GET", SHEET))
    tag = line.answer()[1]["etag"][0]
    line.send(line.request("GET", SHEET, f"If-None-Match: {tag}"), line.request("GET", SHEET + "?v=1", 'If-None-Match: "other"'))
    status, fields, _ = line.answer()
    assert status == 304 and fields["etag"] == [tag] and "content-length" not in fields
    assert line.answer()[0] == 200


def test_head_and_requests_with_a_body_go_the_ordinary_way(line):
    line.send(line.request("HEAD", SHEET))
    status, fields, _ = line.answer(bodiless=True)
    assert status == 200 and int(fields["content-length"][0]) == os.path.getsize(ROOT / "Templates" / SHEET[1:])
    line.send(line.request("GET", "/healthz", "Content-Length: 3") + b"abc", line.request("POST", SHEET, "Content-Length: 0"), line.request("GET", "/healthz"))
    assert line.answer()[0] == 200
    assert line.answer()[0] in (404, 405)
    assert line.answer()[0] == 200


def test_a_socket_opens_on_a_connection_that_fetched_a_file(line):
    line.send(line.request("GET", SHEET))
    assert line.answer()[0] == 200
    line.send(line.request(
        "GET", "/api/v1/push", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="))
    # Nobody is signed in: the route has its say, on the ordinary path.
    assert line.answer()[0] == 401


def test_a_client_that_never_reads_costs_no_memory(own_server):
    def resident():
        with open(f"/proc/{own_server.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    line = Line(own_server)
    request = line.request("GET", SHEET)
    before, asked = resident(), 0
    line.socket.setblocking(False)
    while asked < 60_000 and select.select([], [line.socket], [], 2)[1]:
        # Whole requests only, so that the connection can be used afterwards.
        rest = request * 50
        while rest and select.select([], [line.socket], [], 2)[1]:
            rest = rest[line.socket.send(rest):]
        if rest:
            break
        asked += 50
    assert resident() - before < 64 << 20
    line.close()
    other = http.client.HTTPConnection("127.0.0.1", own_server.port, timeout=30)
    other.request("GET", "/healthz")
    assert other.getresponse().status == 200
    other.close()
