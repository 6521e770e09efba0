from django.urls import path

from benchmarks import plain
from kme_portal.urls import urlpatterns as portal

urlpatterns = [
    path("plain/", plain.thirty_rows),
    path("plain/<slug:slug>/", plain.one_row),
    path("plain/seat/<int:pool_id>/", plain.one_seat),
    *portal,
]
