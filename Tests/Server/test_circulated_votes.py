"""Circulated opinions (contract §2 "Polls"): never opened, no presence, slips instead of a room."""

import pytest

from .calling import good
from .problems import refused


@pytest.fixture(scope="module")
def council(city):
    return city.body(6)


def circulated(council):
    return council.convened(type="circulated")


def test_circulated_opinions_are_never_opened(council):
    meeting = circulated(council)
    for verb in ("open", "pause", "resume"):
        refused(council.secretary.post(f"{meeting.path}/{verb}"), 409, "meeting.wrong-state")
    meeting.advance("close")


def test_slips_are_taken_from_convening_on_and_know_no_presence(council):
    meeting = circulated(council)
    poll = meeting.opened_poll(rules={"absentMayVote": False})
    poll.vote({council.seats[0]: "for", council.seats[1]: "for", council.seats[2]: "for", council.seats[3]: "for"})
    assert meeting.look()["quorate"] is None
    result = poll.close()
    assert (result["outcome"], result["tally"]) == ("adopted", {"for": 4, "against": 0, "abstain": 0, "none": 2})
    assert not result["present"], "circulated opinions know no presence"


def test_silence_is_no_consent_by_default(council):
    poll = circulated(council).opened_poll()
    poll.vote({council.seats[0]: "for", council.seats[1]: "for", council.seats[2]: "for"})
    result = poll.close()
    assert (result["outcome"], result["tally"]["for"], result["tally"]["none"]) == ("notAdopted", 3, 3)


def test_silence_agrees_where_the_rules_say_so(council):
    poll = circulated(council).opened_poll(rules={"circulation": {"silence": "agree"}})
    poll.vote({council.seats[0]: "against", council.seats[1]: "abstain"})
    result = poll.close()
    assert result["outcome"] == "adopted"
    assert result["tally"] == {"for": 4, "against": 1, "abstain": 1, "none": 0}


def test_too_few_slips_are_no_quorum(council):
    for returned, outcome in ((3, "noQuorum"), (4, "adopted")):
        poll = circulated(council).opened_poll(rules={"circulation": {"minimumReturned": 4}})
        poll.vote({person: "for" for person in council.seats[:returned]})
        assert poll.close()["outcome"] == outcome


def test_another_opinion_is_an_abstention_with_words(council):
    poll = circulated(council).opened_poll()
    good(poll.cast(council.seats[1], "abstain", text="Đề nghị bổ sung phương án di dời"), 201)
    result = poll.close()
    assert result["tally"]["abstain"] == 1


def test_a_slip_may_be_changed_until_the_deadline(council):
    poll = circulated(council).opened_poll()
    for choice in ("for", "abstain", "against"):
        good(poll.cast(council.seats[1], choice), 201)
    assert poll.close()["tally"] == {"for": 0, "against": 1, "abstain": 0, "none": 5}
    refused(poll.cast(council.seats[1], "for"), 409, "poll.not-open")


def test_a_tie_of_slips_is_the_chairmans_as_well(council):
    poll = circulated(council).opened_poll()
    poll.vote({council.seats[0]: "for", council.seats[1]: "against"})
    assert poll.close()["outcome"] == "adopted"


def test_the_roster_of_circulated_opinions_is_fixed_at_convening(city, council):
    meeting = circulated(council)
    late = city.account()
    council.seat(late, "member")
    try:
        poll = meeting.opened_poll()
        refused(late.post(f"{poll.path}/ballots", {"choice": "for"}), 404, "not-found")
        assert poll.close()["members"] == 6
    finally:
        good(city.admin.delete(f"/bodies/{council.id}/members/{late.id}"), 204)
