from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import TemplateView

from organisations.views import directory, district_map, my_data

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
    path("<slug:slug>/", directory.ProfileView.as_view(), name="profile"),
]
