"""Who may do what with reports and what follows from them: every route asked by every role."""

import json
import re

import pytest

from .permission_table import rows
from .report_permission_routes import READING, ROUTES, ReportStage
from .report_permission_table import ROLES, TABLE
from .running import ROOT

CELLS = list(rows(TABLE, ROLES))
TAGS = {"reports", "escalation", "public"}
# Described with others, and of this table all the same.
BESIDES = {"listCalendars", "getDeadline", "placeUser"}


@pytest.fixture(scope="module")
def stage(city):
    return ReportStage(city)


def test_the_table_and_the_routes_are_the_same():
    assert {route for route, _, _ in CELLS} == set(ROUTES)


@pytest.mark.parametrize(("route", "role", "status"), CELLS, ids=[f"{route} · {role}" for route, role, _ in CELLS])
def test_who_may_do_what(stage, route, role, status):
    stage.attempt(route, role, status)


class Note:
    """Stands in for a caller and notes what it was asked to send."""

    def __init__(self, asked):
        self.asked = asked

    def request(self, method, path, **_):
        self.asked.add((method, path.removeprefix("/api/v1")))

    def get(self, path, **_):
        self.request("GET", path)

    def post(self, path, body=None, **_):
        self.request("POST", path)

    def put(self, path, body=None, **_):
        self.request("PUT", path)


def test_no_route_on_reports_is_left_out(stage):
    """What the description names and the table does not ask would be a door nobody watches."""
    asked = set()
    for name in ROUTES:
        ROUTES[name][1](Note(asked), stage.scene(name, shared=name in READING))
    paths = json.loads((ROOT / "Docs" / "openapi.json").read_text())["paths"]
    missing = []
    for path, operations in paths.items():
        pattern = re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + "$")
        for method, operation in operations.items():
            if not isinstance(operation, dict) or "operationId" not in operation:
                continue
            if TAGS & set(operation.get("tags", [])) or operation["operationId"] in BESIDES:
                if not any(verb == method.upper() and pattern.match(asked_path) for verb, asked_path in asked):
                    missing.append(operation["operationId"])
    assert missing == []
