"""Contract §4: the WebSocket, frame by frame."""

import time

import pytest
from websockets.exceptions import InvalidStatus

from .calling import Caller, good, sign_in
from .sockets import Push


@pytest.fixture(scope="module")
def council(city):
    return city.body(4)


@pytest.fixture
def meeting(council):
    return council.opened()


def stream(meeting):
    return f"meeting:{meeting.id}"


def silent(socket, within=0.6):
    """No frame of events comes any more within a while: bounded, and only after a frame that proves delivery."""
    try:
        frame = socket.next("events", within)
    except TimeoutError:
        return True
    raise AssertionError(f"unexpected {frame}")


# Subscribing


def test_from_the_beginning_means_every_event(meeting):
    look = meeting.look()
    with Push(meeting.secretary).subscribe(stream(meeting), after=0) as socket:
        subscribed = socket.next("subscribed")
        assert (subscribed["stream"], subscribed["epoch"], subscribed["head"]) == (stream(meeting), look["epoch"], look["head"])
        events = socket.events_until(look["head"])
    assert [event["seq"] for event in events] == list(range(1, look["head"] + 1))
    assert events[0]["kind"] == "meeting.created"
    kinds = [event["kind"] for event in events]
    assert "meeting.convened" in kinds and "meeting.opened" in kinds and kinds.count("attendance.changed") == 4
    for event in events:
        assert set(event) == {"seq", "kind", "at", "actor", "data"}
        assert event["at"].endswith("+07:00") or event["at"].endswith("Z"), event["at"]
        assert isinstance(event["data"], dict)


def test_from_now_on_means_nothing_old(meeting):
    with Push(meeting.secretary).subscribe(stream(meeting)) as socket:
        head = socket.next("subscribed")["head"]
        seq = meeting.announce("Từ bây giờ")
        frame = socket.next("events")
        assert (frame["from"], frame["to"]) == (head + 1, seq)
        assert [event["seq"] for event in frame["events"]] == [seq]


def test_from_a_cursor_means_what_came_after_it(meeting):
    first, second = meeting.announce("Một"), meeting.announce("Hai")
    epoch = meeting.look()["epoch"]
    with Push(meeting.secretary).subscribe(stream(meeting), after=first, epoch=epoch) as socket:
        assert [event["seq"] for event in socket.events_until(second)] == [second]


def test_at_the_head_nothing_comes_until_something_happens(meeting):
    head = meeting.look()["head"]
    with Push(meeting.secretary).subscribe(stream(meeting), after=head, epoch=meeting.look()["epoch"]) as socket:
        socket.next("subscribed")
        seq = meeting.announce("Có tin")
        assert socket.next("events")["to"] == seq


def test_an_announcement_comes_with_its_text(meeting):
    with Push(meeting.body.seats[1]).subscribe(stream(meeting)) as socket:
        socket.next("subscribed")
        seq = meeting.announce("Giải lao mười phút")
        event = socket.next("events")["events"][0]
        assert (event["seq"], event["kind"], event["data"]["text"]) == (seq, "announcement.posted", "Giải lao mười phút")


def test_another_epoch_is_to_be_fetched_afresh(meeting):
    with Push(meeting.secretary) as socket:
        socket.subscribe(stream(meeting), after=1, epoch="mot-thoi-khac")
        assert socket.error("push.resync")["stream"] == stream(meeting)
        socket.subscribe(stream(meeting), after=0, epoch=meeting.look()["epoch"])
        assert socket.events_until(meeting.look()["head"])


def test_a_cursor_ahead_of_the_log_is_to_be_fetched_afresh(meeting):
    with Push(meeting.secretary) as socket:
        socket.subscribe(stream(meeting), after=meeting.look()["head"] + 1, epoch=meeting.look()["epoch"])
        socket.error("push.resync")


@pytest.mark.parametrize("name", ["meeting:khong-co", "meeting:", "report:1", "house", "person:khac", "body:1", "meeting:a:b", "quorum"])
def test_an_unknown_stream_is_not_found_and_the_socket_stays(meeting, name):
    with Push(meeting.body.seats[1]) as socket:
        socket.subscribe(name)
        socket.error("push.not-found")
        socket.subscribe(stream(meeting))
        socket.next("subscribed")


def test_a_stream_one_may_not_see_is_not_found(city, council):
    draft, meeting = council.draft(), council.convened()
    for who, target in ((city.account(), meeting), (council.seats[1], draft), (city.account("leader"), meeting)):
        with Push(who) as socket:
            socket.subscribe(stream(target), after=0)
            socket.error("push.not-found")


def test_unsubscribing_ends_the_stream_and_not_the_socket(council):
    first, second = council.opened(), council.opened()
    with Push(council.secretary) as socket:
        socket.subscribe(stream(first)).next("subscribed")
        socket.subscribe(stream(second)).next("subscribed")
        socket.send({"type": "unsubscribe", "stream": stream(first)})
        first.announce("Không ai nghe")
        seq = second.announce("Có người nghe")
        frame = socket.next("events")
        assert (frame["stream"], frame["to"]) == (stream(second), seq)


def test_ones_own_stream_tells_of_ones_own_sessions(city):
    account = city.account()
    with Push(account).subscribe("person:me", after=0) as socket:
        head = socket.next("subscribed")["head"]
        assert "session.started" in [event["kind"] for event in socket.events_until(head)]


# Who hears what


def test_ballots_are_heard_by_those_who_may_and_by_no_other(city, council):
    meeting = council.opened()
    chairman, voter, neighbour, _ = council.seats
    guest, auditor = meeting.invite(city.account()), city.account("auditor")
    poll = meeting.poll()
    listeners = {"chairman": chairman, "secretary": council.secretary, "admin": city.admin, "voter": voter, "neighbour": neighbour, "guest": guest, "auditor": auditor}
    sockets = {name: Push(who).subscribe(stream(meeting)) for name, who in listeners.items()}
    try:
        for socket in sockets.values():
            socket.next("subscribed")
        poll.open()
        receipt = good(poll.cast(voter, "against"), 201)
        good(poll.cast(voter, "for"), 201)
        poll.close()
        last = meeting.announce("Hết")
        heard = {name: socket.events_until(last) for name, socket in sockets.items()}
    finally:
        for socket in sockets.values():
            socket.socket.close()
    kinds = {name: [event["kind"] for event in events] for name, events in heard.items()}
    for name in ("chairman", "secretary", "admin"):
        assert kinds[name].count("ballot.received") == 1, name
        assert "ballot.recorded" not in kinds[name], name
        received = next(event for event in heard[name] if event["kind"] == "ballot.received")
        assert received["data"]["userId"] == voter.id and "choice" not in received["data"]
    assert "ballot.received" not in kinds["voter"]
    own = [event["data"]["choice"] for event in heard["voter"] if event["kind"] == "ballot.recorded"]
    assert own == ["against", "for"]
    assert receipt["seq"] in [event["seq"] for event in heard["voter"]]
    for name in ("neighbour", "guest", "auditor"):
        assert not {"ballot.received", "ballot.recorded"} & set(kinds[name]), name
    for name, events in heard.items():
        opened = next(event for event in events if event["kind"] == "poll.opened")
        closed = next(event for event in events if event["kind"] == "poll.closed")
        assert opened["data"]["poll"] == poll.id
        assert closed["data"]["tally"] == {"for": 1, "against": 0, "abstain": 0, "none": 3}, name
        assert closed["data"]["outcome"] == "notAdopted"
        assert {line["userId"]: line.get("choice") for line in closed["data"]["named"]}[voter.id] == "for"
        assert [line["userId"] for line in closed["data"]["named"]] == [person.id for person in council.seats]


def test_everyone_hears_how_many_ballots_came_back(council):
    meeting = council.opened()
    poll = meeting.opened_poll()
    with Push(council.seats[3]).subscribe(stream(meeting)) as socket:
        socket.next("subscribed")
        good(poll.cast(council.seats[0], "for"), 201)
        frame = socket.next("signal", name="turnout")
        assert (frame["stream"], frame["data"]["returned"], frame["data"]["of"]) == (stream(meeting), 1, 4)
        good(poll.cast(council.seats[1], "against"), 201)
        while (frame := socket.next("signal", name="turnout"))["data"]["returned"] < 2:
            pass
        assert "choice" not in str(frame)


def test_who_presides_hears_who_voted_and_who_no_longer_does_hears_no_more(council):
    meeting = council.opened()
    chairman, deputy, voter, _ = council.seats
    with Push(chairman).subscribe(stream(meeting)) as old, Push(deputy).subscribe(stream(meeting)) as new:
        old.next("subscribed"), new.next("subscribed")
        good(council.secretary.put(f"{meeting.path}/presiding", {"userId": deputy.id, "ground": "Chủ tịch rời phòng"}), 200)
        poll = meeting.opened_poll()
        good(poll.cast(voter, "for"), 201)
        last = meeting.announce("Hết")
        assert "ballot.received" in [event["kind"] for event in new.events_until(last)], "the presiding deputy does not hear who voted"
        assert "ballot.received" not in [event["kind"] for event in old.events_until(last)], "the chairman still hears who voted"


def test_a_guest_who_is_no_longer_invited_hears_no_more(city, council):
    meeting = council.opened()
    guest = meeting.invite(city.account())
    with Push(guest).subscribe(stream(meeting)) as socket:
        socket.next("subscribed")
        meeting.announce("Khách còn nghe")
        assert socket.next("events")
        good(council.secretary.delete(f"{meeting.path}/invited/{guest.id}"), 204)
        meeting.announce("Khách không được nghe")
        socket.error("push.not-found", within=5)
        silent(socket)


def test_a_member_taken_out_of_the_body_before_the_opening_hears_no_more(city):
    body = city.body(3)
    meeting = body.convened()
    with Push(body.seats[2]).subscribe(stream(meeting)) as socket:
        socket.next("subscribed")
        good(city.admin.delete(f"/bodies/{body.id}/members/{body.seats[2].id}"), 204)
        socket.error("push.not-found", within=5)
        meeting.announce("Không dành cho người đã ra")
        silent(socket)


def test_a_held_back_paper_is_heard_of_by_the_secretariat_alone(council):
    meeting = council.opened()
    with Push(council.seats[1]).subscribe(stream(meeting)) as member, Push(council.secretary).subscribe(stream(meeting)) as secretary:
        member.next("subscribed"), secretary.next("subscribed")
        document = meeting.ready(meeting.paper(release="false"))
        last = meeting.announce("Đã nhận")
        hidden = [event["kind"] for event in member.events_until(last)]
        shown = [event["kind"] for event in secretary.events_until(last)]
        assert not [kind for kind in hidden if kind.startswith("document.")]
        assert "document.added" in shown and "document.ready" in shown
        good(council.secretary.post(f"/documents/{document['id']}/release"), 200)
        assert "document.released" in [event["kind"] for event in member.next("events")["events"]]


# The door of the socket


def status_of(attempt):
    with pytest.raises(InvalidStatus) as refusal:
        attempt()
    return refusal.value.response.status_code


def test_without_a_token_there_is_no_socket(city):
    assert status_of(lambda: Push(Caller(city.server))) == 401
    assert status_of(lambda: Push(Caller(city.server, "khong-phai-ma"))) == 401


def test_a_token_for_verifying_hears_nothing(city):
    done = city.server.operate("token", "create", "--user", "quantri", "--scope", "verify", "--days", 1)
    assert status_of(lambda: Push(Caller(city.server, done.stdout.strip()))) == 403


def test_a_token_for_reading_hears(city, council):
    done = city.server.operate("token", "create", "--user", "quantri", "--scope", "read", "--days", 1)
    meeting = council.opened()
    with Push(Caller(city.server, done.stdout.strip())).subscribe(stream(meeting)) as socket:
        socket.next("subscribed")


def test_a_page_of_another_site_gets_no_socket(city):
    assert status_of(lambda: Push(city.admin, headers={"Origin": "https://evil.example"})) == 403


@pytest.mark.parametrize(("offered", "chosen"), [(["ecabinet.v1"], "ecabinet.v1"), ([], None), (["ecabinet.v9", "ecabinet.v1"], "ecabinet.v1")])
def test_the_dialect_is_agreed_on(city, offered, chosen):
    with Push(city.admin, subprotocols=offered) as socket:
        assert socket.socket.subprotocol == chosen
        socket.subscribe("person:me").next("subscribed")


def test_a_plain_request_to_the_socket_is_told_to_upgrade(city):
    answer = city.admin.get("/push")
    assert answer.status_code in (400, 426), answer.text
    if answer.status_code == 426:
        assert answer.headers["Upgrade"].lower() == "websocket"


# Bad manners

BAD = ["", "{", "[]", "null", '"subscribe"', "{}", '{"type":"shout","stream":"meeting:1"}', '{"type":"subscribe"}', '{"type":"subscribe","stream":7}',
       '{"type":"subscribe","stream":"meeting:1","after":-1}', '{"type":"subscribe","stream":"meeting:1","after":"1"}', '{"type":"subscribe","stream":"' + "a" * 500 + '"}',
       "[" * 10_000, '{"type":"signal","stream":"meeting:1"}']


@pytest.mark.parametrize("frame", BAD, ids=[frame[:30] or "empty" for frame in BAD])
def test_a_bad_frame_is_named_and_the_socket_stays(city, frame):
    with Push(city.admin) as socket:
        socket.send(frame)
        assert socket.error("push.bad-frame")["detail"]
        socket.subscribe("person:me").next("subscribed")


def test_binary_frames_are_bad_frames(city):
    with Push(city.admin) as socket:
        socket.send(b"\x00\x01")
        socket.error("push.bad-frame")


def test_ten_bad_frames_in_a_minute_end_the_socket(city):
    with Push(city.admin) as socket:
        for _ in range(10):
            socket.send("{}")
        assert socket.close_code() == 1008


def test_nine_bad_frames_do_not(city):
    with Push(city.admin) as socket:
        for _ in range(9):
            socket.send("{}")
        for _ in range(9):
            socket.error("push.bad-frame")
        socket.subscribe("person:me").next("subscribed")


def test_a_frame_beyond_64_kibibytes_ends_the_socket(city):
    with Push(city.admin) as socket:
        socket.send('{"type":"subscribe","stream":"meeting:1","x":"' + "a" * (64 << 10) + '"}')
        assert socket.close_code() == 1009


def test_a_frame_within_64_kibibytes_is_read(city):
    with Push(city.admin) as socket:
        socket.send('{"type":"subscribe","stream":"person:me","x":"' + "a" * 60_000 + '"}')
        socket.next("subscribed")


# The end


def test_an_ended_session_closes_its_socket(city):
    account = city.account()
    with Push(account).subscribe("person:me") as socket:
        socket.next("subscribed")
        good(city.admin.delete(f"/users/{account.id}/sessions"), 204)
        assert socket.close_code(within=10) == 4501
    assert status_of(lambda: Push(account)) == 401


def test_a_disabled_account_loses_its_socket(city):
    account = city.account()
    with Push(account) as socket:
        good(city.admin.post(f"/users/{account.id}/disable"), 200)
        assert socket.close_code(within=10) == 4501


def test_signing_out_closes_ones_own_socket_and_no_other(city):
    account = city.account()
    other = sign_in(city.server, account.username)
    with Push(account) as gone, Push(other) as staying:
        good(account.delete("/tokens/current"), 204)
        assert gone.close_code(within=10) == 4501
        staying.subscribe("person:me").next("subscribed")


def test_stopping_sends_everyone_away_to_come_back(own_city):
    sockets = [Push(own_city.admin) for _ in range(5)]
    began = time.monotonic()
    own_city.server.terminate()
    assert {socket.close_code(within=20) for socket in sockets} == {1001}
    own_city.server.process.wait(timeout=30)
    assert own_city.server.process.returncode == 0
    assert time.monotonic() - began < 15, "stopping takes too long for a service manager"
