"""The public registers for an event: no account, a mail to confirm, a page of one's own."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.views import View

from events.forms.registration import RegistrationForm
from events.models import Event, EventStatus
from events.models.event_queries import in_reader_language
from events.registration_state import Seats
from events.services.places import (
    PlacesRefused,
    email_key,
    place_state,
    request_registration,
)
from events.views.event_page import how_to_take_part, register_url
from kme_portal.base.limits import Limit, TooMany, count, limited
from organisations.models import Term

# A mosque's open WLAN or an office has one address: many register from it within minutes.
PER_NETWORK = Limit("registration", tries=120, seconds=600)
PER_VICTIM = Limit("registration.victim", tries=6, seconds=86_400)


def with_interpretation(events):
    """Adds `interpretation_choices`, without a query of their own."""
    rows = Event.interpretation.through.objects.filter(event_id=OuterRef(OuterRef("pk")))
    terms = Term.objects.filter(pk__in=rows.values("term_id")).order_by("order", "slug")
    return events.annotate(
        interpretation_choices=ArraySubquery(
            terms.values_list(JSONObject(id="pk", name=in_reader_language("name")))
        )
    )


@method_decorator([login_not_required, limited(PER_NETWORK)], name="dispatch")
class RegisterView(View):
    """The form, or why there is none just now and what else can be done."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()

    def event(self) -> Event:
        events = Event.objects.visible_to(self.request.user).exclude(status=EventStatus.DRAFT)
        event = with_interpretation(events).filter(slug=self.kwargs["slug"]).first()
        if event is None:
            raise Http404
        return event

    def get(self, request, slug):
        event = self.event()
        state = place_state(event, now=self.now)
        if not state.is_open:
            return self.closed(event, state)
        return self.form_page(RegistrationForm(event=event, state=state), state)

    def post(self, request, slug):
        event = self.event()
        state = place_state(event, now=self.now)
        if not state.is_open:
            return self.closed(event, state)
        form = RegistrationForm(request.POST, event=event, state=state)
        if not form.is_valid():
            return self.form_page(form, state, status=422)
        if form.is_from_a_machine():
            return self.sent(event)
        email = form.cleaned_data["email"]
        try:
            count(PER_VICTIM, email_key(email), now=self.now)
            request_registration(
                event=event,
                pools=state.pools,
                email=email,
                language=get_language() or "de",
                guests=form.guests(),
                pool_kind=form.pool_kind(),
                needs=form.needs(),
                sessions=form.sessions(),
                agreed=form.agreed(),
                now=self.now,
            )
        except TooMany:
            # The same answer: whose mailbox was flooded learns nothing here, nobody else either.
            return self.sent(event)
        except PlacesRefused as refused:
            form.add_error(None, refused.message)
            return self.form_page(form, state, status=422)
        return self.sent(event)

    def form_page(self, form, state, status: int = 200) -> HttpResponse:
        context = {
            "form": form,
            "event": form.event,
            "state": state,
            "event_url": form.event.get_absolute_url(),
        }
        return render(self.request, "events/registration_form.html", context, status=status)

    def sent(self, event: Event) -> HttpResponse:
        """The same page for everybody: it does not tell who was registered before."""
        context = {"event": event, "event_url": event.get_absolute_url()}
        return render(self.request, "events/registration_sent.html", context)

    def closed(self, event: Event, state) -> HttpResponse:
        seats = Seats(total=sum(kind.seats for kind in state.kinds), free=0)
        context = {
            "event": event,
            "taking": state.taking,
            "how": how_to_take_part(event, state.taking, seats),
            "elsewhere_url": register_url(event, state.taking),
            "event_url": event.get_absolute_url(),
        }
        return render(self.request, "events/registration_closed.html", context)
