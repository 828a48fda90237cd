"""A push client that keeps the browser's rule: a frame at or before the cursor is old, the next one is applied, else begin again."""

import json
import threading
import time

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from .calling import API

SUBPROTOCOL = "ecabinet.v1"
ANSWER_SECONDS = 30


class Push:
    """One WebSocket. Frames are kept in the order they came."""

    def __init__(self, caller, *, subprotocols=(SUBPROTOCOL,), headers=None, token=True):
        sent = dict(headers or {})
        if token and caller.token:
            sent["Authorization"] = f"Bearer {caller.token}"
        self.socket = connect(
            f"ws://127.0.0.1:{caller.server.port}{API}/push", subprotocols=list(subprotocols) or None, additional_headers=sent, open_timeout=30,
            close_timeout=5, max_size=None, compression=None, proxy=None).__enter__()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, frame):
        self.socket.send(frame if isinstance(frame, (str, bytes)) else json.dumps(frame))

    def subscribe(self, stream, after=None, epoch=None):
        self.send({"type": "subscribe", "stream": stream, "epoch": epoch, "after": after})
        return self

    def receive(self, within=ANSWER_SECONDS):
        """The next frame; TimeoutError when none comes."""
        return json.loads(self.socket.recv(timeout=within))

    def next(self, type, within=ANSWER_SECONDS, **wanted):
        """The next frame of a type; others are passed over."""
        deadline = time.monotonic() + within
        while True:
            frame = self.receive(max(0.01, deadline - time.monotonic()))
            if frame["type"] == type and all(frame.get(name) == value for name, value in wanted.items()):
                return frame

    def error(self, code, within=ANSWER_SECONDS):
        return self.next("error", within, code=code)

    def events_until(self, seq, within=ANSWER_SECONDS):
        """All events up to and including `seq`, as frames bring them; frames must join without gap."""
        deadline, events, cursor = time.monotonic() + within, [], None
        while cursor is None or cursor < seq:
            frame = self.receive(max(0.01, deadline - time.monotonic()))
            assert frame["type"] != "error", frame
            if frame["type"] == "events":
                assert cursor is None or frame["from"] == cursor + 1, f"frames do not join: {cursor} then {frame['from']}"
                assert frame["from"] <= frame["to"]
                cursor = frame["to"]
                events += frame["events"]
        return events

    def close_code(self, within=ANSWER_SECONDS):
        """Reads on until the server closes; its code."""
        deadline = time.monotonic() + within
        try:
            while True:
                self.socket.recv(timeout=max(0.01, deadline - time.monotonic()))
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else None

    def drop(self):
        """The cable is pulled: no closing handshake."""
        self.socket.socket.close()


class Reader:
    """Applies a stream's events by the browser's rule over any number of sockets."""

    def __init__(self, caller, stream, epoch=None, after=0):
        self.caller = caller
        self.stream = stream
        self.epoch = epoch
        self.cursor = after
        self.applied = []
        self.socket = None
        self.connections = 0

    def connect(self):
        self.socket = Push(self.caller)
        self.connections += 1
        self.socket.subscribe(self.stream, after=self.cursor, epoch=self.epoch)

    def step(self, within):
        """Applies what the next frame brings; false when none came in time."""
        try:
            frame = self.socket.receive(within)
        except TimeoutError:
            return False
        if frame["type"] == "subscribed":
            self.epoch = frame["epoch"]
        assert frame["type"] != "error", frame
        if frame["type"] != "events" or frame["to"] <= self.cursor:
            return True
        assert frame["epoch"] == self.epoch
        assert frame["from"] == self.cursor + 1, f"a gap: at {self.cursor}, next frame from {frame['from']}"
        self.applied += frame["events"]
        self.cursor = frame["to"]
        return True


class Writer(threading.Thread):
    """Appends announcements and ballots one after another until all are written."""

    def __init__(self, acts):
        super().__init__(daemon=True)
        self.acts = acts
        self.failure = None

    def run(self):
        try:
            for act in self.acts:
                act()
        except Exception as failure:  # told to the test by `finish`
            self.failure = failure

    def finish(self):
        self.join(timeout=120)
        assert not self.is_alive(), "the writer did not come to its end"
        if self.failure:
            raise self.failure
