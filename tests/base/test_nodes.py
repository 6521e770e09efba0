"""Two web nodes are restarted one after the other while people read and send forms."""

import pytest
from django.urls import reverse

from benchmarks import nodes as drill
from benchmarks.rush import bare_pool
from events.models import Seat
from tests.nodes import Balancer, Node, in_a_loop, rolling_restart, visit

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("nodes")]
FORMS = 40


@pytest.fixture
def nodes():
    started = [Node(DJANGO_SETTINGS_MODULE="tests.settings").launch() for _ in "12"]
    try:
        yield [node.wait() for node in started]
    finally:
        for node in started:
            node.kill()


def test_nobody_notices_a_rolling_restart_or_which_node_answers(nodes, monkeypatch):
    monkeypatch.setattr(drill, "FORMS", FORMS)
    pool = bare_pool(FORMS)
    pages = [(reverse("pages:home"), None)] * 6
    requests = [step for form in drill.confirmations(pool) for step in (*pages, form)]
    balancer = Balancer(nodes)

    in_a_loop(visit(balancer, requests, rolling_restart(nodes)))

    assert balancer.failed == 0
    assert set(balancer.answers) == {200}
    assert sum(balancer.answers.values()) >= len(requests)
    # Between the last look at the door and its closing lie microseconds.
    assert balancer.repeated <= 1
    assert Seat.objects.filter(pool=pool).count() == FORMS
    [row] = drill.session(nodes)
    assert row.ours == 0
