"""What goes wrong while people vote: two tabs, lost answers, wrong clocks, people who leave, members who are removed."""

import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone

import pytest

from .calling import good
from .problems import refused


@pytest.fixture
def council(city):
    return city.body(6)


def test_two_tabs_leave_one_ballot_the_last(council):
    poll = council.opened().opened_poll()
    voter = council.seats[1]
    with ThreadPoolExecutor(2) as tabs:
        answers = list(tabs.map(lambda choice: good(poll.cast(voter, choice), 201), ["for", "against"]))
    last = max(answers, key=lambda answer: answer["seq"])
    mine = poll.look(voter)["mine"]
    assert mine["seq"] == last["seq"]
    tally = poll.close()["tally"]
    assert tally["for"] + tally["against"] == 1 and tally[mine["choice"]] == 1


def test_a_retry_after_a_lost_answer_takes_effect_once(council):
    """The request reaches the server, the answer never reaches the browser: the page sends it again under the same key."""
    poll = council.opened().opened_poll()
    voter = council.seats[1]
    body = b'{"choice": "for"}'
    raw = (
        f"POST /api/v1{poll.path}/ballots HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {voter.token}\r\nContent-Type: application/json\r\n"
        f"Idempotency-Key: mat-mang\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body
    line = socket.create_connection(("127.0.0.1", voter.server.port))
    line.sendall(raw)
    line.close()
    first = good(poll.cast(voter, "for", key="mat-mang"), 201)
    assert good(poll.cast(voter, "for", key="mat-mang"), 201) == first
    received = [event for event in _events(council, poll) if event == voter.id]
    assert received == [voter.id], "one ballot was received, not two"
    assert poll.close()["tally"]["for"] == 1


def _events(council, poll):
    from .log_reading import events

    return [body["userId"] for _, _, _, _, body in events(council.city.server.data, "ballot.received") if body["poll"] == poll.id]


def test_a_wrong_clock_of_the_device_decides_nothing(council):
    """Lateness is the server's instant of arrival; what the request says of its time is not looked at."""
    poll = council.opened().opened_poll(durationSeconds=600)
    voter = council.seats[1]
    for skew in (timedelta(days=-400), timedelta(hours=9), timedelta(days=400)):
        date = (datetime.now(timezone.utc) + skew).strftime("%a, %d %b %Y %H:%M:%S GMT")
        good(voter.post(f"{poll.path}/ballots", {"choice": "for"}, headers={"Date": date}), 201)
    assert poll.close()["tally"]["for"] == 1


def test_a_member_removed_from_the_body_while_the_poll_runs_still_has_his_seat(city, council):
    """The roster was frozen at the opening: N does not move under a vote, and the removed member's ballot counts."""
    poll = council.opened().opened_poll()
    removed = council.seats[3]
    good(city.admin.delete(f"/bodies/{council.id}/members/{removed.id}"), 204)
    good(poll.cast(removed, "for"), 201)
    result = poll.close()
    assert (result["members"], result["tally"]["for"]) == (6, 1)


def test_an_account_disabled_while_the_poll_runs_sends_nothing_more(city, council):
    poll = council.opened().opened_poll()
    voter = council.seats[3]
    good(poll.cast(voter, "for"), 201)
    good(city.admin.post(f"/users/{voter.id}/disable"), 200)
    refused(poll.cast(voter, "against"), 401)
    assert poll.close()["tally"]["for"] == 1


def test_quorum_lost_while_a_secret_poll_runs_leaves_no_decision(council):
    meeting = council.opened()
    poll = meeting.opened_poll(secrecy="secret")
    for number, person in enumerate(council.seats):
        good(poll.cast(person, "for", tracker=f"{number:032x}"), 201)
    for person in council.seats[:3]:
        meeting.attend(person, "absent")
    result = poll.close()
    assert (result["outcome"], result["tally"]["for"], result["present"]) == ("noQuorum", 6, 3)


def test_a_substitute_is_a_guest_and_has_no_ballot(city, council):
    meeting = council.opened()
    substitute = city.account()
    good(meeting.secretary.put(f"{meeting.path}/invited/{substitute.id}", {"capacity": "Dự thay ông Bình"}), 200)
    poll = meeting.opened_poll()
    refused(poll.cast(substitute, "for"), 403, "ballot.not-entitled")
    assert poll.close()["members"] == 6


def test_remote_members_are_told_as_such(council):
    meeting = council.opened()
    meeting.attend(council.seats[2], "online")
    poll = meeting.opened_poll()
    poll.vote({council.seats[1]: "for", council.seats[2]: "for"})
    poll.close()
    proof = good(council.secretary.get(f"{poll.path}/proof"), 200)
    assert {ballot["userId"]: ballot["remote"] for ballot in proof["ballots"]} == {council.seats[1].id: False, council.seats[2].id: True}
