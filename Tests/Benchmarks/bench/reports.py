"""Reports submitted and moved a second through the HTTP API, beside bare SQLite inserts on the same disk; due instants a second on one core."""
import json
import pathlib
import shutil
import subprocess
import threading
import time
import uuid

from .api import Caller, sign_in
from .ballots import _bare
from .chamber import Chamber
from .process import Running
from .results import Row

CONNECTIONS = 16
SECONDS = 4.0
DUE_SECONDS = 2.0
LEAST_DUE = 1_000_000
TEXT = "Đường Láng đoạn gần cầu Cót bị ngập sâu sau mỗi trận mưa lớn, nước tràn vào nhà dân từ chiều hôm qua"


def measure(server: Running, chamber: Chamber, folder: pathlib.Path, native: pathlib.Path, tools: pathlib.Path, password: str) -> tuple[list[Row], dict]:
    """A submission seals a text under a key file of its own and stores a report, its first hop, its units and an event; a transition all but the sealing."""
    tokens = [_officer(server, chamber, password) for _ in range(CONNECTIONS)]
    before = _bare(tools, folder)
    ids: list[str] = []
    submitted = _together(tokens, lambda caller, _: ids.append(caller.json("POST", "/reports", {"text": TEXT, "address": "Đường Láng", "place": "hn-00199", "category": "thoat-nuoc"})["id"]), server)
    between = _bare(tools, folder)
    todo = list(ids)

    def accept(caller: Caller, _: int) -> None:
        caller.json("POST", f"/reports/{todo.pop()}/accept", {"category": "thoat-nuoc", "urgency": "normal", "legalKind": "onTheSpot"})

    moved = _together(tokens, accept, server)
    after = _bare(tools, folder)
    rows = [
        Row(f"reports submitted, {CONNECTIONS} at once", f"{submitted:.0f} /s", f"bare SQLite FULL {(before + between) / 2:.0f} /s", f"{submitted / ((before + between) / 2):.2f}"),
        Row(f"transitions of reports, {CONNECTIONS} at once", f"{moved:.0f} /s", f"bare SQLite FULL {(between + after) / 2:.0f} /s", f"{moved / ((between + after) / 2):.2f}"),
    ]
    found = {"submitted": submitted, "moved": moved, "bare": [before, between, after]}
    due = _due(native, tools)
    if due is not None:
        rows.append(Row("due instants, one core", f"{due / 1e6:.2f} M/s", target="≥ 1 M/s", ok=due >= LEAST_DUE))
        found["due"] = due
    return rows, found


def _officer(server: Running, chamber: Chamber, password: str) -> str:
    name = "cb" + uuid.uuid4().hex[:10]
    chamber.admin.json("POST", "/users", {"username": name, "name": "Cán bộ tiếp nhận", "role": "officer", "password": password, "unitId": "trung-tam-pvhcc"})
    return sign_in(server.port, name, password).token


def _together(tokens: list[str], work, server: Running) -> float:
    """How often all of them did it a second; ends early when there is nothing left to do."""
    done, lock, end = [0], threading.Lock(), time.monotonic() + SECONDS

    def run(token: str) -> None:
        caller, n = Caller(server.port, token), 0
        while time.monotonic() < end:
            try:
                work(caller, n)
            except IndexError:
                break
            n += 1
        with lock:
            done[0] += n

    begun = time.monotonic()
    threads = [threading.Thread(target=run, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done[0] / (time.monotonic() - begun)


def _due(native: pathlib.Path, tools: pathlib.Path) -> float | None:
    """The rules are pure: they are compiled with a loop around them, optimised. None where there is no compiler."""
    swiftc = shutil.which("swiftc")
    if swiftc is None:
        return None
    root = native.parents[2]
    program = tools / "due_instants"
    sources = [str(path) for path in sorted((root / "Sources/Rules").rglob("*.swift"))]
    subprocess.run([swiftc, "-O", "-wmo", "-swift-version", "6", *sources, str(native / "due" / "main.swift"), "-o", str(program)], check=True, capture_output=True, timeout=900)
    calendar = root / "Storage/Seeds/calendars/vn-public.json"
    found = json.loads(subprocess.run([str(program), str(calendar), str(DUE_SECONDS)], check=True, capture_output=True, timeout=60).stdout)
    return found["computed"] / found["seconds"]
