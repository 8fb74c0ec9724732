"""Proposals of moves as a problem with one best answer: no database, no clock, no Django.

``Problem`` holds places, people who could move, openings, roads, rules and the weights of the goals. ``propose`` finds
the moves with most points and says how far from the best they can be at most (usually 0: proven). ``explain`` tells why
somebody is proposed, why not, and what limits the whole; ``compare`` holds two proposals side by side.

Nothing here decides: a proposal is a draft that people confirm one by one. What a person brings into it are the fields
of ``Mover`` and no others; a test names what may never be among them. The method stands in
docs/domain/algorithms/staffing.md.
"""
