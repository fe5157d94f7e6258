"""Walking a journey by what its pages offer: every input a view allows, everything the world may answer.

Diagrams and tests walk `step` with it; a terminal never does.
"""
