"""The catalogue as a resident meets it: found by search, and grouped on the home page."""
