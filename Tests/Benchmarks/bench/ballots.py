"""Durable ballots a second through the HTTP API, beside bare SQLite inserts on the same disk."""
import json
import pathlib
import statistics
import subprocess

from .api import Caller
from .chamber import Chamber, Session, open_poll
from .process import Running
from .results import Row

CONNECTIONS = (32, 64, 200)
SECONDS = 4.0
BARE_SECONDS = 2.0
# How long the answers to the last ballots may take; wrk ends as soon as it has them.
SETTLING_SECONDS = 20
LEAST_RATIO = 0.4


def measure(server: Running, chamber: Chamber, session: Session, folder: pathlib.Path, native: pathlib.Path, tools: pathlib.Path, rounds: int) -> tuple[list[Row], dict]:
    """Bare inserts stand before and after each round of ballots; a round's ratio is against the mean of its two neighbours."""
    poll = open_poll(chamber, session.meeting)
    tokens = folder / "tokens"
    tokens.write_text("".join(member.token + "\n" for member in session.members))
    # One ballot each beforehand: from now on every ballot changes one and records exactly one event.
    for member in session.members:
        Caller(server.port, member.token).json("POST", f"/polls/{poll}/ballots", {"choice": "for"})
    head = _head(chamber, session)
    found = []
    bare = _bare(tools, folder)
    for turn in range(rounds):
        for connections in CONNECTIONS:
            ballots = _ballots(server, native, tokens, poll, f"{turn}-{connections}", connections)
            after = _bare(tools, folder)
            found.append({"connections": connections, **ballots, "bareBefore": bare, "bareAfter": after, "ratio": ballots["rate"] / ((bare + after) / 2)})
            bare = after
    created = sum(one["created"] for one in found)
    recorded = _head(chamber, session) - head
    rows = []
    for connections in CONNECTIONS:
        some = [one for one in found if one["connections"] == connections]
        ratio = statistics.median(one["ratio"] for one in some)
        rows.append(Row(
            f"durable ballots, {connections} at once", f"{statistics.median(one['rate'] for one in some):.0f} /s",
            f"bare SQLite FULL {statistics.median((one['bareBefore'] + one['bareAfter']) / 2 for one in some):.0f} /s", f"{ratio:.2f}", f"≥ {LEAST_RATIO}",
            ratio >= LEAST_RATIO))
    failed = sum(one["other"] + one["errors"] for one in found)
    rows.append(Row("ballots answered 201 = events recorded", f"{created}", f"{recorded} events", target=f"equal, none failed ({failed})", ok=created == recorded and failed == 0))
    _close(chamber, session, poll)
    return rows, {"rounds": found, "created": created, "recorded": recorded}


def _head(chamber: Chamber, session: Session) -> int:
    return chamber.admin.json("GET", f"/meetings/{session.meeting}")["head"]


def _bare(tools: pathlib.Path, folder: pathlib.Path) -> float:
    """Inserts a second, in a new file beside the server's database."""
    database = folder / "bare.sqlite"
    for leftover in folder.glob("bare.sqlite*"):
        leftover.unlink()
    words = [str(tools / "bare_inserts"), str(database), str(BARE_SECONDS)]
    found = json.loads(subprocess.run(words, check=True, capture_output=True, timeout=BARE_SECONDS + 60).stdout)
    return found["inserts"] / found["seconds"]


def _ballots(server: Running, native: pathlib.Path, tokens: pathlib.Path, poll: str, name: str, connections: int) -> dict:
    words = [
        "wrk", "-t1", f"-c{connections}", f"-d{int(SECONDS) + SETTLING_SECONDS}s", "--timeout", "30s", "-s", str(native / "ballots.lua"),
        f"http://127.0.0.1:{server.port}/", "--", str(tokens), poll, name, str(SECONDS),
    ]
    used = server.cpu_seconds()
    output = subprocess.run(words, check=True, capture_output=True, text=True, timeout=SECONDS + SETTLING_SECONDS + 60).stdout
    line = next((line for line in output.splitlines() if line.startswith("BALLOTS ")), None)
    if line is None:
        raise SystemExit(f"wrk said nothing of the ballots:\n{output}")
    found = json.loads(line.removeprefix("BALLOTS "))
    found["serverCPUms"] = round((server.cpu_seconds() - used) * 1000 / max(1, found["created"]), 4)
    return {**found, "rate": found["created"] / found["seconds"] if found["seconds"] > 0 else 0.0}


def _close(chamber: Chamber, session: Session, poll: str) -> None:
    """Closes the poll and lets the server count: every voter has one ballot, however often he changed it."""
    closed = chamber.admin.json("POST", f"/polls/{poll}/close")
    tally = closed["tally"]
    if tally["for"] + tally["against"] + tally["abstain"] != len(session.members):
        raise SystemExit(f"the tally {tally} does not hold {len(session.members)} ballots")
