"""Every screen of reports, at the citizen's and the officers' sizes, light and dark, in both languages: nothing for axe (WCAG 2.1 A and AA) to find, nothing
cut off, nothing too small for a finger, no word of the other language."""

import re

import pytest

from Server.calling import good
from Server.city import instant
from Server.report_city import LANG, Desks, task

from .test_accessibility import violations

PHONE, TABLET, DESKTOP = (390, 844), (820, 1180), (1280, 800)
FINGER_PX = 44
# English that would give a forgotten key or label away.
ENGLISH = re.compile(r"\b(the|and|report|loading|null|undefined|true|false|error|submit|due|status|answered|inProgress|assigned)\b")

SMALL = """
return [...document.querySelectorAll('main button, main .btn, main summary, main select, main input, main textarea, nav.queue a, aside button, aside select, aside summary')]
  .filter((one) => !one.matches('[type=hidden], .unseen-file, [type=checkbox], [type=radio], .unseen') && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 0 && box.height > 0 && box.height < arguments[0] - 0.5)
  .map(([one, box]) => `${one.outerHTML.slice(0, 110)} is ${Math.round(box.width)}×${Math.round(box.height)}`)
"""
WIDE = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def scenes(city):
    """A report at every station of its way."""
    desks = Desks(city)
    body = city.body(4, name="Ủy ban nhân dân Thành phố (thử màn hình)")
    asked = desks.in_progress()
    desks.step(desks.officer, asked["id"], "ask", {"question": "Xin ông bà cho biết thêm vị trí chính xác của điểm ngập úng này"})
    working = desks.in_progress(urgency="urgent")
    answered = desks.answered()
    inbox = desks.escalated()
    good(desks.office.post(f"/escalations/{inbox['escalationId']}/forward"), 200)
    gathering = desks.escalated()
    meeting = body.draft(startsAt=instant(86400 * 3), endsAt=instant(86400 * 3 + 3600))
    placed = desks.on_agenda(meeting)
    meeting.advance("convene")
    for seat in body.seats:
        meeting.attend(seat)
    meeting.advance("open")
    wanted = {"text": "Giao Sở Xây dựng", "publicText": "Sẽ thay cống", "tasks": [task(), task()]}
    good(body.secretary.post(f"{meeting.path}/agenda/{placed['item']}/conclusions", wanted), 201)
    good(desks.officer.post(f"/reports/{working['id']}/contact"), 200)
    received = desks.submit()
    return {
        "desks": desks, "body": body, "asked": asked, "working": working, "answered": answered, "inbox": inbox, "gathering": gathering, "placed": placed, "received": received, "meeting": meeting}


def addresses(scenes):
    """name → (who, path, sizes)"""
    track = lambda made: f"/track/{made['code']}"
    own = lambda made: f"{track(made)}?key={made['privateLink']}"
    desk = lambda made: f"/desk?report={made['id']}"
    s = scenes
    citizen, office = (PHONE, TABLET, DESKTOP), (TABLET, DESKTOP)
    return {
        "kinds": (None, "/reports/new", citizen), "door": (None, "/reports/new?kind=complaint", citizen), "form": (None, "/reports/new?kind=onTheSpot", citizen),
        "look-up": (None, "/track", citizen), "track": (None, track(s["working"]), citizen), "track-asked": (None, own(s["asked"]), citizen),
        "track-answered": (None, own(s["answered"]), citizen), "track-concluded": (None, track(s["placed"]), citizen),
        "desk-empty": ("second", "/desk?show=mine", office), "desk-ward": ("officer", desk(s["working"]), office), "desk-head": ("head", desk(s["asked"]), office),
        "desk-reception": ("reception", desk(s["received"]), office), "desk-answered": ("officer", desk(s["answered"]), office),
        "raise": ("head", f"/desk/{s['working']['id']}/escalate", office), "raise-full": ("head", f"/desk/{s['working']['id']}/escalate?form=full", office),
        "inbox-leader": ("leader", "/inbox", office), "inbox-office": ("office", "/inbox", office), "dossier": ("leader", f"/escalations/{s['inbox']['escalationId']}", office),
        "dossier-decided": ("head", f"/escalations/{s['placed']['escalationId']}", office), "tasks": ("builder", "/tasks", office), "tasks-none": ("stranger", "/tasks", office),
        "item": ("secretary", f"/meetings/{s['meeting'].id}/items/{s['placed']['item']}", office), "contacts": ("head", "/admin/contacts", office),
    }


NAMES = [
    "kinds", "door", "form", "look-up", "track", "track-asked", "track-answered", "track-concluded", "desk-empty", "desk-ward", "desk-head", "desk-reception", "desk-answered", "raise",
    "raise-full", "inbox-leader", "inbox-office", "dossier", "dossier-decided", "tasks", "tasks-none", "item", "contacts",
]


def shown(screen, server, path):
    screen.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    screen.open(server, path)
    screen.find("main")
    screen.driver.execute_script("for (const one of document.querySelectorAll('main details, aside details')) one.open = true")


@pytest.mark.parametrize("name", NAMES)
def test_every_screen(server, scenes, browser, name):
    who, path, sizes = addresses(scenes)[name]
    person = scenes["body"].secretary if who == "secretary" else getattr(scenes["desks"], who) if who else None
    screen = browser(*sizes[0])
    if person:
        screen.sign_in(server, person.username)
    for width, height in sizes:
        screen.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        shown(screen, server, path)
        place = f"{name} at {width}"
        assert screen.driver.execute_script(WIDE) <= 0, f"{place} is wider than its screen"
        assert screen.driver.execute_script(SMALL, FINGER_PX) == [], place
        assert violations(screen.driver) == [], place
        said = screen.text("body")
        found = ENGLISH.search(said)
        assert not found, f"{place}: {said[max(0, found.start() - 60):found.end() + 60]!r}"
        assert not re.search(r"\b\d{4}-\d{2}-\d{2}\b", said), f"{place}: a date as machines write it"


@pytest.mark.parametrize("name", ["form", "track-answered", "desk-ward", "inbox-leader", "dossier", "tasks"])
def test_dark_and_english(server, scenes, browser, name):
    who, path, sizes = addresses(scenes)[name]
    screen = browser(*sizes[0])
    if who:
        screen.sign_in(server, getattr(scenes["desks"], who).username)
    screen.open(server, path)
    screen.driver.execute_script("document.cookie = 'lang=en; path=/'")
    shown(screen, server, path)
    screen.driver.execute_script("document.documentElement.dataset.theme = 'dark'")
    assert violations(screen.driver) == [], name
    assert screen.driver.execute_script(WIDE) <= 0
