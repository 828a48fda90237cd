"""A caller of the HTTP API over one connection that is kept."""
import http.client
import json
import socket
import time

# The server closes a connection that asks nothing for a minute; one that rested this long is made anew.
REST_SECONDS = 20


class Refused(Exception):
    """An answer other than the one that was needed."""


class Caller:
    def __init__(self, port: int, token: str | None = None):
        self.port = port
        self.token = token
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.used = time.monotonic()

    def raw(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
        wanted = dict(headers or {})
        if self.token:
            wanted["Authorization"] = "Bearer " + self.token
        if time.monotonic() - self.used > REST_SECONDS:
            self.connection.close()
        if self.connection.sock is None:
            self.connection.connect()
            self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection.request(method, path, body=body, headers=wanted)
        answer = self.connection.getresponse()
        content = answer.read()
        self.used = time.monotonic()
        return answer.status, content

    def json(self, method: str, path: str, value: object | None = None) -> dict:
        """The answer's JSON, or `Refused` for anything but 2xx."""
        body = None if value is None else json.dumps(value).encode()
        headers = {"Content-Type": "application/json"} if body else {}
        status, answer = self.raw(method, "/api/v1" + path, body, headers)
        if not 200 <= status < 300:
            raise Refused(f"{method} {path}: {status} {answer[:300].decode(errors='replace')}")
        return json.loads(answer) if answer else {}


def sign_in(port: int, username: str, password: str) -> Caller:
    caller = Caller(port)
    caller.token = caller.json("POST", "/tokens", {"username": username, "password": password})["token"]
    return caller
