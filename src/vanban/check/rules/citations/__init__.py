"""VD: cited documents. One file a rule; this is the family's table."""

from __future__ import annotations

from vanban.check.rule import Rule
from vanban.check.rules.citations import (
    amendment_not_named,
    citation_without_date,
    citation_without_issuer,
    citation_without_number,
    date_not_of_symbol_year,
    differs_from_store,
    issuer_symbol_mismatch,
    kind_symbol_mismatch,
    not_in_store,
    number_of_two_documents,
    number_without_so,
    number_without_symbol,
    order_of_naming,
    repealed_document,
    symbol_written_two_ways,
    symbol_year_after_document,
    two_dates_for_one_document,
    two_numbers_for_one_document,
)

RULES: tuple[Rule, ...] = (
    citation_without_date.RULE,
    citation_without_issuer.RULE,
    kind_symbol_mismatch.RULE,
    issuer_symbol_mismatch.RULE,
    two_dates_for_one_document.RULE,
    two_numbers_for_one_document.RULE,
    date_not_of_symbol_year.RULE,
    symbol_year_after_document.RULE,
    number_of_two_documents.RULE,
    symbol_written_two_ways.RULE,
    not_in_store.RULE,
    repealed_document.RULE,
    amendment_not_named.RULE,
    differs_from_store.RULE,
    order_of_naming.RULE,
    number_without_so.RULE,
    number_without_symbol.RULE,
    citation_without_number.RULE,
)
