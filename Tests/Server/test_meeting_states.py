"""Contract §2 "Bodies and meetings": states, steps and what each state locks."""

import pytest

from .calling import good
from .city import particulars, sample
from .problems import refused

STATES = ("draft", "convened", "open", "paused", "closed", "minutesApproved", "archived", "cancelled")
VERBS = ("convene", "open", "pause", "resume", "close", "approve-minutes", "archive", "cancel")
WAY = {
    "draft": [], "convened": ["convene"], "open": ["convene", "open"], "paused": ["convene", "open", "pause"], "closed": ["convene", "open", "close"],
    "minutesApproved": ["convene", "open", "close", "approve-minutes"], "archived": ["convene", "open", "close", "approve-minutes", "archive"], "cancelled": ["cancel"]}
STEPS = {
    ("draft", "convene"): "convened", ("draft", "cancel"): "cancelled", ("convened", "cancel"): "cancelled", ("convened", "open"): "open", ("open", "pause"): "paused",
    ("paused", "resume"): "open", ("open", "close"): "closed", ("paused", "close"): "closed", ("closed", "approve-minutes"): "minutesApproved",
    ("minutesApproved", "archive"): "archived"}


@pytest.fixture(scope="module")
def body(city):
    return city.body(3)


def in_state(body, state):
    meeting = body.draft()
    for verb in WAY[state]:
        if verb == "open":
            for person in body.seats:
                meeting.attend(person)
        meeting.advance(verb)
    assert meeting.look()["state"] == state
    return meeting


@pytest.mark.parametrize("state", STATES)
def test_only_the_steps_of_the_table_are_taken(body, state):
    for verb in VERBS:
        if (state, verb) in STEPS:
            continue
        meeting = in_state(body, state)
        for language in ("vi", "en"):
            refused(body.secretary.speaking(language).post(f"{meeting.path}/{verb}"), 409, "meeting.wrong-state")
        assert meeting.look()["state"] == state


@pytest.mark.parametrize(("state", "verb"), STEPS)
def test_every_step_of_the_table_can_be_taken(body, state, verb):
    meeting = in_state(body, state)
    if verb == "open":
        for person in body.seats:
            meeting.attend(person)
    answer = body.secretary.post(f"{meeting.path}/{verb}")
    assert good(answer, 200)["state"] == STEPS[state, verb]
    assert meeting.look() == answer.json()


LOCKS = {
    "edit": ("draft", "convened"), "agenda": ("draft", "convened", "open", "paused"), "document": ("draft", "convened", "open", "paused"),
    "attendance": ("convened", "open", "paused"), "poll": ("draft", "convened", "open", "paused"),
    "announcement": ("draft", "convened", "open", "paused", "closed", "minutesApproved")}


def attempts(meeting):
    secretary, path = meeting.secretary, meeting.path
    return {
        "edit": lambda: secretary.put(path, particulars(meeting.body.id)), "agenda": lambda: secretary.post(f"{path}/agenda", {"title": "Nội dung"}),
        "document": lambda: meeting.upload(sample()), "attendance": lambda: secretary.put(f"{path}/attendance/{meeting.body.seats[2].id}", {"state": "absent"}),
        "poll": lambda: secretary.post(f"{path}/polls", {"title": "?", "method": "approval", "secrecy": "open"}),
        "announcement": lambda: secretary.post(f"{path}/announcements", {"text": "Tin"})}


@pytest.mark.parametrize("state", STATES)
def test_each_state_locks_its_edits(body, state):
    meeting = in_state(body, state)
    for edit, act in attempts(meeting).items():
        answer = act()
        if state in LOCKS[edit]:
            good(answer, 200, 201)
        else:
            refused(answer, 409, "meeting.wrong-state")


def test_the_opening_says_who_is_missing_in_numbers(city):
    body = city.body(22)
    meeting = body.convened()
    for person in body.seats[:14]:
        meeting.attend(person)
    problem = refused(body.secretary.post(f"{meeting.path}/open"), 422, "meeting.no-quorum")
    assert all(number in problem["detail"] for number in ("14", "22", "15"))
    look = meeting.look()
    assert (look["members"], look["present"], look["quorate"], look["needed"]) == (22, 14, False, 15)
    meeting.attend(body.seats[14], "online")
    assert meeting.look()["quorate"] is True
    meeting.advance("open")


def test_only_people_of_the_roster_are_present(city, body):
    meeting = body.convened()
    guest = meeting.invite(city.account())
    refused(body.secretary.put(f"{meeting.path}/attendance/{guest.id}", {"state": "inRoom"}), 404, "not-found")
    refused(body.secretary.put(f"{meeting.path}/attendance/khong-co", {"state": "inRoom"}), 404, "not-found")
    refused(body.secretary.put(f"{meeting.path}/attendance/{body.seats[0].id}", {"state": "asleep"}), 422, "request.invalid", "/state")
    # A secretary keeps the record and is no head of the quorum.
    meeting.attend(body.secretary)
    assert meeting.look()["present"] == 0


def test_the_reason_of_an_absence_is_for_the_secretariat_and_the_absent(body):
    meeting = body.convened()
    chairman, neighbour, absent = body.seats
    meeting.attend(absent, "absent", reason="Nằm viện")
    told = {}
    for name, who in (("secretary", body.secretary), ("chairman", chairman), ("absent", absent), ("neighbour", neighbour)):
        line = next(line for line in who.items(f"{meeting.path}/roster") if line["userId"] == absent.id)
        assert line["attendance"] == "absent"
        told[name] = line["reason"]
    assert told == {"secretary": "Nằm viện", "chairman": "Nằm viện", "absent": "Nằm viện", "neighbour": None}


def test_who_presides_needs_a_seat_and_a_ground(city, body):
    meeting = body.convened()
    put = lambda **fields: body.secretary.put(f"{meeting.path}/presiding", fields)
    refused(put(userId=body.secretary.id, ground="Phân công"), 422, "request.invalid", "/userId")
    refused(put(userId=city.account(token=False).id, ground="Phân công"), 422, "request.invalid", "/userId")
    refused(put(userId=body.seats[1].id, ground=" "), 422, "request.invalid", "/ground")
    assert meeting.look()["presiding"]["userId"] == body.chairman.id
    good(put(userId=body.seats[1].id, ground="Chủ tịch đi công tác, ủy quyền"), 200)
    assert meeting.look()["presiding"]["ground"] == "Chủ tịch đi công tác, ủy quyền"


def test_the_agenda_is_numbered_anew_when_its_order_changes(body):
    meeting = body.draft()
    ids = [meeting.item(f"Nội dung {number}")["id"] for number in range(1, 5)]
    good(body.secretary.put(f"{meeting.path}/agenda/{ids[3]}", {"title": "Nội dung 4", "number": 1}), 200)
    good(body.secretary.delete(f"{meeting.path}/agenda/{ids[1]}"), 204)
    items = body.secretary.items(f"{meeting.path}/agenda")
    assert [(item["number"], item["id"]) for item in items] == [("1", ids[3]), ("2", ids[0]), ("3", ids[2])]
    refused(body.secretary.put(f"{meeting.path}/agenda/{ids[0]}", {"title": "X", "number": 9}), 422, "request.invalid", "/number")


def test_an_item_with_papers_or_polls_is_not_thrown_away(body):
    meeting = body.opened()
    with_paper, with_poll = meeting.item()["id"], meeting.item()["id"]
    meeting.paper(itemId=with_paper)
    meeting.poll(agendaItemId=with_poll)
    for item in (with_paper, with_poll):
        refused(body.secretary.delete(f"{meeting.path}/agenda/{item}"), 422, "request.invalid")
    assert len(body.secretary.items(f"{meeting.path}/agenda")) == 2


def test_draft_minutes_stand_the_moment_the_meeting_closes(body):
    meeting = body.opened()
    item = meeting.item("Đề án cải tạo vườn hoa")["id"]
    poll = meeting.opened_poll(agendaItemId=item, title="Thông qua đề án?")
    poll.vote({person: "for" for person in body.seats})
    poll.close()
    good(body.secretary.put(f"{meeting.path}/agenda/{item}/conclusion", {"text": "Thống nhất thông qua."}), 200)
    refused(body.seats[1].get(f"{meeting.path}/minutes"), 404, "not-found")
    meeting.advance("close")
    minutes = good(body.seats[1].get(f"{meeting.path}/minutes"), 200)
    assert minutes["state"] == "draft" and minutes["sections"]
    text = " ".join(line["text"] for section in minutes["sections"] for line in section["lines"])
    for words in ("Đề án cải tạo vườn hoa", "Thống nhất thông qua.", "Phòng họp số 1"):
        assert words in text, f"{words!r} is not in the minutes"
    paper = body.seats[1].get(f"{meeting.path}/minutes.pdf")
    assert paper.status_code == 200 and paper.content.startswith(b"%PDF-") and paper.headers["ETag"]
    assert body.seats[1].get(f"{meeting.path}/minutes.pdf").content == paper.content, "the same record is the same paper"
    assert body.seats[1].get(f"{meeting.path}/minutes.pdf", headers={"If-None-Match": paper.headers["ETag"]}).status_code == 304
    meeting.advance("approve-minutes")
    assert good(body.seats[1].get(f"{meeting.path}/minutes"))["state"] == "approved"
