"""From an announcement to the last of 500 WebSockets, beside a bare loop that writes the same frame to as many sockets."""
import json
import pathlib
import subprocess

from .chamber import Chamber, Session
from .process import Running
from .results import Row, percentile

SOCKETS = 500
PAUSE_MS = 150
FRAME_BYTES = 400
MOST_MS = 100.0
TIMEOUT_SECONDS = 300


def measure(server: Running, chamber: Chamber, session: Session, folder: pathlib.Path, tools: pathlib.Path, rounds: int) -> tuple[list[Row], dict]:
    """Half of the bare rounds run before the server's, half after. The target holds for the last socket of every announcement, counted from just before its post."""
    tokens = folder / "listeners"
    tokens.write_text("".join(member.token + "\n" for member in session.members))
    program = str(tools / "listeners")
    bare = _run([program, "bare", str(SOCKETS), str(rounds // 2), str(PAUSE_MS), str(FRAME_BYTES)])
    used = server.cpu_seconds()
    found = _run([program, "serve", str(server.port), str(tokens), str(SOCKETS), session.meeting, chamber.admin.token, str(rounds), str(PAUSE_MS)])
    used = server.cpu_seconds() - used
    bare += _run([program, "bare", str(SOCKETS), str(rounds - rounds // 2), str(PAUSE_MS), str(FRAME_BYTES)])
    every = [one for one in found if "all" in one]
    found = [one for one in found if "last" in one]
    floor = [one["last"] for one in bare if "last" in one]
    last = [one["last"] for one in found]
    reference = _three(floor)
    rows = [
        Row(f"last of {SOCKETS} sockets, from the post: p50 / p95 / max", _three(last), f"bare loop {reference}", f"{percentile(last, 0.5) / percentile(floor, 0.5):.1f}×",
            f"max ≤ {MOST_MS:.0f} ms", max(last) <= MOST_MS),
        Row("  the same, counted from the 201", _three([one["afterCreated"] for one in found])),
        Row("  any socket, from the post: p50 / p95 / max", " / ".join(f"{every[0][key]:.1f}" for key in ("p50", "p95", "max")) + " ms"),
        Row("  the 201 itself (seal, fsync, commit)", _three([one["created"] for one in found])),
        Row("  processor time of the listening program", _three([one["own"] for one in found])),
    ]
    return rows, {"rounds": found, "bare": bare, "serverCPUSeconds": used}


def _three(values: list[float]) -> str:
    return " / ".join(f"{value:.1f}" for value in (percentile(values, 0.5), percentile(values, 0.95), max(values))) + " ms"


def _run(words: list[str]) -> list[dict]:
    done = subprocess.run(words, capture_output=True, text=True, timeout=TIMEOUT_SECONDS)
    if done.returncode != 0:
        raise SystemExit(f"{words[1]}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]
