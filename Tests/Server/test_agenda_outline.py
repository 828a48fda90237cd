"""Items below items: numbers, order, what is refused, and numbers that stay once minutes name them."""

import pytest

from .calling import good
from .problems import refused
from .test_circulation import words


@pytest.fixture(scope="module")
def council(city):
    return city.body(3, name="Ủy ban nhân dân quận xếp chương trình")


def agenda(meeting):
    return [f"{item['number']} {item['title']}" for item in meeting.secretary.items(f"{meeting.path}/agenda")]


def move(meeting, item, parent=None, place=None, **options):
    return meeting.secretary.put(f"{meeting.path}/agenda/{item['id']}/place", {"parentId": parent and parent["id"], "place": place}, **options)


def test_items_are_numbered_by_where_they_stand(council):
    meeting = council.draft()
    a, b, c = (meeting.item(title) for title in "ABC")
    assert (a["number"], a["parentId"], a["depth"], a["place"]) == ("1", None, 0, 1)
    below = good(move(meeting, b, a))
    assert (below["number"], below["parentId"], below["depth"], below["place"]) == ("1.1", a["id"], 1, 1)
    d = meeting.item("D", parentId=b["id"])
    assert d["number"] == "1.1.1" and agenda(meeting) == ["1 A", "1.1 B", "1.1.1 D", "2 C"]
    moved = good(move(meeting, a, place=2))
    assert moved["number"] == "2" and agenda(meeting) == ["1 C", "2 A", "2.1 B", "2.1.1 D"]
    # The older way says a place among the items beside it.
    good(meeting.secretary.put(f"{meeting.path}/agenda/{c['id']}", {"title": "C", "number": 2}))
    assert agenda(meeting) == ["1 A", "1.1 B", "1.1.1 D", "2 C"]
    good(move(meeting, b))
    assert agenda(meeting) == ["1 A", "2 C", "3 B", "3.1 D"]


def test_what_cannot_be_is_refused_and_changes_nothing(council):
    meeting = council.draft()
    a, b, c, d = (meeting.item(title) for title in "ABCD")
    good(move(meeting, b, a))
    good(move(meeting, c, b))
    before = agenda(meeting)
    refused(move(meeting, a, c), 422, "request.invalid", "/parentId")
    refused(move(meeting, a, a), 422, "request.invalid", "/parentId")
    refused(move(meeting, d, c), 422, "request.invalid", "/parentId")
    refused(move(meeting, d, {"id": "khong-co"}), 422, "request.invalid", "/parentId")
    elsewhere = council.draft().item("Nơi khác")
    refused(move(meeting, d, elsewhere), 422, "request.invalid", "/parentId")
    refused(move(meeting, elsewhere), 404, "not-found")
    for place in (0, -1, 3, 10**18):
        refused(move(meeting, d, place=place), 422, "request.invalid", "/place")
    refused(meeting.secretary.put(f"{meeting.path}/agenda/{d['id']}/place", {"place": "đầu"}), 422, "request.invalid")
    refused(meeting.secretary.put(f"{meeting.path}/agenda/{d['id']}/place", {"parentId": "có dấu cách"}), 422, "request.invalid")
    refused(meeting.secretary.post(f"{meeting.path}/agenda", {"title": "E", "parentId": c["id"]}), 422, "request.invalid", "/parentId")
    refused(meeting.secretary.delete(f"{meeting.path}/agenda/{a['id']}"), 422, "request.invalid")
    refused(move(meeting, d, a, headers={"If-Match": '"999"'}), 412, "version.stale")
    meeting.advance("convene")
    refused(council.chairman.put(f"{meeting.path}/agenda/{d['id']}/place", {"place": 1}), 403, "auth.forbidden")
    assert agenda(meeting) == before


def test_numbers_stay_once_minutes_name_them(council, tmp_path):
    meeting = council.draft(place="Phòng họp số 1")
    a, b, c = (meeting.item(title) for title in ("Ngân sách", "Nhân sự", "Quy hoạch"))
    good(move(meeting, b, a))
    meeting.advance("convene")
    text = words(council.seats[1].get(f"{meeting.path}/invitation.pdf"), tmp_path)
    assert "1. Ngân sách; 1.1. Nhân sự; 2. Quy hoạch." in text
    for person in council.seats:
        meeting.attend(person)
    meeting.advance("open")
    good(move(meeting, c, place=1))
    assert agenda(meeting) == ["1 Quy hoạch", "2 Ngân sách", "2.1 Nhân sự"]
    good(meeting.secretary.put(f"{meeting.path}/agenda/{c['id']}/conclusion", {"text": "Nhất trí"}))
    refused(move(meeting, a, place=1), 409, "agenda.numbers-frozen")
    good(move(meeting, b))
    good(move(meeting, b, a))
    meeting.advance("close")
    refused(move(meeting, b), 409, "meeting.wrong-state")
    assert "2.1. Nhân sự" in words(meeting.secretary.get(f"{meeting.path}/minutes.pdf"), tmp_path)


def test_the_current_item_goes_through_those_below(council):
    meeting = council.draft()
    a, b, c = (meeting.item(title) for title in "ABC")
    good(move(meeting, b, a))
    meeting.advance("convene")
    for person in council.seats:
        meeting.attend(person)
    meeting.advance("open")
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": b["id"]}))
    states = {item["title"]: item["state"] for item in meeting.secretary.items(f"{meeting.path}/agenda")}
    assert states == {"A": "done", "B": "current", "C": "planned"}
    good(move(meeting, c, place=1))
    states = {item["title"]: item["state"] for item in meeting.secretary.items(f"{meeting.path}/agenda")}
    assert states == {"C": "done", "A": "done", "B": "current"}
