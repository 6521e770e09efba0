"""A web process that leaves nobody standing at its door when it is told to go."""

from gunicorn.workers.gthread import ThreadWorker


class DrainingWorker(ThreadWorker):
    """Takes in whoever has already connected, closes the door at once, and serves them to the end.

    gunicorn's own leaves the door open while it finishes, without looking: who connects meanwhile
    is cut off when it closes. So a rolling restart would cut a request now and then, and a balancer
    may not send a form twice.
    """

    def set_accept_enabled(self, enabled: bool) -> None:
        super().set_accept_enabled(enabled)
        if not self.alive:
            for listener in self.sockets:
                self.take_all(listener)
                listener.close()

    def take_all(self, listener) -> None:
        before = -1
        while self.nr_conns > before:
            before = self.nr_conns
            self.accept(listener)
