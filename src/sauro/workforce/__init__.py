"""The workforce: approved posts, people in them over time, and the facts of their dossiers."""
