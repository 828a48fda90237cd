"""People who vote again and again while something happens to the server."""

import random
import threading
import time

import requests

from .calling import fresh
from .log_reading import events


class Voters:
    """Threads that vote again and again, each ballot under a key of its own; what was acknowledged is written down."""

    def __init__(self, poll, people):
        self.poll = poll
        self.people = people
        self.acknowledged = {}
        self.unanswered = {}
        self.refused = []
        self.lock = threading.Lock()
        self.enough = threading.Event()
        self.threads = [threading.Thread(target=self._vote, args=(person,), daemon=True) for person in people]

    def start(self):
        for thread in self.threads:
            thread.start()
        return self

    def _vote(self, person):
        chance = random.Random(person.id)
        while not self.enough.is_set():
            key, choice = fresh("phieu-"), chance.choice(["for", "against", "abstain"])
            with self.lock:
                self.unanswered[key] = (person, choice)
            try:
                answer = self.poll.cast(person, choice, key=key)
            except requests.RequestException:
                return
            with self.lock:
                if answer.status_code != 201:
                    self.refused.append(answer.text)
                    return
                del self.unanswered[key]
                self.acknowledged[key] = (person, choice, answer.json())

    def wait_for(self, count):
        deadline = time.monotonic() + 60
        while len(self.acknowledged) < count and time.monotonic() < deadline:
            assert not self.refused, self.refused
            time.sleep(0.005)
        assert len(self.acknowledged) >= count

    def finish(self):
        self.enough.set()
        for thread in self.threads:
            thread.join(timeout=60)
        assert not self.refused, self.refused
        return self

    def are_all_there(self, folder):
        """Every acknowledged ballot is in the log exactly once, as it was acknowledged."""
        recorded = {}
        for _, seq, _, actor, body in events(folder, "ballot.recorded"):
            if body["poll"] == self.poll.id:
                assert seq not in recorded
                recorded[seq] = (actor, body["choice"], body["receipt"])
        for person, choice, answer in self.acknowledged.values():
            assert recorded.get(answer["seq"]) == (f"person:{person.id}", choice, answer["receipt"])
        assert len({answer["seq"] for _, _, answer in self.acknowledged.values()}) == len(self.acknowledged)
        return recorded
