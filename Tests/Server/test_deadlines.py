"""Working calendars over HTTP: the golden vectors of the law, and what is refused."""

import pytest

from .calling import Caller, good
from .problems import refused

# Hours 08–12 and 13–17; QĐ 1207/QĐ-UBND counts working hours, the holidays stand in the calendar with their sources.
GOLDEN = [
    ("2026-02-13T16:30:00+07:00", "8h", "2026-02-23T16:30:00+07:00"),
    ("2025-12-31T16:00:00+07:00", "8h", "2026-01-05T16:00:00+07:00"),
    ("2026-01-09T15:00:00+07:00", "8h", "2026-01-10T15:00:00+07:00"),
    ("2026-11-22T05:00:00+07:00", "4h", "2026-11-23T12:00:00+07:00"),
    ("2026-08-19T09:00:00+07:00", "7d", "2026-08-27T17:00:00+07:00"),
]


@pytest.mark.parametrize("start, budget, due", GOLDEN)
def test_what_is_due_when(city, start, budget, due):
    answer = good(city.admin.get("/deadlines", params={"start": start, "budget": budget}), 200)
    assert answer["due"] == due and answer["explanation"]


def test_a_pause_is_taken_out(city):
    asked = {"start": "2026-03-02T08:00:00+07:00", "budget": "16h", "pause": "2026-03-03T10:00:00+07:00/2026-03-05T10:00:00+07:00"}
    assert good(city.admin.get("/deadlines", params=asked), 200)["due"] == "2026-03-05T17:00:00+07:00"


def test_the_24th_of_november_depends_on_the_calendar(city):
    asked = {"start": "2026-11-23T14:00:00+07:00", "budget": "8h"}
    assert good(city.admin.get("/deadlines", params=asked), 200)["due"] == "2026-11-24T14:00:00+07:00"
    assert good(city.admin.get("/deadlines", params=asked | {"calendar": "vn-public-2411"}), 200)["due"] == "2026-11-25T14:00:00+07:00"


def test_the_seeded_calendars_are_listed(city):
    assert {"vn-public", "vn-public-2411", "24x7"} <= {one["id"] for one in city.admin.items("/calendars")}


@pytest.mark.parametrize("asked", [{}, {"start": "hôm qua", "budget": "8h"}, {"start": "2026-03-02T08:00:00+07:00", "budget": "mãi mãi"}, {
    "start": "2026-03-02T08:00:00+07:00", "budget": "8h", "calendar": "khong-co"}])
def test_what_cannot_be_read_is_named(city, asked):
    refused(city.admin.get("/deadlines", params=asked), 422, "request.invalid")


def test_nobody_asks_without_a_token(server):
    refused(Caller(server).get("/deadlines"), 401, "auth.required")
