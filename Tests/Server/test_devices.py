"""What a device may keep of a meeting's papers (features 10 and 32)."""

import pytest

from .calling import good
from .city import sample


@pytest.fixture(scope="module")
def sitting(city):
    body = city.body(3)
    meeting = body.opened()
    item = meeting.item("Nhân sự")
    paper = meeting.ready(meeting.paper(sample("ok-bb-rsa2048.pdf"), itemId=item["id"]))
    guest = meeting.invite(city.account())
    return body, meeting, item, paper, guest


def kept(who, paper):
    answers = [who.get(f"/documents/{paper['id']}{path}") for path in ("/content", "/pages/1.png", "/pages/1.txt")]
    assert all(answer.status_code == 200 for answer in answers)
    return {answer.headers["Cache-Control"] for answer in answers}


def test_members_keep_the_fast_cache_and_guests_keep_nothing(sitting):
    body, _, _, paper, guest = sitting
    assert kept(body.seats[1], paper) == {"private, no-cache"}
    assert kept(guest, paper) == {"no-store"}


def test_once_somebody_takes_no_part_nobody_keeps_the_papers(sitting):
    body, meeting, item, paper, _ = sitting
    own = body.seats[2]
    good(own.put(f"{meeting.path}/agenda/{item['id']}/recusals/{own.id}", {"reason": "Có liên quan"}))
    assert kept(body.seats[1], paper) == {"no-store"}
    assert own.get(f"/documents/{paper['id']}/content").status_code == 404
