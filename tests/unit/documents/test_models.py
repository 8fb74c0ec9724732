"""How documents name themselves."""

from __future__ import annotations

import pytest

from sauro.common.domains import Domain
from sauro.documents.models import Document


@pytest.mark.parametrize(
    ("number", "symbol", "code"),
    [("443", "CV/TU", "443-CV/TU"), ("14", "KH-UBND", "14/KH-UBND"), ("", "UBND-TH", "UBND-TH"), ("7", "", "7")],
)
@pytest.mark.parametrize("domain", Domain)
def test_official_code_is_written_as_the_issuer_writes_it(domain: Domain, number: str, symbol: str, code: str) -> None:
    assert Document(domain=domain, number=number, symbol=symbol).official_code == code
