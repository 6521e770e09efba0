"""My data without an account: the address is asked for, a link is mailed."""

from django.urls import path

from kme_portal.accounts.mydata import views

app_name = "my_data"
urlpatterns = [
    path("", views.AskView.as_view(), name="ask"),
    path("gesendet/", views.AskedView.as_view(), name="asked"),
    path("geloescht/", views.GoneView.as_view(), name="gone"),
    path("<str:token>/", views.LinkPageView.as_view(), name="page"),
    path("<str:token>/daten.json", views.LinkFileView.as_view(), name="file"),
    path("<str:token>/widerrufen/", views.LinkWithdrawView.as_view(), name="withdraw"),
    path("<str:token>/anliegen/", views.LinkWriteView.as_view(), name="write"),
    path("<str:token>/loeschen/", views.LinkEraseView.as_view(), name="erase"),
]
