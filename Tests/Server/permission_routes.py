"""How each route of the permission table is asked, and what has to stand before it can be asked."""

from .calling import fresh, good
from .city import particulars, sample


def nothing(scene):
    pass


def a_person(scene):
    scene.person = scene.stage.city.account(token=False)


def a_member_to_spare(scene):
    a_person(scene)
    scene.body.seat(scene.person, "secretary")


def a_screen(scene):
    scene.person = scene.stage.city.account("screen", token=False)


def a_screen_on_the_wall(scene):
    a_screen(scene)
    good(scene.stage.city.admin.put(f"/bodies/{scene.body.id}/screens/{scene.person.id}"), 200)


def draft(scene):
    scene.meeting = scene.body.draft()
    scene.stage.invite_guest(scene.meeting)


def convened(scene):
    scene.meeting = scene.body.convened()
    scene.stage.invite_guest(scene.meeting)


def circulated(scene):
    scene.meeting = scene.body.convened(type="circulated")
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


def with_page(scene):
    with_item(scene)
    scene.document = scene.meeting.ready(scene.meeting.paper(itemId=scene.item))["id"]


def with_page_shown(scene):
    with_page(scene)
    good(scene.body.chairman.put(f"{scene.meeting.path}/presented-page", {"documentId": scene.document, "page": 1}), 200)


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


def with_annulled_poll(scene):
    with_open_poll(scene)
    good(scene.meeting.secretary.post(f"{scene.poll.path}/annul", {"reason": "Nhầm nội dung"}), 200)


def with_closed_poll(scene):
    with_open_poll(scene)
    scene.poll.close()


def with_hands(scene):
    opened(scene)
    scene.poll = scene.meeting.opened_poll(taking="hands")


def with_own_rules(scene):
    scene.version = good(scene.stage.city.admin.put(f"/bodies/{scene.body.id}/rules", {"absentMayVote": True}), 200)["rulesVersion"]


def with_circulation(scene):
    circulated(scene)
    good(scene.meeting.secretary.put(f"{scene.meeting.path}/circulation", {"reason": "Việc gấp"}), 200)


def with_described_slip(scene):
    with_circulation(scene)
    good(scene.body.chairman.post(f"{scene.meeting.path}/circulation/approve"), 200)
    scene.poll = scene.meeting.opened_poll()


def with_closed_slip(scene):
    circulated(scene)
    scene.poll = scene.meeting.opened_poll()
    scene.poll.close()


def everyone_for(scene):
    return {"for": good(scene.stage.city.admin.get(scene.meeting.path))["present"], "against": 0, "abstain": 0}


def with_entered_count(scene):
    """Entered by a second secretary, who is nobody of the table."""
    with_hands(scene)
    other = scene.body.seat(scene.stage.city.account("secretary"), "secretary")
    good(other.post(f"{scene.poll.path}/count", everyone_for(scene)), 200)


def new_user(who, scene):
    return who.post("/users", {"username": fresh("nguoi"), "name": "Người mới", "role": "member", "password": "mat khau du dai"})


def verify(who, scene):
    return who.request("POST", "/signatures/verify", data=sample("none-unsigned.pdf"), headers={"Content-Type": "application/pdf"})


def anchor():
    return {"name": fresh("goc").lower() + ".pem", "pem": sample("trust/root-national.pem").decode()}


def with_anchor(scene):
    scene.anchor = anchor()["name"]
    good(scene.stage.city.admin.post("/trust/anchors", anchor() | {"name": scene.anchor}), 201)


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


def declined(scene):
    convened(scene)
    scene.person = scene.body.seats[2]
    good(scene.person.put(f"{scene.meeting.path}/invitation", {"answer": "decline", "reason": "Đi công tác"}))


def with_request(scene):
    opened(scene)
    scene.person = scene.body.seats[2]
    scene.request = good(scene.person.post(f"{scene.meeting.path}/floor"), 201)["id"]


def with_speaker(scene):
    with_request(scene)
    good(scene.meeting.secretary.post(f"{scene.meeting.path}/floor/{scene.request}/grant"))


def with_paused_speaker(scene):
    with_speaker(scene)
    good(scene.meeting.secretary.post(f"{scene.meeting.path}/floor/{scene.request}/pause"))


def with_recusal(scene):
    with_item(scene)
    scene.person = scene.body.seats[2]
    good(scene.meeting.secretary.put(f"{scene.meeting.path}/agenda/{scene.item}/recusals/{scene.person.id}", {"reason": "Có liên quan"}))


def with_closed_part(scene):
    with_item(scene)
    good(scene.meeting.secretary.put(f"{scene.meeting.path}/agenda/{scene.item}/access", {"closed": True}))


def asked_to_reopen(scene):
    """By one who is not asked himself afterwards: the office's other secretary."""
    closed(scene)
    good(scene.stage.city.account("admin").post(f"{scene.meeting.path}/reopening", {"reason": "Thiếu một nội dung"}), 201)


def correction(scene):
    return f"{scene.meeting.path}/attendance/{scene.body.seats[2].id}"


def floor_verb(word):
    return lambda who, scene: who.post(f"{scene.meeting.path}/floor/{scene.request}/{word}")


def of_recusal(method, body=None):
    return lambda who, scene: who.request(method, f"{scene.meeting.path}/agenda/{scene.item}/recusals/{scene.body.seats[2].id}", json=body)


def convened_with_item(scene):
    scene.meeting = scene.body.draft()
    scene.item = scene.meeting.item()["id"]
    scene.meeting.advance("convene")
    scene.stage.invite_guest(scene.meeting)


def late_item(scene):
    convened(scene)
    scene.item = scene.meeting.item()["id"]


def with_consent_list(scene):
    opened(scene)
    for title in ("Nội dung một", "Nội dung hai"):
        item = scene.meeting.item(title, kind="vote")["id"]
        good(scene.meeting.secretary.post(f"{scene.meeting.path}/agenda/{item}/approve-late"))
        scene.meeting.poll(agendaItemId=item)


def with_open_consent_list(scene):
    with_consent_list(scene)
    good(scene.meeting.secretary.post(f"{scene.meeting.path}/consent-list/open"))


def with_proposal(scene):
    convened(scene)
    scene.proposal = good(scene.body.seats[2].post(f"{scene.meeting.path}/proposals", {"title": "Nội dung đề xuất"}), 201)["id"]


def with_returned_proposal(scene):
    with_proposal(scene)
    good(scene.meeting.secretary.post(f"{scene.meeting.path}/proposals/{scene.proposal}/return", {"remarks": "Thiếu hồ sơ"}))


def with_reviewed_proposal(scene):
    with_proposal(scene)
    good(scene.meeting.secretary.post(f"{scene.meeting.path}/proposals/{scene.proposal}/review"))


def of_proposal(word, body=None):
    return lambda who, scene: who.post(f"{scene.meeting.path}/proposals/{scene.proposal}/{word}", body)


def consent_verb(word, body=None):
    return lambda who, scene: who.post(f"{scene.meeting.path}/consent-list/{word}", body)


ROUTES = {
    "see the ground": (convened, of_meeting("/convening")),
    "set the ground": (convened, lambda who, scene: who.put(f"{scene.meeting.path}/convening", {"ground": "chairman"})),
    "see positions": (convened, of_meeting("/positions")),
    "mark an item": (convened_with_item, of_item("PUT", "/position", {"stance": "object"})),
    "see the consent list": (convened, of_meeting("/consent-list")),
    "take an item out": (convened_with_item, of_item("POST", "/pull-out")),
    "open the consent list": (with_consent_list, consent_verb("open")),
    "vote on the consent list": (with_open_consent_list, consent_verb("ballots", {"choice": "for"})),
    "close the consent list": (with_open_consent_list, consent_verb("close")),
    "take a late item on": (late_item, of_item("POST", "/approve-late")),
    "see change notices": (convened, of_meeting("/notices")),
    "see proposals": (convened, of_meeting("/proposals")),
    "propose an item": (convened, lambda who, scene: who.post(f"{scene.meeting.path}/proposals", {"title": "Nội dung đề xuất"})),
    "write a proposal anew": (
        with_returned_proposal, lambda who, scene: who.put(f"{scene.meeting.path}/proposals/{scene.proposal}", {"title": "Nội dung viết lại"})),
    "review a proposal": (with_proposal, of_proposal("review")),
    "return a proposal": (with_proposal, of_proposal("return", {"remarks": "Thiếu hồ sơ"})),
    "approve a proposal": (with_reviewed_proposal, of_proposal("approve")),
    "check in": (convened, lambda who, scene: who.put(f"{scene.meeting.path}/check-in", {"state": "inRoom"})),
    "ask what a correction does": (
        opened, lambda who, scene: who.get(f"{correction(scene)}/effects", params={"state": "absent", "from": scene.meeting.look()["openedAt"]})),
    "correct attendance": (
        opened, lambda who, scene: who.post(f"{correction(scene)}/corrections", {"state": "absent", "from": scene.meeting.look()["openedAt"]})),
    "answer the invitation": (convened, lambda who, scene: who.put(f"{scene.meeting.path}/invitation", {"answer": "attend"})),
    "see the invitation's number": (convened, of_meeting("/invitation/paper")),
    "write the invitation's number": (convened, lambda who, scene: who.put(f"{scene.meeting.path}/invitation/paper", {"number": "05/GM-UBND"})),
    "fetch the invitation": (convened, of_meeting("/invitation.pdf")),
    "fetch another's invitation": (convened, lambda who, scene: who.get(f"{scene.meeting.path}/invitation.pdf", params={"userId": scene.body.seats[2].id})),
    "see the answers": (convened, of_meeting("/invitations")),
    "see the forecast": (convened, of_meeting("/invitations/forecast")),
    "consent to an absence": (
        declined, lambda who, scene: who.put(f"{scene.meeting.path}/invitations/{scene.person.id}/consent", {"approved": True})),
    "see the substitutes": (convened, of_meeting("/substitutes")),
    "see the floor": (convened, of_meeting("/floor")),
    "ask to speak": (convened, lambda who, scene: who.post(f"{scene.meeting.path}/floor")),
    "arrange the floor": (convened, lambda who, scene: who.put(f"{scene.meeting.path}/floor", {"closed": True})),
    "give the floor": (with_request, floor_verb("grant")),
    "stop the clock": (with_speaker, floor_verb("pause")),
    "let the clock run": (with_paused_speaker, floor_verb("resume")),
    "give a speaker more time": (with_speaker, lambda who, scene: who.put(f"{scene.meeting.path}/floor/{scene.request}", {"limitSeconds": 120})),
    "end a speech": (with_speaker, floor_verb("end")),
    "withdraw a request": (with_request, lambda who, scene: who.delete(f"{scene.meeting.path}/floor/{scene.request}")),
    "see recusals": (convened, of_meeting("/recusals")),
    "record a recusal": (with_item, of_recusal("PUT", {"reason": "Có liên quan"})),
    "take a recusal back": (with_recusal, of_recusal("DELETE")),
    "set whom an item is for": (with_item, of_item("PUT", "/access", {"visibility": "internal"})),
    "close a part": (with_item, of_item("PUT", "/access", {"closed": True})),
    "see a closed part": (with_closed_part, of_item("GET", "")),
    "see reopenings": (closed, of_meeting("/reopening")),
    "ask to reopen": (closed, lambda who, scene: who.post(f"{scene.meeting.path}/reopening", {"reason": "Thiếu một nội dung"})),
    "agree to reopen": (asked_to_reopen, lambda who, scene: who.post(f"{scene.meeting.path}/reopening/approve")),
    "refuse to reopen": (asked_to_reopen, lambda who, scene: who.post(f"{scene.meeting.path}/reopening/refuse")),
    "see oneself": (nothing, lambda who, scene: who.get("/me")),
    "list users": (nothing, lambda who, scene: who.get("/users")),
    "see another user": (a_person, lambda who, scene: who.get(f"/users/{scene.person.id}")),
    "add a user": (nothing, new_user),
    "set a password": (a_person, lambda who, scene: who.put(f"/users/{scene.person.id}/password", {"password": "mat khau moi dai"})),
    "disable a user": (a_person, lambda who, scene: who.post(f"/users/{scene.person.id}/disable")),
    "enable a user": (a_person, lambda who, scene: who.post(f"/users/{scene.person.id}/enable")),
    "end somebody's sessions": (a_person, lambda who, scene: who.delete(f"/users/{scene.person.id}/sessions")),
    "see a mail address": (a_person, lambda who, scene: who.get(f"/users/{scene.person.id}/mail")),
    "set a mail address": (a_person, lambda who, scene: who.put(f"/users/{scene.person.id}/mail", {"address": "a@example.gov.vn"})),
    "list bodies": (nothing, lambda who, scene: who.get("/bodies")),
    "see a body": (nothing, lambda who, scene: who.get(f"/bodies/{scene.body.id}")),
    "see its members": (nothing, lambda who, scene: who.get(f"/bodies/{scene.body.id}/members")),
    "add a body": (nothing, lambda who, scene: who.post("/bodies", {"name": "Hội đồng mới"})),
    "set its rules": (nothing, lambda who, scene: who.put(f"/bodies/{scene.body.id}/rules", {"absentMayVote": True})),
    "see versions of rules": (nothing, lambda who, scene: who.get(f"/bodies/{scene.body.id}/rules")),
    "confirm rules": (
        with_own_rules, lambda who, scene: who.post(f"/bodies/{scene.body.id}/rules/{scene.version}/confirm", {"authority": "Sở Tư pháp", "document": "Công văn số 1"})),
    "seat a member": (a_person, lambda who, scene: who.put(f"/bodies/{scene.body.id}/members/{scene.person.id}", {"role": "secretary"})),
    "see its screens": (nothing, lambda who, scene: who.get(f"/bodies/{scene.body.id}/screens")),
    "hang a screen": (a_screen, lambda who, scene: who.put(f"/bodies/{scene.body.id}/screens/{scene.person.id}")),
    "take a screen down": (a_screen_on_the_wall, lambda who, scene: who.delete(f"/bodies/{scene.body.id}/screens/{scene.person.id}")),
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
    "move an item": (with_item, of_item("PUT", "/place", {"place": 1})),
    "remove an item": (with_item, of_item("DELETE", "")),
    "write a conclusion": (with_item, of_item("PUT", "/conclusion", {"text": "Thống nhất."})),
    "see the page shown": (with_page_shown, of_meeting("/presented-page")),
    "show a page": (with_page, lambda who, scene: who.put(f"{scene.meeting.path}/presented-page", {"documentId": scene.document, "page": 1})),
    "take the page away": (with_page_shown, lambda who, scene: who.delete(f"{scene.meeting.path}/presented-page")),
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
    "edit a poll": (with_poll, lambda who, scene: who.put(scene.poll.path, {"title": "Đồng ý?", "method": "approval", "secrecy": "open"})),
    "take a poll back": (with_poll, lambda who, scene: who.delete(scene.poll.path)),
    "open a poll": (with_poll, poll_verb("open")),
    "close a poll": (with_open_poll, poll_verb("close")),
    "annul a poll": (with_open_poll, poll_verb("annul", {"reason": "Nhầm nội dung"})),
    "cast a ballot": (with_open_poll, poll_verb("ballots", {"choice": "for"})),
    "repeat a poll": (with_annulled_poll, poll_verb("repeat")),
    "nudge the missing": (with_open_poll, poll_verb("nudge")),
    "enter a count": (with_hands, lambda who, scene: who.post(f"{scene.poll.path}/count", everyone_for(scene))),
    "confirm a count": (with_entered_count, lambda who, scene: who.post(f"{scene.poll.path}/count/confirm", everyone_for(scene))),
    "see a proof": (with_closed_poll, lambda who, scene: who.get(f"{scene.poll.path}/proof")),
    "give the casting vote": (with_tie, poll_verb("casting-vote", {"choice": "for", "basis": "cast"})),
    "see a circulation": (with_circulation, of_meeting("/circulation")),
    "describe a circulation": (with_circulation, lambda who, scene: who.put(f"{scene.meeting.path}/circulation", {"reason": "Việc gấp"})),
    "approve a circulation": (with_circulation, verb("circulation/approve")),
    "say how the draft was changed": (with_circulation, lambda who, scene: who.put(f"{scene.meeting.path}/circulation/summary", {"text": "Đã bổ sung Điều 3"})),
    "see the slip": (with_described_slip, lambda who, scene: who.get(f"{scene.poll.path}/slip")),
    "fetch the slip's paper": (with_described_slip, lambda who, scene: who.get(f"{scene.poll.path}/slip.pdf")),
    "fetch the opinions' paper": (with_closed_slip, lambda who, scene: who.get(f"{scene.poll.path}/opinions.pdf")),
    "send a late slip": (with_closed_slip, poll_verb("late-slips", {"choice": "for"})),
    "see opinions": (with_closed_slip, lambda who, scene: who.get(f"{scene.poll.path}/opinions")),
    "see draft minutes": (closed, of_meeting("/minutes")),
    "fetch the minutes' paper": (closed, of_meeting("/minutes.pdf")),
    "verify signatures": (nothing, verify),
    "see the trust list": (nothing, lambda who, scene: who.get("/trust")),
    "add an anchor": (nothing, lambda who, scene: who.post("/trust/anchors", anchor())),
    "remove an anchor": (with_anchor, lambda who, scene: who.delete(f"/trust/anchors/{scene.anchor}")),
    "see the server's keys": (nothing, lambda who, scene: who.get("/keys")),
}

# Routes of the table that change nothing may be asked by everyone on one scene.
READING = {name for name in ROUTES if name.startswith(("see", "ask what", "list", "read", "fetch", "verify"))}
