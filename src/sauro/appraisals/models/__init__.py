"""Regulations, products, monthly sheets with work and claims, yearly ratings of people and units, reviews of cadres."""

from sauro.appraisals.models.cadres import PeriodReview, Review
from sauro.appraisals.models.catalogues import Catalogue, Product
from sauro.appraisals.models.claims import Claim
from sauro.appraisals.models.complaints import Complaint
from sauro.appraisals.models.deliveries import ResultsFile
from sauro.appraisals.models.ratings import OwnLevel, Rating, RatingRound
from sauro.appraisals.models.regulations import Appraisee, Regulation
from sauro.appraisals.models.sheets import Renewal, Sheet, SheetItem
from sauro.appraisals.models.signs import Sign
from sauro.appraisals.models.unit_ratings import UnitRating, UnitRound

__all__ = [
    "Appraisee",
    "Catalogue",
    "Claim",
    "Complaint",
    "OwnLevel",
    "PeriodReview",
    "Product",
    "Rating",
    "RatingRound",
    "Regulation",
    "Renewal",
    "ResultsFile",
    "Review",
    "Sheet",
    "SheetItem",
    "Sign",
    "UnitRating",
    "UnitRound",
]
