"""Waiting without guessing: a condition is asked again until it holds or its bound is over."""

import time

# How long anything may take on a busy two-core machine before a test calls it broken.
PATIENCE_SECONDS = 30
PAUSE_SECONDS = 0.03


def eventually(ask, *, within=PATIENCE_SECONDS, what="the condition"):
    """The first true answer of `ask`; an assertion error naming `what` when the bound is over."""
    deadline = time.monotonic() + within
    while True:
        answer = ask()
        if answer:
            return answer
        assert time.monotonic() < deadline, f"{what} did not come true within {within} s; last answer {answer!r}"
        time.sleep(PAUSE_SECONDS)


def until(instant):
    """Lets the clock come to `instant` (seconds since 1970): for deadlines that the server keeps, never for guessing."""
    while (left := instant - time.time()) > 0:
        time.sleep(min(left, 0.2))
