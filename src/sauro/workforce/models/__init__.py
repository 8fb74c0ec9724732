"""Approved posts, the people in them, and the facts of their dossiers."""

from sauro.workforce.models.dossiers import Dossier, Identity, OwnCheck, Particulars
from sauro.workforce.models.erasures import Erasure
from sauro.workforce.models.establishment import Allotment, AllotmentDecision, Post, Seat
from sauro.workforce.models.facts import Fact
from sauro.workforce.models.papers import DossierPaper
from sauro.workforce.models.runs import PeopleRun, PeopleRunRow
from sauro.workforce.models.tenures import Tenure

__all__ = [
    "Allotment", "AllotmentDecision", "Dossier", "DossierPaper", "Erasure", "Fact", "Identity", "OwnCheck",
    "Particulars", "PeopleRun", "PeopleRunRow", "Post", "Seat", "Tenure",
]  # fmt: skip
