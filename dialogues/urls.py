from django.urls import path

from dialogues import views

app_name = "dialogues"

urlpatterns = [
    path("", views.DialogueListView.as_view(), name="list"),
    path("foren/<slug:slug>/", views.ForumView.as_view(), name="forum"),
    path("themen/<slug:slug>/", views.TopicView.as_view(), name="topic"),
]
