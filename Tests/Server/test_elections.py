"""Choices and elections through HTTP (contract §2 "Polls")."""

import pytest

from .calling import good
from .problems import refused

NAMES = ["Nguyễn An", "Trần Bình", "Lê Cúc"]


@pytest.fixture(scope="module")
def session(city):
    return city.body(10).opened()


def election(session, *, places=2, method="election", **more):
    poll = session.opened_poll(method=method, options=[{"title": name} for name in NAMES], maxSelections=places, **more)
    return poll, [option["id"] for option in poll.look()["options"]]


def choose(poll, person, ids, **more):
    return person.post(f"{poll.path}/ballots", {"selections": ids} | more)


def test_elected_are_those_who_meet_the_rule_most_votes_first(session):
    poll, (an, binh, cuc) = election(session)
    look = poll.look()
    assert [option["title"] for option in look["options"]] == NAMES and look["maxSelections"] == 2
    assert all(option["count"] is None for option in look["options"]) and "elected" not in look
    votes = [[an, binh]] * 5 + [[binh, an], [binh, cuc], [binh], [], [cuc]]
    for person, ids in zip(session.body.seats, votes):
        assert good(choose(poll, person, ids), 201)["receipt"]
    result = poll.close()
    assert [option["count"] for option in result["options"]] == [6, 8, 2]
    assert (result["blank"], result["elected"], result["outcome"], result["tally"]) == (1, [binh, an], "adopted", None)
    assert [line.get("selections") for line in result["named"]] == votes
    assert "Trần Bình" in result["because"]["vi"] and "6 needed" in result["because"]["en"]


def test_an_over_vote_cannot_be_cast(session):
    poll, ids = election(session, places=1, method="choice")
    voter = session.body.seats[0]
    refused(choose(poll, voter, ids[:2]), 422, "request.invalid", "/selections")
    refused(choose(poll, voter, [ids[0], ids[0]]), 422, "request.invalid")
    refused(choose(poll, voter, ["khong-co"]), 422, "request.invalid")
    refused(voter.post(f"{poll.path}/ballots", {"choice": "for"}), 422, "request.invalid", "/choice")
    refused(voter.post(f"{poll.path}/ballots", {}), 422, "request.invalid", "/selections")
    assert poll.look(voter)["mine"] is None
    poll.close()


def test_a_ballot_may_be_changed_and_blank_is_said_not_left_out(session):
    poll, ids = election(session)
    voter = session.body.seats[0]
    good(choose(poll, voter, ids[:1]), 201)
    good(choose(poll, voter, []), 201)
    assert poll.look(voter)["mine"]["selections"] == []
    result = poll.close()
    assert (result["blank"], result["outcome"], result["elected"]) == (1, "notAdopted", [])


def test_a_tie_at_the_last_place(session):
    rules = {"adoption": {"numerator": 1, "denominator": 2, "comparison": "atLeast"}}
    poll, (an, binh, _) = election(session, places=1, rules=rules)
    for number, person in enumerate(session.body.seats):
        good(choose(poll, person, [an if number % 2 else binh]), 201)
    result = poll.close()
    assert (result["outcome"], result["elected"], set(result["tied"]), result["castingUntil"]) == ("tie", [], {an, binh}, None)
    refused(session.body.chairman.post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"}), 409, "poll.wrong-state")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"method": "election"}, "/options"),
        ({"method": "election", "options": [{"title": "Một"}, {"title": "Hai"}], "maxSelections": 3}, "/maxSelections"),
        ({"method": "choice", "options": [{"title": "Một"}, {"title": "Một"}]}, "/options/1/title"),
        ({"method": "choice", "options": [{"title": " "}, {"title": "Hai"}]}, "/options/0/title"),
        ({"method": "approval", "options": [{"title": "Một"}]}, "/options"),
    ])
def test_a_poll_nobody_could_hold_is_not_written(session, changes, pointer):
    wanted = {"title": "Bầu ai?", "method": "approval", "secrecy": "open"} | changes
    refused(session.secretary.post(f"{session.path}/polls", wanted), 422, "request.invalid", pointer)


def test_the_minutes_name_the_elected_and_who_chose_whom(city):
    session = city.body(4).opened()
    poll, (an, *_) = election(session, places=1)
    for person in session.body.seats:
        good(choose(poll, person, [an]), 201)
    poll.close()
    session.advance("close")
    text = str(good(session.secretary.get(f"{session.path}/minutes"), 200))
    assert "Trúng cử" in text and "Nguyễn An" in text
