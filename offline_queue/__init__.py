"""Durable queue that seals a transaction and submits it to the platform."""
