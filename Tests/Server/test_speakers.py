"""Time for speakers: more of it, and what all of them have used of an item's."""

import pytest

from .calling import good
from .problems import refused


@pytest.fixture(scope="module")
def council(city):
    return city.body(3, name="Ủy ban nhân dân phường phát biểu")


def test_a_speaker_is_given_more_time(council):
    meeting = council.opened()
    deputy = council.seats[1]
    request = good(deputy.post(f"{meeting.path}/floor"), 201)["id"]
    url = f"{meeting.path}/floor/{request}"
    refused(council.chairman.put(url, {"limitSeconds": 60}), 409, "floor.wrong-state")
    good(council.chairman.post(f"{url}/grant", {"limitSeconds": 60}), 200)
    refused(deputy.put(url, {"limitSeconds": 600}), 403, "auth.forbidden")
    refused(council.chairman.put(url, {"limitSeconds": 3601}), 422, "request.invalid", "/limitSeconds")
    refused(council.chairman.put(url, {}), 422, "request.invalid", "/limitSeconds")
    assert good(council.chairman.put(url, {"limitSeconds": 120}), 200)["speaker"]["limitMs"] == 120_000
    assert good(council.chairman.put(url, {"limitSeconds": 0}), 200)["speaker"]["limitMs"] is None


def test_an_item_has_a_time_for_all_who_speak_on_it(council):
    meeting = council.draft()
    item = meeting.item(minutesPlanned=20)["id"]
    other = meeting.item("Nội dung không định thời gian")["id"]
    meeting.advance("convene")
    for person in council.seats:
        meeting.attend(person)
    meeting.advance("open")
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": item}))
    for person in council.seats[1:]:
        request = good(person.post(f"{meeting.path}/floor"), 201)["id"]
        look = good(council.chairman.post(f"{meeting.path}/floor/{request}/grant"), 200)
    assert look["itemTime"]["limitMs"] == 20 * 60_000 and look["itemTime"]["itemId"] == item
    assert look["itemTime"]["spokenMs"] > 0, "what the first speaker used"
    assert look["itemTime"]["runningSince"] == look["speaker"]["runningSince"]
    good(council.chairman.post(f"{meeting.path}/current-item", {"itemId": other}))
    assert good(council.chairman.get(f"{meeting.path}/floor"), 200)["itemTime"] is None
