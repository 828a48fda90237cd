"""A room of 200 members, each with a socket and an HTTP ballot of his own: all vote at once, the chair closes, every screen must say the same.

Used by the benchmark and, as a law without a clock, by `Tests/Server/test_room_of_many.py`.
"""
import asyncio
import dataclasses
import json
import time

from websockets.asyncio.client import connect

MEMBERS = 200
MOST_SECONDS = 2.0
CHOICES = ("for", "for", "against", "abstain", "for")
WAIT_SECONDS = 60
# Handshakes at once while the room fills; voting is not held back.
DOORS = 20


@dataclasses.dataclass
class Seen:
    """What one member was told."""

    status: int = 0
    answer: dict = dataclasses.field(default_factory=dict)
    answered_at: float = 0.0
    closed_at: float = 0.0
    recorded: int = 0
    closed: list = dataclasses.field(default_factory=list)
    last: int = 0
    is_whole: bool = True


@dataclasses.dataclass
class Vote:
    """What the whole room was told."""

    seen: list[Seen]
    voting_seconds: float
    closing_seconds: float
    result: dict

    def faults(self) -> list[str]:
        """What was lost, doubled, or said differently; empty when all is well."""
        faults = []
        if any(one.status != 201 for one in self.seen):
            faults.append(f"{sum(one.status != 201 for one in self.seen)} ballots were not taken")
        if any(one.recorded != 1 for one in self.seen):
            faults.append(f"recorded facts a member: {sorted({one.recorded for one in self.seen})} instead of 1")
        if any(len(one.closed) != 1 for one in self.seen):
            faults.append(f"poll.closed a screen: {sorted({len(one.closed) for one in self.seen})} instead of 1")
        if len({one.closed[0] for one in self.seen if one.closed}) > 1:
            faults.append("screens say different results")
        if not all(one.is_whole for one in self.seen):
            faults.append("frames left a gap")
        wanted = {choice: sum(CHOICES[n % len(CHOICES)] == choice for n in range(len(self.seen))) for choice in set(CHOICES)}
        if any(self.result["tally"][choice] != count for choice, count in wanted.items()):
            faults.append(f"counted {self.result['tally']} instead of {wanted}")
        if len({one.answer.get("receipt") for one in self.seen}) != len(self.seen):
            faults.append("two members have one receipt")
        return faults


def vote(port: int, tokens: list[str], chair: str, meeting: str, poll: str) -> Vote:
    return asyncio.run(_vote(port, tokens, chair, meeting, poll))


async def _vote(port, tokens, chair, meeting, poll) -> Vote:
    gate, doors = asyncio.Event(), asyncio.Semaphore(DOORS)
    seen = [Seen() for _ in tokens]
    ready = [asyncio.Event() for _ in tokens]
    tasks = [
        asyncio.create_task(_member(port, token, meeting, poll, CHOICES[n % len(CHOICES)], n, seen[n], gate, doors, ready[n])) for n, token in enumerate(tokens)]
    await asyncio.wait_for(asyncio.gather(*(event.wait() for event in ready)), WAIT_SECONDS)
    began = time.monotonic()
    gate.set()
    await asyncio.wait_for(_answers(seen), WAIT_SECONDS)
    voted = max(one.answered_at for one in seen) - began
    closing = time.monotonic()
    status, result = await _post(port, chair, f"/polls/{poll}/close", None, f"close-{poll}")
    assert status == 200, result
    await asyncio.wait_for(asyncio.gather(*tasks), WAIT_SECONDS)
    return Vote(seen, voted, max(one.closed_at for one in seen) - closing, result)


async def _answers(seen):
    while any(one.status == 0 for one in seen):
        await asyncio.sleep(0.01)


async def _member(port, token, meeting, poll, choice, number, seen, gate, doors, ready):
    async with doors:
        socket = await connect(
            f"ws://127.0.0.1:{port}/api/v1/push", subprotocols=["ecabinet.v1"], additional_headers={"Authorization": f"Bearer {token}"}, compression=None, proxy=None,
            open_timeout=WAIT_SECONDS)
        await socket.send(json.dumps({"type": "subscribe", "stream": f"meeting:{meeting}", "epoch": None, "after": None}))
        first = json.loads(await socket.recv())
        assert first["type"] == "subscribed", first
        seen.last = first["head"]
        streams = await asyncio.open_connection("127.0.0.1", port)
    ready.set()
    await gate.wait()
    ballot = asyncio.create_task(_ballot(streams, port, token, poll, choice, number, seen))
    while not seen.closed:
        frame = json.loads(await asyncio.wait_for(socket.recv(), WAIT_SECONDS))
        if frame["type"] != "events" or frame["to"] <= seen.last:
            continue
        seen.is_whole = seen.is_whole and frame["from"] == seen.last + 1
        seen.last = frame["to"]
        for event in frame["events"]:
            if event["kind"] == "ballot.recorded" and event["data"]["poll"] == poll:
                seen.recorded += 1
            if event["kind"] == "poll.closed" and event["data"]["poll"] == poll:
                seen.closed.append(json.dumps(event["data"], sort_keys=True))
                seen.closed_at = time.monotonic()
    await ballot
    await socket.close()


async def _ballot(streams, port, token, poll, choice, number, seen):
    status, seen.answer = await _post(port, token, f"/polls/{poll}/ballots", {"choice": choice}, f"room-{poll}-{number}", streams)
    seen.answered_at = time.monotonic()
    seen.status = status


async def _post(port, token, path, body, key, streams=None):
    reader, writer = streams or await asyncio.open_connection("127.0.0.1", port)
    content = b"" if body is None else json.dumps(body).encode()
    writer.write((
        f"POST /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
        f"Idempotency-Key: {key}\r\nContent-Length: {len(content)}\r\nConnection: close\r\n\r\n").encode() + content)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), WAIT_SECONDS)
    writer.close()
    head, _, rest = answer.partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" in head.lower():
        rest = _unchunked(rest)
    return int(head.split(b" ", 2)[1]), json.loads(rest or b"{}")


def _unchunked(data):
    whole = b""
    while data:
        size, _, data = data.partition(b"\r\n")
        length = int(size, 16)
        whole, data = whole + data[:length], data[length + 2:]
        if length == 0:
            break
    return whole
