"""Kinds and levels of units."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """What a unit is. Territories hold no records; bodies do."""

    TERRITORY = "territory", _("Đơn vị hành chính")
    PEOPLES_COMMITTEE = "peoples_committee", _("Ủy ban nhân dân")
    PEOPLES_COUNCIL = "peoples_council", _("Hội đồng nhân dân")
    OFFICE = "office", _("Văn phòng")
    DEPARTMENT = "department", _("Sở, ban, ngành")
    DIVISION = "division", _("Phòng chuyên môn")
    SERVICE_CENTRE = "service_centre", _("Trung tâm, đơn vị sự nghiệp")
    MILITARY = "military", _("Quân sự")
    POLICE = "police", _("Công an")
    PARTY_COMMITTEE = "party_committee", _("Cấp ủy")
    PARTY_BODY = "party_body", _("Cơ quan tham mưu, giúp việc của cấp ủy")
    FRONT = "front", _("Ủy ban Mặt trận Tổ quốc")
    MASS_ORGANISATION = "mass_organisation", _("Tổ chức chính trị - xã hội")


class UnitLevel(models.TextChoices):
    """The level of government or of the Party a unit stands on."""

    PROVINCE = "province", _("Cấp tỉnh")
    COMMUNE = "commune", _("Cấp xã")


class CommuneType(models.TextChoices):
    """The three kinds of commune-level territory (Law 72/2025/QH15)."""

    COMMUNE = "xa", _("xã")
    WARD = "phuong", _("phường")
    SPECIAL_ZONE = "dac_khu", _("đặc khu")


class AliasKind(models.TextChoices):
    """Why a unit is also known by another name."""

    OFFICIAL = "official", _("Tên chính thức")
    ABBREVIATION = "abbreviation", _("Tên viết tắt")
    FORMER = "former", _("Tên cũ")
    VARIANT = "variant", _("Cách viết khác")


class SuccessionKind(models.TextChoices):
    """How one unit passed into another."""

    MERGE = "merge", _("Sáp nhập")
    SPLIT = "split", _("Chia tách")
    RENAME = "rename", _("Đổi tên")
    BOUNDARY = "boundary", _("Điều chỉnh địa giới")
    REORGANISATION = "reorganisation", _("Tổ chức lại")
