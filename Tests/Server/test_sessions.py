"""Contract §2: signing in, sessions of browsers and tokens, throttling, requests from other sites."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from .calling import Caller, good, sign_in
from .problems import refused
from .running import PASSWORD
from .sockets import Push


class Browser:
    """A browser as far as signing in goes: cookies, redirects, an origin."""

    def __init__(self, server):
        self.server = server
        self.session = requests.Session()
        self.session.trust_env = False

    def request(self, method, path, *, headers=None, **options):
        sent = {"Accept": "text/html,*/*", "Accept-Language": "vi"} | (headers or {})
        return self.session.request(method, self.server.url + path, headers=sent, timeout=60, **options)

    def sign_in(self, username, password=PASSWORD, *, headers=None, **more):
        form = {"username": username, "password": password} | more
        return self.request("POST", "/sign-in", data=form, headers={"Origin": self.server.url} | (headers or {}), allow_redirects=False)


@pytest.fixture
def browser(city):
    return Browser(city.server)


# Tokens


def test_a_token_is_good_for_what_it_says(city):
    account = city.account("secretary", name="Nguyễn Thị Thư", title="Thư ký", token=False)
    answer = good(Caller(city.server).post("/tokens", {"username": account.username, "password": PASSWORD}), 201)
    assert set(answer) >= {"token", "expiresAt"} and len(answer["token"]) >= 32
    me = good(Caller(city.server, answer["token"]).get("/me"), 200)
    assert (me["username"], me["name"], me["title"], me["role"], me["bodies"]) == (account.username, "Nguyễn Thị Thư", "Thư ký", "secretary", [])


def test_a_user_name_is_the_same_in_capitals_and_with_blanks_around(city):
    account = city.account(token=False)
    for written in (account.username.upper(), f" {account.username} "):
        good(Caller(city.server).post("/tokens", {"username": written, "password": PASSWORD}), 201)


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_the_scheme_is_known_in_any_case(city, scheme):
    good(Caller(city.server).get("/me", headers={"Authorization": f"{scheme} {city.admin.token}"}), 200)


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Basic cXVhbnRyaTp4", "Bearer a b", "Bearer " + "x" * 5000, "rác"])
def test_a_token_that_is_none_is_refused(city, header):
    answer = Caller(city.server).get("/me", headers={"Authorization": header.encode()})
    assert answer.status_code in (401, 431), answer.text


def test_unknown_names_wrong_passwords_and_disabled_accounts_sound_alike(city):
    gone = city.account(token=False)
    good(city.admin.post(f"/users/{gone.id}/disable"), 200)
    known = city.account(token=False)
    bodies = []
    for username, password in (("khong-ai-ca", PASSWORD), (known.username, "sai mat khau"), (gone.username, PASSWORD)):
        body = refused(Caller(city.server).post("/tokens", {"username": username, "password": password}), 401, "auth.failed")
        bodies.append(body)
    assert bodies[0] == bodies[1] == bodies[2]


def test_a_token_ends_when_its_owner_says_so(city):
    account = city.account()
    other = sign_in(city.server, account.username)
    good(account.delete("/tokens/current"), 204)
    refused(account.get("/me"), 401, "auth.required")
    good(other.get("/me"), 200)


def test_an_administrator_ends_the_sessions_of_a_lost_tablet(city):
    account = city.account()
    others = [sign_in(city.server, account.username) for _ in range(3)]
    good(city.admin.delete(f"/users/{account.id}/sessions"), 204)
    for caller in (account, *others):
        refused(caller.get("/me"), 401, "auth.required")
    good(sign_in(city.server, account.username).get("/me"), 200)


def test_a_disabled_account_is_out_at_once_and_enabled_it_signs_in_again(city):
    account = city.account()
    assert good(city.admin.post(f"/users/{account.id}/disable"), 200)["disabled"] is True
    refused(account.get("/me"), 401, "auth.required")
    refused(Caller(city.server).post("/tokens", {"username": account.username, "password": PASSWORD}), 401, "auth.failed")
    assert good(city.admin.post(f"/users/{account.id}/enable"), 200)["disabled"] is False
    refused(account.get("/me"), 401, "auth.required")
    good(sign_in(city.server, account.username).get("/me"), 200)


def test_nobody_disables_himself(city):
    me = good(city.admin.get("/me"))["id"]
    refused(city.admin.post(f"/users/{me}/disable"), 422, "request.invalid")
    good(city.admin.get("/me"), 200)


def test_a_new_password_ends_all_other_sessions(city):
    account = city.account()
    other = sign_in(city.server, account.username)
    refused(account.put("/me/password", {"current": "sai", "password": "mot mat khau moi dai"}), 422, "request.invalid", "/current")
    refused(account.put("/me/password", {"current": PASSWORD, "password": "ngan"}), 422, "request.invalid", "/password")
    good(account.put("/me/password", {"current": PASSWORD, "password": "mot mat khau moi dai"}), 204)
    good(account.get("/me"), 200)
    refused(other.get("/me"), 401, "auth.required")
    refused(Caller(city.server).post("/tokens", {"username": account.username, "password": PASSWORD}), 401, "auth.failed")
    good(sign_in(city.server, account.username, "mot mat khau moi dai").get("/me"), 200)


def test_an_administrator_sets_a_password_and_everyone_is_out(city):
    account = city.account()
    good(city.admin.put(f"/users/{account.id}/password", {"password": "dat lai mat khau"}), 204)
    refused(account.get("/me"), 401, "auth.required")
    good(sign_in(city.server, account.username, "dat lai mat khau").get("/me"), 200)


def test_tokens_and_cookies_survive_a_restart(own_city):
    account = own_city.account()
    browser = Browser(own_city.server)
    assert browser.sign_in(account.username).status_code in (302, 303)
    ended = sign_in(own_city.server, account.username)
    good(ended.delete("/tokens/current"), 204)
    own_city.server.restart()
    good(account.get("/me"), 200)
    refused(ended.get("/me"), 401, "auth.required")
    # The port is another one after the restart; the cookie is the host's.
    assert browser.request("GET", "/api/v1/me").status_code == 200


# Throttling


def attempt(server, username, password):
    return Caller(server).post("/tokens", {"username": username, "password": password})


def test_ten_failures_shut_an_account_for_a_while(own_city):
    account = own_city.account()
    for _ in range(10):
        refused(attempt(own_city.server, account.username, "sai"), 401, "auth.failed")
    for language in ("vi", "en"):
        answer = Caller(own_city.server, language=language).post("/tokens", {"username": account.username, "password": PASSWORD})
        body = refused(answer, 429)
        assert 1 <= int(answer.headers["Retry-After"]) <= 300
        assert answer.headers["Retry-After"] in body["detail"]
    # Spelled otherwise it is the same account; whoever is inside stays inside; others are not harmed.
    refused(attempt(own_city.server, account.username.upper(), PASSWORD), 429)
    good(account.get("/me"), 200)
    other = own_city.account(token=False)
    good(attempt(own_city.server, other.username, PASSWORD), 201)
    browser = Browser(own_city.server)
    shut = browser.sign_in(account.username)
    assert shut.status_code == 429 and int(shut.headers["Retry-After"]) >= 1
    assert browser.request("GET", "/api/v1/me").status_code == 401


def test_successes_never_count(own_city):
    account = own_city.account(token=False)
    for _ in range(30):
        good(attempt(own_city.server, account.username, PASSWORD), 201)
    for _ in range(9):
        refused(attempt(own_city.server, account.username, "sai"), 401, "auth.failed")
        good(attempt(own_city.server, account.username, PASSWORD), 201)
    good(attempt(own_city.server, account.username, PASSWORD), 201)


def test_a_hundred_failures_shut_an_address(own_city):
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda number: attempt(own_city.server, f"khong-co-{number}", "sai").status_code, range(100)))
    assert answers.count(401) == 100
    refused(attempt(own_city.server, "khong-co-nua", "sai"), 429)
    # The token of someone who is in still works.
    good(own_city.admin.get("/me"), 200)


def test_guessing_at_ones_own_password_is_throttled_as_well(own_city):
    account = own_city.account()
    for _ in range(10):
        refused(account.put("/me/password", {"current": "sai", "password": "mot mat khau moi dai"}), 422)
    refused(account.put("/me/password", {"current": "sai", "password": "mot mat khau moi dai"}), 429)


def test_many_attempts_at_once_do_not_slip_through(own_city):
    account = own_city.account(token=False)
    with ThreadPoolExecutor(30) as threads:
        answers = list(threads.map(lambda _: attempt(own_city.server, account.username, "sai").status_code, range(60)))
    assert answers.count(401) <= 10 + 2, f"{answers.count(401)} guesses got an answer"
    assert set(answers) <= {401, 429}


# Browsers


def test_a_browser_signs_in_and_gets_a_cookie_no_script_can_read(city, browser):
    account = city.account(token=False)
    page = browser.request("GET", "/sign-in")
    assert page.status_code == 200 and page.headers["Content-Type"].startswith("text/html")
    assert 'name="username"' in page.text and 'name="password"' in page.text
    answer = browser.sign_in(account.username)
    assert answer.status_code in (302, 303) and answer.headers["Location"] == "/"
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and ("SameSite=Lax" in cookie or "SameSite=Strict" in cookie) and "Path=/" in cookie and "Domain" not in cookie
    me = browser.request("GET", "/api/v1/me")
    assert me.status_code == 200 and me.json()["username"] == account.username
    assert browser.request("GET", "/").status_code == 200


def test_a_wrong_password_shows_the_form_again(city, browser):
    account = city.account(token=False)
    answer = browser.sign_in(account.username, "sai mat khau")
    assert answer.status_code == 401 and "Set-Cookie" not in answer.headers
    assert account.username in answer.text and "sai mat khau" not in answer.text
    assert browser.sign_in("", "").status_code == 422
    assert browser.request("GET", "/api/v1/me").status_code == 401


def test_signing_out_ends_the_session_everywhere(city, browser):
    account = city.account(token=False)
    browser.sign_in(account.username)
    stolen = dict(browser.session.cookies)
    out = browser.request("POST", "/sign-out", headers={"Origin": city.server.url}, allow_redirects=False)
    assert out.status_code in (302, 303)
    again = requests.get(city.server.url + "/api/v1/me", cookies=stolen, timeout=60)
    assert again.status_code == 401


def test_whoever_is_not_signed_in_is_led_to_the_form_and_back(city, browser):
    account = city.account(token=False)
    away = browser.request("GET", "/", allow_redirects=False)
    if away.status_code in (302, 303):
        assert away.headers["Location"].startswith("/sign-in")
    else:
        assert away.status_code == 401 and "/sign-in" in away.text
    back = browser.sign_in(account.username, next="/account")
    assert back.headers["Location"] == "/account"


ELSEWHERE = [
    "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/sign-out", "/\r\nSet-Cookie: a=b", "\\/evil.example", "/\t/evil.example",
    "/\n/evil.example", "///evil.example"]


@pytest.mark.parametrize("next", ELSEWHERE)
def test_signing_in_never_leads_to_another_site(city, browser, next):
    account = city.account(token=False)
    answer = browser.sign_in(account.username, next=next)
    place = answer.headers["Location"]
    assert place.startswith("/") and not place.startswith(("//", "/\\")) and "evil" not in place.split("/")[1][:1] and "\n" not in place
    assert "a" not in browser.session.cookies
    if "evil" in next:
        assert "evil" not in place, place


FOREIGN = [
    {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}, {"Origin": "http://127.0.0.1"}, {"Sec-Fetch-Site": "cross-site"}]


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_page_of_another_site_changes_nothing(city, browser, headers):
    account = city.account("secretary", token=False)
    browser.sign_in(account.username)
    path = f"/api/v1/users/{account.id}/sessions"
    answer = browser.request("DELETE", path, headers=headers)
    refused(answer, 403, "auth.forbidden")
    assert browser.request("GET", "/api/v1/me").status_code == 200, "the request of the other site took effect"
    for method, place in (("POST", "/api/v1/meetings"), ("PUT", "/api/v1/me/password"), ("POST", "/sign-out")):
        assert browser.request(method, place, headers=headers).status_code == 403, (method, place)
    assert browser.request("GET", "/api/v1/me").status_code == 200


def test_a_page_of_another_site_signs_nobody_in(city, browser):
    account = city.account(token=False)
    answer = browser.sign_in(account.username, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403 and "Set-Cookie" not in answer.headers


def test_a_page_of_ones_own_site_may_change_things(city, browser):
    account = city.account(token=False)
    browser.sign_in(account.username)
    mine = {"Origin": city.server.url, "Sec-Fetch-Site": "same-origin"}
    body = {"current": PASSWORD, "password": "mot mat khau moi dai"}
    assert browser.request("PUT", "/api/v1/me/password", json=body, headers=mine).status_code == 204


def test_a_token_needs_no_origin(city):
    # A program names no origin; and a page of another site has no token.
    good(city.admin.post("/bodies", {"name": "Hội đồng"}, headers={"Origin": "https://tich-hop.example"}), 201)


def test_the_cookie_opens_the_socket_too(city, browser):
    account = city.account(token=False)
    browser.sign_in(account.username)
    cookie = "; ".join(f"{name}={value}" for name, value in browser.session.cookies.items())
    with Push(Caller(city.server), headers={"Cookie": cookie, "Origin": city.server.url}) as socket:
        socket.subscribe("person:me").next("subscribed")
        good(city.admin.delete(f"/users/{account.id}/sessions"), 204)
        assert socket.close_code(within=10) == 4501


def test_a_stale_cookie_is_nobody_and_no_error(city, browser):
    browser.session.cookies.set("ecabinet", "cu-roi")
    assert browser.request("GET", "/sign-in").status_code == 200
    assert browser.request("GET", "/api/v1/me").status_code == 401


def test_a_token_in_a_cookie_jar_of_another_name_is_nothing(city, browser):
    browser.session.cookies.set("session", city.admin.token)
    assert browser.request("GET", "/api/v1/me").status_code == 401


def test_every_page_forbids_what_pages_should_not_do(city, browser):
    for path in ("/sign-in", "/api/v1/keys", "/api/v1/khong-co"):
        headers = browser.request("GET", path).headers
        assert "default-src 'self'" in headers["Content-Security-Policy"] and "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"]


def test_a_password_takes_the_same_time_for_known_and_unknown_names(own_city):
    """An unknown name must not answer faster: it would tell who has an account."""
    account = own_city.account(token=False)

    def fastest(username):
        times = []
        for _ in range(4):
            began = time.perf_counter()
            attempt(own_city.server, username, "sai")
            times.append(time.perf_counter() - began)
        return min(times)

    # The hash of the tests is cheap on purpose, so only an order of magnitude would show.
    known, unknown = fastest(account.username), fastest("khong-ai")
    assert unknown > known / 8, (known, unknown)
