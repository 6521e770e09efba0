"""Limits that cost no query: counted in this process's memory, shared only by whoever hurries.

Of a subject that hurries, every so many tries of a process are added to a counter in PostgreSQL.
That is how several processes and machines agree, and each at most so many tries too late.
"""

import threading
import time
from collections import Counter

from django.conf import settings
from django.db import DatabaseError

from kme_portal.base.limits import Limit, TooMany, count

# Subjects remembered at once; a flood from more than these is nobody's alone.
MOST = 100_000


class Tally:
    """Counts tries per subject in windows of the limit's length."""

    def __init__(self, limit: Limit, *, shared_every: int) -> None:
        self.limit = limit
        self.shared_every = shared_every
        self.lock = threading.Lock()
        self.begin()

    def begin(self) -> None:
        self.window = 0.0
        self.tries: Counter[str] = Counter()
        self.waiting: dict[str, float] = {}

    def count(self, subject: str) -> int:
        """Count one try; the seconds this subject has to wait, 0 within the limit."""
        now = time.time()
        tries = self._tried(subject, now)
        seconds = self._shared(subject, tries) if tries % self.shared_every == 0 else 0
        with self.lock:
            if seconds:
                self.waiting[subject] = now + seconds
            return max(0, round(self.waiting.get(subject, 0) - now))

    def _shared(self, subject: str, tries: int) -> int:
        """Tell the others of these tries; the seconds to wait where all together are too many."""
        try:
            count(self.limit, subject, weight=self.shared_every)
        except TooMany as error:
            return error.retry_after
        except DatabaseError:
            # Each process counts alone while nobody can count together.
            return self.limit.seconds if tries > self.limit.tries * settings.LIMIT_SCALE else 0
        return 0

    def _tried(self, subject: str, now: float) -> int:
        with self.lock:
            window = now // self.limit.seconds
            if window != self.window or len(self.tries) > MOST:
                self.window = window
                self.tries.clear()
                self.waiting = {who: until for who, until in self.waiting.items() if until > now}
            self.tries[subject] += 1
            return self.tries[subject]
