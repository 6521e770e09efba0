from django.urls import path

from events.views import answering, events

app_name = "events"
urlpatterns = [
    path("veranstaltungen/", events.EventListView.as_view(), name="list"),
    path("veranstaltungen/archiv/", events.ArchiveView.as_view(), name="archive"),
    path("veranstaltungen/<slug:slug>/", events.EventPageView.as_view(), name="page"),
    path(
        "veranstaltungen/<slug:slug>/kalender.ics",
        events.EventCalendarView.as_view(),
        name="calendar",
    ),
    path("termin/<str:uid>/", events.ShortAddressView.as_view(), name="short"),
    path("dateien/<str:public_id>/", events.DocumentView.as_view(), name="document"),
    path("einladung/<str:token>/", answering.InvitationView.as_view(), name="invitation"),
    path(
        "einladung/<str:token>/zusagen/", answering.AcceptView.as_view(), name="invitation_accept"
    ),
]
