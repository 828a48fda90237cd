"""A small city made through the API: accounts of every role, a body, its meetings in any state."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from .calling import Caller, fresh, good, sign_in
from .polling import eventually
from .running import PASSWORD, ROOT

SAMPLES = ROOT / "Tests" / "Fixtures" / "signatures"
VIETNAM = timezone(timedelta(hours=7))
# The worker may have much to do on two cores.
EXAMINATION_SECONDS = 90


def instant(seconds):
    """RFC 3339 in the time zone of the city, `seconds` from now."""
    return (datetime.now(VIETNAM) + timedelta(seconds=seconds)).isoformat(timespec="milliseconds")


class City:
    """The administrator's view of one server; makes what a test needs and nothing else."""

    def __init__(self, server, admin):
        self.server = server
        self.admin = admin

    def account(self, role="member", *, name=None, title="", password=PASSWORD, token=True):
        """A new account with a token."""
        username = fresh("u")
        made = good(
            self.admin.post("/users", {"username": username, "name": name or f"Người {username}", "role": role, "password": password, "title": title}), 201)
        caller = sign_in(self.server, username, password) if token else Caller(self.server, username=username)
        caller.id = made["id"]
        return caller

    def body(self, members=3, *, rules=None, weights=None, name=None):
        """A body with a chairman and `members` - 1 others, its secretary, and a deputy where there is room for one."""
        wanted = {"name": name or f"Hội đồng {fresh()}"}
        if rules:
            wanted["rules"] = rules
        id = good(self.admin.post("/bodies", wanted), 201)["id"]
        body = Body(self, id)
        for number in range(members):
            role = "chairman" if number == 0 else "viceChairman" if number == 1 and members > 2 else "member"
            body.seats.append(body.seat(self.account("leader" if number == 0 else "member"), role, weight=(weights or {}).get(number, 1)))
        body.secretary = body.seat(self.account("secretary"), "secretary")
        return body


class Body:
    def __init__(self, city, id):
        self.city = city
        self.id = id
        self.seats = []
        self.secretary = None

    def seat(self, person, role, weight=1):
        good(self.city.admin.put(f"/bodies/{self.id}/members/{person.id}", {"role": role, "weight": weight}), 200)
        return person

    @property
    def chairman(self):
        return self.seats[0]

    def draft(self, **changes):
        wanted = particulars(self.id) | changes
        made = good(self.secretary.post("/meetings", wanted), 201)
        return Meeting(self, made["id"])

    def convened(self, **changes):
        return self.draft(**changes).advance("convene")

    def opened(self, present=None, **changes):
        """An open meeting with the first `present` members in the room (all of them by default)."""
        meeting = self.convened(**changes)
        for person in self.seats[: len(self.seats) if present is None else present]:
            meeting.attend(person)
        return meeting.advance("open")


def particulars(body):
    return {
        "bodyId": body, "title": "Phiên họp thường kỳ", "type": "regular", "form": "inRoom", "startsAt": instant(3600), "endsAt": instant(7200),
        "place": "Phòng họp số 1"}


class Meeting:
    def __init__(self, body, id):
        self.body = body
        self.id = id

    @property
    def secretary(self):
        return self.body.secretary

    @property
    def path(self):
        return f"/meetings/{self.id}"

    def look(self, who=None):
        return good((who or self.secretary).get(self.path), 200)

    def advance(self, verb):
        good(self.secretary.post(f"{self.path}/{verb}"), 200)
        return self

    def attend(self, person, state="inRoom", **more):
        return good(self.secretary.put(f"{self.path}/attendance/{person.id}", {"state": state} | more), 200)

    def item(self, title="Nội dung thứ nhất", **more):
        return good(self.secretary.post(f"{self.path}/agenda", {"title": title} | more), 201)

    def announce(self, text):
        return good(self.secretary.post(f"{self.path}/announcements", {"text": text}), 201)["seq"]

    def invite(self, person):
        good(self.secretary.put(f"{self.path}/invited/{person.id}", {"capacity": "Khách mời"}), 200)
        return person

    def upload(self, content, *, who=None, key=None, headers=None, **parameters):
        """Sends a paper's bytes; the plain answer."""
        parameters = {"title": "Tờ trình", "kind": "toTrinh"} | parameters
        sent = {"Content-Type": "application/pdf"} | (headers or {})
        return (who or self.secretary).request("POST", f"{self.path}/documents", params=parameters, headers=sent, data=content, key=key)

    def paper(self, content=None, **parameters):
        return good(self.upload(sample() if content is None else content, **parameters), 200, 201)

    def ready(self, document):
        """The paper once the worker has looked into it, whatever it found."""
        return eventually(lambda: self._settled(document["id"]), within=EXAMINATION_SECONDS, what="the examination of the paper")

    def _settled(self, id):
        document = good(self.secretary.get(f"/documents/{id}"), 200)
        return document if document["state"] != "processing" else None

    def poll(self, **changes):
        """A poll in preparation."""
        wanted = {"title": "Thông qua dự thảo?", "method": "approval", "secrecy": "open"} | changes
        return Poll(self, good(self.secretary.post(f"{self.path}/polls", wanted), 201)["id"])

    def opened_poll(self, **changes):
        return self.poll(**changes).open()


class Poll:
    def __init__(self, meeting, id):
        self.meeting = meeting
        self.id = id

    @property
    def path(self):
        return f"/polls/{self.id}"

    def look(self, who=None):
        return good((who or self.meeting.secretary).get(self.path), 200)

    def open(self):
        good(self.meeting.secretary.post(f"{self.path}/open"), 200)
        return self

    def cast(self, person, choice, *, key=None, **more):
        return person.post(f"{self.path}/ballots", {"choice": choice} | more, key=key)

    def vote(self, choices):
        """Ballots of `{person: choice}`, each of which must be taken."""
        for person, choice in choices.items():
            good(self.cast(person, choice), 201)
        return self

    def close(self):
        return good(self.meeting.secretary.post(f"{self.path}/close"), 200)


def sample(name="ok-bb-rsa2048.pdf"):
    return (SAMPLES / name).read_bytes()


def trust_folder() -> Path:
    return SAMPLES / "trust"
