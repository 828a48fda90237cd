"""Rounds, amendments, timers, nudges, roll-call and show of hands through HTTP."""

import pytest

from .calling import good
from .polling import eventually
from .problems import refused
from .sockets import Push


@pytest.fixture
def session(city):
    return city.body(5).opened()


def test_amendments_come_first_and_rounds_are_linked(session):
    item = session.item()["id"]
    main = session.poll(agendaItemId=item)
    amendment = session.poll(agendaItemId=item, amends=main.id, title="Sửa khoản 2")
    told = refused(session.secretary.post(f"{main.path}/open"), 409, "poll.amendments-first")
    assert "Sửa khoản 2" in told["detail"]
    amendment.open()
    amendment.close()
    main.open()
    good(session.secretary.post(f"{main.path}/annul", {"reason": "Nhầm"}), 200)
    again = good(session.secretary.post(f"{main.path}/repeat"), 201)
    assert (again["repeats"], again["state"], again["round"]) == (main.id, "draft", 2)
    assert (amendment.look()["round"], session.poll(agendaItemId=item, title="Câu hỏi khác").look()["round"]) == (1, 1)


def test_what_stands_as_adopted_is_not_repeated_and_a_round_is_repeated_once(session):
    poll = session.opened_poll()
    refused(session.secretary.post(f"{poll.path}/repeat"), 409, "poll.wrong-state")
    poll.vote({person: "for" for person in session.body.seats})
    assert poll.close()["outcome"] == "adopted"
    assert "hủy trước" in refused(session.secretary.post(f"{poll.path}/repeat"), 409, "poll.wrong-state")["detail"]
    good(session.secretary.post(f"{poll.path}/annul", {"reason": "Sai văn bản"}))
    second = good(session.secretary.post(f"{poll.path}/repeat"), 201)
    assert "đã được lấy lại" in refused(session.secretary.post(f"{poll.path}/repeat"), 409, "poll.wrong-state")["detail"]
    good(session.secretary.delete(f"/polls/{second['id']}"), 204)
    second = good(session.secretary.post(f"{poll.path}/repeat"), 201)
    good(session.secretary.post(f"/polls/{second['id']}/open"))
    good(session.secretary.post(f"/polls/{second['id']}/close"))
    third = good(session.secretary.post(f"/polls/{second['id']}/repeat"), 201)
    assert [second["round"], third["round"]] == [2, 3], "what was not adopted may be put again"
    wanted = {"title": "Lại", "method": "approval", "secrecy": "open", "repeats": poll.id}
    refused(session.secretary.post(f"{session.path}/polls", wanted), 409, "poll.wrong-state")


def test_a_timed_poll_closes_by_itself(session):
    poll = session.opened_poll(durationSeconds=5)
    assert poll.look()["closesAt"]
    eventually(lambda: poll.look()["state"] == "closed", within=20, what="the automatic close")


def told(socket, kind):
    """The data of the next event of a kind."""
    while True:
        for event in socket.next("events")["events"]:
            if event["kind"] == kind:
                return event["data"]


def test_a_pause_stops_the_time_and_says_so(session):
    poll = session.opened_poll(durationSeconds=600)
    member = session.body.seats[1]
    with Push(member) as socket:
        socket.subscribe(f"meeting:{session.id}")
        socket.next("subscribed")
        session.advance("pause")
        paused = poll.look(member)
        assert paused["closesAt"] is None and 0 < paused["remainingMs"] <= 600_000
        assert refused(poll.cast(member, "for"), 409, "poll.not-open")["detail"]
        assert told(socket, "poll.timer-changed") == {"poll": poll.id, "remainingMs": paused["remainingMs"]}
        session.advance("resume")
        running = poll.look(member)
        assert running["closesAt"] and "remainingMs" not in running
        assert told(socket, "poll.timer-changed")["closesAt"]
    good(poll.cast(member, "for"), 201)


def test_a_nudge_reaches_those_who_have_not_voted_and_nobody_else(session):
    poll = session.opened_poll()
    voted, waiting = session.body.seats[1], session.body.seats[2]
    good(poll.cast(voted, "for"), 201)
    refused(waiting.post(f"{poll.path}/nudge"), 403, "auth.forbidden")
    with Push(voted) as quiet, Push(waiting) as asked:
        for socket in (quiet, asked):
            socket.subscribe(f"meeting:{session.id}")
            socket.next("subscribed")
        assert good(session.secretary.post(f"{poll.path}/nudge"), 202) == {"asked": 4}
        assert asked.next("signal", name="nudge")["data"] == {"poll": poll.id}
        with pytest.raises(TimeoutError):
            quiet.next("signal", within=1, name="nudge")
        other = session.body.seats[3]
        assert good(session.secretary.post(f"{poll.path}/nudge", {"userId": other.id}), 202) == {"asked": 1}
        with pytest.raises(TimeoutError):
            asked.next("signal", within=1, name="nudge")
        assert good(session.body.chairman.post(f"{poll.path}/nudge", {"userId": waiting.id}), 202) == {"asked": 1}
        assert asked.next("signal", name="nudge")["data"] == {"poll": poll.id}
    refused(session.secretary.post(f"{poll.path}/nudge", {"userId": voted.id}), 422, "request.invalid", "/userId")
    poll.close()
    refused(session.secretary.post(f"{poll.path}/nudge"), 409, "poll.not-open")


def test_a_show_of_hands_needs_two_accounts_that_agree(session):
    poll = session.opened_poll(taking="hands")
    chair, secretary = session.body.chairman, session.secretary
    refused(poll.cast(session.body.seats[1], "for"), 409, "poll.by-hand")
    refused(secretary.post(f"{poll.path}/close"), 409, "poll.count-first")
    refused(secretary.post(f"{poll.path}/count", {"for": 3, "against": 1, "abstain": 0}), 422, "request.invalid", "/for")
    entered = good(secretary.post(f"{poll.path}/count", {"for": 3, "against": 1, "abstain": 1}), 200)
    assert entered["count"]["enteredBy"] == good(secretary.get("/me"))["id"] and entered["state"] == "open"
    refused(secretary.post(f"{poll.path}/count/confirm", {"for": 3, "against": 1, "abstain": 1}), 403, "poll.second-person")
    refused(chair.post(f"{poll.path}/count/confirm", {"for": 4, "against": 1, "abstain": 0}), 422, "request.invalid", "/for")
    closed = good(chair.post(f"{poll.path}/count/confirm", {"for": 3, "against": 1, "abstain": 1}), 200)
    assert (closed["state"], closed["outcome"], closed["heads"]) == ("closed", "adopted", {"for": 3, "against": 1, "abstain": 1, "none": 0})
    # Raised hands have no names: the minutes name who counted, and list nobody as silent.
    assert closed.get("named") is None
    text = str(good(secretary.get(f"{session.path}/minutes"), 200))
    assert "bằng hình thức giơ tay" in text and "xác nhận bằng tài khoản riêng" in text
    assert "Không gửi phiếu" not in text and "thiếu danh sách" not in text and "Phụ lục 1" not in text


def test_a_roll_call_is_a_named_list(session):
    poll = session.opened_poll(taking="rollCall")
    votes = [{"userId": person.id, "choice": "for" if number else "against"} for number, person in enumerate(session.body.seats)]
    refused(session.secretary.post(f"{poll.path}/count", {"votes": votes[:-1]}), 422, "request.invalid", "/votes")
    good(session.secretary.post(f"{poll.path}/count", {"votes": votes}), 200)
    closed = good(session.body.chairman.post(f"{poll.path}/count/confirm", {"votes": votes[::-1]}), 200)
    assert [line["choice"] for line in closed["named"]] == ["against", "for", "for", "for", "for"]
    text = str(good(session.secretary.get(f"{session.path}/minutes"), 200))
    assert "bằng hình thức gọi tên" in text and "xác nhận bằng tài khoản riêng" in text and "Phụ lục 1" in text
