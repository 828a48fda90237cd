"""Opinions by slip: reason, deadline in working days, late slips, the report, the next agenda, reminders by e-mail."""

import email
import email.policy
import socket
import threading
from datetime import datetime

import pytest
from aiosmtpd.controller import Controller

from .calling import good, sign_in
from .city import City, instant
from .conftest import ADMIN, copied
from .polling import eventually
from .problems import refused
from .running import Server


@pytest.fixture(scope="module")
def council(city):
    return city.body(5)


def circulated(council, **wanted):
    meeting = council.draft(type="circulated")
    good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Việc gấp, không cần thảo luận"} | wanted), 200)
    return meeting.advance("convene")


def test_a_slip_is_due_in_working_days_of_the_calendar(council):
    meeting = circulated(council, workingDays=3)
    poll = meeting.opened_poll()
    look = poll.look()
    now = datetime.now().astimezone().isoformat()
    wanted = good(council.secretary.get("/deadlines", params={"start": now, "budget": "3d", "calendar": "vn-public"}), 200)["due"]
    assert datetime.fromisoformat(look["closesAt"]) == datetime.fromisoformat(wanted)


def test_the_chairman_approves_and_a_new_wording_asks_him_again(council):
    meeting = circulated(council)
    refused(council.secretary.post(f"{meeting.path}/circulation/approve"), 403, "auth.forbidden")
    approved = good(council.chairman.post(f"{meeting.path}/circulation/approve"), 200)
    assert approved["approvedBy"] == council.chairman.id and approved["workingDays"] == 5
    again = good(council.secretary.put(f"{meeting.path}/circulation", {"reason": "Lý do khác"}), 200)
    assert again["approvedBy"] is None
    refused(council.secretary.put(f"{meeting.path}/circulation", {"reason": " "}), 422, "request.invalid", "/reason")
    refused(council.secretary.put(f"{meeting.path}/circulation", {"reason": "x", "workingDays": 61}), 422, "request.invalid", "/workingDays")
    session = council.convened()
    refused(council.secretary.put(f"{session.path}/circulation", {"reason": "x"}), 409, "meeting.wrong-state")


def test_a_late_slip_is_recorded_and_not_counted(council):
    poll = circulated(council).opened_poll()
    chair, second, third, late, silent = council.seats
    good(poll.cast(chair, "for"), 201)
    good(poll.cast(second, "abstain", text="Đề nghị làm rõ nguồn vốn"), 201)
    refused(late.post(f"{poll.path}/late-slips", {"choice": "for"}), 409, "poll.wrong-state")
    before = poll.close()
    refused(poll.cast(late, "for"), 409, "poll.not-open")
    good(late.post(f"{poll.path}/late-slips", {"choice": "against", "text": "Tôi đi công tác"}), 201)
    refused(late.post(f"{poll.path}/late-slips", {"choice": "for"}), 409, "ballot.already-cast")
    refused(chair.post(f"{poll.path}/late-slips", {"choice": "for"}), 409, "ballot.already-cast")
    assert poll.look()["tally"] == before["tally"] == {"for": 1, "against": 0, "abstain": 1, "none": 3}
    lines = {line["userId"]: line for line in council.secretary.items(f"{poll.path}/opinions")}
    assert (lines[second.id]["text"], lines[second.id]["late"]) == ("Đề nghị làm rõ nguồn vốn", False)
    assert (lines[late.id]["choice"], lines[late.id]["text"], lines[late.id]["late"]) == ("against", "Tôi đi công tác", True)
    assert (lines[silent.id]["choice"], lines[silent.id]["at"]) == (None, None)
    # A member reads who chose what, but words only of himself.
    seen = {line["userId"]: line for line in third.items(f"{poll.path}/opinions")}
    assert seen[second.id]["choice"] == "abstain" and seen[second.id]["text"] is None
    page = council.secretary.request("GET", f"/polls/{poll.id}/opinions", base="", headers={"Accept": "text/html"})
    assert page.status_code == 200 and "Đề nghị làm rõ nguồn vốn" in page.text and "Muộn" in page.text


def test_the_result_goes_onto_the_next_agenda(city):
    council = city.body(3)
    meeting = circulated(council)
    poll = meeting.opened_poll()
    good(poll.cast(council.seats[0], "for"), 201)
    poll.close()
    meeting.advance("close")
    session = council.draft(startsAt=instant(86_400), endsAt=instant(90_000))

    def announced():
        items = council.secretary.items(f"{session.path}/agenda")
        return [item for item in items if item["kind"] == "report"]

    items = eventually(announced, within=20, what="the item of information")
    assert len(items) == 1 and "Phiên họp thường kỳ" in items[0]["title"]
    assert good(council.secretary.get(f"{meeting.path}/circulation"), 200)["announcedIn"] == session.id


class Box:
    """A real mail server that keeps what it was given."""

    def __init__(self):
        self.letters = []
        self.lock = threading.Lock()

    async def handle_DATA(self, server, session, envelope):
        with self.lock:
            self.letters.append((envelope.rcpt_tos[0], email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 OK"

    def to(self, address):
        with self.lock:
            return [letter for recipient, letter in self.letters if recipient == address]


@pytest.fixture
def post(seeded_folder, tmp_path):
    """A mail server and a house that sends to it."""
    box = Box()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    extra = {"ECABINET_SMTP_HOST": f"127.0.0.1:{port}", "ECABINET_SMTP_FROM": "phong-hop@example.gov.vn"}
    server = Server(copied(seeded_folder, tmp_path), extra=extra).start()
    yield box, City(server, sign_in(server, ADMIN))
    server.stop()
    controller.stop()


def test_reminders_come_at_half_at_nine_tenths_and_after_and_stop_with_the_slip(post):
    box, city = post
    council = city.body(3)
    addresses = {}
    for number, person in enumerate(council.seats):
        addresses[person] = f"uv{number}@example.gov.vn"
        good(person.put(f"/users/{person.id}/mail", {"address": addresses[person]}), 204)
    refused(council.seats[0].put(f"/users/{council.seats[1].id}/mail", {"address": "a@b.vn"}), 403, "auth.forbidden")
    refused(council.seats[0].put(f"/users/{council.seats[0].id}/mail", {"address": "không phải"}), 422, "request.invalid", "/address")
    poll = circulated(council).opened_poll(title="Điều chỉnh quy hoạch đường số 3", durationSeconds=40)
    quick, slow, silent = council.seats
    good(poll.cast(quick, "for"), 201)
    eventually(lambda: len(box.to(addresses[silent])) >= 1 and len(box.to(addresses[slow])) >= 1, within=40, what="the reminder at half of the time")
    good(poll.cast(slow, "for"), 201)
    eventually(lambda: len(box.to(addresses[silent])) == 3, within=60, what="all three reminders")
    assert box.to(addresses[quick]) == [] and len(box.to(addresses[slow])) == 1
    letter = box.to(addresses[silent])[0]
    assert letter["Subject"] == "Nhắc gửi phiếu lấy ý kiến"
    body = letter.get_content()
    assert "Điều chỉnh quy hoạch đường số 3" in body and "giờ Hà Nội" in body
