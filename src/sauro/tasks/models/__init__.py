"""Obligations found in documents, and the assignments they become."""

from sauro.tasks.models.assignments import Assignment, ProductVersion, ProgressReport
from sauro.tasks.models.bindings import Binding, BoundAssignment, LikelyPair
from sauro.tasks.models.checklists import ChecklistTemplate, Criterion, CriterionAnswer
from sauro.tasks.models.deadlines import DeadlineChange, Question, Wait
from sauro.tasks.models.desk import DeskPresence
from sauro.tasks.models.fields import WorkField
from sauro.tasks.models.handovers import Handover
from sauro.tasks.models.obligations import Obligation, ObligationBody
from sauro.tasks.models.product_parts import ProductAnnex, ProductFigure
from sauro.tasks.models.recurring import Series

__all__ = [
    "Assignment",
    "Binding",
    "BoundAssignment",
    "ChecklistTemplate",
    "Criterion",
    "CriterionAnswer",
    "DeadlineChange",
    "DeskPresence",
    "Handover",
    "LikelyPair",
    "Obligation",
    "ObligationBody",
    "ProductAnnex",
    "ProductFigure",
    "ProductVersion",
    "ProgressReport",
    "Question",
    "Series",
    "Wait",
    "WorkField",
]
