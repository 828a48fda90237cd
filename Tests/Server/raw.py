"""Requests written byte by byte: for what no well-behaved client would send."""

import json
import select
import socket

from .calling import API


class RawRequest:
    """One HTTP request on a socket of its own; head and body may come in any number of pieces."""

    def __init__(self, caller, method, path, *, length, headers=None):
        self.socket = socket.create_connection(("127.0.0.1", caller.server.port), timeout=60)
        lines = [f"{method} {API}{path} HTTP/1.1", f"Host: 127.0.0.1:{caller.server.port}", "Connection: close"]
        if length is not None:
            lines.append(f"Content-Length: {length}")
        if caller.token:
            lines.append(f"Authorization: Bearer {caller.token}")
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())

    def send(self, bytes):
        self.socket.sendall(bytes)

    def pour(self, piece, times):
        """Sends `piece` again and again until an answer comes in between; how many bytes went out."""
        sent = 0
        for _ in range(times):
            rest = memoryview(piece)
            while rest:
                readable, writable, _ = select.select([self.socket], [self.socket], [], self.socket.gettimeout())
                if readable or not writable:
                    return sent
                self.socket.setblocking(False)
                try:
                    count = self.socket.send(rest)
                except ConnectionError:
                    return sent
                finally:
                    self.socket.settimeout(60)
                rest, sent = rest[count:], sent + count
        return sent

    def answer(self):
        """(status, body) of the answer; (None, b"") when the server only hung up."""
        received = bytearray()
        try:
            while piece := self.socket.recv(65536):
                received += piece
        except ConnectionError:
            pass
        head, _, body = bytes(received).partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1]) if head.startswith(b"HTTP/1.1 ") else None
        return status, body

    def json(self):
        status, body = self.answer()
        return status, json.loads(body)

    def close(self):
        self.socket.close()


