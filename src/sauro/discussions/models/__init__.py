"""Comments on assignments."""

from sauro.discussions.models.comments import Comment, CommentFile, EarlierText, Mention

__all__ = ["Comment", "CommentFile", "EarlierText", "Mention"]
