"""What went over a device's wire, without what was personal in it: recorded where it happens, replayed to the real driver."""
