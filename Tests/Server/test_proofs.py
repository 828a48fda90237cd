"""A closed poll counts itself again without a server: `GET /polls/{id}/proof` and `ecabinet recount`."""

import json
import secrets
import subprocess

import pytest

from .calling import good
from .problems import refused
from .running import BINARIES


def recount(*words):
    return subprocess.run([str(BINARIES / "ecabinet"), "recount", *map(str, words)], capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture(scope="module")
def session(city):
    return city.body(5).opened()


@pytest.fixture(scope="module")
def proofs(session, tmp_path_factory):
    """One proof of each kind: {name: (path, proof)}."""
    folder = tmp_path_factory.mktemp("proofs")
    made = {}

    def keep(name, poll):
        proof = good(session.body.seats[2].get(f"{poll.path}/proof"), 200)
        path = folder / f"{name}.json"
        path.write_text(json.dumps(proof), encoding="utf-8")
        made[name] = (path, proof)

    poll = session.opened_poll()
    refused(session.secretary.get(f"{poll.path}/proof"), 409, "poll.wrong-state")
    poll.vote(dict(zip(session.body.seats, ["for", "for", "for", "against"])))
    poll.close()
    keep("open", poll)
    poll = session.opened_poll(secrecy="secret")
    for person, choice in zip(session.body.seats, ["for", "for", "for", "against", "abstain"]):
        good(poll.cast(person, choice, tracker=secrets.token_hex(16)), 201)
    poll.close()
    keep("secret", poll)
    poll = session.opened_poll(method="election", options=[{"title": "An"}, {"title": "Bình"}])
    first = poll.look()["options"][0]["id"]
    for person in session.body.seats:
        good(person.post(f"{poll.path}/ballots", {"selections": [first]}), 201)
    poll.close()
    keep("election", poll)
    poll = session.opened_poll(taking="hands")
    numbers = {"for": 4, "against": 1, "abstain": 0}
    good(session.secretary.post(f"{poll.path}/count", numbers), 200)
    good(session.body.chairman.post(f"{poll.path}/count/confirm", numbers), 200)
    keep("hands", poll)
    return made


@pytest.mark.parametrize("name", ["open", "secret", "election", "hands"])
def test_an_honest_proof_counts_again(proofs, name):
    path, proof = proofs[name]
    done = recount(path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert proof["root"] in done.stdout
    assert json.loads(proof["fact"]["body"])["root"] == proof["root"]


def changed(proof, change):
    copy = json.loads(json.dumps(proof))
    change(copy)
    return copy


TAMPERED = {
    "a ballot is turned": ("open", lambda p: p["ballots"][3].update(choice="for")),
    "a ballot and the count are turned": ("open", lambda p: (p["ballots"][3].update(choice="for"), p["count"]["ballots"][3].update(choice="for"))),
    "a ballot is left out": ("open", lambda p: p["ballots"].pop()),
    "a receipt is another": ("open", lambda p: p["ballots"][0].update(receipt="0000-0000")),
    "the result is another": ("open", lambda p: p["result"].update(outcome="notAdopted")),
    "the root is another": ("open", lambda p: p.update(root="0" * 64)),
    "the log is another": ("open", lambda p: p["fact"].update(body=p["fact"]["body"].replace("adopted", "notAdopted"))),
    "the rules are others": ("open", lambda p: p["count"]["rules"]["adoption"].update(numerator=3, denominator=4)),
    "a slip is turned": ("secret", lambda p: next(s for s in p["slips"] if s["choice"] == "against").update(choice="for")),
    "hands are others": ("hands", lambda p: p["hands"].update({"for": 5, "against": 0})),
    "a selection is another": ("election", lambda p: p["ballots"][0].update(selections=[])),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_was_changed_is_found(proofs, tmp_path, name):
    kind, change = TAMPERED[name]
    path = tmp_path / "proof.json"
    path.write_text(json.dumps(changed(proofs[kind][1], change)), encoding="utf-8")
    done = recount(path)
    assert done.returncode == 1, f"{name}: {done.stdout}"


def test_a_voter_finds_his_own_and_misses_what_is_not_there(proofs):
    path, proof = proofs["open"]
    assert recount(path, "--receipt", proof["ballots"][0]["receipt"]).returncode == 0
    assert recount(path, "--receipt", "ZZZZ-ZZZZ").returncode == 1
    path, proof = proofs["secret"]
    assert recount(path, "--tracker", proof["slips"][0]["tracker"]).returncode == 0
    assert recount(path, "--tracker", "f" * 32).returncode == 1


def test_exit_codes(proofs, tmp_path):
    assert recount().returncode == 64
    assert recount(tmp_path / "none.json").returncode == 1
    (tmp_path / "junk.json").write_bytes(b"\xff{")
    assert recount(tmp_path / "junk.json", proofs["open"][0]).returncode == 1
    done = recount("--json", proofs["open"][0])
    assert json.loads(done.stdout)[0]["isGood"] is True


def test_the_root_stands_in_the_minutes(city):
    session = city.body(3).opened()
    poll = session.opened_poll()
    poll.vote({session.body.seats[0]: "for"})
    poll.close()
    root = good(session.secretary.get(f"{poll.path}/proof"), 200)["root"]
    session.advance("close")
    text = json.dumps(good(session.secretary.get(f"{session.path}/minutes"), 200)).replace(" ", "")
    assert root in text
