"""Votes through HTTP: the truth table of 22 members, quorum, change, lateness, ties, weights (contract §2 "Polls")."""

import pytest

from .calling import good
from .city import particulars, sample
from .problems import refused

N = 22


@pytest.fixture(scope="module")
def council(city):
    """Twenty-two members; number 0 is the chairman."""
    return city.body(N)


@pytest.fixture(scope="module")
def session(council):
    """Everyone in the room."""
    return council.opened()


def ballots(people, chairman, against=0, abstain=0, **counts):
    """`{person: choice}` for the numbers of a row, the chairman's own ballot as told (None: none)."""
    votes_for = counts["for_"]
    left = {"for": votes_for, "against": against, "abstain": abstain}
    cast = {}
    if chairman:
        left[chairman] -= 1
        cast[people[0]] = chairman
    rest = iter(people[1:])
    for choice, count in left.items():
        for _ in range(count):
            cast[next(rest)] = choice
    return cast


HALF = {"tie": {"applies": "exactHalf"}}
# for, against, abstain, the chairman's ballot, rules of the poll, outcome
TRUTH = [
    (12, 0, 0, None, None, "adopted"),
    (12, 0, 0, "for", None, "adopted"),
    (12, 10, 0, "against", None, "adopted"),
    (11, 11, 0, "for", None, "adopted"),
    (11, 11, 0, "against", None, "notAdopted"),
    (11, 3, 8, "for", None, "notAdopted"),
    (11, 3, 8, "abstain", None, "notAdopted"),
    (10, 10, 2, "for", None, "adopted"),
    (10, 10, 2, "for", HALF, "notAdopted"),
    (10, 10, 1, None, None, "awaitingChairman"),
    (10, 10, 2, "abstain", None, "awaitingChairman"),
    (11, 11, 0, "for", HALF, "adopted"),
    (11, 3, 8, "for", HALF, "adopted"),
    (11, 3, 8, "against", HALF, "notAdopted"),
    (10, 10, 1, None, {"tie": {"decidedBy": "none"}}, "notAdopted"),
    (0, 0, 0, None, None, "notAdopted"),
    (0, 22, 0, "against", None, "notAdopted"),
    (14, 8, 0, "for", {"adoption": {"numerator": 2, "denominator": 3, "comparison": "atLeast"}}, "notAdopted"),
    (15, 7, 0, "for", {"adoption": {"numerator": 2, "denominator": 3, "comparison": "atLeast"}}, "adopted"),
    (11, 0, 0, "for", {"adoption": {"comparison": "atLeast"}}, "adopted"),
    (3, 2, 1, "for", {"adoption": {"of": "cast"}}, "notAdopted"),
    (3, 2, 1, "for", {"adoption": {"of": "valid"}}, "adopted"),
    (12, 9, 0, "for", {"adoption": {"of": "present"}}, "adopted"),
    (11, 9, 0, "for", {"adoption": {"of": "present"}}, "notAdopted"),
]


@pytest.mark.parametrize(("for_", "against", "abstain", "chairman", "rules", "outcome"), TRUTH, ids=[f"{f}-{a}-{b} {c} {o}{index}" for index, (f, a, b, c, _, o) in enumerate(TRUTH)])
def test_the_truth_table_of_twenty_two(session, council, for_, against, abstain, chairman, rules, outcome):
    poll = session.opened_poll(**({"rules": rules} if rules else {}))
    poll.vote(ballots(council.seats, chairman, against, abstain, for_=for_))
    result = poll.close()
    numbers = {"for": for_, "against": against, "abstain": abstain, "none": N - for_ - against - abstain}
    assert (result["members"], result["present"], result["tally"], result["heads"]) == (N, N, numbers, numbers)
    assert result["outcome"] == outcome
    because = result["because"]
    assert because["rule"] and isinstance(because["ruleVersion"], int) and because["vi"] != because["en"]
    assert (result["castingUntil"] is not None) == (outcome == "awaitingChairman")
    # The sentence says the numbers it was decided by.
    if outcome == "adopted" and rules is None and for_ == 12:
        assert "12/22" in because["vi"] and "12/22" in because["en"] and because["vi"].startswith("THÔNG QUA")


def test_quorum_lost_while_a_poll_is_open_leaves_no_decision(council):
    meeting = council.opened()
    poll = meeting.opened_poll()
    for person in council.seats[14:]:
        meeting.attend(person, "absent")
    assert (meeting.look()["present"], meeting.look()["quorate"]) == (14, False)
    poll.vote(ballots(council.seats, "for", against=2, for_=15))
    result = poll.close()
    assert (result["outcome"], result["present"], result["tally"]["for"]) == ("noQuorum", 14, 15)
    assert "14" in result["because"]["vi"] and "22" in result["because"]["vi"]


def test_remote_ballots_count_as_presence_only_where_the_rules_say_so(council):
    meeting = council.opened()
    poll = meeting.opened_poll(rules={"remoteVoteCountsAsPresence": True})
    for person in council.seats[14:]:
        meeting.attend(person, "absent")
    poll.vote(ballots(council.seats, "for", against=2, for_=15))
    result = poll.close()
    assert (result["outcome"], result["present"]) == ("adopted", 17)


def test_where_quorum_is_asked_at_opening_only_a_later_loss_does_not_matter(council):
    meeting = council.opened()
    poll = meeting.opened_poll(rules={"quorumCheckedAt": "opening"})
    for person in council.seats[14:]:
        meeting.attend(person, "absent")
    poll.vote(ballots(council.seats, "for", for_=12))
    assert poll.close()["outcome"] == "adopted"


def test_a_poll_opens_only_with_quorum_and_says_the_numbers(council):
    meeting = council.opened(present=15)
    poll = meeting.poll()
    meeting.attend(council.seats[14], "absent")
    for language, words in (("vi", ("14", "22", "15")), ("en", ("14", "22", "15"))):
        body = refused(council.secretary.speaking(language).post(f"{poll.path}/open"), 422, "poll.no-quorum")
        assert all(word in body["detail"] for word in words), body["detail"]
    assert poll.look()["state"] == "draft"
    meeting.attend(council.seats[14], "online")
    poll.open()


def test_a_meeting_without_members_never_opens_anything(city):
    body = city.body(1)
    empty = good(city.admin.post("/bodies", {"name": "Hội đồng rỗng"}), 201)["id"]
    good(city.admin.put(f"/bodies/{empty}/members/{body.secretary.id}", {"role": "secretary"}), 200)
    for kind in ("regular", "circulated"):
        id = good(body.secretary.post("/meetings", particulars(empty) | {"type": kind}), 201)["id"]
        good(body.secretary.post(f"/meetings/{id}/convene"), 200)
        if kind == "regular":
            refused(body.secretary.post(f"/meetings/{id}/open"), 422, "meeting.no-quorum")
        else:
            poll = good(body.secretary.post(f"/meetings/{id}/polls", {"title": "?", "method": "approval", "secrecy": "open"}), 201)["id"]
            refused(body.secretary.post(f"/polls/{poll}/open"), 422, "poll.no-quorum")


def test_an_open_ballot_may_be_changed_until_close_and_the_last_counts(session, council):
    poll = session.opened_poll()
    member = council.seats[5]
    answers = [good(poll.cast(member, choice), 201) for choice in ("for", "against", "abstain", "against")]
    assert len({answer["seq"] for answer in answers}) == len({answer["receipt"] for answer in answers}) == 4
    assert poll.look(member)["mine"] == {"choice": "against", "seq": answers[-1]["seq"]}
    assert poll.close()["tally"] == {"for": 0, "against": 1, "abstain": 0, "none": 21}


def test_a_seat_cannot_vote_twice(session, council):
    poll = session.opened_poll()
    for _ in range(5):
        good(poll.cast(council.seats[3], "for"), 201)
    assert poll.close()["tally"]["for"] == 1


def test_a_ballot_after_the_close_is_refused_not_lost(session, council):
    poll = session.opened_poll()
    poll.close()
    for language in ("vi", "en"):
        refused(council.seats[1].speaking(language).post(f"{poll.path}/ballots", {"choice": "for"}), 409, "poll.not-open")
    assert poll.look()["tally"]["for"] == 0


@pytest.mark.parametrize(
    ("body", "pointer"),
    [({"choice": "yes"}, "/choice"), ({"choice": None}, "/choice"), ({}, "/choice"), ({"choice": 1}, "/choice"), ({"choice": ["for"]}, "/choice"),
     ({"selections": []}, "/choice"), ({"choice": "for", "text": "x" * 20_001}, "/text")])
def test_a_ballot_that_says_nothing_known_is_refused(session, council, body, pointer):
    poll = session.opened_poll()
    refused(council.seats[1].post(f"{poll.path}/ballots", body), 422, "request.invalid", pointer)
    assert poll.look()["mine"] is None


def test_nobody_votes_while_the_session_is_paused(council):
    meeting = council.opened()
    poll = meeting.opened_poll()
    meeting.advance("pause")
    refused(poll.cast(council.seats[1], "for"), 409, "poll.not-open")
    refused(meeting.secretary.post(f"{meeting.poll().path}/open"), 409, "meeting.wrong-state")
    meeting.advance("resume")
    good(poll.cast(council.seats[1], "for"), 201)


def test_a_meeting_with_an_open_poll_does_not_close(council):
    meeting = council.opened()
    poll = meeting.opened_poll()
    refused(meeting.secretary.post(f"{meeting.path}/close"), 409, "meeting.wrong-state")
    poll.close()
    meeting.advance("close")


def test_an_absent_member_votes_only_where_the_rules_let_him(council):
    meeting = council.opened(present=20)
    absent, online = council.seats[20], council.seats[21]
    meeting.attend(absent, "absent", reason="Đi công tác")
    strict = meeting.opened_poll(rules={"absentMayVote": False})
    body = refused(strict.cast(absent, "for"), 403, "ballot.not-entitled")
    assert body["detail"] != refused(strict.cast(meeting.secretary, "for"), 403, "ballot.not-entitled")["detail"], "both reasons read alike"
    refused(strict.cast(online, "for"), 403, "ballot.not-entitled")
    meeting.attend(online, "online")
    good(strict.cast(online, "for"), 201)
    strict.close()
    good(meeting.opened_poll(rules={"absentMayVote": True}).cast(absent, "for"), 201)


def test_numbers_are_hidden_until_the_close(session, council):
    poll = session.opened_poll()
    poll.vote({council.seats[1]: "for", council.seats[2]: "against"})
    for who in (council.seats[1], council.secretary, council.chairman, session.body.city.admin):
        shown = poll.look(who)
        assert (shown["tally"], shown["heads"], shown["outcome"], shown["because"]) == (None, None, None, None)
        assert not shown.get("named")
    assert poll.look(council.seats[2])["mine"]["choice"] == "against"
    assert poll.look(council.seats[3])["mine"] is None
    poll.close()
    named = {line["userId"]: line["choice"] for line in poll.look(council.seats[3])["named"]}
    assert (named[council.seats[1].id], named[council.seats[2].id], named[council.seats[3].id]) == ("for", "against", None)
    assert list(named) == [person.id for person in council.seats], "the named list does not follow the order of protocol"


def test_numbers_are_shown_live_where_the_poll_says_so(session, council):
    poll = session.opened_poll(show="live")
    poll.vote({council.seats[1]: "for", council.seats[2]: "against"})
    shown = poll.look(council.seats[7])
    assert shown["tally"] == {"for": 1, "against": 1, "abstain": 0, "none": 20}
    poll.close()


def test_annulling_keeps_the_record_and_takes_no_more_ballots(session, council):
    poll = session.opened_poll()
    poll.vote({council.seats[1]: "for"})
    refused(council.secretary.post(f"{poll.path}/annul", {}), 422, "request.invalid", "/reason")
    refused(council.secretary.post(f"{poll.path}/annul", {"reason": "  "}), 422, "request.invalid", "/reason")
    good(council.secretary.post(f"{poll.path}/annul", {"reason": "Nhầm dự thảo"}), 200)
    assert poll.look(council.seats[1])["state"] == "annulled"
    assert poll.look(council.seats[1])["mine"]["choice"] == "for"
    refused(poll.cast(council.seats[2], "for"), 409, "poll.not-open")
    for verb, body in (("open", None), ("close", None), ("annul", {"reason": "Lần nữa"})):
        answer = council.secretary.post(f"{poll.path}/{verb}", body)
        refused(answer, 409)
    assert poll.id in [listed["id"] for listed in council.seats[1].items(f"{session.path}/polls")]


def test_a_closed_poll_may_be_annulled_and_repeated_and_both_stay(session, council):
    item = session.item()["id"]
    first = session.opened_poll(agendaItemId=item)
    first.vote({person: "for" for person in council.seats[:12]})
    assert first.close()["outcome"] == "adopted"
    good(council.secretary.post(f"{first.path}/annul", {"reason": "Có thành viên bấm nhầm"}), 200)
    second = session.opened_poll(agendaItemId=item)
    assert second.close()["outcome"] == "notAdopted"
    kept = first.look(council.seats[1])
    assert (kept["state"], kept["tally"]["for"]) == ("annulled", 12)


def test_a_poll_in_preparation_is_not_open_and_not_shown(session, council):
    poll = session.poll()
    refused(council.seats[1].get(poll.path), 404, "not-found")
    refused(poll.cast(council.seats[1], "for"), 404, "not-found")
    refused(poll.cast(council.chairman, "for"), 409, "poll.not-open")
    refused(council.secretary.post(f"{poll.path}/close"), 409, "poll.not-open")


# Ties


def test_a_tie_waits_for_the_chairman_and_his_word_decides(session, council):
    for choice, outcome in (("for", "adopted"), ("against", "notAdopted")):
        poll = session.opened_poll()
        poll.vote({council.seats[1]: "for", council.seats[2]: "against"})
        waiting = poll.close()
        assert waiting["outcome"] == "awaitingChairman" and waiting["castingUntil"]
        refused(council.chairman.post(f"{poll.path}/casting-vote", {"choice": "abstain", "basis": "cast"}), 422, "request.invalid", "/choice")
        refused(council.seats[1].post(f"{poll.path}/casting-vote", {"choice": choice, "basis": "cast"}), 403, "ballot.not-entitled")
        refused(council.secretary.post(f"{poll.path}/casting-vote", {"choice": choice, "basis": "declared"}), 403, "ballot.not-entitled")
        decided = good(council.chairman.post(f"{poll.path}/casting-vote", {"choice": choice, "basis": "cast"}), 200)
        assert (decided["outcome"], decided["tally"]) == (outcome, waiting["tally"])
        refused(council.chairman.post(f"{poll.path}/casting-vote", {"choice": choice, "basis": "cast"}), 409)


def test_no_casting_vote_without_a_tie(session, council):
    poll = session.opened_poll()
    refused(council.chairman.post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"}), 409)
    poll.vote({person: "for" for person in council.seats[:12]})
    poll.close()
    refused(council.chairman.post(f"{poll.path}/casting-vote", {"choice": "for", "basis": "cast"}), 409)


def test_the_deputy_who_presides_decides_no_tie_unless_the_rules_say_so(council):
    meeting = council.opened()
    chairman, deputy, *_ = council.seats
    good(council.secretary.put(f"{meeting.path}/presiding", {"userId": deputy.id, "ground": "Chủ tịch đi công tác"}), 200)
    for decider, rules, outcome in ((chairman, None, "notAdopted"), (deputy, {"tie": {"decidedBy": "presiding"}}, "adopted")):
        poll = meeting.opened_poll(**({"rules": rules} if rules else {}))
        poll.vote({chairman: "against", deputy: "for"})
        assert poll.close()["outcome"] == outcome, decider


# Subject


def test_what_is_voted_on_is_fixed_at_the_opening(council):
    meeting = council.opened()
    document = meeting.paper(sample("ok-bt.pdf"))
    subject = {"documentId": document["id"], "version": 1, "sha256": document["sha256"]}
    poll = meeting.opened_poll(subject=subject)
    good(
        council.secretary.request("POST", f"/documents/{document['id']}/versions", data=sample("none-unsigned.pdf"), headers={"Content-Type": "application/pdf"}), 201)
    assert poll.look(council.seats[1])["subject"] == subject
    assert poll.close()["subject"] == subject
    newer = meeting.opened_poll(subject=subject)
    assert newer.look()["subject"] == subject, "an older version may be voted on"


def test_a_subject_that_is_not_the_paper_is_refused(council):
    meeting, other = council.draft(), council.draft()
    document, foreign = meeting.paper(sample("ok-bt.pdf")), other.paper(sample("ok-bt.pdf"))
    wanted = {"title": "Thông qua?", "method": "approval", "secrecy": "open"}
    for subject in (
        {"documentId": document["id"], "version": 1, "sha256": "0" * 64}, {"documentId": document["id"], "version": 2, "sha256": document["sha256"]},
        {"documentId": foreign["id"], "version": 1, "sha256": foreign["sha256"]}, {"documentId": "khong-co", "version": 1, "sha256": document["sha256"]}):
        answer = council.secretary.post(f"{meeting.path}/polls", wanted | {"subject": subject})
        refused(answer, 422)
    assert good(council.secretary.get(f"{meeting.path}/polls"))["items"] == []


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [({"title": ""}, "/title"), ({"method": "guess"}, "/method"), ({"secrecy": "half"}, "/secrecy"), ({"agendaItemId": "khong-co"}, "/agendaItemId"),
     ({"show": "never"}, "/show"), ({"closesAt": "2020-01-01T00:00:00Z"}, "/closesAt"), ({"closesAt": "mai"}, "/closesAt"),
     ({"rules": {"adoption": {"numerator": 3, "denominator": 2}}}, "/rules/adoption/numerator")])
def test_a_poll_nobody_could_hold_is_refused(session, council, changes, pointer):
    wanted = {"title": "Thông qua?", "method": "approval", "secrecy": "open"} | changes
    refused(council.secretary.post(f"{session.path}/polls", wanted), 422, "request.invalid", pointer)
