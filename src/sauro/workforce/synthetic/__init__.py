"""A synthetic province whose records give the figures that the resolution on the commune workforce publishes.

``published`` is the table of figures, ``shape`` the seats of a commune, ``strata`` how many of each group have what,
``people`` who is invented for which seat: all pure. ``loading`` writes them by COPY, ``counting`` counts them again.
"""
