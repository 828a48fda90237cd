"""Words sent with a vote, ties that wait, and the one number of ballots that can come."""

from datetime import datetime

import pytest

from .calling import good


@pytest.fixture(scope="module")
def council(city):
    return city.body(4, name="Ủy ban nhân dân phường có ý kiến")


@pytest.fixture
def session(council):
    return council.opened()


def named(look):
    return {line["name"]: line.get("text") for line in look["named"]}


def test_words_belong_to_the_ballot_that_counts(session, council):
    poll = session.opened_poll(title="Thông qua?")
    deputy, member = council.seats[1:3]
    good(poll.cast(deputy, "for", text="Đồng ý, đề nghị bổ sung nguồn vốn"), 201)
    assert poll.look(deputy)["mine"]["text"] == "Đồng ý, đề nghị bổ sung nguồn vốn"
    good(poll.cast(deputy, "abstain", text="Ý kiến khác"), 201)
    assert poll.look(deputy)["mine"]["text"] == "Ý kiến khác"
    poll.vote({council.chairman: "for", member: "for"}).close()
    gathered = poll.look(session.secretary)
    assert [text for text in named(gathered).values() if text] == ["Ý kiến khác"]
    assert [text for text in named(poll.look(deputy)).values() if text] == ["Ý kiến khác"], "his own"
    assert [text for text in named(poll.look(member)).values() if text] == [], "not another's"
    assert "Không biểu quyết: Ý kiến khác" in str(good(session.secretary.get(f"{session.path}/minutes"), 200))


def test_a_ballot_without_words_leaves_none(session, council):
    poll = session.opened_poll()
    good(poll.cast(council.seats[1], "for", text="Có ý kiến"), 201)
    good(poll.cast(council.seats[1], "for"), 201)
    assert poll.look(council.seats[1])["mine"].get("text") is None


def test_words_on_slips_stay_with_those_who_gather_them(council):
    meeting = council.draft(type="circulated").advance("convene")
    poll = meeting.opened_poll()
    good(poll.cast(council.seats[1], "abstain", text="Chỉ gửi Văn phòng"), 201)
    poll.close()
    assert "Chỉ gửi Văn phòng" in str(poll.look(meeting.secretary)["named"])
    assert "Chỉ gửi Văn phòng" not in str(poll.look(council.seats[2])["named"])


def test_the_time_of_the_decider_is_a_rule(session, council):
    poll = session.opened_poll(rules={"tie": {"castingHours": 2}})
    poll.vote({council.chairman: "abstain", council.seats[1]: "for", council.seats[2]: "against"}).close()
    look = poll.look()
    assert look["outcome"] == "awaitingChairman" and look["rules"]["tie"]["castingHours"] == 2
    until, closed = (datetime.fromisoformat(look[key].replace("Z", "+00:00")) for key in ("castingUntil", "closedAt"))
    assert (until - closed).total_seconds() == 2 * 3600
    refused = session.secretary.post(f"{session.path}/polls", {"title": "?", "method": "approval", "secrecy": "open", "rules": {"tie": {"castingHours": 0}}})
    assert refused.status_code == 422 and refused.json()["errors"][0]["pointer"] == "/rules/tie/castingHours"


def test_the_weight_and_the_place_stand_beside_each_name(city):
    body = city.body(3, weights={1: 3})
    session = body.opened(present=2)
    session.attend(body.seats[2], "online")
    poll = session.opened_poll().vote({body.chairman: "for", body.seats[1]: "for", body.seats[2]: "against"})
    poll.close()
    assert [(line["weight"], line["remote"]) for line in poll.look()["named"]] == [(1, False), (3, False), (1, True)]
    assert " | 3 | Tán thành | Phòng họp" in str(good(session.secretary.get(f"{session.path}/minutes"), 200))
