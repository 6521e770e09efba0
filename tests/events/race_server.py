"""The portal's web process for races: the real application, with switches to break it.

RACE_WITHOUT_LOCK takes the pools unlocked, as careless code would.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

from kme_portal.wsgi import application as application

if os.environ.get("RACE_WITHOUT_LOCK"):
    from events.models import Pool
    from events.services.places import parties, upkeep

    def unlocked(event_id):
        return list(Pool.objects.filter(event_id=event_id).order_by("pk"))

    parties.lock_pools = upkeep.lock_pools = unlocked
