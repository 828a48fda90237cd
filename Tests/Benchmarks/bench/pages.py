"""Plain GETs beside nginx serving a static body of the same size."""
import re
import statistics
import subprocess

from .api import Caller
from .process import Running
from .results import Row

SECONDS = 2
CONNECTIONS = 64
LEAST_RATIO = 0.5
PLAIN = "/healthz"


def bodies(server: Running, asset: str) -> dict[str, bytes]:
    """What nginx is to serve: the very bytes of the server's own answers."""
    return {"plain.txt": _fetch(server, PLAIN), "asset.css": _fetch(server, asset)}


def measure(server: Running, nginx: Running, token: str, asset: str, rounds: int) -> tuple[list[Row], dict]:
    """Rounds are interleaved, the order swaps from one to the next; the ratio is the median of the rounds' ratios."""
    rows, found = [], {}
    for name, path, reference, target in (("GET " + PLAIN, PLAIN, "/plain.txt", LEAST_RATIO), (f"GET {asset}", asset, "/asset.css", None)):
        ours, theirs = [], []
        for turn in range(rounds):
            pair = [(server, path, ours), (nginx, reference, theirs)]
            for program, where, into in pair if turn % 2 == 0 else reversed(pair):
                into.append(_wrk(program, where))
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        found[name] = {"server": ours, "nginx": theirs, "ratio": ratio}
        rows.append(Row(
            f"{name} (-c{CONNECTIONS})", f"{statistics.median(ours):.0f} /s", f"nginx, same body {statistics.median(theirs):.0f} /s", f"{ratio:.2f}",
            f"≥ {target}" if target else "–", ratio >= target if target else None))
    signed = [_wrk(server, "/api/v1/me", token) for _ in range(rounds)]
    found["GET /api/v1/me"] = {"server": signed}
    rows.append(Row("GET /api/v1/me, signed in (reads the database)", f"{statistics.median(signed):.0f} /s"))
    return rows, found


def _fetch(server: Running, path: str) -> bytes:
    status, body = Caller(server.port).raw("GET", path)
    if status != 200:
        raise SystemExit(f"GET {path}: {status}")
    return body


def _wrk(program: Running, path: str, token: str | None = None) -> float:
    """Answers a second; refuses to count anything but 2xx."""
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s"]
    if token:
        words += ["-H", f"Authorization: Bearer {token}"]
    output = subprocess.run([*words, f"http://127.0.0.1:{program.port}{path}"], check=True, capture_output=True, text=True, timeout=SECONDS + 60).stdout
    rate = re.search(r"Requests/sec:\s+([\d.]+)", output)
    if rate is None or "Non-2xx" in output:
        raise SystemExit(f"wrk {path}:\n{output}")
    return float(rate.group(1))
