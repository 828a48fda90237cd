"""Contract §4: every visible event exactly once and in order, over any number of reconnects."""

import random

import pytest

from .calling import good
from .polling import PATIENCE_SECONDS
from .sockets import Push, Reader, Writer

WRITTEN = 120


@pytest.fixture(scope="module")
def council(city):
    return city.body(6)


def acts(meeting, poll, random):
    """Announcements for all, ballots that only some may hear of, in a mixed order."""
    for number in range(WRITTEN):
        if random.random() < 0.4:
            voter, choice = random.choice(meeting.body.seats), random.choice(["for", "against", "abstain"])
            yield lambda voter=voter, choice=choice: good(poll.cast(voter, choice), 201)
        else:
            yield lambda number=number: meeting.announce(f"Thông báo {number}")


def whole(who, meeting, head):
    """What one connection that never broke brings: the truth to compare with."""
    with Push(who).subscribe(f"meeting:{meeting.id}", after=0) as socket:
        return socket.events_until(head)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_visible_event_comes_once_and_in_order_over_many_reconnects(council, seed):
    chance = random.Random(seed)
    meeting = council.opened()
    poll = meeting.opened_poll()
    readers = [Reader(who, f"meeting:{meeting.id}") for who in (council.secretary, council.seats[0], council.seats[3], council.seats[5])]
    for reader in readers:
        reader.connect()
    writer = Writer(list(acts(meeting, poll, chance)))
    writer.start()
    while writer.is_alive():
        reader = chance.choice(readers)
        for _ in range(chance.randint(0, 4)):
            reader.step(chance.choice([0.001, 0.01, 0.05]))
        # Cut anywhere: in the middle of a burst, politely or with the cable pulled, even before the first answer.
        if chance.random() < 0.7:
            reader.socket.drop() if chance.random() < 0.5 else reader.socket.socket.close()
            reader.connect()
    writer.finish()
    head = meeting.look()["head"]
    for reader in readers:
        waited = 0.0
        while reader.cursor < head:
            if not reader.step(0.25):
                waited += 0.25
                assert waited < PATIENCE_SECONDS, f"{reader.cursor} of {head}"
        reader.socket.socket.close()
        seqs = [event["seq"] for event in reader.applied]
        assert seqs == sorted(set(seqs)), "an event came twice or out of order"
        assert reader.applied == whole(reader.caller, meeting, head), "an event is missing, or one too many came"
    assert sum(reader.connections for reader in readers) > 20


def test_what_one_reader_may_not_see_leaves_honest_gaps(council):
    meeting = council.opened()
    poll = meeting.opened_poll()
    for person in council.seats:
        good(poll.cast(person, "for"), 201)
    last = meeting.announce("Hết")
    for who in (council.seats[2], council.secretary):
        events = whole(who, meeting, last)
        recorded = [event for event in events if event["kind"] == "ballot.recorded"]
        received = [event for event in events if event["kind"] == "ballot.received"]
        assert (len(recorded), len(received)) == ((1, 0) if who is council.seats[2] else (0, 6))


def test_a_hundred_listeners_hear_the_same(council):
    meeting = council.opened()
    people = [council.secretary, *council.seats]
    sockets = [Push(people[number % len(people)]).subscribe(f"meeting:{meeting.id}") for number in range(98)]
    try:
        for socket in sockets:
            socket.next("subscribed")
        first = meeting.announce("Một")
        for number in range(20):
            last = meeting.announce(f"Tin {number}")
        heard = [[event["seq"] for event in socket.events_until(last)] for socket in sockets]
        assert all(seqs == list(range(first, last + 1)) for seqs in heard)
    finally:
        for socket in sockets:
            socket.drop()


def test_a_reader_that_does_not_read_harms_nobody(council):
    """A slow socket holds a place in the log and no queue: others go on, and it misses nothing."""
    meeting = council.opened()
    with Push(council.secretary).subscribe(f"meeting:{meeting.id}", after=0) as slow, Push(council.seats[1]).subscribe(f"meeting:{meeting.id}") as quick:
        quick.next("subscribed")
        for number in range(60):
            last = meeting.announce(f"{number} " + "dài " * 400)
        assert quick.events_until(last)[-1]["seq"] == last
        seqs = [event["seq"] for event in slow.events_until(last)]
        assert seqs == list(range(1, last + 1))


def test_cursors_survive_a_restart(own_city):
    body = own_city.body(3)
    meeting = body.opened()
    reader = Reader(body.seats[1], f"meeting:{meeting.id}")
    reader.connect()
    seen = meeting.announce("Trước khi tắt")
    while reader.cursor < seen:
        reader.step(5)
    own_city.server.restart()
    after = meeting.announce("Sau khi bật")
    reader.connect()
    while reader.cursor < after:
        assert reader.step(10)
    assert [event["data"]["text"] for event in reader.applied if event["kind"] == "announcement.posted"] == ["Trước khi tắt", "Sau khi bật"]
    assert reader.applied == whole(body.seats[1], meeting, after)
    reader.socket.socket.close()
