"""A client that refuses answers for which the portal had to work too long."""

from time import process_time

from django.test import Client

LONGEST = 3.0
"""Seconds: no answer takes longer, whatever was sent."""


class TooMuchWork(AssertionError):
    """Whatever was sent made the portal work longer than any answer may take."""


class ImpatientClient(Client):
    """Counts the seconds in which this process worked, not those which passed on the clock.

    Machines that run tests are busy with others' work, and an answer is not slow because it had
    to wait for its turn. What the database does for it is bounded by `statement_timeout`.
    """

    longest = LONGEST

    def request(self, **request):
        begun = process_time()
        response = super().request(**request)
        worked = process_time() - begun
        if worked > self.longest:
            what = f"{request.get('REQUEST_METHOD')} {request.get('PATH_INFO')}"
            raise TooMuchWork(f"{what} took {worked:.1f} s")
        return response
