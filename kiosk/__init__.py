"""What a terminal does: runtime, journeys, receipts, platform client, command line and wiring."""
