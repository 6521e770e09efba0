from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import TemplateView

from organisations.views import (
    claiming,
    directory,
    district_map,
    my_data,
    registering,
    registration_page,
)

app_name = "organisations"
urlpatterns = [
    path("", directory.DirectoryView.as_view(), name="list"),
    path("karte/", district_map.DistrictMapView.as_view(), name="map"),
    path(
        "meine-daten/geloescht/",
        login_not_required(TemplateView.as_view(template_name="organisations/my_data_gone.html")),
        name="my_data_gone",
    ),
    path("meine-daten/<str:token>/", my_data.MyDataView.as_view(), name="my_data"),
    path("registrieren/", registering.RegisterView.as_view(), name="register"),
    *[
        path(
            f"registrieren/{segment}/",
            registering.PlainPage.as_view(template_name=f"organisations/register_{name}.html"),
            name=f"registration_{name}",
        )
        for segment, name in (
            ("gesendet", "sent"),
            ("gespeichert", "saved"),
            ("geloescht", "gone"),
        )
    ],
    path(
        "registrieren/<str:token>/",
        registration_page.RegistrationView.as_view(),
        name="registration",
    ),
    path(
        "registrieren/<str:token>/verein/",
        registering.AssociationStepView.as_view(),
        name="registration_association",
    ),
    path(
        "registrieren/<str:token>/taetigkeit/",
        registering.WorkStepView.as_view(),
        name="registration_work",
    ),
    path(
        "registrieren/<str:token>/sichtbar/",
        registering.ShownStepView.as_view(),
        name="registration_shown",
    ),
    *[
        path(
            f"uebernahme/{segment}/",
            registering.PlainPage.as_view(template_name=f"organisations/claim_{name}.html"),
            name=f"claim_{name}",
        )
        for segment, name in (("gesendet", "sent"), ("wird-geprueft", "asked"))
    ],
    path("uebernahme/<str:token>/", claiming.ClaimView.as_view(), name="claim"),
    path("<slug:slug>/uebernehmen/", claiming.AskView.as_view(), name="claim_ask"),
    path("<slug:slug>/", directory.ProfileView.as_view(), name="profile"),
]
