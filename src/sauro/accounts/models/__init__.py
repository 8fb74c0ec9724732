"""Users, what they may do where, and the keys of their programs."""

from sauro.accounts.models.grants import Grant
from sauro.accounts.models.tokens import ApiToken
from sauro.accounts.models.users import RecoveryCode, User

__all__ = ["ApiToken", "Grant", "RecoveryCode", "User"]
