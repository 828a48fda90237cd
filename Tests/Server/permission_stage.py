"""The people of a permission table, the scenes they are put into, and how one cell of a table is tried."""

from .calling import Caller
from .problems import refused

CODES = {
    401: ("auth.required",),
    403: ("auth.forbidden", "ballot.not-entitled", "report.forbidden", "escalation.forbidden"),
    # The code alone is public: a private link that is wrong is told as such.
    404: ("not-found", "report.link-wrong"),
}


class Stage:
    """The people of the table and the body they stand around."""

    def __init__(self, city, routes, reading, screens=()):
        self.city = city
        self.routes = routes
        self.reading = reading
        # Pages say no in the reader's words, not in JSON.
        self.screens = screens
        self.body = city.body(3)
        self.people = dict(
            admin=city.admin, bodySecretary=self.body.secretary, unitSecretary=city.account("secretary"), chairman=self.body.seats[0],
            viceChairman=self.body.seats[1], member=self.body.seats[2], guest=city.account("member"), stranger=city.account("member"), leader=city.account("leader"),
            officer=city.account("officer"), auditor=city.account("auditor"), integration=city.account("integration"), anonymous=Caller(city.server),
            verifyToken=self.scoped("verify"), readToken=self.scoped("read"), screen=city.account("screen"))
        assert city.admin.put(f"/bodies/{self.body.id}/screens/{self.people['screen'].id}").status_code == 200
        self.scenes = {}

    def scoped(self, scope):
        done = self.city.server.operate("token", "create", "--user", "quantri", "--scope", scope, "--days", 1)
        assert done.returncode == 0, done.stderr
        return Caller(self.city.server, done.stdout.strip())

    def invite_guest(self, meeting):
        meeting.invite(self.people["guest"])

    def empty_scene(self):
        return Scene(self)

    def scene(self, route, *, shared):
        """The scene of a route: a shared one for those who change nothing, a new one for each who may."""
        if shared and route in self.scenes:
            return self.scenes[route]
        scene = self.empty_scene()
        self.routes[route][0](scene)
        if shared:
            self.scenes[route] = scene
        return scene

    def attempt(self, route, role, status):
        """Asks a route as somebody: the status is that of the table, a refusal says why and leaves no trace."""
        scene = self.scene(route, shared=status >= 400 or route in self.reading)
        watched = status >= 400 and route not in self.reading
        before = scene.head() if watched else None
        answer = self.routes[route][1](self.people[role], scene)
        if status < 400 or route in self.screens:
            assert answer.status_code == status, answer.text
            return
        body = refused(answer, status)
        assert body["code"] in CODES.get(status, (body["code"],))
        after = scene.head() if watched else None
        assert after == before, f"a refused attempt left a trace in the log: {before}, {after}"


class Scene:
    """What one attempt works on: a body, one of its meetings, and what the route needs in it."""

    def __init__(self, stage):
        self.stage = stage
        self.body = stage.body
        self.meeting = None
        self.item = self.document = self.poll = self.person = self.version = None

    def head(self):
        """Where the meeting's log stands."""
        if self.meeting:
            answer = self.stage.city.admin.get(self.meeting.path)
            assert answer.status_code == 200, answer.text
            return answer.json()["head"]
        return None
