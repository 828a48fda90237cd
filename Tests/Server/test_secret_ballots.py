"""Secret ballots through HTTP and push: who voted is known, how is not (contract §2 "Polls", Docs/threat-model.md)."""

import json
import re
import secrets

import pytest

from .calling import good
from .log_reading import database
from .problems import refused
from .sockets import Push

CHOICES = {"for", "against", "abstain"}


def tracker():
    return secrets.token_hex(16)


def cast(poll, person, choice, code=None, key=None):
    return poll.cast(person, choice, key=key, tracker=code or tracker())


@pytest.fixture
def session(city):
    return city.body(6).opened()


def test_a_secret_poll_from_opening_to_the_published_list(session):
    poll = session.opened_poll(secrecy="secret")
    votes = {person: (choice, tracker()) for person, choice in zip(session.body.seats, ["for", "for", "for", "for", "against", "abstain"])}
    for person, (choice, code) in votes.items():
        answer = good(cast(poll, person, choice, code), 201)
        assert set(answer) == {"seq"}, "a secret ballot has no receipt"
        look = poll.look(person)
        assert look["mine"] == {} and "slips" not in look and "named" not in look
    assert poll.look()["tally"] is None
    result = poll.close()
    assert (result["outcome"], result["tally"]) == ("adopted", {"for": 4, "against": 1, "abstain": 1, "none": 0})
    assert "named" not in result
    assert {slip["tracker"]: slip["choice"] for slip in result["slips"]} == {code: choice for choice, code in votes.values()}
    assert [slip["tracker"] for slip in result["slips"]] == sorted(slip["tracker"] for slip in result["slips"])


def test_a_second_ballot_is_refused_and_a_lost_answer_is_answered_again(session):
    poll = session.opened_poll(secrecy="secret")
    voter = session.body.seats[1]
    first = good(cast(poll, voter, "for", key="kin-1"), 201)
    # The digest of a secret request is not kept: whatever comes under the key, the stored answer goes out.
    assert good(cast(poll, voter, "against", key="kin-1"), 201) == first
    refused(cast(poll, voter, "against"), 409, "ballot.already-cast")
    assert poll.close()["tally"]["for"] == 1


def test_what_is_asked_of_a_secret_ballot(session):
    poll = session.opened_poll(secrecy="secret")
    voter = session.body.seats[1]
    refused(poll.cast(voter, "for"), 422, "request.invalid", "/tracker")
    refused(poll.cast(voter, "for", tracker="ngắn"), 422, "request.invalid", "/tracker")
    refused(poll.cast(voter, "for", tracker=tracker(), text="Tôi là ai"), 422, "request.invalid", "/text")
    poll.close()
    open_poll = session.opened_poll()
    refused(open_poll.cast(voter, "for", tracker=tracker()), 422, "request.invalid", "/tracker")


def test_unequal_weights_cannot_vote_secretly(city):
    session = city.body(3, weights={1: 2}).opened()
    wanted = {"title": "Bỏ phiếu kín?", "method": "approval", "secrecy": "secret"}
    refused(session.secretary.post(f"{session.path}/polls", wanted), 422, "request.invalid", "/secrecy")


def test_a_tie_is_decided_by_the_declaration_the_secretary_enters(session):
    poll = session.opened_poll(secrecy="secret")
    for person, choice in zip(session.body.seats, ["for", "for", "for", "against", "against", "against"]):
        good(cast(poll, person, choice), 201)
    assert poll.close()["outcome"] == "awaitingChairman"
    refused(session.body.seats[2].post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "declared"}), 403, "ballot.not-entitled")
    decided = good(session.secretary.post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "declared"}), 200)
    assert decided["outcome"] == "adopted"


def test_no_frame_table_log_line_or_backup_joins_a_person_and_a_choice(own_city, own_server, tmp_path):
    session = own_city.body(6).opened()
    poll = session.opened_poll(secrecy="secret")
    everyone = {"chair": session.body.chairman, "member": session.body.seats[2], "secretary": session.secretary, "admin": own_city.admin}
    sockets = {name: Push(person).subscribe(f"meeting:{session.id}", after=0) for name, person in everyone.items()}
    votes = {person: ("against" if number % 2 else "for", tracker()) for number, person in enumerate(session.body.seats)}
    for number, (person, (choice, code)) in enumerate(votes.items()):
        good(cast(poll, person, choice, code, key=f"kin-{number}"), 201)
    # A backup taken while the box is closed holds sealed slips and no key.
    file = tmp_path / "open.backup"
    assert own_server.operate("backup", file).returncode == 0
    assert not any(code.encode() in file.read_bytes() for _, code in votes.values())
    seq = poll.close() and session.look()["head"]
    for name, socket in sockets.items():
        for event in socket.events_until(seq):
            text = json.dumps(event["data"])
            if event["kind"] in ("ballot.received", "ballot.recorded"):
                assert not any(word in re.findall(r"\w+", text) for word in CHOICES), (name, event)
                assert not any(code in text for _, code in votes.values())
            if event["kind"] == "poll.closed":
                assert not any(person.id in text for person in votes), name
        socket.socket.close()
    with database(own_server.data) as base:
        tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        for table in tables:
            for row in base.execute(f'SELECT * FROM "{table}"'):
                text = "|".join(str(value) for value in row)
                if any(code in text for _, code in votes.values()):
                    assert table in ("secret_vote", "event"), table
                    assert not any(person.id in text for person in votes), table
        assert base.execute("SELECT COUNT(*) FROM slip").fetchone()[0] == 0
        assert base.execute("SELECT COUNT(*) FROM receipt WHERE command = 'vote.cast' AND digest IS NOT NULL").fetchone()[0] == 0
    assert list((own_server.data / "keys" / "polls").iterdir()) == [], "the key is destroyed with the close"
    log = "\n".join(own_server.errors)
    assert not any(code in log for _, code in votes.values()) and '"against"' not in log


def test_a_poll_whose_key_a_restore_did_not_bring_can_only_be_annulled(own_city, own_server):
    session = own_city.body(3).opened()
    poll = session.opened_poll(secrecy="secret")
    good(cast(poll, session.body.seats[0], "for"), 201)
    for key in (own_server.data / "keys" / "polls").iterdir():
        key.unlink()
    refused(session.secretary.post(f"{poll.path}/close"), 409, "poll.key-lost")
    refused(cast(poll, session.body.seats[1], "for"), 409, "poll.key-lost")
    assert good(session.secretary.post(f"{poll.path}/annul", {"reason": "Khôi phục máy chủ"}), 200)["state"] == "annulled"
