"""Acting for residents (代办): who is registered for it, what residents have entrusted, and how it is revoked."""
