"""Addresses of accounts."""

from django.urls import URLPattern, URLResolver, path

from sauro.accounts.web import own_account, signing, tokens, users

urlpatterns: list[URLPattern | URLResolver] = [
    path("dang-nhap/", signing.sign_in, name="sign-in"),
    path("dang-nhap/ma-xac-thuc/", signing.sign_in_code, name="sign-in-code"),
    path("dang-xuat/", signing.sign_out, name="sign-out"),
    path("khoa-man-hinh/", signing.lock, name="lock"),
    path("mo-khoa/", signing.unlock, name="unlock"),
    path("doi-mat-khau/", own_account.password_change, name="password-change"),
    path("xac-thuc-hai-lop/", own_account.second_factor, name="second-factor"),
    path("don-vi-lam-viec/", own_account.acting_unit, name="acting-unit"),
    path("tai-khoan/", users.user_list, name="user-list"),
    path("tai-khoan/them/", users.user_create, name="user-create"),
    path("tai-khoan/khoa-api/", tokens.token_list, name="token-list"),
    path("tai-khoan/khoa-api/<uuid:pk>/thu-hoi/", tokens.token_revoke, name="token-revoke"),
    path("tai-khoan/<uuid:pk>/", users.user_detail, name="user-detail"),
    path("tai-khoan/<uuid:pk>/dat-lai/", users.user_reset, name="user-reset"),
    path("tai-khoan/<uuid:pk>/trang-thai/", users.user_state, name="user-state"),
    path("tai-khoan/<uuid:pk>/vai-tro/", users.grant_create, name="grant-create"),
    path("vai-tro/<uuid:pk>/thoi/", users.grant_end, name="grant-end"),
    path("nhat-ky/", users.event_list, name="event-list"),
]
