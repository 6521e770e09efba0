from django.urls import path

from kme_portal.base import files, views

urlpatterns = [
    path("healthz/", views.healthz, name="healthz"),
    path("readyz/", views.readyz, name="readyz"),
    # One address in every language, so that a picture is fetched once.
    path("dateien/<str:public_id>/", files.stored_file, name="stored_file"),
]
