"""What the server's clock decides: automatic closes and casting votes that came too late (contract §2 "Polls")."""

import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from .calling import good
from .city import instant
from .log_reading import database
from .polling import eventually, until
from .problems import refused
from .raw import RawRequest

# Contract: an automatic close is performed two seconds after `closesAt`.
GRACE_SECONDS = 2


@pytest.fixture(scope="module")
def council(city):
    return city.body(3)


def seconds(text):
    return datetime.fromisoformat(text).timestamp()


def test_an_automatic_close_counts_what_arrived_before_it(council):
    meeting = council.opened()
    first, second, third = council.seats
    closes = instant(3)
    poll = meeting.poll(closesAt=closes)
    ballot = json.dumps({"choice": "for"}).encode()
    poll.open()
    good(poll.cast(first, "for"), 201)
    # On its way when the bell rings: begun before, ended after.
    in_flight = RawRequest(second, "POST", f"{poll.path}/ballots", length=len(ballot), headers={"Content-Type": "application/json", "Idempotency-Key": "tren-duong"})
    in_flight.send(ballot[:5])
    until(seconds(closes) + 0.05)
    assert poll.look()["state"] == "open", "the close must leave time for what is on its way"
    body = refused(poll.cast(third, "for"), 409, "poll.not-open")
    assert "muộn" in body["detail"] or "sau" in body["detail"], body["detail"]
    in_flight.send(ballot[5:])
    status, answer = in_flight.json()
    assert status == 201, answer
    closed = eventually(lambda: (look := poll.look())["state"] == "closed" and look, within=15, what="the automatic close")
    assert seconds(closed["closedAt"]) >= seconds(closes) + GRACE_SECONDS - 0.3
    assert closed["tally"] == {"for": 2, "against": 0, "abstain": 0, "none": 1}
    assert closed["outcome"] == "adopted"
    # The lost answer of the ballot in flight can still be asked for.
    again = good(second.post(f"{poll.path}/ballots", {"choice": "for"}, key="tren-duong"), 201)
    assert again["seq"] == answer["seq"]


def test_a_manual_close_before_the_bell_wins(council):
    poll = council.opened().opened_poll(closesAt=instant(60))
    poll.vote({council.seats[0]: "for"})
    assert poll.close()["state"] == "closed"
    refused(poll.cast(council.seats[1], "for"), 409, "poll.not-open")


@pytest.mark.parametrize("round", range(3))
def test_a_manual_close_counts_exactly_what_was_acknowledged(city, round):
    """Ballots race with the close: each is either taken and counted, or refused and not counted."""
    body = city.body(12)
    poll = body.opened().opened_poll()
    answers = {}

    def vote(person):
        while (answer := poll.cast(person, choice := random.choice(["for", "against", "abstain"]))).status_code == 201:
            answers[person.id] = choice
        answers[person.id, "end"] = answer

    with ThreadPoolExecutor(12) as threads:
        waiting = [threads.submit(vote, person) for person in body.seats]
        eventually(lambda: len(answers) >= 8, what="the first ballots")
        result = poll.close()
        for one in waiting:
            one.result(timeout=60)
    counted = [answers.get(person.id) for person in body.seats]
    assert result["tally"] == {choice: counted.count(choice) for choice in ("for", "against", "abstain")} | {"none": counted.count(None)}
    for person in body.seats:
        refused(answers[person.id, "end"], 409, "poll.not-open")
    named = {line["userId"]: line["choice"] for line in poll.look()["named"]}
    assert named == {person.id: answers.get(person.id) for person in body.seats}


def test_a_poll_whose_time_is_over_does_not_open(council):
    meeting = council.opened()
    closes = instant(0.5)
    poll = meeting.poll(closesAt=closes)
    until(seconds(closes) + 0.05)
    answer = council.secretary.post(f"{poll.path}/open")
    assert answer.status_code in (409, 422), answer.text
    refused(answer, answer.status_code)


def test_a_close_that_fell_into_a_stop_is_performed_at_the_next_start(own_city):
    body = own_city.body(3)
    poll = body.opened().opened_poll(closesAt=instant(1.5))
    poll.vote({body.seats[0]: "for", body.seats[1]: "for"})
    own_city.server.stop()
    until(time.time() + 2)
    own_city.server.start()
    closed = eventually(lambda: (look := poll.look())["state"] == "closed" and look, within=15, what="the close after the start")
    assert closed["outcome"] == "adopted"


def test_a_casting_vote_that_never_came_is_no_adoption(own_city):
    body = own_city.body(3)
    poll = body.opened().opened_poll()
    chairman, deputy, member = body.seats
    poll.vote({deputy: "for", member: "against"})
    assert poll.close()["outcome"] == "awaitingChairman"
    own_city.server.stop()
    # A day passes: the only thing a test cannot wait for.
    with database(own_city.server.data, write=True) as connection:
        assert connection.execute("UPDATE poll SET casting_until = casting_until - 86400000 WHERE id = ?", (poll.id,)).rowcount == 1
    own_city.server.start()
    late = eventually(lambda: (look := poll.look())["outcome"] == "notAdopted" and look, within=15, what="the expiry of the casting vote")
    assert late["tally"] == {"for": 1, "against": 1, "abstain": 0, "none": 1}
    for language in ("vi", "en"):
        body = refused(chairman.speaking(language).post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"}), 409)
        assert body["detail"] == {"vi": body["detail"], "en": "The time for the deciding vote is over."}[language]
    assert poll.look()["outcome"] == "notAdopted"
