"""Taking part: open matters, papers that are given out once a person, a box of answers that knows no names, results."""
