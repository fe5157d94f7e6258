"""A blank machine becomes a known terminal: enrolment, identity, self-test."""
