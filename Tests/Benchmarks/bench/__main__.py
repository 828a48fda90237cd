"""`python -m bench`: everything in one run, the table at the end, exit 1 when a target was missed."""
import argparse
import json
import os
import pathlib
import sys
import tempfile

from . import ballots, chamber, machine, pages, process, push, reports, room, room_measure, verify
from .results import Row, table

PASSWORD = "do-luong-2026"
PARTS = ("ballots", "room", "push", "pages", "verify", "reports")


def main() -> int:
    options = arguments()
    root = pathlib.Path(__file__).resolve().parents[3]
    native = pathlib.Path(__file__).resolve().parents[1] / "native"
    rounds = 2 if options.quick else 3
    with tempfile.TemporaryDirectory(dir=options.work, prefix="run-") as name:
        folder = pathlib.Path(name)
        found = {"machine": machine.describe(folder)}
        rows: list[Row] = []
        anchors = verify.trust(root, folder / "trust")
        home = options.home or root
        asset = static_asset(home)
        with process.server(options.binaries, home, folder, PASSWORD, anchors) as server:
            say("signing members in")
            hall = chamber.enter(server.port, PASSWORD)
            if "ballots" in options.only:
                say("ballots beside bare SQLite")
                council = chamber.session(hall, "Hội đồng đo phiếu", chamber.VOTERS)
                add(rows, found, "ballots", ballots.measure(server, hall, council, folder, native, options.tools, rounds))
            if "room" in options.only:
                say(f"a room of {room.MEMBERS}")
                full = chamber.session(hall, "Hội đồng cùng bỏ phiếu", room.MEMBERS)
                add(rows, found, "room", room_measure.measure(server, hall, full, rounds))
            if "push" in options.only:
                say(f"{push.SOCKETS} WebSockets")
                assembly = chamber.session(hall, "Hội đồng đo tin đẩy", chamber.MEMBERS)
                add(rows, found, "push", push.measure(server, hall, assembly, folder, options.tools, 10 if options.quick else 40))
            if "pages" in options.only:
                say("plain GETs beside nginx")
                with process.nginx(folder, pages.bodies(server, asset)) as nginx:
                    add(rows, found, "pages", pages.measure(server, nginx, hall.members[0].token, asset, 3 if options.quick else 9))
            if "verify" in options.only:
                say("verifications beside pdfsig and pyHanko")
                add(rows, found, "verify", verify.measure(server, hall.admin.token, root, anchors, folder, 1 if options.quick else 4))
            if "reports" in options.only:
                say("reports beside bare SQLite, and due instants")
                add(rows, found, "reports", reports.measure(server, hall, folder, native, options.tools, PASSWORD))
            code = server.stop()
        rows.append(Row("the server ends with 0 on SIGTERM", str(code), "0", target="0", ok=code == 0))
    found["machine"]["loadAfter"] = os.getloadavg()[0]
    found["rows"] = [row.__dict__ for row in rows]
    print(table(rows))
    print("\n" + ", ".join(f"{key} {value}" for key, value in found["machine"].items()))
    if found["machine"]["fileSystem"] in ("tmpfs", "ramfs"):
        print("The data folder lies in memory: the ballots say nothing of a disk.")
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 0 if all(row.ok is not False for row in rows) else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--binaries", type=pathlib.Path, required=True, help="folder of ecabinet-server and ecabinet-worker")
    parser.add_argument("--tools", type=pathlib.Path, required=True, help="folder of the compiled C programs")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for data, on the disk that is to be measured")
    parser.add_argument("--json", type=pathlib.Path, help="write all numbers to this file")
    parser.add_argument("--home", type=pathlib.Path, help="folder with Templates and Storage (default: this repository)")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    return parser.parse_args()


def static_asset(root: pathlib.Path) -> str:
    """The largest style sheet: what a browser loads with every page."""
    files = (root / "Templates/static/css").glob("*.css")
    return "/static/css/" + max(files, key=lambda path: path.stat().st_size).name


def add(rows: list[Row], found: dict, name: str, part: tuple[list[Row], dict]) -> None:
    rows.extend(part[0])
    found[name] = part[1]


def say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
