"""What surrounds the web product on one machine: data folder, embedded PostgreSQL, processes, backup and restore.

Nothing here imports Django: the database must run before Django reads its settings.
"""
