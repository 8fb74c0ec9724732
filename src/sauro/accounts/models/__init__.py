"""Users, and what they may do where."""

from sauro.accounts.models.grants import Grant
from sauro.accounts.models.users import RecoveryCode, User

__all__ = ["Grant", "RecoveryCode", "User"]
