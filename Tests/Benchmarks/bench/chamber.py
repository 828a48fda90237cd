"""A council large enough to measure: members with tokens, a meeting in session, an open poll."""
import concurrent.futures
import dataclasses
import datetime

from .api import Caller, sign_in

MEMBERS = 500
# Members who vote in the measured poll.
VOTERS = 100
SIGN_IN_THREADS = 4


@dataclasses.dataclass
class Member:
    id: str
    token: str


@dataclasses.dataclass
class Session:
    """A meeting in session."""

    meeting: str
    members: list[Member]


@dataclasses.dataclass
class Chamber:
    port: int
    admin: Caller
    members: list[Member]


def enter(port: int, password: str) -> Chamber:
    """Makes the members' accounts and signs each in."""
    admin = sign_in(port, "quantri", password)

    def member(n: int) -> Member:
        role = "leader" if n == 0 else "member"
        caller = Caller(port, admin.token)
        made = caller.json("POST", "/users", {"username": f"bench{n:03}", "name": f"Đại biểu {n + 1}", "role": role, "password": password})
        return Member(made["id"], sign_in(port, f"bench{n:03}", password).token)

    with concurrent.futures.ThreadPoolExecutor(SIGN_IN_THREADS) as pool:
        members = list(pool.map(member, range(MEMBERS)))
    return Chamber(port, admin, members)


def session(chamber: Chamber, name: str, count: int) -> Session:
    """Seats the first `count` members in a body of their own, all in the room, and opens a meeting of it."""
    admin = chamber.admin
    members = chamber.members[:count]
    body = admin.json("POST", "/bodies", {"name": name})["id"]
    for order, member in enumerate(members):
        admin.json("PUT", f"/bodies/{body}/members/{member.id}", {"role": "member" if order else "chairman", "weight": 1, "order": order + 1})
    start = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    end = start + datetime.timedelta(hours=4)
    meeting = admin.json("POST", "/meetings", {
        "bodyId": body, "title": name, "type": "regular", "form": "inRoom", "startsAt": start.isoformat(), "endsAt": end.isoformat(), "place": "Hội trường"})["id"]
    admin.json("POST", f"/meetings/{meeting}/convene")
    for member in members:
        admin.json("PUT", f"/meetings/{meeting}/attendance/{member.id}", {"state": "inRoom"})
    admin.json("POST", f"/meetings/{meeting}/open")
    return Session(meeting, members)


def open_poll(chamber: Chamber, meeting: str) -> str:
    poll = chamber.admin.json("POST", f"/meetings/{meeting}/polls", {"title": "Thông qua nghị quyết", "method": "approval", "secrecy": "open"})["id"]
    chamber.admin.json("POST", f"/polls/{poll}/open")
    return poll
