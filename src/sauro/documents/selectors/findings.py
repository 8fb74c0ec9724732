"""What the rules found in documents, counted by rule and by the body that issued them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import QuerySet

from sauro.access.actor import Actor
from sauro.documents.models import Document
from sauro.documents.policies import document_policy
from vanban.check.registry import RULES

_TITLES = {rule.code: rule.title for rule in RULES}
_COUNTED = """
SELECT d.issuer_name, f ->> 'severity', f ->> 'code', count(*), count(DISTINCT d.id)
FROM documents_document d
JOIN documents_reading r ON r.document_id = d.id AND r.is_current
CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.extraction -> 'findings', '[]')) f
WHERE d.id IN ({visible})
GROUP BY GROUPING SETS ((1, 2), (3))
"""


@dataclass(slots=True)
class RuleCount:
    """How often one rule found something, and in how many documents."""

    code: str
    findings: int = 0
    documents: int = 0

    @property
    def title(self) -> str:
        """What the rule finds; empty for a rule that is no more."""
        return _TITLES.get(self.code, "")


@dataclass(slots=True)
class IssuerCount:
    """What was found in the documents of one body."""

    name: str
    documents: int = 0
    severities: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def errors(self) -> int:
        """Findings that are certainly wrong."""
        return self.severities.get("error", 0)

    @property
    def warnings(self) -> int:
        """Findings that are probably wrong."""
        return self.severities.get("warning", 0)

    @property
    def errors_a_document(self) -> float:
        """Errors for each document checked."""
        return self.errors / self.documents if self.documents else 0.0


@dataclass(frozen=True, slots=True)
class FindingStatistics:
    """Counts by rule, most frequent first, and by issuing body, most errors a document first."""

    documents: int
    rules: Sequence[RuleCount]
    issuers: Sequence[IssuerCount]


def finding_statistics(actor: Actor) -> FindingStatistics:
    """Count the findings in the present readings of the documents the actor may see. Takes two queries."""
    visible = document_policy.visible(actor).filter(readings__is_current=True).order_by()
    rules: dict[str, RuleCount] = {}
    issuers: dict[str, IssuerCount] = {}
    for (name,) in visible.values_list("issuer_name"):
        issuers.setdefault(name, IssuerCount(name)).documents += 1
    for name, severity, code, findings, found_in in _counted(visible) if issuers else ():
        if code is not None:
            rules[code] = RuleCount(code, findings, found_in)
        else:
            issuers[name].severities[severity] += findings
    return FindingStatistics(
        documents=sum(one.documents for one in issuers.values()),
        rules=sorted(rules.values(), key=lambda one: (-one.findings, one.code)),
        issuers=sorted(issuers.values(), key=lambda one: (-one.errors_a_document, -one.warnings, one.name)),
    )


def _counted(visible: QuerySet[Document]) -> list[tuple[str, str, str | None, int, int]]:
    """Findings and documents by issuing body and severity, and (without these) by rule."""
    inner, parameters = visible.values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_COUNTED.format(visible=inner), parameters)
        return list(cursor.fetchall())
