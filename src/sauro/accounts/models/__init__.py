"""Users, what they may do where, the keys of their programs and how much these may ask."""

from sauro.accounts.models.allowances import ApiAllowance
from sauro.accounts.models.grants import Grant
from sauro.accounts.models.tokens import ApiToken
from sauro.accounts.models.users import RecoveryCode, User

__all__ = ["ApiAllowance", "ApiToken", "Grant", "RecoveryCode", "User"]
