"""Addresses of the calendar."""

from django.urls import URLPattern, URLResolver, path

from sauro.calendars.web import pages

urlpatterns: list[URLPattern | URLResolver] = [
    path("lich-lam-viec/", pages.this_year, name="calendar"),
    path("lich-lam-viec/<int:year>/", pages.calendar_year, name="calendar-year"),
    path("lich-lam-viec/<int:year>/them/", pages.day_add, name="calendar-day-add"),
    path("lich-lam-viec/<int:year>/xac-nhan/", pages.year_confirm, name="calendar-year-confirm"),
    path("lich-lam-viec/<int:year>/sang-thu-bay/", pages.year_saturdays, name="calendar-year-saturdays"),
    path("lich-lam-viec/ngay/<uuid:pk>/bo/", pages.day_remove, name="calendar-day-remove"),
]
