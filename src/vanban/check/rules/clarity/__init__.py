"""6R: the six clears, as far as a document says them. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.clarity import (
    beyond_competence,
    coordination_without_lead,
    group_without_summing_up,
    lead_is_coordinator,
    lead_not_addressed,
    report_without_receiver,
    task_without_authority,
    task_without_deadline,
    task_without_lead,
    task_without_means,
    task_without_product,
    two_leads,
    unspecific_lead,
    vague_verb,
    work_for_hamlets,
)

RULES: tuple[Rule, ...] = (
    task_without_lead.RULE,
    task_without_deadline.RULE,
    task_without_product.RULE,
    task_without_means.RULE,
    task_without_authority.RULE,
    two_leads.RULE,
    lead_not_addressed.RULE,
    coordination_without_lead.RULE,
    work_for_hamlets.RULE,
    group_without_summing_up.RULE,
    report_without_receiver.RULE,
    vague_verb.RULE,
    beyond_competence.RULE,
    lead_is_coordinator.RULE,
    unspecific_lead.RULE,
)
