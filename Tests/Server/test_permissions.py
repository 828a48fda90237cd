"""Contract §2, "Who may do what": every route asked by every role."""

import pytest

from .calling import Caller
from .permission_routes import READING, ROUTES, Scene, head_of
from .permission_table import ROLES, rows
from .problems import refused

CODES = {401: "auth.required", 404: "not-found"}


class Stage:
    """The people of the table and the body they stand around."""

    def __init__(self, city):
        self.city = city
        self.body = city.body(3)
        self.people = dict(
            admin=city.admin, bodySecretary=self.body.secretary, unitSecretary=city.account("secretary"), chairman=self.body.seats[0],
            viceChairman=self.body.seats[1], member=self.body.seats[2], guest=city.account("member"), stranger=city.account("member"), leader=city.account("leader"),
            officer=city.account("officer"), auditor=city.account("auditor"), integration=city.account("integration"), anonymous=Caller(city.server),
            verifyToken=self.scoped("verify"), readToken=self.scoped("read"))
        self.scenes = {}

    def scoped(self, scope):
        done = self.city.server.operate("token", "create", "--user", "quantri", "--scope", scope, "--days", 1)
        assert done.returncode == 0, done.stderr
        return Caller(self.city.server, done.stdout.strip())

    def invite_guest(self, meeting):
        meeting.invite(self.people["guest"])

    def scene(self, route, *, shared):
        """The scene of a route: a shared one for those who change nothing, a new one for each who may."""
        if shared and route in self.scenes:
            return self.scenes[route]
        scene = Scene(self)
        ROUTES[route][0](scene)
        if shared:
            self.scenes[route] = scene
        return scene


@pytest.fixture(scope="module")
def stage(city):
    return Stage(city)


CELLS = list(rows())


def test_the_table_and_the_routes_are_the_same():
    assert {route for route, _, _ in CELLS} == set(ROUTES)


@pytest.mark.parametrize(("route", "role", "status"), CELLS, ids=[f"{route} · {role}" for route, role, _ in CELLS])
def test_who_may_do_what(stage, route, role, status):
    scene = stage.scene(route, shared=status >= 400 or route in READING)
    watched = status >= 400 and route not in READING
    before = head_of(scene) if watched else None
    answer = ROUTES[route][1](stage.people[role], scene)
    if status < 400:
        assert answer.status_code == status, answer.text
        return
    body = refused(answer, status, CODES.get(status))
    if status == 403:
        assert body["code"] in ("auth.forbidden", "ballot.not-entitled")
    assert not watched or head_of(scene) == before, "a refused attempt left a trace in the log"


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
    scene = Scene(stage)
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
