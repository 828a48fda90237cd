"""Which papers who may see: hidden until released, gone when taken back, nothing beside the store (contract §2)."""

import pytest
import requests

from .calling import API, good
from .city import sample
from .problems import refused


@pytest.fixture(scope="module")
def meeting(city):
    return city.body(3).opened()


@pytest.fixture
def draft(meeting):
    return meeting.body.draft()


def test_papers_are_hidden_until_convening(draft):
    document = good(draft.upload(sample()), 201)
    assert document["released"] is False
    member = draft.body.seats[1]
    for path in ("", "/content", "/pages/1.png", "/pages/1.txt", "/signatures"):
        refused(member.get(f"/documents/{document['id']}{path}"), 404, "not-found")
    draft.advance("convene")
    assert good(member.get(f"/documents/{document['id']}"), 200)["released"] is True
    assert member.get(f"/documents/{document['id']}/content").status_code == 200


def test_a_held_back_paper_is_hidden_until_released(meeting):
    document = good(meeting.upload(sample("ok-adbe-detached.pdf"), release="false"), 201)
    member = meeting.body.seats[1]
    for path in ("", "/content", "/pages/1.png", "/signatures"):
        refused(member.get(f"/documents/{document['id']}{path}"), 404, "not-found")
    assert document["id"] not in [listed["id"] for listed in member.items(f"{meeting.path}/documents")]
    good(meeting.secretary.post(f"/documents/{document['id']}/release"), 200)
    good(member.get(f"/documents/{document['id']}"), 200)


def test_a_paper_taken_back_is_gone_for_everyone(meeting):
    document = good(meeting.upload(sample("ok-name-bmpstring.pdf")), 201)
    good(meeting.secretary.delete(f"/documents/{document['id']}"), 204)
    for who in (meeting.secretary, meeting.body.seats[1]):
        for path in ("", "/content", "/pages/1.png", "/signatures"):
            refused(who.get(f"/documents/{document['id']}{path}"), 404, "not-found")
    refused(meeting.secretary.delete(f"/documents/{document['id']}"), 404, "not-found")
    # The same paper may come again.
    good(meeting.upload(sample("ok-name-bmpstring.pdf")), 201)


def test_a_file_name_cannot_smuggle_a_header(meeting):
    document = good(meeting.upload(sample("ok-docmdp2-form-filled.pdf"), filename='x"\r\nSet-Cookie: a=b; ../../etc/passwd.pdf'), 201)
    answer = meeting.secretary.get(f"/documents/{document['id']}/content")
    assert answer.status_code == 200 and "Set-Cookie" not in answer.headers
    assert "/" not in answer.headers["Content-Disposition"] and "\n" not in answer.headers["Content-Disposition"]


def test_nothing_outside_the_store_can_be_read(city, meeting):
    for path in ("/documents/..%2f..%2fkeys", "/documents/../../keys/receipts.key/content"):
        answer = requests.Request("GET", city.server.url + API + path, headers={"Authorization": f"Bearer {city.admin.token}"}).prepare()
        answer.url = city.server.url + API + path
        assert requests.Session().send(answer).status_code in (400, 404)
    for path in ("/static/../locales/vi/site.json", "/static/..%2flocales%2fvi%2fsite.json", "/static/%2e%2e/%2e%2e/Storage/Schema/0001-log.sql"):
        request = requests.Request("GET", city.server.url).prepare()
        request.url = city.server.url + path
        assert requests.Session().send(request).status_code in (400, 404), path
