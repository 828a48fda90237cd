"""How each route of the permission table is asked, and what has to stand before it can be asked."""

from .calling import fresh, good
from .city import particulars, sample


class Scene:
    """What one attempt works on: a body, one of its meetings, and what the route needs in it."""

    def __init__(self, stage):
        self.stage = stage
        self.body = stage.body
        self.meeting = None
        self.item = self.document = self.poll = self.person = None


def nothing(scene):
    pass


def a_person(scene):
    scene.person = scene.stage.city.account(token=False)


def a_member_to_spare(scene):
    a_person(scene)
    scene.body.seat(scene.person, "secretary")


def draft(scene):
    scene.meeting = scene.body.draft()
    scene.stage.invite_guest(scene.meeting)


def convened(scene):
    scene.meeting = scene.body.convened()
    scene.stage.invite_guest(scene.meeting)


def attended(scene):
    convened(scene)
    for seat in scene.body.seats:
        scene.meeting.attend(seat)


def opened(scene):
    attended(scene)
    scene.meeting.advance("open")


def paused(scene):
    opened(scene)
    scene.meeting.advance("pause")


def closed(scene):
    opened(scene)
    scene.meeting.advance("close")


def approved(scene):
    closed(scene)
    scene.meeting.advance("approve-minutes")


def with_item(scene):
    opened(scene)
    scene.item = scene.meeting.item()["id"]


def with_document(scene):
    convened(scene)
    scene.document = scene.meeting.paper()["id"]


def with_held_back(scene):
    convened(scene)
    scene.document = scene.meeting.paper(release="false")["id"]


def with_poll(scene):
    opened(scene)
    scene.poll = scene.meeting.poll()


def with_open_poll(scene):
    with_poll(scene)
    scene.poll.open()


def with_tie(scene):
    with_open_poll(scene)
    _, deputy, member, *_ = scene.body.seats
    scene.poll.vote({deputy: "for", member: "against"})
    assert scene.poll.close()["outcome"] == "awaitingChairman"


def new_user(who, scene):
    return who.post("/users", {"username": fresh("nguoi"), "name": "Người mới", "role": "member", "password": "mat khau du dai"})


def verify(who, scene):
    return who.request("POST", "/signatures/verify", data=sample("none-unsigned.pdf"), headers={"Content-Type": "application/pdf"})


def verb(word):
    return lambda who, scene: who.post(f"{scene.meeting.path}/{word}")


def poll_verb(word, body=None):
    return lambda who, scene: who.post(f"{scene.poll.path}/{word}", body)


def of_meeting(path):
    return lambda who, scene: who.get(f"{scene.meeting.path}{path}")


def of_item(method, path, body=None):
    return lambda who, scene: who.request(method, f"{scene.meeting.path}/agenda/{scene.item}{path}", json=body)


def of_document(method, path, **options):
    return lambda who, scene: who.request(method, f"/documents/{scene.document}{path}", **options)


ROUTES = {
    "see oneself": (nothing, lambda who, scene: who.get("/me")),
    "list users": (nothing, lambda who, scene: who.get("/users")),
    "see another user": (a_person, lambda who, scene: who.get(f"/users/{scene.person.id}")),
    "add a user": (nothing, new_user),
    "set a password": (a_person, lambda who, scene: who.put(f"/users/{scene.person.id}/password", {"password": "mat khau moi dai"})),
    "disable a user": (a_person, lambda who, scene: who.post(f"/users/{scene.person.id}/disable")),
    "enable a user": (a_person, lambda who, scene: who.post(f"/users/{scene.person.id}/enable")),
    "end somebody's sessions": (a_person, lambda who, scene: who.delete(f"/users/{scene.person.id}/sessions")),
    "list bodies": (nothing, lambda who, scene: who.get("/bodies")),
    "see a body": (nothing, lambda who, scene: who.get(f"/bodies/{scene.body.id}")),
    "see its members": (nothing, lambda who, scene: who.get(f"/bodies/{scene.body.id}/members")),
    "add a body": (nothing, lambda who, scene: who.post("/bodies", {"name": "Hội đồng mới"})),
    "set its rules": (nothing, lambda who, scene: who.put(f"/bodies/{scene.body.id}/rules", {"absentMayVote": True})),
    "seat a member": (a_person, lambda who, scene: who.put(f"/bodies/{scene.body.id}/members/{scene.person.id}", {"role": "secretary"})),
    "remove a member": (a_member_to_spare, lambda who, scene: who.delete(f"/bodies/{scene.body.id}/members/{scene.person.id}")),
    "list meetings": (nothing, lambda who, scene: who.get("/meetings")),
    "create a meeting": (nothing, lambda who, scene: who.post("/meetings", particulars(scene.body.id))),
    "see a draft meeting": (draft, of_meeting("")),
    "see a meeting": (convened, of_meeting("")),
    "edit a meeting": (convened, lambda who, scene: who.put(scene.meeting.path, particulars(scene.body.id))),
    "convene a draft": (draft, verb("convene")),
    "cancel a meeting": (convened, verb("cancel")),
    "open a meeting": (attended, verb("open")),
    "pause a meeting": (opened, verb("pause")),
    "resume a meeting": (paused, verb("resume")),
    "close a meeting": (opened, verb("close")),
    "approve the minutes": (closed, verb("approve-minutes")),
    "archive a meeting": (approved, verb("archive")),
    "see the roster": (convened, of_meeting("/roster")),
    "record attendance": (
        convened, lambda who, scene: who.put(f"{scene.meeting.path}/attendance/{scene.body.seats[2].id}", {"state": "absent", "reason": "Ốm"})),
    "set who presides": (
        convened, lambda who, scene: who.put(f"{scene.meeting.path}/presiding", {"userId": scene.body.seats[1].id, "ground": "Chủ tịch đi công tác"})),
    "see the invited": (convened, of_meeting("/invited")),
    "invite": (convened, lambda who, scene: who.put(f"{scene.meeting.path}/invited/{scene.stage.people['stranger'].id}", {"capacity": "Khách mời"})),
    "take an invitation back": (convened, lambda who, scene: who.delete(f"{scene.meeting.path}/invited/{scene.stage.people['guest'].id}")),
    "see announcements": (convened, of_meeting("/announcements")),
    "announce": (convened, lambda who, scene: who.post(f"{scene.meeting.path}/announcements", {"text": "Giải lao mười phút"})),
    "see the agenda": (convened, of_meeting("/agenda")),
    "add an item": (convened, lambda who, scene: who.post(f"{scene.meeting.path}/agenda", {"title": "Nội dung thêm"})),
    "see an item": (with_item, of_item("GET", "")),
    "edit an item": (with_item, of_item("PUT", "", {"title": "Tên khác"})),
    "remove an item": (with_item, of_item("DELETE", "")),
    "write a conclusion": (with_item, of_item("PUT", "/conclusion", {"text": "Thống nhất."})),
    "go to an item": (with_item, lambda who, scene: who.post(f"{scene.meeting.path}/current-item", {"itemId": scene.item})),
    "list documents": (convened, of_meeting("/documents")),
    "upload a document": (convened, lambda who, scene: scene.meeting.upload(sample(), who=who)),
    "upload a version": (with_document, of_document("POST", "/versions", data=sample("none-unsigned.pdf"), headers={"Content-Type": "application/pdf"})),
    "see a released document": (with_document, of_document("GET", "")),
    "read a released document": (with_document, of_document("GET", "/content")),
    "see a held-back document": (with_held_back, of_document("GET", "")),
    "read a held-back document": (with_held_back, of_document("GET", "/content")),
    "edit a document": (with_document, of_document("PUT", "", json={"title": "Tên khác"})),
    "release a document": (with_held_back, of_document("POST", "/release")),
    "remove a document": (with_document, of_document("DELETE", "")),
    "list polls": (opened, of_meeting("/polls")),
    "create a poll": (opened, lambda who, scene: who.post(f"{scene.meeting.path}/polls", {"title": "Đồng ý?", "method": "approval", "secrecy": "open"})),
    "see a draft poll": (with_poll, lambda who, scene: who.get(scene.poll.path)),
    "see an open poll": (with_open_poll, lambda who, scene: who.get(scene.poll.path)),
    "open a poll": (with_poll, poll_verb("open")),
    "close a poll": (with_open_poll, poll_verb("close")),
    "annul a poll": (with_open_poll, poll_verb("annul", {"reason": "Nhầm nội dung"})),
    "cast a ballot": (with_open_poll, poll_verb("ballots", {"choice": "for"})),
    "give the casting vote": (with_tie, poll_verb("casting-vote", {"choice": "for", "basis": "cast"})),
    "see draft minutes": (closed, of_meeting("/minutes")),
    "fetch the minutes' paper": (closed, of_meeting("/minutes.pdf")),
    "verify signatures": (nothing, verify),
    "see the server's keys": (nothing, lambda who, scene: who.get("/keys")),
}

# Routes of the table that change nothing may be asked by everyone on one scene.
READING = {name for name in ROUTES if name.startswith(("see", "list", "read", "fetch", "verify"))}


def head_of(scene):
    """Where the meeting's log stands, to show that a refused attempt left no trace."""
    return good(scene.stage.city.admin.get(scene.meeting.path))["head"] if scene.meeting else None
