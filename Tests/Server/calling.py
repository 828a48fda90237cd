"""One caller of the HTTP API: a base address, a token, a language."""

import itertools
import threading

import requests

from .running import PASSWORD

API = "/api/v1"
TIMEOUT_SECONDS = 60
_numbers = itertools.count(1)
_lock = threading.Lock()


def fresh(prefix="k"):
    """A name nobody in this process has used."""
    with _lock:
        return f"{prefix}{next(_numbers)}"


class Caller:
    """Sends requests in somebody's name; every answer is the plain `requests.Response`."""

    def __init__(self, server, token=None, *, id=None, username=None, language=None):
        self.server = server
        self.token = token
        self.id = id
        self.username = username
        self.language = language
        self._local = threading.local()

    @property
    def session(self):
        """One connection pool a thread."""
        if not hasattr(self._local, "session"):
            self._local.session = requests.Session()
            self._local.session.trust_env = False
        return self._local.session

    def request(self, method, path, *, key=None, headers=None, base=API, **options):
        sent = dict(headers or {})
        if self.token:
            sent.setdefault("Authorization", f"Bearer {self.token}")
        if self.language:
            sent.setdefault("Accept-Language", self.language)
        if key is not None:
            sent["Idempotency-Key"] = key
        options.setdefault("timeout", TIMEOUT_SECONDS)
        return self.session.request(method, self.server.url + base + path, headers=sent, **options)

    def get(self, path, **options):
        return self.request("GET", path, **options)

    def post(self, path, body=None, **options):
        if body is not None:
            options["json"] = body
        return self.request("POST", path, **options)

    def put(self, path, body=None, **options):
        if body is not None:
            options["json"] = body
        return self.request("PUT", path, **options)

    def delete(self, path, **options):
        return self.request("DELETE", path, **options)

    def items(self, path, **options):
        """Every item of a list, page after page."""
        items, after = [], None
        while True:
            parameters = dict(options.get("params", {}))
            if after:
                parameters["after"] = after
            page = good(self.get(path, params=parameters))
            items += page["items"]
            after = page["next"]
            if after is None:
                return items

    def speaking(self, language):
        return Caller(self.server, self.token, id=self.id, username=self.username, language=language)


def good(response, *statuses):
    """The JSON of an answer that must have succeeded."""
    assert response.status_code in (statuses or (200, 201, 204)), f"{response.request.method} {response.request.path_url}: {response.status_code} {response.text[:600]}"
    return response.json() if response.content else None


def sign_in(server, username, password=PASSWORD):
    """A caller with a fresh token."""
    caller = Caller(server)
    answer = good(caller.post("/tokens", {"username": username, "password": password}), 201)
    return Caller(server, answer["token"], username=username)
