"""`make demo`: platform, simulated hardware and terminal on one machine, and a scripted resident who touches the window."""
