"""The desk of an association: its key is in every address."""

from django.urls import path

from organisations.views.my_association import desk, history, links, people, profile, umbrellas

app_name = "my_association"
urlpatterns = [
    path("", desk.StartView.as_view(), name="start"),
    path("rolle/<str:token>/", links.RoleInvitationView.as_view(), name="role_invitation"),
    path("stimmt-noch/<str:token>/", links.ProfileCheckView.as_view(), name="profile_check"),
    path("<int:pk>/", desk.DeskView.as_view(), name="desk"),
    path("<int:pk>/bestaetigen/", profile.ConfirmView.as_view(), name="confirm"),
    path("<int:pk>/verlauf/", history.HistoryView.as_view(), name="history"),
    path("<int:pk>/profil/", profile.ProfileView.as_view(), name="profile"),
    path("<int:pk>/profil/vorschau/", profile.PreviewView.as_view(), name="preview"),
    path("<int:pk>/profil/logo/", profile.LogoView.as_view(), name="logo"),
    path(
        "<int:pk>/profil/aenderungen/<int:change>/zurueckziehen/",
        profile.WithdrawChangeView.as_view(),
        name="withdraw_change",
    ),
    path("<int:pk>/profil/<slug:part>/", profile.PartView.as_view(), name="part"),
    path("<int:pk>/personen/", people.PeopleView.as_view(), name="people"),
    path("<int:pk>/personen/einladen/", people.InviteView.as_view(), name="invite"),
    path(
        "<int:pk>/personen/einladungen/<int:invitation>/zurueckziehen/",
        people.WithdrawInvitationView.as_view(),
        name="withdraw_invitation",
    ),
    path("<int:pk>/personen/<int:person>/beenden/", people.EndRoleView.as_view(), name="end_role"),
    path(
        "<int:pk>/personen/<int:person>/uebergeben/",
        people.HandOverView.as_view(),
        name="hand_over",
    ),
    path("<int:pk>/verbaende/", umbrellas.UmbrellasView.as_view(), name="umbrellas"),
    path(
        "<int:pk>/verbaende/<int:affiliation>/bestaetigen/",
        umbrellas.ConfirmAffiliationView.as_view(),
        name="confirm_affiliation",
    ),
    path(
        "<int:pk>/verbaende/<int:affiliation>/beenden/",
        umbrellas.EndAffiliationView.as_view(),
        name="end_affiliation",
    ),
]
