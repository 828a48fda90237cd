"""Weights, rosters and rules as they were at the opening; the order of protocol (contract §2)."""

import pytest

from .calling import good
from .problems import refused


def test_weights_decide_and_heads_make_the_quorum(city):
    body = city.body(4, weights={0: 3, 1: 1, 2: 1, 3: 1000})
    meeting = body.opened(present=3)
    poll = meeting.opened_poll()
    poll.vote({body.seats[0]: "for", body.seats[1]: "against", body.seats[2]: "abstain", body.seats[3]: "for"})
    result = poll.close()
    assert result["tally"] == {"for": 1003, "against": 1, "abstain": 1, "none": 0}
    assert result["heads"] == {"for": 2, "against": 1, "abstain": 1, "none": 0}
    assert (result["members"], result["present"], result["outcome"]) == (4, 3, "adopted")


def test_a_heavy_member_alone_is_no_quorum(city):
    body = city.body(3, weights={0: 1000})
    meeting = body.convened()
    meeting.attend(body.chairman)
    refused(body.secretary.post(f"{meeting.path}/open"), 422, "meeting.no-quorum")


@pytest.mark.parametrize("weight", [0, -1, 1001, 1.5, "2", 10**20])
def test_a_weight_is_a_whole_number_up_to_a_thousand(city, weight):
    body = city.body(1)
    answer = city.admin.put(f"/bodies/{body.id}/members/{body.chairman.id}", {"role": "chairman", "weight": weight})
    refused(answer, 422, "request.invalid", "/weight")


def test_the_roster_is_fixed_at_the_opening(city):
    body = city.body(3)
    meeting = body.opened()
    late = city.account()
    body.seat(late, "member")
    good(city.admin.put(f"/bodies/{body.id}/members/{body.seats[1].id}", {"role": "viceChairman", "weight": 50}), 200)
    good(city.admin.delete(f"/bodies/{body.id}/members/{body.seats[2].id}"), 204)
    poll = meeting.opened_poll()
    refused(late.post(f"{poll.path}/ballots", {"choice": "for"}), 404, "not-found")
    poll.vote({person: "for" for person in body.seats})
    result = poll.close()
    assert (result["members"], result["tally"]["for"]) == (3, 3)
    roster = good(body.secretary.get(f"{meeting.path}/roster"))["items"]
    assert {line["userId"] for line in roster if line["votes"]} == {person.id for person in body.seats}


def test_a_meeting_uses_the_rules_of_its_opening(city):
    body = city.body(3)
    before = body.opened()
    good(city.admin.put(f"/bodies/{body.id}/rules", {"adoption": {"numerator": 1, "denominator": 1, "comparison": "atLeast"}}), 200)
    after = body.opened()
    for meeting, outcome in ((before, "adopted"), (after, "notAdopted")):
        poll = meeting.opened_poll()
        poll.vote({body.seats[0]: "for", body.seats[1]: "for"})
        result = poll.close()
        assert result["outcome"] == outcome
    assert good(city.admin.get(f"/bodies/{body.id}"))["rulesVersion"] > 0


def test_protocol_decides_the_order_of_every_list(city):
    body = city.body(4)
    for place, person in enumerate(reversed(body.seats), start=1):
        seat = next(line for line in good(city.admin.get(f"/bodies/{body.id}/members"))["items"] if line["userId"] == person.id)
        good(city.admin.put(f"/bodies/{body.id}/members/{person.id}", {"role": seat["role"], "order": place}), 200)
    good(city.admin.put(f"/bodies/{body.id}/members/{body.secretary.id}", {"role": "secretary", "order": 99}), 200)
    wanted = [person.id for person in reversed(body.seats)]
    assert [line["userId"] for line in good(city.admin.get(f"/bodies/{body.id}/members"))["items"]][:4] == wanted
    meeting = body.opened()
    assert [line["userId"] for line in good(body.secretary.get(f"{meeting.path}/roster"))["items"]][:4] == wanted
    poll = meeting.opened_poll()
    poll.close()
    assert [line["userId"] for line in poll.look()["named"]] == wanted
