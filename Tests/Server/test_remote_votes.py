"""A vote from outside the room, where the rules ask for the password once more."""

import pytest

from .calling import Caller, good
from .problems import refused
from .running import PASSWORD


@pytest.fixture
def session(city):
    body = city.body(3, rules={"remotePasswordMinutes": 10}, name="Ủy ban nhân dân phường từ xa")
    meeting = body.opened(present=2)
    meeting.attend(body.seats[2], "online")
    return meeting


def long_lived(session, person):
    """A token of his that no password was given for."""
    told = session.body.city.server.operate("token", "create", "--user", person.username, "--scope", "all", "--days", 7)
    assert told.returncode == 0, told.stderr
    return Caller(person.server, told.stdout.split()[-1], id=person.id, username=person.username)


def test_who_signed_in_just_now_votes_from_outside(session):
    poll = session.opened_poll()
    good(poll.cast(session.body.seats[2], "for"), 201)


def test_a_session_without_the_password_votes_in_the_room_alone(session):
    chair, deputy, member = session.body.seats
    poll = session.opened_poll()
    good(poll.cast(long_lived(session, deputy), "for"), 201)
    tablet = long_lived(session, member)
    body = refused(poll.cast(tablet, "for"), 403, "auth.reauthenticate")
    assert "10" in body["detail"]
    refused(tablet.post("/me/reauthenticate", {"password": "sai"}), 422, "request.invalid", "/password")
    refused(poll.cast(tablet, "for"), 403, "auth.reauthenticate")
    good(tablet.post("/me/reauthenticate", {"password": PASSWORD}), 204)
    good(poll.cast(tablet, "for"), 201)
    poll.close()
    assert [line["remote"] for line in poll.look()["named"]] == [False, False, True]


def test_slips_are_not_asked(session):
    body = session.body
    meeting = body.draft(type="circulated").advance("convene")
    poll = meeting.opened_poll()
    good(poll.cast(long_lived(session, body.seats[2]), "for"), 201)


def test_no_poll_spares_anybody_the_password(session):
    wanted = {"title": "Thông qua?", "method": "approval", "secrecy": "open", "rules": {"remotePasswordMinutes": 0}}
    refused(session.secretary.post(f"{session.path}/polls", wanted), 422, "request.invalid", "/rules/remotePasswordMinutes")


def test_the_rule_has_bounds(city):
    refused(city.admin.post("/bodies", {"name": "Không hợp lệ", "rules": {"remotePasswordMinutes": 721}}), 422, "request.invalid", "/rules/remotePasswordMinutes")
