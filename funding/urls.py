from django.urls import path

from funding import views

app_name = "funding"

urlpatterns = [
    path("", views.FundingView.as_view(), name="list"),
    path("aufrufe/<slug:slug>/", views.CallView.as_view(), name="call"),
    path("projekte/<slug:slug>/", views.ProjectView.as_view(), name="project"),
]
