"""Contract §2, "Who may do what": every route asked by every role."""

import pytest

from .calling import Caller
from .permission_routes import READING, ROUTES
from .permission_stage import Stage
from .permission_table import ROLES, rows, walls
from .problems import refused


@pytest.fixture(scope="module")
def stage(city):
    return Stage(city, ROUTES, READING)


CELLS = [*rows(), *walls()]


def test_the_table_and_the_routes_are_the_same():
    assert {route for route, _, _ in CELLS} == set(ROUTES)


@pytest.mark.parametrize(("route", "role", "status"), CELLS, ids=[f"{route} · {role}" for route, role, _ in CELLS])
def test_who_may_do_what(stage, route, role, status):
    stage.attempt(route, role, status)


def test_a_list_shows_only_what_its_reader_may_know_of(stage):
    scene = stage.scene("see a meeting", shared=True)
    draft = stage.scene("see a draft meeting", shared=True)
    for role in ROLES:
        if role in ("anonymous", "verifyToken"):
            continue
        who = stage.people[role]
        meetings = {meeting["id"] for meeting in who.items("/meetings", params={"limit": 200})}
        for shown in (scene, draft):
            assert (shown.meeting.id in meetings) == (who.get(shown.meeting.path).status_code == 200), f"{role}: list and meeting disagree"
        bodies = {body["id"] for body in who.items("/bodies", params={"limit": 200})}
        assert (stage.body.id in bodies) == (who.get(f"/bodies/{stage.body.id}").status_code == 200), f"{role}: list and body disagree"
        users = who.items("/users", params={"limit": 200})
        if role not in ("admin", "readToken"):
            assert [user["id"] for user in users] == [who.id], f"{role} sees other accounts"


def test_a_hidden_paper_is_in_no_list(stage):
    scene = stage.scene("see a held-back document", shared=True)
    for role in ROLES:
        who = stage.people[role]
        answer = who.get(f"{scene.meeting.path}/documents")
        if answer.status_code == 200:
            listed = scene.document in [document["id"] for document in answer.json()["items"]]
            assert listed == (role in ("admin", "bodySecretary", "unitSecretary", "readToken")), role


def test_a_secretary_of_one_body_is_nobody_in_another(city, stage):
    other = city.body(1)
    meeting = other.convened()
    # A body role of another kind takes the place of the account role: he is seated, not secretary.
    seated = city.account("secretary")
    other.seat(seated, "member")
    refused(seated.post(f"{meeting.path}/announcements", {"text": "Xin chào"}), 403, "auth.forbidden")


def test_an_invited_guest_is_a_stranger_elsewhere(stage):
    scene = stage.empty_scene()
    scene.meeting = stage.body.convened()
    refused(stage.people["guest"].get(scene.meeting.path), 404, "not-found")


def test_who_presides_in_the_chairmans_place_conducts_and_nobody_else(city):
    body = city.body(4)
    meeting = body.opened()
    chairman, deputy, member, _ = body.seats
    answer = meeting.secretary.put(f"{meeting.path}/presiding", {"userId": deputy.id, "ground": "Chủ tịch ủy quyền"})
    assert answer.status_code == 200, answer.text
    assert meeting.look()["presiding"]["userId"] == deputy.id
    refused(chairman.post(f"{meeting.path}/pause"), 403, "auth.forbidden")
    refused(member.post(f"{meeting.path}/pause"), 403, "auth.forbidden")
    assert deputy.post(f"{meeting.path}/pause").status_code == 200


def test_metrics_are_for_the_machine_itself_and_the_administrator(stage):
    for role in ROLES:
        answer = stage.people[role].request("GET", "/metrics", base="")
        # Every test comes from the machine itself; the address decides, not the name.
        assert answer.status_code in (200, 403), role
    text = Caller(stage.city.server).request("GET", "/metrics", base="").text
    assert "# TYPE" in text
