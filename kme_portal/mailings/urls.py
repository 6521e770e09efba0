from django.urls import path

from kme_portal.mailings import views

app_name = "mailings"
urlpatterns = [
    path("<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("<str:token>/doch/", views.subscribe_again, name="subscribe_again"),
]
