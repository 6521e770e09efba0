from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from events.models import Campaign, Event, Invitation, Venue
        from kme_portal.base.history import track

        # The contact for access needs is a person; whom guests may call is no office record.
        track(Event, exclude=["access_contact", "access_phone", "access_email"])
        track(Venue)
        track(Campaign)
        # Who was asked and who answered are people; that an association answered is a record.
        track(Invitation, exclude=["person", "answered_by"])
