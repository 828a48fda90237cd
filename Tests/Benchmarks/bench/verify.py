"""Signature verification through the HTTP API beside pdfsig and pyHanko, file by file."""
import concurrent.futures
import json
import pathlib
import subprocess
import time

from . import pyhanko_reference
from .api import Caller
from .process import Running
from .results import Row, percentile

MOST_P95_MS = 100.0
AT_ONCE = 4
PASS_PDFSIG_SECONDS = 30


def papers(root: pathlib.Path) -> list[tuple[pathlib.Path, set[str]]]:
    """Every PDF of the corpus and of the demo city, with the indications its manifest accepts."""
    found = []
    for folder, key in (("Tests/Fixtures/signatures", "files"), ("Storage/Seeds/papers", "papers")):
        for entry in json.loads((root / folder / "manifest.json").read_text())[key]:
            path = root / folder / entry["file"]
            if path.suffix == ".pdf":
                found.append((path, set(entry["accept"]) if "accept" in entry else {entry["expected"]["indication"]}))
    return found


def trust(root: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """A trust folder with the anchors of both."""
    folder.mkdir()
    for place in ("Tests/Fixtures/signatures/trust", "Storage/Seeds/papers/trust"):
        for anchor in sorted((root / place).glob("*.pem")):
            (folder / anchor.name).write_bytes(anchor.read_bytes())
    return folder


def measure(server: Running, token: str, root: pathlib.Path, anchors: pathlib.Path, folder: pathlib.Path, rounds: int) -> tuple[list[Row], dict]:
    """In each round each file goes through all three, one directly after the other, so that all meet the same machine."""
    files = papers(root)
    caller = Caller(server.port, token)
    nss = _nss(anchors, folder)
    pyhanko = pyhanko_reference.Verifier(anchors)
    times: dict[str, list[float]] = {"api": [], "pdfsig": [], "pyHanko": []}
    wrong: dict[str, str] = {}
    for turn in range(rounds + 1):
        for path, accepted in files:
            content = path.read_bytes()
            for name, work in (("api", lambda: _verify(caller, content)), ("pdfsig", lambda: _pdfsig(path, nss)), ("pyHanko", lambda: pyhanko.verify(content))):
                start = time.perf_counter()
                said = work()
                # The first round warms every program up.
                if turn:
                    times[name].append((time.perf_counter() - start) * 1000)
                if name == "api" and said not in accepted:
                    wrong[path.name] = f"{said}, expected {' or '.join(sorted(accepted))}"
    rates = {"api": _rate(files, rounds, lambda path, caller: _verify(caller, path.read_bytes()), server.port, token),
             "pdfsig": _rate(files, rounds, lambda path, _: _pdfsig(path, nss), server.port, token)}
    median = {name: percentile(values, 0.5) for name, values in times.items()}
    p95 = {name: percentile(values, 0.95) for name, values in times.items()}
    rows = [
        Row("verification over HTTP, median", f"{median['api']:.1f} ms", f"pdfsig {median['pdfsig']:.1f} ms", f"{median['pdfsig'] / median['api']:.1f}× faster",
            "faster", median["api"] < median["pdfsig"]),
        Row("", "", f"pyHanko {median['pyHanko']:.1f} ms", f"{median['pyHanko'] / median['api']:.1f}× faster"),
        Row("verification over HTTP, p95", f"{p95['api']:.1f} ms", f"pdfsig {p95['pdfsig']:.1f} ms, pyHanko {p95['pyHanko']:.1f} ms", f"{p95['pdfsig'] / p95['api']:.1f}× faster",
            f"< {MOST_P95_MS:.0f} ms", p95["api"] < MOST_P95_MS),
        Row(f"verifications, {AT_ONCE} at once", f"{rates['api']:.0f} /s", f"pdfsig {rates['pdfsig']:.0f} /s", f"{rates['api'] / rates['pdfsig']:.1f}"),
        Row(f"verdicts as the manifests say ({len(files)} files)", f"{len(files) - len(wrong)}", f"{len(files)}", target="all", ok=not wrong),
    ]
    return rows, {"ms": times, "perSecond": rates, "wrong": wrong, "files": len(files)}


def _verify(caller: Caller, content: bytes) -> str:
    status, answer = caller.raw("POST", "/api/v1/signatures/verify", content, {"Content-Type": "application/pdf"})
    if status == 422:
        # The file is refused as unreadable; where that is right the manifest says ERROR.
        return "ERROR"
    if status != 200:
        raise SystemExit(f"verify: {status} {answer[:300].decode(errors='replace')}")
    return json.loads(answer)["indication"]


def _pdfsig(path: pathlib.Path, nss: str) -> int:
    """A process of its own for each file: that is how pdfsig is used. Without OCSP: no verdict here waits for a network."""
    return subprocess.run(
        ["pdfsig", "-no-ocsp", "-nssdir", nss, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=PASS_PDFSIG_SECONDS).returncode


def _nss(anchors: pathlib.Path, folder: pathlib.Path) -> str:
    """The same anchors as an NSS database, so that pdfsig builds whole chains too."""
    database = folder / "nss"
    database.mkdir()
    subprocess.run(["certutil", "-N", "-d", f"sql:{database}", "--empty-password"], check=True, capture_output=True)
    for anchor in sorted(anchors.glob("*.pem")):
        subprocess.run(["certutil", "-A", "-d", f"sql:{database}", "-n", anchor.stem, "-t", "CT,C,C", "-i", str(anchor)], check=True, capture_output=True)
    return str(database)


def _rate(files: list, rounds: int, work, port: int, token: str) -> float:
    """Verifications a second with `AT_ONCE` in flight."""
    jobs = [path for _ in range(rounds) for path, _ in files]

    def lane(n: int) -> None:
        caller = Caller(port, token)
        for path in jobs[n::AT_ONCE]:
            work(path, caller)

    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(lane, range(AT_ONCE)))
    return len(jobs) / (time.perf_counter() - start)
