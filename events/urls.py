from django.urls import path

from events.views import answering, attendees, events, my_registration, registration, subscribing

app_name = "events"
urlpatterns = [
    path("veranstaltungen/", events.EventListView.as_view(), name="list"),
    path("fortbildungen/", events.TrainingListView.as_view(), name="trainings"),
    path(
        "veranstaltungen/kalender.ics", subscribing.SubscriptionView.as_view(), name="subscription"
    ),
    path("veranstaltungen/feed/", subscribing.FeedView.as_view(), name="feed"),
    path("veranstaltungen/archiv/", events.ArchiveView.as_view(), name="archive"),
    path("veranstaltungen/<slug:slug>/", events.EventPageView.as_view(), name="page"),
    path(
        "veranstaltungen/<slug:slug>/kalender.ics",
        events.EventCalendarView.as_view(),
        name="calendar",
    ),
    path(
        "veranstaltungen/<slug:slug>/anmelden/",
        registration.RegisterView.as_view(),
        name="register",
    ),
    path(
        "anmeldung/<str:token>/", my_registration.MyRegistrationView.as_view(), name="registration"
    ),
    path(
        "anmeldung/<str:token>/bestaetigen/",
        my_registration.ConfirmView.as_view(),
        name="registration_confirm",
    ),
    path(
        "anmeldung/<str:token>/aendern/",
        my_registration.ChangeView.as_view(),
        name="registration_change",
    ),
    path(
        "anmeldung/<str:token>/absagen/",
        my_registration.CancelView.as_view(),
        name="registration_cancel",
    ),
    path(
        "anmeldung/<str:token>/kalender.ics",
        my_registration.RegistrationCalendarView.as_view(),
        name="registration_calendar",
    ),
    path("termin/<str:uid>/", events.ShortAddressView.as_view(), name="short"),
    path("einladung/<str:token>/", answering.InvitationView.as_view(), name="invitation"),
    path(
        "einladung/<str:token>/zusagen/", answering.AcceptView.as_view(), name="invitation_accept"
    ),
    path(
        "mein-verein/<int:pk>/veranstaltungen/<slug:slug>/",
        attendees.AttendeesView.as_view(),
        name="attendees",
    ),
    path(
        "mein-verein/<int:pk>/veranstaltungen/<slug:slug>/tabelle/",
        attendees.AttendeesExportView.as_view(),
        name="attendees_export",
    ),
    path(
        "mein-verein/<int:pk>/einladungen/<int:invitation>/",
        answering.MemberInvitationView.as_view(),
        name="member_invitation",
    ),
    path(
        "mein-verein/<int:pk>/einladungen/<int:invitation>/zusagen/",
        answering.MemberAcceptView.as_view(),
        name="member_invitation_accept",
    ),
]
