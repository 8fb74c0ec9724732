"""Addresses of the directive desk."""

from django.urls import URLPattern, path

from sauro.tasks.web import desk

_DESK = "van-ban/<uuid:document_id>/ban-lam-viec/"

desk_urlpatterns: list[URLPattern] = [
    path(_DESK, desk.desk, name="desk"),
    path(f"{_DESK}the/", desk.desk_cards, name="desk-cards"),
    path(f"{_DESK}co-mat/", desk.desk_presence, name="desk-presence"),
    path(f"{_DESK}nhiem-vu/<uuid:obligation_id>/sua/", desk.desk_edit_form, name="desk-edit-form"),
    path(f"{_DESK}nhiem-vu/<uuid:obligation_id>/tach/", desk.desk_split_form, name="desk-split-form"),
    path(f"{_DESK}thao-tac/<slug:deed>/", desk.desk_deed, name="desk-deed"),
]
