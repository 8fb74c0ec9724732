"""Addresses of urging."""

from django.urls import URLPattern, URLResolver, path

from sauro.notices.tables import EXPLANATIONS
from sauro.notices.web import explanations, feeds, mail, pages
from sauro.ui.lists.view import list_view

urlpatterns: list[URLPattern | URLResolver] = [
    path("thong-bao/", pages.notice_list, name="notice-list"),
    path("thong-bao/da-doc/", pages.notice_read_all, name="notice-read-all"),
    path("thong-bao/<uuid:pk>/mo/", pages.notice_open, name="notice-open"),
    path("thong-bao/thu/", mail.mail_preference, name="mail-preference"),
    path("thong-bao/lich/", feeds.feed_list, name="feed-list"),
    path("thong-bao/lich/<uuid:pk>/thu-hoi/", feeds.feed_revoke, name="feed-revoke"),
    path("lich-dang-ky/<uuid:pk>/<str:secret>.ics", feeds.feed_read, name="feed-read"),
    path("nhiem-vu/<uuid:pk>/giai-trinh/yeu-cau/", explanations.explanation_ask, name="explanation-ask"),
    path("giai-trinh/", list_view(EXPLANATIONS), name="explanation-list"),
    path("giai-trinh/<uuid:pk>/", explanations.explanation_answer, name="explanation-answer"),
    path("don-vi/<uuid:pk>/nhac-viec/", pages.reminder_rule, name="reminder-rule"),
]
