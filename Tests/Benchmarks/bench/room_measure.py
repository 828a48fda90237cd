"""A room of 200 votes within two seconds; how much of that the server used."""
import statistics

from . import room
from .chamber import Chamber, Session, open_poll
from .process import Running
from .results import Row


def measure(server: Running, chamber: Chamber, session: Session, rounds: int) -> tuple[list[Row], dict]:
    found, faults = [], []
    for _ in range(rounds):
        poll = open_poll(chamber, session.meeting)
        used = server.cpu_seconds()
        vote = room.vote(server.port, [member.token for member in session.members], chamber.admin.token, session.meeting, poll)
        faults += vote.faults()
        found.append({"voting": vote.voting_seconds, "closing": vote.closing_seconds, "serverCPU": server.cpu_seconds() - used})
    slowest = max(one["voting"] for one in found)
    share = statistics.median(one["serverCPU"] / (one["voting"] + one["closing"]) for one in found)
    rows = [
        Row(f"{room.MEMBERS} members vote: to the last 201", f"{slowest:.2f} s", "", "", f"≤ {room.MOST_SECONDS:.0f} s", slowest <= room.MOST_SECONDS),
        Row("  from the close to the last screen", f"{max(one['closing'] for one in found):.2f} s"),
        Row("  the server's share of the time (processor seconds a second)", f"{share:.2f}"),
        Row("  lost, doubled or differing", str(len(faults)), target="0", ok=not faults),
    ]
    return rows, {"rounds": found, "faults": faults}
